/** Whether all of `text` matches: `*` stands for anything within a segment, `**` for anything, `?` for one character. */
export function matchesGlob(text: string, glob: string): boolean {
	return globPattern(glob).test(text);
}

const patterns = new Map<string, RegExp>();

function globPattern(glob: string): RegExp {
	const known = patterns.get(glob);
	if (known !== undefined) return known;
	const source = glob.replace(/\*\*|[*?]|[^*?]+/g, (part) => {
		if (part === "**") return ".*";
		if (part === "*") return "[^/#]*";
		return part === "?" ? "[^/#]" : part.replace(/[\\^$.|+()[\]{}]/g, "\\$&");
	});
	const pattern = new RegExp(`^${source}$`, "s");
	patterns.set(glob, pattern);
	return pattern;
}
