import { viewOf } from "../bytes.js";
import { refusal } from "../refusal.js";
import { signature } from "./records.js";

/** Bytes that tell an archive. */
export const startLength = 4;

/**
 * What `np.load` asks of the first bytes before it takes a file for an archive. `zipfile` itself would accept anything in front.
 *
 * @throws {FormatError} `truncated` if there are none, `bad-magic`.
 */
export function checkStart(bytes: Uint8Array): void {
	if (bytes.length === 0) throw refusal("truncated", "an archive", "no bytes", { offset: 0 });
	const found = bytes.length < startLength ? undefined : viewOf(bytes).getUint32(0, true);
	if (found === signature.localHeader || found === signature.endRecord) return;
	throw refusal("bad-magic", "50 4b 03 04 or, without members, 50 4b 05 06", "something else", { offset: 0 });
}
