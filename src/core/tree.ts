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
		const source = joinLines(this.text, block.lines, this.base);
		const isText = isPlain(source);
		const section: OpenSection = {
			kind: 'section',
			title: isText ? collapse(source) : '',
			level: block.level,
			heading: { start, end: this.base + block.end },
			span: { start, end: this.text.length },
			children: [],
		};
		return isText ? section : this.parsed(section, 'title', block, source);
	}

	private nodeOf(block: ItemBlock, children: readonly Node[]): Group | Task {
		const { base } = this;
		const { state } = block;
		const source = joinLines(this.text, block.lines, base);
		const isText = isPlain(source);
		const text = isText ? collapse(source) : '';
		const span = { start: base + block.start, end: base + block.end };
		const node: Group | Task =
			state === undefined
				? { kind: 'group', text, span, children }
				: { kind: 'task', text, state, mark: base + block.mark, span, children };
		return isText ? node : this.parsed(node, 'text', block, source);
	}

	/** Lets a text that takes parsing be parsed when it is first looked at. */
	private parsed<Value extends object>(node: Value, key: keyof Value, block: object, source: string): Value {
		const { defined } = this;
		return lazily(node, key, () => plainText(block, source, defined));
	}
}

/** Lets `read` give the value of a property, once. It stays one that can be listed, compared and serialised. */
function lazily<Value extends object>(node: Value, key: keyof Value, read: () => string): Value {
	let value: string | undefined;
	return Object.defineProperty(node, key, { enumerable: true, get: () => (value ??= read()) });
}
