import { expect, test } from "vitest";
import { dtype } from "../dtype/dtype.js";
import { fromDescr } from "../dtype/parse-descr.js";
import { parsePythonLiteral } from "../literal/parse.js";
import { formatDtype } from "../dtype/format.js";
import { arrayEqual } from "./array-equal.js";
import { copy } from "./copy.js";
import { array } from "./create.js";
import { fromBuffer } from "./from-buffer.js";
import { narrowToNumber, numberToNarrow, widen } from "./narrow-float.js";

/** ml_dtypes on NumPy 2.5.5: np.array([value]).astype(bfloat16).view("u2") */
test.each([
	[1, 0x3f80],
	[0.1, 0x3dcd],
	[-0, 0x8000],
	[1e39, 0x7f80],
	[1 + 2 ** -8, 0x3f80],
	[1 + 3 * 2 ** -8, 0x3f82],
	[1 + 2 ** -8 + 2 ** -30, 0x3f80],
	[1 + 2 ** -8 + 2 ** -20, 0x3f81],
	[Number.NaN, 0x7fc0],
	[Number.NEGATIVE_INFINITY, 0xff80],
])("%d is written as bits %i", (value, bits) => {
	expect(numberToNarrow(value, 7)).toBe(bits);
});

test("all 65536 read as the float32 of which they are the upper half, and are written back", () => {
	const bits = Uint16Array.from({ length: 0x10000 }, (_, index) => index);
	expect(new Uint32Array(widen(bits, 7).buffer)).toEqual(Uint32Array.from(bits, (upper) => upper * 0x10000));
	const numbers = bits.filter((upper) => !Number.isNaN(narrowToNumber(upper, 7)));
	expect(numbers.filter((upper) => numberToNarrow(narrowToNumber(upper, 7), 7) !== upper)).toEqual(new Uint16Array(0));
});

test("the dtype is asked for by name, and is two bytes to NumPy", () => {
	const type = dtype("bfloat16");
	expect(type).toMatchObject({ kind: "V", itemsize: 2, alignment: 2, byteOrder: "<", format: "bfloat16" });
	expect((["str", "text", "repr", "name", "descr"] as const).map((form) => formatDtype(type, form))).toEqual([
		"<V2",
		"bfloat16",
		"dtype(bfloat16)",
		"bfloat16",
		"'<V2'",
	]);
	expect(() => dtype(">bfloat16")).toThrow("dtype");
});

test("arrays read and write numbers, and become float32 arrays", () => {
	const a = fromBuffer(Uint8Array.of(0x80, 0x3f, 0x81, 0x7f), { dtype: "bfloat16" });
	expect([a.get(0), a.get(1)]).toEqual([1, Number.NaN]);
	expect([...new Uint32Array(a.toTypedArray().buffer)]).toEqual([0x3f800000, 0x7f810000]);
	const b = array([1.5, -2], { dtype: "bfloat16" });
	expect(b.toList()).toEqual([1.5, -2]);
	expect(copy(b, { byteOrder: ">" }).toList()).toEqual([1.5, -2]);
	expect([...copy(b, { byteOrder: ">" }).toBytes()]).toEqual([0x3f, 0xc0, 0xc0, 0]);
	expect(arrayEqual(b, array([1.5, -2], { dtype: "f8" }))).toBe(true);
});

test.each(["'bfloat16'", "'i4,bfloat16'", "[('a', 'bfloat16')]"])(
	"the descr %s is refused, as by NumPy alone",
	(descr) => {
		expect(() => fromDescr(parsePythonLiteral(descr))).toThrow("a type of NumPy's own");
	},
);
