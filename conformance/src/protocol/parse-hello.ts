import { join, readCount, readObject, readOptionalBoolean, readString, readStrings, readWord } from "./fields.js";
import { FormError } from "./form-error.js";
import { member, type JsonObject } from "./json.js";
import { operations, type Capabilities, type HelloAnswer, type Implementation } from "./messages.js";

/** Reads the answer to `hello`. @throws {FormError} if it is none, or if it speaks another protocol than 1. */
export function parseHello(object: JsonObject): HelloAnswer {
	if (member(object, "protocol") !== 1) {
		throw new FormError("protocol", `1 is needed, found ${JSON.stringify(member(object, "protocol"))}`);
	}
	const inflight = readCount(object, "inflight", "");
	if (inflight < 1) throw new FormError("inflight", "at least 1 request must be allowed");
	return {
		protocol: 1,
		impl: parseImplementation(readObject(member(object, "impl"), "impl")),
		caps: parseCaps(readObject(member(object, "caps"), "caps")),
		inOrder: readOptionalBoolean(object, "inOrder", "") ?? false,
		inflight,
		transport: readStrings(object, "transport", ""),
	};
}

/** Reads who an adapter is. @throws {FormError} */
export function parseImplementation(object: JsonObject): Implementation {
	const text = (key: string): string => readString(object, key, "impl");
	return {
		name: text("name"),
		version: text("version"),
		language: text("language"),
		runtime: text("runtime"),
		os: text("os"),
		arch: text("arch"),
		endian: readWord(object, "endian", ["little", "big"], "impl"),
	};
}

function parseCaps(object: JsonObject): { readonly [format: string]: Capabilities } {
	return Object.fromEntries(
		Object.entries(object).map(([format, json]) => {
			const path = join("caps", format);
			return [format, parseCapabilities(readObject(json, path), path)];
		}),
	);
}

function parseCapabilities(object: JsonObject, path: string): Capabilities {
	const named = readStrings(object, "ops", path);
	const list = (key: "features" | "lacks"): Partial<Capabilities> =>
		member(object, key) === undefined ? {} : { [key]: readStrings(object, key, path) };
	return { ops: operations.filter((operation) => named.includes(operation)), ...list("features"), ...list("lacks") };
}
