/**
 * Builds the extension: one entry, one bundle for Node.js (desktop, remote) and one for a web worker (web).
 *
 *   node esbuild.mjs [--tests | --bench] [--watch | --production]
 *
 * --tests       the suites that run in VS Code as well, for both hosts
 * --bench       what measures the core, which other tools would slow down that run it from its sources
 * --watch       builds again whenever a file changes
 * --production  without source maps, as it is packaged
 */
import { readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { context } from 'esbuild';
import emoji from 'markdown-it-emoji/lib/data/full.mjs';
import { noticesFor, packagesOf } from './scripts/licences.mjs';

const flags = new Set(process.argv.slice(2));
const root = import.meta.dirname ?? resolve();

/** @type {import('esbuild').BuildOptions} */
const common = {
	absWorkingDir: root,
	bundle: true,
	format: 'cjs',
	external: ['vscode'],
	// Else every character beyond ASCII takes six.
	charset: 'utf8',
	// Else a dependency brings its browser variant, which asks for a document: a web worker has none.
	conditions: ['worker'],
	logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', target: 'node20' };

/** @type {import('esbuild').BuildOptions} */
const web = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'], target: 'es2022' };

/** @type {import('esbuild').BuildOptions} */
const product = {
	entryPoints: ['src/extension.ts'],
	minify: true,
	metafile: true,
	sourcemap: flags.has('--production') ? false : 'linked',
};

/**
 * The core is to run anywhere. Bundled for no platform and with nothing left out, it fails to build as soon as it reaches
 * for VS Code or Node.js, however indirectly. Nothing is written.
 * @type {import('esbuild').BuildOptions}
 */
const core = { ...common, entryPoints: ['src/core/index.ts'], platform: 'neutral', external: [], write: false };

/** @type {import('esbuild').BuildOptions} */
const tests = {
	entryPoints: ['test/vscode/index.ts'],
	sourcemap: 'inline',
	define: {
		GREP: JSON.stringify(process.env.GREP ?? ''),
		UPDATE: JSON.stringify(Boolean(process.env.UPDATE)),
	},
};
const suites = join(root, 'test/vscode/suites');
const severalFolders = join(root, 'test/vscode/severalFolders');
const days = join(root, 'test/vscode/days');

/**
 * What runs in the webview of a review: a script, and the style beside it.
 * @type {import('esbuild').BuildOptions}
 */
const page = {
	...product,
	absWorkingDir: root,
	bundle: true,
	format: 'iife',
	platform: 'browser',
	target: 'es2022',
	charset: 'utf8',
	logLevel: 'warning',
	// A webview may load no maps.
	sourcemap: false,
	tsconfig: 'src/review/page/tsconfig.json',
	entryPoints: ['src/review/page/main.tsx'],
	outfile: 'dist/review.js',
};

/** What the desktop loads when it is first needed, more than half of the code. */
const later = [
	{ module: 'src/core/inline', functions: ['inlineText'] },
	{ module: 'src/create/creating', functions: ['createRoadmap'] },
	{ module: 'src/help/reportIssue', functions: ['reportIssue'] },
	{ module: 'src/history/histories', functions: ['createHistories'] },
	{ module: 'src/review/reviews', functions: ['createReviews'] },
	{ module: 'src/agents/tools', functions: ['createTools'] },
	{ module: 'src/api/answers', functions: ['createAnswers'] },
];

const shim = join(root, 'test/vscode/assert.ts');

const builds = [
	core,
	{ ...node, ...product, plugins: [laterFromWeb()], outfile: 'dist/extension.js' },
	{ ...web, ...product, entryPoints: [], stdin: whole(), outfile: 'dist/web/extension.js' },
	page,
];
if (flags.has('--tests')) {
	builds.push(
		{ ...node, ...tests, plugins: [allSuites(suites), mochaAsGlobal()], outfile: 'out/test/vscode/index.js' },
		{
			...node,
			...tests,
			plugins: [allSuites(severalFolders), mochaAsGlobal()],
			outfile: 'out/test/vscode/severalFolders.js',
		},
		{ ...node, ...tests, plugins: [allSuites(days), mochaAsGlobal()], outfile: 'out/test/vscode/days.js' },
		{ ...node, entryPoints: ['test/soak/loadInHost.ts'], outfile: 'out/test/vscode/load.js' },
		{
			...web,
			...tests,
			plugins: [allSuites(suites, /\.node\.test\.ts$/), mochaAsGlobal()],
			alias: { 'node:assert/strict': shim, 'node:assert': shim },
			outfile: 'out/test/web/index.js',
		},
	);
}

if (flags.has('--bench')) {
	builds.push({
		...node,
		entryPoints: ['test/bench/index.ts'],
		format: 'esm',
		packages: 'external',
		outfile: 'out/bench/index.mjs',
	});
	builds.push({ ...node, entryPoints: ['test/bench/vscode/inHost.ts'], outfile: 'out/bench/vscode.js' });
}

if (flags.has('--watch')) {
	const telling = tellProgress();
	builds.forEach(build => (build.plugins = [...(build.plugins ?? []), telling]));
}

await writeEmoji(join(root, 'dist'));
const contexts = await Promise.all(builds.map(build => context(build)));
if (flags.has('--watch')) {
	// The first time all at once: what watches does not tell when it has built for the first time.
	await Promise.allSettled(contexts.map(each => each.rebuild()));
	await Promise.all(contexts.map(each => each.watch()));
} else {
	const results = await Promise.allSettled(contexts.map(each => each.rebuild()));
	await Promise.all(contexts.map(each => each.dispose()));
	await writeNotices(join(root, 'dist'), results);
	// What is wrong has been said already.
	process.exitCode = results.some(({ status }) => status === 'rejected') ? 1 : 0;
}

/**
 * The table of GitHub's short codes, as a file that the extension reads when a roadmap has any.
 * @param {string} folder
 */
async function writeEmoji(folder) {
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'emoji.json'), JSON.stringify(emoji));
}

