import { scalarDtype, type ScalarDType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";

/** The dtype of a kind and a size, such as `f8`; the size of text is in characters, as NumPy writes it. */
export function dtypeOfCode(machine: Machine, code: string, order: string = "<"): ScalarDType {
	const [, kind, digits] = /^([A-Za-z])(\d+)$/.exec(code) ?? [];
	if (kind === undefined) throw machine.refusal("bad-dtype", "a kind and a size", JSON.stringify(code.slice(0, 40)));
	// Objects of a machine of 32 bits are `O4`, and then as large as ours.
	const itemsize = kind === "O" ? 8 : Number(digits) * (kind === "U" ? 4 : 1);
	return scalarDtype({ kind, itemsize, byteOrder: order === ">" ? ">" : "<" });
}
