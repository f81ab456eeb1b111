import type { DTypeSpec, FieldSpec } from "@ndwire/core";
import type { CountOrder } from "./byte-order.js";

export interface DecodeFrameOptions<Spec extends DTypeSpec = DTypeSpec> {
	/**
	 * What the elements are, where the text in the frame does not say it: that of a structured array is only `|V13`. The elements are
	 * read as this dtype, whatever the text; both must have the same itemsize.
	 */
	readonly dtype?: Spec | readonly FieldSpec[] | undefined;
	/**
	 * Byte order of the counts: the sender's own, which the frame does not name. `"detect"` takes the one in which the length of the
	 * dtype text makes sense, and refuses where none or both do. Default little. Elements have an order of their own, in their dtype.
	 */
	readonly byteOrder?: CountOrder | "detect" | undefined;
	/** Most bytes of dtype text. Default 1024: a type string has some five. */
	readonly maxDtypeLength?: number | undefined;
	/** Most bytes of a frame, counts and text included. Default: no limit in memory, where all are there; 1 GiB in streams. */
	readonly maxFrameSize?: number | undefined;
}
