import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromFile } from "@ndwire/core/node";
import { afterAll, describe, expect, test } from "vitest";
import { openNpy } from "../open.js";

const folder = mkdtempSync(join(tmpdir(), "ndwire-large-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A sparse file of float64 whose elements are 0, but for some at given indices of the elements in their order in the file. */
function sparseFile(name: string, text: string, elements: ReadonlyMap<number, number>): string {
	const path = join(folder, name);
	const file = openSync(path, "w");
	writeSync(file, Buffer.from(`\x93NUMPY\x01\x00\x76\x00${text.padEnd(117)}\n`, "latin1"));
	for (const [index, value] of elements) writeSync(file, Float64Array.of(value), 0, 8, 128 + 8 * index);
	closeSync(file);
	return path;
}

describe("a file of 6 GB is read at both ends, and in between", () => {
	const rows = 250_000_000;
	const marked = new Map([
		[0, 1],
		[3 * (rows - 1) + 2, 2],
		[536_870_912, 3],
	]);

	test("in C order", async () => {
		const text = `{'descr': '<f8', 'fortran_order': False, 'shape': (${rows}, 3), }`;
		await using file = await fromFile(sparseFile("c.npy", text, marked));
		const npy = await openNpy(file, { dtype: "<f8" });
		expect([file.size, npy.nbytes]).toEqual([6_000_000_128, 6_000_000_000]);
		expect((await npy.rows(0, 1)).toList()).toEqual([[1, 0, 0]]);
		expect((await npy.rows(-1)).toList()).toEqual([[0, 0, 2]]);
		// Element 536,870,912 begins exactly 4 GiB behind the first.
		expect((await npy.rows(178_956_970, 178_956_971)).toList()).toEqual([[0, 0, 3]]);
		expect((await npy.slice([null, null, rows - 1], 2).read()).toList()).toEqual([0, 2]);
	});

	test("in Fortran order", async () => {
		const text = `{'descr': '<f8', 'fortran_order': True, 'shape': (3, ${rows}), }`;
		await using file = await fromFile(sparseFile("f.npy", text, marked));
		const npy = await openNpy(file, { dtype: "<f8" });
		expect((await npy.slice(null, 0).read()).toList()).toEqual([1, 0, 0]);
		expect((await npy.slice(null, -1).read()).toList()).toEqual([0, 0, 2]);
		expect((await npy.slice(2, [178_956_970, null, rows]).read()).toList()).toEqual([3]);
	});
});
