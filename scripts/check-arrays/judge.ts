import { isDeepStrictEqual } from "node:util";
import { astype } from "../../packages/core/src/array/astype/astype.js";
import { numberPartOf } from "../../packages/core/src/array/astype/number-part.js";
import { byteswap } from "../../packages/core/src/array/byteswap.js";
import { copy } from "../../packages/core/src/array/copy.js";
import { datetimeToIso } from "../../packages/core/src/array/datetime-iso.js";
import { NDArray } from "../../packages/core/src/array/nd-array.js";
import { contiguousStrides } from "../../packages/core/src/array/strides.js";
import { unfold } from "../../packages/core/src/array/unfold.js";
import { dtype as makeDtype } from "../../packages/core/src/dtype/dtype.js";
import type { DType } from "../../packages/core/src/dtype/types.js";
import { formatArray } from "../../packages/core/src/print/format-array.js";
import { pythonText } from "../check-dtype/python-text.js";
import { elementBytes } from "./elements.js";
import type { ArrayOracle } from "./oracle.js";
import type { Question, Step } from "./question.js";
import { applyStep, stepFor } from "./steps.js";

export interface Difference {
	readonly steps: readonly Step[];
	readonly ask: string;
	readonly expected: unknown;
	readonly found: unknown;
}

export interface Verdict {
	readonly comparisons: number;
	readonly differences: readonly Difference[];
}

/** Makes the array and its views here and in NumPy, asks both, and compares; texts where that NumPy prints as ours does. */
export async function judge(question: Question, oracle: ArrayOracle, hasTexts: boolean): Promise<Verdict> {
	const dtype: DType = makeDtype(question.dtype);
	const size = question.shape.reduce((size, extent) => size * extent, 1);
	const bytes = elementBytes(dtype, size, question.seed);
	const before = Buffer.from(bytes).toString("hex");
	const { buffer } = bytes;
	const strides = contiguousStrides(question.shape, dtype.itemsize, question.order);
	let a: NDArray = new NDArray({ ...unfold(dtype, { shape: question.shape, strides }), buffer });
	const steps: Step[] = [];
	for (const turn of question.steps) {
		const step = stepFor(a, turn);
		if (step === undefined) continue;
		steps.push(step);
		a = applyStep(a, step);
	}
	const asks = asksFor(a, question, hasTexts);
	const { shape, order } = question;
	const request = {
		dtype: pythonText(question.dtype),
		bytes: before,
		shape,
		order,
		steps,
		asks: asks.map(({ ask }) => ask),
	};
	const { shape: expectedShape, answers } = answerOf(await oracle.ask(request));
	const found = [a.shape, ...asks.map(({ find }) => find())];
	const differences = [expectedShape, ...answers].flatMap((expected, index) => {
		const compare = asks[index - 1]?.compare ?? isDeepStrictEqual;
		const isSame = compare(expected, found[index]);
		const ask = JSON.stringify(asks[index - 1]?.ask ?? "shape");
		return isSame ? [] : [{ steps, ask, expected, found: found[index] }];
	});
	// Nothing that was asked may have changed the memory.
	const after = Buffer.from(bytes).toString("hex");
	if (after !== before) differences.push({ steps, ask: "memory", expected: before, found: after });
	return { comparisons: answers.length + 1, differences };
}

interface Ask {
	readonly ask: readonly unknown[];
	readonly find: () => unknown;
	readonly compare?: (expected: unknown, found: unknown) => boolean;
}

function asksFor(a: NDArray, { target, print }: Question, hasTexts: boolean): readonly Ask[] {
	const { dtype } = a;
	const asks: Ask[] = [
		...(["C", "F", "A"] as const).map((order) => ({
			ask: ["bytes", order],
			find: () => hex(a.toBytes({ order })),
		})),
		{ ask: ["byteswap"], find: () => hex(byteswap(copy(a)).toBytes()) },
	];
	if (hasTexts) {
		asks.push(
			{ ask: ["str", print], find: () => formatArray(a, print) },
			{ ask: ["repr", print], find: () => formatArray(a, { ...print, form: "repr" }) },
		);
	}
	if (dtype.tag === "scalar") {
		// Without a unit the new dtype takes on the old one's, in NumPy with its byte order.
		const isOrdered = dtype.unit?.name !== "generic";
		if (isOrdered) asks.push({ ask: ["byteorder", ">"], find: () => hex(copy(a, { byteOrder: ">" }).toBytes()) });
		if (dtype.kind === "M") {
			asks.push({ ask: ["iso"], find: () => countsOf(a).map((count) => datetimeToIso(count, dtype)) });
		}
	}
	if (numberPartOf(dtype) !== undefined) {
		const find = (): string => hex(astype(a, target, { overflow: "wrap" }).toBytes());
		asks.push({ ask: ["astype", target], find, compare: sameWhereDefined(makeDtype(target)) });
	}
	return asks;
}

/** NumPy's last six bytes of a long double are whatever lay there. */
function sameWhereDefined(target: DType): (expected: unknown, found: unknown) => boolean {
	const part = numberPartOf(target)?.part;
	const isBig = part?.isLittle === false;
	const significant = (element: string): string => {
		if (part === undefined || part.size < 16) return element;
		return (element.match(/.{32}/g) ?? []).map((half) => (isBig ? half.slice(12) : half.slice(0, 20))).join("");
	};
	const digits = target.itemsize * 2;
	return (expected, found) => {
		if (typeof found !== "string" || !isConversion(expected) || expected.bytes.length !== found.length) return false;
		return expected.defined.every((isDefined, index) => {
			const [start, end] = [index * digits, (index + 1) * digits];
			return !isDefined || significant(expected.bytes.slice(start, end)) === significant(found.slice(start, end));
		});
	};
}

function isConversion(value: unknown): value is { readonly bytes: string; readonly defined: readonly boolean[] } {
	if (typeof value !== "object" || value === null || !("bytes" in value && "defined" in value)) return false;
	return typeof value.bytes === "string" && Array.isArray(value.defined);
}

function answerOf(value: unknown): { readonly shape: unknown; readonly answers: readonly unknown[] } {
	if (typeof value === "object" && value !== null && "answers" in value && "shape" in value) {
		const answers: unknown = value.answers;
		if (isList(answers)) return { shape: value.shape, answers };
	}
	return { shape: value, answers: [] };
}

function isList(value: unknown): value is readonly unknown[] {
	return Array.isArray(value);
}

function countsOf(a: NDArray): readonly bigint[] {
	const values = a.toTypedArray();
	return values instanceof BigInt64Array ? [...values] : [];
}

function hex(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString("hex");
}
