import { swapWordsNatively } from "./fast/swap-words.js";

/** Turns the bytes of every word around where they are. */
export function swapWords(bytes: Uint8Array, size: number): void {
	if (swapWordsNatively(bytes, size)) return;
	for (let start = 0; start < bytes.length; start += size) {
		for (let [low, high] = [start, start + size - 1]; low < high; low += 1, high -= 1) {
			[bytes[low], bytes[high]] = [bytes[high] ?? 0, bytes[low] ?? 0];
		}
	}
}
