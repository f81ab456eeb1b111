import { createHash, type Hash } from "node:crypto";
import { NDArray } from "@ndwire/core";

/**
 * A digest of a value that is equal for equal results in both languages; python/digest.py is its twin. Arrays and buffers
 * count as their bytes in C order, numbers by their value whatever their type, records and maps as their pairs in order. Of
 * a long list only its length and some items at even distances count.
 */
export function digest(value: unknown): string {
	const hash = createHash("sha256");
	addValue(hash, value);
	return hash.digest("hex").slice(0, 16);
}

const itemsOfList = 64;

function addValue(hash: Hash, value: unknown): void {
	const bytes = bytesOf(value);
	if (bytes !== undefined) hash.update(`bytes ${bytes.byteLength}:`).update(bytes);
	else if (value === null || value === undefined) hash.update("none;");
	else if (typeof value === "number") hash.update(`number ${textOf(value)};`);
	else if (typeof value === "object") addList(hash, itemsOf(value));
	else if (typeof value === "string") hash.update(`text ${Buffer.byteLength(value)}:`).update(value);
	else if (typeof value === "bigint" || typeof value === "boolean")
		hash.update(`${typeof value === "bigint" ? "number" : "bool"} ${value};`);
	else throw new TypeError(`digest: expected data, found a ${typeof value}`);
}

function bytesOf(value: unknown): Uint8Array | undefined {
	if (value instanceof NDArray) return value.toBytes();
	if (value instanceof ArrayBuffer) return new Uint8Array(value);
	return ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : undefined;
}

/** Whole numbers as Python prints them; others, and the zero that has a sign, by their bits. */
function textOf(value: number): string {
	if (Number.isInteger(value) && !Object.is(value, -0)) return String(BigInt(value));
	return Buffer.from(Float64Array.of(value).buffer).toString("hex");
}

function itemsOf(value: object): readonly unknown[] {
	if (Array.isArray(value)) return value;
	return value instanceof Map ? [...value] : Object.entries(value);
}

function addList(hash: Hash, items: readonly unknown[]): void {
	hash.update(`list ${items.length}:`);
	const step = Math.max(1, Math.floor(items.length / itemsOfList));
	for (let index = 0; index < items.length; index += step) addValue(hash, items[index]);
}
