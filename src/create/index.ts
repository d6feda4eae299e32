import { commands, type Disposable } from 'vscode';
import { commands as ids } from '../contributions';
import { createRoadmap } from './creating';

/** The command that starts a roadmap. Its code, and all that a roadmap may start with, is loaded with the first one. */
export function registerCreate(): Disposable {
	return commands.registerCommand(ids.createRoadmap, () => createRoadmap());
}
