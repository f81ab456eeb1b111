import { formatDtype, type NDArray, type ScalarDType } from "@ndwire/core";
import { endsElement, MINUS, NINE, POINT, ZERO } from "./characters.js";
import type { Column, ColumnRules, Refuse, TokenForm } from "./column.js";
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
		const { value, isText } = this.#valueOf(token, form, refuse);
		const rounded = isText && this.#rounding !== undefined ? towardsText(value, token, this.#rounding) : value;
		const most = this.#rounding?.beyond ?? Number.POSITIVE_INFINITY;
		if (isText && Math.abs(rounded) >= most && this.#rules.overflow === "error") {
			refuse("overflow", `a number that ${formatDtype(this.#dtype, "text")} holds`);
		}
		this.#store.push(rounded);
	}

	finish(shape: readonly number[]): NDArray {
		return this.#store.finish(shape);
	}

	/** Whether a number needs a look at its text: it may be infinite for the dtype, or in the middle of two of its numbers. */
	#isDelicate(value: number, rounding: FloatRounding): boolean {
		return Math.abs(value) >= rounding.beyond || isHalfway(value, rounding);
	}

	#valueOf(token: string, form: TokenForm, refuse: Refuse): { readonly value: number; readonly isText: boolean } {
		if (form === "string") {
			if (decimal.test(token)) return { value: Number(token), isText: true };
			const [, sign, word] = words.exec(token) ?? [];
			if (word === undefined) return refuse("bad-dtype", "a number");
			// NaN has a sign in Python too, and loses it in arithmetic.
			if (word.toLowerCase() === "nan") return { value: Number.NaN, isText: false };
			return { value: sign === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, isText: false };
		}
		if (jsonNumber.test(token)) return { value: token === "-0" ? 0 : Number(token), isText: true };
		if (token === "NaN" || (token === "null" && this.#rules.null === "nan"))
			return { value: Number.NaN, isText: false };
		if (token === "Infinity") return { value: Number.POSITIVE_INFINITY, isText: false };
		if (token === "-Infinity") return { value: Number.NEGATIVE_INFINITY, isText: false };
		return refuse("bad-dtype", token === "null" ? 'a number (null is NaN with the option null: "nan")' : "a number");
	}
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
// What Python's float() reads, without blanks and underscores.
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const words = /^([+-]?)(nan|inf(?:inity)?)$/i;
const powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
