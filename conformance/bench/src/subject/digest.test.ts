import { array } from "@ndwire/core";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { SubjectProcess } from "../measuring/subject-process.js";
import { python } from "../testing/python.js";
import { digest } from "./digest.js";

test.runIf(python !== undefined)("equal values have equal digests in both languages", async () => {
	const numpy = SubjectProcess.numpy(python ?? "");
	onTestFinished(() => numpy.stop());
	for (const [value, run] of pairs) {
		const { digest: expected } = await numpy.ask({ run, n: 0, file: null }, z.object({ digest: z.string() }));
		expect({ run, digest: digest(value) }).toEqual({ run, digest: expected });
	}
});

const pairs: readonly (readonly [value: unknown, python: string])[] = [
	[null, "None"],
	[true, "True"],
	[1, "1"],
	[1, "1.0"],
	[2n ** 63n, "2 ** 63"],
	[-0, "-0.0"],
	[0.1, "0.1"],
	[0.1, "np.float64(0.1)"],
	[Number.NaN, "float('nan')"],
	[-Infinity, "float('-inf')"],
	["α", "'\\u03b1'"],
	[Uint8Array.of(1, 2), "b'\\1\\2'"],
	[Int16Array.of(1, 2), "np.array([1, 2], 'i2')"],
	[
		array(
			[
				[1, 2],
				[3, 4],
			],
			{ dtype: ">i2", order: "F" },
		),
		"np.array([[1, 2], [3, 4]], '>i2', order='F')",
	],
	[[1, ["a", []]], "(1, ['a', ()])"],
	[new Map([["a", 1.5]]), "{'a': 1.5}"],
	[{ a: 1.5 }, "{'a': 1.5}"],
	[Array.from({ length: 1000 }, (_, index) => index), "list(range(1000))"],
];

test.each([
	{ left: -0, right: 0 },
	{ left: [1, 2], right: [2, 1] },
	{ left: ["ab", "c"], right: ["a", "bc"] },
	{ left: "1", right: 1 },
	{ left: new Array(100).fill(0), right: new Array(101).fill(0) },
	{ left: Float32Array.of(1), right: Float64Array.of(1) },
])("$left and $right have different digests", ({ left, right }) => {
	expect(digest(left)).not.toBe(digest(right));
});
