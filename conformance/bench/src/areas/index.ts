import type { Area, Benchmark } from "../benchmark.js";

/** Every area by its name, in the order of the report. Each is loaded when it is asked for, and its packages with it. */
const areas: Readonly<Record<string, () => Promise<Area>>> = {
	core: async () => (await import("./core.js")).core,
	npy: async () => (await import("./npy.js")).npy,
	npz: async () => (await import("./npz.js")).npz,
	"npy-files": async () => (await import("./npy-files.js")).npyFiles,
	json: async () => (await import("./json.js")).json,
	pickle: async () => (await import("./pickle.js")).pickle,
	raw: async () => (await import("./raw.js")).raw,
};

export const areaNames: readonly string[] = Object.keys(areas);

/** @throws {RangeError} if no area is called so. */
export async function loadArea(name: string): Promise<Area> {
	const load = areas[name];
	if (load === undefined) throw new RangeError(`no area is called ${name}: there are ${areaNames.join(", ")}`);
	return load();
}

/** @throws {RangeError} if there is none of that name. */
export async function findBenchmark(area: string, wanted: string): Promise<Benchmark> {
	const found = (await loadArea(area)).benchmarks.find(({ name }) => name === wanted);
	if (found === undefined) throw new RangeError(`no benchmark of ${area} is called ${wanted}`);
	return found;
}
