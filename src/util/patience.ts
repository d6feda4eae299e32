/**
 * What somebody else's work gives, or `undefined` where that takes longer: disks and connections may never answer. The work
 * goes on all the same; how it ends nobody hears then.
 *
 * @param milliseconds How long to wait for it.
 */
export async function within<T>(milliseconds: number, work: PromiseLike<T>): Promise<T | undefined> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<undefined>(resolve => {
		timer = setTimeout(() => resolve(undefined), milliseconds);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}

/** Milliseconds for which a file system is waited for: a slow one has answered by then. */
export const patience = 5000;
