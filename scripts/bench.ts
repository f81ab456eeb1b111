/** `npm run bench`: runs the built program of conformance/bench, which no loader may come between. */
import { join } from "node:path";
import { $, root } from "./shell.js";

const program = join(root, "conformance/bench/dist/main.js");
const { exitCode } = await $({ stdio: "inherit" })`node ${program} ${process.argv.slice(2)}`;
process.exitCode = exitCode ?? 1;
