import { Uri, window, type ExtensionContext } from 'vscode';
import { registerAgents } from './agents';
import { createApi, type RoadmapApi } from './api';
import { registerCreate } from './create';
import { registerDiagnostics } from './diagnostics';
import { registerEditor } from './editor';
import { registerExplorer } from './explorer';
import { registerHelp } from './help';
import { HistoriesLater } from './history';
import { registerNext } from './next';
import { Preview, type MarkdownPlugin } from './preview';
import { registerReview } from './review';
import { registerStatusBar } from './statusBar';
import { registerTree } from './tree';
import { withTameEntries } from './util/tameLog';
import { registerOffers } from './workspace/offers';
import { Roadmaps } from './workspace/roadmaps';

/** Puts the parts together; everything lives until VS Code disposes the subscriptions. Other extensions get the API. */
export function activate({
	extensionUri,
	storageUri,
	subscriptions,
	workspaceState,
}: ExtensionContext): RoadmapApi & MarkdownPlugin {
	const log = withTameEntries(window.createOutputChannel('Roadmap Progress', { log: true }));
	const roadmaps = new Roadmaps(log, extensionUri);
	const histories = new HistoriesLater(roadmaps, storageUri && Uri.joinPath(storageUri, 'histories'), log);
	const preview = new Preview(roadmaps);
	subscriptions.push(
		log,
		roadmaps,
		histories,
		registerTree(roadmaps, workspaceState),
		registerStatusBar(roadmaps),
		registerEditor(roadmaps),
		registerDiagnostics(roadmaps),
		registerOffers(roadmaps),
		registerExplorer(roadmaps),
		registerNext(roadmaps),
		registerReview({ roadmaps, extension: extensionUri, log }, histories),
		registerCreate(),
		registerAgents(roadmaps),
		registerHelp(roadmaps),
		preview,
	);
	return Object.assign(createApi(roadmaps), { extendMarkdownIt: preview.extendMarkdownIt });
}
