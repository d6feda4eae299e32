import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	createSourceFile,
	forEachChild,
	isCallExpression,
	isStringLiteralLike,
	ScriptTarget,
	type CallExpression,
	type Node,
	type SourceFile,
} from 'typescript';

const root = join(__dirname, '..', '..');

/** The languages that we speak besides English, as VS Code writes them in the names of files. */
export const languages = ['de', 'es', 'fr', 'zh-cn', 'ja'] as const;

export type Language = (typeof languages)[number];

/** Texts by their keys. */
export type Strings = Readonly<Record<string, string>>;

/** Where texts stand: in the code, whose English is the key itself, and in the manifest. */
export type Kind = 'code' | 'manifest';

/** What is said in English. */
export function english(kind: Kind): Strings {
	return kind === 'code' ? inCode() : (JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Strings);
}

/** What is said in another language; nothing where nobody has begun to. */
export function translated(kind: Kind, language: Language): Strings {
	try {
		return JSON.parse(readFileSync(fileOf(kind, language), 'utf8')) as Strings;
	} catch {
		return {};
	}
}

/** Writes a language's texts in the order of the English ones. */
export function write(kind: Kind, language: Language, strings: Strings): void {
	writeFileSync(fileOf(kind, language), `${JSON.stringify(strings, undefined, 2)}\n`);
}

function fileOf(kind: Kind, language: string): string {
	return join(root, kind === 'code' ? `l10n/bundle.l10n.${language}.json` : `package.nls.${language}.json`);
}

/** Every text that the code hands to `vscode.l10n.t`. */
function inCode(): Strings {
	const folder = join(root, 'src');
	const strings: Record<string, string> = {};
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
		const text = /\.tsx?$/.test(name) ? readFileSync(join(folder, name), 'utf8') : '';
		if (text.includes('l10n.t(')) {
			const source = createSourceFile(name, text, ScriptTarget.Latest);
			for (const call of callsIn(source, source)) {
				const said = textOf(call, source);
				strings[said] = said;
			}
		}
	}
	return strings;
}

function callsIn(node: Node, source: SourceFile): CallExpression[] {
	const own = isCallExpression(node) && node.expression.getText(source) === 'l10n.t' ? [node] : [];
	forEachChild(node, child => {
		own.push(...callsIn(child, source));
	});
	return own;
}

/** A text put together when it is needed could be translated by nobody. */
function textOf({ arguments: [first] }: CallExpression, source: SourceFile): string {
	if (!first || !isStringLiteralLike(first)) {
		throw new Error(`${source.fileName}: l10n.t takes a text in quotes, not ${first?.getText(source) ?? 'nothing'}`);
	}
	return first.text;
}
