import { joinBytes } from "../bytes.js";
import { encodeName } from "../directory/entry-name.js";
import { refusal } from "../refusal.js";
import { centralHeader, endRecords, localHeader } from "./headers.js";
import type { ZipLayout } from "./layout.js";

/** A member to be written. */
export interface PackedMember {
	/** Name in the archive. */
	readonly name: string;
	readonly crc: number;
	/** Bytes of the member before it was deflated. */
	readonly size: number;
	readonly isDeflated: boolean;
	/** The bytes as they will lie in the archive. */
	readonly data: Uint8Array;
}

/** Writes an archive piece by piece, front to back, and remembers what the directory at its end has to say. */
export class ArchiveWriter {
	readonly #layout: ZipLayout;
	readonly #directory: Uint8Array[] = [];
	#offset = 0;

	constructor(layout: ZipLayout) {
		this.#layout = layout;
	}

	/** The next pieces of the archive: a member. @throws {FormatError} for a name that no archive holds. */
	add({ name, crc, size, isDeflated, data }: PackedMember): readonly [header: Uint8Array, data: Uint8Array] {
		const { bytes, flags } = nameInArchive(name);
		const method = isDeflated ? 8 : 0;
		const member = {
			name: bytes,
			flags,
			method,
			crc,
			size,
			compressedSize: data.length,
			offset: this.#offset,
		} as const;
		const header = localHeader(member, this.#layout);
		this.#directory.push(centralHeader(member, this.#layout));
		this.#offset += header.length + data.length;
		return [header, data];
	}

	/** The last piece: the directory and the records behind it. */
	end(): Uint8Array {
		const directory = joinBytes(this.#directory);
		return joinBytes([directory, endRecords(this.#directory.length, this.#offset, directory.length)]);
	}
}

/** `zipfile.ZipInfo` cuts a name at a NUL, and Python has no UTF-8 for lone surrogates. */
function nameInArchive(name: string): { readonly bytes: Uint8Array; readonly flags: number } {
	const encoded = encodeName(name.replace(/\0.*$/s, ""));
	if (encoded === undefined) {
		throw refusal("bad-encoding", "a name without lone surrogates", JSON.stringify(name), { path: name });
	}
	if (encoded.bytes.length <= 0xffff) return encoded;
	throw refusal("limit", "a name of at most 65535 bytes", `${encoded.bytes.length}`);
}
