import { join } from 'node:path';
import { temporaryFolder } from '../host/folders';
import { Repository } from '../host/repository';

const dayLength = 86_400_000;

const sections: Readonly<Record<string, readonly string[]>> = {
	Basics: ['How the web works', 'HTTP and HTTPS', 'Domain names', 'DNS', 'Hosting', 'Browsers', 'Terminal', 'Git'],
	Language: [
		'Variables, data types, operators',
		'Conditional statements and loops',
		'Functions and modules',
		'Object-oriented programming',
		'Error and exception handling',
		'Tests',
		'Packages',
		'Concurrency',
	],
	Databases: ['Relational model', 'SQL', 'Indexes', 'Transactions', 'Migrations', 'Backups', 'Document stores'],
	Framework: ['Routing', 'Templates', 'Sessions', 'Authentication', 'ORM', 'Background jobs', 'Caching', 'Rate limits'],
	Operations: ['Containers', 'Reverse proxy', 'Logging', 'Monitoring', 'Continuous integration', 'Deployment', 'Costs'],
};

/** How many tasks are done, and how many sections are planned, so many days ago. */
const story: readonly (readonly [daysAgo: number, done: number, sections: number])[] = [
	[88, 1, 4],
	[85, 2, 4],
	[80, 4, 4],
	[74, 5, 4],
	[71, 8, 4],
	[66, 10, 4],
	[60, 11, 5],
	[52, 14, 5],
	[45, 16, 5],
	[40, 17, 5],
	[33, 19, 5],
	[27, 20, 5],
	[20, 22, 5],
	[18, 23, 5],
	[11, 25, 5],
	[9, 26, 5],
	[1, 27, 5],
];

function roadmap(done: number, planned: number): string {
	let left = done;
	const lines = Object.entries(sections)
		.slice(0, planned)
		.flatMap(([title, tasks]) => [
			'',
			`## ${title}`,
			'',
			...tasks.map(task => `- [${left-- > 0 ? 'x' : ' '}] ${task}`),
		]);
	return ['# Backend Developer', ...lines, ''].join('\n');
}

/** A folder with a roadmap that somebody worked on for three months, committed each time; the last three ticks are not. */
export function reviewedFolder(): string {
	const folder = join(temporaryFolder('reviewed').path, 'workspace');
	const repository = Repository.create(folder);
	for (const [daysAgo, done, planned] of story) {
		repository.commit(
			{ 'ROADMAP.md': roadmap(done, planned) },
			{ at: new Date(Date.now() - daysAgo * dayLength).toISOString() },
		);
	}
	repository.write({ 'ROADMAP.md': roadmap(30, 5) });
	return folder;
}

/** A day by which all of it can be done. */
export function reviewedTarget(): string {
	return new Date(Date.now() + 42 * dayLength).toISOString().slice(0, 10);
}
