/**
 * What `node scripts/bootstrap.mjs TASK` can run, one entry a task: `npm run TASK` where package.json lists it too.
 *
 * `script` lies in this folder and gets the rest of the command line. `python` says whether the task needs a Python with
 * NumPy (`needed`: it cannot run without), uses it where there is one (`wanted`), or has no use for it (`unused`); the
 * script finds it in the variable NDWIRE_PYTHON.
 *
 * @typedef {{ readonly script: string, readonly python: "needed" | "wanted" | "unused", readonly about: string }} Task
 * @type {ReadonlyMap<string, Task>}
 */
export const tasks = new Map([
	[
		"conformance",
		{
			script: "conformance.ts",
			python: "wanted",
			about: "The main job: fresh fixtures compared with the corpus, then our codecs and the oracle judged.",
		},
	],
	[
		"test",
		{
			script: "test.ts",
			python: "wanted",
			about: "Types, lint, unit tests, conformance on the embedded corpus, packaging.",
		},
	],
	[
		"test:bootstrap",
		{
			script: "test-bootstrap.ts",
			python: "unused",
			about: "Real installs in fresh clones: killed half-way, with little on PATH, without Python, two at once.",
		},
	],
]);
