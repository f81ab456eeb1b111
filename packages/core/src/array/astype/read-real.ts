import { narrowToNumber, type FractionBits } from "../narrow-float.js";
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
			return (view, at) => readNarrow(view.getUint16(at, isLittle), 7);
		case "float":
			return floatReader(size, isLittle);
		case "int":
		case "uint": {
			const type = numberType({ kind: kind === "int" ? "i" : "u", itemsize: size });
			if (type === undefined) throw new TypeError(`astype: there are no integers of ${size} bytes`);
			const get = `get${type}` as const;
			return (view, at) => view[get](at, isLittle);
		}
		default:
			return kind satisfies never;
	}
}

function floatReader(size: number, isLittle: boolean): RealReader {
	if (size === 2) return (view, at) => readNarrow(view.getUint16(at, isLittle), 10);
	if (size === 4) return (view, at) => readSingle(view, at, isLittle);
	if (size === 8) return (view, at) => readDouble(view, at, isLittle);
	return (view, at) => readExtended(view, at, size, isLittle);
}

function readNarrow(bits: number, fractionBits: FractionBits): Real {
	const number = narrowToNumber(bits, fractionBits);
	if (!Number.isNaN(number)) return number;
	const fraction = BigInt.asUintN(fractionBits, BigInt(bits)) << BigInt(63 - fractionBits);
	return { isNegative: bits >= 0x8000, fraction, isKept: true };
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
