import { extensions, type Extension } from 'vscode';
import { extensionId } from '../../../src/contributions';
import type { Answer } from './request';

/** Ours and the one that comes with VS Code and is always asked for when a roadmap is opened. */
const ids = { ours: extensionId, markdown: 'vscode.markdown-language-features' } as const;

/** Activates both, one after the other, in a window in which neither is active yet. */
export async function measureActivation(first: keyof typeof ids): Promise<Answer> {
	await new Promise(resolve => setTimeout(resolve, 3000)); // what starts with the window has started
	const answer: Answer = {};
	for (const name of first === 'ours' ? (['ours', 'markdown'] as const) : (['markdown', 'ours'] as const)) {
		const extension = found(ids[name]);
		const start = performance.now();
		await extension.activate();
		answer[`${name}: activate()`] = [performance.now() - start];
		answer[`${name}: code loaded`] = [between(`LoadExtensionCode/${ids[name]}`)];
		answer[`${name}: called`] = [between(`ActivateExtension/${ids[name]}`)];
		await new Promise(resolve => setTimeout(resolve, 1000));
	}
	return answer;
}

function found(id: string): Extension<unknown> {
	const extension = extensions.getExtension<unknown>(id);
	if (!extension || extension.isActive) {
		throw new Error(`${id} is ${extension ? 'active already' : 'missing'}`);
	}
	return extension;
}

/** VS Code's own account of what happened when; in whole milliseconds. */
declare const MonacoPerformanceMarks: { getMarks(): readonly { readonly name: string; readonly startTime: number }[] };

/** The time between two marks of VS Code's own. */
function between(what: string): number {
	const marks = new Map(MonacoPerformanceMarks.getMarks().map(({ name, startTime }) => [name, startTime]));
	return (marks.get(`code/extHost/did${what}`) ?? NaN) - (marks.get(`code/extHost/will${what}`) ?? NaN);
}
