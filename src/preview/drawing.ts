import { progressOf, sectionsIn, tasksIn, type Roadmap, type Section, type Task } from '../core';
import { linesOf } from '../util/text';
import { boxHtml, progressHtml, type Words } from './html';
import { html, like, withClass, type Token } from './token';

/** A roadmap that is to be drawn in the preview. */
export interface Drawing {
	/** What the tokens were made of. */
	readonly text: string;
	readonly roadmap: Roadmap;
	/** Where a click on a task's box leads; absent where it can lead nowhere. */
	readonly linkTo?: ((task: Task) => string) | undefined;
	readonly words: Words;
}

/**
 * The tokens of a roadmap with a box for each task and a bar for each section that has any.
 *
 * What is a task is the roadmap's affair, not the tokens': these are told by the line that a task's box is on. A task whose
 * box another plugin has drawn already, as something that does something, is left as it is.
 */
export function draw(tokens: readonly Token[], drawing: Drawing): Token[] {
	const tasks = tasksByLine(drawing);
	const sections = sectionsByLine(drawing);
	const drawn = [...tokens];
	for (const [index, token] of tokens.entries()) {
		const line = token.map?.[0];
		if (token.type === 'heading_open' && token.level === 0 && line !== undefined) {
			const section = sections.get(line);
			replace(drawn, index + 1, words => section && withProgress(words, section, drawing));
		} else if (token.type === 'list_item_open' && tokens[index + 1]?.type === 'paragraph_open') {
			const task = tasks.get(tokens[index + 2]?.map?.[0] ?? -1);
			if (replace(drawn, index + 2, words => task && withBox(words, task, drawing))) {
				drawn[index] = withClass(token, 'roadmap-task');
			}
		}
	}
	return drawn;
}

/** Puts another token in a place where words are; says whether there was one to put. */
function replace(tokens: Token[], index: number, make: (words: Token) => Token | undefined): boolean {
	const words = tokens[index];
	const made = words?.type === 'inline' ? make(words) : undefined;
	if (made) {
		tokens[index] = made;
	}
	return made !== undefined;
}

/** No two tasks have their boxes on one line. */
function tasksByLine({ text, roadmap }: Drawing): Map<number, Task> {
	const tasks = [...tasksIn(roadmap)];
	const lines = linesOf(
		text,
		tasks.map(({ mark }) => mark),
	);
	return new Map(tasks.map((task, index) => [lines[index] ?? -1, task]));
}

function sectionsByLine({ text, roadmap }: Drawing): Map<number, Section> {
	const sections = [...sectionsIn(roadmap)];
	const lines = linesOf(
		text,
		sections.map(({ heading }) => heading.start),
	);
	return new Map(sections.map((section, index) => [lines[index] ?? -1, section]));
}

function withProgress(words: Token, section: Section, drawing: Drawing): Token | undefined {
	const progress = progressOf(section);
	if (progress.total === 0) {
		return undefined;
	}
	return like(words, { children: [...(words.children ?? []), html(words, progressHtml(progress, drawing.words))] });
}

function withBox(words: Token, task: Task, { linkTo, words: texts }: Drawing): Token | undefined {
	const rest = withoutBox(words.children ?? []);
	if (!rest) {
		return undefined;
	}
	// Their words as markdown-it has read them; the core would have to read each of them first.
	const box = boxHtml(task.state, plainText(rest), linkTo?.(task), texts);
	return like(words, { children: [html(words, box), ...rest] });
}

/** Words without their markup; of an image its description. */
function plainText(words: readonly Token[]): string {
	const pieces = words.map(({ type, content }) =>
		type.endsWith('break') ? ' ' : type === 'html_inline' ? '' : content,
	);
	return pieces.join('').trim();
}

/**
 * A box that does nothing, as VS Code itself and markdown-it-task-lists draw one, which most extensions that draw boxes bring
 * along.
 */
const deadBox = /^<input (?=[^<>]*\bclass="task-list-item-checkbox")(?=[^<>]*\bdisabled\b)[^<>]*>$/;

/** What stands behind a box; `undefined` where these words do not begin with one, or with one that does something. */
function withoutBox(words: readonly Token[]): readonly Token[] | undefined {
	const [first, second, third] = words;
	if (first?.type === 'html_inline' && deadBox.test(first.content)) {
		return trimmed(words.slice(1));
	}
	// `[x]` is a link where the text says what `x` stands for, but a box all the same where GitHub draws one.
	if (first?.type === 'link_open' && second?.content.length === 1 && third?.type === 'link_close') {
		return trimmed(words.slice(3));
	}
	// The character between the brackets may be the end of a line.
	if (first?.type === 'text' && first.content === '[' && second?.type === 'softbreak' && third?.content[0] === ']') {
		return trimmed([like(third, { content: third.content.slice(1) }), ...words.slice(3)]);
	}
	return first?.type === 'text' && /^\[.\]/.test(first.content)
		? trimmed([like(first, { content: first.content.slice(3) }), ...words.slice(1)])
		: undefined;
}

/** Words without the white space that they begin with. */
function trimmed(words: readonly Token[]): readonly Token[] {
	const [first] = words;
	return first?.type === 'text' ? [like(first, { content: first.content.trimStart() }), ...words.slice(1)] : words;
}
