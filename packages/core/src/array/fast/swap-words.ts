import { believe } from "../../dtype/believe.js";
import { hasFastPaths } from "./fast-paths.js";

/** Turns the bytes of every word around by Node's `Buffer`, where there is one that knows the size; says whether it did. */
export function swapWordsNatively({ buffer, byteOffset, length }: Uint8Array, size: number): boolean {
	const { Buffer } = believe<Host>(globalThis);
	const swap = `swap${size * 8}`;
	if (!Buffer || !(swap in Buffer.prototype) || !hasFastPaths()) return false;
	Buffer.from(buffer, byteOffset, length)[swap]?.();
	return true;
}

interface Host {
	readonly Buffer?: {
		readonly prototype: object;
		readonly from: (
			memory: ArrayBufferLike,
			start: number,
			length: number,
		) => Readonly<Record<string, (() => unknown) | undefined>>;
	};
}
