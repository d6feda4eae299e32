import { l10n } from 'vscode';

/** A title, and sections with their tasks; a task may have tasks inside. */
type Item = string | readonly [task: string, ...inside: string[]];
type Chapter = readonly [title: string, ...items: Item[]];

function markdown(title: string, ...chapters: readonly Chapter[]): string {
	const sections = chapters.map(([heading, ...items]) => `## ${heading}\n\n${items.map(taskLines).join('\n')}\n`);
	return [`# ${title}\n`, ...sections].join('\n');
}

function taskLines(item: Item): string {
	const [task, ...inside] = typeof item === 'string' ? [item] : item;
	return [`- [ ] ${task}`, ...inside.map(inner => `  - [ ] ${inner}`)].join('\n');
}

export function empty(): string {
	return markdown(l10n.t('Roadmap'), [l10n.t('First section'), l10n.t('First task')]);
}

/** Shows as well that tasks may have tasks inside. */
export function project(): string {
	return markdown(
		l10n.t('Roadmap'),
		[
			l10n.t('Now'),
			[l10n.t('What you are working on'), l10n.t('Its first part'), l10n.t('Its second part')],
			l10n.t('Something small that helps at once'),
		],
		[l10n.t('Next'), l10n.t('What you turn to when that is done'), l10n.t('What others wait for')],
		[l10n.t('Later'), l10n.t('An idea worth keeping'), l10n.t('A question to find an answer to')],
	);
}

export function releasePlan(): string {
	return markdown(
		l10n.t('Releases'),
		[
			l10n.t('0.1: to try out'),
			l10n.t('The one thing that it has to do'),
			l10n.t('Install it in one step'),
			l10n.t('A readme that says what it is for'),
		],
		[l10n.t('0.2: what the first users say'), l10n.t('Mend what they stumble over'), l10n.t('Add what they miss most')],
		[
			l10n.t('1.0: to rely on'),
			l10n.t('Tests for all that is promised'),
			l10n.t('Documentation, read by somebody new to it'),
			l10n.t('Decide what will not change before 2.0'),
		],
		[l10n.t('After 1.0'), l10n.t('What can wait')],
	);
}

export function learningPath(): string {
	return markdown(
		l10n.t('Becoming a Backend Developer'),
		[
			l10n.t('How the Web Works'),
			l10n.t('Follow a request from the browser to the server and back: DNS, TCP, TLS, HTTP'),
			l10n.t('Say in your own words what a backend does'),
			l10n.t('Find your way around a Linux shell'),
		],
		[
			l10n.t('A Programming Language'),
			l10n.t('Settle on one, such as Python'),
			[
				l10n.t('Be at home in it'),
				l10n.t('Values, types and operators'),
				l10n.t('Branches and loops'),
				l10n.t('Functions and modules'),
				l10n.t('Classes and objects'),
				l10n.t('Reading and writing files'),
				l10n.t('Errors, and what to do about them'),
			],
		],
		[
			l10n.t('Version Control'),
			l10n.t('Git every day: clone, commit, pull, push'),
			l10n.t('Make branches, merge them, resolve a conflict'),
			l10n.t('Propose a change to a project on GitHub'),
		],
		[
			l10n.t('A Web Framework'),
			[
				l10n.t('A large one, such as Django'),
				l10n.t('Start a project and see it run'),
				l10n.t('From an address to a page: routes, views, templates'),
				l10n.t('Models, queries and migrations'),
				l10n.t('Sign people in, and decide who may do what'),
			],
			l10n.t('The same page once more in a small one, such as Flask'),
		],
		[
			l10n.t('Databases'),
			[
				l10n.t('A relational one, such as PostgreSQL'),
				l10n.t('Create, read, update and delete with SQL'),
				l10n.t('Relations and joins'),
				l10n.t('Indexes, and how to see that they are used'),
			],
			[
				l10n.t('A document store, such as MongoDB'),
				l10n.t('Collections and documents'),
				l10n.t('When it is the better choice, and when not'),
			],
		],
		[
			l10n.t('APIs'),
			l10n.t('Design one that goes by the rules of REST'),
			l10n.t('Tokens: sessions, JWT, OAuth'),
			l10n.t('Describe it with OpenAPI and try it out from there'),
		],
		[
			l10n.t('Deployment'),
			l10n.t('Put something on a server that others can reach'),
			l10n.t('Pack it into a container with Docker'),
			l10n.t('Let every push be tested and released by itself'),
		],
		[
			l10n.t('Load'),
			l10n.t('Caching: what, where, and for how long'),
			l10n.t('Keep results in Redis'),
			l10n.t('Asynchronous code: waiting without blocking'),
			l10n.t('A message broker such as RabbitMQ, with a worker behind it'),
		],
		[
			l10n.t('Going Deeper'),
			l10n.t('Web security: injection, XSS, CSRF'),
			l10n.t('Logs and metrics that tell what is wrong'),
			l10n.t('WebSockets for what happens at once'),
			l10n.t('GraphQL, and what it costs'),
			l10n.t('Services that are split up, and when not to split them'),
		],
		[
			l10n.t('Projects of Your Own'),
			l10n.t('A blog with accounts and comments'),
			l10n.t('A shop: products, a cart, an order'),
			l10n.t('An API that somebody else uses'),
			l10n.t('A page that shows what you have built'),
		],
	);
}
