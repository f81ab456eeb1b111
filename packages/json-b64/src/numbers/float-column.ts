import { formatDtype, type NDArray, type ScalarDType } from "@ndwire/core";
import { afterComma, endsElement, MINUS, POINT, ZERO } from "./characters.js";
import type { Column, ColumnRules, Refuse, TokenForm } from "./column.js";
import { floatToken } from "./float-token.js";
import { floatRounding, isHalfway, towardsText, type FloatRounding } from "./float-rounding.js";
import { arrayOfFloats } from "./host-memory.js";
import { Slots } from "./slots.js";

/** Floats of up to 64 bits. Decimal text is rounded once, to the dtype's own precision. */
export class FloatColumn implements Column {
	readonly #dtype: ScalarDType;
	readonly #rules: ColumnRules;
	readonly #values = new Slots((length) => new Float64Array(length));
	readonly #rounding: FloatRounding | undefined;

	constructor(dtype: ScalarDType, rules: ColumnRules) {
		this.#dtype = dtype;
		this.#rules = rules;
		this.#rounding = floatRounding(dtype);
	}

	get size(): number {
		return this.#values.size;
	}

	take(bytes: Uint8Array, start: number): number {
		const rounding = this.#rounding;
		const { stop, all } = this.#values;
		let count = this.#values.size;
		let end = start;
		for (let at = start; count < stop;) {
			const isNegative = bytes[at] === MINUS;
			if (isNegative) at += 1;
			const first = at;
			let digits = 0;
			for (;;) {
				const digit = (bytes[at] ?? 0) - ZERO;
				if (digit < 0 || digit > 9) break;
				digits = digits * 10 + digit;
				at += 1;
			}
			const point = at;
			if (bytes[at] === POINT) {
				at += 1;
				for (;;) {
					const digit = (bytes[at] ?? 0) - ZERO;
					if (digit < 0 || digit > 9) break;
					digits = digits * 10 + digit;
					at += 1;
				}
			}
			const decimals = at === point ? 0 : at - point - 1;
			const isWhole = point > first && (point === first + 1 || bytes[first] !== ZERO);
			const isNumber = isWhole && (at === point || decimals > 0) && endsElement(bytes[at] ?? 0);
			// Fifteen digits are exact, and so is the power of ten: one division rounds once.
			if (!isNumber || point - first + decimals > 15) break;
			const magnitude = digits / (powersOfTen[decimals] ?? 1);
			// Python reads -0 as the integer, which has no sign.
			const value = isNegative && (digits !== 0 || decimals > 0) ? -magnitude : magnitude;
			if (rounding !== undefined && isDelicate(value, rounding)) break;
			all[count] = value;
			count += 1;
			end = at;
			at = afterComma(bytes, at);
			if (at === end) break;
		}
		this.#values.size = count;
		return end;
	}

	put(token: string, form: TokenForm, refuse: Refuse): void {
		const read = floatToken(token, form, this.#rules, refuse);
		this.#values.push("word" in read ? read.word : this.#round(read.decimal, refuse));
	}

	finish(shape: readonly number[]): NDArray {
		return arrayOfFloats(this.#values.taken, shape, this.#dtype);
	}

	#round(decimal: string, refuse: Refuse): number {
		const value = Number(decimal);
		const rounded = this.#rounding === undefined ? value : towardsText(value, decimal, this.#rounding);
		const most = this.#rounding?.beyond ?? Number.POSITIVE_INFINITY;
		if (Math.abs(rounded) >= most && this.#rules.overflow === "error") {
			refuse("overflow", `a number that ${formatDtype(this.#dtype, "text")} holds`);
		}
		return rounded;
	}
}

/** Whether a number needs a look at its text: it may be infinite for the dtype, or in the middle of two of its numbers. */
function isDelicate(value: number, rounding: FloatRounding): boolean {
	return Math.abs(value) >= rounding.beyond || isHalfway(value, rounding);
}

const powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
