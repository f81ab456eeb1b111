import type { Benchmark, Prepare } from "../benchmark.js";

/** The names of all that is measured for a benchmark: ours, NumPy as shipped and without huge pages, and what else there is. */
export function subjectsOf({ floor, hasFastPath, peers }: Benchmark): readonly string[] {
	const others = [...(floor === undefined ? [] : ["floor"]), ...(hasFastPath === true ? [plainSubject] : [])];
	return ["ours", "np", "nh", ...others, ...Object.keys(peers ?? {})];
}

/** Ours without fast paths. */
export const plainSubject = "plain";

export function isPython(subject: string): boolean {
	return subject === "np" || subject === "nh";
}

/** What makes a subject in JavaScript ready. */
export function prepareOf({ ours, floor, peers }: Benchmark, subject: string): Prepare {
	const isOurs = subject === "ours" || subject === plainSubject;
	const prepare = isOurs ? ours : subject === "floor" ? floor?.prepare : peers?.[subject];
	if (prepare === undefined) throw new Error(`no subject is called ${subject}`);
	return prepare;
}
