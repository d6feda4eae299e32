import type { Asked } from './index';
import { runTestsNamed } from './named';

/** Starts, uses and ends the extension so often, and looks at what stays. */
export function soakLeaks({ count = 100 }: Asked): Promise<number> {
	return runTestsNamed('started, used and ended', { LEAKS_COUNT: count });
}
