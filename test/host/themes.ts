import type { Settings } from './settings';

export type Theme = keyof typeof themes;

/** The themes that every release has, so that a picture looks the same in all of them. */
const themes = {
	dark: 'Visual Studio Dark',
	light: 'Visual Studio Light',
	contrast: 'Default High Contrast',
	contrastLight: 'Default High Contrast Light',
} as const;

export function themeSettings(theme: Theme): Settings {
	return {
		'workbench.colorTheme': themes[theme],
		'window.autoDetectColorScheme': false,
		'window.autoDetectHighContrast': false,
	};
}
