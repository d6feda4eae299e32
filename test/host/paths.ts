import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever a command is started from. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where what the harness brings is kept between runs; the folder `@vscode/test-electron` downloads to as well. */
export const cache = join(root, '.vscode-test');

/** The sample roadmap; never opened itself, only copies of it. */
export const sampleFolder = join(root, 'test/fixtures/workspace');

/** Extensions that use ours, one folder each, as installed ones lie. */
export const neighboursFolder = join(root, 'test/fixtures/extensions');

/**
 * The folder every temporary file of a run lies in; short, because some systems limit the length of socket paths. By its own
 * name: on macOS it has a link in it, and on Windows it may be abbreviated, while git and VS Code tell paths in full.
 */
export const temporary = realpathSync.native(tmpdir());
