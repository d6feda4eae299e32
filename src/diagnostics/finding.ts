import { Range, type TextDocument, type Uri } from 'vscode';
import { faultsIn, type Fault, type Roadmap } from '../core';
import { setting } from '../workspace/settings';

/** The faults of a roadmap that its settings ask for. */
export function faultsOf(uri: Uri, text: string, roadmap: Roadmap): Fault[] {
	const asked = setting('diagnostics', uri);
	return asked === 'off' ? [] : faultsIn(text, roadmap).filter(({ kind }) => asked === 'all' || kind === 'nearBox');
}

/** Where a fault is in a document that has the text in which it was found. */
export function rangeOf(document: TextDocument, { span }: Fault): Range {
	return new Range(document.positionAt(span.start), document.positionAt(span.end));
}
