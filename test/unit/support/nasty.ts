import type { Random } from './random';

const indents = [
	'',
	'',
	'',
	'',
	' ',
	'  ',
	'  ',
	'   ',
	'    ',
	'     ',
	'\t',
	' \t',
	'      ',
	'\t\t',
	'  \t',
	'\u00a0',
];
const markers = [
	'- ',
	'- ',
	'- ',
	'* ',
	'+ ',
	'-',
	'-   ',
	'-     ',
	'-\t',
	'1. ',
	'1) ',
	'2. ',
	'10. ',
	'0. ',
	'> ',
	'>',
	'>\t',
	'>\t\t',
	'> > ',
	'1.',
	'1.\t',
	'1)  ',
	'01. ',
	'123456789. ',
	'1234567890. ',
	'- - ',
	'+\t\t',
];
const footnotes = ['[^a]: ', '[^b]:', '[^a b]: ', '[^A]:\t', '[^]: ', '[^\\]]: ', '[^é]:  '];
const boxes = [
	'[ ] ',
	'[x] ',
	'[X] ',
	'[ ]',
	'[x]',
	'[\t] ',
	'[ ]\t',
	'[x]\u00a0',
	'[~] ',
	'[/] ',
	'[-] ',
	'[  ] ',
	'[y] ',
	'\\[x\\] ',
	'[ ]  ',
	'[X]\t',
	'[x]\f',
	'[\u00a0] ',
	'[ x] ',
	'[*] ',
	'[ ][d] ',
];
const words = [
	'a',
	'b c',
	'foo',
	'*em*',
	'**b',
	'`code`',
	'``',
	'[d]',
	'[e][d]',
	'[^a]',
	'[x](y)',
	'![i](j)',
	'<b>',
	'<b> c',
	'x|y',
	'&amp;',
	'\\*',
	'a\\',
	'a  ',
	'~~s~~',
	'http://a.b/c_d_',
	'<http://x>',
	'é',
	'\u00a0',
	'😀',
	'\ud800',
	'\0',
	'q\tq',
	'"t"',
	'[D][]',
	'[ d ]',
	'[[d]]',
	'![^a]',
	'[^b]',
	']',
	'[',
	'[x]',
	'[ ]',
	'- [ ] c',
	'> c',
	'`` a`b ``',
	'__u__',
	'~s~',
	'***',
	'<!-- c -->',
	'<i',
	'a@b.c',
	'www.a.b',
	'&nbsp;',
	'&#32;',
	'\f',
	'\v',
	'\u2028',
	'\u3000',
	'\u0085',
	'\ufeff',
	':tada:',
];
const leaves = [
	'# h',
	'## *h* #',
	'#',
	'### #',
	'#h',
	'####### h',
	'# h \\#',
	'#\th',
	'===',
	'---',
	'--',
	'=',
	'- - -',
	'***',
	'* * *',
	'_ _ _',
	'+++',
	'--- ',
	'```',
	'```',
	'~~~',
	'````',
	'~~~~',
	'``` js',
	'``` a`b',
	'~~~ a`b',
	'`````',
	'```````` x',
	'~~~~~~~',
	'~~~ ',
	'```\t',
	'~~',
	'<div>',
	'</div>',
	'<div',
	'<b>',
	'</b>',
	'<b',
	'<a href="x">',
	'<a b=c/d>',
	'<script>',
	'</script>',
	'<pre',
	'<style>',
	'</style>',
	'<textarea>',
	'<!--',
	'-->',
	'<!-- c -->',
	'<!-->',
	'<?',
	'?>',
	'<!A',
	'<!a>',
	'>',
	'<![CDATA[',
	']]>',
	'<ul>',
	'<!-- a -- b',
	'<!--->',
	'--->',
	'<?php x ?>',
	'<!DOCTYPE html>',
	'<![CDATA[x]]>',
	'<Script',
	'<pre>x</pre>',
	'</textarea >',
	'</pre>',
	'<details open>',
	'</summary>',
	'<h1',
	'</p',
	'<hr/>',
	'<DIV\t',
	'<divx>',
	'<search>',
	'<x-y>',
	'<b />',
	"<a b='c' d>",
	'<a b = "c">',
	'</b >',
	'<a',
	'b>',
	'[d]: /u',
	'[d]:',
	'[d]: <u',
	'[d]: /u "t',
	't"',
	"[e]: /u 't'",
	'[d',
	'[D ]: x y',
	'[d]: (',
	'[d]: </u> (t)',
	'[d]:\t/u',
	'[x]: /u',
	'[ ]: /u',
	'[a\\]]: /u',
	'<<<<<<< a',
	'=======',
	'>>>>>>> b',
	'|||||||',
	'"t"',
];
const tables = [
	'a | b',
	'- | -',
	'|-|-|',
	'| a | b |',
	':-',
	'-:',
	'|a',
	'|-',
	'a | b | c',
	'-|-|-',
	'\\| a | b',
	'| - ',
	'|',
	'||',
	'| --- |',
	':-: | :-:',
	'-|',
	'| `a|b` |',
	'a \\| b',
	'|:-',
	' | ',
];

/** HTML of the seventh kind, which the record and cmark-gfm are known to misread. */
const seventh = /^<(?:\/?[abx]\b|divx|\/(?:s|pre|textarea))/;
/** Markers that the record is known to misread. */
const misread = /^(?:0\.|2\.|10\.|01\.|123|.[.)]$|[-+*]$)/;

