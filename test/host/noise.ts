/**
 * What VS Code itself says in the same log as an extension host: native parts that the packages come without and nothing
 * here uses, and a gallery that is not asked. None of it tells anything about a test.
 */
const harmless = [
	/^Resolv(ing|ed) connection token/,
	/^Creating a socket/,
	/^\[reconnection-grace-time\]/,
	/^(Updating|Found|Ignoring fetching) additional builtin/,
	/^Ignoring the error while validating workspace folder vscode-test-web/,
	/^Loading development extension at/,
	/^vscode-test-web-support fs provider/,
	/^Unable to read file 'vscode-test-web:\/\/mount\/\.vscode/,
	/^ENOPRO: .*'vscode-test-web:\/\/mount\/\.vscode/,
	/^\[Service Worker\] registration/,
	/^\[AgentHost/,
	/^\[AccountPolicyGate\]/,
	/^ChatSessionStore:/,
	/Could not locate the bindings file/,
	/Cannot find module '\.\/build\/Release\/watchdog'/,
	/(ENOTFOUND|EAI_AGAIN|ECONNREFUSED) .*open-vsx/,
	/^No search provider registered for scheme/,
	// Tests have a file system that goes wrong.
	/^\[text file model\] handleSaveError.*'roadmap-faults:/,
	/authentication provider 'github'/,
	/^\[DefaultAccount\]/,
	/^Canceled: Canceled/,
	/PromptFilesLocator/,
	// Random days save over what another program has written, and reload the window with something unsaved.
	/^\[text file model\] handleSaveError.*File Modified Since/,
	/^\[lifecycle\]:? (onBeforeUnload|Unload was prevented)/,
	/^Unload veto: /,
	/Long running operations during shutdown/,
	// It confirms by itself what tools ask for.
	/^DialogService: Dialog requested during smoke test/,
	// Git looks at the folder of a repository that a test has removed.
	/spawn (\S+\/)?git ENOENT/,
	/^An unknown error occurred\. Please consult the log/,
];

/** Whether a log line says nothing that anybody who reads the output of tests wants to know. */
export function isNoise(message: string): boolean {
	return process.env['DEBUG'] === undefined && harmless.some(pattern => pattern.test(message));
}
