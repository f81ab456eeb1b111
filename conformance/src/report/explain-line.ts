/**
 * What a reader pastes into a shell to see one result with its bytes and the answer to them.
 *
 * @param subject - What is judged, as a command line names it; `--cmd "…"` where a report alone does not tell.
 */
export function explainLine(id: string, subject: string): string {
	return `npx npconform explain ${quoteWord(id)} ${subject}`;
}

/** A word that a shell takes as it is. */
export function quoteWord(word: string): string {
	return `'${word.replaceAll("'", `'\\''`)}'`;
}
