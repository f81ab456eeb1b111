import type { DType } from "@ndwire/core";
import { refusal, type FormatName } from "./refusal.js";

/** @throws {FormatError} `unsafe-object` for elements whose bytes are pointers to Python objects. */
export function refuseObjects(format: FormatName, { hasObject }: DType, offset?: number): void {
	if (!hasObject) return;
	const expected = "elements without Python objects";
	throw refusal(format, "unsafe-object", expected, "a dtype that holds objects", offset);
}

/** @throws {FormatError} `bad-dtype` for elements without bytes, which `numpy.frombuffer` does not read. */
export function refuseEmpty(format: FormatName, { itemsize }: DType, offset?: number): void {
	if (itemsize > 0) return;
	throw refusal(format, "bad-dtype", "elements that have bytes", "an itemsize of 0", offset);
}
