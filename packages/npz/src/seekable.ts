import { SourceError, toSource, type ByteSource, type SourceLike } from "@ndwire/core/source";
import { joinBytes } from "./bytes.js";

/** A source that can be read anywhere, and whose end is known. */
export type SeekableSource = ByteSource & { readonly size: number };

/**
 * A source that can be read anywhere: an archive's directory lies at its end, so that a Response or a stream is read whole.
 *
 * @throws {SourceError} `status` for a Response that is no success.
 * @throws {TypeError} for a source whose size is not known.
 */
export async function seekable(source: SourceLike, signal: AbortSignal | undefined): Promise<SeekableSource> {
	const stream = source instanceof Response ? bodyOf(source) : source;
	const opened = toSource(stream instanceof ReadableStream ? await readWhole(stream, signal) : stream);
	if (hasSize(opened)) return opened;
	throw new TypeError("npz: the directory lies at the end, and the source does not know its size");
}

function bodyOf({ ok, status, statusText, body }: Response): ReadableStream<Uint8Array> | Uint8Array {
	if (ok) return body ?? new Uint8Array(0);
	throw new SourceError({ code: "status", expected: "a successful answer", found: `${status} ${statusText}` });
}

async function readWhole(stream: ReadableStream<Uint8Array>, signal: AbortSignal | undefined): Promise<Uint8Array> {
	const pieces: Uint8Array[] = [];
	const sink = new WritableStream<Uint8Array>({ write: (piece) => void pieces.push(piece) });
	await stream.pipeTo(sink, signal === undefined ? {} : { signal });
	return joinBytes(pieces);
}

function hasSize(source: ByteSource): source is SeekableSource {
	return source.size !== undefined;
}
