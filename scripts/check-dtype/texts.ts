import fc from "fast-check";

import { editsOf } from "./edits.js";
import { pythonText } from "./python-text.js";
import { specArbitrary } from "./specs.js";

/** A spec in the wrappings in which NumPy prints it, from the inside out. */
const printed = fc
	.record({
		text: specArbitrary.map(pythonText),
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

/** What `str(dtype)` and `repr(dtype)` print, or nearly so. */
export const textArbitrary: fc.Arbitrary<string> = fc.oneof(
	{ weight: 9, arbitrary: printed },
	{ weight: 1, arbitrary: editsOf(printed, "()[]{}',: 12iVfS<|".split("")) },
);
