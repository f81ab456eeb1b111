import { readBytes, writeBytes } from "../src/protocol/bytes.js";
import { mutant, type Mutant } from "./mutant.js";
import { directoryOf } from "./zip-directory.js";

export const believesLocalSizes: Mutant = mutant({
	about: "takes the sizes of members from their local headers",
	profile: "npz",
	asked: (request) =>
		request.format === "npz" && request.op === "decode"
			? { ...request, in: writeBytes(withLocalSizes(Buffer.from(readBytes(request.in)))) }
			: request,
});

/** Compressed size and size are neighbours in both headers. */
function withLocalSizes(archive: Buffer): Buffer {
	for (const { at, localHeader } of directoryOf(archive)) {
		archive.copy(archive, at + 20, localHeader + 18, localHeader + 26);
	}
	return archive;
}
