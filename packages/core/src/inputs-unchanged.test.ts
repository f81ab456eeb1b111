import { expect, test } from "vitest";
import * as core from "./index.js";
import { fromBuffer, NDArray, parsePythonLiteral, toParts, type FieldSpec } from "./index.js";

/** One of everything that functions take, over memory that is compared afterwards; what is no memory is frozen. */
function makeInputs() {
	const bytes = Uint8Array.from({ length: 480 }, (_, index) => (index * 37) % 256);
	const spec: readonly FieldSpec[] = [
		["x", "<f8"],
		["m", ">i2", [2]],
		["s", "S4"],
	];
	return {
		bytes,
		/** Strided, in the other byte order. */
		numbers: fromBuffer(bytes, { dtype: ">i4", shape: [8, 15] }).slice(null, [null, null, -2]),
		/** Without gaps, so that what can be a view is one. */
		plain: fromBuffer(bytes, { dtype: "<u2", shape: [12, 20] }),
		records: fromBuffer(bytes, { dtype: spec, shape: [5, 6] }),
		dates: fromBuffer(bytes, { dtype: "<M8[ms]" }),
		spec: freeze(spec),
		shape: freeze([4, 5, 6]),
		lists: freeze([
			[1, 2],
			[3, 4],
		]),
		literal: freeze(parsePythonLiteral("[('x', '<f8'), ('', '|V4'), (('T', 'y'), '>i4', (2,))]")),
		descr: freeze({ name: "x", dtype: core.dtype("<f8") }),
	};
}
type Inputs = ReturnType<typeof makeInputs>;

function freeze<T>(value: T): T {
	// Memory cannot be frozen, and is compared.
	if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
	for (const part of Object.values(value)) freeze(part);
	return Object.freeze(value);
}

const functions: Readonly<Record<string, (inputs: Inputs) => unknown>> = {
	asBytes: ({ numbers }) => core.asBytes(numbers.buffer),
	parsePythonLiteral: () => parsePythonLiteral("{'a': 1}"),
	floatRepr: () => core.floatRepr(0.1),
	formatPythonLiteral: ({ literal }) => core.formatPythonLiteral(literal),
	dtype: ({ spec }) => core.dtype(spec, freeze({ align: true })),
	scalarDtype: () => core.scalarDtype(freeze({ kind: "f", itemsize: 8, byteOrder: "<" })),
	structDtype: ({ descr }) => core.structDtype(freeze([descr])),
	subarrayDtype: ({ descr, shape }) => core.subarrayDtype(descr.dtype, shape),
	newByteOrder: ({ records }) => core.newByteOrder(records.dtype, ">"),
	formatDtype: ({ records }) =>
		(["str", "repr", "text", "name", "descr"] as const).map((form) => core.formatDtype(records.dtype, form)),
	parseDtypeText: () => core.parseDtypeText("[('x', '<f8')]", freeze({ numpy: "1.20" })),
	dtypeEqual: ({ records, numbers }) => core.dtypeEqual(records.dtype, numbers.dtype),
	toDescr: ({ records }) => core.toDescr(records.dtype),
	fromDescr: ({ literal }) => core.fromDescr(literal),
	contiguousStrides: ({ shape }) => core.contiguousStrides(shape, 8, "F"),
	fromBuffer: ({ bytes, spec, shape }) => fromBuffer(bytes, freeze({ dtype: spec, shape: shape.slice(0, 1) })),
	array: ({ lists }) => core.array(lists, { dtype: "<i4", order: "F" }),
	zeros: ({ shape, spec }) => core.zeros(shape, { dtype: spec }),
	copy: ({ numbers, records }) => [
		core.copy(numbers, { order: "F", byteOrder: "<" }),
		core.copy(records, { byteOrder: ">" }),
		core.copy(numbers.slice([null, null, -1]), { out: new Uint8Array(numbers.nbytes) }),
	],
	byteswap: ({ numbers, plain, records }) => [core.byteswap(numbers), core.byteswap(plain), core.byteswap(records)],
	astype: ({ numbers, plain }) => [
		core.astype(numbers, "<f2", { overflow: "wrap" }),
		core.astype(plain, "<f8"),
		core.astype(plain, "<u2"),
	],
	toStrings: ({ records }) => core.toStrings(records.field("s"), { encoding: "latin1" }),
	toParts: ({ numbers }) => [toParts(numbers), toParts(numbers, { copy: true })],
	fromParts: ({ records }) => core.fromParts(toParts(records)),
	datetimeToDate: ({ dates }) => core.datetimeToDate(0n, dates.dtype),
	datetimeToInstant: ({ dates }) =>
		core.datetimeToInstant(0n, dates.dtype, freeze({ Instant: { fromEpochNanoseconds: String } })),
	datetimeToIso: ({ dates }) => core.datetimeToIso(0n, dates.dtype),
	isoToDatetime: ({ dates }) => core.isoToDatetime("1970-01-01", dates.dtype),
	arrayEqual: ({ numbers, records }) => [core.arrayEqual(numbers, numbers), core.arrayEqual(records, records)],
	bitsEqual: ({ numbers, records }) => [core.bitsEqual(numbers, numbers), core.bitsEqual(records, records)],
	formatArray: ({ numbers, plain, records }) => [numbers, plain, records].map((a) => core.formatArray(a)),
	longDoubleToNumber: ({ bytes }) => core.longDoubleToNumber(bytes.subarray(0, 16)),
};

