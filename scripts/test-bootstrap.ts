/** Tests the two commands as a stranger runs them: real installs in copies of this repository. */
import { $ } from "./shell.js";

const done = await $({ stdio: "inherit" })`vitest run --config scripts/installs/vitest.config.ts`;
process.exitCode = done.exitCode ?? 1;
