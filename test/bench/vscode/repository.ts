import { Repository } from '../../host/repository';
import { roadmap } from '../texts';

/** How often a roadmap was committed, and how often on each day. */
export interface Past {
	readonly commits: number;
	readonly aDay: number;
}

/** Makes a repository of a folder, with a roadmap as people write them. */
export function commitVersions(folder: string, { commits, aDay }: Past): void {
	const start = Date.UTC(2010, 0, 1, 12);
	const hours = 24 / aDay;
	Repository.create(folder).commitMany(
		'ROADMAP.md',
		versions(commits),
		number => new Date(start + number * hours * 3_600_000),
	);
}

/** Each ticks a task or takes a tick back; every tenth adds a task as well. */
function* versions(count: number): Generator<string> {
	const lines = roadmap(4000).split('\n');
	const boxes = lines.flatMap((line, index) => (/^\s*- \[[ x]\]/.test(line) ? index : []));
	for (let number = 0; number < count; number++) {
		const index = boxes[(number * 7) % boxes.length] ?? 0;
		lines[index] = String(lines[index]).replace(/\[[ x]\]/, box => (box === '[ ]' ? '[x]' : '[ ]'));
		if (number % 10 === 9) {
			boxes.push(lines.push(`- [ ] Another one, the ${String(number)}th`) - 1);
		}
		yield `${lines.join('\n')}\n`;
	}
}
