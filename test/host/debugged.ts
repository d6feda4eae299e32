/**
 * Puts a fresh copy of the sample into out/debug/workspace, which the launch configurations of VS Code open: what is ticked
 * there, by a person or by tests, stays out of the fixtures.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolder } from './folders';
import { root, sampleFolder } from './paths';

const folder = join(root, 'out/debug/workspace');

removeFolder(folder);
cpSync(sampleFolder, folder, { recursive: true });
