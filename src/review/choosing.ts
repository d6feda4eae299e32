import { l10n, window } from 'vscode';
import { progressOf } from '../core';
import { shown } from '../util/emoji';
import { escapeIcons } from '../util/text';
import { tellThatThereAreNoTasks } from '../workspace/absence';
import { addressIn, tellThatThereIsNoRoadmap } from '../workspace/addresses';
import { namesOf } from '../workspace/names';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';

/** Of a roadmap, beside its file's name. */
const longestTitle = 200;

/**
 * The roadmap that is meant: the one of this address; without one that of the active editor, else the only one, else the one
 * that is picked. Where there is none, the person is told.
 *
 * @param address A roadmap's, as a `Uri` or in words, as in a link; anything else is overlooked.
 */
export async function chooseRoadmap(roadmaps: Roadmaps, address: unknown): Promise<ReadRoadmap | undefined> {
	await roadmaps.whenReady;
	const files = roadmaps.files.filter(file => file.kind === 'read');
	const wanted = addressIn(address);
	const active = window.activeTextEditor?.document.uri.toString();
	const at = (key: string | undefined): ReadRoadmap | undefined => files.find(({ uri }) => uri.toString() === key);
	if (wanted !== undefined) {
		const named = at(wanted);
		if (!named) {
			tellThatThereIsNoRoadmap();
		}
		return named;
	}
	const meant = at(active) ?? (files.length === 1 ? files[0] : undefined);
	if (meant || files.length > 0) {
		return meant ?? (await pick(files));
	}
	tellThatThereAreNoTasks(roadmaps);
	return undefined;
}

async function pick(files: readonly ReadRoadmap[]): Promise<ReadRoadmap | undefined> {
	const names = namesOf(files);
	const items = files.map((file, index) => {
		const { done, total } = progressOf(file.roadmap);
		return {
			label: escapeIcons(names[index] ?? ''),
			description: escapeIcons(shown(file.roadmap.title ?? '', longestTitle)),
			detail: total > 0 ? l10n.t('{0} of {1} tasks done', done, total) : l10n.t('no tasks yet'),
			file,
		};
	});
	const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Which roadmap?') });
	return picked?.file;
}
