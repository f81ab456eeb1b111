import { describe, expect, test } from "vitest";
import { adapter } from "../../adapters/ndwire/index.js";
import { compareReleases, parseCellName } from "./cell-name.js";
import { compareCells } from "./cell-range.js";
import { formatOf } from "./change.js";
import { readByAdapter, writeByAdapter } from "./own-codecs.js";
import { outcomeAt, readStore } from "./store.js";
import { lineOf } from "./to-read.js";

const store = readStore();

/**
 * Our codecs read what a cell wrote and write it again in its place.
 *
 * @returns How many files came out byte for byte, and the keys of the others. What they refuse (objects, and what the cell itself
 *   cannot read) is in neither; forced versions are no business of a release.
 */
async function writeAgain(format: string, cell: string) {
	const others: string[] = [];
	let same = 0;
	for (const row of store.rows) {
		const line = formatOf(row) === format ? lineOf(store, row, outcomeAt(store, row, cell)) : undefined;
		if (line === undefined || row.key.startsWith("npy/version/")) continue;
		const read = await readByAdapter(adapter, line);
		if (read === undefined || "error" in read) continue;
		const written = await writeByAdapter(adapter, format, read.value, parseCellName(cell));
		if (written === line.in) same++;
		else if (written !== undefined) others.push(row.key);
	}
	return { same, others };
}

/** The cells of every release of NumPy on the newest Python that it has: of these formats npz alone depends on Python 3's release. */
const newest = [
	...new Map(store.cells.toSorted(compareCells).map((cell) => [parseCellName(cell).numpy, cell])).values(),
];

/** What NumPy 1.8 does otherwise, and nobody after it. */
const oddities = /gap|aligned|fortran-order/;

describe.each([
	["npy", newest, 900],
	["npz", store.cells, 300],
	["raw", newest, 330],
	["frame", newest, 330],
] as const)("%s", (format, cells, least) => {
	test.each(cells.filter((cell) => !cell.startsWith("np1.8")))(
		"in place of %s: byte for byte",
		async (cell) => {
			const written = await writeAgain(format, cell);
			expect(written.others).toEqual([]);
			expect(written.same).toBeGreaterThan(least);
		},
		120_000,
	);

	test("NumPy 1.8 forgot gaps at the end of records, and called what has no order in memory Fortran's: all else is byte for byte", async () => {
		const written = await writeAgain(format, newest[0] ?? "");
		expect(written.others.filter((key) => !oddities.test(key))).toEqual([]);
		expect(written.same).toBeGreaterThan(least);
	}, 120_000);
});

/** Before, `str(dtype)` had no blanks behind the colons of a dict; its records are called by their class in every release. */
test.each(newest.filter((cell) => compareReleases(parseCellName(cell).numpy, "1.23") >= 0))(
	"triple in place of %s: byte for byte but for record arrays",
	async (cell) => {
		const { same, others } = await writeAgain("triple", cell);
		expect(others).toEqual(["triple/edge/recarray"]);
		expect(same).toBeGreaterThan(350);
	},
	120_000,
);
