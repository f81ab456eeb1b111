import { dtype as makeDtype, fromBuffer, type DType, type NDArray } from "@ndwire/core";
import type { Layout, Reading } from "../incremental/reading.js";
import { refusal } from "../refusal.js";
import type { CountOrder } from "./byte-order.js";
import { DtypeTexts, requireFrameable } from "./dtype-text.js";
import { readHeader, type FrameHeader, type FrameRules } from "./header.js";
import type { DecodeFrameOptions } from "./options.js";

/** Frames of one sender: once its byte order has been detected, it stays. */
export class FrameLayout implements Layout<NDArray> {
	readonly format = "frame";
	/** The same, as far as the elements. */
	readonly headers: Layout<FrameHeader> = { format: "frame", read: (start) => this.#readHeader(start) };
	readonly #dtype: DType | undefined;
	#rules: FrameRules;

	/**
	 * @throws {FormatError} for a `dtype` that NumPy refuses, or of which there are no frames.
	 * @throws {RangeError} for a limit or a byte order that is none.
	 */
	constructor(options: DecodeFrameOptions) {
		const { dtype, byteOrder = "little", maxDtypeLength = 1024, maxFrameSize = Infinity } = options;
		if (![maxDtypeLength, maxFrameSize].every((limit) => limit > 0)) {
			throw new RangeError(`frame: expected limits above 0, found ${maxDtypeLength} and ${maxFrameSize}`);
		}
		if (!["little", "big", "detect"].includes(byteOrder)) {
			throw new RangeError(`frame: expected the byte order little, big or detect, found ${byteOrder}`);
		}
		this.#dtype = dtype === undefined ? undefined : requireFrameable(makeDtype(dtype));
		this.#rules = { byteOrder, maxDtypeLength, maxFrameSize, dtypes: new DtypeTexts() };
	}

	/** The byte order of the counts, unless it is still to be detected. */
	get byteOrder(): CountOrder | undefined {
		return this.#rules.byteOrder === "detect" ? undefined : this.#rules.byteOrder;
	}

	*read(start: number): Reading<NDArray> {
		const { dtype, shape, dataLength } = yield* this.#readHeader(start);
		const data = yield { length: dataLength, what: "elements", alignment: dtype.alignment };
		return fromBuffer(data, { dtype, shape });
	}

	*#readHeader(start: number): Reading<FrameHeader> {
		const header = yield* readHeader(start, this.#rules);
		if (this.#rules.byteOrder === "detect") this.#rules = { ...this.#rules, byteOrder: header.byteOrder };
		return { ...header, dtype: this.#elementsOf(header, start + 4) };
	}

	/** What the elements are taken for. */
	#elementsOf({ dtype: told }: FrameHeader, offset: number): DType {
		const dtype = this.#dtype ?? told;
		if (dtype.itemsize === told.itemsize) return dtype;
		const expected = `elements of ${dtype.itemsize} bytes, as the given dtype has`;
		throw refusal("frame", "bad-dtype", expected, `elements of ${told.itemsize}`, offset);
	}
}
