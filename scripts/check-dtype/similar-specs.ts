import fc from "fast-check";

import type { DTypeSpec, FieldSpec, FieldsSpec } from "../../packages/core/src/dtype/spec.js";

const names = ["a", "b"] as const;

// No unit is a multiple of another by a power of 1000: NumPy then calls them equal in one direction and not in the other.
const type: fc.Arbitrary<DTypeSpec> = fc.oneof(
	fc.constantFrom(
		..."<i4 i4 >i4 int32 i l q <i8 <f4 V4 |V4 S4 <U1 ? b1 O M8 M8[s] M8[7D] M8[W] m8[s] f16 g V0 S0".split(" "),
	),
	fc.constantFrom<DTypeSpec>(
		["i4", 1],
		["i4", [1]],
		["i4", [2]],
		["i4", []],
		[">i4", [2]],
		[["i4", [2]], [2]],
		["i4", [2, 2]],
		["V4", [2]],
	),
);

const list: fc.Arbitrary<readonly FieldSpec[]> = fc.array(
	fc.tuple(fc.oneof(fc.constantFrom(...names), fc.tuple(fc.constantFrom("t", null), fc.constantFrom(...names))), type),
	{ maxLength: 2 },
);

const dict: fc.Arbitrary<FieldsSpec> = fc
	.tuple(
		fc.array(
			fc.record({
				name: fc.constantFrom(...names),
				format: type,
				offset: fc.constantFrom(0, 4, 8),
				title: fc.constantFrom("t", null),
			}),
			{
				maxLength: 2,
			},
		),
		fc.record({ itemsize: fc.constantFrom(4, 8, 16), aligned: fc.boolean() }, { requiredKeys: [] }),
	)
	.map(([members, rest]) => ({
		names: members.map(({ name }) => name),
		formats: members.map(({ format }) => format),
		offsets: members.map(({ offset }) => offset),
		titles: members.map(({ title }) => title),
		...rest,
	}));

/** Specs of so few types and names that two of them often mean the same. */
export const similarSpecArbitrary: fc.Arbitrary<DTypeSpec> = fc.oneof({ weight: 2, arbitrary: type }, list, dict);
