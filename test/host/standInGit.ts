import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './settings';

/** What git does instead of what it is asked. */
export type GitFault =
	/** It says that the disk is broken. */
	| 'fails'
	/** It does not answer, as long as it is told to. */
	| 'hangs'
	/** It answers with bytes that mean nothing. */
	| 'babbles'
	/** It answers nothing, and says that all is well. */
	| 'isSilent'
	/** It takes a second for everything. */
	| 'isSlow'
	/** It comes to its end in the middle of its answer. */
	| 'isCutOff';

/**
 * Stands before git, and does what the file beside it says, if there is one; else it is git. It is a script of a shell, so not
 * on Windows.
 */
const script = `#!/bin/sh
fault() { cat "$0.fault" 2>/dev/null; }
case "$(fault)" in
	fails) echo 'fatal: unable to read the object: Input/output error' >&2; exit 128 ;;
	hangs) while [ "$(fault)" = hangs ]; do sleep 0.1; done ;;
	babbles) head -c 3000 /dev/urandom; exit 0 ;;
	isSilent) exit 0 ;;
	isSlow) sleep 1 ;;
	isCutOff) git "$@" | head -c 40; exit 0 ;;
esac
exec git "$@"
`;

/** Puts the stand-in into a folder. @returns The settings with which VS Code takes it for git. */
export function standInGit(folder: string): Settings {
	if (process.platform === 'win32' || !hasGit()) {
		return {};
	}
	const path = join(folder, 'git');
	writeFileSync(path, script);
	chmodSync(path, 0o755);
	return { 'git.path': path };
}

function hasGit(): boolean {
	try {
		execFileSync('git', ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** Has the stand-in at a path go wrong from now on, or no more. */
export function setGitFault(path: string, fault: GitFault | undefined): void {
	const file = `${path}.fault`;
	if (fault === undefined) {
		rmSync(file, { force: true });
	} else {
		writeFileSync(file, fault);
	}
}
