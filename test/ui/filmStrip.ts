import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import UPNG from 'upng-js';

/** Colours in a film: enough for an editor's, and a third of the size. */
const colours = 128;

/** Pictures of a part of the page, one after the other, as one that moves (APNG, which browsers and GitHub play). */
export class FilmStrip {
	private readonly frames: { readonly image: Buffer; readonly milliseconds: number }[] = [];

	constructor(
		private readonly page: Page,
		private readonly clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
	) {}

	/** Takes the next picture, which is shown this long. */
	async take(milliseconds = 900): Promise<void> {
		this.frames.push({ image: await this.page.screenshot({ clip: this.clip, caret: 'hide' }), milliseconds });
	}

	save(path: string): void {
		const images = this.frames.map(({ image }) => UPNG.toRGBA8(UPNG.decode(image))[0] as ArrayBuffer);
		const delays = this.frames.map(({ milliseconds }) => milliseconds);
		const { width, height } = this.clip;
		writeFileSync(path, Buffer.from(UPNG.encode(images, width, height, colours, delays)));
	}
}
