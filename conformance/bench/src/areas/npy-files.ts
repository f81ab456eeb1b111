import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { byteswap } from "@ndwire/core";
import { fromFile, type FileSource } from "@ndwire/core/node";
import { openNpy, readNpy } from "@ndwire/npy";
import type { Area, Benchmark } from "../benchmark.js";

const save = (values: string): string => `(lambda f: (np.save(f, ${values}), f.getvalue())[1])(io.BytesIO())`;
const file = save("np.arange(float(n))");

/** The input as a file, in Python: `file.name`. */
const inFile =
	"import tempfile\nfile = tempfile.NamedTemporaryFile(suffix='.npy')\nfile.write(data)\nfile.flush()\ndel data";

/** The input as a file that has no name any more, so that nobody has to remove it. */
async function fileOf(bytes: Uint8Array): Promise<FileSource> {
	const folder = await mkdtemp(join(tmpdir(), "ndwire-bench-"));
	await writeFile(join(folder, "input.npy"), bytes);
	const source = await fromFile(join(folder, "input.npy"));
	await rm(folder, { recursive: true });
	return source;
}

const intoGiven: Benchmark = {
	name: "readNpy of a file, into memory that is there",
	sizes: [
		{ label: "1 MB", n: 125_000 },
		{ label: "100 MB", n: 12_500_000, target: { atMost: 0.8, of: "np" } },
	],
	input: file,
	ours: async ({ n, bytes }) => {
		const [source, out] = [await fileOf(bytes), new Float64Array(n)];
		return () => readNpy(source, { out });
	},
	numpy: { setup: inFile, run: "np.load(file.name)" },
};

const intoFresh: Benchmark = {
	name: "readNpy of a file, into new memory",
	sizes: [
		{ label: "1 MB", n: 125_000 },
		{ label: "100 MB", n: 12_500_000, target: { atMost: 1.2, of: "nh" } },
	],
	input: file,
	ours: async ({ bytes }) => {
		const source = await fileOf(bytes);
		return () => readNpy(source);
	},
	numpy: { setup: inFile, run: "np.load(file.name)" },
};

const swapped: Benchmark = {
	name: "readNpy of a big-endian file and byteswap in place",
	sizes: [
		{ label: "1 MB", n: 125_000 },
		{ label: "100 MB", n: 12_500_000, target: { atMost: 1.2, of: "np" } },
	],
	input: save("np.arange(float(n)).astype('>f8')"),
	ours: async ({ n, bytes }) => {
		const [source, out] = [await fileOf(bytes), new Float64Array(n)];
		return async () => byteswap(await readNpy(source, { out }), { inPlace: true });
	},
	numpy: {
		setup: `${inFile}\nout = np.empty(n)\nstart = file.seek(0, 2) - 8 * n\nraw = open(file.name, 'rb', buffering=0)\ndef read():\n    raw.seek(start)\n    raw.readinto(out)\n    return out.byteswap(inplace=True)`,
		run: "read()",
	},
};

const rows: Benchmark = {
	name: "openNpy and 100 rows in the middle of a file",
	sizes: [{ label: "100 MB", n: 12_500_000 }],
	input: save("np.arange(float(n)).reshape(-1, 100)"),
	ours: async ({ bytes }) => {
		const source = await fileOf(bytes);
		return async () => (await openNpy(source)).rows(60_000, 60_100);
	},
	numpy: { setup: inFile, run: "np.array(np.load(file.name, mmap_mode='r')[60_000:60_100])" },
};

export const npyFiles: Area = {
	title: ".npy, from files (@ndwire/npy)",
	benchmarks: [intoGiven, intoFresh, swapped, rows],
};
