import { readBytes, writeBytes } from "../src/protocol/bytes.js";
import { mutant, type Mutant } from "./mutant.js";
import { directoryOf } from "./zip-directory.js";

export const keepsFirstDuplicate: Mutant = mutant({
	about: "keeps the first of several members with one name",
	profile: "npz",
	// To whoever keeps the last, the first is the last of a directory that lists everything backwards.
	asked: (request) =>
		request.format === "npz" && request.op === "decode"
			? { ...request, in: writeBytes(listedBackwards(Buffer.from(readBytes(request.in)))) }
			: request,
});

function listedBackwards(archive: Buffer): Buffer {
	const entries = directoryOf(archive);
	const [first] = entries;
	if (first === undefined) return archive;
	const parts = entries.toReversed().map(({ at, length }) => archive.subarray(at, at + length));
	const directory = Buffer.concat(parts);
	directory.copy(archive, first.at);
	return archive;
}
