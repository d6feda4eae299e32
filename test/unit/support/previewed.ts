import MarkdownIt from 'markdown-it';
import { createParser } from '../../../src/core';
import { draw, type Drawing } from '../../../src/preview/drawing';
import type { Token } from '../../../src/preview/token';

export const words: Drawing['words'] = {
	toggle: 'Toggle task',
	active: 'in progress',
	dropped: 'dropped',
	progress: ({ done, total }) => `${done} of ${total} tasks done`,
};

export type LinkTo = NonNullable<Drawing['linkTo']>;

export function read(text: string) {
	return createParser({ states: 'extended' }).parse(text);
}

/** As VS Code's preview renders it, which allows HTML. */
export function rendered(text: string, linkTo?: LinkTo, md = new MarkdownIt({ html: true, linkify: true })): string {
	const tokens = md.parse(text, {});
	const drawn = draw(tokens as readonly Token[], { text, roadmap: read(text), linkTo, words });
	return md.renderer.render(drawn as unknown as typeof tokens, md.options, {});
}

/** The labels of all boxes, with their states. */
export function boxesIn(html: string): string[] {
	return [...html.matchAll(/role="checkbox" aria-checked="(\w+)" aria-label="([^"]*)"/g)].map(
		([, checked, label]) => `${checked}: ${label}`,
	);
}
