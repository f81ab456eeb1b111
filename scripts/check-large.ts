/**
 * Archives over 4 GiB: NumPy saves one with a member of more bytes than 32 bits can count, and we read and write it.
 *
 * `npm run check:large`: what we write has to be byte for byte what NumPy wrote, and has to be loaded by NumPy. The files are sparse;
 * it takes some 10 GB of memory, and a minute or two. Ends with 1 if anything is not as it should be.
 */
import { equal } from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { array, fromBuffer, NDArray } from "@ndwire/core";
import { fromFile } from "@ndwire/core/node";
import { openNpz, writeNpz } from "@ndwire/npz/node";

const python = process.env["NDWIRE_PYTHON"] ?? "python3";
const script = fileURLToPath(new URL("check-large.py", import.meta.url));
/** What is left out where it is zeros. */
const block = 2 ** 16;
const zeroBlock = Buffer.alloc(block);
const folder = await mkdtemp(join(tmpdir(), "ndwire-large-"));
const [theirs, ours] = [join(folder, "numpy.npz"), join(folder, "ndwire.npz")];
try {
	await run(theirs);
	await readIt(theirs);
	await writeIt(ours);
	await compare(theirs, ours);
	const told = await run("--load", ours);
	equal(told.trim(), "['large', 'one', 'small'] [4294967429, 1073741952, 134] [0, 1, 2]");
	console.log("NumPy loads what we wrote");
} finally {
	await rm(folder, { recursive: true });
}

async function run(...args: readonly string[]): Promise<string> {
	return (await promisify(execFile)(python, [script, ...args])).stdout;
}

async function readIt(path: string): Promise<void> {
	await using source = await fromFile(path);
	const archive = await openNpz(source);
	equal(archive.names.join(), "large,one,small");
	equal(archive.entries[0]?.size, 2 ** 32 + 5 + 128);
	console.log(`opened ${source.size} bytes`);
	equal(String((await arrayOf(archive, "small")).toList()), "0,1,2");
	const large = await arrayOf(archive, "large");
	equal(large.shape.join(), String(2 ** 32 + 5));
	equal(large.get(2 ** 32 + 4), 0);
	console.log("read a member of more than 4 GiB, its checksum compared");
}

async function arrayOf(archive: Awaited<ReturnType<typeof openNpz>>, name: string): Promise<NDArray> {
	const member = await archive.get(name);
	if (member instanceof NDArray) return member;
	throw new TypeError(`${name} is no array`);
}

async function writeIt(path: string): Promise<void> {
	const zeros = (size: number): NDArray => fromBuffer(new Uint8Array(size), { dtype: "u1" });
	function* members(): Generator<readonly [string, NDArray]> {
		yield ["large", zeros(2 ** 32 + 5)];
		yield ["one", zeros(2 ** 30)];
		yield ["small", array([0, 1, 2], { dtype: "<i2" })];
	}
	const file = await open(path, "w");
	let at = 0;
	const write = async (piece: Uint8Array): Promise<void> => {
		for (let start = 0; start < piece.length; start += block) {
			const part = piece.subarray(start, start + block);
			if (!isZero(part)) await file.write(part, 0, part.length, at + start);
		}
		at += piece.length;
	};
	await writeNpz(members(), new WritableStream({ write }), { numpy: "2.4", python: await release() });
	await file.close();
	console.log(`wrote ${at} bytes`);
}

function isZero(part: Uint8Array): boolean {
	return part.length === block && zeroBlock.equals(part);
}

/** The Python whose layout NumPy's archive has. */
async function release(): Promise<string> {
	const { stdout } = await promisify(execFile)(python, ["-c", "import platform; print(platform.python_version())"]);
	return stdout.trim();
}

async function compare(left: string, right: string): Promise<void> {
	await using first = await fromFile(left);
	await using second = await fromFile(right);
	equal(first.size, second.size);
	const size = first.size ?? 0;
	const step = 2 ** 24;
	const [into, other] = [Buffer.alloc(step), Buffer.alloc(step)];
	for (let at = 0; at < size; at += step) {
		const length = Math.min(step, size - at);
		const [a, b] = [await first.read(at, length, { into }), await second.read(at, length, { into: other })];
		equal(Buffer.compare(a, b), 0, `the archives differ between byte ${at} and ${at + length}`);
	}
	console.log("what we wrote is byte for byte what NumPy wrote");
}
