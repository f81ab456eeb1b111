import { expect, test } from "vitest";
import { LineSplitter } from "./line-splitter.js";

function split(chunks: readonly Uint8Array[], limit?: number) {
	const splitter = new LineSplitter(limit);
	return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()];
}

const text = 'first\n{"ü":"€😀"}\r\n\nlast';
const lines = [{ text: "first" }, { text: '{"ü":"€😀"}' }, { text: "" }, { text: "last" }];

test.each([1, 2, 3, 7, 1000])("lines cut into pieces of %i bytes, also inside a character, come out whole", (size) => {
	const bytes = Buffer.from(text);
	const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
		bytes.subarray(index * size, (index + 1) * size),
	);
	expect(split(chunks)).toEqual(lines);
});

test("a line beyond the limit is told by its length and not kept; the next one is whole again", () => {
	expect(split([Buffer.from("12345"), Buffer.from("678\nab\n")], 4)).toEqual([{ tooLong: 8 }, { text: "ab" }]);
});
