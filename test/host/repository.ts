/**
 * Real git repositories, made commit by commit, for tests in Node.js: in the extension host and beside it. Needs nothing but
 * a `git` in the PATH.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is to be changed in a folder: texts by the paths of their files; `undefined` deletes. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

export interface CommitOptions {
	/** When its author wrote it, with the zone: `2026-03-02T01:00:00+09:00`. */
	readonly at: string;
	/** When it was committed; as `at` when left out. */
	readonly committed?: string;
	readonly message?: string;
	/** Replaces the commit before. */
	readonly amend?: boolean;
}

/** Nobody's own settings play a part, and nobody is asked for anything. */
const environment = {
	GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
	GIT_CONFIG_NOSYSTEM: '1',
	// As a hook would set them, in which these tests may be running.
	GIT_DIR: undefined,
	GIT_WORK_TREE: undefined,
	GIT_INDEX_FILE: undefined,
	GIT_TERMINAL_PROMPT: '0',
	GIT_EDITOR: 'true',
	GIT_AUTHOR_NAME: 'Ada',
	GIT_AUTHOR_EMAIL: 'ada@example.com',
	GIT_COMMITTER_NAME: 'Ada',
	GIT_COMMITTER_EMAIL: 'ada@example.com',
};

/** A git repository in a folder, and its working tree. */
export class Repository {
	private constructor(readonly folder: string) {}

	/** Makes an empty one, on the branch `main`. The folder need not be there. */
	static create(folder: string): Repository {
		mkdirSync(folder, { recursive: true });
		const repository = new Repository(folder);
		repository.git('init', '--quiet', '--initial-branch=main');
		repository.git('config', 'core.autocrlf', 'false');
		return repository;
	}

	/** One that is there already: a clone, a worktree. */
	static at(folder: string): Repository {
		return new Repository(folder);
	}

	/** Runs a command of git's in the folder, and gives what it says; throws with its complaint when it fails. */
	git(...args: readonly string[]): string {
		return run(this.folder, args);
	}

	/** Changes files of the working tree. */
	write(files: Files): void {
		for (const [name, text] of Object.entries(files)) {
			const file = join(this.folder, name);
			if (text === undefined) {
				rmSync(file);
			} else {
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, text);
			}
		}
	}

	/** Commits these changes and all others of the working tree; gives the commit's hash. */
	commit(files: Files, { at, committed = at, message = 'Change', amend = false }: CommitOptions): string {
		this.write(files);
		this.git('add', '--all');
		const more = amend ? ['--amend'] : [];
		// The variable for the author's date does not count when a commit is replaced.
		run(this.folder, ['commit', '--quiet', '--allow-empty', `--message=${message}`, `--date=${at}`, ...more], {
			env: { GIT_COMMITTER_DATE: committed },
		});
		return this.head;
	}

	/**
	 * Merges branches into the present one with a commit in any case.
	 *
	 * @param files What the merge itself changes; has to settle every conflict there is.
	 */
	merge(branches: readonly string[], options: CommitOptions, files: Files = {}): string {
		try {
			this.git('merge', '--no-ff', '--no-commit', ...branches);
		} catch {
			// Conflicts: `files` settle them.
		}
		return this.commit(files, options);
	}

	/** Puts the commits of the present branch onto another one; when they were written stays. */
	rebase(onto: string): string {
		this.git('rebase', '--quiet', onto);
		return this.head;
	}

	get head(): string {
		return this.git('rev-parse', 'HEAD').trim();
	}

	/** Commits many versions of one file at once, the oldest first; the working tree is then the last one's. */
	commitMany(file: string, versions: Iterable<string>, timeOf: (index: number) => Date): void {
		const lines: string[] = [];
		let index = 0;
		for (const text of versions) {
			const time = `${Math.floor(timeOf(index++).getTime() / 1000)} +0000`;
			const who = 'Ada <ada@example.com>';
			lines.push('commit refs/heads/main', `author ${who} ${time}`, `committer ${who} ${time}`, 'data 0');
			lines.push(`M 100644 inline ${JSON.stringify(file)}`, `data ${Buffer.byteLength(text)}`, text);
		}
		run(this.folder, ['fast-import', '--quiet'], { input: lines.join('\n') });
		this.git('reset', '--quiet', '--hard', 'refs/heads/main');
	}
}

/** Throws in one sentence where there is no git: what is tested with real repositories cannot be tested then. */
export function requireGit(): void {
	try {
		run('.', ['--version']);
	} catch {
		throw new Error('There is no git in the PATH, which the tests of histories need: install it, and run them again.');
	}
}

function run(
	folder: string,
	args: readonly string[],
	{ env, input }: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
): string {
	return execFileSync('git', [...args], {
		cwd: folder,
		env: { ...process.env, ...environment, ...env },
		encoding: 'utf8',
		maxBuffer: 2 ** 28,
		stdio: ['pipe', 'pipe', 'pipe'],
		...(input === undefined ? {} : { input }),
	});
}
