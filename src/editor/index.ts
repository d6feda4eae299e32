import { commands, window, type Disposable, type Uri } from 'vscode';
import { commands as ids, contextKeys } from '../contributions';
import { DisposableStore } from '../util/disposable';
import type { Roadmaps } from '../workspace/roadmaps';
import { registerBoxLinks } from './boxLinks';
import { registerCodeActions } from './codeActions';
import { registerCodeLens } from './codeLens';
import { registerDoneTasks } from './doneTasks';
import { registerFolding } from './folding';
import { pickTask } from './taskPick';
import { toggleInEditor } from './toggling';
import { registerTurnIntoTasks } from './turnIntoTasks';

/** What works in the editor of a roadmap, and from the palette anywhere. */
export function registerEditor(roadmaps: Roadmaps): Disposable {
	const owned = new DisposableStore();
	owned.add(
		commands.registerCommand(ids.toggleTask, async () => {
			const editor = window.activeTextEditor;
			if (!editor || !(await toggleInEditor(roadmaps, editor))) {
				await pickTask(roadmaps);
			}
		}),
	);
	owned.add(registerTurnIntoTasks(roadmaps));
	owned.add(registerCodeLens(roadmaps));
	owned.add(registerCodeActions(roadmaps));
	owned.add(registerBoxLinks(roadmaps));
	owned.add(registerFolding(roadmaps));
	owned.add(registerDoneTasks(roadmaps));
	owned.add(new PathsContext(roadmaps));
	return owned;
}

/** Tells menus, keybindings and the welcome which files are roadmaps, when that changes. */
class PathsContext extends DisposableStore {
	#known: readonly Uri[] | undefined;

	constructor(private readonly roadmaps: Roadmaps) {
		super();
		this.register(roadmaps.onDidChange(() => this.#update()));
		void roadmaps.whenReady.then(() => !this.isDisposed() && this.#update());
	}

	#update(): void {
		const { files } = this.roadmaps;
		const isKnown =
			this.#known?.length === files.length && files.every(({ uri }, index) => uri === this.#known?.[index]);
		if (!isKnown) {
			this.#known = files.map(({ uri }) => uri);
			// VS Code compares the one or the other, by the scheme that the workbench knows the file under.
			const paths = files.flatMap(({ uri }) => [uri.path, uri.fsPath]);
			void commands.executeCommand('setContext', contextKeys.paths, paths);
			void commands.executeCommand('setContext', contextKeys.hasRoadmaps, paths.length > 0);
			void commands.executeCommand('setContext', contextKeys.hasNone, paths.length === 0);
		}
	}
}
