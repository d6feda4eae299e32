import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Chart as Model } from './model';
import { labelPlaces, nearest, plotOf, stopsOf, type Plot } from './plot';
import { useWidth } from './width';

const diamond = 'M0-5L5 0 0 5-5 0Z';
/** Stops that a page's key goes over. */
const page = 10;

/** Tasks done and in total over time, with the forecast; a cursor in it says each figure in words. */
export function Chart({ chart }: { readonly chart: Model }): JSX.Element {
	const [ref, width] = useWidth();
	const plot = useMemo(() => plotOf(chart, width, width < 500 ? 200 : 260), [chart, width]);
	const stops = useMemo(() => stopsOf(chart), [chart]);
	const [day, setDay] = useState<number>();
	const present = chart.points.length - 1;
	const index = day === undefined ? present : nearest(stops, day);
	const stop = stops[index];
	const go = (to: number): void => setDay(stops[Math.min(Math.max(to, 0), stops.length - 1)]?.day);
	return (
		<figure class="chart">
			<p class="readout" aria-hidden="true">
				{stop?.text}
			</p>
			<div
				ref={ref}
				class="plot"
				role="slider"
				tabIndex={0}
				aria-label={chart.label}
				aria-description={chart.help}
				aria-orientation="horizontal"
				aria-valuemin={0}
				aria-valuemax={stops.length - 1}
				aria-valuenow={index}
				aria-valuetext={stop?.text}
				onKeyDown={event => {
					const to = moved(event.key, index, stops.length - 1);
					if (to !== undefined) {
						event.preventDefault();
						go(to);
					}
				}}
				onPointerMove={event => {
					const { left } = event.currentTarget.getBoundingClientRect();
					go(nearest(stops, dayAt(plot, chart, event.clientX - left)));
				}}
				onPointerLeave={() => setDay(undefined)}
				onBlur={() => setDay(undefined)}
			>
				<svg width={plot.width} height={plot.height} aria-hidden="true" focusable="false">
					<Axes plot={plot} />
					<Week chart={chart} plot={plot} />
					<path class="most" d={plot.most} />
					<path class="half" d={plot.half} />
					<path class="done-area" d={plot.doneArea} />
					<path class="ahead" d={plot.ahead} />
					<path class="total" d={plot.total} />
					<path class="done" d={plot.done} />
					<Lines chart={chart} plot={plot} />
					{chart.milestones.map(({ day, done, text }) => (
						<path key={day} class="milestone" d={diamond} transform={`translate(${plot.x(day)} ${plot.y(done)})`}>
							<title>{text}</title>
						</path>
					))}
					{day !== undefined && stop && <Cursor plot={plot} stop={stop} />}
				</svg>
			</div>
			<Legend chart={chart} />
		</figure>
	);
}

function moved(key: string, index: number, last: number): number | undefined {
	switch (key) {
		case 'ArrowLeft':
		case 'ArrowDown':
			return index - 1;
		case 'ArrowRight':
		case 'ArrowUp':
			return index + 1;
		case 'PageDown':
			return index - page;
		case 'PageUp':
			return index + page;
		case 'Home':
			return 0;
		case 'End':
			return last;
		default:
			return undefined;
	}
}

function dayAt({ left, right }: Plot, { points, end }: Model, x: number): number {
	const first = points[0]?.day ?? end;
	return first + ((x - left) / (right - left)) * (end - first);
}

function Axes({ plot }: { readonly plot: Plot }): JSX.Element {
	return (
		<g class="axes">
			{plot.counts.map(({ y, count }) => (
				<g key={count}>
					<path d={`M${plot.left} ${y}H${plot.right}`} />
					<text x={plot.left - 6} y={y} dy="0.32em" text-anchor="end">
						{count}
					</text>
				</g>
			))}
			{plot.days.map(({ x, text }) => (
				<g key={x}>
					<path d={`M${x} ${plot.bottom}v4`} />
					<text x={x} y={plot.height - 4} text-anchor="middle">
						{text}
					</text>
				</g>
			))}
		</g>
	);
}

/** The week that is shown, as a band. */
function Week({ chart, plot }: { readonly chart: Model; readonly plot: Plot }): JSX.Element {
	const start = Math.max(plot.left, plot.x(chart.week[0]));
	const end = Math.min(plot.right, plot.x(chart.week[1] + 1));
	return <rect class="week" x={start} y={plot.top} width={Math.max(0, end - start)} height={plot.bottom - plot.top} />;
}

/** Lower by so much is a label in the second row, in pixels. */
const lineHeight = 14;

function Lines({ chart, plot }: { readonly chart: Model; readonly plot: Plot }): JSX.Element {
	const { today, target } = chart;
	const lines = [
		{ kind: 'today', ...today },
		...(target && target.day <= chart.end ? [{ kind: 'target', ...target }] : []),
	].map(line => ({ ...line, x: plot.x(line.day) }));
	const places = labelPlaces(plot, lines);
	return (
		<>
			{lines.map(({ kind, x, text }, index) => {
				const { isLeft = false, row = 0 } = places[index] ?? {};
				return (
					<g key={kind} class={kind}>
						<path d={`M${x} 2V${plot.bottom}`} />
						<text x={x + (isLeft ? -4 : 4)} y={11 + lineHeight * row} text-anchor={isLeft ? 'end' : 'start'}>
							{text}
						</text>
					</g>
				);
			})}
		</>
	);
}

interface Stop {
	readonly day: number;
	readonly done?: number;
	readonly total?: number;
	readonly half?: readonly [number, number];
}

function Cursor({ plot, stop }: { readonly plot: Plot; readonly stop: Stop }): JSX.Element {
	const x = plot.x(stop.day);
	const dots = [stop.done, stop.total, ...(stop.half ?? [])].filter(count => count !== undefined);
	return (
		<g class="cursor">
			<path d={`M${x} ${plot.top}V${plot.bottom}`} />
			{dots.map((count, index) => (
				<circle key={index} cx={x} cy={plot.y(count)} r={3.5} />
			))}
		</g>
	);
}

function Legend({ chart }: { readonly chart: Model }): JSX.Element {
	const { legend } = chart;
	const hasFan = chart.fan.length > 0;
	return (
		<figcaption>
			<ul class="legend">
				<Key kind="done" text={legend.done} />
				<Key kind="total" text={legend.total} />
				{hasFan && <Key kind="half" text={legend.half} />}
				{hasFan && <Key kind="most" text={legend.most} />}
				{chart.milestones.length > 0 && <Key kind="milestone" text={legend.milestone} />}
			</ul>
		</figcaption>
	);
}

const samples = {
	done: 'M0 6H18',
	total: 'M0 6H18',
	half: 'M0 1H18V11H0Z',
	most: 'M0 1H18V11H0Z',
	milestone: 'M9 1L14 6 9 11 4 6Z',
};

function Key({ kind, text }: { readonly kind: keyof typeof samples; readonly text: string }): JSX.Element {
	return (
		<li>
			<svg width={18} height={12} aria-hidden="true" focusable="false">
				{kind === 'half' && <path class="most" d={samples.most} />}
				<path class={kind} d={samples[kind]} />
			</svg>
			{text}
		</li>
	);
}
