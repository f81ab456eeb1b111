import type { Layout } from "./reading.js";
import { truncated } from "./truncated.js";

/** What was read from memory, and the byte at which it ends. */
export interface ReadFromMemory<T> {
	readonly value: T;
	readonly end: number;
}

/**
 * Reads what begins at `start`. Every piece is a view of `bytes`.
 *
 * @throws {FormatError} `truncated` if the bytes end before it does, and what the layout refuses.
 */
export function readMemory<T>(layout: Layout<T>, bytes: Uint8Array, start: number): ReadFromMemory<T> {
	const reading = layout.read(start);
	let end = start;
	for (let step = reading.next(); ;) {
		if (step.done === true) return { value: step.value, end };
		const from = end;
		const { length } = step.value;
		if (bytes.length - from < length) throw truncated(layout, step.value, from, bytes.length - from);
		end += length;
		step = reading.next(bytes.subarray(from, end));
	}
}
