import { expect, test } from "vitest";
import { spread } from "./spread.js";

test.each([
	{ figures: [7], median: 7, low: 7, high: 7 },
	{ figures: [3, 1, 2], median: 2, low: 1.5, high: 2.5 },
	{ figures: [4, 1, 3, 2], median: 2.5, low: 1.75, high: 3.25 },
	{ figures: [], median: Number.NaN, low: Number.NaN, high: Number.NaN },
])("quartiles of $figures are those of numpy.percentile", ({ figures, ...expected }) => {
	expect(spread(figures)).toEqual(expected);
});
