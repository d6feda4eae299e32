import { Diagnostic, languages, workspace, type TextDocument } from 'vscode';
import type { Fault } from '../core';
import { Delayer } from '../util/delayer';
import { Disposable } from '../util/disposable';
import type { ReadRoadmap } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { settingId } from '../workspace/settings';
import { faultsOf, rangeOf } from './finding';
import { codes, messageOf, severityOf, source } from './words';

/** Nobody wants to be told of what they are about to write. */
const pause = 400;

/** What is shown of a document: of which reading, and how much. */
interface Told {
	readonly file: ReadRoadmap;
	readonly count: number;
}

/** The diagnostics of the roadmaps that are open: gone at once with what they tell of, there after a pause in typing. */
export class Shown extends Disposable {
	readonly #collection = this.register(languages.createDiagnosticCollection('roadmap'));
	readonly #soon = this.register(new Delayer(0));
	readonly #pause = this.register(new Delayer(pause));
	readonly #told = new Map<TextDocument, Told>();

	constructor(private readonly roadmaps: Roadmaps) {
		super();
		this.register(roadmaps.onDidChange(() => this.#updateSoon()));
		this.register(workspace.onDidOpenTextDocument(() => this.#updateSoon()));
		this.register(workspace.onDidCloseTextDocument(document => this.#clear(document)));
		this.register(
			workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration(settingId('diagnostics'))) {
					[...this.#told.keys()].forEach(document => this.#clear(document));
					this.#update();
				}
			}),
		);
		this.#update();
	}

	/** In a turn of its own: finding faults may take as long as all that others do of the same change. */
	#updateSoon(): void {
		this.#soon.trigger(() => this.#update());
	}

	/** Shows what was just opened, takes away what is gone, and leaves all else until nobody types. */
	#update(): void {
		for (const document of workspace.textDocuments) {
			const told = this.#told.get(document);
			const file = this.#changed(document);
			if (!file) {
				continue;
			}
			// Where nothing is told nothing can be gone.
			const faults = told?.count === 0 ? [] : faultsOf(file.uri, file.text, file.roadmap);
			if (!told || faults.length < told.count) {
				this.#show(document, file, faults);
			} else {
				this.#pause.restart(() => this.#showAll());
			}
		}
	}

	#showAll(): void {
		for (const document of workspace.textDocuments) {
			const file = this.#changed(document);
			if (file) {
				this.#show(document, file, faultsOf(file.uri, file.text, file.roadmap));
			}
		}
	}

	/** The reading of a document, if it is a roadmap and not the one that is shown. */
	#changed(document: TextDocument): ReadRoadmap | undefined {
		const file = this.roadmaps.get(document.uri);
		if (file?.kind !== 'read') {
			this.#clear(document);
			return undefined;
		}
		return this.#told.get(document)?.file === file ? undefined : file;
	}

	#show(document: TextDocument, file: ReadRoadmap, faults: readonly Fault[]): void {
		if (document.isClosed || document.getText() !== file.text) {
			return; // what was typed since is read in a moment
		}
		const before = this.#told.get(document)?.count ?? 0;
		this.#told.set(document, { file, count: faults.length });
		if (before > 0 || faults.length > 0) {
			this.#collection.set(
				document.uri,
				faults.map(fault => diagnosticOf(document, fault)),
			);
		}
	}

	#clear(document: TextDocument): void {
		if (this.#told.delete(document)) {
			this.#collection.delete(document.uri);
		}
	}
}

function diagnosticOf(document: TextDocument, fault: Fault): Diagnostic {
	const diagnostic = new Diagnostic(rangeOf(document, fault), messageOf(fault), severityOf(fault));
	diagnostic.source = source;
	diagnostic.code = codes[fault.kind];
	return diagnostic;
}
