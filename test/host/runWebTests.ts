/** Runs the suites of test/vscode in VS Code for the Web: no Node.js, no git, a virtual file system. */
import { join } from 'node:path';
import { runMain } from './ending';
import { temporaryCopy } from './folders';
import { neighboursFolder, root, sampleFolder } from './paths';
import { webRelease } from './releases';
import { runTestsAt } from './testRun';
import { startWebServer } from './webServer';

runMain(async () => {
	console.log(`\nVS Code for the Web ${webRelease}`);
	const { path: folder } = temporaryCopy(sampleFolder);
	const tests = join(root, 'out/test/web/index.js');
	const server = await startWebServer({ folder, extension: root, neighbours: neighboursFolder, tests });
	return runTestsAt(server.origin, false);
});
