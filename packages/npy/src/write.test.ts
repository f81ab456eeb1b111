import { copy, dtype, fromBuffer, type NDArray } from "@ndwire/core";
import { describe, expect, test } from "vitest";
import { encodeNpy } from "./encode.js";
import { writeNpy } from "./write.js";

/** A sink that keeps what it takes. */
class Kept {
	readonly pieces: Uint8Array[] = [];
	end: unknown = "open";
	readonly sink: WritableStream<Uint8Array> = new WritableStream({
		write: (piece) => void this.pieces.push(piece.slice()),
		close: () => void (this.end = "closed"),
		abort: (reason) => void (this.end = reason),
	});

	get bytes(): Uint8Array {
		return Uint8Array.from(Buffer.concat(this.pieces));
	}
}

function ramp(spec: string, shape: readonly number[]): NDArray {
	const length = shape.reduce((size, extent) => size * extent, dtype(spec).itemsize);
	return fromBuffer(
		Uint8Array.from({ length }, (_, i) => i * 7),
		{ dtype: spec, shape },
	);
}

describe("the bytes are those of encodeNpy", () => {
	const matrix = ramp("<f8", [300, 700]);
	test.each([
		{ what: "a C array", array: matrix },
		{ what: "an F array", array: copy(matrix, { order: "F" }) },
		{ what: "every second column", array: matrix.slice(null, [null, null, 2]) },
		{ what: "rows backwards", array: matrix.slice([null, null, -1]) },
		{ what: "axes in another order", array: ramp("<i4", [30, 100, 200]).transpose([1, 0, 2]) },
		{ what: "long rows backwards", array: ramp("<f8", [3, 200_000]).slice(null, [null, null, -1]) },
		{ what: "a scalar", array: ramp("<f8", []) },
		{ what: "no elements", array: ramp("<f8", [0, 3]) },
		{ what: "elements without bytes", array: ramp("S0", [5]) },
	])("$what", async ({ array }) => {
		const kept = new Kept();
		await writeNpy(array, kept.sink);
		expect(Buffer.compare(kept.bytes, encodeNpy(array))).toBe(0);
		expect(kept.end).toBe("closed");
		expect(Math.max(...kept.pieces.map(({ length }) => length))).toBeLessThanOrEqual(2 ** 20);
	});

	test("of a release and a version", async () => {
		const kept = new Kept();
		await writeNpy(matrix, kept.sink, { numpy: "1.13", version: [2, 0] });
		expect(Buffer.compare(kept.bytes, encodeNpy(matrix, { numpy: "1.13", version: [2, 0] }))).toBe(0);
	});
});

test("arrays follow each other into a sink that is left open", async () => {
	const [kept, array] = [new Kept(), ramp("<i2", [3])];
	await writeNpy(array, kept.sink, { preventClose: true });
	await writeNpy(array, kept.sink);
	expect(kept.bytes).toEqual(Uint8Array.from([...encodeNpy(array), ...encodeNpy(array)]));
});

test("progress is told up to the end", async () => {
	const told: { loaded: number; total: number }[] = [];
	await writeNpy(ramp("<f8", [300, 700]), new Kept().sink, { onProgress: (progress) => told.push(progress) });
	const total = 128 + 8 * 300 * 700;
	expect([told[0], told.at(-1)]).toEqual([
		{ loaded: 128, total },
		{ loaded: total, total },
	]);
});

describe("what goes wrong", () => {
	test("with the array is thrown before anything is written", async () => {
		const kept = new Kept();
		const overlapping = { names: ["a", "b"], formats: ["<u4", "<u2"], offsets: [0, 2], itemsize: 4 };
		const array = fromBuffer(new Uint8Array(4), { dtype: overlapping });
		await expect(writeNpy(array, kept.sink)).rejects.toMatchObject({ code: "bad-dtype" });
		expect([kept.pieces, kept.end, kept.sink.locked]).toEqual([[], "open", false]);
	});

	test("with the sink is thrown as the sink has it", async () => {
		const full = new Error("no space left");
		const sink = new WritableStream<Uint8Array>({ write: () => Promise.reject(full) });
		await expect(writeNpy(ramp("<f8", [300, 700]), sink)).rejects.toBe(full);
	});

	test("as a signal that aborts: the sink is aborted with its reason", async () => {
		const [kept, controller, reason] = [new Kept(), new AbortController(), new Error("enough")];
		const writing = writeNpy(ramp("<f8", [300, 700]), kept.sink, {
			signal: controller.signal,
			onProgress: () => controller.abort(reason),
		});
		await expect(writing).rejects.toBe(reason);
		expect([kept.pieces.length, kept.end]).toEqual([1, reason]);
	});
});
