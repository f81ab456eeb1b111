import { pickleParts } from "./pickle-parts.js";
import { dataPart, type Part } from "./part.js";

/** The tokens of an npy file. Magic, version and padding are its container; the order only says how the data lie. */
export function npyParts(bytes: Uint8Array): readonly Part[] {
	const wide = bytes[6] !== 1;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const start = wide ? 12 : 10;
	const end = start + (wide ? view.getUint32(8, true) : view.getUint16(8, true));
	const header = Buffer.from(bytes.subarray(start, end)).toString(bytes[6] === 3 ? "utf8" : "latin1");
	const text = header.trimEnd();
	const [, descr = "", order = "", shape = ""] =
		/^\{'descr': ([\s\S]*), 'fortran_order': (\w+), 'shape': (\([^)]*\)), \}$/.exec(text) ?? [];
	return [
		{ name: "version", text: `${bytes[6]}.${bytes[7]}`, level: "L1" },
		{ name: "descr", text: descr === "" ? text : descr, level: "L2" },
		{ name: "fortran_order", text: order, level: "L2" },
		{ name: "shape", text: shape, level: "L3" },
		{ name: "padding", text: `${header.length - text.length} bytes, data at ${end}`, level: "L1" },
		...(descr.includes("'|O") ? pickleParts(bytes.subarray(end)) : [dataPart("data", bytes.subarray(end))]),
	];
}
