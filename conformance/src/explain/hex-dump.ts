import type { Region } from "./region.js";

/** Bytes of a row. */
const width = 16;

/** More rows of one region than this are left out in the middle. */
const rowsShown = 16;

/**
 * Bytes for a human: a row for every 16 of a region, with offset, hex and printable ASCII, the name of the region on its first row.
 *
 * @param marked - A byte to point at: its row is marked with `►`.
 */
export function hexDump(bytes: Uint8Array, regions: readonly Region[], marked?: number): string {
	return regions.map((region) => dumpRegion(bytes, region, marked)).join("");
}

function dumpRegion(bytes: Uint8Array, { start, end, what }: Region, marked: number | undefined): string {
	const rows = Array.from({ length: Math.ceil((end - start) / width) }, (_, index) => start + index * width);
	const isMarked = (at: number): boolean => marked !== undefined && marked >= at && marked < Math.min(at + width, end);
	const isShown = (at: number, index: number): boolean =>
		index < rowsShown / 2 || index >= rows.length - rowsShown / 2 || isMarked(at);
	const shown = rows.filter(isShown);
	const left = rows.length - shown.length;
	return shown
		.map((at, index) => {
			const gap = left > 0 && index === rowsShown / 2 ? `  …       ${left} rows left out\n` : "";
			return gap + dumpRow(bytes.subarray(at, Math.min(at + width, end)), at, index === 0 ? what : "", isMarked(at));
		})
		.join("");
}

function dumpRow(row: Uint8Array, at: number, what: string, marked: boolean): string {
	const hex = [...row].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
	const text = [...row].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·")).join("");
	const line = `${marked ? "►" : " "} ${at.toString(16).padStart(6, "0")}  ${hex.padEnd(3 * width - 1)}  ${text.padEnd(width)}  ${what}`;
	return `${line.trimEnd()}\n`;
}
