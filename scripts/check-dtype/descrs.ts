import fc from "fast-check";

import { editsOf } from "./edits.js";
import { nameArbitrary } from "./names.js";
import { pythonString } from "./python-text.js";
import { soundTypeArbitrary, typeStringArbitrary } from "./type-strings.js";

const type = fc
	.oneof({ weight: 80, arbitrary: soundTypeArbitrary }, { weight: 10, arbitrary: typeStringArbitrary })
	.map(pythonString);

const name = nameArbitrary.map(pythonString);

const fieldName = fc.oneof(
	{ weight: 80, arbitrary: name },
	{
		weight: 20,
		arbitrary: fc.tuple(fc.oneof(name, fc.constant("None")), name).map(([title, name]) => `(${title}, ${name})`),
	},
	{
		weight: 5,
		arbitrary: fc.constantFrom("None", "0", "b'a'", "()", "('t', 'n', 'x')", "['t', 'n']", "('t', None)"),
	},
);

const shape = fc.oneof(
	{ weight: 40, arbitrary: fc.constantFrom("(2,)", "(2, 3)", "(1,)", "()", "(0,)", "2", "1", "0") },
	{
		weight: 10,
		arbitrary: fc.constantFrom("[2, 3]", "[2]", "-1", "(-1,)", "True", "(True,)", "2.0", "'2'", "((2,),)", "()"),
	},
);

const padding = fc.nat(9).map((size) => `('', '|V${size}')`);

const { descr } = fc.letrec<{ descr: string; field: string; fields: string }>((tie) => ({
	descr: fc.oneof(
		{ maxDepth: 4, depthSize: "small" },
		{ weight: 50, arbitrary: type },
		{ weight: 40, arbitrary: tie("fields") },
		{ weight: 10, arbitrary: fc.tuple(tie("descr"), shape).map(([base, shape]) => `(${base}, ${shape})`) },
		{
			weight: 2,
			arbitrary: fc.constantFrom("None", "1", "{}", "{'names': ['a'], 'formats': ['i4']}", "()", "b'i4'"),
		},
	),
	fields: fc
		.array(fc.oneof({ weight: 50, arbitrary: tie("field") }, { weight: 20, arbitrary: padding }), { maxLength: 5 })
		.map((fields) => `[${fields.join(", ")}]`),
	field: fc
		.tuple(fieldName, tie("descr"), fc.option(shape, { nil: undefined, freq: 3 }), fc.boolean())
		.map(([name, type, shape, asList]) => {
			const items = [name, type, ...(shape === undefined ? [] : [shape])].join(", ");
			return asList ? `[${items}]` : `(${items})`;
		}),
}));

/** Text of the descr of an npy header, most of them right. */
export const descrArbitrary: fc.Arbitrary<string> = fc.oneof(
	{ weight: 90, arbitrary: descr },
	{ weight: 10, arbitrary: editsOf(descr, "()[]{}',: 12iVfS<|".split("")) },
);
