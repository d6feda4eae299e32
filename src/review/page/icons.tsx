import type { JSX } from 'preact';
import type { Mark } from './model';

/** In a square of 16 by 16, as lines. */
const paths = {
	done: 'M3 8.5l3.2 3.2L13 4.8',
	added: 'M8 3v10M3 8h10',
	reopened: 'M4.5 3v4h4M4.7 6.8A5 5 0 1 1 3.6 10',
	dropped: 'M3.5 8h9',
	open: 'M3.5 3.5h9v9h-9Z',
	before: 'M10 3.5L5.5 8l4.5 4.5',
	after: 'M6 3.5L10.5 8 6 12.5',
} satisfies Record<Mark, string> & Record<string, string>;

export function Icon({ name }: { readonly name: keyof typeof paths }): JSX.Element {
	return (
		<svg class={`icon ${name}`} width={16} height={16} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
			<path d={paths[name]} />
		</svg>
	);
}
