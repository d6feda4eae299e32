import type { Asked } from './index';
import { runTestsNamed } from './named';

/** Faults at random, of files, storage and VS Code. */
export function soakFaults({ seed, count = 5000 }: Asked): Promise<number> {
	return runTestsNamed('faults at random', { FAULTS_SEED: seed, FAULTS_COUNT: count });
}
