import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["src/**/*.test.ts", "adapters/**/*.test.ts", "mutants/**/*.test.ts"],
		// Many tests start programs, on machines that have other things to do.
		testTimeout: 30_000,
	},
});
