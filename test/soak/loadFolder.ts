import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roadmap } from '../bench/texts';
import { temporaryFolder, type TemporaryFolder } from '../host/folders';
import { Repository } from '../host/repository';
import { Random } from '../unit/support/random';
import { branches, large } from './loadRequest';

/** How much there is in the workspace. */
export const size = { roadmaps: 2000, files: 200_000, changed: 500, tasks: 18_000 } as const;

/** Characters of an ordinary roadmap, and of one with 18,000 tasks. */
const lengths = { ordinary: 4000, large: 1_100_000 } as const;
const filesInFolder = 200;

/**
 * Makes a repository with two branches that differ in 500 of 2,000 roadmaps, among 200,000 other files, which git has been
 * told to ignore.
 */
export function loadedFolder(seed: number): TemporaryFolder {
	const { path, remove } = temporaryFolder('load');
	const folder = join(path, 'workspace');
	const repository = Repository.create(folder);
	const roadmaps = Array.from({ length: size.roadmaps - 1 }, (_, index) => [nameOf(index), roadmap(lengths.ordinary)]);
	const at = '2026-03-02T12:00:00Z';
	repository.commit(
		{
			...(Object.fromEntries(roadmaps) as Record<string, string>),
			[large]: roadmap(lengths.large),
			'.gitignore': 'others/\n.vscode/\n*.json\n',
			// Else the built-in Markdown extension reads the whole text with every keystroke, in the same extension host.
			'.vscode/settings.json': JSON.stringify({ 'files.associations': { 'ROADMAP.md': 'plaintext' } }),
		},
		{ at },
	);
	repository.git('checkout', '--quiet', '-b', branches.other);
	const random = new Random(seed);
	const changed = new Map<string, string>();
	while (changed.size < size.changed) {
		const [name = '', text = ''] = random.pick(roadmaps);
		changed.set(name, `${text.replace('[ ]', '[x]')}- [ ] Only on the other branch\n`);
	}
	repository.commit(Object.fromEntries(changed), { at });
	repository.git('checkout', '--quiet', branches.first);
	addOthers(join(folder, 'others'));
	return { path: folder, remove };
}

function nameOf(index: number): string {
	return `projects/${String(index).padStart(4, '0')}/ROADMAP.md`;
}

function addOthers(folder: string): void {
	for (let number = 0; number < size.files; number++) {
		const inner = join(folder, String(Math.floor(number / filesInFolder)));
		if (number % filesInFolder === 0) {
			mkdirSync(inner, { recursive: true });
		}
		writeFileSync(join(inner, `${number}.txt`), 'words\n');
	}
}
