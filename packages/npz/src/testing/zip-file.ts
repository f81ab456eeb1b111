import { deflateRawSync, crc32 as zlibCrc32 } from "node:zlib";
import { joinBytes } from "../bytes.js";

/** A member by hand. What is not said is right: whatever else an archive claims about it is for tests to say. */
export interface HandmadeMember {
	readonly name: string | Uint8Array;
	readonly data: Uint8Array;
	/** Default: stored. */
	readonly method?: number;
	/** The bytes in the archive, if they are not the data deflated as `method` says. */
	readonly raw?: Uint8Array;
	readonly flags?: number;
	/** What the directory says otherwise. */
	readonly central?: HeaderClaims;
	/** What the local header says otherwise. */
	readonly local?: HeaderClaims & { readonly name?: string; readonly flags?: number; readonly signature?: number };
	/** Bytes behind the data, such as a data descriptor. */
	readonly behind?: Uint8Array;
}

interface HeaderClaims {
	readonly crc?: number;
	readonly size?: number;
	readonly compressedSize?: number;
	readonly offset?: number;
	readonly version?: number;
	readonly extra?: Uint8Array;
}

export interface HandmadeArchive {
	readonly members: readonly HandmadeMember[];
	readonly comment?: Uint8Array;
	/** What the end record says otherwise. */
	readonly end?: { readonly count?: number; readonly size?: number; readonly offset?: number };
	/** Records in front of the end record: zip64. */
	readonly beforeEnd?: (place: { readonly offset: number; readonly size: number }) => Uint8Array;
	readonly prefix?: Uint8Array;
	readonly suffix?: Uint8Array;
}

/** An archive, put together independently of the writer. */
export function zipFile({
	members,
	comment = bytes(),
	end = {},
	beforeEnd,
	prefix = bytes(),
	suffix = bytes(),
}: HandmadeArchive): Uint8Array {
	const parts: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const member of members) {
		const local = localPart(member);
		directory.push(centralPart(member, offset));
		parts.push(local);
		offset += local.length;
	}
	const central = joinBytes(directory);
	const { count = members.length, size = central.length, offset: at = offset } = end;
	const record = joinBytes([bytes("PK\x05\x06", u16(0, 0, count, count), u32(size, at), u16(comment.length)), comment]);
	const before = beforeEnd?.({ offset, size: central.length }) ?? bytes();
	return joinBytes([prefix, ...parts, central, before, record, suffix]);
}

function localPart(member: HandmadeMember): Uint8Array {
	const { local = {}, behind = bytes() } = member;
	const { flags, method, raw, crc } = facts(member);
	const name = local.name === undefined ? nameOf(member.name) : nameOf(local.name);
	const { extra = bytes() } = local;
	const header = [
		u32(local.signature ?? 0x0403_4b50),
		u16(local.version ?? 20, local.flags ?? flags, method, 0, 0x21),
		u32(local.crc ?? crc, local.compressedSize ?? raw.length, local.size ?? member.data.length),
		u16(name.length, extra.length),
	];
	return joinBytes([bytes(...header), name, extra, raw, behind]);
}

function centralPart(member: HandmadeMember, offset: number): Uint8Array {
	const { central = {} } = member;
	const { flags, method, raw, crc } = facts(member);
	const name = nameOf(member.name);
	const { extra = bytes(), version = 20 } = central;
	const header = [
		"PK\x01\x02",
		u16(0x0314, version, flags, method, 0, 0x21),
		u32(central.crc ?? crc, central.compressedSize ?? raw.length, central.size ?? member.data.length),
		u16(name.length, extra.length, 0, 0, 0),
		u32(0x0180_0000, central.offset ?? offset),
	];
	return joinBytes([bytes(...header), name, extra]);
}

function facts({ data, method = 0, flags = 0, raw }: HandmadeMember) {
	const inArchive = raw ?? (method === 8 ? deflateRawSync(data) : data);
	return { flags, method, raw: inArchive, crc: zlibCrc32(data) };
}

function nameOf(name: string | Uint8Array): Uint8Array {
	return typeof name === "string" ? new TextEncoder().encode(name) : name;
}

/** Bytes from text of bytes and from lists of numbers. */
export function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
	return Uint8Array.from(
		parts.flatMap((part) => (typeof part === "string" ? Array.from(part, (c) => c.charCodeAt(0)) : part)),
	);
}

export function u16(...values: readonly number[]): readonly number[] {
	return values.flatMap((value) => [value & 0xff, (value >> 8) & 0xff]);
}

export function u32(...values: readonly number[]): readonly number[] {
	return values.flatMap((value) => u16(value & 0xffff, value >>> 16));
}

export function u64(...values: readonly number[]): readonly number[] {
	return values.flatMap((value) => u32(value % 2 ** 32, Math.floor(value / 2 ** 32)));
}

/** An npy file of uint8 elements, by hand. */
export function npyOf(...elements: readonly number[]): Uint8Array {
	const text = `{'descr': '|u1', 'fortran_order': False, 'shape': (${elements.length},), }`;
	return bytes("\x93NUMPY\x01\x00\x76\x00", text.padEnd(117), "\n", elements);
}
