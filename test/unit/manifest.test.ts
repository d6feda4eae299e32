import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import {
	commands,
	contextKeys,
	extensionId,
	focusedRow,
	focusTree,
	icons,
	reviewPanel,
	statusBarItem,
	tools,
	viewContainer,
	views,
	walkthrough,
	type Settings,
} from '../../src/contributions';
import manifest from '../../package.json';
import texts from '../../package.nls.json';

const root = process.cwd();
const { contributes } = manifest;

/** Every setting, as the compiler knows it. */
const settings: Readonly<Record<keyof Settings, true>> = {
	files: true,
	states: true,
	cascade: true,
	saveAfterEdit: true,
	'tree.emptySections': true,
	'tree.followCursor': true,
	codeLens: true,
	doneTasks: true,
	diagnostics: true,
	preview: true,
	'statusBar.visible': true,
	'statusBar.alignment': true,
	'statusBar.text': true,
	explorerBadge: true,
	weekStart: true,
	targetDate: true,
	dailyMinutes: true,
};

interface Setting {
	readonly type: string;
	readonly order: number;
	readonly scope: string;
	readonly default?: unknown;
	readonly description?: string;
	readonly markdownDescription?: string;
	readonly enum?: readonly string[];
	readonly enumDescriptions?: readonly string[];
}

interface MenuItem {
	readonly command: string;
	readonly when?: string;
}

const groups: readonly { readonly properties: Readonly<Record<string, Setting>> }[] = contributes.configuration;
const properties: Readonly<Record<string, Setting>> = Object.fromEntries(
	groups.flatMap(group => Object.entries(group.properties)),
);
const menus: Readonly<Record<string, readonly MenuItem[]>> = contributes.menus;
const ids = contributes.commands.map(({ command }) => command);

/** Commands of the tree that mean the same without it; and those that only our own links and actions run. */
const isInPalette = new Set<string>([commands.hideCompleted, commands.showCompleted]);
const internal = new Set<string>([commands.toggleSection, commands.toggleBox, commands.applyCodeAction]);

function sameIds(some: Iterable<string>, others: Iterable<string>): void {
	assert.deepEqual([...some].sort(), [...others].sort());
}

/** Every `%key%` in the manifest. */
function placeholders(): string[] {
	return [...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g)].map(([, key = '']) => key);
}

describe('the manifest', () => {
	it('gives everything an id that starts with roadmap.', () => {
		const all = [
			...ids,
			...Object.keys(properties),
			...contributes.views.roadmap.map(({ id }) => id),
			...Object.values(commands),
			...Object.values(views),
			...Object.values(contextKeys),
			focusTree,
			reviewPanel,
			statusBarItem,
			walkthrough,
		];
		assert.deepEqual(
			all.filter(id => !id.startsWith('roadmap.')),
			[],
		);
		const unprefixed = Object.keys(contributes.icons).filter(id => !id.startsWith('roadmap-'));
		assert.deepEqual(unprefixed, [], 'icons may have no dots');
	});

	it('is of the extension that the code speaks of', () => {
		assert.equal(`${manifest.publisher}.${manifest.name}`, extensionId);
	});

	it('runs everywhere, and says what is missing where', () => {
		assert.deepEqual(manifest.capabilities, {
			untrustedWorkspaces: { supported: 'limited', description: '%untrustedWorkspaces%' },
			virtualWorkspaces: { supported: 'limited', description: '%virtualWorkspaces%' },
		});
		assert.match(manifest.main, /^\.\/dist\/extension\.js$/);
		assert.match(manifest.browser, /^\.\/dist\/web\/extension\.js$/);
	});

	it('asks for the release of VS Code whose types it is checked with', () => {
		const installed = readFileSync(join(root, 'node_modules', '@types', 'vscode', 'package.json'), 'utf8');
		assert.equal(manifest.engines.vscode, `^${(JSON.parse(installed) as { version: string }).version}`);
	});

	it('starts the extension only where a roadmap may be, or was reviewed', () => {
		const others = manifest.activationEvents.filter(event => !/^workspaceContains:(docs\/)?roadmap\.md$/i.test(event));
		assert.deepEqual(others, [`onWebviewPanel:${reviewPanel}`]);
	});

	it('names files that are there', () => {
		const [container] = contributes.viewsContainers.activitybar;
		const named = [manifest.icon, container?.icon ?? '', ...contributes.views.roadmap.map(({ icon }) => icon)];
		for (const path of named) assert.ok(existsSync(join(root, path)), path);
	});
});

