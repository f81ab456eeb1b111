import { narrowToNumber, numberToNarrow } from "../narrow-float.js";
import { numberType } from "../number-type.js";
import { writeExtended } from "./extended.js";
import type { NumberPart } from "./number-part.js";
import { isNotANumber, nearestNumber, oddNumber, QUIET, truncate, type NotANumber, type Real } from "./real.js";

/** What is lost where a number is stored: its place on the scale, or of an integer of 64 bits some digits. */
export type Loss = "range" | "digits" | undefined;

/** Stores a number as C converts it, or where C leaves that open as its bits allow, and says what that has lost. */
export type RealWriter = (view: DataView, at: number, value: Real) => Loss;

export function realWriter({ kind, size, isLittle }: NumberPart): RealWriter {
	switch (kind) {
		case "bool":
			return (view, at, value) => {
				// As in C, a NaN is not zero.
				view.setUint8(at, value === 0 || value === 0n ? 0 : 1);
				return undefined;
			};
		case "int":
		case "uint":
			return size === 8 ? longWriter(kind === "int", isLittle) : integerWriter(kind === "int", size, isLittle);
		case "bfloat":
			return bfloatWriter(isLittle);
		case "float":
			return floatWriter(size, isLittle);
		default:
			return kind satisfies never;
	}
}

/** Modulo 2 ** bits; what is no finite number becomes 0. */
function integerWriter(isSigned: boolean, size: number, isLittle: boolean): RealWriter {
	const type = numberType({ kind: isSigned ? "i" : "u", itemsize: size });
	if (type === undefined || type === "BigInt64" || type === "BigUint64") {
		throw new TypeError(`astype: there are no integers of ${size} bytes`);
	}
	const set = `set${type}` as const;
	const [least, most] = isSigned ? [-(2 ** (size * 8 - 1)), 2 ** (size * 8 - 1) - 1] : [0, 2 ** (size * 8) - 1];
	return (view, at, value) => {
		const number = typeof value === "number" ? Math.trunc(value) : lowerBits(value);
		view[set](at, number, isLittle);
		return number >= least && number <= most && isKeptBy(number, value) ? undefined : "range";
	};
}

/** 53 bits of an integer, which all smaller ones have in common with it. */
function lowerBits(value: Exclude<Real, number>): number {
	return isNotANumber(value) ? 0 : Number(BigInt.asIntN(53, truncate(value)));
}

function isKeptBy(number: number, value: Real): boolean {
	return typeof value === "number" || (!isNotANumber(value) && BigInt(number) === truncate(value));
}

function longWriter(isSigned: boolean, isLittle: boolean): RealWriter {
	return (view, at, value) => {
		const isFinite = !isNotANumber(value) && (typeof value !== "number" || Number.isFinite(value));
		const integer = isFinite ? truncate(value) : 0n;
		view.setBigUint64(at, BigInt.asUintN(64, integer), isLittle);
		const held = isSigned ? BigInt.asIntN(64, integer) : BigInt.asUintN(64, integer);
		return isFinite && held === integer ? undefined : "range";
	};
}

function bfloatWriter(isLittle: boolean): RealWriter {
	return (view, at, value) => {
		if (isNotANumber(value)) {
			view.setUint16(at, value.isNegative ? 0xffc0 : 0x7fc0, isLittle);
			return undefined;
		}
		const bits = numberToNarrow(oddNumber(value), 7);
		view.setUint16(at, bits, isLittle);
		return floatLoss(value, narrowToNumber(bits, 7));
	};
}

function floatWriter(size: number, isLittle: boolean): RealWriter {
	if (size === 2) return (view, at, value) => writeHalf(view, at, isLittle, value);
	if (size === 4) return (view, at, value) => writeSingle(view, at, isLittle, value);
	if (size === 8) return (view, at, value) => writeDouble(view, at, isLittle, value);
	return (view, at, value) => {
		writeExtended(view, at, size, isLittle, value);
		return undefined;
	};
}

/** `npy_floatbits_to_halfbits`: a NaN whose upper bits are all zero is kept from becoming an infinity. */
function writeHalf(view: DataView, at: number, isLittle: boolean, value: Real): Loss {
	if (isNotANumber(value)) {
		const fraction = Number(value.fraction >> 53n) || 1;
		view.setUint16(at, (value.isNegative ? 0xfc00 : 0x7c00) | fraction, isLittle);
		return undefined;
	}
	// From long doubles and integers of 64 bits NumPy goes by way of float32.
	const bits = numberToNarrow(typeof value === "number" ? value : Math.fround(oddNumber(value)), 10);
	view.setUint16(at, bits, isLittle);
	return floatLoss(value, narrowToNumber(bits, 10));
}

function writeSingle(view: DataView, at: number, isLittle: boolean, value: Real): Loss {
	if (isNotANumber(value)) {
		const fraction = Number(quietFraction(value) >> 40n);
		view.setUint32(at, ((value.isNegative ? 0xff800000 : 0x7f800000) | fraction) >>> 0, isLittle);
		return undefined;
	}
	const number = Math.fround(typeof value === "number" ? value : oddNumber(value));
	view.setFloat32(at, number, isLittle);
	return floatLoss(value, number);
}

function writeDouble(view: DataView, at: number, isLittle: boolean, value: Real): Loss {
	if (isNotANumber(value)) {
		const head = value.isNegative ? 0xfffn : 0x7ffn;
		view.setBigUint64(at, (head << 52n) | (quietFraction(value) >> 11n), isLittle);
		return undefined;
	}
	const number = nearestNumber(value);
	view.setFloat64(at, number, isLittle);
	return floatLoss(value, number);
}

function quietFraction({ fraction, isKept }: NotANumber): bigint {
	return isKept ? fraction : fraction | QUIET;
}

/** A float has its own rounding, but an identifier of 64 bits that changes its digits is another one. */
function floatLoss(value: Exclude<Real, NotANumber>, stored: number): Loss {
	if (!Number.isFinite(stored)) return typeof value === "number" && !Number.isFinite(value) ? undefined : "range";
	return typeof value === "bigint" && BigInt(stored) !== value ? "digits" : undefined;
}
