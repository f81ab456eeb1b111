import { bfloatToNumber } from "../bfloat16.js";
import { halfToNumber } from "../half-float.js";
import { numberType } from "../number-type.js";
import { readExtended } from "./extended.js";
import type { NumberPart } from "./number-part.js";
import type { Real } from "./real.js";

export type RealReader = (view: DataView, at: number) => Real;

/** How the real numbers of a dtype are read, NaNs by their bits. */
export function realReader({ kind, size, isLittle }: NumberPart): RealReader {
	switch (kind) {
		case "bool":
			return (view, at) => (view.getUint8(at) === 0 ? 0 : 1);
		case "bfloat":
			return (view, at) => readBfloat(view.getUint16(at, isLittle));
		case "float":
			return floatReader(size, isLittle);
		case "int":
		case "uint": {
			const type = numberType(kind === "int" ? "i" : "u", size);
			if (type === undefined) throw new TypeError(`astype: there are no integers of ${size} bytes`);
			const get = `get${type}` as const;
			return (view, at) => view[get](at, isLittle);
		}
		default:
			return kind satisfies never;
	}
}

function floatReader(size: number, isLittle: boolean): RealReader {
	if (size === 2) return (view, at) => readHalf(view.getUint16(at, isLittle));
	if (size === 4) return (view, at) => readSingle(view, at, isLittle);
	if (size === 8) return (view, at) => readDouble(view, at, isLittle);
	return (view, at) => readExtended(view, at, size, isLittle);
}

function readHalf(bits: number): Real {
	if ((bits & 0x7fff) <= 0x7c00) return halfToNumber(bits);
	return { isNegative: bits >= 0x8000, fraction: BigInt(bits & 1023) << 53n, isKept: true };
}

function readBfloat(bits: number): Real {
	if ((bits & 0x7fff) <= 0x7f80) return bfloatToNumber(bits);
	return { isNegative: bits >= 0x8000, fraction: BigInt(bits & 127) << 56n, isKept: true };
}

function readSingle(view: DataView, at: number, isLittle: boolean): Real {
	const number = view.getFloat32(at, isLittle);
	if (!Number.isNaN(number)) return number;
	const bits = view.getUint32(at, isLittle);
	return { isNegative: bits >= 0x80000000, fraction: BigInt(bits & 0x7fffff) << 40n, isKept: false };
}

function readDouble(view: DataView, at: number, isLittle: boolean): Real {
	const number = view.getFloat64(at, isLittle);
	if (!Number.isNaN(number)) return number;
	const bits = view.getBigUint64(at, isLittle);
	return { isNegative: bits >= 2n ** 63n, fraction: (bits & 0xfffffffffffffn) << 11n, isKept: false };
}
