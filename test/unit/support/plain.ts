import type { Random } from './random';

/** How somebody writes lists. */
interface Style {
	readonly marker: (number: number) => string;
	readonly indent: string;
	readonly isLoose: boolean;
	readonly underHeading: string;
}

/** A roadmap as people write them: in one style, and with nothing in it that Markdown might read otherwise. */
export function plainRoadmap(random: Random): string {
	const style = styleOf(random);
	const eol = random.pick(['\n', '\n', '\r\n']);
	const lines = random.chance(0.8) ? ['# Title', ''] : [];
	if (random.chance(0.3)) lines.push('Some words before.', '');
	lines.push(...random.some(1, 4, () => section(random, style, 2)).flat());
	while (lines.at(-1) === '') lines.pop();
	return lines.join(eol) + (random.chance(0.8) ? eol : '');
}

function styleOf(random: Random): Style {
	const bullet = random.pick(['-', '-', '*', '+']);
	const isOrdered = random.chance(0.25);
	const isTabbed = random.chance(0.15);
	return {
		marker: number => (isOrdered ? `${String(number)}.` : bullet),
		indent: isTabbed ? '\t' : isOrdered ? random.pick(['   ', '    ']) : random.pick(['  ', '  ', '    ']),
		isLoose: random.chance(0.2),
		underHeading: random.pick(['', '', '-']),
	};
}

function section(random: Random, style: Style, level: number): string[] {
	const lines = [`${'#'.repeat(level)} ${name(random)}`, ...(style.underHeading === '' ? [''] : [])];
	if (random.chance(0.2)) lines.push('A paragraph about it.', '');
	if (random.chance(0.8)) lines.push(...list(random, style, '', 0), '');
	if (random.chance(0.1)) lines.push('Another one behind.', '');
	if (level < 4 && random.chance(0.4)) lines.push(...random.some(1, 2, () => section(random, style, level + 1)).flat());
	return lines;
}

function list(random: Random, style: Style, indent: string, depth: number): string[] {
	let number = 0;
	return random
		.some(1, depth === 0 ? 11 : 3, () => {
			number++;
			const box = random.chance(0.85) ? random.pick(['[ ] ', '[ ] ', '[x] ']) : '';
			const lines = [`${indent}${style.marker(number)} ${box}${name(random)}`];
			// Behind a number of two digits, what is inside must be indented by four.
			const inner = indent + (style.marker(number).length + 1 > style.indent.length ? '    ' : style.indent);
			if (random.chance(0.15)) lines.push(`${inner}a note to it`);
			if (random.chance(0.08))
				lines.push('', `${inner}\`\`\`js`, `${inner}code()`, '', `${inner}  more()`, `${inner}\`\`\``);
			if (depth < 3 && random.chance(0.25)) lines.push(...list(random, style, inner, depth + 1));
			if (style.isLoose) lines.push('');
			return lines;
		})
		.flat();
}

function name(random: Random): string {
	return `${random.pick(['Learn', 'Build', 'Read', '**Write**', 'Try'])} ${random.pick(['tests', '`code`', 'a book', '[it](x.md)', 'SQL'])} ${String(random.below(1000))}`;
}
