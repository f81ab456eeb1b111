/** Why a source could not be read, though its bytes may be sound. */
export type SourceErrorCode =
	/** The server answered with a status that is no success, or not at all. */
	| "status"
	/** The server ignores range requests: it sends everything whatever is asked for. */
	| "no-ranges"
	/** The server sent another range than the one asked for. */
	| "wrong-range"
	/** The server sent bytes compressed for the way, whose offsets are not those of the file. */
	| "encoded"
	/** The file is another one than when the source was made. */
	| "changed"
	/** The bytes were read or passed over before, and the source cannot go back. */
	| "passed";

/** What a {@link SourceError} says; its message is made of these. */
export interface SourceErrorDetails {
	readonly code: SourceErrorCode;
	/** What would have been right, to be read after "expected". */
	readonly expected: string;
	/** What there was instead, to be read after "found". */
	readonly found: string;
	/** The byte that was to be read first. */
	readonly offset?: number | undefined;
	readonly cause?: unknown;
}

/** Thrown when bytes cannot be fetched. What is wrong with the bytes themselves, too few of them included, is a `FormatError`. */
export class SourceError extends Error {
	override get name(): "SourceError" {
		return "SourceError";
	}

	declare readonly code: SourceErrorCode;
	declare readonly expected: string;
	declare readonly found: string;
	declare readonly offset: number | undefined;

	constructor({ cause, ...details }: SourceErrorDetails) {
		const { expected, found, offset } = details;
		const place = offset === undefined ? "" : ` at offset ${offset}`;
		super(`source${place}: expected ${expected}, found ${found}`, cause === undefined ? undefined : { cause });
		Object.assign(this, details);
	}
}
