import type { NDArray } from "@ndwire/core";
import { encodeNpy } from "@ndwire/npy";
import { ArchiveWriter, type PackedMember } from "./archive/archive-writer.js";
import { zipLayout } from "./archive/layout.js";
import { nameArrays, type NamedArrays } from "./archive/named-arrays.js";
import { joinBytes } from "./bytes.js";
import { crc32, type Crc32 } from "./crc32.js";
import { inMember } from "./member/in-member.js";

/** Deflates bytes to a raw deflate stream, without header or checksum. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

export interface NpzLayoutOptions {
	/** Arrays without names, which become `arr_0`, `arr_1`… behind the others. */
	readonly positional?: readonly NDArray[] | undefined;
	/** Whether members are deflated, as by `np.savez_compressed`. Default false. */
	readonly compressed?: boolean | undefined;
	/** A release of NumPy, such as `"1.16"`: the members, and before 1.17 the archive, are those of its `np.savez`. Default: the newest. */
	readonly numpy?: string | undefined;
	/** A release of Python, such as `"3.10"`: the archive is laid out as its `zipfile` does it. Default: the newest. */
	readonly python?: string | undefined;
	/** Another CRC-32. Default: one in JavaScript; at `@ndwire/npz/node` that of `node:zlib`. */
	readonly crc32?: Crc32 | undefined;
}

export interface EncodeNpzOptions extends NpzLayoutOptions {
	/** Deflates members if `compressed` asks for it, such as `deflateSync` of the package fflate. At `@ndwire/npz/node` it is `node:zlib`. */
	readonly deflate?: Deflate | undefined;
}

/**
 * The archive of some arrays. Stored archives are byte for byte those of `np.savez`; deflated ones depend on the deflater, and the same
 * one gives the same bytes again.
 *
 * @param named - Arrays by their names, which get `.npy` in the archive.
 * @returns Memory of its own.
 * @throws {FormatError} for what `encodeNpy` refuses, naming the member; `bad-encoding` and `limit` for names that no archive holds.
 * @throws {TypeError} for what is no array, a name that occurs twice, or `compressed` without `deflate`.
 * @throws {RangeError} if `numpy` or `python` names no release.
 *
 * @example
 * ```ts
 * await writeFile("model.npz", encodeNpz({ weights, bias }));
 * ```
 */
export function encodeNpz(named: NamedArrays, options: EncodeNpzOptions = {}): Uint8Array {
	const { positional = [], compressed = false, deflate, numpy, python } = options;
	if (compressed && deflate === undefined) {
		throw new TypeError("encodeNpz: compressed needs the option deflate; @ndwire/npz/node has one");
	}
	const writer = new ArchiveWriter(zipLayout(python, numpy));
	const pieces: Uint8Array[] = [];
	for (const [name, array] of nameArrays(named, positional)) {
		const member = packStored(name, array, options);
		pieces.push(...writer.add(compressed && deflate !== undefined ? packed(member, deflate(member.data)) : member));
	}
	return joinBytes([...pieces, writer.end()]);
}

/** An array as a member, not deflated. */
export function packStored(name: string, array: NDArray, options: NpzLayoutOptions): PackedMember {
	try {
		const { numpy } = options;
		const data = encodeNpy(array, numpy === undefined ? {} : { numpy });
		return { name, data, size: data.length, crc: (options.crc32 ?? crc32)(data), isDeflated: false };
	} catch (error) {
		throw inMember(error, name);
	}
}

/** The same member with its data deflated. */
export function packed(member: PackedMember, data: Uint8Array): PackedMember {
	return { ...member, data, isDeflated: true };
}
