/** All of test/vscode/suites, put together by the bundler, as an extension host on the web has no folder to look into. */
declare module 'all-suites' {
	/** Defines the suites; mocha's `describe` and the like have to be there. */
	export function loadSuites(): void;
}

/** The build of mocha for browsers: it is one file, needs no Node.js, and adds `Mocha` to the global object. */
declare module 'mocha/mocha.js';
