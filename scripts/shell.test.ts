import { expect, test } from "vitest";
import { $ } from "./shell.js";

test.each(["plain", "two words", "it's", "$HOME", "`id`", "a\\b", '"quoted"', "line\nbreak", "*", "", "-n", "=~"])(
	"%j reaches a program as it is, through plain sh",
	async (text) => {
		const { stdout } = await $`printf %s ${text}`;
		expect(stdout).toBe(text);
	},
);

test("a failing command gives its exit code", async () => {
	expect((await $`exit 3`).exitCode).toBe(3);
});
