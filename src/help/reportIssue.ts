import { commands, env, extensions, UIKind, version, workspace } from 'vscode';
import { choices, extensionId, type Settings } from '../contributions';
import { progressOf } from '../core';
import type { Roadmaps } from '../workspace/roadmaps';
import { settingId } from '../workspace/settings';

/** Opens VS Code's own reporter, which shows all before anything is sent. */
export async function reportIssue(roadmaps: Roadmaps): Promise<void> {
	await commands.executeCommand('workbench.action.openIssueReporter', {
		extensionId,
		issueBody: issueBody(roadmaps),
	});
}

/** What helps to find a fault, for those who mend it: no paths, no names and no texts of anybody's. */
export function issueBody(roadmaps: Roadmaps): string {
	const { files } = roadmaps;
	const read = files.filter(file => file.kind === 'read');
	const tasks = read.reduce((sum, { roadmap }) => sum + progressOf(roadmap).total, 0);
	const characters = read.map(({ text }) => text.length);
	const schemes = new Set((workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme));
	return [
		'What did you do, what did you expect, and what happened instead?',
		'',
		'',
		`- Roadmap Progress ${manifest().version}`,
		`- VS Code ${version}, ${env.uiKind === UIKind.Web ? 'in a browser' : 'on the desktop'}, remote: ${remote()}, language: ${env.language}`,
		`- Folders: ${workspace.workspaceFolders?.length ?? 0} (${[...schemes].join(', ') || 'none'}), trusted: ${workspace.isTrusted ? 'yes' : 'no'}`,
		`- Roadmaps: ${files.length}, tasks: ${tasks}, characters in the largest: ${Math.max(0, ...characters)}, cannot be read: ${files.length - read.length}`,
		`- Settings that were changed: ${changedSettings().join(', ') || 'none'}`,
		'',
	].join('\n');
}

/** Which kind, as in `ssh-remote`; of some kinds VS Code tells nothing but the name of a machine, which is left out. */
function remote(): string {
	const { remoteName = 'no' } = env;
	return /^[a-z-]+$/.test(remoteName) ? remoteName : 'yes';
}

/** Values only of settings that take one of a few words: others may say something about a person. */
function changedSettings(): string[] {
	const configuration = workspace.getConfiguration();
	return settingKeys().flatMap(key => {
		const id = settingId(key);
		const { defaultValue } = configuration.inspect(id) ?? {};
		const value = configuration.get(id);
		if (JSON.stringify(value) === JSON.stringify(defaultValue)) {
			return [];
		}
		const isTellable = typeof value === 'boolean' || isChoice(key, value);
		return [isTellable ? `${id}: ${String(value)}` : id];
	});
}

function isChoice(key: keyof Settings, value: unknown): boolean {
	const words: Partial<Record<keyof Settings, readonly unknown[]>> = choices;
	return words[key]?.includes(value) ?? false;
}

interface Manifest {
	readonly version: string;
	readonly contributes: { readonly configuration: readonly { readonly properties: object }[] };
}

function manifest(): Manifest {
	return extensions.getExtension<unknown>(extensionId)?.packageJSON as Manifest;
}

function settingKeys(): (keyof Settings)[] {
	const ids = manifest().contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
	return ids.map(id => id.replace('roadmap.', '') as keyof Settings);
}
