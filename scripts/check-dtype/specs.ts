import fc from "fast-check";

import type { DTypeSpec, FieldName, FieldSpec, FieldsSpec, ShapeSpec } from "../../packages/core/src/dtype/spec.js";
import { nameArbitrary } from "./names.js";
import { soundTypeArbitrary, typeStringArbitrary } from "./type-strings.js";

const extent = fc.oneof(
	{ weight: 80, arbitrary: fc.integer({ min: 0, max: 4 }) },
	{ weight: 10, arbitrary: fc.constantFrom(-1, 65536, 2147483647, 2147483648) },
);

const shape: fc.Arbitrary<ShapeSpec> = fc.oneof(
	{ weight: 20, arbitrary: extent },
	{ weight: 40, arbitrary: fc.array(extent, { maxLength: 3 }) },
	{ weight: 10, arbitrary: fc.constantFrom(1, [1], [1, 1]) },
	{ weight: 1, arbitrary: fc.constantFrom(33, 64, 65).map((rank) => new Array<number>(rank).fill(1)) },
);

const fieldName: fc.Arbitrary<FieldName> = fc.oneof(
	{ weight: 50, arbitrary: nameArbitrary },
	{ weight: 10, arbitrary: fc.tuple(fc.option(nameArbitrary, { freq: 6, nil: null }), nameArbitrary) },
);

const { spec } = fc.letrec<{ spec: DTypeSpec; nested: DTypeSpec }>((tie) => ({
	spec: fc.oneof(
		{ weight: 60, arbitrary: typeStringArbitrary },
		{ weight: 50, arbitrary: fieldList(tie("nested")) },
		{ weight: 50, arbitrary: dictForm(tie("nested")) },
		{ weight: 20, arbitrary: fc.tuple(tie("nested"), shape) },
	),
	nested: fc.oneof(
		{ maxDepth: 3, depthSize: "small" },
		{ weight: 120, arbitrary: soundTypeArbitrary },
		{ weight: 20, arbitrary: typeStringArbitrary },
		{ weight: 20, arbitrary: fieldList(tie("nested")) },
		{ weight: 20, arbitrary: dictForm(tie("nested")) },
		{ weight: 10, arbitrary: fc.tuple(tie("nested"), shape) },
	),
}));

/** Anything that `dtype` takes, most of it right. */
export const specArbitrary: fc.Arbitrary<DTypeSpec> = spec;

function fieldList(type: fc.Arbitrary<DTypeSpec>): fc.Arbitrary<readonly FieldSpec[]> {
	const field: fc.Arbitrary<FieldSpec> = fc.oneof(
		{ weight: 30, arbitrary: fc.tuple(fieldName, type) },
		{ weight: 10, arbitrary: fc.tuple(fieldName, type, shape) },
	);
	return fc.array(field, { maxLength: 4 });
}

interface Member {
	readonly name: string;
	readonly format: DTypeSpec;
	readonly offset: number;
	readonly title: string | null;
}

function dictForm(type: fc.Arbitrary<DTypeSpec>): fc.Arbitrary<FieldsSpec> {
	const member: fc.Arbitrary<Member> = fc.record({
		name: nameArbitrary,
		format: type,
		offset: fc.oneof(
			{ weight: 40, arbitrary: fc.integer({ min: 0, max: 4 }).map((words) => words * 8) },
			{ weight: 30, arbitrary: fc.integer({ min: -1, max: 24 }) },
			{ weight: 1, arbitrary: fc.constantFrom(2147483640, 2147483648) },
		),
		title: fc.option(nameArbitrary, { freq: 2 }),
	});
	const itemsize = fc.oneof(
		{ weight: 50, arbitrary: fc.integer({ min: 0, max: 8 }).map((words) => words * 8) },
		{ weight: 20, arbitrary: fc.integer({ min: -1, max: 64 }) },
		{ weight: 1, arbitrary: fc.constantFrom(2147483647, 2147483648) },
	);
	const rest = fc.record(
		{ withOffsets: fc.boolean(), withTitles: fc.boolean(), itemsize, aligned: fc.boolean() },
		{ requiredKeys: ["withOffsets", "withTitles"] },
	);
	// Of this list the last item is lost.
	const short = fc.oneof(
		{ weight: 9, arbitrary: fc.constant(undefined) },
		{ weight: 1, arbitrary: fc.constantFrom("names", "formats", "offsets", "titles") },
	);
	return fc
		.tuple(fc.array(member, { maxLength: 4 }), rest, short)
		.map(([members, { withOffsets, withTitles, ...rest }, short]) => ({
			names: members.map(({ name }) => name).slice(0, short === "names" ? -1 : undefined),
			formats: members.map(({ format }) => format).slice(0, short === "formats" ? -1 : undefined),
			...(withOffsets && {
				offsets: members.map(({ offset }) => offset).slice(0, short === "offsets" ? -1 : undefined),
			}),
			...(withTitles && { titles: members.map(({ title }) => title).slice(0, short === "titles" ? -1 : undefined) }),
			...rest,
		}));
}
