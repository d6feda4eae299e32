// Every id that the manifest and the code share, once. A test holds package.json to them.

export const extensionId = 'roadmap-progress.roadmap-progress';

export const commands = {
	toggleTask: 'roadmap.toggleTask',
	createRoadmap: 'roadmap.createRoadmap',
	goToNextTask: 'roadmap.goToNextTask',
	goToPreviousTask: 'roadmap.goToPreviousTask',
	completeAndGoToNext: 'roadmap.completeAndGoToNext',
	turnListIntoTasks: 'roadmap.turnListIntoTasks',
	foldCompleted: 'roadmap.foldCompleted',
	toggleBox: 'roadmap.toggleBox',
	toggleSection: 'roadmap.toggleSection',
	toggleSelected: 'roadmap.tree.toggle',
	expandAll: 'roadmap.tree.expandAll',
} as const;

/** Commands that VS Code makes of the ids below. */
export const focusTree = 'roadmap.tree.focus';

export const viewContainer = 'roadmap';

export const views = { tree: 'roadmap.tree' } as const;

export const statusBarItem = 'roadmap.progress';

export const contextKeys = {
	/**
	 * The paths of all roadmaps, for `resourcePath in roadmap.paths`. Not their addresses: in a remote window these differ
	 * between the extension host (`file:`) and the workbench (`vscode-remote:`).
	 */
	paths: 'roadmap.paths',
	/** Whether there is any. */
	hasRoadmaps: 'roadmap.hasRoadmaps',
	/** Whether there is none for certain: not before the workspace has been searched. */
	hasNone: 'roadmap.hasNone',
} as const;

export const icons = {
	/** Nine rings, filled by eighths: `roadmap-ring-0` to `roadmap-ring-8`. */
	ring: (eighths: number): string => `roadmap-ring-${eighths}`,
} as const;

/** What settings take that take one of a few words. */
export const choices = {
	states: ['gfm', 'extended'],
	cascade: ['off', 'down', 'up', 'both'],
	'tree.emptySections': ['auto', 'show', 'hide'],
	doneTasks: ['none', 'dim', 'strike'],
	'statusBar.alignment': ['left', 'right'],
} as const;

type Choice<K extends keyof typeof choices> = (typeof choices)[K][number];

/** Below `roadmap.`, with what each takes. */
export interface Settings {
	readonly files: readonly string[];
	readonly states: Choice<'states'>;
	readonly cascade: Choice<'cascade'>;
	readonly saveAfterEdit: boolean;
	readonly 'tree.emptySections': Choice<'tree.emptySections'>;
	readonly 'tree.followCursor': boolean;
	readonly codeLens: boolean;
	readonly doneTasks: Choice<'doneTasks'>;
	readonly 'statusBar.visible': boolean;
	readonly 'statusBar.alignment': Choice<'statusBar.alignment'>;
	readonly 'statusBar.text': string;
}
