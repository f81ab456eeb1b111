import { expect, test } from "vitest";
import { byteFlips, mutant, truncations } from "./corruptions.js";
import { Random } from "./random.js";
import type { SoundFile } from "./sound-files.js";

const header = "\x93NUMPY\x01\x00\x3a\x00{'descr': '<i2', 'fortran_order': False, 'shape': (1,), } \n";
const file: SoundFile = {
	name: "one int16",
	bytes: Uint8Array.from(`${header}\x01\x02`, (character) => character.charCodeAt(0)),
	dataOffset: header.length,
};

test("a file is cut at every length, left whole once, and made one byte longer", () => {
	const lengths = Array.from(truncations(file), ({ length }) => length);
	expect(lengths).toEqual(Array.from({ length: file.bytes.length + 2 }, (_, length) => length));
});

test("every byte of the header is changed several times, one at a time, and no element ever", () => {
	const changed = Array.from(byteFlips(file), (bytes) => bytes.findIndex((byte, at) => byte !== file.bytes[at]));
	expect(new Set(changed)).toEqual(new Set(Array.from({ length: header.length }, (_, at) => at)));
	expect(changed.length).toBeGreaterThan(30 * header.length);
	expect([...byteFlips(file)].every((bytes) => bytes.slice(header.length).join() === "1,2")).toBe(true);
});

test("a seed decides the mutants", () => {
	const mutants = (seed: number): string[] => {
		const random = new Random(seed);
		return Array.from({ length: 20 }, () => mutant([file], random).join());
	};
	expect(mutants(1)).toEqual(mutants(1));
	expect(mutants(1)).not.toEqual(mutants(2));
});

test("the file itself stays sound", () => {
	const before = file.bytes.slice();
	const random = new Random(7);
	for (let n = 0; n < 200; n++) mutant([file], random);
	expect(file.bytes).toEqual(before);
});
