import { describe, expect, test } from "vitest";
import { zeros } from "../array/create.js";
import { fromBuffer } from "../array/from-buffer.js";
import type { NDArray } from "../array/nd-array.js";
import { piecesOf } from "./pieces-of.js";
import { writePieces } from "./write-pieces.js";

const megabyte = 0x10_0000;

const numbers = fromBuffer(
	Uint8Array.from({ length: 3 * megabyte }, (_, index) => index * 7),
	{
		dtype: "<u2",
		shape: [3, megabyte / 2],
	},
);

describe("piecesOf", () => {
	test.each<[string, NDArray]>([
		["rows in C order", numbers.reshape([-1, 8])],
		["one axis", numbers.reshape([-1])],
		["rows of more than a megabyte", numbers.reshape([2, -1])],
		["columns of an array in C order", numbers.transpose()],
		["every second one, backwards", numbers.slice(null, [null, null, -2])],
		["a scalar", numbers.slice(1, 2)],
		["nothing", zeros([0, 3], { dtype: "<f8" })],
	])("%s: the bytes of tobytes, a megabyte at most at a time", (_what, array) => {
		const pieces = [...piecesOf(array)];
		expect(Buffer.concat(pieces).equals(array.toBytes())).toBe(true);
		for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(megabyte);
	});

	test("pieces of an array in C order are views of its memory", () => {
		for (const piece of piecesOf(numbers)) expect(piece.buffer).toBe(numbers.buffer);
	});
});

describe("writePieces", () => {
	const bytes = [Uint8Array.of(1, 2), Uint8Array.of(3)];

	function stream(events: unknown[]): WritableStream<Uint8Array> {
		return new WritableStream({
			write: (piece) => void events.push([...piece]),
			close: () => void events.push("closed"),
			abort: (reason: unknown) => void events.push(reason),
		});
	}

	test("pieces arrive in their order, each is counted, and the stream is closed and released", async () => {
		const [events, written] = [new Array<unknown>(), new Array<number>()];
		const sink = stream(events);
		await writePieces(sink, bytes, { onWritten: (length) => written.push(length) });
		expect(events).toEqual([[1, 2], [3], "closed"]);
		expect(written).toEqual([2, 3]);
		expect(sink.locked).toBe(false);
	});

	test("with preventClose more can be written", async () => {
		const events: unknown[] = [];
		const sink = stream(events);
		await writePieces(sink, bytes, { preventClose: true });
		await writePieces(sink, bytes);
		expect(events).toEqual([[1, 2], [3], [1, 2], [3], "closed"]);
	});

	test("where pieces fail, the stream is aborted with the reason", async () => {
		const events: unknown[] = [];
		const failure = new Error("no more");
		async function* failing(): AsyncGenerator<Uint8Array> {
			yield* bytes;
			await Promise.reject(failure);
		}
		await expect(writePieces(stream(events), failing())).rejects.toBe(failure);
		expect(events).toEqual([[1, 2], [3], failure]);
	});

	test("a signal stops between pieces", async () => {
		const events: unknown[] = [];
		const aborter = new AbortController();
		const reason = new Error("enough");
		const onWritten = (): void => aborter.abort(reason);
		await expect(writePieces(stream(events), bytes, { signal: aborter.signal, onWritten })).rejects.toBe(reason);
		expect(events).toEqual([[1, 2], reason]);
	});
});
