import fc from "fast-check";

import type { Question } from "../../packages/core/src/testing/question.js";
import { descrArbitrary } from "./descrs.js";
import { literalArbitrary } from "./literals.js";
import { textArbitrary } from "./texts.js";
import { similarSpecArbitrary } from "./similar-specs.js";
import { specArbitrary } from "./specs.js";

/** Without StringDType, which has no byte order: NumPy's newbyteorder refuses it or, inside a subarray, ends the process. */
const orderedSpecArbitrary = specArbitrary.filter((spec) => !JSON.stringify(spec).includes("T"));

/** What is checked, each with its own generated questions. */
export const subjects = {
	/** `dtype(spec)`; of what is accepted also the texts that NumPy prints, read back. */
	dtype: fc
		.tuple(specArbitrary, fc.boolean())
		.map(([spec, align]) => (align ? { op: "dtype", spec, align } : { op: "dtype", spec })),
	text: textArbitrary.map((text) => ({ op: "text", text })),
	descr: descrArbitrary.map((text) => ({ op: "descr", text })),
	literal: literalArbitrary.map((text) => ({ op: "literal", text })),
	newbyteorder: fc.record({
		op: fc.constant("newbyteorder"),
		spec: orderedSpecArbitrary,
		order: fc.constantFrom("<", ">"),
	}),
	equal: fc.record({ op: fc.constant("equal"), spec: similarSpecArbitrary, other: similarSpecArbitrary }),
} as const satisfies Readonly<Record<string, fc.Arbitrary<Question>>>;

export type Subject = keyof typeof subjects;
