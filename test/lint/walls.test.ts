import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { walls } from '../../eslint.config.mjs';

const root = process.cwd();
const entries = readdirSync(join(root, 'src'), { withFileTypes: true });
const folders = entries.filter(entry => entry.isDirectory()).map(({ name }) => name);
const features = folders.filter(name => !['core', 'workspace', 'history', 'util'].includes(name));

/** The walls alone: they need no types, so files that do not exist can be held against them. */
const linter = new ESLint({
	cwd: root,
	overrideConfigFile: true,
	overrideConfig: [{ files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } }, ...walls],
});

async function problems(file: string, from: string): Promise<number> {
	const statements = [
		`import '${from}';`,
		`import { x } from '${from}';`,
		`import type { X } from '${from}';`,
		`export * from '${from}';`,
	];
	const [result] = await linter.lintText(statements.join('\n'), { filePath: join(root, file) });
	assert.ok(result, `${file} is linted`);
	assert.equal(result.fatalErrorCount, 0, JSON.stringify(result.messages));
	return new Set(result.messages.map(({ line }) => line)).size;
}

async function allows(file: string, ...imports: readonly string[]): Promise<void> {
	for (const from of imports) assert.equal(await problems(file, from), 0, `${file} imports ${from}`);
}

async function forbids(file: string, ...imports: readonly string[]): Promise<void> {
	for (const from of imports) assert.equal(await problems(file, from), 4, `${file} imports ${from}`);
}

describe('the walls', function () {
	this.timeout(20_000);

	it('keep the core to itself', async () => {
		await allows('src/core/some.ts', './model', './deep/some', 'micromark-util-normalize-identifier');
		await forbids('src/core/some.ts', 'vscode', '../workspace/roadmaps', '../tree', '../util/text', '../contributions');
		await forbids('src/core/deep/some.ts', 'vscode', '../../util/text');
	});

	it('keep features apart', async () => {
		await allows('src/tree/some.ts', './model', 'vscode', '../util/text', '../workspace/roadmaps', '../contributions');
		for (const feature of features) {
			const others = [...features, 'another'].filter(other => other !== feature);
			await forbids(`src/${feature}/some.ts`, ...others.flatMap(other => [`../${other}`, `../${other}/index`]));
		}
	});

	it('leave one door into the core', async () => {
		for (const file of ['src/tree/some.ts', 'src/editor/some.ts', 'src/workspace/some.ts']) {
			await allows(file, '../core');
			await forbids(file, '../core/walk', '../core/index');
		}
		await allows('src/extension.ts', './core', './tree', './workspace/roadmaps');
		await forbids('src/extension.ts', './core/walk', './core/index');
	});

	it('keep features out of history, workspace and util', async () => {
		await allows('src/tree/some.ts', '../history/histories');
		await allows('src/history/some.ts', 'vscode', './git', '../core', '../util/hash', '../workspace/roadmaps');
		await forbids('src/history/some.ts', '../tree', '../core/walk');
		await allows('src/workspace/some.ts', 'vscode', './reading', '../util/text', '../contributions');
		await forbids('src/workspace/some.ts', '../history/histories', '../tree', '../statusBar/template');
		await allows('src/util/some.ts', './text', 'micromark-util-decode-string');
		await forbids('src/util/some.ts', '../core', '../workspace/roadmaps', '../tree');
	});

	it('keep Node.js out of src', async () => {
		await forbids('src/some.ts', 'node:fs', 'node:path');
		for (const folder of folders) await forbids(`src/${folder}/some.ts`, 'node:fs', 'node:path');
	});

	it('let words be words only', async () => {
		const told = async (file: string, code: string): Promise<boolean> => {
			const [result] = await linter.lintText(code, { filePath: join(root, file) });
			assert.equal(result?.fatalErrorCount, 0, JSON.stringify(result?.messages));
			return result.messages.some(({ ruleId }) => ruleId === 'no-restricted-syntax');
		};
		const names = ['isTrusted', 'supportHtml', 'supportThemeIcons', 'enableCommandUris', 'innerHTML', 'outerHTML'];
		const faults = [
			...names.flatMap(name => [`x.${name} = y;`, `x['${name}'] = y;`, `f({ ${name}: y });`, `f({ '${name}': y });`]),
			'f({ isTrusted });',
			'x.isTrusted ||= true;',
			'eval(x);',
			'new Function(x);',
			'new MarkdownString(x, true);',
			'document.write(x);',
			'x.insertAdjacentHTML("beforeend", y);',
		];
		for (const code of faults) {
			for (const file of ['src/some.ts', 'src/util/some.ts', 'src/workspace/some.ts', 'src/tree/some.ts']) {
				assert.ok(await told(file, code), `${file}: ${code}`);
			}
			assert.equal(await told('src/statusBar/tooltip.ts', code), !code.includes('isTrusted'), code);
		}
		const page = 'src/review/page/some.tsx';
		assert.ok(await told(page, 'x = <p dangerouslySetInnerHTML={{ __html: y }} />;'));
		assert.ok(await told(page, 'x = <iframe srcdoc={y} />;'));
		for (const code of ['if (workspace.isTrusted) f();', 'new MarkdownString(x);', 'x = <p class="y">{z}</p>;']) {
			assert.ok(!(await told(page, code)), code);
		}
	});

	it('let nothing import the entry', async () => {
		await forbids('src/contributions.ts', './extension');
		for (const folder of folders) await forbids(`src/${folder}/some.ts`, '../extension');
	});
});
