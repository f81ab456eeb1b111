import { formatDtype, type NDArray, type ScalarDType } from "@ndwire/core";
import { endsElement, MINUS, NINE, POINT, ZERO } from "./characters.js";
import type { Column, ColumnRules, Refuse, TokenForm } from "./column.js";
import { floatToken } from "./float-token.js";
import { floatRounding, isHalfway, towardsText, type FloatRounding } from "./float-rounding.js";
import { NumberStore } from "./store.js";

/** Floats of up to 64 bits. Decimal text is rounded once, to the dtype's own precision. */
export class FloatColumn implements Column {
	readonly #dtype: ScalarDType;
	readonly #rules: ColumnRules;
	readonly #store: NumberStore;
	readonly #rounding: FloatRounding | undefined;

	constructor(dtype: ScalarDType, rules: ColumnRules) {
		this.#dtype = dtype;
		this.#rules = rules;
		this.#store = new NumberStore(dtype);
		this.#rounding = floatRounding(dtype);
	}

	get size(): number {
		return this.#store.size;
	}

	take(text: string, start: number): number {
		let at = start;
		let unit = text.charCodeAt(at);
		const isNegative = unit === MINUS;
		if (isNegative) unit = text.charCodeAt((at += 1));
		const first = at;
		let digits = 0;
		while (unit >= ZERO && unit <= NINE) {
			digits = digits * 10 + unit - ZERO;
			unit = text.charCodeAt((at += 1));
		}
		const point = at;
		if (unit === POINT) {
			unit = text.charCodeAt((at += 1));
			while (unit >= ZERO && unit <= NINE) {
				digits = digits * 10 + unit - ZERO;
				unit = text.charCodeAt((at += 1));
			}
		}
		const decimals = at === point ? 0 : at - point - 1;
		const isPlain =
			point > first &&
			(point === first + 1 || text.charCodeAt(first) !== ZERO) &&
			(at === point || decimals > 0) &&
			endsElement(unit);
		// Fifteen digits are exact, and so is the power of ten: one division rounds once.
		if (!isPlain || point - first + decimals > 15) return start;
		const magnitude = digits / (powersOfTen[decimals] ?? 1);
		// Python reads -0 as the integer, which has no sign.
		const value = isNegative && (digits !== 0 || decimals > 0) ? -magnitude : magnitude;
		if (this.#rounding !== undefined && this.#isDelicate(value, this.#rounding)) return start;
		this.#store.push(value);
		return at;
	}

	put(token: string, form: TokenForm, refuse: Refuse): void {
		const read = floatToken(token, form, this.#rules, refuse);
		this.#store.push("word" in read ? read.word : this.#round(read.decimal, refuse));
	}

	finish(shape: readonly number[]): NDArray {
		return this.#store.finish(shape);
	}

	/** Whether a number needs a look at its text: it may be infinite for the dtype, or in the middle of two of its numbers. */
	#isDelicate(value: number, rounding: FloatRounding): boolean {
		return Math.abs(value) >= rounding.beyond || isHalfway(value, rounding);
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

const powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
