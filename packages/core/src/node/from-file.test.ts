import { execFileSync } from "node:child_process";
import {
	appendFileSync,
	closeSync,
	mkdtempSync,
	openSync,
	rmSync,
	truncateSync,
	writeFileSync,
	writeSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { fromFile } from "./from-file.js";

const folder = mkdtempSync(join(tmpdir(), "ndwire-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content = "0123456789"): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test("a path, a file URL and a handle give the same bytes", async () => {
	const path = written("three");
	await using handle = await open(path);
	for (const file of [path, pathToFileURL(path), handle]) {
		await using source = await fromFile(file);
		expect(text(await source.read(3, 4))).toBe("3456");
	}
});

describe("closing", () => {
	test("closes a file that the source opened", async () => {
		const source = await fromFile(written("own"));
		await source.close();
		await expect(source.read(0, 1)).rejects.toThrow("closed");
	});

	test.skipIf(process.platform !== "linux")("happens by itself to sources that are forgotten (seen on Linux)", () => {
		const program = `
			import { readdirSync, readlinkSync } from "node:fs";
			import { fromFile } from "@ndwire/core/node";
			const path = process.argv.at(-1);
			const target = (name) => { try { return readlinkSync("/proc/self/fd/" + name); } catch { return ""; } };
			const isOpen = () => readdirSync("/proc/self/fd").some((name) => target(name) === path);
			for (let n = 0; n < 50; n++) await (await fromFile(path)).read(0, 1);
			console.log(isOpen());
			for (let n = 0; n < 200 && isOpen(); n++) {
				gc();
				await new Promise((soon) => setTimeout(soon, 5));
			}
			console.log(isOpen());
		`;
		const flags = ["--expose-gc", "--input-type=module", "--eval", program, "--", written("forgotten")];
		expect(execFileSync(process.execPath, flags, { encoding: "utf8" })).toBe("true\nfalse\n");
	});

	test("leaves a given handle open, and its position where it was", async () => {
		await using handle = await open(written("given"));
		const source = await fromFile(handle);
		await source.read(5, 2);
		await source.close();
		expect((await handle.read(new Uint8Array(1), 0, 1)).buffer).toEqual(Uint8Array.of(0x30));
	});
});

test("a file that grew is as long as it was; one that was cut is truncated", async () => {
	const path = written("changing");
	await using source = await fromFile(path);
	appendFileSync(path, "abc");
	await expect(source.read(9, 2)).rejects.toMatchObject({ code: "truncated" });
	truncateSync(path, 4);
	await expect(source.read(2, 6)).rejects.toMatchObject({
		name: "FormatError",
		code: "truncated",
		found: "2",
		offset: 4,
	});
});

test("a sparse file is read beyond 4 GiB", async () => {
	const path = written("sparse", "");
	const end = 5 * 2 ** 30;
	const file = openSync(path, "r+");
	writeSync(file, Uint8Array.of(1, 2, 3), 0, 3, end);
	closeSync(file);
	await using source = await fromFile(path);
	expect(source.size).toBe(end + 3);
	expect(await source.read(end - 1, 4)).toEqual(Uint8Array.of(0, 1, 2, 3));
});

test("what is no regular file has no size", async () => {
	await using source = await fromFile("/dev/zero");
	expect([source.size, await source.read(10, 2)]).toEqual([undefined, new Uint8Array(2)]);
});

test("a file that is not there is the system's error", async () => {
	await expect(fromFile(join(folder, "missing"))).rejects.toMatchObject({ code: "ENOENT" });
});

test("reading stops between pieces when the signal aborts", async () => {
	const path = written("long", "");
	truncateSync(path, 200 * 2 ** 20);
	await using source = await fromFile(path);
	const controller = new AbortController();
	const reading = source.read(0, 200 * 2 ** 20, { signal: controller.signal });
	const reason = new Error("enough");
	controller.abort(reason);
	await expect(reading).rejects.toBe(reason);
});
