/** 32 letters and digits, new each time and not to be guessed. */
export function newNonce(): string {
	return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
