/**
 * Reads random texts, and edits of them, and compares with the parser of record; and changes the structure of texts, and looks
 * whether anything else changed: `npm run fuzz -- --seed 7 --count 1000 --mode operations`.
 * Ends at the first difference, which it prints, shrunk, as JSON. The same seed makes the same texts.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runMain } from '../host/ending';
import { hasCmark } from '../unit/support/cmark';
import { modes } from '../unit/support/nastyCase';
import type { Found, Job, Report } from './worker';

/** Cases of each mode that a worker takes at once. */
const batch = 500;
/** How long one batch may take, which takes less than a second, until a text is taken for one without end. */
const patience = 600_000;

const { values } = parseArgs({
	options: {
		seed: { type: 'string', default: String(Date.now() % 1_000_000) },
		count: { type: 'string', default: '100000' },
		mode: { type: 'string', multiple: true, default: modes.filter(mode => mode !== 'mixed' || hasCmark) },
	},
});
const seed = whole('seed', values.seed);
const count = whole('count', values.count);
const chosen = modes.filter(mode => values.mode.includes(mode));
if (chosen.length < new Set(values.mode).size) throw new RangeError(`--mode is one of ${modes.join(', ')}`);

function whole(name: string, value: string): number {
	if (!/^\d+$/.test(value)) throw new RangeError(`--${name} is a whole number, not ${value}`);
	return Number(value);
}

/** Batches still to be done, those of each mode in turn. */
function* jobs(): Generator<Job, void, undefined> {
	const all = Math.ceil(count / chosen.length);
	for (let first = 0; first < all; first += batch) {
		for (const mode of chosen) yield { mode, seed, first, end: Math.min(all, first + batch) };
	}
}

const left = jobs();
const started = Date.now();
let cases = 0;
let texts = 0;
let shown = 0;

function tell(): void {
	const seconds = (Date.now() - started) / 1000;
	console.log(`seed ${seed}: ${cases} cases, ${texts} texts, ${seconds.toFixed(0)} s`);
}

function progress(): void {
	if (Date.now() - shown < 10_000) return;
	shown = Date.now();
	tell();
}

/** Runs batches in a process of its own, which ends with this one, until none is left or one fails. */
async function work(): Promise<Found | undefined> {
	const worker = fork(fileURLToPath(new URL('worker.ts', import.meta.url)));
	try {
		for (const job of left) {
			const { found, texts: read } = await reportOf(worker, job);
			cases += job.end - job.first;
			texts += read;
			progress();
			// Leaving the loop ends it for all.
			if (found) return found;
		}
		return undefined;
	} finally {
		worker.kill();
	}
}

function reportOf(worker: ChildProcess, job: Job): Promise<Report> {
	return new Promise((resolve, reject) => {
		const fail = () => reject(new Error(`No end or a crash: ${JSON.stringify(job)}`));
		const timer = setTimeout(fail, patience);
		worker.once('exit', fail);
		worker.once('message', report => {
			clearTimeout(timer);
			worker.off('exit', fail);
			resolve(report as Report);
		});
		worker.send(job);
	});
}

/** As JSON in which every character can be seen. */
function escaped(texts: readonly string[]): string {
	return JSON.stringify(texts).replace(/[^ -~]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function main(): Promise<number> {
	console.log(`seed ${seed}: ${count} cases of ${chosen.join(', ')}`);
	const found = await Promise.all(Array.from({ length: availableParallelism() }, work));
	tell();
	const first = found.find(each => each !== undefined);
	if (!first) return 0;
	const { mode, number, texts: input, ours, expected } = first;
	console.log(`\nDifference in ${mode} ${number}:\n${escaped(input)}\n\nours:\n${ours}\n\nexpected:\n${expected}`);
	return 1;
}

runMain(main);
