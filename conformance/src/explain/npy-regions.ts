import type { Region } from "./region.js";

/**
 * The parts of an npy file: magic, version, header length, the entries of the header, padding, data. Of a file that is malformed, the
 * parts that can be told. What a part says is not checked: it is the codec's business.
 */
export function npyRegions(bytes: Uint8Array): readonly Region[] {
	const parts = prefixParts(bytes);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const start = parts.at(-1)?.end ?? 0;
	const length = bytes[6] === 1 ? readLength(view, 2) : readLength(view, 4);
	if (length === undefined) return parts.filter(({ start: at, end }) => at < end);
	const end = Math.min(start + length, bytes.byteLength);
	return [...parts, ...headerParts(bytes, start, end), { start: end, end: bytes.byteLength, what: "data" }].filter(
		(part) => part.start < part.end,
	);
}

function prefixParts(bytes: Uint8Array): readonly Region[] {
	const major = bytes[6];
	const lengthEnd = major === 1 ? 10 : 12;
	const clip = (at: number): number => Math.min(at, bytes.byteLength);
	return [
		{ start: 0, end: clip(6), what: "magic" },
		{ start: clip(6), end: clip(8), what: `version ${major ?? "?"}.${bytes[7] ?? "?"}` },
		{ start: clip(8), end: clip(lengthEnd), what: `header length ${describeLength(bytes)}` },
	];
}

function describeLength(bytes: Uint8Array): string {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return String(readLength(view, bytes[6] === 1 ? 2 : 4) ?? "cut short");
}

function readLength(view: DataView, size: 2 | 4): number | undefined {
	if (view.byteLength < 8 + size) return undefined;
	return size === 2 ? view.getUint16(8, true) : view.getUint32(8, true);
}

/** One part for each entry of the outermost dict, for what stands around them, and for the padding. */
function headerParts(bytes: Uint8Array, start: number, end: number): readonly Region[] {
	const parts: Region[] = [];
	const scanner = { depth: 0, quote: 0 };
	const textEnd = endOfText(bytes, start, end);
	let from = start;
	for (let at = start; at < textEnd; at++) {
		step(scanner, bytes[at] ?? 0, bytes[at - 1] ?? 0);
		const isEntryEnd = scanner.quote === 0 && scanner.depth === 1 && bytes[at] === comma;
		if (!isEntryEnd) continue;
		parts.push({ start: from, end: at + 1, what: "header entry" });
		from = at + 1;
	}
	parts.push({ start: from, end: textEnd, what: parts.length === 0 ? "header" : "end of the header's dict" });
	const newline = end > textEnd && bytes[end - 1] === 0x0a ? end - 1 : end;
	parts.push({ start: textEnd, end: newline, what: `padding, ${newline - textEnd} spaces` });
	parts.push({ start: newline, end, what: "newline" });
	return parts;
}

const comma = 0x2c;

/** Follows quotes and brackets. */
function step(scanner: { depth: number; quote: number }, byte: number, before: number): void {
	const character = String.fromCharCode(byte);
	if (scanner.quote !== 0) {
		if (byte === scanner.quote && before !== 0x5c) scanner.quote = 0;
		return;
	}
	if (character === "'" || character === '"') scanner.quote = byte;
	else if ("{[(".includes(character)) scanner.depth++;
	else if ("}])".includes(character)) scanner.depth--;
}

/** Behind the last byte that is neither a space nor the newline. */
function endOfText(bytes: Uint8Array, start: number, end: number): number {
	let at = end;
	while (at > start && (bytes[at - 1] === 0x20 || bytes[at - 1] === 0x0a)) at--;
	return at;
}
