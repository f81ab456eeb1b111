/** A program and what it is given. */
export interface Program {
	readonly file: string;
	readonly arguments: readonly string[];
}

/**
 * Reads a command line as a shell splits it into words: quotes of both kinds, and a backslash before a space, a quote or another
 * backslash. Nothing else of a shell is there: no variables, no pipes, and no shell is started.
 *
 * @throws {TypeError} for a command without words, or with a quote that does not end.
 */
export function parseCommand(command: string): Program {
	const [file, ...rest] = [...command.matchAll(WORD)].map(([word]) => unquote(word));
	if (file === undefined) throw new TypeError("the command is empty");
	return { file, arguments: rest };
}

// A word is a run of plain characters, escaped ones, and quoted parts.
const WORD = /(?:\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|[^\s])+/g;
const PART = /\\([\s"'\\])|"((?:\\[\s\S]|[^"\\])*)"|'([^']*)'|(["'])/g;

function unquote(word: string): string {
	return word.replace(PART, (_, escaped?: string, double?: string, single?: string, lone?: string): string => {
		if (lone !== undefined) throw new TypeError(`the command has a ${lone} without its other half`);
		return escaped ?? single ?? (double ?? "").replace(/\\(["\\])/g, "$1");
	});
}
