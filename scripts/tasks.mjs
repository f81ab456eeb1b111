/**
 * What `node scripts/bootstrap.mjs TASK` can run, one entry a task; `npm run TASK` for those that package.json lists.
 *
 * `script` lies in this folder and gets the rest of the command line. `python` says whether the task needs a Python with
 * NumPy (`needed`: it cannot run without), uses it where there is one (`wanted`), or has no use for it (`unused`); the
 * script finds it in the variable NDWIRE_PYTHON. `built`: the packages are built first.
 *
 * @typedef {object} Task
 * @property {string} script
 * @property {"needed" | "wanted" | "unused"} python
 * @property {boolean} built
 * @property {string} about
 */

/** @type {Readonly<Record<string, Task>>} */
export const tasks = {
	conformance: {
		script: "conformance.ts",
		python: "wanted",
		built: true,
		about: "The main job: fresh fixtures compared with the corpus, then our codecs and the oracle judged.",
	},
	"conformance:big-endian": {
		script: "conformance-big-endian.ts",
		python: "wanted",
		built: true,
		about: "Our codecs on an emulated big-endian machine: the embedded corpus, and arrays compared with NumPy's.",
	},
	test: {
		script: "test.ts",
		python: "wanted",
		built: true,
		about: "Types, lint, unit tests, conformance on the embedded corpus, packaging.",
	},
	"test:bootstrap": {
		script: "test-bootstrap.ts",
		python: "unused",
		built: false,
		about: "Real installs in fresh clones: killed half-way, with little on PATH, without Python, two at once.",
	},
	"check:arrays": {
		script: "check-arrays.ts",
		python: "needed",
		built: true,
		about: "Generated arrays and their views: bytes, conversions and texts of ours and of NumPy's (--seed S).",
	},
	"check:corrupt": {
		script: "check-corrupt.ts",
		python: "needed",
		built: true,
		about: "Damaged npy files or archives, decoded by us and by NumPy (--format npz, --seed S).",
	},
	"check:gate": {
		script: "check-gate.ts",
		python: "unused",
		built: true,
		about: "What the runner costs: peak memory for 5,000 and 50,000 cases, its time beside a replay by hand.",
	},
	"check:sockets": {
		script: "check-sockets.ts",
		python: "needed",
		built: true,
		about: "Arrays to and from Python over sockets and a page in Chromium over a WebSocket (--frames N --seed S).",
	},
	"check:large": {
		script: "check-large.ts",
		python: "needed",
		built: true,
		about: "Archives over 4 GiB, saved by NumPy and by us: the same bytes; needs 10 GB of memory.",
	},
	"check:pickle": {
		script: "check-pickle.ts",
		python: "needed",
		built: true,
		about: "Pickles of random nested values, read by us and by Python (--seed S).",
	},
	"check:json": {
		script: "check-json.ts",
		python: "needed",
		built: true,
		about: "Generated and damaged JSON documents, read and written by us and by Python (--seed S).",
	},
	"check:types": {
		script: "check-types.ts",
		python: "unused",
		built: true,
		about: "What static dtypes cost the compiler: tsc on 50 literal dtypes, in seconds.",
	},
	"check:dtype": {
		script: "check-dtype.ts",
		python: "needed",
		built: true,
		about: "Generated dtypes and literals, read by us and by NumPy and Python (--seed S).",
	},
	fuzz: {
		script: "fuzz.ts",
		python: "unused",
		built: true,
		about: "Mutants of pickles, decoded: a value or a typed refusal, nothing else (--runs N --seed S).",
	},
	bench: {
		script: "bench.ts",
		python: "needed",
		built: true,
		about: "Our codecs beside NumPy and JavaScript peers, ratios into BENCHMARKS.md; needs a quiet machine (--help).",
	},
};
