import { commands, extensions, Position, Range, Uri, window, workspace, type TextEditor } from 'vscode';
import { extensionId, focusTree, commands as ids } from '../../../src/contributions';
import { roadmap } from '../texts';
import type { Answer } from './request';
import { longestBlockDuring, watchExtension, type Watch } from './watching';

const rounds = 20;
/** Milliseconds after which whatever a change brings about is over. */
const quiet = 150;

/** Types into an open roadmap of this length with its tree in sight, ticks in the tree, and types into another file. */
export async function measureTyping(length: number): Promise<Answer> {
	const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
	const file = Uri.joinPath(folder, 'ROADMAP.md');
	await workspace.fs.writeFile(file, Buffer.from(roadmap(length)));
	const watch = watchExtension();
	await extensions.getExtension(extensionId)?.activate();
	await commands.executeCommand('vscode.open', file);
	await commands.executeCommand(focusTree);
	while (!window.activeTextEditor || watch.texts.length === 0) await pause(100);
	await pause(3000); // what comes with an opened file is there
	const editor = window.activeTextEditor;
	const mark = markIn(editor);
	const words = editor.document.lineAt(mark.start.line).range.end;
	const answer: Answer = {};
	await series(answer, 'letter', watch, round => type(editor, new Range(words, words), String(round % 10)));
	await series(answer, 'mark', watch, round => type(editor, mark, round % 2 === 0 ? 'x' : ' '));
	await series(answer, 'tick', watch, () => tick(watch));
	const other = await window.showTextDocument(Uri.joinPath(folder, 'note.txt'));
	await series(answer, 'elsewhere', watch, () => type(other, new Range(0, 0, 0, 0), 'x'));
	return answer;
}

/** Makes changes one after the other, and adds to the answer what each takes. */
async function series(answer: Answer, name: string, watch: Watch, change: (round: number) => Promise<unknown>) {
	for (let round = -3; round < rounds; round++) {
		const figures = await measureOne(watch, () => change(round + 3));
		for (const [what, value] of Object.entries(figures)) {
			if (round >= 0) (answer[`${name}: ${what}`] ??= []).push(value);
		}
	}
}

async function measureOne(watch: Watch, change: () => Promise<unknown>) {
	let changed = NaN;
	const listening = workspace.onDidChangeTextDocument(() => (changed = performance.now()));
	const known = watch.texts.length;
	const before = watch.spent();
	const start = performance.now();
	watch.longest();
	const block = await longestBlockDuring(change().then(() => pause(quiet)));
	listening.dispose();
	return {
		'to text': changed - start,
		'to status bar': (watch.texts[known] ?? NaN) - before,
		work: watch.spent() - before,
		'longest work': watch.longest(),
		block: block.spent,
		'block passed': block.passed,
	};
}

async function type(editor: TextEditor, range: Range, text: string): Promise<unknown> {
	return editor.edit(edit => edit.replace(range, text), { undoStopBefore: false, undoStopAfter: false });
}

/** Ticks a row of the tree as its box does. */
async function tick({ provider }: Watch): Promise<unknown> {
	let row: unknown;
	for (let rows = await provider?.getChildren(); rows && rows.length > 0; rows = await provider?.getChildren(row)) {
		row = rows[rows.length >> 1];
	}
	return commands.executeCommand(ids.toggleSelected, row);
}

/** The mark of a task in the middle of the text. */
function markIn({ document }: TextEditor): Range {
	for (let line = document.lineCount >> 1; line < document.lineCount; line++) {
		const at = document.lineAt(line).text.search(/(?<=^- \[)[ x]\]/);
		if (at >= 0) return new Range(new Position(line, at), new Position(line, at + 1));
	}
	throw new Error('No task');
}

async function pause(milliseconds: number): Promise<void> {
	await new Promise(resolve => setTimeout(resolve, milliseconds));
}
