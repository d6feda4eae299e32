import { commands, env, l10n, UIKind, Uri, window, workspace, type ConfigurationChangeEvent } from 'vscode';
import { extensionId } from '../contributions';
import { pathAt, toggle, type Parse, type Roadmap, type Task, type TextEdit } from '../core';
import { Disposable } from '../util/disposable';
import { hash } from '../util/hash';
import { newNonce } from '../util/nonce';
import { editRoadmap } from '../workspace/editing';
import type { Roadmaps } from '../workspace/roadmaps';
import { setting, settingId } from '../workspace/settings';
import { boxLinkTo, isOn, readBoxLink, type BoxLink } from './boxLink';
import { draw } from './drawing';
import type { Words } from './html';
import type { MarkdownIt, MarkdownPlugin, Token } from './token';

export type { MarkdownPlugin };

/**
 * Boxes and bars in VS Code's own preview of Markdown.
 *
 * VS Code asks extensions for plugins of markdown-it, and lets no script of theirs talk to an extension. What a click can do
 * is to follow a link, so a box is a link to this extension, which VS Code hands over as it does those from outside: on the
 * desktop, after asking the person once whether it may.
 */
export class Preview extends Disposable implements MarkdownPlugin {
	readonly #key = newNonce();
	/** The documents that were rendered, and whether as roadmaps. */
	readonly #rendered = new Map<string, { readonly uri: Uri; readonly isDrawn: boolean }>();

	/** @param scheme Of links that reach this extension from the preview; empty where none do. */
	constructor(
		private readonly roadmaps: Roadmaps,
		private readonly scheme = followedScheme(),
	) {
		super();
		this.register(window.registerUriHandler({ handleUri: uri => this.#open(uri) }));
		this.register(roadmaps.onDidChange(() => this.#roadmapsChanged()));
		this.register(workspace.onDidChangeConfiguration(event => this.#configured(event)));
	}

	readonly extendMarkdownIt = (md: MarkdownIt): MarkdownIt => {
		const { renderer } = md;
		const { render } = renderer;
		// Not when tokens are made: VS Code tells only here which document they are of, and makes them for other ends too.
		renderer.render = (tokens, options, env) => render.call(renderer, this.#draw(tokens, env), options, env);
		return md;
	};

	#draw(tokens: readonly Token[], rendering: unknown): readonly Token[] {
		const { currentDocument: uri, resourceProvider } = (rendering ?? {}) as Record<string, unknown>;
		if (this.isDisposed() || !(uri instanceof Uri)) {
			return tokens;
		}
		const key = uri.toString();
		const document = this.#isDrawn(uri) && workspace.textDocuments.find(each => each.uri.toString() === key);
		const file = document ? this.roadmaps.inDocument(document) : undefined;
		this.#rendered.set(key, { uri, isDrawn: file !== undefined });
		if (!file) {
			return tokens;
		}
		const { text, roadmap } = file;
		// Extensions that ask for a document as HTML get boxes too, but nothing to click.
		const linkTo = resourceProvider === undefined ? undefined : this.#linksIn(uri, text);
		return draw(tokens, { text, roadmap, linkTo, words: words() });
	}

	#isDrawn(uri: Uri): boolean {
		return this.roadmaps.get(uri)?.kind === 'read' && setting('preview', uri);
	}

	#linksIn(uri: Uri, text: string): ((task: Task) => string) | undefined {
		if (this.scheme === '' || workspace.fs.isWritableFileSystem(uri.scheme) === false) {
			return undefined;
		}
		const start = `${this.scheme}://${extensionId}`;
		const file = hash(uri.toString());
		return task => start + boxLinkTo(this.#key, file, text, task);
	}

	/** A file may have become a roadmap, or be one no more; all else that changes, VS Code renders by itself. */
	#roadmapsChanged(): void {
		if ([...this.#rendered.values()].some(({ uri, isDrawn }) => isDrawn !== this.#isDrawn(uri))) {
			this.#renderAnew();
		}
	}

	#configured(event: ConfigurationChangeEvent): void {
		const isOurs = event.affectsConfiguration(settingId('preview')) || event.affectsConfiguration(settingId('states'));
		if (isOurs && this.#rendered.size > 0) {
			this.#renderAnew();
		}
	}

	#renderAnew(): void {
		void commands.executeCommand('markdown.preview.refresh');
	}

	/** @param uri From a box, or from anywhere: a browser, another program. */
	async #open(uri: Uri): Promise<void> {
		const link = readBoxLink(this.#key, uri);
		const file = link && this.roadmaps.files.find(each => hash(each.uri.toString()) === link.file);
		if (!file) {
			void window.showWarningMessage(
				l10n.t('This link is not from a preview of a roadmap in this window; nothing was ticked.'),
			);
			return;
		}
		await editRoadmap(this.roadmaps, file.uri, (text, parse) => toggleAsShown(link, file.uri, text, parse));
	}
}

/** The edits that a click on a box asks for: none where its task has the state already, as after a double click. */
function toggleAsShown(link: BoxLink, uri: Uri, text: string, parse: Parse): readonly TextEdit[] | string {
	const roadmap = parse(text);
	const task = taskOf(link, text, roadmap);
	if (task?.state === (link.state === 'done' ? 'open' : 'done')) {
		return [];
	}
	if (task?.state !== link.state) {
		return l10n.t('The text has changed; nothing was ticked. Click the box again.');
	}
	return toggle(text, roadmap, [task], { cascade: setting('cascade', uri) });
}

function taskOf(link: BoxLink, text: string, roadmap: Roadmap): Task | undefined {
	return pathAt(roadmap, link.mark).find((node): node is Task => node.kind === 'task' && isOn(link, text, node));
}

/**
 * The scheme of links to an extension, where a webview follows them: on the desktop VS Code's own, whichever that is, and in a
 * browser `vscode` only, which is that of vscode.dev and Codespaces, but not of builds by others.
 */
function followedScheme(): string {
	return env.uiKind === UIKind.Desktop || env.uriScheme === 'vscode' ? env.uriScheme : '';
}

function words(): Words {
	return {
		toggle: l10n.t('Toggle task'),
		active: l10n.t('in progress'),
		dropped: l10n.t('dropped'),
		progress: ({ done, total }) => l10n.t('{0} of {1} tasks done', done, total),
	};
}
