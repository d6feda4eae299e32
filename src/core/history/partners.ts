import type { Entry, Heading } from './entries';
import type { Matching } from './matching';

/** What speaks for two sections being one. */
interface Bond {
	readonly before: Heading;
	readonly now: Heading;
	readonly strength: number;
}

/** How much the same path and the same title count, where all tasks in common are 1. */
const samePath = 0.5;
const sameTitle = 0.25;

/** Which sections of the version before became which of the present one: by the tasks in them, then by title and order. */
export function partnersOf(matching: Matching): ReadonlyMap<Heading, Heading> {
	const before = sizesOf(matching.before);
	const now = sizesOf(matching.now);
	const bonds = [...bondsByTasks(matching, before, now), ...bondsByPath(before, now), ...bondsByTitle(before, now)];
	const partners = new Map<Heading, Heading>();
	const taken = new Set<Heading>();
	const join = (one: Heading, other: Heading): void => {
		if (partners.has(one) || taken.has(other)) return;
		partners.set(one, other);
		taken.add(other);
	};
	for (const bond of bonds.sort((one, other) => other.strength - one.strength)) join(bond.before, bond.now);
	joinByOrder([...before.keys()], [...now.keys()], partners, join);
	return partners;
}

/** How many tasks stand right below each heading that has some, in document order. */
function sizesOf(entries: readonly Entry[]): Map<Heading, number> {
	const sizes = new Map<Heading, number>();
	for (const { heading } of entries) sizes.set(heading, (sizes.get(heading) ?? 0) + 1);
	return sizes;
}

type Sizes = ReadonlyMap<Heading, number>;

function bondsByTasks(matching: Matching, before: Sizes, now: Sizes): Bond[] {
	const common = new Map<Heading, Map<Heading, number>>();
	for (const entry of matching.before) {
		const to = matching.nowOf(entry)?.heading;
		if (!to) continue;
		const counts = common.get(entry.heading) ?? new Map<Heading, number>();
		common.set(entry.heading, counts.set(to, (counts.get(to) ?? 0) + 1));
	}
	return [...common].flatMap(([from, counts]) =>
		[...counts].map(([to, count]) => {
			const share = (2 * count) / (Number(before.get(from)) + Number(now.get(to)));
			return { before: from, now: to, strength: share + likenessOf(from, to) };
		}),
	);
}

function likenessOf(one: Heading, other: Heading): number {
	if (one === other) return samePath;
	return one.wording === other.wording ? sameTitle : 0;
}

function bondsByPath(before: Sizes, now: Sizes): Bond[] {
	return [...before.keys()]
		.filter(each => now.has(each))
		.map(each => ({ before: each, now: each, strength: samePath }));
}

/** Of titles that stand in both versions once. */
function bondsByTitle(before: Sizes, now: Sizes): Bond[] {
	const ones = byTitle(before);
	return [...byTitle(now)].flatMap(([title, heading]) => {
		const one = ones.get(title);
		return one && heading ? [{ before: one, now: heading, strength: sameTitle }] : [];
	});
}

/** `undefined` for titles of several. */
function byTitle(sizes: Sizes): ReadonlyMap<string, Heading | undefined> {
	const titles = new Map<string, Heading | undefined>();
	for (const heading of sizes.keys()) {
		const { key } = heading.wording;
		titles.set(key, titles.has(key) ? undefined : heading);
	}
	return titles;
}

/** Joins what is left between two sections that are joined, where as many are left in both versions. */
function joinByOrder(
	before: readonly Heading[],
	now: readonly Heading[],
	partners: ReadonlyMap<Heading, Heading>,
	join: (before: Heading, now: Heading) => void,
): void {
	const indices = new Map(now.map((heading, index) => [heading, index]));
	const taken = new Set(partners.values());
	let run: Heading[] = [];
	let start = 0;
	const close = (end: number): void => {
		const free = now.slice(start, Math.max(start, end)).filter(heading => !taken.has(heading));
		if (free.length === run.length) run.forEach((heading, index) => join(heading, free[index] as Heading));
		run = [];
		start = end + 1;
	};
	for (const heading of before) {
		const partner = partners.get(heading);
		if (partner) close(Number(indices.get(partner)));
		else run.push(heading);
	}
	close(now.length);
}
