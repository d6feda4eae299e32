import { createParser, type Roadmap } from '../../../src/core';
import { KeptText } from '../../../src/core/keptText';
import { roadmapOf } from '../../../src/core/tree';
import { sidesWith } from './arbiter';
import { cmarkFinds, cmarkSidesWith, hasCmark } from './cmark';
import { readByRecord } from './record';
import { render } from './render';

/** A text that is not read as it should be: what came of it, and what should have. */
export interface Difference {
	readonly text: string;
	readonly ours: string;
	readonly expected: string;
}

/**
 * Reads texts one after the other with one parser, as an editor does, each as a new parser does, and the last as the parser
 * of record does, or else as the arbiter does. Undefined where all is well.
 */
export function differenceIn(texts: readonly string[]): Difference | undefined {
	// With segments and steps as short as can be: of longer ones, texts as short as these have but one.
	const kept = new KeptText('gfm', 1, false, 1);
	let last: Roadmap | undefined;
	for (const text of texts) {
		last = createParser().parse(text);
		const ours = render(roadmapOf(text, kept.update(text)));
		const expected = render(last);
		if (ours !== expected) return { text, ours, expected };
	}
	return last && differenceFromRecord(last, texts.at(-1) ?? '');
}

function differenceFromRecord(roadmap: Roadmap, text: string): Difference | undefined {
	const ours = comparable(roadmap, text);
	const expected = comparable(readByRecord(text), text);
	const isWell =
		ours === expected ||
		sidesWith(roadmap, text) ||
		cmarkSidesWith(roadmap, text) ||
		((cmarkFinds(roadmap, text) || !hasCmark) && isWellWithoutFootnotes(text));
	return isWell ? undefined : { text, ours, expected };
}

/** No arbiter tells how items are nested around footnotes, nor, where cmark-gfm is missing, which there are; without, they all do. */
function isWellWithoutFootnotes(text: string): boolean {
	const without = text.replace(/\[\^[^\]\r\n]*\]:.*/g, '***');
	return without !== text && differenceIn([without]) === undefined;
}

/** In footnotes, the record lets list items end inside the next ones: there, ends are not compared. */
function comparable(roadmap: Roadmap, text: string): string {
	const rendered = render(roadmap);
	return text.includes('[^') ? rendered.replace(/^( *\w+(?: \d+)? \d+)-\d+/gm, '$1') : rendered;
}
