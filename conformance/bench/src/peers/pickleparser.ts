import type { Prepare } from "../benchmark.js";

/** The package pickleparser: all protocols; knows no NumPy. */
export const pickleparser: Prepare = async ({ bytes }) => {
	const { Parser } = await import("pickleparser");
	const parser = new Parser({ unpicklingTypeOfDictionary: "Map" });
	return () => parser.parse<unknown>(bytes);
};
