const size = 1_000_000;

const fill = (piece: string): string => piece.repeat(Math.floor(size / piece.length));

/** Texts of 1 MB that make many readers slow, or overflow their stack. */
export const hostile: readonly (readonly [name: string, text: string])[] = [
	['one line', fill('word ')],
	['one word', fill('w')],
	['one paragraph', fill('word\n')],
	['one task', `- [ ] task\n${fill('  word\n')}`],
	['one task of many paragraphs', `- [ ] task\n${fill('\n  word\n')}`],
	['one fence', `\`\`\`\n${fill('- [ ] task\n')}`],
	['one comment', `<!--\n${fill('- [ ] task\n')}`],
	['`>`', fill('>')],
	['`> `, and blank lines', `${'> '.repeat(100_000)}a\n${'\n'.repeat(size - 200_000)}`],
	['`- `', fill('- ')],
	['`- `, and blank lines', `${'- '.repeat(100_000)}a\n${'\n'.repeat(size - 200_000)}`],
	['`- `, a fence and blank lines', `${'- '.repeat(100_000)}\`\`\`\n${'\n'.repeat(size - 200_000)}`],
	['`- [ ] - [ ] `', fill('- [ ] ')],
	['`[`', fill('[')],
	['`]`', fill(']')],
	['`*`', fill('*')],
	['`* `', fill('* ')],
	['`_a `', fill('_a ')],
	['`**a *`', fill('**a *')],
	['`~`', fill('~')],
	['backticks', fill('`')],
	['backticks of every length', backticks()],
	['`<a `', fill('<a ')],
	['`<a b=`', fill('<a b=')],
	['`[a]: `', fill('[a]: ')],
	['`[a](`', fill('[a](')],
	['`&amp`', fill('&amp')],
	['`|`', `a|b\n${fill('|')}`],
	['`-|`', `a|b\n${fill('-|')}`],
	['spaces', fill(' ')],
	['tabs', fill('\t')],
	['carriage returns', fill('\r')],
	['empty items', fill('-\n')],
	['empty tasks', fill('- [ ] a\n')],
	['100,000 levels of quotes and items', `${'> - '.repeat(100_000)}[ ] a\n${fill('> ')}`.slice(0, size)],
	['levels, a line each', levels()],
	['headings', fill('# a\n')],
	['setext underlines', fill('a\n=\n')],
	['definitions', fill('[a]: b\n')],
	['footnotes', fill('[^a]: b\n')],
	['tasks whose title is `[`', fill(`- [ ] ${'['.repeat(500)}\n`)],
	['tasks whose title is `*a `', fill(`- [ ] ${'*a '.repeat(200)}\n`)],
	['tasks whose title is backticks', fill(`- [ ] ${'`'.repeat(9)}${' ``'.repeat(200)}\n`)],
];

function backticks(): string {
	let text = '';
	for (let length = 1; text.length < size; length++) text += `${'`'.repeat(length)} `;
	return text.slice(0, size);
}

/** Each line is an item in the one above. */
function levels(): string {
	let text = '';
	for (let depth = 0; text.length < size; depth++) text += `${'  '.repeat(depth)}- [ ] a\n`;
	return text.slice(0, size);
}
