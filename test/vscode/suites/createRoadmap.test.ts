import * as assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { commands as ids } from '../../../src/contributions';
import { cleanUp } from '../support/cleanUp';
import { exists, read, remove, sample } from '../support/files';
import { figures, openStore, untilRead } from '../support/store';
import { toldDuring } from '../support/told';
import { until } from '../support/until';

async function untilSampleIsActive(): Promise<void> {
	await until(
		() => window.activeTextEditor?.document.uri.toString() === sample.toString(),
		() => window.activeTextEditor?.document.uri.toString(),
	);
}

describe('roadmap.createRoadmap', () => {
	afterEach(cleanUp);

	it('makes a small example and opens it', async () => {
		await remove(sample);
		const told = await toldDuring(async () => commands.executeCommand(ids.createRoadmap));
		assert.deepEqual(told, []);
		await untilSampleIsActive();
		assert.equal(figures(await untilRead(await openStore(), sample)), '1/6');
		assert.equal(window.activeTextEditor?.document.isDirty, false);
	});

	it('never overwrites: it shows what is there', async () => {
		const before = await read(sample);
		const told = await toldDuring(async () => commands.executeCommand(ids.createRoadmap));
		assert.deepEqual(told, ['ROADMAP.md is there already.']);
		await untilSampleIsActive();
		assert.equal(await read(sample), before);
	});

	it('makes one only, however often it is called at once', async () => {
		await remove(sample);
		await toldDuring(() => Promise.all([1, 2].map(() => commands.executeCommand(ids.createRoadmap))));
		await untilSampleIsActive();
		assert.ok(await exists(sample));
		assert.match(await read(sample), /^# /);
	});
});
