import { prefixLength } from "./layout.js";

/**
 * A message with its length before it: `struct.pack("<Q", len(message)) + message`. With an npy file as the message it carries
 * everything that an array has.
 *
 * @returns Memory of its own.
 *
 * @example
 * ```ts
 * socket.write(encodePrefixed(encodeNpy(array)));
 * ```
 */
export function encodePrefixed(message: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(prefixLength + message.length);
	new DataView(bytes.buffer).setBigUint64(0, BigInt(message.length), true);
	bytes.set(message, prefixLength);
	return bytes;
}
