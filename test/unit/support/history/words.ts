import type { Random } from '../random';

const verbs = list(
	'Learn|Build|Write|Read|Set up|Try|Add|Design|Test|Fix|Plan|Draft|Review|Measure|Publish|Finish|Improve|Compare|Study|Practise',
);
const nouns = list(
	'parser|unit tests|error handling|REST API|user accounts|sign-in|password reset|settings page|theme|search|notifications|' +
		'email templates|payments|invoices|CSV export|import wizard|cache|message queue|logging|metrics|alerts|backups|deploy script|' +
		'pipeline|compiler|regular expressions|landing page|pricing|changelog|user interviews|newsletter|shortcuts|editor|plugins|' +
		'fence|raised beds|seeds|watering plan|compost|kitchen sink|tiles|budget|insurance|training plan|photo album|bookshelf|' +
		'database schema|migration|billing|dashboard|charts|reports|permissions|audit log|file upload|image resizing|translations',
);
const kinds = list(
	'new|old|small|full|weekly|public|internal|second|fast|shared|secure|mobile|Danish|monthly|default|nightly|typed|nested|lazy|incremental',
);
const subjects = list(
	'Docker|Kubernetes|SQL|indexes|transactions|GraphQL|Redis|TypeScript generics|async iterators|memory profiling|binary trees|' +
		'graph algorithms|dynamic programming|hash tables|linear algebra|probability|Bayes theorem|HTTP caching|TLS|OAuth|accessibility|' +
		'SEO|Spanish verbs|closures|garbage collection|type inference|sorting|recursion|WebSockets|CSS grid|SVG|shaders|Git internals',
);
const additions = list(
	'for beginners|on Linux|with tests|for version 2|by hand|in the browser|without downtime|for mobile|end to end|in Rust|for admins|step by step|offline|with examples|behind a flag',
);
const notes = list(
	'(book by Ann Lee)|(see notes)|(video course)|(at least twice)|(30 pages)|(ask Tom)|– two weekends|– optional|(v2)|(chapters 3 to 5)|, then rest',
);
/** What stands in many sections alike. */
const common = list('Tests|Docs|Review|Deploy|Write tests|Update docs|Refactor|Clean up');
const titles = list(
	'Basics|Databases|Front end|Back end|Release|Payments|Search|Infrastructure|Security|Performance|Writing|Marketing|Garden|House|Health|' +
		'Languages|Mathematics|Algorithms|Tooling|Community|Ideas|Later|Next|Research|Design|Mobile|Observability|Onboarding|Data|Events',
);

function list(words: string): readonly string[] {
	return words.split('|');
}

export function titleText(random: Random): string {
	const title = random.pick(titles);
	if (random.chance(0.6)) return title;
	return random.chance(0.5)
		? `${title} ${random.pick(additions)}`
		: `${title} and ${random.pick(titles).toLowerCase()}`;
}

function thing(random: Random): string {
	const kind = random.next();
	if (kind < 0.25) return random.pick(subjects);
	return kind < 0.6 ? `the ${random.pick(nouns)}` : `${random.pick(kinds)} ${random.pick(nouns)}`;
}

/** @param other Another task, with which it has words in common: the next step, perhaps. */
export function taskText(random: Random, other?: string): string {
	const about = other?.split(' ').slice(1).join(' ');
	if (about) return `${random.pick(verbs)} ${about}`;
	const kind = random.next();
	if (kind < 0.1) return random.pick(common);
	const text = kind < 0.25 ? capital(thing(random)) : `${random.pick(verbs)} ${thing(random)}`;
	if (kind < 0.6) return text;
	if (kind < 0.75) return `${text} and ${thing(random)}`;
	return `${text} ${random.pick(additions)}`;
}

/** The same task in other words, of which more than half stay. */
export function reworded(random: Random, text: string): string {
	const words = text.split(' ');
	const index = random.below(words.length);
	switch (random.below(7)) {
		case 0:
			return `${text} ${random.pick(notes)}`;
		case 1:
			return `${text} ${random.pick(additions)}`;
		case 2:
			return respelt(random, text);
		case 3:
			return words.length < 3 ? `${text}, ${random.pick(additions)}` : words.with(0, random.pick(verbs)).join(' ');
		case 4:
			return words.length < 4 ? `${text} properly` : words.toSpliced(index, 1).join(' ');
		case 5:
			return words.toSpliced(index, 0, random.pick(list('new|simple|whole|remaining|first'))).join(' ');
		default:
			return random.chance(0.5) ? text.toLowerCase() : text.endsWith('.') ? text.slice(0, -1) : `${text}.`;
	}
}

/** The same task in other words, of which few stay. */
export function rewritten(random: Random, text: string): string {
	const kept = [...text.split(' ')].sort((one, other) => other.length - one.length)[0] ?? '';
	const [verb, more] = [random.pick(verbs), random.pick(additions)];
	const written = random.chance(0.5) ? `${verb} ${kept} ${more}` : `${capital(kept)}: ${thing(random)} ${more}`;
	return written === text ? `${text} ${more}` : written;
}

function respelt(random: Random, text: string): string {
	const at = 1 + random.below(Math.max(1, text.length - 3));
	const [one = '', other = ''] = text.slice(at, at + 2);
	if (!/[a-z]{2}/.test(one + other)) return `${text}?`;
	const mended = random.pick([other + one, one, one + one + other]);
	return text.slice(0, at) + mended + text.slice(at + 2);
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether a text says little without the section it stands in. */
export function isCommon(text: string): boolean {
	return common.includes(text);
}
