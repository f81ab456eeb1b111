import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { nodeProblem, oldestNode } from "./node-problem.js";
import { packageRoot } from "./package-root.js";

test.each([
	["18.20.8", false],
	["20.20.2", false],
	["22.12.0", false],
	["22.13.0", true],
	["24.0.0", true],
	["26.10.0", true],
])("Node %s: %s", (version, runs) => {
	expect(nodeProblem(version) === undefined).toBe(runs);
});

test("package.json declares the same oldest Node", () => {
	expect(readFileSync(join(packageRoot, "package.json"), "utf8")).toContain(`"node": ">=${oldestNode}"`);
});

/** A Node of the system that is too old: the runner's own comes first on PATH. */
const systemNode = "/usr/bin/node";
const found = await execa(systemNode, ["--version"], { reject: false });
const isOld = found.exitCode === 0 && nodeProblem(found.stdout.slice(1)) !== undefined;

test.runIf(isOld)(`an old Node (${systemNode}) is refused in one sentence, not by a stack`, async () => {
	const bin = join(packageRoot, "dist", "src", "bin.js");
	const { exitCode, stdout, stderr } = await execa(systemNode, [bin, "run", "ndwire"], { reject: false });
	expect(stderr).toBe(`npconform: Node 22.13 or newer is needed, this is ${found.stdout.slice(1)}`);
	expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
});
