import { frontMatterOf } from '../frontMatter';
import { parseDay } from './days';
import type { Day } from './model';

/** `target: 2027-03-01` in YAML, `target = 2027-03-01` in TOML, in quotes or not. */
const line = /^target[ \t]*[:=][ \t]*(.*?)[ \t]*(?:#.*)?$/m;

/**
 * The date that a roadmap names in its front matter as `target`, by which it is to be done.
 *
 * @returns What stands there instead, where it is no date; `undefined` where there is nothing.
 */
export function targetDateIn(text: string): { readonly day: Day } | { readonly invalid: string } | undefined {
	const value = line.exec(frontMatterOf(text).replaceAll('\r', '\n'))?.[1]?.replace(/^(["'])(.*)\1$/, '$2');
	if (!value) return undefined;
	const day = parseDay(value);
	return day === undefined ? { invalid: value } : { day };
}
