import type { Span, TextEdit } from './model';

/**
 * What is wrong: something that looks like a checkbox and is none (`nearBox`), a task that is done though one inside it is
 * not (`doneOverOpen`), one that is to do though all inside it is done (`openOverDone`), a heading that says it is done
 * though a task below it is not (`doneHeading`). Dropped tasks do not count.
 */
export type FaultKind = 'nearBox' | 'doneOverOpen' | 'openOverDone' | 'doneHeading';

/**
 * What puts it right: writing the box as GitHub reads it, with the state that was meant (`writeBox`); making the task open
 * or done (`reopen`, `tick`); ticking what is to do inside the task or section (`tickInside`); taking the mark off the
 * heading (`removeMark`).
 */
export type FixKind = 'writeBox' | 'reopen' | 'tick' | 'tickInside' | 'removeMark';

export interface Fix {
	readonly kind: FixKind;
	/** The box that is written, as in `[x]`, or the mark that is taken away, as in `(done)`; else empty. */
	readonly words: string;
	/** In document order; they change what they say and nothing else. */
	readonly edits: readonly TextEdit[];
}

export interface Fault {
	readonly kind: FaultKind;
	/** The box, or what says that the heading is done. */
	readonly span: Span;
	/** How many tasks inside are to do: of `doneOverOpen` and `doneHeading`, else 0. */
	readonly toDo: number;
	/** At least one. */
	readonly fixes: readonly Fix[];
}
