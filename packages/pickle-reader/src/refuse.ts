import { FormatError, type FormatErrorCode } from "@ndwire/core";

/**
 * Refuses a pickle: with a code, what would have been accepted, and what was there, a value or words. Where it stands, and in
 * which of the pickle's objects, is added by {@link withPlace}.
 *
 * @throws {FormatError}
 */
export function refuse(code: FormatErrorCode, expected: string, found: unknown = "none"): never {
	throw new FormatError({ code, format: "pickle", expected, found: describe(found) });
}

/** Refuses what no pickler writes: an argument, a part of a state, or something done to a value of another type. */
export function refuseUnsafe(expected: string, found: unknown): never {
	refuse("unsafe-object", expected, found);
}

/** What core gives. A value of another type, or one that does not fit, is core's wrong argument and here the pickle's. */
export function orRefuse<Value>(call: () => Value): Value {
	try {
		return call();
	} catch (cause) {
		if (cause instanceof RangeError) refuse("overflow", "what fits", cause.message);
		if (cause instanceof TypeError) refuseUnsafe("another type", cause.message);
		throw cause;
	}
}

/** What is being read. */
interface Place {
	/** Byte of the opcode, which is where a refusal points. */
	readonly opcodeOffset: number;
	/** What is being called, or given its state. */
	readonly built?: { readonly module: string; readonly name: string } | undefined;
}

/** What reading gives. A refusal that does not say where gets the place: ours, and core's of a dtype. */
export function withPlace<Value>(place: Place, read: () => Value): Value {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof FormatError) || error.offset !== undefined) throw error;
		const { opcodeOffset: offset, built } = place;
		const expected = error.expected + (built === undefined ? "" : ` for ${built.module}.${built.name}`);
		throw new FormatError({ ...error, format: "pickle", offset, expected, found: describe(error.found) });
	}
}

const MOST_CHARACTERS = 200;

/** A value in a message: its type, and of what is no object what it is. */
function describe(value: unknown): string {
	if (typeof value !== "object" || value === null) return String(value).slice(0, MOST_CHARACTERS);
	if ("kind" in value && typeof value.kind === "string") return value.kind;
	return Object.prototype.toString.call(value).slice("[object ".length, -1);
}
