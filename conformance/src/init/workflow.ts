import { packageVersion } from "../package-root.js";
import { runWords, type Language } from "./languages.js";

/**
 * A GitHub workflow that builds an adapter and judges it. The version is that of this package: what another one asks is for a
 * maintainer to take over, not for CI to find out.
 */
export function formatWorkflow(language: Language): string {
	const { setup, build, smoke } = language;
	const npconform = `npx --yes npconform@${packageVersion}`;
	const steps = [
		"- uses: actions/checkout@v4",
		"- uses: actions/setup-node@v4",
		"  with: { node-version: 24 }",
		...setup,
		...(build === undefined ? [] : [`- run: ${build}`]),
		`- run: ${npconform} smoke ${smoke}`,
		`- run: ${npconform} run ${runWords(language)} --report npconform.ndjson --junit npconform.xml`,
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
