import type { JSX } from 'preact';
import { Chart } from './chart';
import { Icon } from './icons';
import type { Notice as NoticeModel, Review as ReviewModel, View } from './model';
import { List, Table, Tasks, Tiles, type Ask } from './parts';

export interface AppOptions {
	readonly view: View;
	/** What became of what was asked for last. */
	readonly told: string;
	readonly isTableOpen: boolean;
	readonly ask: Ask;
	readonly onTable: (isOpen: boolean) => void;
}

export function App(options: AppOptions): JSX.Element {
	const { view } = options;
	return view.kind === 'review' ? <Review {...options} review={view} /> : <Notice notice={view} ask={options.ask} />;
}

function Notice({ notice, ask }: { readonly notice: NoticeModel; readonly ask: Ask }): JSX.Element {
	const { action } = notice;
	return (
		<main class="notice" aria-busy={notice.isBusy}>
			<h1>{notice.title}</h1>
			{notice.isBusy && <div class="progress" />}
			<p role="status">{notice.text}</p>
			{action && (
				<button type="button" class="button" onClick={() => ask({ kind: action.asks })}>
					{action.label}
				</button>
			)}
		</main>
	);
}

type ReviewOptions = AppOptions & { readonly review: ReviewModel };

function Review({ review, ask, told, isTableOpen, onTable }: ReviewOptions): JSX.Element {
	const { advice, today, chart, table, finished, others, labels, notes } = review;
	return (
		<>
			<Head review={review} ask={ask} />
			<main>
				<Tiles review={review} />
				{advice && <p class="advice">{advice}</p>}
				{today && <List list={today} ask={ask} />}
				{chart && <Chart chart={chart} />}
				{table && <Table table={table} isOpen={isTableOpen} onToggle={onTable} />}
				<div class="lists">
					<section class="finished">
						<h2>{finished.label}</h2>
						{finished.sections.length === 0 && <p>{finished.nothing}</p>}
						{finished.sections.map(({ title, tasks }, index) => (
							<section key={`${index} ${title}`}>
								{title && <h3>{title}</h3>}
								<Tasks tasks={tasks} mark="done" ask={ask} />
							</section>
						))}
						{finished.more && <p class="small">{finished.more}</p>}
					</section>
					{others.length > 0 && (
						<div class="others">
							{others.map(list => (
								<List key={list.mark} list={list} ask={ask} />
							))}
						</div>
					)}
				</div>
			</main>
			<footer>
				<div class="buttons">
					<button type="button" class="button" onClick={() => ask({ kind: 'copy' })}>
						{labels.copy}
					</button>
					<button type="button" class="button" onClick={() => ask({ kind: 'save' })}>
						{labels.save}
					</button>
					<span role="status">{told}</span>
				</div>
				{notes.map((note, index) => (
					<p key={index} class="small">
						{note}
					</p>
				))}
			</footer>
		</>
	);
}

/** The roadmap's name, and the way from week to week. */
function Head({ review, ask }: { readonly review: ReviewModel; readonly ask: Ask }): JSX.Element {
	const { title, week, labels } = review;
	return (
		<header>
			<h1>{title}</h1>
			<nav aria-label={labels.weeks}>
				{!week.isPresent && (
					<button type="button" class="button present" onClick={() => ask({ kind: 'week' })}>
						{labels.present}
					</button>
				)}
				<Step icon="before" label={labels.before} start={week.before} ask={ask} />
				<span class="week" role="status">
					{week.name}
				</span>
				<Step icon="after" label={labels.after} start={week.after} ask={ask} />
			</nav>
		</header>
	);
}

interface StepOptions {
	readonly icon: 'before' | 'after';
	readonly label: string;
	readonly start: number | undefined;
	readonly ask: Ask;
}

/** Not `disabled` at the end, or the keyboard's focus would be lost there. */
function Step({ icon, label, start, ask }: StepOptions): JSX.Element {
	return (
		<button
			type="button"
			class="step"
			title={label}
			aria-label={label}
			aria-disabled={start === undefined}
			onClick={() => start !== undefined && ask({ kind: 'week', start })}
		>
			<Icon name={icon} />
		</button>
	);
}
