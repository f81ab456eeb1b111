import { zeros } from "@ndwire/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeNpy } from "../encode.js";
import { npyFile, rawHeaderFile } from "../testing/npy-file.js";
import { numpyFiles, structuredNumpyFiles } from "../testing/numpy-files.js";
import { decodeAnyHeaderAt, decodeHeaderAt } from "./decode.js";
import { decodeFamiliarHeader } from "./familiar.js";

const isFamiliar = (bytes: Uint8Array): boolean => decodeFamiliarHeader(bytes, 0, 10_000) !== undefined;

/** What both ways of reading a header make of it. */
function bothWays(bytes: Uint8Array): readonly [unknown, unknown] {
	const outcome = (read: () => unknown): unknown => {
		try {
			return read();
		} catch (error) {
			return String(error);
		}
	};
	return [outcome(() => decodeHeaderAt(bytes, 0, {})), outcome(() => decodeAnyHeaderAt(bytes, 0, {}))];
}

describe("a header that begins as one before it", () => {
	test.each([...numpyFiles, ...structuredNumpyFiles].filter(({ major, data }) => major === 1 && data !== ""))(
		"is familiar, whatever its sizes, and means the same: $what",
		({ dtype, order }) => {
			for (const shape of [[4], [2, 3], [10, 1, 2], [0, 5], []]) {
				const file = encodeNpy(zeros(shape, { dtype, order }));
				decodeAnyHeaderAt(encodeNpy(zeros([2, 2], { dtype, order })), 0, {});
				const [familiar, any] = bothWays(file);
				expect(familiar).toEqual(any);
			}
			expect(isFamiliar(encodeNpy(zeros([7, 8], { dtype, order })))).toBe(true);
		},
	);

	test("is read where it lies, behind other bytes", () => {
		const file = encodeNpy(zeros([2, 3], { dtype: "<f4" }));
		const header = decodeHeaderAt(file, 0, {});
		const shifted = Uint8Array.from([1, 2, 3, ...file]);
		expect(decodeFamiliarHeader(shifted, 3, 10_000)).toEqual({ ...header, dataOffset: 131 });
	});

	test("but is longer than the limit is left to be refused", () => {
		const file = encodeNpy(zeros([2, 3], { dtype: "<f4" }));
		decodeHeaderAt(file, 0, {});
		expect(() => decodeHeaderAt(file, 0, { maxHeaderSize: 117 })).toThrow("maxHeaderSize");
	});
});

describe("spellings other than NumPy's own are read as before", () => {
	const start = "{'descr': '<i2', 'fortran_order': False, 'shape': (";
	test.each([
		"2, 3), } ",
		"2,3), }\n",
		"2, 3), }",
		"2, 3,), }\n",
		"2, 3,), } # more\n",
		"6), }\n",
		"06,), }\n",
		"00,), }\n",
		"6L,), }\n",
		"-6,), }\n",
		"+6,), }\n",
		"6 ,), }\n",
		"6,) , }\n",
		",), }\n",
		"6,,), }\n",
		"6,), }\n\n",
		"6,), }\n{",
		"6,)}\n",
		"6,), 'descr': '<i4', }\n",
		"9999999999999999,), }\n",
		"999999999999999,), }\n",
		"999999999999999, 999999999999999), }\n",
		"999999999999999, 999999999999999, 0), }\n",
		`${"1, ".repeat(33)}), }\n`,
		`${"1, ".repeat(65)}), }\n`,
	])("…(%s", (end) => {
		decodeHeaderAt(encodeNpy(zeros([3], { dtype: "<i2" })), 0, {});
		const [familiar, any] = bothWays(rawHeaderFile(start + end, "00".repeat(12)));
		expect(familiar).toEqual(any);
	});
});

test("a beginning that what follows the shape contradicts does not become familiar", () => {
	const start = "{'descr': '|S3', 'fortran_order': False, 'shape': (";
	const misleading = rawHeaderFile(`${start}1,), 'descr': '<i8', }\n`, "0000000000000000");
	expect(decodeHeaderAt(misleading, 0, {}).dtype.itemsize).toBe(8);
	expect(decodeHeaderAt(rawHeaderFile(`${start}1,), }\n`, "000000"), 0, {}).dtype.itemsize).toBe(3);
});

test("damaged headers mean the same on both ways", () => {
	const sound = npyFile({
		major: 1,
		length: 118,
		text: "{'descr': '<i2', 'fortran_order': False, 'shape': (2, 3), }",
		data: "",
	});
	const damage = fc.array(fc.tuple(fc.nat(127), fc.nat(255)), { minLength: 1, maxLength: 3 });
	fc.assert(
		fc.property(damage, (changes) => {
			decodeHeaderAt(sound, 0, {});
			const bytes = sound.slice();
			for (const [at, byte] of changes) bytes[at] = byte;
			const [familiar, any] = bothWays(bytes);
			expect(familiar).toEqual(any);
		}),
		{ numRuns: 2000 },
	);
});
