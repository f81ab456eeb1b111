import { defineConfig } from "vitest/config";

/** Real installs over the network: minutes, not seconds, and one after the other. */
export default defineConfig({
	test: { include: ["scripts/installs/*.install-test.ts"], testTimeout: 600_000, fileParallelism: false },
});
