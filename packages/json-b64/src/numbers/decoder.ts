import type { DType, NDArray, ScalarDType, StructDType } from "@ndwire/core";
import { parseDocument } from "../json/parse.js";
import { joinedText } from "../text-pieces.js";
import { columnOf } from "./column-of.js";
import { rulesOf, type DecodeNumbersOptions, type Location } from "./options.js";
import { parseFloats } from "./parse-floats.js";
import { decodeRecords } from "./records.js";
import { NumberScanner } from "./scanner.js";
import { arrayOfFloats } from "./host-memory.js";
import { unfold, type Unfolding } from "./unfold.js";

type Options = Omit<DecodeNumbersOptions, "dtype">;

/** Makes an array of text that comes in one piece or in several. */
export class NumbersDecoder {
	readonly #elements: Elements;
	readonly #unfolding: Unfolding;

	constructor(dtype: DType, options: Options, location: Location) {
		this.#unfolding = unfold(dtype, options, location);
		const { element } = this.#unfolding;
		this.#elements =
			element.tag === "struct"
				? new Records(element, options)
				: new NumberScanner(columnOf(element, rulesOf(options)), location);
	}

	/** Takes the next part of the text, which does not end within an element. */
	push(text: string): void {
		this.#elements.push(text);
	}

	/** The array, once all text was pushed. */
	finish(): NDArray {
		return this.#unfolding.fold(this.#elements.finish());
	}
}

interface Elements {
	readonly push: (text: string) => void;
	readonly finish: () => NDArray;
}

/** Records are of several kinds, and are looked at as a whole. */
class Records implements Elements {
	readonly #dtype: StructDType;
	readonly #options: Options;
	readonly #pieces: string[] = [];

	constructor(dtype: StructDType, options: Options) {
		this.#dtype = dtype;
		this.#options = options;
	}

	push(text: string): void {
		this.#pieces.push(text);
	}

	finish(): NDArray {
		return decodeRecords(parseDocument(joinedText(this.#pieces)), this.#dtype, rulesOf(this.#options));
	}
}

/** The array that a whole text spells. */
export function decodeWhole(text: string, dtype: DType, options: Options, location: Location): NDArray {
	const { element, fold } = unfold(dtype, options, location);
	const parsed = element.tag === "scalar" ? parsedFloats(text, element) : undefined;
	if (parsed !== undefined) return fold(parsed);
	const decoder = new NumbersDecoder(dtype, options, location);
	decoder.push(text);
	return decoder.finish();
}

function parsedFloats(text: string, dtype: ScalarDType): NDArray | undefined {
	const isLong = dtype.kind === "f" && dtype.itemsize <= 8 && longNumber.test(text.slice(0, sampleLength));
	const parsed = isLong ? parseFloats(text, dtype) : undefined;
	return parsed && arrayOfFloats(parsed.numbers, parsed.shape, dtype);
}

/** A number of more digits than a column takes in one go, where the engine's own reader is faster; in the beginning, it stands for all. */
const longNumber = /[\d.]{17}/;
const sampleLength = 1024;
