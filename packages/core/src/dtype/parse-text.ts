import { parsePythonLiteral } from "../literal/parse.js";
import type { PyLiteral } from "../literal/py-literal.js";
import { badDtype } from "./dtype-error.js";
import { parseDtypeString } from "./dtype-string.js";
import { fromLiteral } from "./from-literal.js";
import type { DTypeRules } from "./rules.js";
import { scalar } from "./scalar.js";
import type { DType } from "./types.js";

/**
 * The dtype of which `text` is the `str` or the `repr`, in the spelling of any release: `float32`, `>i4`,
 * `[('id', '<i4')]`, `{'names':['a'], …}` with and without spaces, `dtype([('id', '<i4')], align=True)`,
 * `(numpy.record, [('id', '<i4')])`, `StringDType()`.
 *
 * NumPy's text does not say everything: a struct inside another is printed as if it had not been made with `align`.
 *
 * @throws {FormatError} `bad-dtype` where `numpy.dtype` refuses what the text spells; `bad-header-syntax` where it is no
 * Python literal.
 */
export function parseDtypeText(text: string, rules: DTypeRules = {}): DType {
	if (STRING_DTYPE.test(text)) return scalar({ kind: "T", itemsize: 16, byteOrder: "<" });
	const call = REPR.exec(text);
	const [, argument = text, aligned] = call ?? [];
	// What begins otherwise is a type string, and so may be what begins with a parenthesis: "(2,3)f8".
	const isLiteral = call !== null || /^[[{]|^\((?:[('"[{]|numpy\b)/.test(argument);
	if (!isLiteral) return parseDtypeString(text, rules, false);
	return fromLiteral(readLiteral(argument), { ...rules, align: aligned === "True" });
}

const STRING_DTYPE = /^StringDType\((?:[^()]|\([^()]*\))*\)$/;
const REPR = /^(?:np\.|numpy\.)?dtype\((.*?)(?:, *align *= *(True|False) *)?(?:, *)?\) *$/s;

/**
 * A literal in which `numpy.record` may stand. The reader knows no names, and so the name becomes the one literal that no
 * dtype contains, an ellipsis, with blanks behind it that keep all offsets.
 */
function readLiteral(text: string): PyLiteral {
	const masked = text.replaceAll(NAME_OR_STRING, (found) => {
		if (found === "...") throw badDtype("a dtype", found);
		return found.startsWith("numpy") ? "...".padEnd(found.length) : found;
	});
	return parsePythonLiteral(masked);
}

// A string without an end reaches to the end, so that no text is read twice.
const NAME_OR_STRING = /'(?:[^'\\]|\\.)*(?:'|$)|"(?:[^"\\]|\\.)*(?:"|$)|\bnumpy *\. *record\b|\.\.\./gs;