/** All but `set`, which is there to change what it is called on. */
const methods: Readonly<Record<string, (inputs: Inputs) => unknown>> = {
	get: ({ numbers, records }) => [numbers.get(0, -1), records.get(1, 1)],
	field: ({ records }) => [records.field("x"), records.field("m")],
	slice: ({ numbers }) => numbers.slice(freeze([null, null, -1]), 0),
	reshape: ({ numbers, plain, shape }) => [numbers.reshape([-1]), plain.reshape([...shape, 2], { order: "F" })],
	transpose: ({ plain }) => [plain.transpose(), plain.transpose(freeze([1, 0]))],
	toTypedArray: ({ numbers, plain }) => [
		numbers.toTypedArray(),
		plain.toTypedArray(),
		plain.toTypedArray({ copy: true }),
	],
	toList: ({ numbers, plain, records }) => [numbers, plain, records].map((a) => a.toList()),
	toBytes: ({ numbers, plain }) =>
		(["C", "F", "A"] as const).map((order) => [numbers.toBytes({ order }), plain.toBytes({ order })]),
};

test.each(Object.entries({ ...functions, ...methods }))("%s changes nothing that it is given", (_name, call) => {
	const inputs = makeInputs();
	const arrays: readonly NDArray[] = [inputs.numbers, inputs.plain, inputs.records, inputs.dates];
	const [bytes, parts] = [
		inputs.bytes.slice(),
		arrays.map(({ shape, strides, dtype }) => structuredClone({ shape, strides, dtype })),
	];
	for (const { shape, strides, dtype } of arrays) freeze([shape, strides, dtype]);
	call(inputs);
	expect(inputs.bytes).toEqual(bytes);
	expect(arrays.map(({ shape, strides, dtype }) => structuredClone({ shape, strides, dtype }))).toEqual(parts);
});

test("every function and method is among them", () => {
	const classes = new Set(["FormatError", "NDArray"]);
	expect(Object.keys(functions).toSorted()).toEqual(
		Object.keys(core)
			.filter((name) => !classes.has(name))
			.toSorted(),
	);
	const own = Object.entries(Object.getOwnPropertyDescriptors(NDArray.prototype));
	const called = own.filter(([name, { value }]) => typeof value === "function" && name !== "constructor");
	expect(Object.keys(methods).toSorted()).toEqual(
		called
			.map(([name]) => name)
			.filter((name) => name !== "set")
			.toSorted(),
	);
});
