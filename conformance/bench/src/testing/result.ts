import type { Result } from "../results/results.js";

/** A result in which ours takes 6, 9 and 12 ns in three rounds, NumPy 2, 3 and 3, and the floor 1. */
export function resultWith(changes: Partial<Result> = {}): Result {
	return {
		area: "core",
		benchmark: "copy",
		size: "1 KB",
		python: "a.copy()",
		floor: "memcpy",
		samples: [samples("ours", [6, 9, 12]), samples("np", [2, 3, 3]), samples("floor", [1, 1, 1])],
		...changes,
	};
}

export function samples(subject: string, nanoseconds: readonly number[], isSame = true): Result["samples"][number] {
	return { subject, callsPerSample: 1, nanoseconds, isSame };
}
