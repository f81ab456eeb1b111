import { dtype } from "../dtype/dtype.js";
import { dtypeEqual } from "../dtype/equal.js";
import { newByteOrder } from "../dtype/new-byte-order.js";
import { fromDescr } from "../dtype/parse-descr.js";
import { parseDtypeText } from "../dtype/parse-text.js";
import type { DTypeRules } from "../dtype/rules.js";
import { FormatError } from "../format-error.js";
import { parsePythonLiteral } from "../literal/parse.js";
import { describeDtype, describeLayout } from "./describe-dtype.js";
import { describeLiteral } from "./describe-literal.js";
import type { Question } from "./question.js";

/**
 * Our answer to a question that NumPy was asked too, as plain data.
 *
 * @throws Whatever escapes that is no `FormatError`: it is a bug.
 */
export function answer(question: Question, rules: DTypeRules = {}): unknown {
	try {
		return answerOrThrow(question, rules);
	} catch (error) {
		if (error instanceof FormatError) return "refused";
		throw error;
	}
}

function answerOrThrow(question: Question, rules: DTypeRules): unknown {
	switch (question.op) {
		case "dtype":
			return describeDtype(dtype(question.spec, { ...rules, align: question.align }), rules);
		case "text":
			return describeDtype(parseDtypeText(question.text, rules), rules);
		case "descr":
			return describeDtype(fromDescr(parsePythonLiteral(question.text), rules), rules);
		case "equal":
			return dtypeEqual(dtype(question.spec, rules), dtype(question.other, rules));
		case "newbyteorder":
			// NumPy's repr then tells "<", as asked for, from "=", though both mean the same.
			return describeLayout(newByteOrder(dtype(question.spec, rules), question.order));
		case "literal":
			return describeLiteral(parsePythonLiteral(question.text));
		default:
			return question satisfies never;
	}
}
