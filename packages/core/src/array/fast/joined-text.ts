import { believe } from "../../dtype/believe.js";
import { hostByteOrder } from "../memory.js";
import { hasFastPaths } from "./fast-paths.js";

/**
 * The characters of all these codes at once, one UTF-16 unit for each; undefined where one is above `most`, or half of a
 * surrogate pair, which a decoder would not leave alone.
 */
export function joinedText(codes: Uint8Array | Uint32Array, most: number): string | undefined {
	if (!hasFastPaths()) return undefined;
	let union = 0;
	let hasSurrogate = false;
	for (let index = 0; index < codes.length; index += 1) {
		const code = codes[index] ?? 0;
		union |= code;
		hasSurrogate ||= (code & 0xfffff800) === 0xd800;
	}
	if (hasSurrogate || union < 0 || union > most) return undefined;
	const { Buffer } = believe<Host>(globalThis);
	if (union <= 0xff && Buffer !== undefined) return Buffer.from(codes).latin1Slice();
	const encoding = hostByteOrder() === "<" ? "utf-16le" : "utf-16be";
	return new TextDecoder(encoding, { ignoreBOM: true }).decode(new Uint16Array(codes));
}

interface Host {
	readonly Buffer?: { readonly from: (codes: ArrayLike<number>) => { readonly latin1Slice: () => string } };
}
