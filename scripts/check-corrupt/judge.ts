import { compareValues, type Leeway } from "../../conformance/src/nv1/compare.js";
import { parseValue } from "../../conformance/src/nv1/parse-value.js";
import { isJsonArray, isJsonObject, member, type JsonValue } from "../../conformance/src/protocol/json.js";
import type { ReceivedAnswer } from "../../conformance/src/protocol/parse-answer.js";
import type { Death } from "./oracle.js";

/** How our answer stands to NumPy's. */
export type Outcome =
	| { readonly kind: "equal" }
	| { readonly kind: "refused" }
	/** We refuse with `limit` what NumPy reads: sizes that a JavaScript number cannot hold. */
	| { readonly kind: "limit" }
	/** NumPy reads, and we refuse, a dtype that the protocol cannot say: a title that is no string, an integer with fields. */
	| { readonly kind: "unspeakable" }
	/** We refuse a member that NumPy reads without a look at its checksum, at both sizes, or at what lies beside it. */
	| { readonly kind: "stricter" }
	/** A member by a method that NumPy alone has is answered by the method's name. */
	| { readonly kind: "declined" }
	/** NumPy's process ended over what we refuse. */
	| { readonly kind: "deadly" }
	| { readonly kind: "other"; readonly why: string };

/**
 * @param stricter - Reasons for which we may refuse what NumPy reads.
 * @param leeway - What need not be equal.
 */
export function judge(
	numpy: ReceivedAnswer | Death,
	ours: ReceivedAnswer,
	stricter: ReadonlySet<string> = new Set(),
	leeway: Leeway = { dictOrder: true },
): Outcome {
	if (numpy.kind === "death") {
		return ours.kind === "refused" ? { kind: "deadly" } : other(`NumPy: ${numpy.why}; we ${describe(ours)}`);
	}
	if (numpy.kind === "refused" && ours.kind === "refused") return { kind: "refused" };
	if (numpy.kind === "value" && ours.kind === "refused" && ours.code === "limit" && isBeyondNumbers(numpy.value)) {
		return { kind: "limit" };
	}
	if (numpy.kind === "unsupported" && ours.kind === "refused") return { kind: "unspeakable" };
	if (numpy.kind === "value" && ours.kind === "refused" && stricter.has(ours.code)) return { kind: "stricter" };
	if (ours.kind === "unsupported" && /^npz\.(?:bzip2|lzma)$/.test(ours.feature)) return { kind: "declined" };
	if (numpy.kind !== "value" || ours.kind !== "value") return other(`NumPy ${describe(numpy)}; we ${describe(ours)}`);
	const difference = compareValues(parseValue(numpy.value), parseValue(ours.value), leeway);
	return difference === undefined ? { kind: "equal" } : other(`${difference.class}: ${difference.why}`);
}

/** Whether a size, or the number of elements, is above 2 ** 53 - 1. */
function isBeyondNumbers(value: JsonValue): boolean {
	const shape = isJsonObject(value) ? member(value, "shape") : undefined;
	if (shape === undefined || !isJsonArray(shape)) return false;
	const sizes = shape.map(Number);
	return [...sizes, sizes.reduce((product, size) => product * size, 1)].some((size) => size > Number.MAX_SAFE_INTEGER);
}

function describe(answer: ReceivedAnswer): string {
	switch (answer.kind) {
		case "value":
			return `read ${JSON.stringify(answer.value).slice(0, 300)}`;
		case "refused":
			return `refused: ${answer.code}, ${answer.message.slice(0, 300)}`;
		case "unsupported":
			return `lacked ${answer.feature}`;
		case "error":
			return `failed: ${answer.message}${answer.stack === undefined ? "" : `\n${answer.stack}`}`;
		case "out":
			return "wrote bytes";
	}
}

function other(why: string): Outcome {
	return { kind: "other", why };
}
