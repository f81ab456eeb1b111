import { fromStream, type StreamSource } from "./from-stream.js";
import { SourceError } from "./source-error.js";

/**
 * A source over the body of a response, read forwards as {@link fromStream} says.
 *
 * @throws {SourceError} `status` for a response that is no success.
 */
export function fromResponse(response: Response): StreamSource {
	if (!response.ok) throw statusError(response);
	return fromStream(response.body ?? new Blob([]).stream(), { size: declaredLength(response) });
}

/** A response that is none of those that were hoped for. */
export function statusError({ status, statusText }: Response, offset?: number): SourceError {
	return new SourceError({ code: "status", expected: "a successful answer", found: `${status} ${statusText}`, offset });
}

/**
 * The number of bytes in the body, where the response tells. It counts compressed bytes where there is compression, which another
 * origin's response may keep to itself.
 */
function declaredLength({ headers, type }: Response): number | undefined {
	const declared = headers.get("content-length");
	return declared === null || headers.has("content-encoding") || type === "cors" ? undefined : Number(declared);
}
