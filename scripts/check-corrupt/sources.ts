import { bitsEqual, dtypeEqual, FormatError, NDArray } from "@ndwire/core";
import { fromBytes } from "@ndwire/core/source";
import { decodeNpy, NpyDecoderStream, openNpy, readNpy } from "@ndwire/npy";
import { streamOf } from "../../packages/npy/src/testing/stream-of.js";

/**
 * Reads bytes in every way but from memory, and compares with that: from a stream whose pieces are cut at `cut` and its multiples, by
 * ranges, row by row, and chunk by chunk. Gives what is different, or undefined.
 */
export async function compareSources(bytes: Uint8Array, cut: number): Promise<string | undefined> {
	const inMemory = await outcomeOf(() => Promise.resolve(bytes).then((whole) => decodeNpy(whole)));
	const ways: Readonly<Record<string, () => Promise<NDArray>>> = {
		stream: () => readNpy(streamOf(bytes, cut)),
		ranges: async () => (await openNpy(fromBytes(bytes))).read(),
		rows: () => readRows(bytes),
		// A stream without bytes is one without arrays.
		...(bytes.length > 0 && { chunks: () => readChunks(bytes, cut, inMemory) }),
	};
	for (const [name, read] of Object.entries(ways)) {
		const found = await outcomeOf(read);
		if (!agree(inMemory, found))
			return `${name}, cut at ${cut}: ${describe(found)}; from memory: ${describe(inMemory)}`;
	}
	return undefined;
}

type Outcome = NDArray | Error;

async function outcomeOf(read: () => Promise<NDArray>): Promise<Outcome> {
	try {
		return await read();
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
}

/** Of a header that is cut and too long, memory shows first that it is cut, a stream that it is too long. */
function agree(inMemory: Outcome, found: Outcome): boolean {
	if (inMemory instanceof NDArray) return found instanceof NDArray && same(inMemory, found);
	if (!(inMemory instanceof FormatError && found instanceof FormatError)) return false;
	if (inMemory.code === "truncated" && found.code === "limit") return true;
	return inMemory.code === found.code && inMemory.offset === found.offset;
}

/** Elements without bytes are not looked at: a header can claim any number of them. */
function same(one: NDArray, other: NDArray): boolean {
	const sameShape = one.shape.join() === other.shape.join() && dtypeEqual(one.dtype, other.dtype);
	return sameShape && (one.nbytes === 0 || bitsEqual(one, other));
}

async function readRows(bytes: Uint8Array): Promise<NDArray> {
	const npy = await openNpy(fromBytes(bytes));
	const whole = await npy.read();
	const [rows = 0] = whole.nbytes === 0 ? [] : npy.shape;
	for (let row = 0; row < rows; row++) {
		if (!same(await npy.slice(row).read(), whole.slice(row))) throw new Error(`row ${row} is another one`);
	}
	return whole;
}

async function readChunks(bytes: Uint8Array, cut: number, expected: Outcome): Promise<NDArray> {
	let left = expected instanceof NDArray ? expected.size : Infinity;
	for await (const { start, array } of streamOf(bytes, cut).pipeThrough(new NpyDecoderStream({ chunkLength: 16 }))) {
		if (!(expected instanceof NDArray)) continue;
		const part = expected.slice(...start.map((from, axis) => [from, from + (array.shape[axis] ?? 0)] as const));
		if (!same(array, part)) throw new Error(`the chunk at ${start.join(", ")} is another one`);
		left -= array.size;
		// What lies behind the array is another matter.
		if (left === 0) return expected;
	}
	throw new Error("the array did not come to its end");
}

function describe(outcome: Outcome): string {
	if (outcome instanceof NDArray) return `an array of shape [${outcome.shape.join(", ")}]`;
	return outcome instanceof FormatError ? `${outcome.code} at ${outcome.offset}` : String(outcome.stack);
}