describe('the texts of the manifest', () => {
	it('are all there', () =>
		assert.deepEqual(
			placeholders().filter(key => !(key in texts)),
			[],
		));

	it('are all used', () => {
		const used = new Set(placeholders());
		assert.deepEqual(
			Object.keys(texts).filter(key => !used.has(key)),
			[],
		);
	});

	it('say something', () => {
		for (const [key, text] of Object.entries(texts)) assert.ok(text.trim(), key);
	});

	it('name commands and settings that exist', () => {
		const linked = JSON.stringify(texts).matchAll(/\(command:([\w.]+)|[`#%](?:22)?(roadmap\.[\w.]+)/g);
		for (const [, command, setting] of linked) {
			const isKnown = command === focusTree || (command?.startsWith('workbench.') ?? false);
			const id = command ?? setting ?? '';
			assert.ok(isKnown || ids.includes(id) || id in properties, id);
		}
	});
});

describe('contributed commands', () => {
	it('are those of the code', () => sameIds(ids, Object.values(commands)));

	it('have a title and the category Roadmap', () => {
		for (const { command, title, category } of contributes.commands) {
			assert.equal(title, `%command.${title.slice('%command.'.length, -1)}%`, command);
			assert.equal(category, '%category%', command);
		}
		assert.equal(texts.category, 'Roadmap');
		assert.equal(new Set(contributes.commands.map(({ title }) => title)).size, ids.length, 'no title twice');
	});

	it('stay out of the palette where they need a row of the tree, a section or a fix', () => {
		const hidden = contributes.menus.commandPalette.filter(({ when }) => when === 'false');
		sameIds(
			hidden.map(({ command }) => command),
			ids.filter(id => (id.startsWith('roadmap.tree.') && !isInPalette.has(id)) || internal.has(id)),
		);
	});

	it('are the only ones in menus and keybindings', () => {
		const used: readonly MenuItem[] = [...Object.values(menus).flat(), ...contributes.keybindings];
		assert.deepEqual(
			used.filter(({ command }) => !ids.includes(command)),
			[],
		);
	});

	it('have keys only where they make sense, and in the tree for the focused row', () => {
		for (const { args, command, key, when } of contributes.keybindings) {
			assert.match(when, / in roadmap\.paths|^focusedView == roadmap\.tree /, key);
			assert.equal(args, command.startsWith('roadmap.tree.') ? focusedRow : undefined, key);
		}
	});
});

describe('contributed settings', () => {
	it('are those of the code', () =>
		sameIds(
			Object.keys(properties),
			Object.keys(settings).map(key => `roadmap.${key}`),
		));

	it('have a type, a default, and a description of their own', () => {
		for (const [id, setting] of Object.entries(properties)) {
			const key = id.slice('roadmap.'.length);
			assert.equal(setting.description ?? setting.markdownDescription, `%setting.${key}%`, id);
			assert.ok(setting.type, id);
			assert.notEqual(setting.default, undefined, id);
			assert.deepEqual(
				setting.enumDescriptions,
				setting.enum?.map(value => `%setting.${key}.${value}%`),
				id,
			);
			if (setting.enum) assert.ok(setting.enum.includes(String(setting.default)), id);
		}
	});

	it('stand in groups with a title each, in the order of the manifest', () => {
		const titles = contributes.configuration.map(({ title }) => title);
		assert.equal(new Set(titles).size, titles.length);
		assert.deepEqual(
			contributes.configuration.map(({ order }) => order),
			titles.map((_, index) => index + 1),
		);
		for (const group of groups) {
			const orders = Object.values(group.properties).map(({ order }) => order);
			assert.deepEqual(
				orders,
				orders.map((_, index) => index + 1),
			);
		}
	});

	it('say whether they can differ from folder to folder: the code asks for these with the file that it is about', () => {
		const perFolder = Object.keys(properties).filter(id => properties[id]?.scope === 'resource');
		const perWindow = Object.keys(properties).filter(id => properties[id]?.scope === 'window');
		sameIds([...perFolder, ...perWindow], Object.keys(properties));
		const source = filesBelow(join(root, 'src')).map(path => readFileSync(path, 'utf8'));
		for (const id of Object.keys(properties)) {
			const key = id.slice('roadmap.'.length).replace('.', '\\.');
			const asked = source.flatMap(code => [...code.matchAll(new RegExp(`\\bsetting\\('${key}'(,?)`, 'g'))]);
			assert.ok(asked.length > 0, id);
			assert.ok(
				asked.every(([, comma]) => (comma === ',') === perFolder.includes(id)),
				id,
			);
		}
	});
});

function filesBelow(folder: string): string[] {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	return entries.filter(entry => /\.tsx?$/.test(entry.name)).map(entry => join(entry.parentPath, entry.name));
}

describe('contributed tools', () => {
	const contributed = contributes.languageModelTools;

	it('are those of the code', () =>
		sameIds(
			contributed.map(({ name }) => name),
			Object.values(tools),
		));

	it('start with roadmap, also in a chat', () => {
		for (const { name, toolReferenceName, canBeReferencedInPrompt } of contributed) {
			assert.match(name, /^roadmap_[a-z_]+$/);
			assert.match(toolReferenceName, /^roadmap([A-Z][A-Za-z]+)?$/, name);
			assert.ok(canBeReferencedInPrompt, name);
		}
		assert.deepEqual(contributed[0]?.toolReferenceName, 'roadmap');
	});

	it('have words for people, and others for models', () => {
		for (const [key, name] of Object.entries(tools)) {
			const tool = contributed.find(each => each.name === name);
			assert.equal(tool?.displayName, `%tool.${key}%`);
			assert.equal(tool.userDescription, `%tool.${key}.description%`);
			assert.ok(tool.modelDescription.length > 200, name);
			for (const [field, { description }] of Object.entries(tool.inputSchema.properties)) {
				assert.ok(description, `${name} ${field}`);
			}
		}
	});

	it('name only tools that exist to models', () => {
		const named = contributed.flatMap(({ modelDescription }) => modelDescription.match(/\broadmap_\w+/g) ?? []);
		assert.deepEqual(
			named.filter(name => !contributed.some(tool => tool.name === name)),
			[],
		);
	});
});

describe('contributed views', () => {
	it('are those of the code', () => {
		assert.deepEqual(Object.keys(contributes.views), [viewContainer]);
		assert.deepEqual(
			contributes.viewsContainers.activitybar.map(({ id }) => id),
			[viewContainer],
		);
		sameIds(
			contributes.views.roadmap.map(({ id }) => id),
			Object.values(views),
		);
		assert.equal(focusTree, `${views.tree}.focus`);
	});

	it('welcome who has no roadmap', () => {
		assert.deepEqual([...new Set(contributes.viewsWelcome.map(({ view }) => view))], [views.tree]);
	});

	it('have conditions that name views and context keys that exist', () => {
		const items: readonly { readonly when?: string }[] = [
			...Object.values(menus).flat(),
			...contributes.keybindings,
			...contributes.viewsWelcome,
		];
		const known = new Set<string>([...Object.values(views), ...Object.values(contextKeys)]);
		const named = items.flatMap(({ when = '' }) => when.match(/\broadmap\.[\w.]+/g) ?? []);
		assert.deepEqual(
			named.filter(id => !known.has(id)),
			[],
		);
		assert.ok(named.length > 0);
	});
});

describe('the walkthrough', () => {
	const [contributed] = contributes.walkthroughs;
	const steps = contributed?.steps ?? [];

	it('is the one that the code opens', () => {
		assert.equal(contributes.walkthroughs.length, 1);
		assert.equal(contributed?.id, walkthrough);
	});

	for (const { id, title, description, media } of steps) {
		it(`has texts and a picture for ${id}`, () => {
			assert.deepEqual(
				[title, description, media.altText, media.svg],
				[
					`%walkthrough.${id}.title%`,
					`%walkthrough.${id}%`,
					`%walkthrough.${id}.picture%`,
					`media/walkthrough/${id}.svg`,
				],
			);
		});

		it(`draws ${id} small, in the colours of the theme, and with nothing that VS Code would block`, () => {
			const picture = readFileSync(join(root, media.svg), 'utf8');
			assert.ok(picture.length < 2500, `${picture.length} bytes`);
			assert.doesNotMatch(picture, /\bstyle=|<style|<script|\bon\w+=|href|(fill|stroke)="#/);
			assert.match(picture, /var\(--vscode-/);
		});
	}

	it('checks steps off by commands and context keys that exist', () => {
		const known = new Set<string>([...ids.map(id => `onCommand:${id}`), 'onStepSelected']);
		Object.values(contextKeys).forEach(key => known.add(`onContext:${key}`));
		const events = steps.flatMap(({ completionEvents }) => completionEvents);
		assert.deepEqual(
			events.filter(event => !known.has(event)),
			[],
		);
	});
});

/** The characters that a WOFF font has glyphs for, from its `cmap` table (OpenType, format 4: segments of characters). */
function charactersOf(font: Buffer): number[] {
	const directory = Array.from({ length: font.readUInt16BE(12) }, (_, index) => 44 + 20 * index);
	const entry = directory.find(offset => font.toString('latin1', offset, offset + 4) === 'cmap') ?? 0;
	const [offset = 0, packed = 0, size] = [4, 8, 12].map(field => font.readUInt32BE(entry + field));
	const stored = font.subarray(offset, offset + packed);
	const cmap = packed === size ? stored : inflateSync(stored);
	const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(4 + 8 * index + 4));
	const table = cmap.subarray(subtables.find(start => cmap.readUInt16BE(start) === 4));
	const segments = table.readUInt16BE(6) / 2;
	return Array.from({ length: segments }, (_, index) => {
		const end = table.readUInt16BE(14 + 2 * index);
		const start = table.readUInt16BE(16 + 2 * segments + 2 * index);
		return Array.from({ length: end - start + 1 }, (__, place) => start + place);
	})
		.flat()
		.filter(character => character < 0xffff);
}

describe('contributed icons', () => {
	const eighths = Array.from({ length: 9 }, (_, index) => index);

	it('are those of the code', () => sameIds(Object.keys(contributes.icons), eighths.map(icons.ring)));

	it('are the characters of the font, in order', () => {
		const drawn = Object.values(contributes.icons).map(icon => icon.default);
		assert.deepEqual([...new Set(drawn.map(({ fontPath }) => fontPath))], ['media/rings.woff']);
		const characters = drawn.map(({ fontCharacter }) => parseInt(fontCharacter.replace('\\', ''), 16));
		assert.deepEqual(characters, charactersOf(readFileSync(join(root, 'media', 'rings.woff'))));
	});
});
