import type { Formatter } from "./scalar-formatter.js";

/** Elements in memory, and how they are laid out on lines. */
export interface NestedLayout {
	readonly shape: readonly number[];
	readonly strides: readonly number[];
	readonly byteOffset: number;
	readonly format: Formatter;
	readonly separator: string;
	readonly lineWidth: number;
	/** Columns that each line but the first begins with. */
	readonly indent: number;
	/** Elements at either end that are shown of a longer axis; infinite to show all. */
	readonly edgeItems: number;
}

/** Nested brackets, a line per row and an empty line more per axis, as NumPy's `_formatArray`. */
export function nestedText(layout: NestedLayout): string {
	return axisText(layout, 0, layout.byteOffset, " ".repeat(layout.indent), layout.lineWidth);
}

function axisText(layout: NestedLayout, axis: number, at: number, hanging: string, width: number): string {
	const { shape, strides, format, separator } = layout;
	const [extent, stride = 0] = [shape[axis], strides[axis]];
	if (extent === undefined) return format(at);
	const axesLeft = shape.length - axis;
	const words = shownIndices(extent, layout.edgeItems).map((index) =>
		index === undefined ? "..." : axisText(layout, axis + 1, at + index * stride, `${hanging} `, width - 1),
	);
	if (axesLeft === 1) return `[${fill(words, separator, width, hanging)}]`;
	return `[${words.join(separator.trimEnd() + "\n".repeat(axesLeft - 1) + hanging)}]`;
}

/** The indices of an axis; undefined where some are left out. */
function shownIndices(extent: number, edge: number): readonly (number | undefined)[] {
	const indices = Array.from({ length: Math.min(extent, 2 * edge) }, (_, index) => index);
	if (extent <= 2 * edge) return indices;
	return [...indices.slice(0, edge), undefined, ...indices.slice(edge).map((index) => extent - 2 * edge + index)];
}

/** One row, broken into lines where the next word would reach beyond the width. */
function fill(words: readonly string[], separator: string, width: number, hanging: string): string {
	const most = width - Math.max(separator.trimEnd().length, 1);
	let text = "";
	let line = hanging;
	for (const [index, word] of words.entries()) {
		// An empty line would not get shorter.
		if (columns(line) + columns(word) > most && line.length > hanging.length) {
			text += `${line.trimEnd()}\n`;
			line = hanging;
		}
		line += word + (index < words.length - 1 ? separator : "");
	}
	return (text + line).slice(hanging.length);
}

/** Python counts code points. */
export function columns(text: string): number {
	return [...text].length;
}
