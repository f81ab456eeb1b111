import { numberPartOf } from "../array/astype/number-part.js";
import { realReader } from "../array/astype/read-real.js";
import { datetimeToIso } from "../array/datetime-iso.js";
import { NAT } from "../array/datetime-ticks.js";
import type { Memory } from "../array/memory.js";
import { scalarAccessor } from "../array/scalar-accessor.js";
import type { ScalarDType } from "../dtype/types.js";
import { floatFormatOf } from "./binary-float.js";
import { floatFormatter } from "./float-formatter.js";
import { bytesText, objectText, voidText } from "./object-text.js";
import { strRepr } from "../literal/format.js";
import type { ResolvedPrintOptions } from "./print-options.js";

/** The text of the element at a byte offset. */
export type Formatter = (at: number) => string;

/** Elements that are printed alike: where they are, and whether each stands alone instead of in a list. */
export interface Printed {
	readonly memory: Memory;
	readonly offsets: readonly number[];
	readonly isAlone: boolean;
}

/** How NumPy prints elements of one array without fields: the width is that of the widest of them. */
export function scalarFormatter(dtype: ScalarDType, printed: Printed, options: ResolvedPrintOptions): Formatter {
	const { memory, offsets, isAlone } = printed;
	const { get } = scalarAccessor(dtype, memory);
	switch (dtype.kind) {
		case "b":
			return (at) => (get(at) === true ? (isAlone ? "True" : " True") : "False");
		case "i":
		case "u":
		case "m":
			return integerFormatter((at) => BigInt(String(get(at))), offsets, dtype.kind === "m");
		case "f":
		case "c":
			return numberFormatter(dtype, printed, options);
		case "M":
			return datetimeFormatter((at) => BigInt(String(get(at))), dtype, offsets);
		case "S":
			return (at) => bytesText(get(at));
		case "U":
			return (at) => strRepr(String(get(at)));
		case "V":
			if (dtype.format !== undefined) return numberFormatter(dtype, printed, options);
			return (at) => voidText(get(at));
		case "O":
		case "T":
			return (at) => (options.formatObject ?? objectText)(get(at));
		default:
			return dtype.kind satisfies never;
	}
}

function numberFormatter(dtype: ScalarDType, { memory, offsets }: Printed, options: ResolvedPrintOptions): Formatter {
	const numbers = numberPartOf(dtype);
	if (numbers === undefined) throw new TypeError(`formatArray: elements of kind ${dtype.kind} are no numbers`);
	const { part, isComplex } = numbers;
	const readPart = realReader(part);
	const format = floatFormatOf(part);
	const formatterAt = (start: number, hasPlus: boolean): Formatter => {
		const values = offsets.map((at) => readPart(memory.view, at + start));
		const toText = floatFormatter(values, format, { ...options, hasPlus });
		return (at) => toText(readPart(memory.view, at + start));
	};
	if (!isComplex) return formatterAt(0, false);
	const [re, im] = [formatterAt(0, false), formatterAt(part.size, true)];
	// The j stands right behind the digits, before the blanks that fill them up.
	return (at) => re(at) + im(at).replace(/ *$/, "j$&");
}

function integerFormatter(valueAt: (at: number) => bigint, offsets: readonly number[], hasNat: boolean): Formatter {
	const { width, isNat } = extremes(valueAt, offsets, hasNat, String);
	return (at) => (isNat(at) ? "'NaT'" : String(valueAt(at))).padStart(width);
}

function datetimeFormatter(valueAt: (at: number) => bigint, dtype: ScalarDType, offsets: readonly number[]): Formatter {
	const format = (count: bigint): string => `'${datetimeToIso(count, dtype)}'`;
	const { width, isNat } = extremes(valueAt, offsets, true, format);
	return (at) => (isNat(at) ? "'NaT'" : format(valueAt(at))).padStart(width);
}

interface Extremes {
	readonly width: number;
	readonly isNat: (at: number) => boolean;
}

/** NumPy measures the least and the greatest alone, which is why others may be wider. */
function extremes(
	valueAt: (at: number) => bigint,
	offsets: readonly number[],
	hasNat: boolean,
	format: (value: bigint) => string,
): Extremes {
	const isNat = (at: number): boolean => hasNat && valueAt(at) === NAT;
	const values = offsets.filter((at) => !isNat(at)).map(valueAt);
	const first = values[0];
	const widths = values.length < offsets.length ? ["'NaT'".length] : [];
	if (first !== undefined) {
		const least = values.reduce((a, b) => (b < a ? b : a), first);
		const greatest = values.reduce((a, b) => (b > a ? b : a), first);
		widths.push(format(least).length, format(greatest).length);
	}
	return { width: Math.max(0, ...widths), isNat };
}
