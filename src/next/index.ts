import { commands, type Disposable } from 'vscode';
import { commands as ids } from '../contributions';
import { DisposableStore } from '../util/disposable';
import type { Roadmaps } from '../workspace/roadmaps';
import { completeTask, goToNext, goToPrevious } from './going';
import { placeIn, type Place } from './place';

/** Going from one task that is still to do to the next, and ticking on the way. */
export function registerNext(roadmaps: Roadmaps): Disposable {
	const owned = new DisposableStore();
	const register = (id: string, run: (place: Place) => Promise<void>): void => {
		owned.add(
			commands.registerCommand(id, async (address: unknown) => {
				await roadmaps.whenReady;
				const place = await placeIn(roadmaps, address);
				if (place) {
					await run(place);
				}
			}),
		);
	};
	register(ids.goToNextTask, place => goToNext(roadmaps, place));
	register(ids.goToPreviousTask, place => goToPrevious(roadmaps, place));
	register(ids.completeAndGoToNext, async place => {
		if (await completeTask(roadmaps, place)) {
			await goToNext(roadmaps, place);
		}
	});
	return owned;
}
