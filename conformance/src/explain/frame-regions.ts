import type { Region } from "./region.js";

/**
 * The parts of a frame: length of the dtype text, the text, number of dimensions, shape, elements. Of a frame that is malformed, the
 * parts that can be told. The counts are taken for little-endian, unless only as big-endian ones they could belong to these bytes.
 */
export function frameRegions(bytes: Uint8Array): readonly Region[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const clip = (at: number): number => Math.min(at, bytes.byteLength);
	const count = (at: number): number | undefined =>
		at + 4 > bytes.byteLength ? undefined : view.getUint32(at, isLittle(view));
	const length = count(0) ?? 0;
	const rankAt = clip(4 + length);
	const rank = count(rankAt) ?? 0;
	const shapeAt = clip(rankAt + 4);
	const dataAt = clip(shapeAt + 4 * rank);
	const shape = Array.from({ length: (dataAt - shapeAt) >> 2 }, (_, axis) => count(shapeAt + 4 * axis));
	const parts = [
		{ start: 0, end: clip(4), what: `length of the dtype text, ${count(0) ?? "cut short"}` },
		{ start: clip(4), end: rankAt, what: "dtype text" },
		{ start: rankAt, end: shapeAt, what: `number of dimensions, ${count(rankAt) ?? "cut short"}` },
		{ start: shapeAt, end: dataAt, what: `shape, ${shape.join(" × ")}` },
		{ start: dataAt, end: bytes.byteLength, what: "elements" },
	];
	return parts.filter(({ start, end }) => start < end);
}

function isLittle(view: DataView): boolean {
	if (view.byteLength < 4) return true;
	return view.getUint32(0, true) <= view.byteLength || view.getUint32(0) > view.byteLength;
}
