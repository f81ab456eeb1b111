import { expect, test } from "vitest";
import { decodeNpySequence } from "./sequence.js";
import { npyFile } from "./testing/npy-file.js";
import { numpyFiles } from "./testing/numpy-files.js";

const files = numpyFiles.map(npyFile);
const joined = Uint8Array.from(files.flatMap((file) => [...file]));

test("files written one after another are read one after another", () => {
	expect([...decodeNpySequence(joined)].map((array) => array.toList())).toEqual(numpyFiles.map(({ values }) => values));
});

test("every array is a view of the same memory", () => {
	const [first, second] = decodeNpySequence(joined);
	expect(first?.buffer).toBe(joined.buffer);
	expect(second?.byteOffset).toBe((files[0]?.length ?? 0) + 128);
});

test("no bytes hold no arrays", () => {
	expect([...decodeNpySequence(new Uint8Array(0))]).toEqual([]);
});

test("what lies after the last array is refused at its own offset, when it is reached", () => {
	const iterator = decodeNpySequence(Uint8Array.from([...(files[0] ?? []), 0x93, 0x4e]));
	expect(iterator.next().value?.toList()).toEqual(numpyFiles[0]?.values);
	expect(() => iterator.next()).toThrow(expect.objectContaining({ code: "truncated", offset: 142 }));
});

test("offsets in refusals count from the beginning of all bytes", () => {
	const broken = npyFile({
		major: 1,
		length: 54,
		text: "{'descr': '<i3', 'fortran_order': False, 'shape': (), }".slice(0, 53),
		data: "",
	});
	const iterator = decodeNpySequence(Uint8Array.from([...(files[0] ?? []), ...broken]));
	iterator.next();
	expect(() => iterator.next()).toThrow(expect.objectContaining({ name: "FormatError", format: "npy" }));
});
