import type { PickleLimits } from "./limits.js";

/** How Python 2's `str` is read: as text of that encoding, as bytes, or (`auto`) as text where it is ASCII and else as bytes. */
export type PickleEncoding = "ASCII" | "latin1" | "bytes" | "auto";

/** Builds the value of a global from the arguments that it is called with. */
export type GlobalBuilderFunction<Extra> = (args: readonly unknown[]) => Extra;

export interface PickleOptions<Extra = never> {
	/** Byte at which the pickle begins. Default 0. */
	readonly offset?: number;
	/**
	 * Default `"ASCII"`, as `pickle.loads`; arrays pickled by Python 2 need `"latin1"`, `"bytes"` or `"auto"`. Any other
	 * string is a `RangeError`; the type admits it so that the decoder fits where other codecs take one.
	 */
	readonly encoding?: PickleEncoding | (string & Record<never, never>);
	/** Whether integers are always `bigint`. Default `"number"`: a number where it is safe. */
	readonly ints?: "number" | "bigint";
	/** What a `dict` becomes. Default `"map"`; `"object"` has no prototype and takes string keys only. */
	readonly dicts?: "map" | "object";
	/** Out-of-band buffers of protocol 5, in order. */
	readonly buffers?: readonly ArrayBufferView[];
	/** Default `"refuse"`. `"stub"` makes an inert record of a global that is not known, and of what is done with it. */
	readonly onUnknownGlobal?: "refuse" | "stub";
	/** The caller's builders by `"module.name"`, such as `"decimal.Decimal"`; they come before our own. */
	readonly globals?: Readonly<Record<string, GlobalBuilderFunction<Extra>>>;
	/** What a persistent id stands for. Without it such an id is refused. */
	readonly persistentLoad?: (id: unknown) => Extra;
	/** The global that a code of the extension registry stands for; it must still be one that is allowed. */
	readonly extension?: (code: number) => readonly [module: string, name: string] | undefined;
	readonly limits?: Partial<PickleLimits> | undefined;
}
