import { l10n } from 'vscode';
import { relocate, type Change, type EditOptions, type Node, type Refusal, type Roadmap } from '../core';
import { editRoadmaps, type MakeEdits, type Outcome, type RoadmapEdit, type Tell } from './editing';
import type { ReadRoadmap } from './roadmapFile';
import type { Roadmaps } from './roadmaps';
import { setting } from './settings';

/** A change of a roadmap's structure. */
export interface StructureEdit {
	/** The roadmap as it was shown, and nodes of it: they are found again in the text as it is now. */
	readonly file: ReadRoadmap;
	readonly nodes: readonly Node[];
	/** Makes the change; `nodes` are those above, of the roadmap as it is now. */
	readonly make: (now: Now) => Change | Refusal;
}

/** A roadmap at the moment of its change. */
export interface Now {
	readonly text: string;
	readonly roadmap: Roadmap;
	readonly nodes: readonly Node[];
	readonly options: EditOptions;
}

/** What became of changes, and where in the texts after them that starts which was moved or added, roadmap by roadmap. */
export interface Changed {
	readonly outcome: Outcome;
	readonly starts: readonly (readonly number[])[];
}

/**
 * Changes roadmaps' structure, all or none, undone by one undo. Where it cannot be done, the person is told why, or whom
 * `tell` tells.
 */
export async function changeStructure(
	roadmaps: Roadmaps,
	edits: readonly StructureEdit[],
	tell?: Tell,
): Promise<Changed> {
	const starts: (readonly number[])[] = edits.map(() => []);
	const changes = edits.map((edit, index): RoadmapEdit => ({
		uri: edit.file.uri,
		make: madeBy(edit, made => (starts[index] = made)),
	}));
	return { outcome: await editRoadmaps(roadmaps, changes, tell), starts };
}

function madeBy({ file, nodes, make }: StructureEdit, keep: (starts: readonly number[]) => void): MakeEdits {
	return (text, parse) => {
		const roadmap = text === file.text ? file.roadmap : parse(text);
		const found = roadmap === file.roadmap ? nodes : nodes.map(node => relocate(file.roadmap, node, roadmap));
		if (!found.every(node => node !== undefined)) {
			return refusalText('gone');
		}
		const made = make({ text, roadmap, nodes: found, options: editOptions() });
		if ('refused' in made) {
			return refusalText(made.refused);
		}
		keep(made.starts);
		return made.edits;
	};
}

/** How texts are read, as the settings say. */
export function editOptions(): EditOptions {
	return { states: setting('states') };
}

/** Why a change cannot be made, in a sentence, and what to do. */
export function refusalText(reason: Refusal['refused']): string {
	switch (reason) {
		case 'gone':
			return l10n.t('The roadmap has changed meanwhile; nothing else was changed. The tree shows it as it is now.');
		case 'sharesLine':
			return l10n.t('It stands on the same line as the item around it. Give it a line of its own in the text first.');
		case 'sectionInItem':
			return l10n.t('A section cannot go into a list.');
		case 'tooDeep':
			return l10n.t('It would be too deep: headings have six levels.');
		case 'unsafe':
			return l10n.t(
				'Nothing was changed: Markdown would read something else differently. Change the text itself instead.',
			);
		case 'intoItself':
			return l10n.t('It cannot go into itself.');
		case 'first':
			return l10n.t('It is the first already.');
		case 'last':
			return l10n.t('It is the last already.');
		case 'nothingAbove':
			return l10n.t('There is nothing right above that it could go into.');
		case 'outermost':
			return l10n.t('It is on the outermost level already.');
		case 'noWords':
			return l10n.t('There is nothing to add: it has no words.');
	}
}
