import { COLON, LEFT_BRACKET, RIGHT_BRACKET } from './characters';
import { readDefinitions } from './definitions';
import { at } from './numbers';

const none: readonly never[] = [];

/** The paragraph that is open, if one is: the start and end of each of its lines, without their indent. */
export class Paragraph {
	/** Used again for the next one: there is one for each line of a list. */
	readonly lines: number[] = [];
	/** Where it starts, with what definitions it starts with. */
	origin = 0;
	/** The recorded list item that it is the first block of, -1 if none, and whether a checkbox may stand in front of it. */
	item = -1;
	checkable = false;
	/** Whether its last line can be the header of a table: a line indented by four or more cannot. */
	mayEndInHeader = true;

	start(start: number, end: number, item: number, checkable: boolean): void {
		const { lines } = this;
		lines[0] = start;
		lines[1] = end;
		if (lines.length > 2) lines.length = 2;
		this.origin = start;
		this.item = item;
		this.checkable = checkable;
		this.mayEndInHeader = true;
	}

	add(start: number, end: number, mayBeHeader: boolean): void {
		if (this.lines.length === 0) this.origin = start;
		this.lines.push(start, end);
		this.mayEndInHeader = mayBeHeader;
	}

	dropLast(): void {
		this.lines.length -= 2;
	}

	/** Takes the link reference definitions off its start; answers their labels. */
	takeDefinitions(text: string): readonly string[] {
		const [start] = this.lines;
		if (start === undefined || text.charCodeAt(start) !== LEFT_BRACKET || isBox(text, start)) return none;
		const joined = joinLines(text, this.lines, 0);
		const { labels, end } = readDefinitions(joined);
		if (end === joined.length) this.lines.length = 0;
		else if (end > 0) this.lines.splice(0, 2 * (joined.slice(0, end).split('\n').length - 1));
		return labels;
	}
}

/** `[?]` without the colon that a definition would have: most paragraphs that start with a bracket are a task's. */
function isBox(text: string, start: number): boolean {
	return text.charCodeAt(start + 2) === RIGHT_BRACKET && text.charCodeAt(start + 3) !== COLON;
}

/** The lines, whose offsets count from `base`, joined by line feeds. */
export function joinLines(text: string, lines: readonly number[], base: number): string {
	if (lines.length <= 2) return text.slice(base + at(lines, 0), base + at(lines, 1));
	const parts: string[] = [];
	for (let index = 0; index < lines.length; index += 2) {
		parts.push(text.slice(base + at(lines, index), base + at(lines, index + 1)));
	}
	return parts.join('\n');
}
