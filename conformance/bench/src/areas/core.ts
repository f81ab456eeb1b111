import type { Area } from "../benchmark.js";
import { conversions } from "./core/conversions.js";
import { layouts } from "./core/layouts.js";
import { lists } from "./core/lists.js";
import { swaps } from "./core/swaps.js";

export const core: Area = {
	title: "Arrays in memory (@ndwire/core)",
	benchmarks: [...swaps, ...layouts, ...conversions, ...lists],
};
