import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { array, copy, dtype, fromBuffer, type NDArray } from "@ndwire/core";
import { afterAll, describe, expect, test } from "vitest";
import { decodeNpy } from "../decode.js";
import { encodeNpy } from "../encode.js";
import { numpyPython, runPython } from "../testing/numpy.js";
import { NpyAppender } from "./appender.js";

const folder = mkdtempSync(join(tmpdir(), "ndwire-appender-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const freshPath = (): string => join(folder, `${files++}.npy`);

function existing(bytes: Uint8Array): string {
	const path = freshPath();
	writeFileSync(path, bytes);
	return path;
}

function ramp(spec: Parameters<typeof dtype>[0], shape: readonly number[], order: "C" | "F" = "C"): NDArray {
	const length = shape.reduce((size, extent) => size * extent, dtype(spec).itemsize);
	return fromBuffer(
		Uint8Array.from({ length }, (_, i) => i * 7),
		{ dtype: spec, shape, order },
	);
}

const onDisk = (path: string): Uint8Array => Uint8Array.from(readFileSync(path));

describe("a new file", () => {
	test.each([
		{ what: "numbers", spec: "<f8", rowShape: [] },
		{ what: "big-endian rows", spec: ">i2", rowShape: [3] },
		{ what: "matrices", spec: "<c16", rowShape: [2, 3] },
		{
			what: "structures",
			spec: [
				["id", "<i4"],
				["at", "<M8[ms]"],
				["name", "<U3"],
			],
			rowShape: [],
		},
		{ what: "rows of no elements", spec: "<f8", rowShape: [0] },
		{ what: "a name beyond Latin-1", spec: [["\u03b1", "<i2"]], rowShape: [2] },
	] as const)("is byte for byte what np.save writes at once: $what", async ({ spec, rowShape }) => {
		const path = freshPath();
		const whole = ramp(spec, [120, ...rowShape]);
		const appender = await NpyAppender.create(path, { dtype: spec, rowShape });
		for (const [start, end] of [
			[0, 1],
			[1, 1],
			[1, 9],
			[9, 10],
			[10, 100],
			[100, 120],
		] as const) {
			await appender.append(whole.slice([start, end]));
			await appender.flush();
			expect(onDisk(path)).toEqual(encodeNpy(whole.slice([0, end])));
		}
		await appender.close();
	});

	test("is an array without rows from the beginning", async () => {
		const path = freshPath();
		const appender = await NpyAppender.create(path, { dtype: "<f4", rowShape: [2] });
		expect(decodeNpy(onDisk(path)).shape).toEqual([0, 2]);
		await appender.close();
	});

	test("does not replace another file", async () => {
		const path = existing(Uint8Array.of(1));
		await expect(NpyAppender.create(path, { dtype: "<f4" })).rejects.toMatchObject({ code: "EEXIST" });
		expect(onDisk(path)).toEqual(Uint8Array.of(1));
	});

	test("is not made for a dtype that np.save refuses", async () => {
		const path = freshPath();
		const overlapping = { names: ["a", "b"], formats: ["<u4", "<u2"], offsets: [0, 2], itemsize: 4 };
		await expect(NpyAppender.create(path, { dtype: overlapping })).rejects.toMatchObject({ code: "bad-dtype" });
		await expect(NpyAppender.create(path, { dtype: "O" })).rejects.toMatchObject({ code: "unsafe-object" });
		expect(existsSync(path)).toBe(false);
	});

	test("is closed by `await using`, with everything counted", async () => {
		const path = freshPath();
		{
			await using appender = await NpyAppender.create(path, { dtype: "<f8" });
			void appender.append(array([1, 2], { dtype: "<f8" }));
			void appender.append(array(3, { dtype: "<f8" }));
		}
		expect(decodeNpy(onDisk(path)).toList()).toEqual([1, 2, 3]);
	});
});

describe("a file that np.save wrote", () => {
	test.each(["2.4", "1.23", "1.13", "1.8"])("goes on as one array: NumPy %s", async (numpy) => {
		const whole = ramp("<i4", [7, 3]);
		const path = existing(encodeNpy(whole.slice([0, 5]), { numpy }));
		const appender = await NpyAppender.open(path);
		await appender.append(whole.slice([5, 7]));
		await appender.close({ sync: true });
		expect(onDisk(path)).toEqual(encodeNpy(whole, { numpy }));
	});

	test("in Fortran order grows along its last axis", async () => {
		const whole = ramp("<i4", [3, 12], "F");
		const path = existing(encodeNpy(copy(whole.slice(null, [0, 9]), { order: "F" })));
		const appender = await NpyAppender.open(path);
		await appender.append(whole.slice(null, 9));
		await appender.append(copy(whole.slice(null, [10, 12])));
		await appender.close();
		expect(onDisk(path)).toEqual(encodeNpy(whole));
	});

	test("without room in its header takes no more rows, and loses none", async () => {
		const header = "{'descr': '|u1', 'fortran_order': False, 'shape': (9,), }\n";
		const start = `\x93NUMPY\x01\x00${String.fromCharCode(header.length)}\x00${header}123456789`;
		const bytes = Uint8Array.from(start, (character) => character.charCodeAt(0));
		const path = existing(bytes);
		const appender = await NpyAppender.open(path);
		await expect(appender.append(ramp("u1", [1]))).rejects.toMatchObject({ name: "FormatError", code: "limit" });
		await appender.close();
		expect(onDisk(path)).toEqual(bytes);
	});

	test.each([
		{ what: "a scalar", bytes: encodeNpy(ramp("<f8", [])), code: "bad-shape" },
		{ what: "a file that is cut", bytes: encodeNpy(ramp("<f8", [4])).subarray(0, 159), code: "truncated" },
		{
			what: "two arrays",
			bytes: Uint8Array.from([...encodeNpy(ramp("<f8", [4])), ...encodeNpy(ramp("<f8", [4]))]),
			code: "trailing-data",
		},
		{ what: "no npy file", bytes: new TextEncoder().encode("a line\n"), code: "bad-magic" },
		{ what: "another dtype than the expected", bytes: encodeNpy(ramp("<f4", [4])), code: "bad-dtype" },
	])("cannot go on: $what", async ({ bytes, code }) => {
		const path = existing(bytes);
		await expect(NpyAppender.open(path, { dtype: "<f8" })).rejects.toMatchObject({ name: "FormatError", code });
		expect(onDisk(path)).toEqual(Uint8Array.from(bytes));
	});
});

describe("rows", () => {
	test.each([
		{ what: "of another dtype", rows: ramp("<f4", [1, 3]) },
		{ what: "in another byte order", rows: ramp(">f8", [1, 3]) },
		{ what: "of another length", rows: ramp("<f8", [1, 4]) },
		{ what: "with too many axes", rows: ramp("<f8", [1, 1, 3]) },
		{ what: "with too few axes", rows: ramp("<f8", []) },
	])("$what are a wrong argument, and change nothing", async ({ rows }) => {
		const path = freshPath();
		await using appender = await NpyAppender.create(path, { dtype: "<f8", rowShape: [3] });
		await expect(appender.append(rows)).rejects.toThrow(TypeError);
		await appender.append(ramp("<f8", [1, 3]));
		await appender.flush();
		expect(onDisk(path)).toEqual(encodeNpy(ramp("<f8", [1, 3])));
	});

	test("are not in the array before they are flushed; those that never were are cut off", async () => {
		const path = freshPath();
		const appender = await NpyAppender.create(path, { dtype: "<f8" });
		await appender.append(array([1, 2], { dtype: "<f8" }));
		await appender.flush();
		await appender.append(array([3, 4, 5], { dtype: "<f8" }));
		expect([appender.shape, decodeNpy(onDisk(path)).toList()]).toEqual([[5], [1, 2]]);

		const another = await NpyAppender.open(path, { dtype: "<f8" });
		expect([another.shape, statSync(path).size]).toEqual([[2], 144]);
		await another.append(array([6], { dtype: "<f8" }));
		await another.close();
		expect(decodeNpy(onDisk(path)).toList()).toEqual([1, 2, 6]);
		await appender.close();
	});
});

/** Appends rows to a file for ever, flushes now and then, and says so. */
const endless = `
	import { array } from "@ndwire/core";
	import { NpyAppender } from "@ndwire/npy/node";
	const [path, sync] = process.argv.slice(-2);
	const appender = await NpyAppender.open(path, { dtype: "<f8" });
	for (let row = appender.shape[0]; ; row++) {
		await appender.append(array([row, 2 * row, -row], { dtype: "<f8" }));
		if (row % 3 !== 0) continue;
		await appender.flush({ sync: sync === "sync" });
		process.stdout.write(appender.shape[0] + "\\n");
	}
`;

describe("a process that is killed while it appends", () => {
	const rounds = 12;
	const killed: string[] = [];

	test.each(["no sync", "sync"])(
		"leaves every row up to its last flush, and the next one goes on: %s",
		async (sync) => {
			const path = freshPath();
			await (await NpyAppender.create(path, { dtype: "<f8", rowShape: [3] })).close();
			for (let round = 0; round < rounds; round++) {
				const flushed = await killAfter(5 + 10 * round, path, sync);
				const rows = decodeNpy(onDisk(path));
				expect(rows.shape[0]).toBeGreaterThanOrEqual(flushed);
				expect(rows.toList()).toEqual(Array.from({ length: rows.shape[0] ?? 0 }, (_, row) => [row, 2 * row, -row]));
				killed.push(freshPath());
				copyFileSync(path, killed.at(-1) ?? "");
			}
			expect(decodeNpy(onDisk(path)).shape[0]).toBeGreaterThan(3 * rounds);
		},
	);

	test.skipIf(numpyPython === undefined)("leaves what NumPy loads (skipped without NumPy)", () => {
		const program = `
import sys, numpy as np
for path in sys.argv[1:]:
    rows = np.load(path)
    n = np.arange(len(rows), dtype=float)
    assert np.array_equal(rows, np.stack([n, 2 * n, -n], axis=1)), path
    print(len(rows))`;
		expect(killed).toHaveLength(2 * rounds);
		const loaded = runPython(program, ...killed)
			.trim()
			.split("\n")
			.map(Number);
		expect(loaded).toEqual(killed.map((path) => decodeNpy(onDisk(path)).shape[0]));
	});

	/** How many rows it said that it had flushed, before it was killed some milliseconds after it first did. */
	async function killAfter(milliseconds: number, path: string, sync: string): Promise<number> {
		const flags = ["--input-type=module", "--eval", endless, "--", path, sync];
		const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "inherit"] });
		const ended = once(child, "exit");
		let flushed = 0;
		for await (const line of createInterface(child.stdout)) {
			if (flushed === 0) setTimeout(() => child.kill("SIGKILL"), milliseconds);
			flushed = Number(line);
		}
		expect((await ended)[1]).toBe("SIGKILL");
		return flushed;
	}
});
