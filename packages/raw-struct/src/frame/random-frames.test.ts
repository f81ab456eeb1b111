import { bitsEqual, dtypeEqual, dtype, fromBuffer, FormatError, type NDArray } from "@ndwire/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeFrame, decodeFrames } from "./decode.js";
import { FrameDecoder } from "./decoder.js";
import { encodeFrame } from "./encode.js";

const types = "|b1 |i1 <i2 >i2 <u4 >i8 <f2 >f4 <f8 >c16 |S3 <U2 |V5 <M8[ns] >m8[25s]"
	.split(" ")
	.map((text) => dtype(text));

/** Arrays of random bits, in C order, in Fortran order, or backwards along the first axis. */
const arrays = fc
	.tuple(
		fc.constantFrom(...types),
		fc.array(fc.nat(4), { maxLength: 3 }),
		fc.constantFrom("C", "F", "backwards"),
		fc.infiniteStream(fc.nat(255)),
	)
	.map(([type, shape, layout, bits]) => {
		const size = shape.reduce((product, extent) => product * extent, type.itemsize);
		const bytes = Uint8Array.from({ length: size }, () => Number(bits.next().value));
		const array = fromBuffer(bytes, { dtype: type, shape, order: layout === "F" ? "F" : "C" });
		return layout === "backwards" && shape.length > 0 ? array.slice([null, null, -1]) : array;
	});

function isSame(found: NDArray, sent: NDArray | undefined): boolean {
	return sent !== undefined && dtypeEqual(found.dtype, sent.dtype) && bitsEqual(found, sent);
}

test("arrays of every kind and layout come back bit by bit, in chunks of any sizes, in both byte orders of the counts", () => {
	const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 });
	fc.assert(
		fc.property(
			fc.array(arrays, { maxLength: 5 }),
			sizes,
			fc.constantFrom("little", "big"),
			(sent, cuts, byteOrder) => {
				const bytes = Buffer.concat(sent.map((array) => encodeFrame(array, { byteOrder })));
				const decoder = new FrameDecoder({ byteOrder: "detect" });
				const found: NDArray[] = [];
				for (let at = 0, index = 0; at < bytes.length; index += 1) {
					const size = cuts[index % cuts.length] ?? 1;
					decoder.push(bytes.subarray(at, at + size));
					found.push(...decoder);
					at += size;
				}
				decoder.end();
				expect(found).toHaveLength(sent.length);
				expect(found.every((array, index) => isSame(array, sent[index]))).toBe(true);
				expect([...decodeFrames(bytes, { byteOrder })].every((array, index) => isSame(array, sent[index]))).toBe(true);
			},
		),
		{ numRuns: 300 },
	);
});

test("a frame with damaged bytes is an array or a typed refusal, the same from memory and from a stream", () => {
	const edits = fc.array(fc.tuple(fc.nat(40), fc.nat(255)), { minLength: 1, maxLength: 4 });
	fc.assert(
		fc.property(arrays, edits, fc.nat(60), (array, changes, keep) => {
			const bytes = encodeFrame(array);
			for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
			const cut = bytes.subarray(0, keep);
			expect(outcome(() => fromStream(cut))).toBe(outcome(() => decodeFrame(cut)));
		}),
		{ numRuns: 3000 },
	);
});

/** The shape and the bits, or the code of the refusal; anything else that escapes fails the test. */
function outcome(decode: () => NDArray): string {
	try {
		const array = decode();
		return `[${array.shape.join()}] ${array.toBytes().join()}`;
	} catch (error) {
		if (error instanceof FormatError) return error.code;
		throw error;
	}
}

/** The only frame that arrives, byte by byte. */
function fromStream(bytes: Uint8Array): NDArray {
	const decoder = new FrameDecoder({ maxFrameSize: Infinity });
	const found: NDArray[] = [];
	for (const byte of bytes) {
		decoder.push(Uint8Array.of(byte));
		if (found.length > 0) throw new FormatError({ code: "trailing-data", format: "frame", expected: "", found: "" });
		found.push(...decoder);
	}
	decoder.end();
	const [array] = found;
	if (array !== undefined) return array;
	throw new FormatError({ code: "truncated", format: "frame", expected: "a frame", found: "no bytes" });
}
