// The only door into the core: text in, values out. No editor, no file system, no clock.
export type { Group, Node, Progress, Roadmap, Section, Span, Task, TaskState, TaskStates, TextEdit } from './model';
