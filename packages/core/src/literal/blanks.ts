import { syntaxError } from "./syntax-error.js";

/** Where the next token begins: behind blanks and joined lines, and inside brackets behind line ends and comments too. */
export function skipBlanks(text: string, start: number, insideBrackets: boolean): number {
	return endOf(insideBrackets ? BLANK_LINES : BLANKS, text, start);
}

/**
 * Where the expression begins: behind empty lines and comments, and where `leadingBlanks` says so behind the blanks
 * that `ast.literal_eval` strips. Its own line must not be indented.
 */
export function startOfExpression(text: string, leadingBlanks: boolean): number {
	const start = endOf(LEADING_LINES, text, leadingBlanks ? endOf(/[ \t]*/y, text, 0) : 0);
	const indented = endOf(BLANKS, text, start);
	if (indented === start) return start;
	throw syntaxError("no indentation", text, indented);
}

/** Behind the empty lines and comments that may follow an expression. */
export function skipLines(text: string, start: number): number {
	return endOf(/(?:[ \t\f\r\n]|#[^\r\n]*)*/y, text, start);
}

// A backslash joins a line to the one after it, which there must be.
const BLANKS = /(?:[ \t\f]|\\(?:\r\n|\r(?!\n)|\n)(?!$))*/y;
const BLANK_LINES = /(?:[ \t\f\r\n]|#[^\r\n]*|\\(?:\r\n|\r(?!\n)|\n)(?!$))*/y;
// A form feed sets Python's column to 0 again, as a new line does.
const LEADING_LINES = /(?:[ \t]*(?:\f|(?:#[^\r\n]*)?[\r\n])|\\(?:\r\n|\r(?!\n)|\n)(?!$))*/y;

/** Where what the sticky pattern matches ends; it matches nothing as well. */
function endOf(pattern: RegExp, text: string, start: number): number {
	pattern.lastIndex = start;
	pattern.test(text);
	return pattern.lastIndex;
}
