import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import taskLists from 'markdown-it-task-lists';
import { tasksIn, type Task } from '../../src/core';
import { boxLinkTo, isOn, readBoxLink } from '../../src/preview/boxLink';
import { draw } from '../../src/preview/drawing';
import type { Token } from '../../src/preview/token';
import { boxesIn, read, rendered, words, type LinkTo } from './support/previewed';

function is(text: string, expected: string, linkTo?: LinkTo): void {
	assert.equal(rendered(text, linkTo), expected);
}

const openBox = (label: string) =>
	`<span class="roadmap-box roadmap-open" role="checkbox" aria-checked="false" aria-label="${label}" aria-disabled="true">☐</span> `;
const doneBox = (label: string) =>
	`<span class="roadmap-box roadmap-done" role="checkbox" aria-checked="true" aria-label="${label}" aria-disabled="true">☑</span> `;

describe('the preview of a roadmap', () => {
	it('has a box for each task', () => {
		is('- [ ] a **b**\n', `<ul>\n<li class="roadmap-task">${openBox('a b')}a <strong>b</strong></li>\n</ul>\n`);
		is(
			'> 1. [X] a\n>\n>    b\n',
			`<blockquote>\n<ol>\n<li class="roadmap-task">\n<p>${doneBox('a')}a</p>\n<p>b</p>\n</li>\n</ol>\n</blockquote>\n`,
		);
	});

	it('says the state of each', () => {
		const html = rendered('- [ ] a\n- [x] b\n- [~] c\n- [/] d\n- [-] e\n');
		assert.deepEqual(boxesIn(html), [
			'false: a',
			'true: b',
			'mixed: c, in progress',
			'mixed: d, in progress',
			'mixed: e, dropped',
		]);
	});

	it('has boxes to click where a click can lead somewhere', () => {
		const html = rendered('- [ ] a\n', ({ mark }) => `vscode://x/?a=${mark}&b="`);
		assert.match(
			html,
			/<a class="roadmap-link" tabindex="-1" href="vscode:\/\/x\/\?a=3&#38;b=&#34;"><button type="button" /,
		);
		assert.match(html, /title="Toggle task">☐<\/button><\/a> a<\/li>/);
	});

	it('has a bar behind the heading of each section with tasks', () => {
		const bar = (done: number, total: number, all = '') =>
			` <span class="roadmap-progress${all}"><progress value="${done}" max="${total}" aria-label="${done} of ${total} tasks done"></progress>` +
			`<span class="roadmap-figures" aria-hidden="true">${done}/${total}</span></span>`;
		const html = rendered('# T\n\nA\nb\n---\n- [x] a\n\n## C\n- [ ] d\n\n## E\n\n- # F\n- [ ] g\n');
		assert.ok(html.includes(`<h1>T${bar(1, 3)}</h1>`), html);
		assert.ok(html.includes(`<h2>A\nb${bar(1, 1, ' roadmap-all')}</h2>`), html);
		assert.ok(html.includes(`<h2>C${bar(0, 1)}</h2>`), html);
		assert.ok(html.includes('<h1>F</h1>'), html);
	});

	it('has none where the roadmap has none', () => {
		const html = rendered(
			'- [ ]\n- [a] b\n- c [ ] d\n\n[ ] e\n\n    - [ ] f\n\n```\n- [ ] g\n```\n<div>\n- [ ] h\n</div>\n',
		);
		assert.doesNotMatch(html, /roadmap-/);
	});

	it('has the box of which one bracket is on the next line, and of `[x]` that is a link', () => {
		is('- [\n  ] a\n', `<ul>\n<li class="roadmap-task">${openBox('a')}a</li>\n</ul>\n`);
		assert.match(rendered('- [x] a\n\n[x]: http://b\n'), /role="checkbox".*☑<\/span> a<\/li>/);
	});

	it('counts lines as VS Code does', () => {
		assert.deepEqual(boxesIn(rendered('---\r\na: b\r---\n\n- [ ] a\r- b\r\n- [x] c')), ['false: a', 'true: c']);
	});

	it('shows hostile words as words', () => {
		const html = rendered(
			'- [ ] "><script>alert(1)</script> \' onclick="b\n- [ ] [a](javascript:alert(1)) &quot; `"><b>`\n',
			() => 'javascript:"><script>',
		);
		const labels = boxesIn(html);
		assert.equal(labels.length, 2, html);
		for (const label of labels) assert.doesNotMatch(label, /[<>'"]|&(?!#\d+;)/);
		assert.match(labels[1] ?? '', /&#34;&#62;&#60;b&#62;/);
		assert.doesNotMatch(html, /href="javascript:"|href="[^"]*[<>]/);
	});

	it('leaves the tokens as they were, which VS Code keeps', () => {
		const text = '# A\n- [x] b\n';
		const md = new MarkdownIt();
		const tokens = md.parse(text, {});
		const before = JSON.stringify(tokens);
		const drawing = { text, roadmap: read(text), words };
		assert.deepEqual(draw(tokens as readonly Token[], drawing), draw(tokens as readonly Token[], drawing));
		assert.equal(JSON.stringify(tokens), before);
	});
});

describe('the preview where others draw boxes', () => {
	const text = '- [ ] a\n- [x] b *c*\n\n1. [x] d\n';

	it('puts its own in the place of those that do nothing', () => {
		const md = new MarkdownIt({ html: true }).use(taskLists);
		const html = rendered(text, undefined, md);
		assert.deepEqual(boxesIn(html), ['false: a', 'true: b c', 'true: d']);
		assert.doesNotMatch(html, /<input/);
		assert.match(html, /<li class="task-list-item roadmap-task"><span[^>]*>☐<\/span> a<\/li>/);
	});

	it('leaves those alone that do something', () => {
		for (const options of [{ enabled: true }, { enabled: true, label: true }, { enabled: false, label: true }]) {
			const md = new MarkdownIt({ html: true }).use(taskLists, options);
			assert.equal(rendered(text, undefined, md), md.render(text), JSON.stringify(options));
		}
	});

	it('leaves tokens alone that it does not know', () => {
		const md = new MarkdownIt();
		md.core.ruler.push('boxes', state => {
			for (const { type, children } of state.tokens) {
				if (type === 'inline' && children) children.unshift(new state.Token('checkbox_input', 'input', 0));
			}
		});
		assert.equal(rendered(text, undefined, md), md.render(text));
	});
});

describe('the link on a box', () => {
	const is = (text: string) => ({ text, task: [...tasksIn(read(text))][0] as Task });

	it('says of which task it is', () => {
		const shown = is('# A\r\n- [ ] "b" & c\r\n');
		const link = boxLinkTo('k3y', 'f1le', shown.text, shown.task);
		assert.match(link, /^\/toggle\?[\w=&]+$/);
		const [path = '', query = ''] = link.split('?');
		const found = readBoxLink('k3y', { path, query });
		assert.ok(found);
		assert.deepEqual([found.file, found.mark, found.state], ['f1le', shown.task.mark, 'open']);
		const leadsTo = (text: string) => isOn(found, text, is(text).task);
		assert.ok(leadsTo(shown.text));
		assert.ok(leadsTo('# A\r\n- [x] "b" & c'), 'in whatever state');
		assert.ok(leadsTo('# A\r\n- [ ] "b" & c\n  - [ ] d\n'), 'whatever is below');
		assert.ok(!leadsTo('# A\r\n- [ ] "b" & d\n'), 'other words');
		assert.ok(!leadsTo('# AB\r\n- [ ] "b" & c\n'), 'elsewhere');
	});

	it('is none with anything else in it', () => {
		const good = 'key=k&file=f&mark=3&state=open&words=w';
		assert.ok(readBoxLink('k', { path: '/toggle', query: good }));
		for (const [path, query] of [
			['/toggle', ''],
			['/toggle', good.replace('key=k', 'key=l')],
			['/toggle', good.replace('key=k', 'key=')],
			['/toggle', good.replace('mark=3', 'mark=-3')],
			['/toggle', good.replace('mark=3', 'mark=3.5')],
			['/toggle', good.replace('mark=3', 'mark=1e99')],
			['/toggle', good.replace('mark=3', 'mark=9999999999')],
			['/toggle', good.replace('file=f', 'file=../f')],
			['/toggle', `${good}&more=1`],
			['/toggle', `${good}\n`],
			['/toggle', good.replace('&words=w', '')],
			['/other', good],
			['', good],
		] as const) {
			assert.equal(readBoxLink('k', { path, query }), undefined, `${path}?${query}`);
		}
	});
});
