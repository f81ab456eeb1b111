import { expect, test } from "vitest";
import { fromBlob } from "./from-blob.js";

const large = Uint8Array.from({ length: 3 * 2 ** 20 + 5 }, (_, i) => i * 7);

test("a range that takes several pieces is read whole", async () => {
	const source = fromBlob(new Blob([large]));
	expect(equal(await source.read(3, large.length - 3), large.subarray(3))).toBe(true);
	expect(
		equal(await source.read(2 ** 20 - 1, 2, { into: new Uint8Array(2) }), large.subarray(2 ** 20 - 1, 2 ** 20 + 1)),
	).toBe(true);
});

test("reading stops between pieces when the signal aborts", async () => {
	const controller = new AbortController();
	const reading = fromBlob(new Blob([large])).read(0, large.length, { signal: controller.signal });
	const reason = new Error("enough");
	controller.abort(reason);
	await expect(reading).rejects.toBe(reason);
});

test("a file that the platform cannot read any more has changed", async () => {
	const cause = new DOMException("changed on disk", "NotReadableError");
	const blob = new Blob([large]);
	blob.slice = () => Object.assign(new Blob([]), { arrayBuffer: () => Promise.reject(cause) });
	await expect(fromBlob(blob).read(5, 5)).rejects.toMatchObject({
		name: "SourceError",
		code: "changed",
		offset: 5,
		cause,
	});
});

/** As `toEqual` does, without a look at each byte. */
function equal(one: Uint8Array, other: Uint8Array): boolean {
	return Buffer.compare(one, other) === 0;
}
