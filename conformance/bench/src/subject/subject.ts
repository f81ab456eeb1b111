import type { Benchmark, Prepare, Setting } from "../benchmark.js";

/** The names of all that is measured for a benchmark: ours, NumPy as shipped and without huge pages, and what else there is. */
export function subjectsOf({ floor, settings = [], peers = {} }: Benchmark): readonly string[] {
	return ["ours", "np", "nh", ...(floor === undefined ? [] : ["floor"]), ...settings, ...Object.keys(peers)];
}

export function isPython(subject: string): boolean {
	return subject === "np" || subject === "nh";
}

export type Environment = Readonly<Record<string, string>>;

/** Variables that a subject is run with, beside those that are set. */
export function environmentOf(subject: string): Environment {
	return environments.get(subject) ?? {};
}

const settings: Readonly<Record<Setting, Environment>> = {
	plain: { NDWIRE_PLAIN: "1" },
	"huge pages": { GLIBC_TUNABLES: "glibc.malloc.hugetlb=1" },
};

const environments: ReadonlyMap<string, Environment> = new Map(
	Object.entries({ ...settings, nh: { NUMPY_MADVISE_HUGEPAGE: "0" } }),
);

/** What makes a subject in JavaScript ready. */
export function prepareOf({ ours, floor, peers }: Benchmark, subject: string): Prepare {
	const isOurs = subject === "ours" || Object.hasOwn(settings, subject);
	const prepare = isOurs ? ours : subject === "floor" ? floor?.prepare : peers?.[subject];
	if (prepare === undefined) throw new Error(`no subject is called ${subject}`);
	return prepare;
}
