import { ConfigurationTarget, workspace } from 'vscode';
import type { Settings } from '../../../src/contributions';
import { until } from './until';

const changed = new Set<string>();

/** Changes a setting of the workspace until `resetSettings`, and waits until it is in force. */
export async function set(id: string, value: unknown): Promise<void> {
	changed.add(id);
	await workspace.getConfiguration().update(id, value, ConfigurationTarget.Workspace);
	await until(
		() => JSON.stringify(workspace.getConfiguration().inspect(id)?.workspaceValue) === JSON.stringify(value),
		() => workspace.getConfiguration().inspect(id),
	);
}

/** Changes a setting of the extension. */
export async function setRoadmap<K extends keyof Settings>(key: K, value: Settings[K]): Promise<void> {
	await set(`roadmap.${key}`, value);
}

export async function resetSettings(): Promise<void> {
	for (const id of changed) {
		await set(id, undefined);
	}
	changed.clear();
}
