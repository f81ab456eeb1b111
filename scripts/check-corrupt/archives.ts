import { loadSuite } from "../../conformance/src/suite/load.js";
import type { Random } from "./random.js";

/** Archives of the suite to be corrupted: NumPy's own in its layouts, and those of other writers with every kind of record. */
export function soundArchives(): readonly Uint8Array[] {
	const suite = loadSuite();
	const cases = new Map(Array.from(suite.cases, (each) => [each.id, each]));
	return ids.map((id) => {
		const found = cases.get(id);
		if (found?.in === undefined) throw new RangeError(`the suite has no archive ${id}`);
		return suite.blobs.bytes(found.in);
	});
}

const ids: readonly string[] = [
	"npz/deflated/small/np2.4.6-py3.11.7",
	"npz/foreign/comment-of-member",
	"npz/foreign/descriptor",
	"npz/foreign/name-cp437",
	"npz/foreign/name-utf8",
	"npz/foreign/not-npy",
	"npz/foreign/same-key",
	"npz/foreign/zip64-after-another",
	"npz/foreign/zip64-directory",
	"npz/foreign/zip64-sizes",
	"npz/name/positional/np1.16.6-py3.7.16",
	"npz/name/positional/np2.4.6-py3.11.2",
	"npz/name/positional/np2.4.6-py3.11.7",
	"npz/shape/no-arrays/np2.4.6-py3.11.7",
	"npz/stream/deflated/np2.4.6-py3.11.7",
];

/** Every byte of an archive changed: each of its bits, and to bytes at the edges of numbers. */
export function* archiveFlips(archive: Uint8Array): Generator<Uint8Array> {
	for (const [at, byte] of archive.entries()) {
		const replacements = new Set([...bits.map((bit) => byte ^ bit), ...edges]);
		replacements.delete(byte);
		for (const replacement of replacements) yield archive.with(at, replacement);
	}
}

const bits = [1, 2, 4, 8, 16, 32, 64, 128];
const edges = [0, 1, 0x7f, 0x80, 0xfe, 0xff];

/** An archive with some random damage: bytes changed, moved, lost or doubled, mostly where the directory lies. */
export function archiveMutant(archives: readonly Uint8Array[], random: Random): Uint8Array {
	const archive = random.pick(archives).slice();
	const place = (): number =>
		random.below(2) === 0
			? random.below(archive.length)
			: archive.length - 1 - random.below(Math.min(archive.length, 160));
	for (let n = 1 + random.below(4); n > 0; n--) archive[place()] = random.pick([random.below(256), ...edges]);
	const [from, to] = [place(), place()];
	switch (random.below(4)) {
		case 0:
			return archive.copyWithin(from, to, to + random.below(30));
		case 1:
			return Uint8Array.from([...archive.subarray(0, from), ...archive.subarray(to)]);
		default:
			return archive;
	}
}
