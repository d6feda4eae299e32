import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icons';
import type { FromPage, Mark, Review, Table as TableModel, TaskLine, TaskList } from './model';

export type Ask = (what: FromPage) => void;

const radius = 24;
const around = 2 * Math.PI * radius;

function Ring({ percent }: { readonly percent: number }): JSX.Element {
	return (
		<svg class="ring" width={60} height={60} viewBox="-30 -30 60 60" aria-hidden="true" focusable="false">
			<circle class="track" r={radius} />
			{percent > 0 && (
				<circle
					class="arc"
					r={radius}
					transform="rotate(-90)"
					stroke-dasharray={`${(around * percent) / 100} ${around}`}
				/>
			)}
		</svg>
	);
}

/** How far it is, how fast, and until when. */
export function Tiles({ review }: { readonly review: Review }): JSX.Element {
	const { progress, pace, forecast } = review;
	return (
		<div class="tiles">
			<Tile label={progress.label}>
				<div class="with-ring">
					<Ring percent={progress.percent} />
					<div>
						<p class="figure">{progress.figure}</p>
						<p class="small">{progress.text}</p>
					</div>
				</div>
			</Tile>
			<Tile label={pace.label}>
				<p class="figure">{pace.figure}</p>
				{pace.lines.map((line, index) => (
					<p key={index} class="small">
						{line}
					</p>
				))}
			</Tile>
			<Tile label={forecast.label}>
				{forecast.rows.length > 0 && (
					<dl>
						{forecast.rows.map(({ label, value }) => (
							<div key={label}>
								<dt>{label}</dt>
								<dd>{value}</dd>
							</div>
						))}
					</dl>
				)}
				<p class="small">{forecast.text}</p>
			</Tile>
		</div>
	);
}

function Tile({ label, children }: { readonly label: string; readonly children: ComponentChildren }): JSX.Element {
	return (
		<section class="tile">
			<h2>{label}</h2>
			{children}
		</section>
	);
}

/** Tasks, each of which leads to its place where it has one. */
export function Tasks({
	tasks,
	mark,
	ask,
}: {
	readonly tasks: readonly TaskLine[];
	readonly mark: Mark;
	readonly ask: Ask;
}): JSX.Element {
	return (
		<ul class="tasks">
			{tasks.map(({ id, text, detail }, index) => (
				<li key={id ?? `gone ${index}`}>
					<Icon name={mark} />
					{id === undefined ? (
						<span class="words">{text}</span>
					) : (
						<button type="button" class="words link" onClick={() => ask({ kind: 'open', task: id })}>
							{text}
						</button>
					)}
					{detail && <span class="detail">{detail}</span>}
				</li>
			))}
		</ul>
	);
}

export function List({ list, ask }: { readonly list: TaskList; readonly ask: Ask }): JSX.Element {
	return (
		<section class="list">
			<h2>
				{list.label} <span class="count">{list.count}</span>
			</h2>
			<Tasks tasks={list.tasks} mark={list.mark} ask={ask} />
			{list.more && <p class="small">{list.more}</p>}
		</section>
	);
}

export interface TableOptions {
	readonly table: TableModel;
	readonly isOpen: boolean;
	readonly onToggle: (isOpen: boolean) => void;
}

/** The chart's figures for those who cannot see it, or want them exactly. */
export function Table({ table, isOpen, onToggle }: TableOptions): JSX.Element {
	const [first, ...others] = table.head;
	return (
		<details class="table" open={isOpen} onToggle={event => onToggle(event.currentTarget.open)}>
			<summary>{table.label}</summary>
			<div class="scroll" tabIndex={0} role="group" aria-label={table.caption}>
				<table>
					<caption>{table.caption}</caption>
					<thead>
						<tr>
							<th scope="col">{first}</th>
							{others.map(head => (
								<th key={head} scope="col">
									{head}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{isOpen &&
							table.rows.map(([week, ...figures], index) => (
								<tr key={index}>
									<th scope="row">{week}</th>
									{figures.map((figure, column) => (
										<td key={column}>{figure}</td>
									))}
								</tr>
							))}
					</tbody>
				</table>
			</div>
		</details>
	);
}
