import { bisector, ticks } from 'd3-array';
import { area, curveStepAfter, line } from 'd3-shape';
import type { Chart, ChartMark, ChartPoint, FanPoint } from './model';

/** Room around the plot for what is written there, in pixels. */
const top = 18;
const bottom = 20;
const right = 8;
const digit = 7;
/** Between a line and its label, with some more for wide letters. */
const gap = 12;

/** Where everything in the chart is, in pixels from its upper left corner. */
export interface Plot {
	readonly width: number;
	readonly height: number;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	readonly done: string;
	readonly doneArea: string;
	readonly total: string;
	/** On from the last total, as nobody knows what will be added. */
	readonly ahead: string;
	readonly half: string;
	readonly most: string;
	readonly days: readonly { readonly x: number; readonly text: string }[];
	readonly counts: readonly { readonly y: number; readonly count: number }[];
	readonly x: (day: number) => number;
	readonly y: (count: number) => number;
}

export function plotOf(chart: Chart, width: number, height: number): Plot {
	const first = chart.points[0]?.day ?? chart.today.day;
	const most = Math.max(1, ...chart.points.map(({ total }) => total), ...chart.fan.map(({ most }) => most[1]));
	const counts = ticks(0, most, height / 60).filter(Number.isInteger);
	const left = digit * String(counts.at(-1) ?? 0).length + 10;
	const x = scale(first, Math.max(chart.end, first + 1), left, width - right);
	const y = scale(0, most, height - bottom, top);
	const last = chart.points.at(-1);
	const at = { x: ({ day }: ChartPoint | FanPoint) => x(day) };
	const steps = (value: (point: ChartPoint) => number): string =>
		line<ChartPoint>(at.x, point => y(value(point))).curve(curveStepAfter)(chart.points) ?? '';
	const band = (value: (point: FanPoint) => readonly [number, number]): string =>
		area<FanPoint>(
			at.x,
			point => y(value(point)[0]),
			point => y(value(point)[1]),
		)(chart.fan) ?? '';
	return {
		width,
		height,
		left,
		right: width - right,
		top,
		bottom: height - bottom,
		done: steps(({ done }) => done),
		total: steps(({ total }) => total),
		ahead: last ? `M${x(last.day)} ${y(last.total)}H${width - right}` : '',
		doneArea: area<ChartPoint>(at.x, y(0), ({ done }) => y(done)).curve(curveStepAfter)(chart.points) ?? '',
		half: band(({ half }) => half),
		most: band(({ most }) => most),
		days: withRoom(chart.ticks, x).map(({ day, text }) => ({ x: x(day), text })),
		counts: counts.map(count => ({ y: y(count), count })),
		x,
		y,
	};
}

function scale(from: number, to: number, start: number, end: number): (value: number) => number {
	return value => start + ((value - from) / (to - from)) * (end - start);
}

/** The finest marks that do not touch one another. */
function withRoom(levels: Chart['ticks'], x: (day: number) => number): readonly ChartMark[] {
	const fits = (level: readonly ChartMark[]): boolean =>
		level.every(({ day, text }, index) => {
			const next = level[index + 1];
			return !next || x(next.day) - x(day) > digit * Math.max(text.length, next.text.length) + 10;
		});
	return levels.find(fits) ?? [];
}

/** A line with words beside it, and where on the page it is. */
export interface Labelled {
	readonly x: number;
	readonly text: string;
}

export interface LabelPlace {
	readonly isLeft: boolean;
	/** 0 at the top; 1 below it. */
	readonly row: number;
}

/** On the right if there is room, on the left else, one below the other if nothing else helps: what is cut off cannot be read. */
export function labelPlaces(plot: Plot, labels: readonly Labelled[]): readonly LabelPlace[] {
	const sides = labels.length > 1 ? bothSides : oneSide;
	const best = sides.find(side => fits(plot, labels, side));
	return (
		best?.map(isLeft => ({ isLeft, row: 0 })) ??
		labels.map((label, row) => ({ isLeft: !fits(plot, [label], [false]), row }))
	);
}

const oneSide = [[false], [true]];
const bothSides = oneSide.flatMap(first => oneSide.map(second => [...first, ...second]));

function fits({ left, right }: Plot, labels: readonly Labelled[], sides: readonly boolean[]): boolean {
	const spans = labels.map(({ x, text }, index): [start: number, end: number] => {
		const width = digit * text.length + gap;
		return sides[index] ? [x - width, x] : [x, x + width];
	});
	const [first, second] = spans;
	const isApart = !first || !second || first[1] <= second[0] || second[1] <= first[0];
	return isApart && spans.every(([start, end]) => start >= left && end <= right);
}

/** What the cursor stops at: every point, and those of the forecast behind them. */
export function stopsOf({ points, fan }: Chart): readonly (ChartPoint | FanPoint)[] {
	const last = points.at(-1)?.day ?? -Infinity;
	return [...points, ...fan.filter(({ day }) => day > last)];
}

/** The index of the stop that is nearest to a day. */
export function nearest(stops: readonly { readonly day: number }[], day: number): number {
	return bisector(({ day }: { readonly day: number }) => day).center(stops, day);
}
