import { Uri, workspace, type LogOutputChannel } from 'vscode';
import { learnEmoji, type EmojiTable } from '../util/emoji';
import { patience, within } from '../util/patience';

/** The table of short codes, a file of its own beside the bundle: it is as large as a third of it, and rarely needed. */
const path = 'dist/emoji.json';

let learning: Promise<void> | undefined;

/** Learns the short codes. Without them, which is a defect, texts are shown as they are written. */
export async function learnShortCodes(extension: Uri, log: LogOutputChannel): Promise<void> {
	learning ??= learn(Uri.joinPath(extension, path), log).finally(() => (learning = undefined));
	return learning;
}

async function learn(uri: Uri, log: LogOutputChannel): Promise<void> {
	const reading = readTable(uri);
	try {
		const table = await within(patience, reading);
		if (!table) {
			throw new Error('No answer');
		}
		learnEmoji(table);
	} catch (error) {
		log.error(`Short codes cannot be read: ${String(error)}`);
		learnEmoji({});
		reading.then(learnEmoji, () => undefined); // the next reading draws them, where the answer is late
	}
}

async function readTable(uri: Uri): Promise<EmojiTable> {
	const bytes = await workspace.fs.readFile(uri);
	return JSON.parse(await workspace.decode(bytes, { encoding: 'utf8' })) as EmojiTable;
}
