import fc from "fast-check";
import type { DTypeSpec } from "../../packages/core/src/dtype/spec.js";
import type { Question, Turn } from "./question.js";

const numbers =
	"? i1 u1 <i2 >i2 <u2 <i4 >i4 <u4 >u4 <i8 >i8 <u8 <f2 >f2 <f4 >f4 <f8 >f8 <f16 >f16 <c8 >c8 <c16 >c16 <c32".split(" ");
const others =
	"S1 S5 <U1 <U4 >U3 V1 V3 <M8[Y] <M8[M] <M8[W] <M8[D] >M8[h] <M8[m] <M8[s] >M8[ms] <M8[us] <M8[ns] <M8[25s] <m8[s] >m8[D] <m8[ns] <m8".split(
		" ",
	);

const scalar = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...numbers) },
	{ weight: 1, arbitrary: fc.constantFrom(...others) },
);

const name = (index: number): string => ["a", "b", "__proto__", "d"][index] ?? String(index);

const { struct } = fc.letrec<{ struct: DTypeSpec; type: DTypeSpec }>((tie) => ({
	type: fc.oneof(
		{ maxDepth: 2, depthSize: "small" },
		{ weight: 4, arbitrary: scalar },
		{ weight: 1, arbitrary: tie("struct") },
	),
	struct: fc
		.array(fc.tuple(tie("type"), fc.option(fc.constantFrom([2], [2, 3], [0], [1]), { nil: undefined, freq: 4 })), {
			minLength: 1,
			maxLength: 4,
		})
		.map((fields) =>
			fields.map(([type, shape], index) => (shape === undefined ? [name(index), type] : [name(index), type, shape])),
		),
}));

const turn: fc.Arbitrary<Turn> = fc.record({
	kind: fc.constantFrom("slice", "slice", "slice", "transpose", "reshape", "field", "field", "broadcast"),
	choices: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
});

const shape = fc.oneof(
	{ weight: 8, arbitrary: fc.array(fc.nat(5), { maxLength: 4 }) },
	{ weight: 1, arbitrary: fc.tuple(fc.integer({ min: 900, max: 1200 })) },
	{ weight: 1, arbitrary: fc.tuple(fc.integer({ min: 5, max: 40 }), fc.integer({ min: 5, max: 40 })) },
);

const print = fc.record(
	{
		precision: fc.constantFrom(8, 3, 0, 12, 20),
		suppress: fc.boolean(),
		threshold: fc.constantFrom(1000, 5, 20),
		edgeItems: fc.constantFrom(3, 1, 2),
		lineWidth: fc.constantFrom(75, 40, 10, 120),
	},
	{ requiredKeys: [] },
);

export const questionArbitrary: fc.Arbitrary<Question> = fc.record({
	dtype: fc.oneof({ weight: 3, arbitrary: scalar }, { weight: 1, arbitrary: struct }),
	shape,
	order: fc.constantFrom("C", "F"),
	seed: fc.nat(2 ** 31 - 1),
	steps: fc.array(turn, { maxLength: 4 }),
	target: fc.constantFrom(...numbers),
	print: fc.oneof(fc.constant({}), print),
});
