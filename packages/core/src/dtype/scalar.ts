import type { ByteOrder, DatetimeUnit, Kind, ScalarDType } from "./types.js";

/** What `scalar` needs: order matters only where a number has more than one byte. */
export interface ScalarParts {
	readonly kind: Kind;
	readonly itemsize: number;
	readonly byteOrder: "<" | ">";
	readonly unit?: DatetimeUnit;
	/** Default: that of NumPy on 64-bit Linux. */
	readonly alignment?: number;
	/** Of a void: what its bytes really are. */
	readonly format?: "bfloat16";
}

/** A dtype without fields, its byte order dropped where it means nothing. */
export function scalar({ kind, itemsize, byteOrder, unit, alignment, format }: ScalarParts): ScalarDType {
	const order: ByteOrder = format !== undefined || isOrdered(kind, itemsize) ? byteOrder : "|";
	return {
		tag: "scalar",
		kind,
		itemsize,
		alignment: alignment ?? alignmentOf(kind, itemsize),
		byteOrder: order,
		hasObject: kind === "O" || kind === "T",
		...(unit && { unit }),
		...(format && { format }),
	};
}

function isOrdered(kind: Kind, itemsize: number): boolean {
	return kind === "U" || (itemsize > 1 && !"SVOT".includes(kind));
}

function alignmentOf(kind: Kind, itemsize: number): number {
	switch (kind) {
		case "S":
		case "V":
			return 1;
		case "U":
			return 4;
		case "T":
			return 8;
		case "c":
			return itemsize / 2;
		default:
			return itemsize;
	}
}
