import { describe, expect, test } from "vitest";
import { parseJson } from "../protocol/json.js";
import type { Value } from "../protocol/messages.js";
import { compareValues } from "./compare.js";
import { parseValue } from "./parse-value.js";

function compare(expected: Value, found: Value) {
	return compareValues(parse(expected), parse(found));
}

function parse(value: Value) {
	return parseValue(parseJson(JSON.stringify(value)));
}

function array(dtype: string, shape: readonly number[], hex: string, order: "C" | "F" = "C"): Value {
	return { dtype, shape, order, data: { hex } };
}

describe("arrays", () => {
	test("memory held in another byte order is another dtype, though the numbers agree", () => {
		expect(compare(array("<i2", [1], "0100"), array(">i2", [1], "0001"))).toEqual({
			class: "dtype-mismatch",
			why: "expected <i2, found >i2",
		});
	});

	test("a column is not a row", () => {
		expect(compare(array("|u1", [3], "010203"), array("|u1", [3, 1], "010203"))).toEqual({
			class: "shape-mismatch",
			why: "expected shape [3], found shape [3, 1]",
		});
	});

	test("order counts where memory can tell, and only there", () => {
		expect(compare(array("|u1", [2, 2], "01020304"), array("|u1", [2, 2], "01030204", "F"))?.class).toBe(
			"order-mismatch",
		);
		expect(compare(array("|u1", [1, 2], "0102"), array("|u1", [1, 2], "0102", "F"))).toBeUndefined();
		expect(compare(array("|u1", [0, 2], ""), array("|u1", [0, 2], "", "F"))).toBeUndefined();
	});

	test("a quieted signalling NaN is a difference, shown in bits", () => {
		expect(compare(array("<f4", [2], "000000000100a07f"), array("<f4", [2], "000000000100e07f"))).toEqual({
			class: "value-mismatch",
			why: "element [1]: expected 0x7fa00001 (NaN), found 0x7fe00001 (NaN) (1 of 2 elements differ)",
		});
	});

	test("negative zero is not zero", () => {
		expect(compare(array("<f8", [], "0000000000000000"), array("<f8", [], "0000000000000080"))?.why).toBe(
			"element []: expected 0x0000000000000000 (0), found 0x8000000000000000 (-0) (1 of 1 elements differ)",
		);
	});

	test("the difference is named by index, field and subarray index, as C order counts", () => {
		const dtype = {
			itemsize: 6,
			fields: [
				{ name: "id", offset: 0, type: "|u1" },
				{ name: "x y", offset: 1, type: "<i2", shape: [1, 2] },
			],
		};
		const held = (last: string): Value => ({
			dtype,
			shape: [2, 2],
			order: "F",
			data: { hex: `01${"0000".repeat(2)}a5`.repeat(2) + `01${last}0000a5` + `01${"0000".repeat(2)}a5` },
		});
		expect(compare(held("0000"), held("0100"))?.why).toBe(
			'element [0, 1]["x y"][0, 0]: expected 0x0000 (0), found 0x0001 (1) (1 of 4 elements differ)',
		);
	});

	test("titles and offsets belong to the dtype", () => {
		const struct = (field: object, itemsize = 8): Value => ({
			dtype: { itemsize, fields: [{ name: "a", offset: 0, type: "<i4", ...field }] },
			shape: [0],
			order: "C",
			data: { b64: "" },
		});
		expect(compare(struct({}), struct({ title: "A" }))?.why).toBe('field "a" title: expected none, found "A"');
		expect(compare(struct({}), struct({ offset: 4 }))?.why).toBe('field "a" offset: expected 0, found 4');
		expect(compare(struct({}), struct({}, 4))?.why).toBe("itemsize: expected 8, found 4");
	});
});

describe("trees", () => {
	const list = (...v: readonly Value[]): Value => ({ t: "list", v });
	const int = (v: string): Value => ({ t: "int", v });

	test("a difference is named by its path", () => {
		const tree = (v: string): Value => ({ t: "dict", v: [[{ t: "str", v: "k" }, list(int("1"), int(v))]] });
		expect(compare(tree("2"), tree("3"))).toEqual({
			class: "value-mismatch",
			why: '["k"][1]: expected int 2, found int 3',
		});
	});

	test("sharing of a list belongs to the value, sharing of a tuple does not", () => {
		const shared = (t: "list" | "tuple"): Value => list({ t, v: [int("1")], id: 1 }, { t: "ref", id: 1 });
		const apart = (t: "list" | "tuple"): Value => list({ t, v: [int("1")] }, { t, v: [int("1")] });
		expect(compare(shared("tuple"), apart("tuple"))).toBeUndefined();
		expect(compare(shared("list"), apart("list"))?.why).toBe(
			"[1]: expected an object that occurred before, found an object of its own",
		);
		expect(compare(apart("list"), shared("list"))?.class).toBe("value-mismatch");
	});

	test("cycles end", () => {
		const cycle = (id: number): Value => ({ t: "list", id, v: [{ t: "ref", id }, int("1")] });
		expect(compare(cycle(1), cycle(7))).toBeUndefined();
	});

	test("cycles end of objects whose sharing says nothing, also where one is a longer way round", () => {
		const name = "types.SimpleNamespace";
		const object = (value: Value, last: string, id?: number): Value => {
			const items = [value, int(last)];
			return id === undefined ? { t: "object", name, items } : { t: "object", name, items, id };
		};
		const once = object({ t: "ref", id: 1 }, "1", 1);
		const twice = (last: string): Value => object(object({ t: "ref", id: 1 }, last), "1", 1);
		expect(compare(once, once)).toBeUndefined();
		expect(compare(once, twice("1"))).toBeUndefined();
		expect(compare(once, twice("2"))?.why).toBe(".items[0].items[1]: expected int 1, found int 2");
		expect(compare(twice("1"), once)).toBeUndefined();
	});

	test("a set has no order, a dict does", () => {
		const set = (...v: readonly Value[]): Value => ({ t: "set", v });
		const dict = (...keys: readonly string[]): Value => ({ t: "dict", v: keys.map((v) => [int(v), int("0")]) });
		expect(compare(set(int("1"), int("2")), set(int("2"), int("1")))).toBeUndefined();
		expect(compare(set(int("1")), set(int("2")))?.class).toBe("value-mismatch");
		expect(compare(dict("1", "2"), dict("2", "1"))?.class).toBe("value-mismatch");
	});

	test("objects in an array are compared one by one", () => {
		const objects = (v: string): Value => ({
			dtype: "|O",
			shape: [2],
			order: "C",
			data: { items: [{ t: "none" }, int(v)] },
		});
		expect(compare(objects("1"), objects("1"))).toBeUndefined();
		expect(compare(objects("1"), objects("2"))?.why).toBe(".items[1]: expected int 1, found int 2");
	});
});
