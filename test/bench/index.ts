/**
 * Speed and memory of reading and editing roadmaps, beside the Markdown parsers that other tools build on: `npm run bench`. What is
 * measured is built as it is shipped. Every round reads a text of its own, so that no cache is flattered.
 */
import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { createParser, type Roadmap } from '../../src/core';
import { hostile } from './hostile';
import { following, matching } from './history';
import { machine, medians, milliseconds, printTable, times } from './measure';
import { structure } from './operations';
import { lezerEditing, look, ours, oursEditing, oursWhole, peers, record } from './readers';
import { flat, roadmap } from './texts';

/** The median, the ninetieth percentile and the largest of public roadmaps, and one with 18,000 tasks. */
const sizes = [4_000, 15_000, 88_000, 1_100_000];
const largest = 1_100_000;

console.log(`${machine()}, medians`);
warmUp();
coldParse();
oneKeystroke();
growth();
structure();
matching();
following();
hostileTexts();
memory();
bundles();

function warmUp(): void {
	medians(() => roadmap(88_000), [ours, oursWhole, ...Object.values(peers)]);
}

function coldParse(): void {
	const names = ['Roadmap Progress', '… with every node and text looked at', ...Object.keys(peers)];
	const columns = sizes.map(size => medians(() => roadmap(size), [ours, oursWhole, ...Object.values(peers)]));
	const rows = names.map((name, row) => [name, ...columns.map(column => milliseconds(column[row] ?? NaN))]);
	// Half a minute for the largest: one size less says enough.
	const slow = sizes.slice(0, 3).map(size => milliseconds(medians(() => roadmap(size), [record])[0] ?? NaN));
	rows.push(['mdast-util-from-markdown', ...slow, '–']);
	rows.push([
		'fastest of the others, to ours',
		...columns.map(([own = NaN, , ...others]) => times(Math.min(...others) / own)),
	]);
	printTable(['cold parse', ...sizes.map(kilobytes)], rows);
}

function oneKeystroke(): void {
	const columns = sizes.map(size => {
		const text = roadmap(size);
		const offset = text.indexOf('\n', size / 2) - 3;
		const editors = [oursEditing(text), lezerEditing(text)];
		let typed = '';
		return medians(
			() => flat(text.slice(0, offset) + (typed += 'x') + text.slice(offset)),
			editors.map(editor => changed => editor.insert(changed, offset, 1)),
			1,
		);
	});
	const row = (name: string, index: number) => [name, ...columns.map(column => milliseconds(column[index] ?? NaN))];
	printTable(
		['after one keystroke', ...sizes.map(kilobytes)],
		[
			row('Roadmap Progress', 0),
			row('@lezer/markdown, told what changed', 1),
			['ours, of that', ...columns.map(([own = NaN, other = NaN]) => `${String(Math.round((100 * own) / other))} %`)],
		],
	);
}

function growth(): void {
	const [small = NaN] = medians(() => roadmap(largest / 8), [ours]);
	const [large = NaN] = medians(() => roadmap(largest), [ours]);
	printTable(['8 times the text takes', ''], [['Roadmap Progress', `${times(large / small)} as long`]]);
}

function hostileTexts(): void {
	const plain = roadmap(1_000_000);
	const [base = NaN, baseWhole = NaN] = medians(() => flat(plain), [ours, oursWhole]);
	const rows = hostile.map(([name, text]) => {
		const [parsed = NaN, whole = NaN] = medians(() => flat(text), [ours, oursWhole]);
		return [name, milliseconds(parsed), times(parsed / base), milliseconds(whole)];
	});
	printTable(
		['1 MB of', 'parse', 'to a roadmap', 'all looked at'],
		[['a roadmap', milliseconds(base), '1.0×', milliseconds(baseWhole)], ...rows],
	);
}

/** Needs `node --expose-gc`. */
function memory(): void {
	const collect = globalThis.gc;
	if (collect === undefined) return;
	const text = roadmap(largest);
	const used = (): number => {
		collect();
		return process.memoryUsage().heapUsed;
	};
	const before = used();
	const parser = createParser({ states: 'extended' });
	const kept: Roadmap[] = [parser.parse(text)];
	const parsed = used() - before;
	kept.forEach(look);
	const whole = used() - before;
	parser.parse(`${text}x`);
	const cell = (bytes: number): string => `${megabytes(bytes)}, ${times(bytes / text.length)} the text`;
	printTable(
		['kept for 1.1 MB, beside the text', ''],
		[
			['after parsing', cell(parsed)],
			['with every node and text looked at', cell(whole)],
		],
	);
}

function bundles(): void {
	const files = ['dist/extension.js', 'dist/web/extension.js', 'dist/review.js'];
	const rows = files.map(file => [
		file,
		kilobytes(statSync(file).size),
		kilobytes(gzipSync(readFileSync(file)).length),
	]);
	printTable(['bundle', 'minified', 'gzipped'], rows);
}

function kilobytes(bytes: number): string {
	return `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
}

function megabytes(bytes: number): string {
	return `${(bytes / 1e6).toFixed(1)} MB`;
}
