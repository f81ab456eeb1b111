import { expect, test } from "vitest";
import { fromBuffer } from "../array/from-buffer.js";
import { parsePythonLiteral } from "../literal/parse.js";
import { toDescr } from "./descr.js";
import { dtype } from "./dtype.js";
import { dtypeEqual } from "./equal.js";
import { formatDtype } from "./format.js";
import { fromDescr } from "./parse-descr.js";

test.each(["<x4", "float8_e5m2", "|Z16", "<f3"])("%s is refused, as NumPy refuses it", (text) => {
	expect(() => dtype(text)).toThrow(expect.objectContaining({ code: "bad-dtype" }));
});

test.each([
	["<x4", 4],
	["|Z16", 16],
	["<f3", 3],
	["quad128", 128],
])("%s still has %i bytes where those are asked for", (text, itemsize) => {
	const type = dtype(text, { unknown: "bytes" });
	expect(type).toMatchObject({ tag: "scalar", kind: "V", itemsize, alignment: 1, typeString: text });
	expect((["str", "text", "repr"] as const).map((form) => formatDtype(type, form))).toEqual([
		text,
		text,
		`dtype('${text}')`,
	]);
	expect(dtypeEqual(type, dtype(`V${itemsize}`))).toBe(false);
});

test("a field of an unknown type keeps its name, place and bytes, and is written as it was read", () => {
	const descr = parsePythonLiteral("[('a', '<x2'), ('b', '|u1')]");
	const type = fromDescr(descr, { unknown: "bytes" });
	expect(
		fromBuffer(Uint8Array.of(1, 2, 3), { dtype: type })
			.field("a")
			.get(0),
	).toEqual(Uint8Array.of(1, 2));
	expect(fromDescr(toDescr(type), { unknown: "bytes" })).toEqual(type);
});

test.each(["x", "<", "4", "x-4", "x4x", "x9999999999"])("%s says no size", (text) => {
	expect(() => dtype(text, { unknown: "bytes" })).toThrow(expect.objectContaining({ code: "bad-dtype" }));
});
