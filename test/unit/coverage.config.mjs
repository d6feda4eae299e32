/** The core is to be tested whole: every line and branch. Run by `npm run test:unit`. */
export default {
	name: 'Coverage of src/core',
	entryFilter: { '**/core/index.ts': false, '**/src/core/**': true }, // the index only exports
	reports: ['console-summary'],
	outputDir: 'out/coverage',
	/** @param {{ summary: Record<string, { pct: number | '' }>, files: { sourcePath: string, summary: Record<string, { pct: number | '' }> }[] }} results */
	onEnd({ summary, files }) {
		const measures = ['lines', 'branches', 'functions'];
		const isWhole = (/** @type {typeof summary} */ figures) =>
			measures.every(name => figures[name]?.pct === 100 || figures[name]?.pct === '');
		if (!isWhole(summary)) {
			console.error(
				`Not tested whole: ${files
					.filter(file => !isWhole(file.summary))
					.map(file => file.sourcePath)
					.join(', ')}`,
			);
			process.exitCode = 1;
		}
	},
};
