import { viewOf } from "../bytes.js";
import { refusal } from "../refusal.js";
import { getUint64 } from "./end-record.js";
import { inZip64, zip64Extra } from "./records.js";

/** Sizes and offset of a member. */
export interface Sizes {
	readonly size: number;
	readonly compressedSize: number;
	readonly offset: number;
}

/**
 * Sizes and offset, taken from the extra field 1 where they stand as FFFFFFFF: `ZipInfo._decodeExtra`. The field holds just those, in
 * this order.
 *
 * @throws {FormatError} `bad-container` for fields that run over, or lack a number.
 */
export function decodeZip64(extra: Uint8Array, stated: Sizes, start: number): Sizes {
	const view = viewOf(extra);
	let { size, compressedSize, offset } = stated;
	for (let at = 0; at + 4 <= extra.length;) {
		const next = at + 4 + view.getUint16(at + 2, true);
		if (next > extra.length) {
			throw refusal("bad-container", "extra fields inside their place", "a longer one", { offset: start + at });
		}
		if (view.getUint16(at, true) === zip64Extra) {
			let from = at + 4;
			const take = (value: number): number => {
				if (value !== inZip64) return value;
				if (from + 8 > next) {
					throw refusal("bad-container", "8 bytes for each FFFFFFFF", "fewer", { offset: start + at });
				}
				from += 8;
				return getUint64(view, from - 8);
			};
			size = take(size);
			compressedSize = take(compressedSize);
			offset = take(offset);
		}
		at = next;
	}
	return { size, compressedSize, offset };
}
