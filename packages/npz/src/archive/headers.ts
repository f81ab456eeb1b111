import { inZip64, lengthOf, signature, zip64Extra } from "../directory/records.js";
import type { ZipLayout } from "./layout.js";
import { RecordWriter } from "./record.js";

/** A member as headers describe it. */
export interface Member {
	readonly name: Uint8Array;
	readonly flags: number;
	readonly method: 0 | 8;
	readonly crc: number;
	readonly size: number;
	readonly compressedSize: number;
	/** Byte of the archive at which its local header begins. */
	readonly offset: number;
}

/** `zipfile.ZIP64_LIMIT`: above it, numbers of 32 bits are not used for sizes and offsets, though they could hold twice as much. */
const most32 = 0x7fff_ffff;
/** `zipfile.ZIP_FILECOUNT_LIMIT`. */
const mostMembers = 0xffff;
/** 1980-01-01 00:00, which `ZipInfo` has when nobody says otherwise. */
const date = 0x0021;
const unix = 3;

/** The record before a member's data: `ZipInfo.FileHeader`. */
export function localHeader(member: Member, { forcesZip64, version, hidesSizes }: ZipLayout): Uint8Array {
	const { name, flags, method, crc, size, compressedSize } = member;
	const sizes = hidesSizes ? [inZip64, inZip64] : [Math.min(compressedSize, inZip64), Math.min(size, inZip64)];
	const extraLength = forcesZip64 ? 20 : 0;
	const record = new RecordWriter(lengthOf.localHeader + name.length + extraLength)
		.u32(signature.localHeader)
		.u16(version, flags, method, 0, date)
		.u32(crc, ...sizes)
		.u16(name.length, extraLength)
		.bytes(name);
	if (forcesZip64) record.u16(zip64Extra, 16).u64(size, compressedSize);
	return record.finish();
}

/** The entry of a member in the directory: `ZipFile._write_end_record`. */
export function centralHeader(member: Member, layout: ZipLayout): Uint8Array {
	const { name, flags, method, crc, size, compressedSize, offset } = member;
	const isLarge = size > most32 || compressedSize > most32;
	const wide = [...(isLarge ? [size, compressedSize] : []), ...(offset > most32 ? [offset] : [])];
	const version = wide.length > 0 ? 45 : layout.version;
	const extraLength = wide.length === 0 ? 0 : 4 + 8 * wide.length;
	const record = new RecordWriter(lengthOf.centralHeader + name.length + extraLength)
		.u32(signature.centralHeader)
		.u16(version | (unix << 8), version, flags, method, 0, date)
		.u32(crc, isLarge ? inZip64 : compressedSize, isLarge ? inZip64 : size)
		.u16(name.length, extraLength, 0, 0, 0)
		.u32(layout.attributes, offset > most32 ? inZip64 : offset)
		.bytes(name);
	if (wide.length > 0) record.u16(zip64Extra, 8 * wide.length).u64(...wide);
	return record.finish();
}

/** What ends an archive whose directory lies at `offset`, the zip64 records included where they are needed. */
export function endRecords(members: number, offset: number, length: number): Uint8Array {
	const needsZip64 = members > mostMembers || offset > most32 || length > most32;
	const record = new RecordWriter(
		lengthOf.endRecord + (needsZip64 ? lengthOf.zip64EndRecord + lengthOf.zip64Locator : 0),
	);
	if (needsZip64) {
		record
			.u32(signature.zip64EndRecord)
			.u64(lengthOf.zip64EndRecord - 12)
			.u16(45, 45)
			.u32(0, 0)
			.u64(members, members, length, offset)
			.u32(signature.zip64Locator, 0)
			.u64(offset + length)
			.u32(1);
	}
	const count = Math.min(members, mostMembers);
	return record
		.u32(signature.endRecord)
		.u16(0, 0, count, count)
		.u32(Math.min(length, inZip64), Math.min(offset, inZip64))
		.u16(0)
		.finish();
}
