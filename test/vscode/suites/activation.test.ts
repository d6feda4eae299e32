import * as assert from 'node:assert/strict';
import { commands, extensions, type Disposable, type ExtensionContext } from 'vscode';
import { commands as ids, extensionId, focusTree } from '../../../src/contributions';
import { activate } from '../../../src/extension';
import { cleanUp } from '../support/cleanUp';
import { followLive } from '../support/live';
import { MemoryMemento } from '../support/memento';
import { until } from '../support/until';

interface Manifest {
	readonly activationEvents: readonly string[];
	readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

function installed() {
	const extension = extensions.getExtension(extensionId);
	assert.ok(extension, 'the extension under test is installed');
	return extension;
}

function contextWith(subscriptions: Disposable[]): ExtensionContext {
	const { extensionUri } = installed();
	return { extensionUri, subscriptions, workspaceState: new MemoryMemento() } as unknown as ExtensionContext;
}

describe('activation', () => {
	afterEach(cleanUp);

	it('happens by itself where there is a roadmap', async () => {
		await until(() => installed().isActive);
	});

	it('is asked for by plain paths, views, commands and reviews only', () => {
		const { activationEvents } = installed().packageJSON as Manifest;
		const others = activationEvents.filter(
			event => !/^(workspaceContains:[\w/.]+|on(View|Command|WebviewPanel):[\w.]+)$/.test(event),
		);
		assert.deepEqual(others, []);
		assert.ok(activationEvents.includes('workspaceContains:ROADMAP.md'), String(activationEvents));
	});

	it('registers every command of the manifest', async () => {
		await until(() => installed().isActive);
		const { contributes } = installed().packageJSON as Manifest;
		const known = await commands.getCommands(true);
		const wanted = [...contributes.commands.map(({ command }) => command), ...Object.values(ids), focusTree];
		assert.deepEqual(
			wanted.filter(id => !known.includes(id)),
			[],
		);
	});

	it('leaves nothing alive when it is disposed', async () => {
		const live = followLive();
		try {
			const subscriptions: Disposable[] = [];
			activate(contextWith(subscriptions));
			const names = live.names();
			for (const name of [
				'commands.registerCommand',
				'lm.registerTool',
				'window.createOutputChannel',
				'window.createStatusBarItem',
				'window.createTreeView',
				'window.createTreeView.onDidChangeCheckboxState',
				'workspace.createFileSystemWatcher',
				'workspace.createFileSystemWatcher.onDidChange',
				'workspace.onDidChangeTextDocument',
			]) {
				assert.ok(names.includes(name), `${name} is missing in ${String(names)}`);
			}
			await commands.executeCommand(`${ids.goToNextTask}.another`); // waits for the first search
			subscriptions.reverse().forEach(each => void each.dispose());
			assert.deepEqual(live.names(), []);
		} finally {
			live.restore();
		}
	});

	it('leaves nothing alive when it is disposed in the middle of its first search', async () => {
		const live = followLive();
		try {
			const subscriptions: Disposable[] = [];
			activate(contextWith(subscriptions));
			await commands.getCommands(); // a log channel that is still being made does not take being disposed well
			subscriptions.reverse().forEach(each => void each.dispose());
			await commands.executeCommand(ids.expandAll);
			assert.deepEqual(live.names(), []);
		} finally {
			live.restore();
		}
	});
});
