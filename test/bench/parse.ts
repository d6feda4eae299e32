/**
 * Speed of reading a roadmap, beside the Markdown parsers that other tools build on: `npm run bench`.
 *
 * Each run reads a text of its own, so that no cache is flattered. The peers make a syntax tree or tokens of the whole
 * text; the core makes its model, with every title and text looked at.
 */
import { cpus } from 'node:os';
import { GFM, parser as lezer } from '@lezer/markdown';
import * as commonmark from 'commonmark';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { createParser, descendants, labelOf } from '../../src/core';

const runs = 7;
/** The median, the ninetieth percentile and the largest of real roadmaps, and one with 18,000 tasks. */
const sizes = [4_000, 15_000, 88_000, 1_100_000];
/** The parser of record needs half a minute for the largest: one size less says enough. */
const patience = 100_000;

const markdownIt = new MarkdownIt();
const withGfm = lezer.configure(GFM);

const readers: Record<string, (text: string) => unknown> = {
	'Roadmap Progress': text => [...descendants(createParser({ states: 'extended' }).parse(text))].map(labelOf),
	'markdown-it': text => markdownIt.parse(text, {}),
	marked: text => marked.lexer(text),
	'commonmark.js': text => new commonmark.Parser().parse(text),
	'@lezer/markdown': text => withGfm.parse(text),
	'mdast-util-from-markdown': text =>
		text.length > patience
			? undefined
			: fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
};

let serial = 0;

/** A roadmap of about this many characters: sections, tasks, tasks in tasks, some emphasis, code and links. */
function roadmap(length: number): string {
	const lines = ['# Roadmap'];
	for (let size = 0, index = 0; size < length; index++) {
		const line = lineOf(index, (serial = (serial * 1_103_515_245 + 12_345) % 2_147_483_648));
		lines.push(line);
		size += line.length + 1;
	}
	return `${lines.join('\n')}\n`;
}

function lineOf(index: number, random: number): string {
	const words = `item ${index} with ${random.toString(36)} and more to say about it`;
	if (index % 25 === 0) {
		return `\n## Section ${index / 25}: ${random.toString(36)}\n`;
	}
	const text =
		index % 10 === 3 ? `**${words}** in \`code\`` : index % 10 === 7 ? `[${words}](https://example.org)` : words;
	return `${index % 4 === 2 ? '  ' : ''}- [${random % 3 === 0 ? 'x' : ' '}] ${text}`;
}

/** Milliseconds that the middle one of several runs takes. */
function median(run: (index: number) => unknown): number {
	const times = Array.from({ length: runs }, (_, index) => {
		const start = performance.now();
		run(index);
		return performance.now() - start;
	});
	return times.sort((a, b) => a - b)[(runs - 1) / 2] ?? Number.NaN;
}

function milliseconds(time: number): string {
	return time < 10 ? time.toPrecision(2) : String(Math.round(time));
}

console.log(
	`Node.js ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; milliseconds, median of ${runs} runs\n`,
);
console.log(`| cold parse | ${sizes.map(size => `${(size / 1000).toLocaleString('en')} kB`).join(' | ')} |`);
console.log(`|---|${'--:|'.repeat(sizes.length)}`);
for (const [name, read] of Object.entries(readers)) {
	read(roadmap(88_000)); // let the engine compile
	const cells = sizes.map(size => {
		const texts = Array.from({ length: runs }, () => roadmap(size));
		return read(texts[0] ?? '') === undefined ? 'not tried' : milliseconds(median(index => read(texts[index] ?? '')));
	});
	console.log(`| ${name} | ${cells.join(' | ')} |`);
}

console.log(`\n| after one keystroke | ${sizes.map(size => `${(size / 1000).toLocaleString('en')} kB`).join(' | ')} |`);
console.log(`|---|${'--:|'.repeat(sizes.length)}`);
const cells = sizes.map(size => {
	const text = roadmap(size);
	const parser = createParser({ states: 'extended' });
	parser.parse(text);
	const middle = text.indexOf('more', size / 2);
	return milliseconds(
		median(index => parser.parse(`${text.slice(0, middle)}${'typed'.slice(0, index)}${text.slice(middle)}`)),
	);
});
console.log(`| Roadmap Progress | ${cells.join(' | ')} |`);
