import { expect, onTestFinished, test } from "vitest";
import { explore } from "./check-arrays/explore.js";
import { ArrayOracle } from "./check-arrays/oracle.js";

const python = process.env["NDWIRE_PYTHON"];
// Where long doubles are those of x86, which are among the questions.
const isX86 = process.platform === "linux" && process.arch === "x64";

// The same every time; `npm run check:arrays` looks further.
test.runIf(python !== undefined && isX86)("NumPy answers 200 generated questions about arrays as we do", async () => {
	const oracle = new ArrayOracle(python ?? "");
	onTestFinished(() => oracle.close());
	const { comparisons, question, differences } = await explore(1, 200, oracle);
	expect({ question, differences }).toEqual({ question: undefined, differences: [] });
	expect(comparisons).toBeGreaterThan(1000);
});
