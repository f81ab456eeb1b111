import type { Benchmark, Prepare } from "../benchmark.js";

/** The names of all that is measured for a benchmark: ours, NumPy twice, the floor if there is one, and the peers. */
export function subjectsOf({ floor, peers }: Benchmark): readonly string[] {
	return ["ours", ...pythonSubjects, ...(floor === undefined ? [] : ["floor"]), ...Object.keys(peers ?? {})];
}

const pythonSubjects = ["np", "nh"] as const;

export function isPython(subject: string): boolean {
	return subject === "np" || subject === "nh";
}

/** What makes a subject in JavaScript ready. */
export function prepareOf({ ours, floor, peers }: Benchmark, subject: string): Prepare {
	const prepare = subject === "ours" ? ours : subject === "floor" ? floor?.prepare : peers?.[subject];
	if (prepare === undefined) throw new Error(`no subject is called ${subject}`);
	return prepare;
}
