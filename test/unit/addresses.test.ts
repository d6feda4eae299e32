import assert from 'node:assert/strict';
import {
	createParser,
	descendants,
	findById,
	idOf,
	labelOf,
	likenessOf,
	nearestTo,
	sectionsIn,
	tasksIn,
} from '../../src/core';
import type { Node, Roadmap } from '../../src/core';

const text = [
	'# Sea',
	'',
	'## Water',
	'',
	'- [ ] Swim',
	'  - [ ] Float on the back',
	'- [x] Dive',
	'',
	'## Wind',
	'',
	'- Boats',
	'  - [ ] Sail',
	'- [ ] Swim',
	'- [ ] Row',
	'- [ ] Row',
	'',
].join('\n');

function parse(markdown: string): Roadmap {
	return createParser({ states: 'extended' }).parse(markdown);
}

/** The ids of the nodes with these words, in document order. */
function idsOf(roadmap: Roadmap, words: string): string[] {
	return [...descendants(roadmap)].filter(node => labelOf(node) === words).map(node => idOf(roadmap, node) ?? '');
}

function all(roadmap: Roadmap): (string | undefined)[] {
	return [...descendants(roadmap)].map(node => idOf(roadmap, node));
}

function named(nodes: readonly Node[]): string[] {
	return nodes.map(labelOf);
}

describe('an id', () => {
	const roadmap = parse(text);

	it('is short, starts with a letter, and is nobody else’s', () => {
		const ids = all(roadmap);
		assert.equal(new Set(ids).size, ids.length);
		for (const id of ids) assert.match(id ?? '', /^[a-z][a-z0-9]{7}(-[12]of2)?$/);
	});

	it('leads back to its node', () => {
		for (const node of descendants(roadmap)) assert.equal(findById(roadmap, idOf(roadmap, node) ?? ''), node);
	});

	it('is the same at all times', () => {
		assert.deepEqual(idsOf(roadmap, 'Dive'), ['oekwekca']);
		assert.deepEqual(all(parse(text)), all(roadmap));
	});

	it('tells equal words in several places apart, and equals in one place by their number', () => {
		const [inWater, inWind] = idsOf(roadmap, 'Swim');
		assert.equal(inWater?.slice(0, 5), inWind?.slice(0, 5));
		assert.notEqual(inWater, inWind);
		const [first, second] = idsOf(roadmap, 'Row');
		assert.equal(first?.replace('-1of2', ''), second?.replace('-2of2', ''));
	});

	it('stays the same whatever is done elsewhere', () => {
		const edits: [string, string][] = [
			['# Sea', 'Words.\n\n# Sea'],
			['- [ ] Swim\n  -', '- [x] Swim\n  -'],
			['[x] Dive', '[-] *Dive*'],
			['- [-] *Dive*\n', '- [-] Dive\n- [ ] Sail\n- [ ] Row\n- [ ] Float on the back\n'],
			['- [ ] Swim\n- [ ] Row', '- [ ] Row'],
			['- Boats', '- [ ] Dive\n- Boats'],
			['## Water', '## Air\n\n- [ ] Fly\n\n## Water'],
		];
		const dive = idsOf(roadmap, 'Dive')[0];
		const float = idsOf(roadmap, 'Float on the back')[0];
		let changed = text;
		for (const [from, to] of edits) {
			changed = changed.replace(from, to);
			assert.ok(changed.includes(to), to);
			const now = parse(changed);
			assert.ok(idsOf(now, 'Dive').includes(dive ?? ''), changed);
			assert.ok(idsOf(now, 'Float on the back').includes(float ?? ''), changed);
			assert.deepEqual(idsOf(now, 'Row').slice(-2), idsOf(roadmap, 'Row'), changed);
		}
	});

	it('is another where the node is another', () => {
		const dive = idsOf(roadmap, 'Dive')[0] ?? '';
		for (const [from, to] of [
			['Dive', 'Dive deep'],
			['- [x] Dive\n', ''],
			['## Water', '## Waves'],
			['- [x] Dive', '  - [x] Dive'],
			['- [x] Dive', '- [x] Dive\n- [ ] Dive'],
		] as const) {
			const changed = text.replace(from, to);
			assert.equal(findById(parse(changed), dive), undefined, changed);
		}
	});

	it('of one of several equals is nobody’s once one of them has gone', () => {
		const now = parse(text.replace('- [ ] Row\n', ''));
		for (const id of idsOf(roadmap, 'Row')) assert.equal(findById(now, id), undefined);
	});

	it('is for nodes of the roadmap only', () => {
		const [other] = parse(text).children;
		assert.ok(other);
		assert.equal(idOf(roadmap, other), undefined);
		assert.equal(findById(roadmap, ''), undefined);
		assert.equal(findById(roadmap, 'toString'), undefined);
	});

	it('is nobody else’s among many', () => {
		const lines = Array.from({ length: 20_000 }, (_, index) => `- [ ] Task ${index}`);
		const ids = all(parse(lines.join('\n')));
		assert.equal(new Set(ids).size, ids.length);
	});
});

describe('the nearest to a wrong id', () => {
	const roadmap = parse(text);

	it('are those with the same words elsewhere', () => {
		const [inWater = ''] = idsOf(roadmap, 'Swim');
		const now = parse(text.replace('- [ ] Swim\n  - [ ] Float on the back\n', ''));
		assert.equal(named(nearestTo(now, inWater))[0], 'Swim');
		assert.equal(named(nearestTo(now, inWater, 'Swim'))[0], 'Swim');
	});

	it('are those with much the same words', () => {
		assert.deepEqual(named(nearestTo(roadmap, 'zzzzzzzz', 'float on your back')), ['Float on the back']);
		assert.deepEqual(named(nearestTo(roadmap, 'zzzzzzzz', 'Divve')), ['Dive']);
	});

	it('are those with much the same id', () => {
		const [dive = ''] = idsOf(roadmap, 'Dive');
		assert.equal(named(nearestTo(roadmap, `${dive.slice(0, 3)}0${dive.slice(4)}`))[0], 'Dive');
	});

	it('are those of the same place', () => {
		const [dive = ''] = idsOf(roadmap, 'Dive');
		const now = parse(text.replace('Dive', 'Go below the surface'));
		assert.deepEqual(named(nearestTo(now, dive)), ['Swim', 'Go below the surface']);
	});

	it('are sought among the nodes that are named', () => {
		assert.deepEqual(
			nearestTo(roadmap, 'the wind', 'the wind', sectionsIn(roadmap)).map(section => section.title),
			['Wind'],
		);
	});

	it('are none where nothing speaks for any', () => {
		assert.deepEqual(nearestTo(roadmap, 'no'), []);
		assert.deepEqual(nearestTo(roadmap, '', 'Ski'), []);
	});
});

describe('likenessOf', () => {
	const likeness = (words: string, task: string): number => {
		const [found] = tasksIn(parse(`- [ ] ${task}`));
		assert.ok(found);
		return likenessOf(words, found);
	};

	it('is 1 for the same words, however they are written', () => {
		assert.equal(likeness('**swim** far!', 'Swim far'), 1);
		assert.equal(likeness('🚀', '🚀'), 1);
	});

	it('is more the more words are the same', () => {
		const alike = likeness('Swim across the bay', 'Swim across the lake');
		assert.ok(alike > 0.5 && alike < 1, String(alike));
		assert.equal(likeness('Ski', 'Swim across the lake'), 0);
	});
});
