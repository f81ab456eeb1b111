import { join } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { packageRoot } from "../package-root.js";
import { isJsonObject, member, type JsonValue } from "../protocol/json.js";
import { loadSuite } from "../suite/load.js";
import { findPython } from "../testing/python.js";
import { canonicalBytes } from "./canonical.js";
import { hasObject } from "./layout.js";
import { parseValue } from "./parse-value.js";

const python = findPython();

/** Every array of the suite, but for those in trees, whose dtype holds no objects. */
function suiteArrays(): readonly { readonly json: JsonValue; readonly hex: string }[] {
	const { cases, blobs } = loadSuite();
	const digests = new Set([...cases].flatMap(({ value }) => value ?? []));
	return [...digests].flatMap((digest) => {
		const json = blobs.json(digest);
		const isTree = isJsonObject(json) && member(json, "t") !== undefined;
		const { array } = parseValue(json);
		if (isTree || array === undefined || hasObject(array.layout)) return [];
		return [{ json, hex: Buffer.from(canonicalBytes(array)).toString("hex") }];
	});
}

test.runIf(python !== undefined)("NumPy finds the same bits in every array of the suite as the walker", async () => {
	const arrays = suiteArrays();
	expect(arrays.length).toBeGreaterThan(100);
	const script = join(packageRoot, "src", "testing", "canonical.py");
	const input = arrays.map(({ json }) => `${JSON.stringify(json)}\n`).join("");
	const { stdout } = await execa(python ?? "", [script, join(packageRoot, "..", "python-fixtures")], {
		input,
		lines: true,
	});
	expect(stdout).toEqual(arrays.map(({ hex }) => hex));
});
