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
import { isRefused } from './words';

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
		prepare: async (name, { input }) => {
			const key = JSON.stringify([name, input]);
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
		invoke: async (name, { input }) => {
			const key = JSON.stringify([name, input]);
			const answer = answered.get(key) ?? (await tools[name].run(roadmaps, input));
			answered.delete(key);
			const text = isRefused(answer) ? `Error: ${answer.refused}` : answer;
			return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
		},
	};
}
