import { expect, test } from "vitest";
import { adapter } from "../../adapters/ndwire/index.js";
import { compareReleases, parseCellName } from "./cell-name.js";
import { formatOf } from "./change.js";
import { readByAdapter, writeByAdapter } from "./own-codecs.js";
import { outcomeAt, readStore } from "./store.js";

const store = readStore();

/** One cell for each release of NumPy: npy files do not depend on Python 3. */
const newest = new Map(
	store.cells
		.toSorted((left, right) => compareReleases(parseCellName(left).python, parseCellName(right).python))
		.map((cell) => [parseCellName(cell).numpy, cell]),
);

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
		const outcome = formatOf(row) === format ? outcomeAt(store, row, cell) : undefined;
		const b64 = outcome !== undefined && "bytes" in outcome ? store.blobs.get(outcome.bytes) : undefined;
		if (b64 === undefined || row.key.startsWith("npy/version/")) continue;
		const read = await readByAdapter(adapter, { format, in: b64, dtype: row.dtype, shape: row.shape });
		if (read === undefined || "error" in read) continue;
		const written = await writeByAdapter(adapter, format, read.value, parseCellName(cell));
		if (written === b64) same++;
		else if (written !== undefined) others.push(row.key);
	}
	return { same, others };
}

const releases = [...newest].filter(([numpy]) => compareReleases(numpy, "1.13") > 0);

test.each(releases)(
	"npy in place of NumPy %s: byte for byte",
	async (_, cell) => {
		const { same, others } = await writeAgain("npy", cell);
		expect(others).toEqual([]);
		expect(same).toBeGreaterThan(900);
	},
	120_000,
);

test("NumPy 1.8 forgot gaps at the end of records, and called what has no order in memory Fortran's: all else is byte for byte", async () => {
	const { same, others } = await writeAgain("npy", newest.get("1.8.2") ?? "");
	expect(others.filter((key) => !/gap|aligned|fortran-order/.test(key))).toEqual([]);
	expect(same).toBeGreaterThan(900);
}, 120_000);

test.each([
	["1.16.6", "3.7.16"],
	["1.26.4", "3.9.18"],
	["2.2.6", "3.11.2"],
	["2.4.6", "3.11.7"],
	["2.5.5", "3.13.0"],
])(
	"npz in place of NumPy %s on Python %s: byte for byte",
	async (numpy, python) => {
		const { same, others } = await writeAgain("npz", `np${numpy}-py${python}-linux-x64`);
		expect(others).toEqual([]);
		expect(same).toBeGreaterThan(300);
	},
	120_000,
);
