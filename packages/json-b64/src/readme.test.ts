import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dialects } from "./dialects/all.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8").replaceAll(/ +/g, " ");

test.each(Object.values(dialects))("the table of losses has the row of $name", ({ name, losses }) => {
	expect(readme).toContain(`| \`${name}\` | ${losses.carries} | ${losses.changes} | ${losses.bytes} |`);
});
