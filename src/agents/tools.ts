import {
	LanguageModelTextPart,
	LanguageModelToolResult,
	type LanguageModelToolInvocationOptions,
	type LanguageModelToolInvocationPrepareOptions,
	type PreparedToolInvocation,
} from 'vscode';
import { tools as names } from '../contributions';
import type { Roadmaps } from '../workspace/roadmaps';
import { addNewTasks, askToAddTasks } from './addTasks';
import { tellProgress } from './progress';
import { askToSetStates, setTaskStates } from './setState';
import { listTasks } from './tasks';
import type { Answer, Tool } from './tool';
import { isRefused, note } from './words';

export type ToolName = (typeof names)[keyof typeof names];

const tools: Readonly<Record<ToolName, Tool>> = {
	[names.progress]: { run: tellProgress },
	[names.tasks]: { run: listTasks },
	[names.setState]: { run: setTaskStates, ask: askToSetStates },
	[names.addTasks]: { run: addNewTasks, ask: askToAddTasks },
};

/** How VS Code runs the tools. */
export interface ToolRunner {
	readonly prepare: (
		name: ToolName,
		options: LanguageModelToolInvocationPrepareOptions<unknown>,
	) => Promise<PreparedToolInvocation | undefined>;
	readonly invoke: (
		name: ToolName,
		options: LanguageModelToolInvocationOptions<unknown>,
	) => Promise<LanguageModelToolResult>;
}

export function createTools(roadmaps: Roadmaps): ToolRunner {
	/** Where nothing was asked as nothing would change, nothing may change, though the roadmap did in between. */
	const answered = new Map<string, Answer>();
	return {
		prepare: async (name, options) => {
			const { input, key } = given(name, options);
			answered.delete(key);
			const asked = await tools[name].ask?.(roadmaps, input);
			if (asked === undefined) {
				return undefined;
			}
			if (typeof asked === 'object' && 'message' in asked) {
				return { confirmationMessages: { title: asked.title, message: asked.message } };
			}
			answered.set(key, asked);
			return undefined;
		},
		invoke: async (name, options) => {
			const { input, key } = given(name, options);
			const answer = answered.get(key) ?? (await tools[name].run(roadmaps, input));
			answered.delete(key);
			const text = isRefused(answer) ? `Error: ${answer.refused}` : answer;
			return new LanguageModelToolResult([`${note}\n`, text].map(part => new LanguageModelTextPart(part)));
		},
	};
}

/** An input as it is in JSON, which is all that models can pass, and what tells it from others; of anything else nothing. */
function given(
	name: ToolName,
	options: { readonly input: unknown },
): { readonly input: unknown; readonly key: string } {
	try {
		const json = JSON.stringify(options.input);
		return { input: JSON.parse(json), key: `${name} ${json}` };
	} catch {
		return { input: undefined, key: name };
	}
}
