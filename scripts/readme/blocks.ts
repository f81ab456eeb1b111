/** The code blocks of a README that begin with three backquotes and exactly these words. */
export function blocksOf(markdown: string, info: string): readonly string[] {
	const blocks: string[][] = [];
	let open: string[] | undefined;
	let isWanted = false;
	for (const line of markdown.split("\n")) {
		if (!line.startsWith("```")) open?.push(line);
		else if (open === undefined) {
			open = [];
			isWanted = line.slice(3) === info;
		} else {
			if (isWanted) blocks.push(open);
			open = undefined;
		}
	}
	return blocks.map((lines) => lines.join("\n"));
}
