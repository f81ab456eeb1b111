import { FormatError, isoToDatetime, type NDArray, type ScalarDType } from "@ndwire/core";
import type { Column, Refuse, TokenForm } from "./column.js";
import { WideIntegerColumn } from "./wide-integer-column.js";

/** Datetimes: counts of their unit as numbers, dates of ISO 8601 as strings, as `numpy.array` reads both. */
export class DateColumn implements Column {
	readonly #dtype: ScalarDType;
	readonly #counts: WideIntegerColumn;

	constructor(dtype: ScalarDType) {
		this.#dtype = dtype;
		this.#counts = new WideIntegerColumn(dtype);
	}

	get size(): number {
		return this.#counts.size;
	}

	take(bytes: Uint8Array, start: number): number {
		return this.#counts.take(bytes, start);
	}

	put(token: string, form: TokenForm, refuse: Refuse): void {
		this.#counts.put(form === "string" ? String(this.#countOf(token, refuse)) : token, "bare", refuse);
	}

	finish(shape: readonly number[]): NDArray {
		return this.#counts.finish(shape);
	}

	#countOf(text: string, refuse: Refuse): bigint {
		try {
			return isoToDatetime(text, this.#dtype);
		} catch (error) {
			if (error instanceof FormatError) return refuse(error.code, error.expected);
			throw error;
		}
	}
}
