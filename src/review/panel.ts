import {
	CancellationTokenSource,
	env,
	EventEmitter,
	l10n,
	workspace,
	type Event,
	type LogOutputChannel,
	type Uri,
	type WebviewPanel,
} from 'vscode';
import { percent, progressOf, relocate, tasksIn, type Day, type Task } from '../core';
import type { Histories, RoadmapHistory } from '../history/histories';
import { Delayer } from '../util/delayer';
import { Disposable } from '../util/disposable';
import { shorten } from '../util/text';
import type { ReadRoadmap, RoadmapFile } from '../workspace/roadmapFile';
import type { Roadmaps } from '../workspace/roadmaps';
import { forecaster } from './facts';
import { localRoots, pageHtml } from './html';
import { words } from './lists';
import { saveMarkdown } from './saving';
import { markdownOf } from './markdown';
import { messageFrom } from './messages';
import { goTo } from './opening';
import { locale, optionsNow } from './options';
import type { FromPage, Notice, ToPage, View } from './page/model';
import { noticeView, reviewView } from './view';

/** Typing comes in bursts, and nobody reads a review while it changes. */
const pause = 300;

/** A shorter wait needs no words. */
const patience = 300;

/** Of the name in a tab. */
const longestName = 40;
