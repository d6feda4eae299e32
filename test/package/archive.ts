import { inflateRawSync } from 'node:zlib';

/** The files of a zip archive by their names, from the entries of its central directory (APPNOTE 4.3.12), which its last record counts. */
export function filesOf(zip: Buffer): ReadonlyMap<string, Buffer> {
	const last = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
	let entry = zip.readUInt32LE(last + 16);
	return new Map(
		Array.from({ length: zip.readUInt16LE(last + 10) }, () => {
			const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map(field => zip.readUInt16LE(entry + field));
			const start = entry + 46;
			const file = [zip.toString('utf8', start, start + name), contents(zip, entry)] as const;
			entry = start + name + extra + comment;
			return file;
		}),
	);
}

/** What lies where an entry says, behind a header of its own (APPNOTE 4.3.7): as it is, or deflated. */
function contents(zip: Buffer, entry: number): Buffer {
	const header = zip.readUInt32LE(entry + 42);
	const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
	const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
	return zip.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed);
}
