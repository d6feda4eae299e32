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
	applyCodeAction: 'roadmap.applyCodeAction',
	toggleSelected: 'roadmap.tree.toggle',
	makeTasks: 'roadmap.tree.makeTasks',
	expandAll: 'roadmap.tree.expandAll',
	addTask: 'roadmap.tree.addTask',
	addTaskInside: 'roadmap.tree.addTaskInside',
	addSection: 'roadmap.tree.addSection',
	rename: 'roadmap.tree.rename',
	remove: 'roadmap.tree.delete',
	duplicate: 'roadmap.tree.duplicate',
	moveUp: 'roadmap.tree.moveUp',
	moveDown: 'roadmap.tree.moveDown',
	indent: 'roadmap.tree.indent',
	outdent: 'roadmap.tree.outdent',
	sortFinished: 'roadmap.tree.sortFinished',
	copyMarkdown: 'roadmap.tree.copy',
	pasteMarkdown: 'roadmap.tree.paste',
	undo: 'roadmap.tree.undo',
	redo: 'roadmap.tree.redo',
	expandOpen: 'roadmap.tree.expandOpen',
	hideCompleted: 'roadmap.tree.hideCompleted',
	showCompleted: 'roadmap.tree.showCompleted',
	weeklyReview: 'roadmap.weeklyReview',
	copyWeeklyReview: 'roadmap.copyWeeklyReview',
	clearHistory: 'roadmap.clearHistory',
	getStarted: 'roadmap.getStarted',
	reportIssue: 'roadmap.reportIssue',
} as const;

/** Commands that VS Code makes of the ids below. */
export const focusTree = 'roadmap.tree.focus';

/** What keybindings of the tree pass to their commands: that the focused row is meant, unless several are selected. */
export const focusedRow = 'focused';

export const viewContainer = 'roadmap';

export const views = { tree: 'roadmap.tree' } as const;

/** What VS Code calls the walkthrough, behind the extension's own id. */
export const walkthrough = 'roadmap.walkthrough';

/** What VS Code calls the webview of a review. */
export const reviewPanel = 'roadmap.review';

export const statusBarItem = 'roadmap.progress';

/** Tools that language models call; VS Code allows no dots in their names. */
export const tools = {
	progress: 'roadmap_progress',
	tasks: 'roadmap_tasks',
	setState: 'roadmap_set_state',
	addTasks: 'roadmap_add_tasks',
} as const;

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
	/** Whether the tree hides what is completed. */
	hidesCompleted: 'roadmap.tree.hidesCompleted',
	/** Whether all there is in the tree is hidden. */
	allHidden: 'roadmap.tree.allHidden',
	/** Whether anything was ticked in the tree, which checks off a step of the walkthrough. */
	hasTicked: 'roadmap.tree.hasTicked',
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
	diagnostics: ['all', 'boxes', 'off'],
	'statusBar.alignment': ['left', 'right'],
	weekStart: ['auto', 'monday', 'sunday', 'saturday'],
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
	readonly diagnostics: Choice<'diagnostics'>;
	readonly preview: boolean;
	readonly 'statusBar.visible': boolean;
	readonly 'statusBar.alignment': Choice<'statusBar.alignment'>;
	readonly 'statusBar.text': string;
	readonly explorerBadge: boolean;
	readonly weekStart: Choice<'weekStart'>;
	/** `YYYY-MM-DD`, or empty for none. */
	readonly targetDate: string;
	readonly dailyMinutes: number;
}
