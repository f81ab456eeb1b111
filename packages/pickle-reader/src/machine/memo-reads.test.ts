import { FormatError } from "@ndwire/core";
import { expect, test } from "vitest";
import { scanPickle } from "../index.js";
import { bytesOf } from "../testing/pickle-bytes.js";
import { suitePickles } from "../testing/suite-pickles.js";
import { memoReads } from "./memo-reads.js";

test("every pickle of the suite reads the memo entries that its opcodes name", () => {
	const sound = suitePickles().flatMap(({ bytes }) => {
		const named = namedIn(bytes);
		const found = indexesRead(bytes);
		return named === undefined || found === undefined ? [] : [{ named, found }];
	});
	expect(sound.length).toBeGreaterThan(1000);
	expect(sound.map(({ found }) => found)).toEqual(sound.map(({ named }) => named));
});

test.each<[what: string, pickle: string, indexes: number[]]>([
	["GET, by the number that its line says", "I5\ng12\nc__main__\ng3\ng4\n.", [4, 12]],
	["LONG_BINGET", `j\x07\x01\0\0.${"x".repeat(300)}`, [0x107]],
	["an argument that only looks like one", "C\x02h\x01h\x02.h\x03", [2]],
	["up to what is cut short", "h\x01X\xff\xff\xff\xffh\x02.", [1]],
])("%s", (_, pickle, indexes) => {
	expect(indexesRead(bytesOf(pickle))).toEqual(indexes);
});

test.each<[what: string, pickle: string]>([
	["an index that no pickler puts", "Nj\xff\xff\xff\x7f."],
	["MEMOIZE beside BINPUT, which may put an entry twice", "Nq\x00q\x00\x94h\x01."],
])("%s: everything is kept", (_, pickle) => {
	expect(memoReads(bytesOf(pickle), 0)).toBeUndefined();
});

function indexesRead(bytes: Uint8Array): readonly number[] | undefined {
	const reads = memoReads(bytes, 0);
	return reads && [...reads.keys()].filter((index) => reads[index] === 1);
}

function namedIn(bytes: Uint8Array): readonly number[] | undefined {
	try {
		const reads = scanPickle(bytes).opcodes.filter(({ name }) => /^(BIN|LONG_BIN)?GET$/.test(name));
		return [...new Set(reads.map(({ argument }) => Number(argument)))].toSorted((left, right) => left - right);
	} catch (error) {
		if (error instanceof FormatError) return undefined;
		throw error;
	}
}
