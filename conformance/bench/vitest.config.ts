import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["src/**/*.test.ts"],
		// Programs are started and compile what they run, on machines that have other things to do.
		testTimeout: 120_000,
	},
});
