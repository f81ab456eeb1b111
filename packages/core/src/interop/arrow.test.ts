import { makeVector, Table, tableFromIPC, tableToIPC, type Float64, type Int32 } from "apache-arrow";
import { expect, test } from "vitest";
import { zeros } from "../array/create.js";
import { fromBuffer } from "../array/from-buffer.js";
import { NDArray } from "../array/nd-array.js";
import { dtype } from "../dtype/dtype.js";
import { trickyFloats } from "../testing/tricky-floats.js";

const record = dtype([
	["id", "<i4"],
	["value", ">f8"],
]);
type Records = NDArray<typeof record>;
type Columns = Table<{ id: Int32; value: Float64 }>;

/** Copies: the columns of records lie between each other, those of Arrow by themselves and in the machine's byte order. */
function toTable(records: Records): Columns {
	return new Table({
		id: makeVector(records.field("id").toTypedArray()),
		value: makeVector(records.field("value").toTypedArray()),
	});
}

function fromTable(table: Columns): Records {
	const records = zeros([table.numRows], { dtype: record });
	const [ids, values] = [records.field("id"), bitsOf(records.field("value"))];
	for (const [row, id] of (table.getChild("id")?.toArray() ?? []).entries()) ids.set(row, id);
	const { buffer, byteOffset, length } = table.getChild("value")?.toArray() ?? new Float64Array();
	for (const [row, bits] of new BigUint64Array(buffer, byteOffset, length).entries()) values.set(row, bits);
	return records;
}

/** The same memory as integers, as `a.view(">u8")`: a float on its way through a number may lose the payload of a NaN. */
function bitsOf({ shape, strides, buffer, byteOffset }: NDArray) {
	return new NDArray({ dtype: dtype(">u8"), shape, strides, buffer, byteOffset });
}

function someRecords(): Records {
	const values = trickyFloats();
	const records = zeros([values.length], { dtype: record });
	const bits = bitsOf(records.field("value"));
	for (const [row, word] of new BigUint64Array(values.buffer).entries()) {
		records.field("id").set(row, row - 3);
		bits.set(row, word);
	}
	return records;
}

test("columns of records become columns of a table, and records again, bit for bit", () => {
	const records = someRecords();
	const table = toTable(records);
	expect(table.schema.fields.map(String)).toEqual(["id: Int32", "value: Float64"]);
	expect(fromTable(table).toBytes()).toEqual(records.toBytes());
});

test("they survive Arrow's own file format", () => {
	const records = someRecords();
	const read: Columns = tableFromIPC(tableToIPC(toTable(records)));
	expect(fromTable(read).toBytes()).toEqual(records.toBytes());
});

test("every other record, from the end, becomes a table of those", () => {
	const some = someRecords().slice([null, null, -2]);
	expect(fromTable(toTable(some)).toBytes()).toEqual(some.toBytes());
});

test("a column that lies by itself becomes a vector over the same memory, and an array again", () => {
	const matrix = fromBuffer(trickyFloats(), { dtype: "<f8", shape: [3, 2], order: "F" });
	const column = matrix.slice(null, 1);
	const vector = makeVector(column.toTypedArray());
	expect(vector.data[0]?.values.buffer).toBe(matrix.buffer);
	const back = fromBuffer(vector.toArray(), { dtype: "<f8" });
	expect(back.buffer).toBe(matrix.buffer);
	expect(back.toBytes()).toEqual(column.toBytes());
});