/** What texts are made of. */
interface Pieces {
	readonly markers: readonly string[];
	readonly words: readonly string[];
	readonly leaves: readonly string[];
	readonly footnotes: readonly string[];
	readonly tables: readonly string[];
}

const without = (pieces: readonly string[], ...left: readonly RegExp[]) =>
	pieces.filter(piece => !left.some(pattern => pattern.test(piece)));

/**
 * What commonmark.js, the arbiter, knows; with tables and footnotes, which it does not know, and without what needs an
 * arbiter; and what cmark-gfm knows, where that is the arbiter.
 */
const grammars = {
	commonmark: { markers, words, leaves, footnotes: [], tables: [] },
	extensions: {
		markers: without(markers, misread),
		words: without(words, misread, seventh),
		leaves: without(leaves, misread, seventh),
		footnotes,
		tables,
	},
	mixed: {
		markers,
		words: without(words, seventh),
		leaves: without(leaves, seventh),
		footnotes,
		tables,
	},
} as const satisfies Record<string, Pieces>;

export type Grammar = keyof typeof grammars;

/** A short text made of what Markdown parsers stumble over. */
export function nastyText(random: Random, grammar: Grammar): string {
	const pieces = grammars[grammar];
	const lineEnds = random.pick([['\n'], ['\n'], ['\n'], ['\r\n'], ['\r'], ['\n', '\r\n', '\r']]);
	const lineEnd = () => random.pick(lineEnds);
	const front = grammar === 'commonmark' && random.chance(0.06) ? frontMatter(random, lineEnd) : '';
	const lines = nastyLines(random, pieces).map(line => line + lineEnd());
	const text = (random.chance(0.03) ? '\ufeff' : '') + front + lines.join('');
	return random.chance(0.3) ? text.replace(/[\r\n]+$/, '') : text;
}

/** Lines; many go on in the containers of the one before. */
function nastyLines(random: Random, pieces: Pieces): string[] {
	let before = '';
	return random.some(1, 9, () => {
		if (random.chance(0.14)) return random.pick(['', '', '', ' ', '  ', '\t', '    ']);
		before = (random.chance(0.3) ? inside(before) : '') + prefix(random, pieces);
		return before + content(random, pieces);
	});
}

/** What a line starts with that goes on in what another line's `prefix` opened. */
function inside(prefix: string): string {
	return prefix.replace(/\[\^.*?\]:/g, '    ').replace(/[^>\s]/g, ' ');
}

function prefix(random: Random, { markers, footnotes }: Pieces): string {
	let text = random.pick(indents);
	while (random.chance(0.45)) {
		text += random.pick(footnotes.length > 0 && random.chance(0.05) ? footnotes : markers);
		if (random.chance(0.15)) text += random.pick(indents);
	}
	return text;
}

function content(random: Random, { words, leaves, tables }: Pieces): string {
	const kind = random.next();
	if (kind < 0.35) return random.pick(boxes) + (random.chance(0.85) ? random.pick(words) : '');
	if (kind < 0.55) return random.some(1, 2, () => random.pick(words)).join(' ');
	return random.pick(tables.length > 0 && kind < 0.65 ? tables : leaves);
}

function frontMatter(random: Random, lineEnd: () => string): string {
	const fence = random.pick(['---', '+++', '--- ', '---\t', '----', '++']);
	const matter = random.some(0, 2, () => random.pick(['a: b', '- [ ] a', '# h', '', '```']));
	const close = random.chance(0.8) ? [random.pick([fence, fence, '---', '+++', ' ---'])] : [];
	return [fence, ...matter, ...close].map(line => line + lineEnd()).join('');
}

const typed = [
	'',
	'',
	'x',
	' ',
	'\n',
	'\n\n',
	'\r',
	'\r\n',
	'- ',
	'- [ ] a\n',
	'1. ',
	'# h\n',
	'```\n',
	'`',
	'> ',
	'<!--',
	'-->',
	'</script>',
	'    ',
	'[d]: x\n',
	'[^a]: ',
	'---\n',
	'=',
	'\t',
	'|',
	'\ufeff',
];

/** `text` after something was put in, taken out or replaced somewhere: mostly a few characters, now and then many. */
export function edited(random: Random, text: string, grammar: Grammar): string {
	const start = random.below(text.length + 1);
	const end = Math.min(text.length, start + random.pick([0, 0, 0, 0, 1, 1, 1, 2, 5, 20, text.length]));
	const piece = random.chance(0.1) ? nastyText(random, grammar) : random.pick(typed);
	return text.slice(0, start) + piece + text.slice(end);
}

/** What titles are marked up with, and what looks like it. */
const inlines = (
	'a|b|1|é|😀|.|,|-|—|(|)|\'|"|!|/|:|w|@|://|*|*|**|**|***|_|_|__|~|~~|~~|~1|x_y|`|`|`c`|`*`|``|[|](x)|[a](b)|[a]|[^a](b)|' +
	'[`c`](d_e)|![i](j*k)|\\|\\*|<|<b>|< |&|& |&amp;|\u00a0|\n'
).split('|');

/** A short line of emphasis, code, links and what is nearly that. */
export function nastyInlines(random: Random): string {
	return random
		.some(1, 10, () => (random.chance(0.2) ? ' ' : random.pick(inlines)))
		.join('')
		.trim();
}
