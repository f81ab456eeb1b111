import type { Difference } from "./judge.js";
import { pythonText } from "./python-text.js";
import type { Question } from "../../packages/core/src/testing/question.js";

/** One paragraph: the question, where the answers part, and how to ask again. */
export function paragraphOf({ question, expected, found }: Difference, replay: string): string {
	const lines = differingPaths(expected, found).map(
		([path, expected, found]) => `  ${path || "answer"}: NumPy ${show(expected)}, here ${show(found)}`,
	);
	return [titleOf(question), ...lines.slice(0, 6), `  again: ${replay}`].join("\n");
}

function titleOf(question: Question): string {
	switch (question.op) {
		case "dtype":
			return `dtype(${JSON.stringify(question.spec)}${question.align ? ", { align: true }" : ""}) = numpy.dtype(${pythonText(question.spec)})`;
		case "equal":
			return `${pythonText(question.spec)} == ${pythonText(question.other)}`;
		case "newbyteorder":
			return `numpy.dtype(${pythonText(question.spec)}).newbyteorder("${question.order}")`;
		case "text":
		case "descr":
		case "literal":
			return `${question.op} ${JSON.stringify(question.text)}`;
		default:
			return question satisfies never;
	}
}

type Path = readonly [path: string, expected: unknown, found: unknown];

/** The innermost places at which two pieces of plain data differ. */
function differingPaths(expected: unknown, found: unknown, path = ""): readonly Path[] {
	if (Object.is(expected, found)) return [];
	if (!isTree(expected) || !isTree(found)) return [[path, expected, found]];
	const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
	return [...keys].flatMap((key) => differingPaths(expected[key], found[key], path === "" ? key : `${path}.${key}`));
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null;
}

function show(value: unknown): string {
	const text = value === undefined ? "nothing" : JSON.stringify(value);
	return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
