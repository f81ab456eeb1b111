import { syntaxError } from "./syntax-error.js";

/** Where the next token begins: behind blanks and joined lines, and inside brackets behind line ends and comments too. */
export function skipBlanks(text: string, start: number, insideBrackets: boolean): number {
	let position = start;
	for (;;) {
		position = endOf(insideBrackets ? BLANK_LINES : BLANKS, text, position);
		if (text[position] !== "\\") return position;
		position = skipJoinedLine(text, position);
	}
}

/**
 * Where the expression begins: behind empty lines and comments, and where `leadingBlanks` says so behind the blanks
 * that `ast.literal_eval` strips. Its own line must not be indented.
 */
export function startOfExpression(text: string, leadingBlanks: boolean): number {
	let position = leadingBlanks ? (/^[ \t]*/.exec(text)?.[0].length ?? 0) : 0;
	let isIndented = false;
	for (;;) {
		const char = text[position];
		if (char === " " || char === "\t") {
			isIndented = true;
			position += 1;
		} else if (char === "\f" || isLineEnd(char)) {
			// A form feed sets Python's column to 0 again, as a new line does.
			isIndented = false;
			position += 1;
		} else if (char === "#") position = endOf(COMMENT, text, position);
		else if (char === "\\") position = skipJoinedLine(text, position);
		else if (isIndented) throw syntaxError("no indentation", text, position);
		else return position;
	}
}

/** Behind the empty lines and comments that may follow an expression. */
export function skipLines(text: string, start: number): number {
	return endOf(BLANK_LINES, text, start);
}

const BLANKS = /[ \t\f]*/y;
const BLANK_LINES = /(?:[ \t\f\r\n]+|#[^\r\n]*)*/y;
const COMMENT = /#[^\r\n]*/y;

/** Where what the sticky pattern matches ends; it matches nothing as well. */
function endOf(pattern: RegExp, text: string, start: number): number {
	pattern.lastIndex = start;
	pattern.test(text);
	return pattern.lastIndex;
}

export function isLineEnd(char: string | undefined): boolean {
	return char === "\n" || char === "\r";
}

function skipJoinedLine(text: string, backslash: number): number {
	const end = backslash + (text.startsWith("\r\n", backslash + 1) ? 3 : 2);
	if (!isLineEnd(text[end - 1])) throw syntaxError("a line end after the backslash", text, backslash + 1);
	if (end === text.length) throw syntaxError("a line after the backslash", text, end);
	return end;
}
