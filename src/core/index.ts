// The only door into the core: text in, values out. No editor, no file system, no clock.
export { applyEdits } from './edit';
export type { Fault, FaultKind, Fix, FixKind } from './fault';
export { faultsIn } from './faults';
export { keyOf, relocate } from './identity';
export type { Group, Node, Progress, Roadmap, Section, Span, Task, TaskState, TaskStates, TextEdit } from './model';
export { nextTask, previousTask } from './next';
export { createParser, type Parser } from './parser';
export { percent, progressOf, type Count } from './progress';
export { toggle, type Cascade, type ToggleOptions } from './toggle';
export { taskAt, toggleAt, type Parse } from './toggleAt';
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
