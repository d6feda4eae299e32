import type { Heading, ListItem, Nodes, Root } from 'mdast';
import { type CompileContext, fromMarkdown, type Token } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { Group, Node, Roadmap, Section, Span, Task } from '../../../src/core';

type Draft<Value> = { -readonly [Key in keyof Value]: Value[Key] };
type DraftSection = Omit<Section, 'children' | 'span'> & { span: Draft<Span>; children: Node[] };

/** What the parser of record, on the whole text, says about it. */
export function readByRecord(text: string): Roadmap {
	const marks = new Map<Nodes, number>();
	const tree = parseByRecord(text, marks);
	return new RecordReader(text, marks).read(tree);
}

/** The tree of the parser of record; notes the offset of each mark. */
export function parseByRecord(text: string, marks: Map<Nodes, number>): Root {
	function note(this: CompileContext, token: Token): void {
		const item = [...this.stack].reverse().find(node => node.type === 'listItem');
		if (item?.type === 'listItem') marks.set(item, token.start.offset);
	}
	return fromMarkdown(text, {
		extensions: [gfm(), frontmatter(['yaml', 'toml'])],
		mdastExtensions: [
			gfmFromMarkdown(),
			frontmatterFromMarkdown(['yaml', 'toml']),
			// Only listens, to learn where each item's mark is.
			{ enter: { taskListCheckValueChecked: note, taskListCheckValueUnchecked: note } },
		],
	});
}

class RecordReader {
	private readonly sections: DraftSection[] = [];
	private readonly children: Node[] = [];
	/** A byte order mark is no part of what mdast counts. */
	private readonly shift: number;

	constructor(
		private readonly text: string,
		private readonly marks: ReadonlyMap<Nodes, number>,
	) {
		this.shift = text.startsWith('\ufeff') ? 1 : 0;
	}

	read(root: Root): Roadmap {
		for (const node of root.children) {
			if (node.type === 'heading') this.addSection(node);
			else (this.sections.at(-1)?.children ?? this.children).push(...this.itemsIn(node));
		}
		const top = this.allSections.find(section => section.level === 1);
		return { kind: 'roadmap', ...(top && { title: top.title }), children: this.children };
	}

	private readonly allSections: DraftSection[] = [];

	private addSection(node: Heading): void {
		const heading = this.spanOf(node);
		let parent = this.sections.at(-1);
		while (parent && parent.level >= node.depth) {
			parent.span.end = heading.start;
			this.sections.pop();
			parent = this.sections.at(-1);
		}
		const span = { start: heading.start, end: this.text.length };
		const title = plain(node);
		const section: DraftSection = { kind: 'section', title, level: node.depth, heading, span, children: [] };
		(parent?.children ?? this.children).push(section);
		this.sections.push(section);
		this.allSections.push(section);
	}

	private itemsIn(node: Nodes): Node[] {
		const children = 'children' in node ? node.children.flatMap(child => this.itemsIn(child)) : [];
		return node.type === 'listItem' ? this.item(node, children) : children;
	}

	private item(node: ListItem, children: Node[]): (Group | Task)[] {
		const span = this.spanOf(node);
		const text = textOf(node);
		if (typeof node.checked !== 'boolean') return children.length > 0 ? [{ kind: 'group', text, span, children }] : [];
		const mark = (this.marks.get(node) ?? NaN) + this.shift;
		return [{ kind: 'task', text, state: node.checked ? 'done' : 'open', mark, span, children }];
	}

	private spanOf(node: Nodes): Span {
		const start = (node.position?.start.offset ?? NaN) + this.shift;
		return { start, end: (node.position?.end.offset ?? NaN) + this.shift };
	}
}

/** The text of an item's first paragraph, which may start with definitions. */
function textOf({ children }: ListItem): string {
	const index = children.findIndex(child => child.type !== 'definition');
	const first = children[index];
	if (first?.type !== 'paragraph') return '';
	const before = children[index - 1]?.position?.end.line;
	return before === undefined || before + 1 === first.position?.start.line ? plain(first) : '';
}

/** `mdast-util-to-string` without HTML, on one line: a hard break is a space. */
export function plain(node: Nodes): string {
	return textIn(node).replace(/\s+/g, ' ').trim();
}

function textIn(node: Nodes): string {
	if (node.type === 'html') return '';
	if (node.type === 'break') return ' ';
	if ('value' in node) return node.value;
	if ('alt' in node) return node.alt ?? '';
	return 'children' in node ? node.children.map(textIn).join('') : '';
}
