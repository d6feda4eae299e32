import type { LogOutputChannel } from 'vscode';
import { tame } from './text';

/** Characters of an entry: what git has to say can be long. */
const longest = 4000;

/** A log in which each entry is one line of plain words: errors tell the names of files, which may be anything. */
export function withTameEntries(log: LogOutputChannel): LogOutputChannel {
	const tameEntry = (level: 'error' | 'warn' | 'info' | 'debug' | 'trace') => ({
		value: (message: unknown) => log[level](tame(String(message), longest)),
	});
	return Object.create(log, {
		error: tameEntry('error'),
		warn: tameEntry('warn'),
		info: tameEntry('info'),
		debug: tameEntry('debug'),
		trace: tameEntry('trace'),
	}) as LogOutputChannel;
}
