import { npyParts } from "./npy-parts.js";
import { hexText, type Part } from "./part.js";

/** The tokens of an npz file: every field of the zip around its members, and the tokens of these. Members are stored, not deflated. */
export function npzParts(bytes: Uint8Array): readonly Part[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const parts: Part[] = [];
	let at = 0;
	while (at + 4 <= bytes.byteLength) {
		const signature = view.getUint32(at, true);
		if (signature === local) {
			const size = dataSize(view, at);
			const head = 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
			parts.push(...fieldParts("local", localFields, view, at), extraPart("local", bytes, view, at, 30, 26, 28));
			parts.push(...npyParts(bytes.subarray(at + head, at + head + size)));
			at += head + size;
		} else if (signature === central) {
			parts.push(...fieldParts("central", centralFields, view, at), extraPart("central", bytes, view, at, 46, 28, 30));
			at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
		} else {
			parts.push({ name: "end record", text: hexText(bytes.subarray(at)), level: "L1" });
			break;
		}
	}
	return parts;
}

const local = 0x04034b50;
const central = 0x02014b50;

type Field = readonly [name: string, offset: number, size: 2 | 4];

const localFields: readonly Field[] = [
	["version needed", 4, 2],
	["flags", 6, 2],
	["method", 8, 2],
	["time", 10, 2],
	["date", 12, 2],
	["compressed size", 18, 4],
	["size", 22, 4],
];

const centralFields: readonly Field[] = [
	["made by", 4, 2],
	["version needed", 6, 2],
	["flags", 8, 2],
	["compressed size", 20, 4],
	["size", 24, 4],
	["external attributes", 38, 4],
];

function fieldParts(record: string, fields: readonly Field[], view: DataView, at: number): readonly Part[] {
	return fields.map(([name, offset, size]) => ({
		name: `${record} ${name}`,
		text: `0x${(size === 2 ? view.getUint16(at + offset, true) : view.getUint32(at + offset, true)).toString(16)}`,
		level: "L1",
	}));
}

function extraPart(
	record: string,
	bytes: Uint8Array,
	view: DataView,
	at: number,
	size: number,
	nameField: number,
	extraField: number,
): Part {
	const start = at + size + view.getUint16(at + nameField, true);
	const extra = bytes.subarray(start, start + view.getUint16(at + extraField, true));
	return { name: `${record} extra`, text: hexText(extra), level: "L1" };
}

/** Of the data behind a local header. Sizes of all ones stand in the extra field of zip64 behind it. */
function dataSize(view: DataView, at: number): number {
	const size = view.getUint32(at + 18, true);
	if (size !== 0xffffffff) return size;
	return Number(view.getBigUint64(at + 30 + view.getUint16(at + 26, true) + 12, true));
}
