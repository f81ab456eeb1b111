// Puts what the package needs to start Pythons, and stands beside it in the repository, into the package: before packing, and out again after.
import { cpSync, rmSync } from "node:fs";

const source = new URL("../python-fixtures/", import.meta.url);
const target = new URL("python/", import.meta.url);

/** Tests, the pinned NumPy of this repository and the oracles of its own tests stay where they are. */
const isPart = (path) =>
	!/\/(?:tests|__pycache__|array_oracle\.py|dtype_oracle\.py|requirements\.txt|README\.md)(?:\/|$)/.test(path);

rmSync(target, { recursive: true, force: true });
if (process.argv[2] !== "clean") cpSync(source, target, { recursive: true, filter: isPart });
