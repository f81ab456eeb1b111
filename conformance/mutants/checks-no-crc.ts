import { crc32, inflateRawSync } from "node:zlib";
import { readBytes, writeBytes } from "../src/protocol/bytes.js";
import { mutant, type Mutant } from "./mutant.js";
import { directoryOf, type DirectoryEntry } from "./zip-directory.js";

export const checksNoCrc: Mutant = mutant({
	about: "does not compare checksums of members",
	profile: "npz",
	answered: (answer, request, ask) => {
		if (!("refused" in answer) || answer.refused.code !== "checksum" || request.op === "encode") return answer;
		return ask({ ...request, in: writeBytes(withRightChecksums(Buffer.from(readBytes(request.in)))) });
	},
});

function withRightChecksums(archive: Buffer): Buffer {
	for (const entry of directoryOf(archive)) archive.writeUInt32LE(crc32(memberOf(archive, entry)), entry.at + 16);
	return archive;
}

function memberOf(archive: Buffer, { at, localHeader }: DirectoryEntry): Buffer {
	const start = localHeader + 30 + archive.readUInt16LE(localHeader + 26) + archive.readUInt16LE(localHeader + 28);
	const data = archive.subarray(start, start + archive.readUInt32LE(at + 20));
	return archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data;
}
