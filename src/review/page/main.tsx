/** Runs in the webview of a review. It draws what it is told, and tells what was clicked. */
import { render } from 'preact';
import { App } from './app';
import type { FromPage, Kept, ToPage, View } from './model';
import './review.css';

declare function acquireVsCodeApi(): {
	postMessage(message: FromPage): void;
	getState(): Kept | undefined;
	setState(state: Kept): void;
};

const editor = acquireVsCodeApi();
let isTableOpen = editor.getState()?.table === true;
let view: View | undefined;
let told = '';
const root = document.getElementById('page') ?? document.body;

/** VS Code restores the page with this, and gives it to the extension. What another release has added to it stays. */
function keep({ uri, ...shown }: View): void {
	const week = 'week' in shown && !shown.week.isPresent ? { week: shown.week.start } : {};
	const kept = shown.kind === 'review' ? week : { week: editor.getState()?.week };
	editor.setState(
		JSON.parse(JSON.stringify({ ...editor.getState(), week: undefined, uri, ...kept, table: isTableOpen })) as Kept,
	);
}

function draw(): void {
	if (!view) {
		return;
	}
	document.documentElement.lang = view.locale;
	document.title = view.title;
	keep(view);
	render(
		<App
			view={view}
			told={told}
			isTableOpen={isTableOpen}
			ask={what => editor.postMessage(what)}
			onTable={isOpen => {
				isTableOpen = isOpen;
				draw();
			}}
		/>,
		root,
	);
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
	if (data.kind === 'show') {
		view = data.view;
		told = '';
	} else {
		told = data.text;
	}
	draw();
});

editor.postMessage({ kind: 'ready' });
