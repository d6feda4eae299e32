import * as assert from 'node:assert/strict';
import { extensions } from 'vscode';
import { extensionId, type Settings } from '../../../src/contributions';
import { setting, settingId } from '../../../src/workspace/settings';
import { cleanUp } from '../support/cleanUp';
import { root } from '../support/files';
import { set } from '../support/settings';

interface Property {
	readonly type: string;
	readonly enum?: readonly string[];
	readonly default: unknown;
}

const { contributes } = extensions.getExtension(extensionId)?.packageJSON as {
	readonly contributes: {
		readonly configuration: readonly { readonly properties: Readonly<Record<string, Property>> }[];
	};
};
const properties = contributes.configuration
	.flatMap(group => Object.entries(group.properties))
	.map(([id, property]) => [id.replace('roadmap.', '') as keyof Settings, property] as const);

describe('settings', () => {
	afterEach(cleanUp);

	for (const [key, property] of properties) {
		it(`${settingId(key)} has its default, and takes each of its values`, async () => {
			assert.deepEqual(setting(key, root), property.default);
			for (const value of valuesOf(property)) {
				await set(settingId(key), value);
				assert.deepEqual(setting(key, root), value);
			}
		});

		it(`${settingId(key)} falls back to its default where somebody wrote nonsense`, async () => {
			for (const value of nonsenseFor(property)) {
				await set(settingId(key), value);
				assert.deepEqual(setting(key, root), property.default, `for ${JSON.stringify(value)}`);
			}
		});
	}
});

function valuesOf({ type, enum: values }: Property): unknown[] {
	switch (type) {
		case 'boolean':
			return [true, false];
		case 'array':
			return [['a.md', 'b/**/*.md'], []];
		case 'number':
			return [0, 45, 0.5];
		default:
			return [...(values ?? ['', 'words'])];
	}
}

function nonsenseFor({ type, enum: values }: Property): unknown[] {
	const isFree = type === 'string' && !values;
	return [{ a: 1 }, [1, 2], ...(type === 'number' ? [] : [17]), ...(isFree ? [] : ['nonsense'])];
}
