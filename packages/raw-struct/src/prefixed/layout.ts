import type { Layout } from "../incremental/reading.js";
import { refusal } from "../refusal.js";
import type { PrefixedDecoderOptions } from "./options.js";

/** Messages with their length before them: `struct.pack("<Q", len(message)) + message`. */
export function prefixedLayout<T>({ decode, maxMessageSize = 0x4000_0000 }: PrefixedDecoderOptions<T>): Layout<T> {
	return {
		format: "prefixed",
		*read(start) {
			const prefix = yield { length: prefixLength, what: "the length of a message" };
			const length = new DataView(prefix.buffer, prefix.byteOffset).getBigUint64(0, true);
			if (length > Math.min(maxMessageSize, Number.MAX_SAFE_INTEGER)) {
				throw refusal("prefixed", "limit", `a message of at most ${maxMessageSize} bytes`, `${length}`, start);
			}
			return decode(yield { length: Number(length), what: "message", alignment: 8 });
		},
	};
}

/** Width of the length, an unsigned integer in little-endian order. */
export const prefixLength = 8;
