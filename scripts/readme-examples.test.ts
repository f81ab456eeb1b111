import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runReadme } from "./readme-examples.js";
import { root } from "./shell.js";
import { temporaryFolder } from "./testing/temporary-folder.js";

const packages = readdirSync(join(root, "packages")).map((name) => join("packages", name, "README.md"));
const readmes = ["README.md", "conformance/README.md", ...packages].filter((path) => existsSync(join(root, path)));

test.each(readmes)("every example in %s gives what stands beside it", async (path) => {
	const results = await runReadme(join(root, path));
	expect(results.map(({ line, found }) => ({ line, found }))).toEqual(
		results.map(({ line, expected }) => ({ line, found: expected })),
	);
	expect(results.length).toBeGreaterThanOrEqual(packages.includes(path) ? 1 : 0);
});

describe("the runner", () => {
	test("runs the blocks of a README as one module, in the order in which they stand", async () => {
		const results = await runReadme(
			written(
				"# Title",
				"```ts",
				'import { basename } from "node:path";',
				"const list: readonly number[] = [1, -0];",
				"list; // [1, -0]",
				'basename("a/b"); // "b"',
				"```",
				"Prose; // no code",
				"```js",
				"no code; // here",
				"```",
				"```ts",
				'import { basename, dirname } from "node:path";',
				'const folder = dirname("a/b"); // "a"',
				"```",
			),
		);
		expect(results).toEqual([
			{ line: 5, expected: "[1, -0]", found: "[1, -0]" },
			{ line: 6, expected: '"b"', found: '"b"' },
			{ line: 14, expected: '"a"', found: '"a"' },
		]);
	});

	test("finds a value that is another than the README says, and a line that is never reached", async () => {
		const results = await runReadme(
			written("```ts", "1 + 1; // 3", "if (Math.random() > 2) {", "\t1; // 1", "}", "```"),
		);
		expect(results.map(({ found }) => found)).toEqual(["2", undefined]);
	});

	test("fails where an example does", async () => {
		await expect(runReadme(written("```ts", "missing; // 1", "```"))).rejects.toThrow("missing is not defined");
	});

	test.each([
		["new Uint8Array([1, 2])", "Uint8Array [1, 2]"],
		["12n", "12n"],
		["({ a: { 'b c': null } })", '{ a: { "b c": null } }'],
		["Object.create(null)", "{}"],
		['new Map([["a", [1]]])', 'Map { "a" => [1] }'],
		["new Map()", "Map {}"],
		['new TypeError("no")', "TypeError: no"],
		["undefined", "undefined"],
	])("prints %s as %s", async (expression, printed) => {
		const [result] = await runReadme(written("```ts", `${expression}; // x`, "```"));
		expect(result?.found).toBe(printed);
	});
});

function written(...lines: readonly string[]): string {
	return join(temporaryFolder({ "README.md": lines.join("\n") }), "README.md");
}
