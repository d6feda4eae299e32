import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { lexer, type Token } from 'marked';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { quoted } from '../../../src/agents/words';
import { shown } from '../../../src/util/emoji';
import { escapeHtml, escapeIcons, escapeMarkdown, escapeMessage, tame } from '../../../src/util/text';

/** VS Code's own, for icons among words: src/vs/base/browser/ui/iconLabel/iconLabels.ts. */
const icon = /(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g;
/** VS Code's own, for links in notifications and descriptions: src/vs/base/common/linkedText.ts. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const controls = /[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

const preview = new MarkdownIt({ html: true, linkify: true });

/** Whether all that makes words safe for a place does so for these. Each throws where it does not. */
export function checkWords(text: string): void {
	const length = 200;
	for (const words of [tame(text, length), shown(text, length)]) {
		assert.ok(words.length <= length, 'too long');
		assert.doesNotMatch(words, controls);
		checkIcons(words);
		checkMessage(words);
		checkMarkdown(words);
		checkHtml(words);
	}
	checkQuoted(text);
}

function checkIcons(words: string): void {
	for (const [whole, escape] of escapeIcons(`$(check) ${words}`).slice('$(check) '.length).matchAll(icon)) {
		assert.equal(escape, '\\', `an icon: ${whole}`);
	}
}

function checkMessage(words: string): void {
	assert.doesNotMatch(escapeMessage(words), link);
}

/** As words, in a cell of a table, in a heading, bold and in a task, they are words and nothing else. */
function checkMarkdown(words: string): void {
	const escaped = escapeMarkdown(words);
	const expected = words.replaceAll(/\s+/g, ' ').trim();
	const inline = `before ${escaped} behind`;
	const [paragraph, ...others] = lexer(inline);
	assert.deepEqual([paragraph?.type, others.length], ['paragraph', 0]);
	for (const { type } of inside(paragraph)) {
		assert.ok(['paragraph', 'text', 'escape'].includes(type), type);
	}
	if (expected === '') {
		return; // nothing is shown of it, nor put in bold
	}
	const cells = `| ${escaped} | next |\n|:--|--:|\n| ${escaped} | next |`;
	for (const place of [escaped, inline, cells, `# ${escaped}`, `**${escaped}**`, `- [x] ${escaped} · Monday`]) {
		const byMicromark = micromark(place, {
			extensions: [gfm()],
			htmlExtensions: [gfmHtml()],
			allowDangerousHtml: true,
		});
		for (const html of [preview.render(place), byMicromark]) {
			const tags = [...html.matchAll(/<\/?([a-z]\w*)/g)].map(([, name]) => name);
			const ours = ['p', 'h1', 'strong', 'ul', 'li', 'input', 'table', 'thead', 'tbody', 'tr', 'th', 'td'];
			assert.deepEqual(
				tags.filter(name => !ours.includes(name ?? '')),
				[],
				html,
			);
		}
	}
	const [, said = ''] = /^<p>before ([^]*) behind<\/p>\s*$/.exec(preview.render(inline)) ?? [];
	assert.equal(unescaped(said).replaceAll(/\s+/g, ' ').trim(), expected);
}

function* inside(token: Token | undefined): Generator<Token> {
	if (token) {
		yield token;
		for (const child of 'tokens' in token ? (token.tokens ?? []) : []) {
			yield* inside(child);
		}
	}
}

function unescaped(html: string): string {
	const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
	return html.replaceAll(/&(lt|gt|quot|amp);/g, (_, name: string) => characters[name] ?? '');
}

function checkHtml(words: string): void {
	assert.doesNotMatch(escapeHtml(words), /[<>"']|&(?!#\d+;)/);
}

/** A string of JSON on one line, with nothing in it that cannot be seen. */
function checkQuoted(text: string): void {
	const said = quoted(text);
	assert.match(said, /^"(?:[^"\\]|\\["\\]|\\u[0-9a-f]{4}|\\[bfnrt])*"$/);
	assert.doesNotMatch(said, /[\0-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e01ef}]/u);
	assert.equal(typeof JSON.parse(said), 'string');
}
