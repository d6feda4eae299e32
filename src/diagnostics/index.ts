import type { Disposable } from 'vscode';
import { DisposableStore } from '../util/disposable';
import type { Roadmaps } from '../workspace/roadmaps';
import { registerFixes } from './fixes';
import { Shown } from './shown';

/** Tells in the editor what in a roadmap is not as it was meant, and offers to put it right. */
export function registerDiagnostics(roadmaps: Roadmaps): Disposable {
	const owned = new DisposableStore();
	owned.add(new Shown(roadmaps));
	owned.add(registerFixes(roadmaps));
	return owned;
}
