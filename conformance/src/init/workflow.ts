import type { Language } from "./languages.js";

/** A GitHub workflow that builds an adapter and judges it. */
export function formatWorkflow({ setup, build, subject }: Language): string {
	const steps = [
		"- uses: actions/checkout@v4",
		"- uses: actions/setup-node@v4",
		"  with: { node-version: 24 }",
		...setup,
		...(build === undefined ? [] : [`- run: ${build}`]),
		`- run: npx --yes npconform run ${subject} --report npconform.ndjson --junit npconform.xml`,
		"- uses: actions/upload-artifact@v4",
		"  if: always()",
		'  with: { name: npconform, path: "npconform.*" }',
	];
	return [
		"name: npconform",
		"on: [push, pull_request]",
		"jobs:",
		"  npconform:",
		"    runs-on: ubuntu-latest",
		"    steps:",
		...steps.map((line) => `      ${line}`),
		"",
	].join("\n");
}
