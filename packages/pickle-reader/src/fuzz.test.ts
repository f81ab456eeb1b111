import { expect, test } from "vitest";
import { fuzz } from "./testing/fuzz.js";
import { suitePickles } from "./testing/suite-pickles.js";

test("20,000 mutants of real pickles and attacks give a value or a FormatError", { timeout: 120_000 }, () => {
	const seeds = suitePickles()
		.map(({ bytes }) => bytes)
		.filter(({ length }) => length < 4000);
	expect(seeds.length).toBeGreaterThan(600);
	const { values, refused, slowest } = fuzz(seeds, 20_000, 1);
	expect(values).toBeGreaterThan(1000);
	expect([...refused.keys()]).toEqual(expect.arrayContaining(["bad-opcode", "truncated", "unsafe-object"]));
	expect(slowest).toBeLessThan(1000);
});
