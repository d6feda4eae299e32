import { lm, type Disposable } from 'vscode';
import { tools as names } from '../contributions';
import { DisposableStore } from '../util/disposable';
import type { Roadmaps } from '../workspace/roadmaps';
import { createTools, type ToolRunner } from './tools';

/** The tools of language models, where VS Code has any. Their code is loaded when a model first calls one. */
export function registerAgents(roadmaps: Roadmaps): Disposable {
	const owned = new DisposableStore();
	let made: ToolRunner | undefined;
	const runner = (): ToolRunner => (made ??= createTools(roadmaps));
	if (canRegisterTools()) {
		for (const name of Object.values(names)) {
			owned.add(
				lm.registerTool<unknown>(name, {
					prepareInvocation: options => runner().prepare(name, options),
					invoke: options => runner().invoke(name, options),
				}),
			);
		}
	}
	return owned;
}

/** Editors that are built on VS Code may leave language models out. */
function canRegisterTools(): boolean {
	return typeof (lm as Partial<typeof lm> | undefined)?.registerTool === 'function';
}
