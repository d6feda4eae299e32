import { nastyText, type Grammar } from './nasty';
import type { Random } from './random';

/** What is nearly a checkbox, is one, or only looks like it. */
const nearBoxes = (
	'[]|[ x ]|[ x]|[x ]|[  ]|[\u00a0]|[x]|[ ]|[X ]|[✓]|[✅]|[х]|［ ］|［x］|【】|【x】|〔 〕|［x]|[ ］|[~ ]|[-]|[/]|[ ](a)|[x](b)|[x][d]|[x]:|' +
	'[]:|[y]|\\[x]|![x]|`[x]`|*[x]*|[^x]|[[x]]'
).split('|');
const behind = ['', '', ' ', ' ', ' ', '\u00a0', '\u00a0 ', '\t', '\u3000'];
const gaps = ['', '', ' ', ' ', ' ', '\u00a0', ' \u00a0', '  ', '\t'];
const bullets = ['-', '-', '-', '*', '+', '1.', '1)', '> -', '- -'];
const rests = [
	'a',
	'a',
	'b c',
	'`d',
	'e`',
	'`f`',
	'*g',
	'h*',
	'[i',
	'j](k)',
	'<b',
	'c>',
	'<!-- l',
	'm -->',
	'n | o',
	'',
	'p\\',
];
const endings = [
	...[
		' ✅',
		' ✔️',
		'✅',
		' :white_check_mark:',
		' (done)',
		' [done]',
		': done',
		' - DONE',
		' – completed ✅',
		' done',
		' **done**',
		'',
	],
	...[
		' `done`',
		' [a](done)',
		' [(done)](a)',
		' <b>done</b>',
		' \\(done\\)',
		' <!-- (done)',
		' ✅ #',
		' (done) ##',
		' *(done)',
	],
];
const starts = ['# ', '## ', '### ', '  ## ', '#'];

/** Longer than a segment is at least. */
const long = 'word '.repeat(300);

/** A text of tasks, what is nearly one, and headings, in what Markdown parsers stumble over. */
export function nastyFaultyText(random: Random, grammar: Grammar): string {
	const parts = random.some(1, 5, () => {
		const kind = random.next();
		if (kind < 0.3) return nastyText(random, grammar);
		if (kind < 0.33) return `\n${long}\n\n`;
		const lineEnd = random.pick(['\n', '\n', '\n', '\r\n', '\r']);
		return random.some(1, 5, () => line(random) + lineEnd).join('');
	});
	return parts.join('');
}

function line(random: Random): string {
	const kind = random.next();
	if (kind < 0.1) return '';
	if (kind < 0.25) return random.pick(starts) + random.pick(rests) + random.pick(endings);
	const indent = random.pick(['', '', '', '  ', '  ', '    ', '\t', ' ', '      ']);
	if (kind < 0.3) return indent + random.pick(rests);
	if (kind < 0.5) return `${indent}- [${random.pick([' ', 'x', '-', '~'])}] ${random.pick(rests)}`;
	return (
		indent +
		random.pick(bullets) +
		random.pick(gaps) +
		random.pick(nearBoxes) +
		random.pick(behind) +
		random.pick(rests)
	);
}
