// What both extension hosts (Node.js and the web worker) have, and no more: the types of either would allow too much.
declare function setTimeout(callback: () => void, milliseconds: number): number;
declare function clearTimeout(handle: ReturnType<typeof setTimeout> | undefined): void;

declare class TextEncoder {
	encode(text: string): Uint8Array;
	encodeInto(text: string, bytes: Uint8Array): { readonly written: number };
}

declare class TextDecoder {
	decode(bytes: Uint8Array): string;
}

declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
