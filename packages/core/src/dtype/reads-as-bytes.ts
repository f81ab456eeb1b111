import type { ScalarDType } from "./types.js";

/** Whether an element reads as its bytes: bytes, voids, and long doubles, which no JavaScript number holds. */
export function readsAsBytes({ kind, itemsize }: ScalarDType): boolean {
	return kind === "S" || kind === "V" || (kind === "f" && itemsize > 8) || (kind === "c" && itemsize > 16);
}
