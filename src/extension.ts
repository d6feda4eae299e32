import { Uri, window, type ExtensionContext } from 'vscode';
import { registerCreate } from './create';
import { registerDiagnostics } from './diagnostics';
import { registerEditor } from './editor';
import { registerExplorer } from './explorer';
import { registerHelp } from './help';
import { HistoriesLater } from './history';
import { registerNext } from './next';
import { registerReview } from './review';
import { registerStatusBar } from './statusBar';
import { registerTree } from './tree';
import { Roadmaps } from './workspace/roadmaps';

/** Puts the parts together; everything lives until VS Code disposes the subscriptions. */
export function activate({ extensionUri, storageUri, subscriptions, workspaceState }: ExtensionContext): void {
	const log = window.createOutputChannel('Roadmap Progress', { log: true });
	const roadmaps = new Roadmaps(log, extensionUri);
	const histories = new HistoriesLater(roadmaps, storageUri && Uri.joinPath(storageUri, 'histories'), log);
	subscriptions.push(
		log,
		roadmaps,
		histories,
		registerTree(roadmaps, workspaceState),
		registerStatusBar(roadmaps),
		registerEditor(roadmaps),
		registerDiagnostics(roadmaps),
		registerExplorer(roadmaps),
		registerNext(roadmaps),
		registerReview({ roadmaps, extension: extensionUri, log }, histories),
		registerCreate(),
		registerHelp(roadmaps),
	);
}
