declare module 'markdown-it-emoji/lib/data/full.mjs' {
	/** Every short code of GitHub's, without the colons, and the characters it stands for. */
	const names: Readonly<Record<string, string>>;
	export default names;
}