/**
 * The licences of all that went into the product, its table of emoji too, as a file that is shipped.
 * @param {string} folder
 * @param {readonly PromiseSettledResult<import('esbuild').BuildResult>[]} results
 */
async function writeNotices(folder, results) {
	const inputs = results.flatMap(({ value }) => Object.keys(value?.metafile?.inputs ?? {}));
	const folders = packagesOf([...inputs, 'node_modules/markdown-it-emoji/lib/data/full.mjs']);
	await writeFile(join(folder, 'ThirdPartyNotices.txt'), noticesFor(root, folders));
}

/**
 * The web's bundle: the entry, and what Node.js takes from there later. On the web, extensions cannot load files of theirs, so
 * this one has everything.
 * @returns {import('esbuild').StdinOptions}
 */
function whole() {
	const needed = later.map(({ module, functions }) => `export { ${functions.join()} } from './${module}';`);
	return { contents: ["export * from './src/extension';", ...needed].join('\n'), resolveDir: root };
}

/**
 * Leaves what is not needed when the extension starts out of the desktop's bundle: functions that load the web's bundle when
 * they are first called, and go on there. So it is quick to load, and the package has no code twice.
 *
 * What lies there has modules of its own, and shares no variables of modules with the rest.
 * @returns {import('esbuild').Plugin}
 */
function laterFromWeb() {
	const web = './web/extension.js';
	return {
		name: 'later-from-web',
		setup(build) {
			for (const { module, functions } of later) {
				const path = resolve(root, `${module}.ts`);
				const contents = functions
					.map(name => `export const ${name} = (...given) => require('${web}').${name}(...given);`)
					.join('\n');
				build.onLoad({ filter: new RegExp(`[\\\\/]${module.split('/').at(-1)}\\.ts$`) }, args =>
					args.path === path ? { contents, resolveDir: root } : undefined,
				);
			}
			build.onResolve({ filter: /^\.\/web\/extension\.js$/ }, ({ path }) => ({ path, external: true }));
		},
	};
}

/**
 * The module `all-suites`: loads every `*.test.ts` of a folder, and is built anew when one is added.
 * @param {string} folder
 * @param {RegExp} [without] Names of suites to leave out.
 * @returns {import('esbuild').Plugin}
 */
function allSuites(folder, without) {
	return {
		name: 'all-suites',
		setup(build) {
			build.onResolve({ filter: /^all-suites$/ }, ({ path }) => ({ path, namespace: 'all-suites' }));
			build.onLoad({ filter: /.*/, namespace: 'all-suites' }, () => {
				const files = readdirSync(folder).filter(name => name.endsWith('.test.ts') && !without?.test(name));
				const calls = files.sort().map(name => `require(${JSON.stringify(`./${name}`)});`);
				const contents = `export function loadSuites() { ${calls.join(' ')} }`;
				return { contents, resolveDir: folder, watchDirs: [folder] };
			});
		},
	};
}

/**
 * Says when building begins and when all is built, for whoever waits for it: the task of VS Code that watches.
 * @returns {import('esbuild').Plugin}
 */
function tellProgress() {
	let building = 0;
	return {
		name: 'tell-progress',
		setup(build) {
			build.onStart(() => void (building++ === 0 && console.log('Building …')));
			build.onEnd(() => void (--building === 0 && console.log('Built; waiting for changes.')));
		},
	};
}

/**
 * Mocha's build for browsers, as the script it is. Its package says that all its files are modules, so that its wrapper,
 * which would find no `exports` in a browser, finds the bundle's own and takes them over.
 * @returns {import('esbuild').Plugin}
 */
function mochaAsGlobal() {
	return {
		name: 'mocha-as-global',
		setup(build) {
			build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => {
				const script = await readFile(path, 'utf8');
				return { contents: `(function (exports, module, define) {${script}\n})();` };
			});
		},
	};
}
