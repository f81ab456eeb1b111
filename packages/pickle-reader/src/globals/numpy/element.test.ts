import { FormatError, NDArray } from "@ndwire/core";
import { expect, test } from "vitest";
import { decodePickle, type NumpyScalar } from "../../index.js";
import { bytesOf } from "../../testing/pickle-bytes.js";
import { believe } from "../../values/believe.js";

/** The opcodes of a dtype by its code, with the metadata that dates have. */
function dtype(code: string, metadata = ""): string {
	const version = metadata === "" ? "K\x03" : "K\x04";
	return `cnumpy\ndtype\nX${length(code)}${code}\x89\x88\x87R(${version}X\x01\0\0\0<NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\0${metadata}tb`;
}

function length(text: string): string {
	return `${String.fromCharCode(text.length)}\0\0\0`;
}

/** Metadata of a unit: `(None, (b'us', 25, 1, 1))`. */
function unit(name: string, count: string): string {
	return `N(C${String.fromCharCode(name.length)}${name}K${count}K\x01K\x01t\x86`;
}

/** The opcodes of a dtype with an object, and beside it a field of eight bytes. */
function struct(field: string): string {
	const object = "cnumpy\ndtype\nX\x02\0\0\0O8\x89\x88\x87R(K\x03X\x01\0\0\0|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK?tb";
	const fields = `}(X\x01\0\0\0o${object}K\0\x86X\x01\0\0\0x${field}K\x08\x86u`;
	return `cnumpy\ndtype\nX\x03\0\0\0V16\x89\x88\x87R(K\x03X\x01\0\0\0|NX\x01\0\0\0oX\x01\0\0\0x\x86${fields}K\x10K\x01K\x1btb`;
}

const open = "cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\x85C\x01b\x87R";

/** A pickle of one record, with None and that value. */
function record(field: string, value: string): Uint8Array {
	return bytesOf(`\x80\x03${open}(K\x01K\x01\x85${struct(field)}\x89]N${value}\x86atb.`);
}

const date = (bytes: string): string => `cdatetime\ndate\nC\x04${bytes}\x85R`;
const duration = "cdatetime\ntimedelta\nK\x01K\x02K\x03\x87R";
const days = dtype("M8", unit("D", "\x01"));
const pairsOfDays = dtype("M8", unit("D", "\x02"));

test.each<[value: string, field: string, pickled: string, bits: bigint]>([
	["a date in days", days, date("\x07\xb2\x01\x03"), 2n],
	["a date in pairs of days", pairsOfDays, date("\x07\xb2\x01\x03"), 1n],
	["a date in months", dtype("M8", unit("M", "\x01")), date("\x07\xb1\x0c\x01"), -1n],
	["a date in years", dtype("M8", unit("Y", "\x01")), date("\x00\x01\x01\x01"), -1969n],
	["a duration in microseconds", dtype("m8", unit("us", "\x01")), duration, 86_402_000_003n],
	["an integer, in units finer than Python's", dtype("M8", unit("ns", "\x01")), "K\x07", 7n],
	["None, which is no moment", days, "N", -(2n ** 63n)],
])("%s, in a record beside objects", (_, field, pickled, bits) => {
	const array = decodePickle(record(field, pickled));
	if (!(array instanceof NDArray)) throw new TypeError("no array");
	expect(new DataView(array.buffer, array.byteOffset).getBigInt64(8, true)).toBe(bits);
});

test.each<[value: string, field: string, pickled: string, code: string]>([
	["a float in a field of dates", days, "G\x3f\xf8\0\0\0\0\0\0", "unsafe-object"],
	["text in a field of dates", days, "X\x01\0\0\0a", "unsafe-object"],
	["a day that is no whole step", pairsOfDays, date("\x07\xb2\x01\x02"), "unsafe-object"],
	["a duration in steps of weeks", dtype("m8", unit("W", "\x01")), duration, "unsafe-object"],
	["an integer beyond the field", dtype("i8"), "\x8a\x09\0\0\0\0\0\0\0\0\x01", "overflow"],
	["text in a field of integers", dtype("i8"), "X\x01\0\0\0a", "unsafe-object"],
])("%s is refused, in a record beside objects", (_, field, pickled, code) => {
	let refusal: unknown;
	try {
		decodePickle(record(field, pickled));
	} catch (error) {
		refusal = error;
	}
	expect(refusal).toBeInstanceOf(FormatError);
	expect(refusal).toMatchObject({ code, format: "pickle" });
});

test.each<[how: string, pickled: string]>([
	["a tuple, as of NumPy 1.19", "NK\x05\x86"],
	["an array without axes, as since NumPy 1.20", `${open}(K\x01)${struct(dtype("i8"))}\x89]NK\x05\x86atb`],
])("a scalar with objects is %s", (_, pickled) => {
	const scalar = `cnumpy.core.multiarray\nscalar\n${struct(dtype("i8"))}${pickled}\x86R`;
	const { array } = believe<NumpyScalar>(decodePickle(bytesOf(`\x80\x03${scalar}.`)));
	expect(array.get()).toMatchObject({ o: null, x: 5n });
});
