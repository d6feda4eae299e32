import type { Roadmaps } from '../workspace/roadmaps';
import { createAnswers, type Answers } from './answers';
import type { RoadmapApi } from './roadmapApi';

export type * from './roadmapApi';

/**
 * What other extensions get. What answers them is loaded when one first asks. `roadmaps` is a getter: who adds members does so
 * with `Object.assign`, not by spreading this.
 */
export function createApi(roadmaps: Roadmaps): RoadmapApi {
	let made: Answers | undefined;
	const answers = (): Answers => (made ??= createAnswers(roadmaps));
	return {
		version: 1,
		whenReady: roadmaps.whenReady,
		onDidChange: roadmaps.onDidChange,
		get roadmaps() {
			return answers().roadmaps();
		},
		setState: (uri, ids, state) => answers().setState(uri, ids, state),
	};
}
