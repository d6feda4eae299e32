import * as assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensions, type Uri } from 'vscode';
import type { GitExtension } from '../../../src/history/gitApi';
import { firstDayOf } from '../../../src/review/locale';
import { markdownOf } from '../../../src/review/markdown';
import { reviewView } from '../../../src/review/view';
import { writerFor } from '../../../src/review/writing';
import { Repository, requireGit } from '../../host/repository';
import { cleanUp } from '../support/cleanUp';
import { at, diskIsWatched, freshFolder } from '../support/files';
import { closeHistories, openHistories, readHistory } from '../support/histories';
import { day } from '../support/reviewed';
import { openStore, untilRead } from '../support/store';

/** Set by the build from the environment variable UPDATE: what is there now is right, and written down. */
declare const UPDATE: boolean;

const folder = join(__dirname, '../../../test/fixtures/reviews');
const locales = ['en-US', 'de-DE', 'ja-JP'];
const today = '2026-11-27';

/** A plan of so many tasks, of which so many are done. */
function plan(done: number, total = 24): string {
	const lines = Array.from({ length: total }, (_, index) => {
		const heading = index % 6 === 0 ? `\n## Part ${index / 6 + 1}\n\n` : '';
		return `${heading}- [${index < done ? 'x' : ' '}] Step ${index + 1}`;
	});
	return `# A calm plan\n${lines.join('\n')}\n`;
}

/** Two or three tasks a week, always committed. */
function calm(repository: Repository): void {
	const commit = (text: string, at: string): string =>
		repository.commit({ 'ROADMAP.md': text }, { at: `${at}T18:00:00+01:00` });
	commit(plan(0), '2026-09-28');
	commit(plan(2), '2026-10-03');
	commit(plan(4), '2026-10-10');
	commit(plan(7), '2026-10-17');
	commit(plan(9), '2026-10-24');
	commit(plan(12), '2026-10-31');
	commit(plan(14), '2026-11-14');
	commit(plan(16), '2026-11-21');
	commit(plan(17), '2026-11-24');
	commit(plan(19), '2026-11-26');
}

/** Renamed, reformatted, merged, from several zones, with tasks that are deleted once they are done. */
function messy(repository: Repository): void {
	const commit = (file: string, text: string, at: string): string => repository.commit({ [file]: text }, { at });
	commit('plan.md', '# Sea\n\n## Water\n\n- [ ] Swim\n- [ ] Dive\n- [ ] Float\n', '2026-10-05T08:00:00+02:00');
	commit('plan.md', '# Sea\n\n## Water\n\n- [x] Swim\n- [ ] Dive\n- [ ] Float\n', '2026-10-07T23:30:00-08:00');
	repository.git('checkout', '--quiet', '-b', 'wind');
	commit(
		'plan.md',
		'# Sea\n\n## Water\n\n- [x] Swim\n- [ ] Dive\n- [ ] Float\n\n## Wind\n\n- [ ] Sail\n- [ ] Moor\n',
		'2026-10-13T01:00:00+09:00',
	);
	repository.git('checkout', '--quiet', 'main');
	repository.merge(['wind'], { at: '2026-10-14T12:00:00Z' });
	repository.git('mv', 'plan.md', 'ROADMAP.md');
	repository.commit({}, { at: '2026-10-15T12:00:00Z' });
	const wind = '## Wind\n\n* [ ] Sail\n* [ ] Moor\n';
	commit('ROADMAP.md', `# Sea\n\n## Water\n\n* [x] Swim\n* [x] Dive\n* [ ] Float\n\n${wind}`, '2026-10-22T12:00:00Z');
	commit(
		'ROADMAP.md',
		`# Sea\n\n## In the water\n\n* [x] Dive\n* [x] Float on your back\n\n${wind}`,
		'2026-11-04T12:00:00Z',
	);
	commit(
		'ROADMAP.md',
		`# Sea\n\n${wind.replace('[ ] Sail', '[x] Sail')}* [ ] Reef *the* main\n\n## In the water\n\n* [ ] Dive\n`,
		'2026-11-24T00:30:00+13:00',
	);
	commit(
		'ROADMAP.md',
		'# Sea\n\n## Wind\n\n* [x] Sail\n* [ ] Reef *the* main\n* [x] Furl the jib\n\n## In the water\n\n* [ ] Dive\n',
		'2026-11-26T12:00:00Z',
	);
}

/** Nothing but a title. */
function empty(repository: Repository): void {
	repository.commit({ 'ROADMAP.md': '# Soon\n' }, { at: '2026-11-25T12:00:00Z' });
}

describe('golden reviews', () => {
	before(requireGit);
	afterEach(async () => {
		closeHistories();
		await cleanUp();
	});

	for (const [name, make] of Object.entries({ calm, messy, empty })) {
		it(`of a repository that is ${name}`, async () => {
			await diskIsWatched();
			const place = freshFolder();
			make(Repository.create(at(place).fsPath));
			const roadmaps = await openStore();
			const file = await untilRead(roadmaps, at(place, 'ROADMAP.md'));
			await gitHasSeen(file.uri);
			const history = await readHistory(openHistories(roadmaps), file);
			assert.equal(history.source, 'git');
			for (const locale of locales) {
				const view = reviewView({
					file,
					history,
					name: 'ROADMAP.md',
					today: day(today),
					target: day('2027-01-31'),
					firstDayOfWeek: firstDayOf('auto', locale),
					write: writerFor(locale),
				});
				isGolden(`${name}.${locale}.md`, `${markdownOf(view)}\n${view.notes.join('\n')}\n`);
			}
		});
	}
});

function isGolden(name: string, text: string): void {
	const path = join(folder, name);
	if (UPDATE) {
		mkdirSync(folder, { recursive: true });
		writeFileSync(path, text);
	}
	assert.equal(text, existsSync(path) ? readFileSync(path, 'utf8') : undefined, name);
}

/** Ends when Git has seen all that was done beside it. */
async function gitHasSeen(uri: Uri): Promise<void> {
	const extension = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
	const repository = extension?.getAPI(1).getRepository(uri) as { status(): Promise<void> } | null | undefined;
	await repository?.status();
}
