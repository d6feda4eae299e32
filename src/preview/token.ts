// What of markdown-it is used; it is the one that VS Code's own Markdown extension brings along, of whatever version.

export interface Token {
	readonly type: string;
	/** The element's name, and whether it begins (1), ends (-1) or is all of it (0). */
	readonly tag: string;
	readonly nesting: number;
	/** How many tokens this one is inside of. */
	readonly level: number;
	/** The first line that it is made of, and the one behind its last; in what VS Code renders, lines of the document. */
	readonly map: readonly [number, number] | null;
	/** HTML as it is, or words. */
	readonly content: string;
	/** Names and values of the element. */
	readonly attrs: readonly (readonly [string, string])[] | null;
	/** Of a line of words, what it is made of. */
	readonly children: readonly Token[] | null;
}

export interface MarkdownIt {
	readonly renderer: {
		/** @param env What VS Code has to say about what is rendered; it is not documented. */
		render: (tokens: readonly Token[], options: unknown, env: unknown) => string;
	};
}

/**
 * A token like another, with some changes. VS Code keeps the tokens of a document for the next time that it renders it, so
 * they are not changed themselves.
 */
export function like(token: Token, changes: Partial<Token>): Token {
	// Made by their class: objects put together in other ways are ten times as slow.
	return Object.assign(newToken(token, token.type, token.tag, token.nesting), token, changes);
}

/** HTML among words. */
export function html(beside: Token, content: string): Token {
	return Object.assign(newToken(beside, 'html_inline', '', 0), { content });
}

function newToken({ constructor }: Token, type: string, tag: string, nesting: number): Token {
	return new (constructor as new (type: string, tag: string, nesting: number) => Token)(type, tag, nesting);
}

/** A token with one more class. */
export function withClass(token: Token, name: string): Token {
	const attrs = token.attrs ?? [];
	const before = attrs.find(([attribute]) => attribute === 'class')?.[1];
	const others = attrs.filter(([attribute]) => attribute !== 'class');
	return like(token, { attrs: [...others, ['class', before === undefined ? name : `${before} ${name}`]] });
}

/** What VS Code takes from the extension's `activate()`. */
export interface MarkdownPlugin {
	/** Is given the markdown-it of the preview, once VS Code needs it first. */
	readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
}
