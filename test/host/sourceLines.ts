import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from './paths';

const place = /[^\s()]*[\\/](out[\\/]test[\\/]\w+[\\/]index\.js)(#[\w-]+)?:(\d+):(\d+)/g;
const maps = new Map<string, SourceMap>();

/**
 * Puts the lines of the suites where a stack has those of their bundle. Node.js would, but extension hosts make the text of
 * a stack themselves.
 */
export function withSourceLines(message: string): string {
	return message.replaceAll(place, (whole, bundle: string, web: string | undefined, line: string, column: string) => {
		const above = web === undefined ? 1 : 3; // on the web, VS Code wraps a bundle in a function that begins two lines above
		const entry = mapOf(bundle).findEntry(Number(line) - above, Number(column) - 1);
		if (!('originalSource' in entry)) {
			return whole;
		}
		const source = relative(root, resolve(root, dirname(bundle), entry.originalSource));
		return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
	});
}

function mapOf(bundle: string): SourceMap {
	const known = maps.get(bundle) ?? new SourceMap(readMap(bundle));
	maps.set(bundle, known);
	return known;
}

/** The map at the end of a bundle. */
function readMap(bundle: string): SourceMapPayload {
	const text = readFileSync(join(root, bundle), 'utf8');
	const encoded = text.slice(text.lastIndexOf('base64,') + 'base64,'.length);
	return JSON.parse(Buffer.from(encoded, 'base64').toString()) as SourceMapPayload;
}
