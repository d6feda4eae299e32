import {
	CodeAction,
	CodeActionKind,
	l10n,
	languages,
	Range,
	WorkspaceEdit,
	type CodeActionContext,
	type CodeActionProvider,
	type Disposable,
	type TextDocument,
} from 'vscode';
import type { Fault, Fix } from '../core';
import { commandFor } from '../workspace/offers';
import type { Roadmaps } from '../workspace/roadmaps';
import { faultsOf, rangeOf } from './finding';
import { codes, source, titleOf } from './words';

const fixAllKind = CodeActionKind.SourceFixAll.append('roadmap');

/** Offers to put right what is told, in the editor's menu of quick fixes; and all checkboxes at once, by command or on saving. */
export function registerFixes(roadmaps: Roadmaps): Disposable {
	// Not by language: a roadmap is what the settings call one.
	return languages.registerCodeActionsProvider({ pattern: '**/*' }, new Fixes(roadmaps), {
		providedCodeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
	});
}

/** Writes all checkboxes properly. What that takes is found out when it is done. */
class FixAll extends CodeAction {
	constructor(readonly document: TextDocument) {
		super(l10n.t('Write all checkboxes properly'), fixAllKind);
	}
}

class Fixes implements CodeActionProvider {
	constructor(private readonly roadmaps: Roadmaps) {}

	provideCodeActions(document: TextDocument, range: Range, { diagnostics, only }: CodeActionContext): CodeAction[] {
		if (only?.contains(fixAllKind)) {
			return this.#nearBoxes(document).length > 0 ? [new FixAll(document)] : [];
		}
		const told = diagnostics.filter(diagnostic => diagnostic.source === source);
		if (told.length === 0 || (only && !only.contains(CodeActionKind.QuickFix))) {
			return []; // VS Code asks whenever the cursor moves
		}
		return this.#faults(document)
			.filter(fault => rangeOf(document, fault).intersection(range))
			.flatMap(fault =>
				fault.fixes.map(fix => {
					const action = actionOf(document, fault, fix);
					action.diagnostics = told.filter(({ code }) => code === codes[fault.kind]);
					return action;
				}),
			);
	}

	resolveCodeAction(action: CodeAction): CodeAction {
		if (action instanceof FixAll) {
			const { document } = action;
			action.edit = new WorkspaceEdit();
			for (const { fixes } of this.#nearBoxes(document)) {
				for (const { start, end, newText } of fixes.flatMap(({ edits }) => edits)) {
					const range = new Range(document.positionAt(start), document.positionAt(end));
					action.edit.replace(document.uri, range, newText);
				}
			}
		}
		return action;
	}

	#nearBoxes(document: TextDocument): Fault[] {
		return this.#faults(document).filter(({ kind }) => kind === 'nearBox');
	}

	/** The faults in the document as it is now, which may be newer than what is told. */
	#faults(document: TextDocument): Fault[] {
		const file = this.roadmaps.inDocument(document);
		return file ? faultsOf(file.uri, file.text, file.roadmap) : [];
	}
}

function actionOf(document: TextDocument, fault: Fault, fix: Fix): CodeAction {
	const title = titleOf(fault, fix);
	const action = new CodeAction(title, CodeActionKind.QuickFix);
	action.command = commandFor(document, title, fix.edits);
	// Of a heading, either the mark or the tasks may be what is wrong.
	action.isPreferred = fault.kind === 'nearBox' || fault.kind === 'openOverDone';
	return action;
}
