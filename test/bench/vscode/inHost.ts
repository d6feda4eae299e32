/** What VS Code's extension host runs to measure there, instead of tests: as it is asked to in a file of the folder. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from 'vscode';
import { measureActivation } from './activation';
import { measureHistory } from './history';
import { answerFile, requestFile, type Answer, type Request } from './request';
import { measureTyping } from './typing';

export async function run(): Promise<void> {
	const folder = workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
	const request = JSON.parse(readFileSync(join(folder, requestFile), 'utf8')) as Request;
	writeFileSync(join(folder, answerFile), JSON.stringify(await measure(request)));
}

async function measure(request: Request): Promise<Answer> {
	switch (request.measure) {
		case 'activation':
			return measureActivation(request.first);
		case 'typing':
			return measureTyping(request.length);
		case 'history':
			return measureHistory(request.commits);
	}
}
