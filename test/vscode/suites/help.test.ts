import * as assert from 'node:assert/strict';
import { commands, version } from 'vscode';
import { commands as ids, extensionId } from '../../../src/contributions';
import { issueBody } from '../../../src/help/reportIssue';
import { cleanUp } from '../support/cleanUp';
import { root, sample } from '../support/files';
import { editorWith } from '../support/marked';
import { set, setRoadmap } from '../support/settings';
import { openStore, untilRead } from '../support/store';

const text = '# Secret plan\n\n- [x] Swim\n- [ ] Dive\n';

describe('reporting an issue', () => {
	afterEach(cleanUp);

	it('says what helps', async () => {
		await editorWith(text);
		const roadmaps = await openStore();
		await untilRead(roadmaps, sample, text);
		await setRoadmap('cascade', 'down');
		await setRoadmap('codeLens', false);
		const body = issueBody(roadmaps);
		assert.match(body, /^- Roadmap Progress \d+\.\d+\.\d+$/m);
		assert.ok(body.includes(`- VS Code ${version}, `), body);
		assert.ok(body.includes(`- Roadmaps: 1, tasks: 2, characters in the largest: ${text.length}, cannot be read: 0\n`));
		assert.ok(body.includes('- Settings that were changed: roadmap.cascade: down, roadmap.codeLens: false\n'), body);
	});

	it('says nothing private: no paths, no texts, no values that somebody typed', async () => {
		await editorWith(text);
		const roadmaps = await openStore();
		await untilRead(roadmaps, sample, text);
		await setRoadmap('files', ['**/ROADMAP.md', 'hidden/*.md']);
		await setRoadmap('statusBar.text', 'My words');
		await setRoadmap('dailyMinutes', 45);
		await set('roadmap.cascade', 'my own');
		const body = issueBody(roadmaps);
		for (const word of ['Secret', 'Swim', 'hidden', 'My words', '45', 'my own', root.path, 'ROADMAP.md', 'localhost']) {
			assert.ok(!body.includes(word), word);
		}
		assert.match(body, /: roadmap\.files, roadmap\.cascade, roadmap\.statusBar\.text, roadmap\.dailyMinutes$/m);
	});

	it('opens the reporter of VS Code', async () => {
		const { executeCommand } = commands;
		const asked: unknown[] = [];
		const execute = (id: string, ...rest: unknown[]) =>
			id === 'workbench.action.openIssueReporter' ? void asked.push(...rest) : executeCommand(id, ...rest);
		Object.assign(commands, { executeCommand: execute });
		try {
			await executeCommand(ids.reportIssue);
		} finally {
			Object.assign(commands, { executeCommand });
		}
		const [given] = asked as { readonly extensionId: string; readonly issueBody: string }[];
		assert.equal(given?.extensionId, extensionId);
		assert.match(given.issueBody, /^- Roadmaps: \d+, tasks: \d+/m);
	});
});
