import type { ElementTexts } from "./element-texts.js";

/** Nested lists of a shape as text, in pieces. */
export function* nestedPieces(
	shape: readonly number[],
	textOf: ElementTexts,
	separator: string,
): Generator<string, void, undefined> {
	const [length, outer] = [shape.at(-1), shape.slice(0, -1)];
	if (length === undefined) return yield textOf(0, 1, "");
	const empty = outer.indexOf(0);
	const axes = empty === -1 ? outer : outer.slice(0, empty + 1);
	if (axes.at(-1) === 0) return yield* nestedPieces(axes, () => "", separator);
	const rows = outer.reduce((product, extent) => product * extent, 1);
	let pending = "";
	for (let row = 0; row < rows; row += 1) {
		const [opening, closing] = [bracketsBefore(row, outer), bracketsBefore(row + 1, outer)];
		pending += `${row === 0 ? "" : separator}${"[".repeat(opening + 1)}`;
		for (let start = 0; start < length; start += pieceLength) {
			const end = Math.min(start + pieceLength, length);
			pending += (start === 0 ? "" : separator) + textOf(row * length + start, row * length + end, separator);
			if (pending.length < longPiece) continue;
			yield pending;
			pending = "";
		}
		pending += "]".repeat(closing + 1);
	}
	yield pending;
}

/** How many lists around it begin with a row, or end before it: one for each axis that is at its start again. */
function bracketsBefore(row: number, outer: readonly number[]): number {
	let brackets = 0;
	let rest = row;
	for (let axis = outer.length - 1; axis >= 0; axis -= 1) {
		const extent = outer[axis] ?? 1;
		if (rest % extent !== 0) break;
		rest /= extent;
		brackets += 1;
	}
	return brackets;
}

/** Elements that are put together at a time, so that strings stay short while they grow. */
const pieceLength = 4096;
/** Characters of a piece. */
const longPiece = 2 ** 16;
