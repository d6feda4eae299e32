// The only door into the core: text in, values out. No editor, no file system, no clock.
export { findById, idOf, likenessOf, nearestTo } from './addresses';
export { completedIn } from './completed';
export { applyEdits } from './edit';
export { addSection, addTasks, duplicate, insertMarkdown } from './editing/adding';
export type { Change, EditOptions, Place, Refusal } from './editing/change';
export { markdownOf } from './editing/copying';
export { indent, move, moveDown, moveUp, outdent, remove } from './editing/moving';
export { rename, wordsOf } from './editing/renaming';
export { sortFinished } from './editing/sorting';
export type { Fault, FaultKind, Fix, FixKind } from './fault';
export { faultsIn } from './faults';
export { finishedIn } from './finished';
export { burnUpOf } from './history/burnUp';
export { dayAt, daysInWeek, parseDay, weekOf, type Weekday } from './history/days';
export { forecastOf, type ForecastOptions } from './history/forecast';
export type { Day, History, HistoryEvent, PastTask, Version } from './history/model';
export type { Advice, BurnUp, BurnUpPoint, Dated, FanPoint, Forecast, Milestone, Target, Week } from './history/review';
export { replay } from './history/replay';
export { targetOf } from './history/target';
export { targetDateIn } from './history/targetDate';
export { createTracker, trackerInSteps, type Tracker } from './history/tracker';
export { weeksOf, type WeekOptions } from './history/weeks';
export { keyOf, relocate } from './identity';
export { makePlain } from './makePlain';
export type { Group, Node, Progress, Roadmap, Section, Span, Task, TaskState, TaskStates, TextEdit } from './model';
export { nextTask, previousTask } from './next';
export { copyOf, createParser, type Parse, type Parser } from './parser';
export { hasToDo, percent, progressOf, type Count } from './progress';
export { toggle, type Cascade, type ToggleOptions } from './toggle';
export { listAt } from './selected';
export { taskAt, tasksAt, toggleAt } from './toggleAt';
export { turnIntoTasks, type NewTask } from './turnIntoTasks';
export {
	descendants,
	hasTasks,
	isToDo,
	labelOf,
	nodesBetween,
	ownText,
	pathAt,
	sectionsIn,
	tasksIn,
	wordsStart,
	type Parent,
} from './walk';
