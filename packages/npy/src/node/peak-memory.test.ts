import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fromBuffer } from "@ndwire/core";
import { encodeNpy } from "../encode.js";

const folder = mkdtempSync(join(tmpdir(), "ndwire-peak-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Prints how much more memory the process has at most while it reads an npy file than before, in bytes. */
const program = `
	import { readFileSync, writeFileSync } from "node:fs";
	import { fromFile } from "@ndwire/core/node";
	import { readNpy } from "@ndwire/npy";
	const [path, where] = process.argv.slice(-2);
	const fromStatus = (name) => 1024 * Number(readFileSync("/proc/self/status", "utf8").split(name + ":")[1].split("kB")[0]);
	const source = await fromFile(path);
	const out = new Float64Array(source.size / 8).fill(1);
	// What the first readings compile and allocate for good is no part of it.
	for (let n = 0; n < 5; n++) await readNpy(source, { out });
	gc();
	const before = fromStatus("VmRSS");
	writeFileSync("/proc/self/clear_refs", "5");
	const array = await readNpy(source, where === "out" ? { out } : {});
	console.log(fromStatus("VmHWM") - before);
	if (array.get(0) !== 0.5) throw new Error("the file was not read");
	await source.close();
`;

// Only Linux tells the most memory that a process had since a moment of its choice.
describe.skipIf(process.platform !== "linux")("peak memory (skipped where it cannot be measured)", () => {
	const nbytes = 100_000_000;
	const path = join(folder, "hundred.npy");
	writeFileSync(path, encodeNpy(fromBuffer(new Float64Array(nbytes / 8).fill(0.5), { dtype: "<f8" })));

	test.each([
		{ where: "out", of: "memory that is given is less than 1 MB", most: 1_000_000 },
		{ where: "fresh", of: "fresh memory is less than 1 MB above that of the array", most: nbytes + 1_000_000 },
	])("of reading 100 MB into $of", ({ where, most }) => {
		const flags = ["--expose-gc", "--input-type=module", "--eval", program, "--", path, where];
		const printed = execFileSync(process.execPath, flags, { encoding: "utf8" });
		expect(Number(printed)).toBeGreaterThanOrEqual(0);
		expect(Number(printed)).toBeLessThan(most);
	});
});
