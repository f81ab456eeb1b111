import type { ByteSource } from "@ndwire/core/source";
import type { Layout } from "../incremental/reading.js";

/**
 * Reads what stands at the beginning of a source, the first bytes of it at once: each piece by itself would be a request.
 *
 * @throws {FormatError} what the layout refuses; `truncated` if the source ends before.
 */
export async function readSource<T>(
	layout: Layout<T>,
	source: ByteSource,
	signal: AbortSignal | undefined,
): Promise<T> {
	const head = await source.read(0, Math.min(headLength, source.size ?? 0), { signal });
	const reading = layout.read(0);
	let end = 0;
	let step = reading.next();
	while (step.done !== true) {
		const from = end;
		end += step.value.length;
		const bytes = end <= head.length ? head.subarray(from, end) : await source.read(from, end - from, { signal });
		step = reading.next(bytes);
	}
	return step.value;
}

/** More than the header of a frame of plain elements has with 64 axes. */
const headLength = 512;
