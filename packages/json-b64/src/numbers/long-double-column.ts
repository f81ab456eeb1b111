import { fromBuffer, newByteOrder, copy, type NDArray, type ScalarDType } from "@ndwire/core";
import type { Column, ColumnRules, Refuse, TokenForm } from "./column.js";
import { floatToken } from "./float-token.js";
import { layouts, longDoubleBits } from "./long-double.js";

/** Long doubles: decimal text is rounded once, to all the bits that they have. */
export class LongDoubleColumn implements Column {
	readonly #dtype: ScalarDType;
	readonly #rules: ColumnRules;
	readonly #elements: bigint[] = [];

	constructor(dtype: ScalarDType, rules: ColumnRules) {
		this.#dtype = dtype;
		this.#rules = rules;
	}

	get size(): number {
		return this.#elements.length;
	}

	put(token: string, form: TokenForm, refuse: Refuse): void {
		const { overflow, longDouble } = this.#rules;
		const read = floatToken(token, form, this.#rules, refuse);
		this.#elements.push(longDoubleBits(read, layouts[longDouble], overflow, refuse));
	}

	finish(shape: readonly number[]): NDArray {
		const view = new DataView(new ArrayBuffer(this.size * 16));
		for (const [index, bits] of this.#elements.entries()) {
			view.setBigUint64(index * 16, BigInt.asUintN(64, bits), true);
			view.setBigUint64(index * 16 + 8, bits >> 64n, true);
		}
		const little = fromBuffer(new Uint8Array(view.buffer), { dtype: newByteOrder(this.#dtype, "<"), shape });
		return this.#dtype.byteOrder === ">" ? copy(little, { byteOrder: ">" }) : little;
	}
}
