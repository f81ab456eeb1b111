import { readdirSync } from "node:fs";
import { configDefaults, defineConfig } from "vitest/config";

const roots = {
	bench: "conformance/bench",
	conformance: "conformance",
	...Object.fromEntries(readdirSync("packages").map((name) => [name, `packages/${name}`])),
};

export default defineConfig({
	test: {
		// For tests that hang. One that is only slow, on a busy machine, is not wrong.
		testTimeout: 30_000,
		unstubEnvs: true,
		projects: [
			// The benchmarks lie inside of conformance, and are a project of their own.
			...Object.entries(roots).map(([name, root]) => ({
				extends: true as const,
				root,
				test: { name, exclude: [...configDefaults.exclude, "bench/**"] },
			})),
			{ extends: true, test: { name: "scripts", dir: "scripts" } },
		],
	},
});
