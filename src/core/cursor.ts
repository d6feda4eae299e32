import { isSpace, TAB } from './characters';

/**
 * A place in one line. Tabs count as white space up to the next multiple of four columns (CommonMark 2.2), so a block
 * may end in the middle of one: `partialTab` says that the tab at `offset` is used up in part.
 */
export class Cursor {
	text = '';
	/** Where the line starts, and where its line ending or the text's end is. */
	start = 0;
	end = 0;
	/** Where we are. */
	offset = 0;
	column = 0;
	partialTab = false;
	/** The next character that is no white space; `end` in a blank rest. */
	next = 0;
	nextColumn = 0;

	reset(text: string, start: number, end: number): void {
		this.text = text;
		this.start = this.offset = this.next = start;
		this.end = end;
		this.column = this.nextColumn = 0;
		this.partialTab = false;
		this.find();
	}

	/** Columns of white space before the next character. */
	get indent(): number {
		return this.nextColumn - this.column;
	}

	/** Whether only white space is left. */
	get blank(): boolean {
		return this.next === this.end;
	}

	/** The next character that is no white space; NaN in a blank rest. */
	get code(): number {
		return this.next < this.end ? this.text.charCodeAt(this.next) : NaN;
	}

	/** Moves over `count` columns of white space, at most to the next character. */
	skipColumns(count: number): void {
		if (this.nextColumn - this.column === this.next - this.offset) {
			// No tabs here.
			const step = Math.min(count, this.next - this.offset);
			this.offset += step;
			this.column += step;
			return;
		}
		let left = count;
		while (left > 0 && this.offset < this.next) {
			const width = this.text.charCodeAt(this.offset) === TAB ? 4 - (this.column % 4) : 1;
			this.partialTab = width > left;
			this.column += Math.min(width, left);
			left -= width;
			if (!this.partialTab) this.offset++;
		}
	}

	/** Moves behind the `count` characters (no tabs) at the next character. */
	skipMarker(count: number): void {
		this.offset = this.next + count;
		this.column = this.nextColumn + count;
		this.partialTab = false;
		this.next = this.offset;
		this.nextColumn = this.column;
		this.find();
	}

	private find(): void {
		let { next, nextColumn } = this;
		for (; next < this.end; next++) {
			const code = this.text.charCodeAt(next);
			if (!isSpace(code)) break;
			nextColumn += code === TAB ? 4 - (nextColumn % 4) : 1;
		}
		this.next = next;
		this.nextColumn = nextColumn;
	}
}
