import { FormatError } from "@ndwire/core";

/** The same refusal, naming the member; offsets in an npy header count from the member's beginning. Anything else stays as it is. */
export function inMember(error: unknown, name: string): unknown {
	if (!(error instanceof FormatError)) return error;
	const { code, format, expected, found, offset, path: inner } = error;
	const path = inner === undefined ? name : `${name}: ${inner}`;
	return new FormatError({ code, format, expected, found, offset, path, cause: error });
}
