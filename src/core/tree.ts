import type { Group, Node, Roadmap, Section, Task } from './model';
import { joinLines } from './paragraph';
import { collapse, isPlain, plainText } from './plainText';
import type { HeadingBlock, ItemBlock, Segment } from './segments';

const none: readonly never[] = [];

/** A section that goes on until a heading of its level or higher. */
type OpenSection = Section & { readonly span: { end: number }; readonly children: Node[] };

/** Items that become nodes in `target`, from the `next` one on. */
interface Work {
	readonly items: readonly ItemBlock[];
	readonly target: Node[];
	next: number;
}

/** Makes the model out of the segments of a text: sections nested by level, offsets from the text's start. */
export class TreeBuilder {
	private readonly children: Node[] = [];
	private readonly sections: OpenSection[] = [];
	private readonly defined: ReadonlySet<string>;
	private top: Section | undefined;
	private base = 0;

	constructor(
		private readonly text: string,
		private readonly segments: readonly Segment[],
	) {
		this.defined = new Set(segments.flatMap(segment => segment.labels));
	}

	build(): Roadmap {
		for (const { blocks, length } of this.segments) {
			for (const block of blocks) {
				if (block.kind === 'heading') this.addSection(block);
				else this.addItem(block);
			}
			this.base += length;
		}
		const { children, top } = this;
		if (top === undefined) return { kind: 'roadmap', children };
		return lazily({ kind: 'roadmap', title: '', children }, 'title', () => top.title);
	}

	private addSection(block: HeadingBlock): void {
		const { base, sections } = this;
		const start = base + block.start;
		let parent = sections.at(-1);
		while (parent !== undefined && parent.level >= block.level) {
			parent.span.end = start;
			sections.pop();
			parent = sections.at(-1);
		}
		const section = this.sectionOf(block);
		(parent?.children ?? this.children).push(section);
		sections.push(section);
		if (block.level === 1) this.top ??= section;
	}

	/** No recursion here: lists may be nested deeper than the call stack. */
	private addItem(block: ItemBlock): void {
		const target = this.sections.at(-1)?.children ?? this.children;
		const work: Work[] = [{ items: [block], target, next: 0 }];
		for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
			const item = top.items[top.next++];
			if (item === undefined) {
				work.pop();
			} else if (item.children.length === 0) {
				top.target.push(this.nodeOf(item, none));
			} else {
				const children: Node[] = [];
				top.target.push(this.nodeOf(item, children));
				work.push({ items: item.children, target: children, next: 0 });
			}
		}
	}

	private sectionOf(block: HeadingBlock): OpenSection {
		const start = this.base + block.start;
		const section: OpenSection = {
			kind: 'section',
			title: '',
			level: block.level,
			heading: { start, end: this.base + block.end },
			span: { start, end: this.text.length },
			children: [],
		};
		return this.withText(section, 'title', block);
	}

	private nodeOf(block: ItemBlock, children: readonly Node[]): Group | Task {
		const { base } = this;
		const { state } = block;
		const span = { start: base + block.start, end: base + block.end };
		if (state === undefined) return this.withText<Group>({ kind: 'group', text: '', span, children }, 'text', block);
		const task: Task = { kind: 'task', text: '', state, mark: base + block.mark, span, children };
		return this.withText(task, 'text', block);
	}

	/** Gives `node` the plain text of its block; where that takes parsing, when it is first looked at. */
	private withText<Value extends object>(
		node: Value,
		key: keyof Value & ('text' | 'title'),
		block: HeadingBlock | ItemBlock,
	): Value {
		const { defined } = this;
		const source = joinLines(this.text, block.lines, this.base);
		if (isPlain(source)) return Object.assign(node, { [key]: collapse(source) });
		return lazily(node, key, () => plainText(block, source, defined));
	}
}

/** Lets `read` give the value of a property, once. It stays one that can be listed, compared and serialised. */
function lazily<Value extends object>(node: Value, key: keyof Value, read: () => string): Value {
	let value: string | undefined;
	return Object.defineProperty(node, key, { enumerable: true, get: () => (value ??= read()) });
}
