import { array, bitsEqual, NDArray } from "@ndwire/core";
import { describe, expect, test } from "vitest";
import { joinBytes } from "./bytes.js";
import { encodeNpz } from "./encode.js";
import * as node from "./node/index.js";
import { writeNpz } from "./write.js";

const named = { a: array([1, 2], { dtype: "<i2" }), b: array(new Array<number>(1000).fill(0), { dtype: "<f8" }) };
const positional = [array([3], { dtype: "u1" })];

function arrayOf(name: string): NDArray {
	const found = new Map<string, NDArray>(Object.entries(named)).get(name);
	if (found === undefined) throw new RangeError(name);
	return found;
}

/** A sink that keeps what it is given. */
function keeping(): { readonly sink: WritableStream<Uint8Array>; readonly pieces: Uint8Array[]; aborted?: unknown } {
	const pieces: Uint8Array[] = [];
	const kept: ReturnType<typeof keeping> = {
		pieces,
		sink: new WritableStream({
			write: (piece) => void pieces.push(piece),
			abort: (reason) => void (kept.aborted = reason),
		}),
	};
	return kept;
}

async function* later(): AsyncGenerator<readonly [string, NDArray]> {
	for (const pair of Object.entries(named)) yield await Promise.resolve(pair);
}

describe("a stream gets what encodeNpz gives", () => {
	test.each([
		["from an object", named],
		["from pairs", Object.entries(named)],
		["from pairs that come one after another", later()],
	])("%s", async (_, arrays) => {
		const { sink, pieces } = keeping();
		await writeNpz(arrays, sink, { positional, python: "3.10" });
		expect(joinBytes(pieces)).toEqual(encodeNpz(named, { positional, python: "3.10" }));
	});

	test("deflated by the platform", async () => {
		const { sink, pieces } = keeping();
		await writeNpz(named, sink, { compressed: true });
		const archive = joinBytes(pieces);
		expect(archive.length).toBeLessThan(500);
		const found = node.decodeNpz(archive);
		expect(
			Array.from(found, ([name, value]) => [name, value instanceof NDArray && bitsEqual(value, arrayOf(name))]),
		).toEqual([
			["a", true],
			["b", true],
		]);
	});

	test("deflated by zlib, with the bytes of the synchronous one", async () => {
		const { sink, pieces } = keeping();
		await node.writeNpz(named, sink, { compressed: true });
		expect(joinBytes(pieces)).toEqual(node.encodeNpz(named, { compressed: true }));
	});
});

test("the next array is asked for when there is room", async () => {
	let asked = 0;
	async function* counted(): AsyncGenerator<readonly [string, NDArray]> {
		for (const name of ["a", "b", "c"]) {
			asked++;
			yield [name, named.a];
		}
	}
	let release = (): void => undefined;
	const sink = new WritableStream<Uint8Array>({
		write: () => new Promise((resolve) => void (release = resolve)),
	});
	const written = writeNpz(counted(), sink);
	await new Promise((resolve) => void setTimeout(resolve, 5));
	expect(asked).toBe(1);
	const timer = setInterval(() => release(), 1);
	await written;
	clearInterval(timer);
	expect(asked).toBe(3);
});

describe("a failure aborts the sink", () => {
	test("of the arrays", async () => {
		const kept = keeping();
		const bad = { a: named.a, o: array([null], { dtype: "O" }) };
		await expect(writeNpz(bad, kept.sink)).rejects.toMatchObject({ code: "unsafe-object", path: "o.npy" });
		expect(kept.aborted).toMatchObject({ code: "unsafe-object" });
	});

	test("of the sink", async () => {
		const reason = new Error("disk full");
		const sink = new WritableStream<Uint8Array>({
			write: () => {
				throw reason;
			},
		});
		await expect(writeNpz(named, sink)).rejects.toBe(reason);
	});

	test("by a signal", async () => {
		const kept = keeping();
		const reason = new Error("enough");
		await expect(writeNpz(named, kept.sink, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
		expect(kept.aborted).toBe(reason);
	});

	test("and so does success let go of it, and leave it open if asked to", async () => {
		const { sink, pieces } = keeping();
		await writeNpz(named, sink, { preventClose: true });
		expect(sink.locked).toBe(false);
		const before = joinBytes(pieces);
		await writeNpz(named, sink);
		expect(joinBytes(pieces)).toEqual(joinBytes([before, before]));
	});
});
