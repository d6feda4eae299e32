import { Random } from '../unit/support/random';

const words =
	'learn build read write test plan draft sketch review ship water garden kitchen engine harbour window letter number ' +
	'simple slow careful public hidden early second whole before after between without under through every other small';
const vocabulary = words.split(' ');

const random = new Random(1);

/** A roadmap of about this many characters as people write them; no two have a line of words in common. */
export function roadmap(length: number): string {
	const lines = [`# ${sentence(3)}`, ''];
	let size = 0;
	for (let number = 1; size < length; number++) {
		const added = number % 24 === 0 ? ['', heading(number), ''] : number % 50 === 0 ? aside() : [task()];
		for (const line of added) size += lines.push(line) && line.length + 1;
	}
	return flat(`${lines.join('\n')}\n`);
}

/** A text in one piece: one that was put together is copied on first use, which nobody's reading should be charged for. */
export function flat(text: string): string {
	return Buffer.from(text).toString();
}

function heading(number: number): string {
	return `${random.chance(0.3) ? '###' : '##'} ${String(number)}. ${sentence(3)}`;
}

function task(): string {
	const indent = random.pick(['', '', '', '  ']);
	const box = random.pick(['[ ] ', '[ ] ', '[x] ']);
	return `${indent}- ${random.chance(0.06) ? '' : box}${marked(sentence(random.pick([5, 6])))}`;
}

function marked(text: string): string {
	const kind = random.next();
	if (kind < 0.08) return `**${sentence(2)}** ${text}`;
	if (kind < 0.16) return `${text} with \`${sentence(1)}\``;
	if (kind < 0.22) return `${text}, [see](https://example.org/${random.pick(vocabulary)})`;
	return text;
}

/** What stands between the tasks. */
function aside(): string[] {
	return random.pick([
		() => ['', sentence(12), sentence(9), ''],
		() => ['', '```sh', `npm run ${sentence(2)}`, '```', ''],
		() => ['', '| what | when |', '|---|---|', `| ${sentence(2)} | ${sentence(1)} |`, ''],
		() => ['', `> ${sentence(8)}`, ''],
		() => [`1. [ ] ${sentence(5)}`, `2. [ ] ${sentence(5)}`],
	])();
}

/** Some words and a number, so that it stands nowhere else. */
function sentence(length: number): string {
	const chosen = Array.from({ length }, () => random.pick(vocabulary));
	return `${chosen.join(' ')} ${random.below(2 ** 30).toString(36)}`;
}
