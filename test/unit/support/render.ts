import type { Node, Roadmap } from '../../../src/core';

/** The model as lines of text, with everything in it: what two readings of a text are compared by. */
export function render(roadmap: Roadmap): string {
	const lines = roadmap.title === undefined ? [] : [`title ${JSON.stringify(roadmap.title)}`];
	const visit = (node: Node, indent: string): void => {
		lines.push(indent + describe(node));
		for (const child of node.children) visit(child, `${indent}  `);
	};
	for (const child of roadmap.children) visit(child, '');
	return lines.join('\n');
}

function describe(node: Node): string {
	const span = `${String(node.span.start)}-${String(node.span.end)}`;
	switch (node.kind) {
		case 'section':
			return `h${String(node.level)} ${span} ${String(node.heading.end)} ${JSON.stringify(node.title)}`;
		case 'group':
			return `group ${span} ${JSON.stringify(node.text)}`;
		case 'task':
			return `${node.state} ${String(node.mark)} ${span} ${JSON.stringify(node.text)}`;
	}
}
