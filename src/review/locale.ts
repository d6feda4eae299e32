import type { Weekday } from '../core';
import type { Settings } from '../contributions';

/**
 * The locale to write in: the system's, which knows the region, where its language is the editor's; else the editor's.
 * Both are tags of BCP 47; what is none leads to English.
 */
export function localeOf(editor: string, system: string): string {
	try {
		return new Intl.Locale(system).language === new Intl.Locale(editor).language ? system : editor;
	} catch {
		return 'en';
	}
}

/** On which day a week starts. */
export function firstDayOf(weekStart: Settings['weekStart'], locale: string): Weekday {
	switch (weekStart) {
		case 'sunday':
			return 0;
		case 'monday':
			return 1;
		case 'saturday':
			return 6;
		case 'auto':
			return firstDayIn(locale);
	}
}

/** Not in the types yet, and a getter where it was proposed first. */
interface WithWeeks {
	readonly weekInfo?: WeekInfo;
	readonly getWeekInfo?: () => WeekInfo;
}

/** `firstDay` counts from 1 for Monday to 7 for Sunday. */
interface WeekInfo {
	readonly firstDay: number;
}

/** Monday, as ISO 8601 has it, where it is not known. */
function firstDayIn(tag: string): Weekday {
	const locale = new Intl.Locale(tag) as Intl.Locale & WithWeeks;
	return ((locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1 }).firstDay % 7) as Weekday;
}
