import { CancellationTokenSource, l10n, ProgressLocation, window, type CancellationToken } from 'vscode';

/** Milliseconds; shorter waits need no words. */
const patience = 500;

/** Does something that mostly is quick: where it is not, a notification shows that it goes on, and cancels it. */
export async function readPatiently<T>(read: (token: CancellationToken) => Promise<T>): Promise<T> {
	const source = new CancellationTokenSource();
	const reading = read(source.token);
	const timer = setTimeout(() => showProgress(source, reading), patience);
	try {
		return await reading;
	} finally {
		clearTimeout(timer);
		source.dispose();
	}
}

function showProgress(source: CancellationTokenSource, reading: Promise<unknown>): void {
	const options = {
		location: ProgressLocation.Notification,
		title: l10n.t('Reading the history of the roadmap'),
		cancellable: true,
	};
	void window.withProgress(options, async (_, token) => {
		token.onCancellationRequested(() => source.cancel());
		await reading.catch(() => undefined); // whoever reads hears of it
	});
}
