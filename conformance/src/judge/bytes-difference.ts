import { countOf } from "../nv1/layout.js";
import type { ArrayValue } from "../nv1/node.js";
import { significantBytes } from "../nv1/significance.js";

/**
 * The first byte in which `found` is not `expected`, in words; undefined if they are equal.
 *
 * @param masked - The array whose items end the expected bytes: their padding may differ. Absent: every byte counts.
 */
export function bytesDifference(expected: Uint8Array, found: Uint8Array, masked?: ArrayValue): string | undefined {
	if (expected.byteLength !== found.byteLength) {
		const at = firstDifference(expected, found, masked) ?? Math.min(expected.byteLength, found.byteLength);
		return `expected ${expected.byteLength} bytes, found ${found.byteLength}; first difference at byte ${at}`;
	}
	const at = firstDifference(expected, found, masked);
	return at === undefined ? undefined : `byte ${at}: expected ${context(expected, at)}, found ${context(found, at)}`;
}

function firstDifference(expected: Uint8Array, found: Uint8Array, masked: ArrayValue | undefined): number | undefined {
	const common = Math.min(expected.byteLength, found.byteLength);
	if (Buffer.compare(expected.subarray(0, common), found.subarray(0, common)) === 0) return undefined;
	const counts = masked === undefined ? () => true : significanceIn(expected, masked);
	for (let at = 0; at < common; at++) if (expected[at] !== found[at] && counts(at)) return at;
	return undefined;
}

/** Whether a byte carries meaning: everything before the items does. */
function significanceIn(bytes: Uint8Array, { layout, shape }: ArrayValue): (at: number) => boolean {
	const significant = significantBytes(layout);
	const start = bytes.byteLength - countOf(shape) * layout.itemsize;
	return (at) => at < start || significant[(at - start) % layout.itemsize] === 1;
}

/** The byte in hex, with the text around it where there is some: headers are text. */
function context(bytes: Uint8Array, at: number): string {
	const isText = (index: number): boolean => (bytes[index] ?? 0) >= 0x20 && (bytes[index] ?? 0) < 0x7f;
	let start = at;
	while (start > Math.max(0, at - 12) && isText(start - 1)) start--;
	let end = at;
	while (end < at + 12 && isText(end)) end++;
	const hex = (bytes[at] ?? 0).toString(16).padStart(2, "0");
	return end - start < 4 ? hex : `${hex} (…${Buffer.from(bytes.subarray(start, end)).toString("ascii")}…)`;
}
