import fc from "fast-check";

/** A text with one or two slips: a character lost, doubled, put in or put in its place. */
export function editsOf(text: fc.Arbitrary<string>, alphabet: readonly string[]): fc.Arbitrary<string> {
	const edit = fc.record({
		at: fc.nat(200),
		kind: fc.constantFrom("remove", "double", "insert", "replace"),
		character: fc.constantFrom(...alphabet),
	});
	return fc
		.tuple(text, fc.array(edit, { minLength: 1, maxLength: 2 }))
		.map(([text, edits]) => edits.reduce(applyEdit, text));
}

function applyEdit(
	text: string,
	edit: { readonly at: number; readonly kind: string; readonly character: string },
): string {
	const characters = Array.from(text);
	const at = edit.at % (characters.length + 1);
	switch (edit.kind) {
		case "remove":
			return characters.toSpliced(at, 1).join("");
		case "double":
			return characters.toSpliced(at, 0, characters[at] ?? "").join("");
		case "insert":
			return characters.toSpliced(at, 0, edit.character).join("");
		default:
			return characters.toSpliced(at, 1, edit.character).join("");
	}
}
