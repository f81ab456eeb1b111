import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { LineFile } from "./line-file.js";
import { LineReader } from "./line-reader.js";

const folder = mkdtempSync(join(tmpdir(), "npconform-lines-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string): LineFile {
	const path = join(folder, "lines");
	writeFileSync(path, text);
	return new LineFile(path);
}

test.each<[name: string, text: string, lines: readonly string[]]>([
	["nothing", "", []],
	["an empty line", "\n", [""]],
	["some lines, of any length and script", "a\n\nż€😀\r\nc\n", ["a", "", "ż€😀\r", "c"]],
	["a line longer than what is read at once", `a\n${"x".repeat(600_000)}\nb\n`, ["a", "x".repeat(600_000), "b"]],
])("%s: each line is found again where it was seen", (_, text, lines) => {
	const file = fileOf(text);
	const seen = [...file.scan()];
	expect(seen.map((line) => line.text)).toEqual(lines);
	const reader = new LineReader();
	expect(seen.map((line) => reader.text(file, line))).toEqual(lines);
	expect(seen.map(({ number }) => number)).toEqual(lines.map((_line, index) => index + 1));
});

test("the last line of a file that was cut short does not end", () => {
	expect(Array.from(fileOf("a\nb").scan(), ({ text, ends }) => [text, ends])).toEqual([
		["a", true],
		["b", false],
	]);
});

test("every byte is shown once, in order", () => {
	const text = `${"0123456789\n".repeat(60_000)}end`;
	const seen: Buffer[] = [];
	for (const _ of fileOf(text).scan((bytes) => seen.push(Buffer.from(bytes))));
	expect(Buffer.concat(seen).toString()).toBe(text);
});

test("a file that shrank meanwhile is told, not read as something shorter", () => {
	const file = fileOf("0123456789\n");
	const [line] = file.scan();
	writeFileSync(join(folder, "lines"), "0123");
	expect(() => line && new LineReader().text(file, line)).toThrow("cut short while it was in use");
});
