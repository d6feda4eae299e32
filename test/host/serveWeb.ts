import { open } from '@vscode/test-web';
import { forever, runMain } from './ending';
import { webRelease } from './releases';

/** What the process that serves VS Code for the Web is told, as JSON in its argument. */
export interface ServeWebOptions {
	/** The folder with the build, as `@vscode/test-web` keeps it. */
	readonly build: string;
	readonly port: number;
	readonly folder: string;
	readonly extension: string;
	/** A folder of other extensions. */
	readonly neighbours: string | undefined;
	readonly tests: string | undefined;
}

/** Serves VS Code for the Web until it is ended; says `listening on` its port when the page is there. */
async function serve({ build, port, folder, extension, neighbours, tests }: ServeWebOptions): Promise<never> {
	await open({
		browserType: 'none',
		quality: 'stable',
		commit: webRelease,
		testRunnerDataDir: build,
		esm: true,
		host: '127.0.0.1',
		port,
		folderPath: folder,
		extensionDevelopmentPath: extension,
		...(neighbours === undefined ? {} : { extensionPaths: [neighbours] }),
		...(tests === undefined ? {} : { extensionTestsPath: tests }),
	});
	while (!(await answers(`http://127.0.0.1:${port}/`))) {
		await new Promise(later => setTimeout(later, 20));
	}
	console.log(`listening on ${port}`);
	return forever();
}

async function answers(address: string): Promise<boolean> {
	return fetch(address).then(
		response => response.ok,
		() => false,
	);
}

runMain(() => serve(JSON.parse(process.argv[2] ?? '{}') as ServeWebOptions));
