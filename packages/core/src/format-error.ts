/** Why a format was refused. Closed: the refusal codes of the adapter protocol np/1. */
export type FormatErrorCode =
	| "bad-magic"
	| "bad-version"
	| "truncated"
	| "bad-header-syntax"
	| "bad-header-keys"
	| "bad-dtype"
	| "bad-shape"
	| "bad-length"
	| "bad-encoding"
	| "bad-container"
	| "bad-opcode"
	| "checksum"
	| "overflow"
	| "trailing-data"
	| "unsafe-object"
	| "limit";

/** What a {@link FormatError} says; its message is made of these. */
export interface FormatErrorDetails {
	readonly code: FormatErrorCode;
	/** What was being read: `"npy"`, `"dtype"`, `"literal"`… */
	readonly format: string;
	/** What would have been accepted, to be read after "expected". */
	readonly expected: string;
	/** What was there instead, to be read after "found". */
	readonly found: string;
	/** Where in the input: a byte offset, or for text an index into the string. */
	readonly offset?: number | undefined;
	/** Where in a container: a member's name, a field's path. */
	readonly path?: string | undefined;
	readonly cause?: unknown;
}

/**
 * Thrown when bytes or text are not what they claim to be, ask for more than a limit allows, or hold something that is
 * deliberately not read. A wrong argument is a `TypeError` or `RangeError` instead; anything else that escapes is a bug.
 */
export class FormatError extends Error {
	// A getter keeps `name` off the instance, and unlike a patched prototype it leaves the module without effects.
	override get name(): "FormatError" {
		return "FormatError";
	}

	/** Which kind of refusal this is; stable, and the same word in every codec. */
	declare readonly code: FormatErrorCode;
	/** What was being read: `"npy"`, `"dtype"`, `"literal"`… */
	declare readonly format: string;
	/** What would have been accepted. */
	declare readonly expected: string;
	/** What was there instead. */
	declare readonly found: string;
	/** Where in the input the problem was noticed: a byte offset, or for text an index into the string. */
	declare readonly offset: number | undefined;
	/** Where in a container: a member's name, a field's path. */
	declare readonly path: string | undefined;

	constructor({ cause, ...details }: FormatErrorDetails) {
		const { format, expected, found, offset, path } = details;
		const place = (path === undefined ? "" : ` in ${path}`) + (offset === undefined ? "" : ` at offset ${offset}`);
		super(`${format}${place}: expected ${expected}, found ${found}`, cause === undefined ? undefined : { cause });
		Object.assign(this, details);
	}
}
