import { dtype as makeDtype, type DTypeOf, type DTypeSpec, type NDArray, type UnfoldedOf } from "@ndwire/core";
import { believe } from "../believe.js";
import { decodeUtf8 } from "../text-pieces.js";
import { requireDtype } from "./decode.js";
import { NumbersDecoder } from "./decoder.js";
import { ElementCutter } from "./element-cutter.js";
import { atRoot, type DecodeNumbersOptions } from "./options.js";

export interface ReadNumbersOptions<Spec extends DTypeSpec = DTypeSpec> extends DecodeNumbersOptions<Spec> {
	/** Stops reading: the promise is rejected with the signal's reason. */
	readonly signal?: AbortSignal | undefined;
}

/**
 * The array of {@link decodeNumbers}, from text or UTF-8 that arrives in chunks cut anywhere, such as the body of a Response. No
 * more of the text than a chunk and an element is held.
 *
 * @throws {FormatError} as `decodeNumbers`, and `bad-encoding` for chunks that are not UTF-8.
 */
export async function readNumbers<const Spec extends DTypeSpec>(
	chunks: AsyncIterable<string | Uint8Array> | ReadableStream<string | Uint8Array> | Iterable<string | Uint8Array>,
	options: ReadNumbersOptions<Spec>,
): Promise<NDArray<UnfoldedOf<DTypeOf<Spec>>>> {
	const cutter = new ElementCutter();
	const decoder = new NumbersDecoder(makeDtype(requireDtype(options)), options, atRoot);
	const utf8 = new TextDecoder("utf-8", { fatal: true });
	for await (const chunk of chunks) {
		options.signal?.throwIfAborted();
		decoder.push(cutter.push(typeof chunk === "string" ? chunk : decodeUtf8(utf8, chunk, true)));
	}
	decoder.push(cutter.push(decodeUtf8(utf8, undefined, false)) + cutter.finish());
	return believe(decoder.finish());
}
