import { fromBuffer, type NDArray } from "@ndwire/core";
import { decodeFrame, decodeRaw, encodeFrame, FrameDecoder, FrameDecoderStream } from "@ndwire/raw-struct";
import type { Area, Benchmark, Work } from "../benchmark.js";
import { copyFresh } from "./copies.js";

/** What a Python program does that reads frames; it looks at the frame where it lies. */
const unpack = `
import struct
def unpack(data):
    (length,) = struct.unpack_from("<I", data)
    dtype = np.dtype(bytes(data[4:4 + length]).decode())
    (ndim,) = struct.unpack_from("<I", data, 4 + length)
    shape = struct.unpack_from(f"<{ndim}I", data, 8 + length)
    return np.frombuffer(data, dtype, offset=8 + length + 4 * ndim).reshape(shape)
`;

const pack = `
import struct
def pack(a):
    text = a.dtype.str.encode()
    return struct.pack("<I", len(text)) + text + struct.pack(f"<{1 + a.ndim}I", a.ndim, *a.shape) + a.tobytes()
`;

/** What it does on a socket, where one frame follows another. */
const readAll = `
import struct
def read(file):
    (length,) = struct.unpack("<I", file.read(4))
    dtype = np.dtype(file.read(length).decode())
    (ndim,) = struct.unpack("<I", file.read(4))
    shape = struct.unpack(f"<{ndim}I", file.read(4 * ndim))
    count = 1
    for extent in shape:
        count *= extent
    return np.frombuffer(file.read(count * dtype.itemsize), dtype).reshape(shape)
def read_all():
    count = 0
    while count < n:
        file = io.BytesIO(data)
        while file.tell() < len(data):
            last = read(file)
            count += 1
    return [count, last]
`;

const frame = "__import__('struct').pack('<I3sII', 3, b'<f8', 1, n) + np.arange(float(n)).tobytes()";

const view: Benchmark = {
	name: "decodeRaw",
	sizes: [
		{ label: "4 f8", n: 4 },
		{ label: "100 MB", n: 12_500_000, target: { atMost: 0.01, of: "floor" } },
	],
	input: "np.arange(float(n))",
	ours:
		({ bytes }) =>
		() =>
			decodeRaw(bytes, { dtype: "<f8" }),
	numpy: { run: "np.frombuffer(data, '<f8')" },
	floor: { name: "copy", prepare: copyFresh },
};

const decode: Benchmark = {
	name: "decodeFrame",
	sizes: [
		{ label: "4 f8", n: 4 },
		{ label: "100 MB", n: 12_500_000, target: { atMost: 0.01, of: "floor" } },
	],
	input: frame,
	ours:
		({ bytes }) =>
		() =>
			decodeFrame(bytes),
	numpy: { setup: unpack, run: "unpack(data)" },
	floor: { name: "copy", prepare: copyFresh },
};

const encode: Benchmark = {
	name: "encodeFrame",
	sizes: [
		{ label: "4 f8", n: 4 },
		{ label: "1 MB", n: 125_000 },
		{ label: "100 MB", n: 12_500_000 },
	],
	input: "np.arange(float(n))",
	ours: ({ bytes }) => {
		const a = fromBuffer(bytes, { dtype: "<f8" });
		return () => encodeFrame(a);
	},
	numpy: { setup: `${pack}\na = np.frombuffer(data, '<f8')`, run: "pack(a)" },
	floor: { name: "copy", prepare: copyFresh },
};

/** 256 frames, which come again and again, in chunks as a socket gives them; every frame is cut somewhere. */
const stream: Benchmark = {
	name: "FrameDecoderStream, frames of 64 KB in chunks of 64 KB",
	sizes: [
		{ label: "64 MB", n: 1024 },
		{ label: "1 GB", n: 16_384, target: { atMost: 1.43, of: "floor" } },
	],
	input: "(__import__('struct').pack('<I3sII', 3, b'<f4', 1, 16384) + np.arange(16384, dtype='<f4').tobytes()) * 256",
	ours:
		({ n, bytes }) =>
		async () => {
			const chunks = chunksOf(bytes, n);
			const source = new ReadableStream<Uint8Array>({
				pull(controller) {
					const next = chunks.next();
					if (next.done === true) controller.close();
					else controller.enqueue(next.value);
				},
			});
			let count = 0;
			let last: NDArray | undefined;
			for await (last of source.pipeThrough(new FrameDecoderStream())) count += 1;
			return [count, last];
		},
	numpy: { setup: readAll, run: "read_all()" },
	peers: { "FrameDecoder, by hand": ({ n, bytes }) => decodeByHand(bytes, n) },
	floor: {
		name: "copy the chunks",
		prepare:
			({ n, bytes }) =>
			() => {
				let last: Uint8Array | undefined;
				for (const chunk of chunksOf(bytes, n)) last = chunk.slice();
				return last;
			},
	},
};

function decodeByHand(bytes: Uint8Array, n: number): Work {
	return () => {
		const decoder = new FrameDecoder();
		let count = 0;
		let last: NDArray | undefined;
		for (const chunk of chunksOf(bytes, n)) {
			decoder.push(chunk);
			for (last of decoder) count += 1;
		}
		decoder.end();
		return [count, last];
	};
}

function* chunksOf(bytes: Uint8Array, frames: number): Generator<Uint8Array, void, undefined> {
	for (let round = 0; round < frames / 256; round += 1) {
		for (let at = 0; at < bytes.length; at += 0x1_0000) yield bytes.subarray(at, at + 0x1_0000);
	}
}

export const raw: Area = {
	title: "Raw bytes and frames (@ndwire/raw-struct)",
	benchmarks: [view, decode, encode, stream],
};
