import { FormatError } from "@ndwire/core";
import { expect, test } from "vitest";
import { scanPickle } from "../index.js";
import { bytesOf } from "../testing/pickle-bytes.js";
import { suitePickles } from "../testing/suite-pickles.js";
import { memoReads } from "./memo-reads.js";

test("every pickle of the suite reads the memo entries that its opcodes name", () => {
	const sound = suitePickles().flatMap(({ bytes }) => {
		const named = namedIn(bytes);
		return named === undefined ? [] : [{ named, found: Object.keys(memoReads(bytes, 0)).map(Number) }];
	});
	expect(sound.length).toBeGreaterThan(1000);
	expect(sound.map(({ found }) => found)).toEqual(sound.map(({ named }) => named));
});

test.each<[what: string, pickle: string, indexes: number[]]>([
	["GET, by the number that its line says", "I5\ng12\nc__main__\ng3\ng4\n.", [4, 12]],
	["LONG_BINGET beyond what an array holds in a row", "j\xff\xff\xff\x7f.", [0x7fffffff]],
	["an argument that only looks like one", "C\x02h\x01h\x02.h\x03", [2]],
	["up to what is cut short", "h\x01X\xff\xff\xff\xffh\x02.", [1]],
])("%s", (_, pickle, indexes) => {
	expect(Object.keys(memoReads(bytesOf(pickle), 0)).map(Number)).toEqual(indexes);
});

function namedIn(bytes: Uint8Array): readonly number[] | undefined {
	try {
		const reads = scanPickle(bytes).opcodes.filter(({ name }) => /^(BIN|LONG_BIN)?GET$/.test(name));
		return [...new Set(reads.map(({ argument }) => Number(argument)))].toSorted((left, right) => left - right);
	} catch (error) {
		if (error instanceof FormatError) return undefined;
		throw error;
	}
}
