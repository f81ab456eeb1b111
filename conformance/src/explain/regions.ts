import { frameRegions } from "./frame-regions.js";
import { npyRegions } from "./npy-regions.js";
import type { Region } from "./region.js";

/** The parts of a file of some format. A format that nobody has described is one part. */
export function regionsOf(format: string, bytes: Uint8Array): readonly Region[] {
	if (format === "npy") return npyRegions(bytes);
	if (format === "frame") return frameRegions(bytes);
	return [{ start: 0, end: bytes.byteLength, what: format }];
}
