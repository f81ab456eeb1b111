import { copyFileSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { $, root } from "./shell.js";
import { temporaryFolder } from "./testing/temporary-folder.js";

/** The rules that a file breaks, were it there in this repository. */
async function rulesBrokenBy(name: string, text: string): Promise<readonly string[]> {
	const folder = temporaryFolder({ [name]: text });
	copyFileSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
	mkdirSync(join(folder, "node_modules"));
	symlinkSync(join(root, "node_modules", "oxlint"), join(folder, "node_modules", "oxlint"));
	const { stdout } = await $({ cwd: folder })`oxlint --format=unix`;
	return [...stdout.matchAll(/\[Error\/([^\]]+)\]$/gm)].map(([, rule]) => rule ?? "");
}

test.each([
	{ where: "conformance/src/judge.ts", text: 'export { dtype } from "@ndwire/core";\n' },
	{ where: "conformance/src/judge.ts", text: 'export const core = import("@ndwire/core");\n' },
	{ where: "packages/npy/src/read.ts", text: 'export { readFileSync } from "node:fs";\n' },
	{ where: "packages/npy/src/read.ts", text: 'export const fs = import("node:fs");\n' },
])("$where may not say $text", async ({ where, text }) => {
	expect(await rulesBrokenBy(where, text)).toEqual(["eslint(no-restricted-imports)"]);
});

test.each([
	{ where: "conformance/adapters/ours.ts", text: 'export { dtype } from "@ndwire/core";\n' },
	{ where: "packages/npy/src/node/file.ts", text: 'export { readFileSync } from "node:fs";\n' },
])("$where may say $text", async ({ where, text }) => {
	expect(await rulesBrokenBy(where, text)).toEqual([]);
});

test.each([
	{ rule: "eslint(no-eval)", text: 'export const f: unknown = eval("a");\n' },
	{ rule: "eslint(no-new-func)", text: 'export const f: unknown = new Function("a");\n' },
	{ rule: "typescript(no-implied-eval)", text: 'export const f = (): unknown => setTimeout("a", 1);\n' },
	{ rule: "import(no-dynamic-require)", text: "export const f = (name: string): Promise<unknown> => import(name);\n" },
])("the pickle reader may not evaluate: $rule", async ({ rule, text }) => {
	expect(await rulesBrokenBy("packages/pickle-reader/src/it.ts", text)).toContain(rule);
});

test.each([
	{ rule: "typescript(no-floating-promises)", text: "export function f(p: Promise<void>): void {\n\tp;\n}\n" },
	{ rule: "typescript(no-explicit-any)", text: "export type T = any;\n" },
	{ rule: "typescript(no-unsafe-type-assertion)", text: "export const f = (x: unknown): string => x as string;\n" },
	{ rule: "eslint(no-new-func)", text: 'export const f: unknown = new Function("a");\n' },
	{
		rule: "typescript(switch-exhaustiveness-check)",
		text: 'export function f(x: "a" | "b"): number {\n\tswitch (x) {\n\t\tcase "a":\n\t\t\treturn 1;\n\t}\n\treturn 2;\n}\n',
	},
])("$rule is found, which takes types", async ({ rule, text }) => {
	expect(await rulesBrokenBy("packages/core/src/it.ts", text)).toContain(rule);
});
