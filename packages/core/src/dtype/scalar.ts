import type { DatetimeUnit, Kind, ScalarDType } from "./types.js";

/** What `scalar` needs: order matters only where a number has more than one byte. */
export interface ScalarParts {
	readonly kind: Kind;
	readonly itemsize: number;
	readonly byteOrder: "<" | ">";
	readonly unit?: DatetimeUnit;
	/** Default: that of NumPy on 64-bit Linux. */
	readonly alignment?: number;
}

/** A dtype without fields, its byte order dropped where it means nothing. */
export function scalar({ kind, itemsize, byteOrder, ...others }: ScalarParts): ScalarDType {
	const isOrdered = kind === "U" || (itemsize > 1 && !"SVOT".includes(kind));
	return {
		tag: "scalar",
		kind,
		itemsize,
		alignment: ALIGNMENTS[kind] ?? (kind === "c" ? itemsize / 2 : itemsize),
		byteOrder: isOrdered ? byteOrder : "|",
		hasObject: kind === "O" || kind === "T",
		...others,
	};
}

const ALIGNMENTS: Partial<Record<Kind, number>> = { S: 1, V: 1, U: 4, T: 8 };
