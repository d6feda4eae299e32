import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { atEnd } from './ending';
import { bring } from './install';
import { root } from './paths';
import { exitCode, startGroup } from './processes';

const args = [
	'--disable-gpu',
	'--log-level=3', // else what pages say on their consoles fills the message of any error
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-dev-shm-usage', // containers have little of it
	'--font-render-hinting=none',
];

/** A headless browser for a run; it ends with this process, by the same way as everything else that is to be undone. */
export async function launchBrowser(): Promise<Browser> {
	const common = { args, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
	const browser = await launchFirst(await candidates(), common);
	const close = atEnd(() => browser.close());
	browser.once('disconnected', () => void close());
	return browser;
}

/** What may be launched, in order: what the environment names, the Chromium from npm, and the system's browsers. */
async function candidates(): Promise<LaunchOptions[]> {
	const named = process.env['CHROMIUM_PATH'];
	if (named) {
		return [{ executablePath: named }];
	}
	const own = process.platform === 'linux' && process.arch === 'x64' ? [await ownChromium()] : [];
	return [...own, { channel: 'chrome' }, { channel: 'msedge' }];
}

async function launchFirst(candidates: readonly LaunchOptions[], common: LaunchOptions): Promise<Browser> {
	const failures: unknown[] = [];
	for (const candidate of candidates) {
		try {
			return await chromium.launch({ ...common, ...candidate });
		} catch (error) {
			failures.push(error);
		}
	}
	const advice = 'No browser could be started. Install Chrome or Edge, or set CHROMIUM_PATH to a Chromium.';
	throw new Error([advice, ...failures.map(String)].join('\n'), { cause: failures[0] });
}

/** The Chromium that comes as an npm package, with the libraries and the font it needs where a system has none. */
async function ownChromium(): Promise<LaunchOptions> {
	const folder = await installChromium();
	const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
	return {
		executablePath: join(folder, 'chromium'),
		env: { ...definedEnvironment(), LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
	};
}

function definedEnvironment(): Record<string, string> {
	return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/**
 * Unpacks Chromium into the cache. The package only ever unpacks to the system's temporary folder, takes what lies there
 * for whole, and leaves its libraries out unless it runs in a certain cloud; so a process of its own is told what it
 * wants to hear.
 */
async function installChromium(): Promise<string> {
	const folder = await bring(`chromium-${chromiumVersion()}`, async (folder, step) => {
		await step('Chromium', () => unpackChromium(folder));
		return folder;
	});
	const fonts = join(folder, 'fonts.conf');
	if (!existsSync(fonts)) {
		writeFileSync(fonts, fontConfiguration(folder));
	}
	return folder;
}

function chromiumVersion(): string {
	const manifest = join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json');
	const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
	return version;
}

async function unpackChromium(folder: string): Promise<void> {
	const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;
	const unpacking = startGroup(process.execPath, ['--eval', script], {
		cwd: root,
		env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const code = await exitCode(unpacking.process);
	await unpacking.stop();
	if (code !== 0) {
		throw new Error('Chromium could not be unpacked.');
	}
}

/** The system's fonts, and the one that comes with the package where there are none. */
function fontConfiguration(folder: string): string {
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
