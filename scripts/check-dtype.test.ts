import { expect, onTestFinished, test } from "vitest";
import { explore } from "./check-dtype/explore.js";
import { Oracle } from "./check-dtype/oracle.js";
import { subjects, type Subject } from "./check-dtype/subjects.js";

const python = process.env["NDWIRE_PYTHON"];
const names = Object.keys(subjects).filter((name): name is Subject => Object.hasOwn(subjects, name));

// The same every time; `npm run check:dtype` looks further.
test.runIf(python !== undefined).each(names)(
	"NumPy and Python answer 300 generated questions as we do: %s",
	async (subject) => {
		const oracle = new Oracle(python ?? "");
		onTestFinished(() => oracle.close());
		const { numpy } = await oracle.hello();
		const { tally, shrunk } = await explore({ subject, seed: 1, runs: 300 }, oracle, { numpy });
		expect(shrunk).toEqual([]);
		expect(tally["accepted by both"]).toBeGreaterThan(20);
	},
);
