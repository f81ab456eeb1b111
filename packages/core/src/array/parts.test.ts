import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { expect, test } from "vitest";
import type { DTypeSpec } from "../dtype/spec.js";
import { bitsEqual } from "./bits-equal.js";
import { array, zeros } from "./create.js";
import type { NDArray } from "./nd-array.js";
import { fromParts, toParts, type ArrayParts } from "./parts.js";

test.each<DTypeSpec>([
	"<f4",
	">M8[25s]",
	"U3",
	"bfloat16",
	"i1,(2,3)<i4",
	[
		["__proto__", "<i2"],
		[
			"constructor",
			[
				["0", ">f8"],
				["", "S2"],
			],
		],
	],
	{ names: ["a", "b"], formats: ["<i2", "u1"], offsets: [4, 0], titles: ["t", "u"], itemsize: 9 },
])("%j survives a structured clone", (dtype) => {
	const a: NDArray = zeros([4, 3], { dtype });
	new Uint8Array(a.buffer).forEach((_, index, bytes) => (bytes[index] = index % 100));
	const view = a.slice([null, null, -2], [1]).transpose();
	const back = fromParts(structuredClone(toParts(view)));
	expect([back.dtype, back.shape, back.strides]).toEqual([view.dtype, view.shape, view.strides]);
	expect(bitsEqual(back, view)).toBe(true);
});

test("fields keep no prototype, and no name is found that is not there", () => {
	const back = fromParts(structuredClone(toParts(zeros([1], { dtype: [["__proto__", "<i2"]] }))));
	expect(back.get(0)).toEqual(zeros([1], { dtype: [["__proto__", "<i2"]] }).get(0));
	const unnamed: NDArray = back;
	expect(() => unnamed.field("constructor")).toThrow(RangeError);
});

test("the buffer itself is handed over, or with copy the elements alone", () => {
	const a = array([1, 2, 3, 4], { dtype: "<i2" });
	const view = a.slice([1, 3]);
	expect(toParts(view).buffer).toBe(a.buffer);
	const parts = toParts(view, { copy: true });
	expect([parts.buffer.byteLength, parts.byteOffset]).toEqual([4, 0]);
	const moved = fromParts(structuredClone(parts, { transfer: [parts.buffer] }));
	expect([moved.toList(), parts.buffer.byteLength, a.toList()]).toEqual([[2, 3], 0, [1, 2, 3, 4]]);
});

test("shared memory stays shared across a message", () => {
	const { port1, port2 } = new MessageChannel();
	const buffer = new SharedArrayBuffer(4);
	const a = fromParts({ dtype: zeros([], { dtype: "<i2" }).dtype, shape: [2], buffer });
	port1.postMessage(toParts(a));
	const { message }: { message: ArrayParts } = receiveMessageOnPort(port2) ?? {
		message: toParts(zeros([0], { dtype: "i2" })),
	};
	fromParts(message).set(1, 7);
	port1.close();
	expect(a.get(1)).toBe(7);
});

test("objects go along", () => {
	const a = array([null, "x", { y: 1 }], { dtype: "O" });
	expect(fromParts(structuredClone(toParts(a))).toList()).toEqual([null, "x", { y: 1 }]);
});

test("parts that reach outside their buffer are refused", () => {
	expect(() => fromParts({ ...toParts(zeros([2], { dtype: "<i4" })), byteOffset: 4 })).toThrow(RangeError);
});
