import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const layers = ['core', 'util', 'workspace', 'history'];

/** Every other folder of src is a feature. */
const features = readdirSync(new URL('src', import.meta.url), { withFileTypes: true })
	.filter(entry => entry.isDirectory() && !layers.includes(entry.name))
	.map(({ name }) => name);

const builtins = builtinModules.filter(name => !name.startsWith('_')).join('|');
const nothingOfNode = { regex: `^(node:|(${builtins})$)`, message: 'src runs in a web worker too: no Node.js.' };
const noDetours = { regex: '^\\./.*\\.\\./|^\\./\\.\\./', message: 'Name the file by the shortest way.' };
const notTheEntry = { regex: '(^|/)extension$', message: 'Nothing imports the entry.' };

/** What has VS Code, or a page, take words for more than words, when it is set. */
const trusting = [
	'isTrusted',
	'supportHtml',
	'supportThemeIcons',
	'enableCommandUris',
	'innerHTML',
	'outerHTML',
	'srcdoc',
	'dangerouslySetInnerHTML',
];

/** Keeps these from being set, and words from being run, as rules of the linter. */
const noTrust = properties => {
	const names = `/^(${properties.join('|')})$/`;
	const message = 'Words of a roadmap are only ever words.';
	const isNamed = key => `:matches(Identifier[name=${names}], Literal[value=${names}])${key}`;
	return [
		`AssignmentExpression > MemberExpression.left > ${isNamed('.property')}`,
		`ObjectExpression > Property > ${isNamed('.key')}`,
		`JSXAttribute > JSXIdentifier.name[name=${names}]`,
		'NewExpression[callee.name="MarkdownString"][arguments.length>1]',
		'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
		'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
		':matches(CallExpression, NewExpression)[callee.name=/^(eval|Function)$/]',
	].map(selector => ({ selector, message }));
};

/** What files of one folder may not import, as rules of the linter; and what no file may do. */
const forbid = (...patterns) => ({
	'no-restricted-imports': ['error', { patterns: [nothingOfNode, notTheEntry, noDetours, ...patterns] }],
	// These would pass the rule above by, and no bundle needs them.
	'no-restricted-syntax': ['error', 'ImportExpression', 'TSImportType', ...noTrust(trusting)],
});

/** Who imports whom: the core only itself, history what is below it, features the core (by its door),
 * workspace, history and util, nobody the entry. */
export const walls = [
	{
		files: ['src/**/*.ts'],
		rules: forbid({ regex: '(^|/)core/.', message: 'The only door into the core is core/index.ts.' }),
	},
	{
		files: ['src/core/**/*.ts'],
		rules: forbid(
			{ regex: '^\\.\\./', message: 'The core imports only itself.' },
			{ regex: '^vscode$', message: 'The core knows no editor.' },
		),
	},
	{
		files: ['src/core/*/**/*.ts'],
		rules: forbid(
			{
				regex: '^\\.\\./(\\.\\.|index$|$)|^\\.\\.$',
				message: 'Parts of the core import the rest of it, file by file.',
			},
			{ regex: '^vscode$', message: 'The core knows no editor.' },
		),
	},
	{
		files: ['src/util/**/*.ts'],
		rules: forbid({ regex: '^\\.\\./', message: 'Helpers import no part of the extension.' }),
	},
	{
		files: ['src/workspace/**/*.ts'],
		rules: forbid({
			regex: '^\\.\\./(?!(core|contributions|util/[^/]+)$)',
			message: 'workspace imports the core (by its door), util and contributions.',
		}),
	},
	{
		files: ['src/history/**/*.ts'],
		rules: forbid({
			regex: '^\\.\\./(?!(core|contributions|(workspace|util)/[^/]+)$)',
			message: 'history imports the core (by its door), workspace, util and contributions.',
		}),
	},
	...features.map(feature => ({
		files: [`src/${feature}/**/*.ts`],
		rules: forbid({
			regex: '^\\.\\./(?!(core|contributions|history|(workspace|history|util)/[^/]+)$)|/page/(?!model$)',
			message:
				'A feature imports the core (by its door), workspace, history, util and contributions, and no other feature.',
		}),
	})),
	{
		// The one place where links run commands: two of ours, which are named there.
		files: ['src/statusBar/tooltip.ts'],
		rules: {
			'no-restricted-syntax': ['error', ...noTrust(trusting.filter(name => name !== 'isTrusted'))],
		},
	},
	{
		files: ['src/review/page/**/*.{ts,tsx}'],
		rules: forbid(
			{ regex: '^\\.\\./', message: 'What runs in the webview imports only what is beside it.' },
			{ regex: '^vscode$', message: 'The webview knows no editor.' },
		),
	},
];

export default defineConfig(
	{ ignores: ['dist', 'out', 'coverage', '.vscode-test', 'node_modules', 'test/fixtures'] },
	{
		files: ['**/*.{ts,tsx}'],
		extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
		languageOptions: {
			parserOptions: {
				project: ['src/core/tsconfig.json', 'src/tsconfig.json', 'src/review/page/tsconfig.json', 'test/tsconfig.json'],
				tsconfigRootDir: import.meta.dirname ?? process.cwd(),
			},
		},
		rules: {
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/explicit-module-boundary-types': 'error',
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			// An empty title is none: `||` is meant.
			'@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// VS Code takes and gives plain objects where its types name classes.
			'@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
			// It asks for `!`, which another rule forbids.
			'@typescript-eslint/non-nullable-type-assertion-style': 'off',
			'no-console': 'error',
			eqeqeq: 'error',
		},
	},
	{
		files: ['test/**/*.ts'],
		rules: { 'no-console': 'off', '@typescript-eslint/explicit-module-boundary-types': 'off' },
	},
	...walls,
);
