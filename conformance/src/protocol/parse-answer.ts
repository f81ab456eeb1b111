import { readCount, readObject, readString } from "./fields.js";
import { FormError } from "./form-error.js";
import { member, type JsonObject, type JsonValue } from "./json.js";

/** An answer as received: of the right form, with nothing said yet about what it holds. */
export type ReceivedAnswer =
	| { readonly kind: "value"; readonly value: JsonValue }
	| { readonly kind: "out"; readonly out: JsonValue }
	| { readonly kind: "refused"; readonly code: string; readonly message: string; readonly offset?: number }
	| { readonly kind: "unsupported"; readonly feature: string }
	| { readonly kind: "error"; readonly message: string; readonly stack?: string };

const kinds = ["ok", "refused", "unsupported", "error"] as const;

/** Reads an answer to a `run` request. Unknown members are ignored. @throws {FormError} if it is none. */
export function parseAnswer(object: JsonObject): ReceivedAnswer {
	const given = kinds.filter((kind) => member(object, kind) !== undefined);
	const [kind] = given;
	if (kind === undefined || given.length > 1) {
		throw new FormError("", `an answer has exactly one of ${kinds.join(" ")}, found ${given.join(" ") || "none"}`);
	}
	const content = readObject(member(object, kind), kind);
	switch (kind) {
		case "ok":
			return parseOk(content);
		case "refused":
			return parseRefused(content);
		case "unsupported":
			return { kind, feature: readString(content, "feature", kind) };
		case "error":
			return parseError(content);
	}
}

function parseOk(content: JsonObject): ReceivedAnswer {
	const value = member(content, "value");
	if (value !== undefined) return { kind: "value", value };
	const out = member(content, "out");
	if (out !== undefined) return { kind: "out", out };
	throw new FormError("ok", "neither value nor out is there");
}

function parseRefused(content: JsonObject): ReceivedAnswer {
	const kind = "refused";
	const code = readString(content, "code", kind);
	const message = readString(content, "message", kind);
	if (member(content, "offset") === undefined) return { kind, code, message };
	return { kind, code, message, offset: readCount(content, "offset", kind) };
}

function parseError(content: JsonObject): ReceivedAnswer {
	const kind = "error";
	const message = readString(content, "message", kind);
	if (member(content, "stack") === undefined) return { kind, message };
	return { kind, message, stack: readString(content, "stack", kind) };
}
