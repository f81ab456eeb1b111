import fc from "fast-check";

import { editsOf } from "./edits.js";
import { pythonText } from "./python-text.js";
import { specArbitrary } from "./specs.js";

const sound = specArbitrary.map(pythonText);
const spec = fc.oneof(
	{ weight: 9, arbitrary: sound },
	{ weight: 1, arbitrary: editsOf(sound, "()[]{}',: 12iVfS<|".split("")) },
);

/** What `str(dtype)` and `repr(dtype)` print, or nearly so: a spec in NumPy's wrappings, from the inside out. */
export const textArbitrary: fc.Arbitrary<string> = fc
	.record({
		text: spec,
		isRecord: fc.boolean(),
		isField: fc.boolean(),
		repr: fc.constantFrom("", ")", ", align=True)"),
	})
	.map(({ text, isRecord, isField, repr }) => {
		// Of a type without fields, numpy.record would make a void.
		const record = isRecord && /^[[{]/.test(text) ? `(numpy.record, ${text})` : text;
		const field = isField ? `[('a', ${record})]` : record;
		return repr === "" ? field : `dtype(${field}${repr}`;
	});
