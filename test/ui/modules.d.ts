declare module 'upng-js' {
	interface Image {
		readonly width: number;
		readonly height: number;
	}
	function decode(png: ArrayBuffer | Buffer): Image;
	function toRGBA8(image: Image): ArrayBuffer[];
	function encode(
		frames: readonly ArrayBuffer[],
		width: number,
		height: number,
		colours: number,
		delays?: readonly number[],
	): ArrayBuffer;
	export default { decode, toRGBA8, encode };
}
