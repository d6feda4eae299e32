/**
 * Draws the project's own icons: `rings.woff`, the nine rings of the tree (a font, so that VS Code colours them by theme),
 * and `icon.png`, the extension's. Run by hand when they change: `node media/icons.mjs`.
 */
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import chromium from '@sparticuz/chromium';
import { chromium as browserType } from 'playwright-core';
import { SVGIcons2SVGFontStream } from 'svgicons2svgfont';
import UPNG from 'upng-js';

const require = createRequire(import.meta.url);
const svg2ttf = require('svg2ttf');
const ttf2woff = require('ttf2woff');

/** On a grid of 16: the outline, and the pie inside it with a gap that still shows at 16 pixels. */
const center = 8;
const outer = 6.5;
const inner = 5.4;
const pie = 4;

const circle = (/** @type {number} */ radius, /** @type {0 | 1} */ sweep) =>
	`M${center - radius} ${center}a${radius} ${radius} 0 1 ${sweep} ${2 * radius} 0a${radius} ${radius} 0 1 ${sweep} ${-2 * radius} 0z`;

/** @param {number} eighths */
function wedge(eighths) {
	const angle = (eighths / 4) * Math.PI;
	const [x, y] = [center + pie * Math.sin(angle), center - pie * Math.cos(angle)];
	return `M${center} ${center}V${center - pie}A${pie} ${pie} 0 ${eighths > 4 ? 1 : 0} 1 ${x.toFixed(3)} ${y.toFixed(3)}z`;
}

/** A check mark that is cut out of the full disc: drawn against its direction. */
const check = 'M10.9 5.1 7.1 9.6 5.2 7.8 4.4 8.7 7.2 11.2 11.8 5.9z';

/** @param {number} eighths */
function glyph(eighths) {
	if (eighths === 8) {
		return circle(outer, 1) + check;
	}
	return circle(outer, 1) + circle(inner, 0) + (eighths > 0 ? wedge(eighths) : '');
}

/** @param {string} path */
const svg = path => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="${path}"/></svg>`;

async function font() {
	const stream = new SVGIcons2SVGFontStream({
		fontName: 'roadmap-rings',
		fontHeight: 1600,
		descent: 200,
		normalize: false,
		fixedWidth: true,
		log: () => {},
	});
	let text = '';
	stream.on('data', chunk => (text += chunk));
	const ended = new Promise(resolve => stream.on('end', resolve));
	for (let eighths = 0; eighths <= 8; eighths++) {
		const icon = Object.assign(Readable.from([svg(glyph(eighths))]), {
			metadata: { unicode: [String.fromCharCode(0xe100 + eighths)], name: `roadmap-ring-${eighths}` },
		});
		stream.write(icon);
	}
	stream.end();
	await ended;
	// A fixed date: the same drawings make the same bytes.
	const ttf = svg2ttf(text, { ts: 0, version: '1.0' });
	await writeFile(new URL('rings.woff', import.meta.url), Buffer.from(ttf2woff(ttf.buffer)));
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">
<rect width="256" height="256" rx="56" fill="#1f3a5f"/>
<path d="M76 78v100" stroke="#7fb2e5" stroke-width="10"/>
<circle cx="76" cy="68" r="26" fill="#4cc38a"/><path d="m64 68 9 9 16-18" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>
<circle cx="76" cy="128" r="22" fill="#1f3a5f" stroke="#7fb2e5" stroke-width="8"/><path d="M76 128v-13a13 13 0 0 1 0 26z" fill="#7fb2e5"/>
<circle cx="76" cy="188" r="22" fill="#1f3a5f" stroke="#7fb2e5" stroke-width="8"/>
<path d="M122 68h72M122 128h88M122 188h56" stroke="#fff" stroke-width="14" stroke-linecap="round"/>
</svg>`;

async function picture() {
	const browser = await browserType.launch({
		executablePath: await chromium.executablePath(),
		args: ['--headless=shell', '--no-sandbox', '--disable-gpu'],
	});
	const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
	await page.setContent(`<body style="margin:0">${drawing}`);
	const { width, height, ...image } = UPNG.decode(await page.screenshot({ omitBackground: true }));
	await browser.close();
	// It is drawn in few colours: with a palette it is half as large.
	const pixels = UPNG.toRGBA8({ width, height, ...image });
	await writeFile(new URL('icon.png', import.meta.url), Buffer.from(UPNG.encode(pixels, width, height, 256)));
}

await font();
await picture();
