/** A line of an example that says what it gives: `matrix.shape; // [2, 3]`. */
export interface Claim {
	/** Line in the README, from 1. */
	readonly line: number;
	/** What stands behind `//`. */
	readonly expected: string;
}

/** The `ts` blocks of a README as one module: later blocks may use what earlier ones declare. */
export interface Examples {
	readonly code: string;
	readonly claims: readonly Claim[];
}

/**
 * Takes the examples out of a README. Every line that ends in `; // value` becomes a call of `claim(index, value)`, that of
 * a declaration with what was declared; imports move to the top, each name once.
 */
export function examplesOf(markdown: string): Examples {
	const imports = new Map<string, Set<string>>();
	const claims: Claim[] = [];
	const lines: string[] = [];
	let isInside = false;
	for (const [index, line] of markdown.split("\n").entries()) {
		if (line.startsWith("```")) isInside = line === "```ts";
		else if (isInside && !addImport(imports, line)) lines.push(withClaim(line, index + 1, claims));
	}
	const header = Array.from(imports, ([from, names]) => `import { ${[...names].join(", ")} } from ${from};`);
	return { code: [...header, ...lines].join("\n"), claims };
}

function addImport(imports: Map<string, Set<string>>, line: string): boolean {
	const [, names, from] = /^import \{ (.+) \} from (".+");$/.exec(line) ?? [];
	if (names === undefined || from === undefined) return false;
	const known = imports.get(from) ?? new Set();
	for (const name of names.split(", ")) known.add(name);
	imports.set(from, known);
	return true;
}

function withClaim(line: string, number: number, claims: Claim[]): string {
	const [, statement, expected] = /^(.*?);\s*\/\/ (.+)$/.exec(line) ?? [];
	if (statement === undefined || expected === undefined) return line;
	const index = claims.push({ line: number, expected }) - 1;
	const declared = /^\s*(?:const|let) (\w+) = /.exec(statement)?.[1];
	return declared === undefined ? `claim(${index}, ${statement});` : `${statement}; claim(${index}, ${declared});`;
}
