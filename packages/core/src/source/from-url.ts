import { contentRangeOf, formatRange, type ByteRange } from "./byte-range.js";
import type { ByteSource, ReadOptions } from "./byte-source.js";
import { checkRead } from "./check-read.js";
import { differs, editionOf, type Edition } from "./edition.js";
import { fromBlob } from "./from-blob.js";
import { fromBytes } from "./from-bytes.js";
import { statusError } from "./from-response.js";
import { fromStream } from "./from-stream.js";
import { SourceError } from "./source-error.js";
import { truncated } from "./truncated.js";

export interface FromUrlOptions {
	/** What every request is made with: headers, credentials, mode. */
	readonly init?: RequestInit | undefined;
	/**
	 * What to do with a server that ignores range requests: `"refuse"` (default), or `"download"` everything at once, into
	 * a Blob.
	 */
	readonly withoutRanges?: "refuse" | "download" | undefined;
	/** Stops what is done here; reads have signals of their own. */
	readonly signal?: AbortSignal | undefined;
}

/**
 * A source over what a server holds at a URL. Each read is one range request; reads may run side by side. The first request is
 * made here: it finds out the size and fetches the first 1024 bytes, which are not asked for again.
 *
 * A file that is changed in the meantime makes reads fail with `changed`: each is tied to the first response by its ETag or date
 * (`If-Range`), or between origins, where browsers would ask for permission first, compared with it as far as the server exposes them.
 *
 * @throws {SourceError} here and from `read`: `status`, `no-ranges`, `wrong-range`, `encoded`, `changed`.
 * @throws {FormatError} from `read`: `truncated` also where the server closes the connection early.
 *
 * @example
 * ```ts
 * const source = await fromUrl(new URL("https://example.org/large.npy"));
 * source.size; // 8000000128
 * ```
 */
export async function fromUrl(url: URL, options: FromUrlOptions = {}): Promise<ByteSource> {
	const { init = {}, signal, withoutRanges = "refuse" } = options;
	const response = await request(url, init, { start: 0, end: headLength }, signal);
	if (response.status === 200 && withoutRanges === "download") return fromBlob(await download(response, signal));
	if (isEmpty(response)) return fromBytes(new Uint8Array(0));
	await refuseUnlessPartial(response, 0);
	const { end, size } = contentRangeOf(response, { start: 0, end: headLength });
	const head = await readBody(response, 0, end, { signal });
	return new UrlSource(url, init, { size, head: fromBytes(head), edition: editionOf(response) });
}

// About what goes into one packet with the response's own headers.
const headLength = 1024;

/** Nothing can be asked of an empty file: servers say that the range is wrong, or send the nothing that there is. */
function isEmpty({ status, headers }: Response): boolean {
	if (status === 416) return headers.get("content-range") === "bytes */0";
	return status === 200 && headers.get("content-length") === "0";
}

interface Known {
	readonly size: number | undefined;
	readonly head: ByteSource;
	readonly edition: Edition;
}

class UrlSource implements ByteSource {
	readonly size: number | undefined;
	readonly #url: URL;
	readonly #init: RequestInit;
	readonly #known: Known;

	constructor(url: URL, init: RequestInit, known: Known) {
		this.size = known.size;
		this.#url = url;
		this.#init = init;
		this.#known = known;
	}

	async read(offset: number, length: number, options: ReadOptions = {}): Promise<Uint8Array> {
		checkRead(this.size, offset, length, options);
		const { head, edition } = this.#known;
		const range = { start: offset, end: offset + length };
		if (length === 0) return head.read(0, 0, options);
		if (range.end <= (head.size ?? 0)) return head.read(offset, length, options);
		const response = await request(this.#url, this.#init, range, options.signal, edition.ifRange);
		if (response.status === 416 && this.size === undefined) throw truncated(offset, length, 0);
		await refuseUnlessPartial(response, offset, edition);
		const { size } = contentRangeOf(response, range);
		if (size !== this.size) throw changed(offset, `one of ${size} bytes`);
		return readBody(response, offset, length, options);
	}
}

async function request(
	url: URL,
	init: RequestInit,
	range: ByteRange,
	signal: AbortSignal | undefined,
	ifRange?: string | null,
): Promise<Response> {
	const headers = new Headers(init.headers);
	headers.set("Range", formatRange(range));
	if (ifRange !== undefined && ifRange !== null) headers.set("If-Range", ifRange);
	try {
		return await fetch(url, { ...init, headers, signal: signal ?? init.signal ?? null });
	} catch (cause) {
		signal?.throwIfAborted();
		throw new SourceError({ code: "status", expected: "an answer", found: "none", offset: range.start, cause });
	}
}

/** Lets a 206 about the same state of the file pass. */
async function refuseUnlessPartial(response: Response, offset: number, edition?: Edition): Promise<void> {
	const { status } = response;
	const isOther = edition !== undefined && (status === 416 || differs(edition, editionOf(response)));
	if (status === 206 && !isOther) return;
	await response.body?.cancel();
	if (isOther) throw changed(offset, "another one");
	throw status === 200 ? noRanges(offset) : statusError(response, offset);
}

function readBody({ body }: Response, start: number, length: number, options: ReadOptions): Promise<Uint8Array> {
	return fromStream(body ?? new Blob([]).stream(), { start, size: start + length }).read(start, length, options);
}

async function download(response: Response, signal: AbortSignal | undefined): Promise<Blob> {
	try {
		return await response.blob();
	} catch (cause) {
		signal?.throwIfAborted();
		throw truncated(0, Number(response.headers.get("content-length") ?? 0), 0, cause);
	}
}

function changed(offset: number, found: string): SourceError {
	return new SourceError({ code: "changed", expected: "the file that was opened", found, offset });
}

function noRanges(offset: number): SourceError {
	const expected = 'an answer to a range request, or the option withoutRanges: "download"';
	return new SourceError({ code: "no-ranges", expected, found: "the whole file", offset });
}
