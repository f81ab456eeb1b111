import { decodeNpy } from "@ndwire/npy";
import type { Prepare } from "../benchmark.js";

/** The package JSZip, asked to compare checksums. What it gives is read by `decodeNpy`. */
export const jszip: Readonly<Record<"unzip", Prepare>> = {
	unzip: async ({ bytes }) => {
		const { default: JSZip } = await import("jszip");
		return async () => {
			const { files } = await JSZip.loadAsync(bytes, { checkCRC32: true });
			const members = Object.entries(files).map(async ([name, file]) => {
				const member = await file.async("uint8array");
				return [name.slice(0, -".npy".length), decodeNpy(member)] as const;
			});
			return new Map(await Promise.all(members));
		};
	},
};
