import type { FormatError } from "@ndwire/core";
import type { DecodeNpyOptions } from "@ndwire/npy";
import type { Crc32 } from "./crc32.js";
import type { AsyncInflate, Inflate } from "./member/inflate.js";
import type { NpzLimits } from "./member/limits.js";

interface MemberOptions extends DecodeNpyOptions, NpzLimits {
	/** Another CRC-32, such as one in native code. Default: one in JavaScript; at `@ndwire/npz/node` that of `node:zlib`. */
	readonly crc32?: Crc32 | undefined;
}

interface AllMembersOptions {
	/**
	 * Told of every member that is refused; the others are still given. `error.path` names the member. Default: the first refusal
	 * is thrown.
	 */
	readonly onBadMember?: ((error: FormatError) => void) | undefined;
}

export interface DecodeNpzOptions extends MemberOptions, AllMembersOptions {
	/** Inflates deflated members, such as `inflateSync` of the package fflate. At `@ndwire/npz/node` it is `node:zlib`. */
	readonly inflate?: Inflate | undefined;
}

export interface OpenNpzOptions extends MemberOptions {
	/** Inflates deflated members. Default: the platform's `DecompressionStream`; at `@ndwire/npz/node` `node:zlib`. */
	readonly inflate?: AsyncInflate | undefined;
	/** Stops the reading. */
	readonly signal?: AbortSignal | undefined;
}

export interface ReadNpzOptions extends OpenNpzOptions, AllMembersOptions {
	/** Called after each member; counts the bytes that members take in the archive. */
	readonly onProgress?: ((progress: NpzProgress) => void) | undefined;
}

/** How far something long has come, in bytes of the archive. */
export interface NpzProgress {
	readonly loaded: number;
	readonly total: number;
}
