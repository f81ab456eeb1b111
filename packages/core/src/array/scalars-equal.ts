import type { ScalarDType } from "../dtype/types.js";
import { durationOf, instantOf, isCalendarUnit, isGenericUnit, NAT } from "./datetime-ticks.js";
import { exactOf, exactOfExtended, isSameNumber, type ExactNumber } from "./exact-number.js";

type ValueComparer = (a: unknown, b: unknown) => boolean;

/**
 * How NumPy's `==` compares elements of two dtypes, as `NDArray.get` gives them.
 *
 * @throws {TypeError} for dtypes that NumPy cannot compare.
 */
export function scalarsEqual(a: ScalarDType, b: ScalarDType, equalNan: boolean): ValueComparer {
	if (isNumeric(a) && isNumeric(b)) return numbersEqual(a, b, equalNan);
	if ((a.kind === "M" || a.kind === "m") && a.kind === b.kind) {
		// Without a unit a count takes on that of the other side.
		if (isGenericUnit(a) || isGenericUnit(b)) return ticksEqual((count) => count, a, b, equalNan);
		if (a.kind === "M") return ticksEqual(instantOf, a, b, equalNan);
		if (isCalendarUnit(a) !== isCalendarUnit(b)) throw new TypeError("years and months have no length in days");
		return ticksEqual(durationOf, a, b, equalNan);
	}
	// A timedelta and an integer compare by their counts.
	if ((a.kind === "m" && isInteger(b)) || (isInteger(a) && b.kind === "m")) return numbersEqual(a, b, equalNan);
	if (a.kind === "V" || b.kind === "V") {
		if (a.kind !== b.kind || a.itemsize !== b.itemsize)
			throw new TypeError("voids compare with voids of their size only");
		return bytesEqual;
	}
	if (a.kind === "S" && b.kind === "S") return bytesEqual;
	const areText = "UT".includes(a.kind) && "UT".includes(b.kind);
	return areText || (a.kind === "O" && b.kind === "O") ? (x, y) => x === y : () => false;
}

function isNumeric(dtype: ScalarDType): boolean {
	return isInteger(dtype) || dtype.kind === "f" || dtype.kind === "c" || dtype.format !== undefined;
}

function isInteger({ kind }: ScalarDType): boolean {
	return kind === "b" || kind === "i" || kind === "u";
}

/** Exactly, but for 64-bit integers and floats, for which NumPy goes to doubles: long doubles hold them all. */
function numbersEqual(a: ScalarDType, b: ScalarDType, equalNan: boolean): ValueComparer {
	const isExact = (isInteger(a) && isInteger(b)) || isLong(a) || isLong(b) || a.kind === "m" || b.kind === "m";
	return (x, y) => {
		// Two of a kind JavaScript compares as exactly, and many times as fast.
		if (typeof x === "bigint" && typeof y === "bigint") return x === y;
		if (typeof x === "number" && typeof y === "number") {
			return x === y || (equalNan && Number.isNaN(x) && Number.isNaN(y));
		}
		const [partsA, partsB] = [complexParts(x, a, isExact), complexParts(y, b, isExact)];
		if (partsA.includes("NaN") || partsB.includes("NaN")) {
			return equalNan && partsA.includes("NaN") && partsB.includes("NaN");
		}
		return isSameNumber(partsA[0], partsB[0]) && isSameNumber(partsA[1], partsB[1]);
	};
}

function isLong({ kind, itemsize }: ScalarDType): boolean {
	return (kind === "f" && itemsize > 8) || (kind === "c" && itemsize > 16);
}

type Parts = readonly [re: ExactNumber, im: ExactNumber];

function complexParts(value: unknown, dtype: ScalarDType, isExact: boolean): Parts {
	if (value instanceof Uint8Array) return longDoubleParts(value, dtype);
	if (typeof value === "object" && value !== null && "re" in value && "im" in value) {
		return [exactPart(value.re, isExact), exactPart(value.im, isExact)];
	}
	return [exactPart(value, isExact), ZERO];
}
const ZERO: ExactNumber = { mantissa: 0n, exponent: 0 };

function exactPart(value: unknown, isExact: boolean): ExactNumber {
	if (typeof value === "bigint") return exactOf(isExact ? value : Number(value));
	return exactOf(Number(value));
}

function longDoubleParts(bytes: Uint8Array, { kind, byteOrder }: ScalarDType): Parts {
	const size = kind === "c" ? bytes.length / 2 : bytes.length;
	const [re, im] = [bytes.slice(0, size), bytes.slice(size)].map((part) =>
		byteOrder === ">" ? part.toReversed() : part,
	);
	return [exactOfExtended(re ?? bytes), kind === "c" && im !== undefined ? exactOfExtended(im) : ZERO];
}

type Ticks = (count: bigint, dtype: ScalarDType) => bigint;

/** NaT is never equal, unless that is asked for. */
function ticksEqual(ticksOf: Ticks, a: ScalarDType, b: ScalarDType, equalNan: boolean): ValueComparer {
	return (x, y) => {
		if (typeof x !== "bigint" || typeof y !== "bigint") return false;
		if (x === NAT || y === NAT) return equalNan && x === y;
		return ticksOf(x, a) === ticksOf(y, b);
	};
}

function bytesEqual(a: unknown, b: unknown): boolean {
	if (!(a instanceof Uint8Array && b instanceof Uint8Array)) return false;
	return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
