import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The width of an element in pixels, as it changes. */
export function useWidth(): [ref: RefObject<HTMLDivElement | null>, width: number] {
	const ref = useRef<HTMLDivElement>(null);
	const [width, setWidth] = useState(600);
	useLayoutEffect(() => {
		const element = ref.current;
		if (!element) {
			return undefined;
		}
		const measure = (): void => setWidth(Math.max(200, Math.floor(element.clientWidth)));
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(element);
		return () => observer.disconnect();
	}, []);
	return [ref, width];
}
