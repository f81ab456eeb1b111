import { decodeNpy } from "@ndwire/npy";
import type { Prepare } from "../benchmark.js";

/** The package fflate: unzips in JavaScript, and compares no checksums. What it gives is read by `decodeNpy`. */
export const fflate: Readonly<Record<"unzip", Prepare>> = {
	unzip: async ({ bytes }) => {
		const { unzipSync } = await import("fflate");
		return () =>
			new Map(
				Object.entries(unzipSync(bytes)).map(([name, member]) => [name.slice(0, -".npy".length), decodeNpy(member)]),
			);
	},
};
