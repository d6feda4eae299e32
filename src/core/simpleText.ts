/**
 * The markup that titles are made of as a rule, told with certainty from the characters beside it. What opens emphasis has
 * white space before it, or punctuation before it and a letter behind; what closes it the other way round. So each does
 * the one and never the other (CommonMark 6.2).
 */
const token = new RegExp(
	[
		/([^\\`*_~[<&\0!]+|!(?!\[)|(?<=[A-Za-z\d])_+(?=[A-Za-z\d])|(?<=\s)\*(?=\s)|&(?=\s)|<(?=[\s\d])|(?<![^\s(*])~(?=\d))/, // plain
		/\\([!-/:-@[-`{-~])/, // escaped
		/(?<!`)`(?!\s)([^`]+)`(?!`)/, // code
		/!?\[(?!\^)((?:[^\\`*_~[\]<&\0!]|`(?!\s)[^`[\]]+`(?!`))*)\]\([^\s()<>\\`\0]*\)/, // a link or an image
		/(?:(?<!\S)|(?<=[!-)+-/:-@[-^`{-}–—])(?=[*_~]+[A-Za-z\d]))(\*{1,3}|_{1,3}|~~)(?=[^\s*_~]|~\d)/, // opens emphasis
		/(?<=[^\s*_~])(\*{1,3}|_{1,3}|~~)(?:(?!\S)|(?<=[A-Za-z\d][*_~]+)(?=[!-)+-/:-@[-^`{-}–—]))/, // closes it
	]
		.map(({ source }) => source)
		.join('|'),
	'y',
);

/** What may belong to an address, whose characters are no markup (GFM 6.9). */
const address = /:\/\/|www\.|@/i;

/** The plain text of inlines with markup, where that is beyond doubt; `undefined` where it takes a parser. */
export function simpleText(source: string): string | undefined {
	let text = '';
	const open: string[] = [];
	for (token.lastIndex = 0; token.lastIndex < source.length;) {
		const found = token.exec(source);
		if (found === null) return undefined;
		const [, plain, escaped, code, label, opens, closes] = found;
		if (plain !== undefined && address.test(plain)) return undefined;
		const shown = plain ?? escaped ?? code ?? label?.replaceAll('`', '');
		if (shown !== undefined) text += shown;
		else if (opens !== undefined) open.push(opens);
		else if (open.pop() !== closes) return undefined;
	}
	return open.length === 0 ? text : undefined;
}
