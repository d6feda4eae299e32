import type { Random } from './random';

const indents = ['', '', '', '', ' ', '  ', '  ', '   ', '    ', '     ', '\t', ' \t', '      '];
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
];
const footnotes = ['[^a]: ', '[^b]:', '[^a b]: '];
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
];

/** What the record is known to misread: with tables and footnotes there is no arbiter that could tell. */
const misread = /^(?:0\.|2\.|10\.|.[.)]$|[-+*]$|<\/?[ab]\b|<\/s)/;
const tameMarkers = markers.filter(marker => !misread.test(marker));
const tameLeaves = leaves.filter(leaf => !misread.test(leaf));
const tameWords = words.filter(word => !misread.test(word));

export interface NastyOptions {
	/** Tables and footnotes: what commonmark.js, the arbiter, does not know. Then what needs an arbiter is left out. */
	readonly extensions: boolean;
}

/** A short text made of what Markdown parsers stumble over. */
export function nastyText(random: Random, { extensions }: NastyOptions): string {
	const lineEnds = random.pick([['\n'], ['\n'], ['\n'], ['\r\n'], ['\r'], ['\n', '\r\n', '\r']]);
	const line = () => nastyLine(random, extensions) + random.pick(lineEnds);
	const front = !extensions && random.chance(0.06) ? frontMatter(random) : '';
	const text = (random.chance(0.03) ? '\ufeff' : '') + front + random.some(1, 9, line).join('');
	return random.chance(0.3) ? text.replace(/[\r\n]+$/, '') : text;
}

function nastyLine(random: Random, extensions: boolean): string {
	const kind = random.next();
	if (kind < 0.14) return random.pick(['', '', '', ' ', '  ', '\t', '    ']);
	return prefix(random, extensions) + content(random, extensions);
}

function prefix(random: Random, extensions: boolean): string {
	let text = random.pick(indents);
	while (random.chance(0.45)) {
		text +=
			extensions && random.chance(0.05) ? random.pick(footnotes) : random.pick(extensions ? tameMarkers : markers);
		if (random.chance(0.15)) text += random.pick(indents);
	}
	return text;
}

function content(random: Random, extensions: boolean): string {
	const kind = random.next();
	if (kind < 0.35) return random.pick(boxes) + (random.chance(0.85) ? random.pick(extensions ? tameWords : words) : '');
	if (kind < 0.55) return random.some(1, 2, () => random.pick(extensions ? tameWords : words)).join(' ');
	if (extensions && kind < 0.65) return random.pick(tables);
	return random.pick(extensions ? tameLeaves : leaves);
}

function frontMatter(random: Random): string {
	const fence = random.pick(['---', '+++', '--- ', '---\t', '----', '++']);
	const close = random.chance(0.8) ? random.pick([fence, '---', '+++', ' ---']) + '\n' : '';
	return `${fence}\n${random.some(0, 2, () => random.pick(['a: b', '- [ ] a', '# h', ''])).join('\n')}\n${close}`;
}

/** `text` after a few characters were put in, taken out or replaced somewhere. */
export function edited(random: Random, text: string): string {
	const start = random.below(text.length + 1);
	const end = Math.min(text.length, start + random.pick([0, 0, 1, 1, 2, 5, 20]));
	const pieces = [
		'',
		'',
		'x',
		' ',
		'\n',
		'\n\n',
		'\r',
		'- ',
		'- [ ] a\n',
		'# h\n',
		'```\n',
		'> ',
		'<!--',
		'-->',
		'    ',
		'[d]: x\n',
		'---\n',
		'\t',
	];
	return text.slice(0, start) + random.pick(pieces) + text.slice(end);
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
