import type { CancellationToken, Uri } from 'vscode';
import type { Day } from '../core';
import { dayNamed, localDay, today } from './days';
import type { Place } from './git';
import { isRenamed, type GitCommit, type GitRepository } from './gitApi';

/** A commit that changed a file. */
export interface Commit {
	readonly hash: string;
	/** The file's path at that time, from the repository's root. */
	readonly path: string;
	/** The day on which it was written, where its author was. */
	readonly day: Day;
}

/**
 * Git's list for a path, but with the author's time and its zone where the author's name would be: the API gives times
 * without their zones, and a person's day is what the clock on their wall said. It is handed to git as one argument, and of
 * two formats the later one counts. The API's parser wants these eight lines: hash, name, address, author's time, committer's
 * time, parents, references, message.
 */
const withZones = '--format=%H%n%aI%n%n%at%n%ct%n%P%n%n';

/** So often the list is begun anew at a merge; then it goes along first parents, where what was merged is one commit. */
const mostWalks = 100;

/** Names that a file had. A history of renaming to and fro without end would be no history of git's. */
const mostNames = 100;

/** Git's first day, 7 April 2005, in milliseconds: earlier times are wrong clocks and lost figures. */
const firstDay = Date.UTC(2005, 3, 7);
const dayLong = 86_400_000;

/**
 * The versions of a file up to the one that is checked out, each the one that the next was made from, the oldest first;
 * under all names that it had.
 *
 * Git's own list of a file's commits is such a line until it comes to a merge that is like none of its parents. From there
 * it goes on with the history of the first one: what was merged has come with that merge. A merge that only took over a
 * branch is in no list, but the branch's commits are, so that work on a branch counts on the days it was done.
 */
export async function commitsOf(place: Place, token: CancellationToken): Promise<readonly Commit[]> {
	const { repository } = place;
	const line: Commit[] = [];
	let merge: GitCommit | undefined;
	let names = 1;
	let step: Step | undefined = { path: place.path, start: place.head };
	for (let walks = 1; step && !token.isCancellationRequested; walks++) {
		const isLast = walks === mostWalks;
		const { path }: Step = step;
		const { commits, added } = await listOf(repository, step, isLast);
		step = undefined;
		for (const commit of commits) {
			line.push({ hash: commit.hash, path, day: dayOf(commit) });
			const [parent, ...others] = commit.parents;
			merge = others.length > 0 ? commit : undefined;
			if (merge && parent !== undefined && !isLast) {
				step = { path, start: parent };
				break;
			}
			if (added.has(commit.hash) && names < mostNames && (step = await renamedFrom(repository, commit, path))) {
				names++;
				break;
			}
		}
		// What was merged may have brought the name, too: the first parent has nothing under it then.
		if (commits.length === 0 && merge && names++ < mostNames) {
			step = await renamedFrom(repository, merge, path);
			merge = undefined;
		}
	}
	return line.reverse();
}

/** Where a line goes on: with the history of a path up to a commit. */
interface Step {
	readonly path: string;
	readonly start: string;
}

interface List {
	/** The newest first. */
	readonly commits: readonly GitCommit[];
	/** The hashes of those that added the file. */
	readonly added: ReadonlySet<string>;
}

async function listOf(
	repository: GitRepository,
	{ path: from, start }: Step,
	alongFirstParents: boolean,
): Promise<List> {
	// Else brackets and the like in a name would stand for others.
	const path = `:(literal)${from}`;
	if (alongFirstParents) {
		const commits = await repository.log({ path, range: '--first-parent', refNames: [start] });
		return { commits, added: new Set(commits.slice(-1).map(({ hash }) => hash)) };
	}
	const [commits, added] = await Promise.all([
		datedLog(repository, path, start),
		repository.log({ path, range: '--diff-filter=A', refNames: [start] }),
	]);
	return { commits, added: new Set(added.map(({ hash }) => hash)) };
}

/** With zones, if this version of the Git extension hands our format on; else without, and the zone here has to do. */
async function datedLog(repository: GitRepository, path: string, start: string): Promise<readonly GitCommit[]> {
	try {
		const commits = await repository.log({ path, range: withZones, refNames: [start] });
		if (commits.every(({ authorName = '' }) => dayNamed(authorName) !== undefined)) {
			return commits;
		}
	} catch {
		// It refuses what is no range.
	}
	return await repository.log({ path, range: start });
}

/** Where the file comes from that a commit brought, if that renamed it from something else. */
async function renamedFrom(
	repository: GitRepository,
	{ hash, parents: [parent] }: GitCommit,
	path: string,
): Promise<Step | undefined> {
	if (parent === undefined) {
		return undefined;
	}
	const inRoot = ({ path: full }: Uri): string => full.slice(repository.rootUri.path.replace(/\/$/, '').length + 1);
	const changes = await repository.diffBetween(parent, hash);
	const renaming = changes.find(
		({ status, renameUri }) => status === isRenamed && renameUri !== undefined && inRoot(renameUri) === path,
	);
	return renaming && { path: inRoot(renaming.originalUri), start: parent };
}

/** The author's day; of a clock that was wrong, the day of the commit. Never one that is still to come. */
function dayOf({ authorName = '', authorDate, commitDate }: GitCommit): Day {
	const isLikely = (date: Date | undefined): date is Date =>
		date !== undefined && date.getTime() >= firstDay && date.getTime() <= Date.now() + dayLong;
	const day = isLikely(authorDate)
		? (dayNamed(authorName) ?? localDay(authorDate.getTime()))
		: isLikely(commitDate)
			? localDay(commitDate.getTime())
			: today();
	return Math.min(day, today());
}
