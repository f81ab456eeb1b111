import { frameParts } from "./frame-parts.js";
import { npyParts } from "./npy-parts.js";
import { npzParts } from "./npz-parts.js";
import { dataPart, type Part } from "./part.js";
import { pickleParts } from "./pickle-parts.js";
import { tripleParts } from "./triple-parts.js";

/** The tokens of bytes that a cell wrote. They are NumPy's own, so they are what they seem. */
export function partsOf(format: string, bytes: Uint8Array): readonly Part[] {
	switch (format) {
		case "npy":
			return npyParts(bytes);
		case "npz":
			return npzParts(bytes);
		case "frame":
			return frameParts(bytes);
		case "triple":
			return tripleParts(bytes);
		case "raw":
			return [dataPart("data", bytes)];
		default:
			return pickleParts(bytes);
	}
}
