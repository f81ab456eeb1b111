import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		projects: [
			"packages/*",
			"conformance",
			{ extends: true, test: { name: "scripts", dir: "scripts", testTimeout: 30_000 } },
		],
		unstubEnvs: true,
	},
});
