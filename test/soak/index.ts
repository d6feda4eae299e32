/**
 * Long runs of what `npm test` tries shortly, by name: `npm run soak -- hostile --seed 7 --count 100000`.
 * Each is a module beside this one. The same seed does the same; what fails is said with it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runMain } from '../host/ending';

/** What a module here exports. */
export interface Soak {
	/** @param args Of the command line, behind the name. */
	readonly run: (args: readonly string[]) => Promise<number> | number;
}

runMain(async () => {
	const [name = '', ...args] = process.argv.slice(2);
	const path = join(import.meta.dirname, `${name}.ts`);
	if (!/^\w+$/.test(name) || name === 'index' || !existsSync(path)) {
		console.error(`There is no long run “${name}”; see test/soak.`);
		return 1;
	}
	const { run } = (await import(path)) as Soak;
	return await run(args);
});
