/** How far a change reaches: the container only, how a dtype is spelled, the value itself, whether there is one at all. */
export type Level = "L1" | "L2" | "L3" | "L4";

/** A token of a file: of a header, a pickle or an archive. */
export interface Part {
	readonly name: string;
	/** What stands there, as a human reads it. */
	readonly text: string;
	/** What it is to the value. */
	readonly level: Level;
}

/** Bytes as a part shows them. */
export function hexText(bytes: Uint8Array): string {
	const hex = Buffer.from(bytes.subarray(0, 24)).toString("hex");
	return bytes.byteLength > 24 ? `${hex}… (${bytes.byteLength} bytes)` : hex;
}

/** Bytes of the value: all of them count, not only those that are shown. */
export function dataPart(name: string, bytes: Uint8Array): Part {
	return { name, text: Buffer.from(bytes).toString("hex"), level: "L3" };
}
