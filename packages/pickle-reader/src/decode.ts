import { believe } from "./values/believe.js";
import { checkDepth } from "./values/depth.js";
import { asBytes } from "@ndwire/core";
import type { GlobalBuilder } from "./globals/builder.js";
import { Machine } from "./machine/machine.js";
import { run } from "./machine/run.js";
import { withPlace } from "./refuse.js";
import type { PickleOptions } from "./options.js";
import type { PyValue } from "./values/types.js";

/**
 * The value of a pickle, as `pickle.loads` gives it, in the form that the README's table has. Nothing that the pickle
 * names is imported, called or looked up: what it builds is built by code of ours, for names on a fixed list.
 *
 * Arrays and bytes are views on `source` where they are aligned there, so that they share its memory and keep it alive;
 * otherwise they are copies. Bytes after the pickle are ignored.
 *
 * @param source - A whole pickle of protocol 0 to 5.
 * @throws {FormatError} `unsafe-object` for a name that is not on the list or a call that no pickler writes, `limit` for
 * more than `options.limits` allow; `truncated`, `bad-opcode`, `bad-version`, `bad-encoding`, `bad-dtype`, `bad-shape`,
 * `bad-length` for what is no pickle. Its `offset` is that of the opcode.
 * @throws {RangeError} for an encoding that is not known, and an offset outside of the bytes.
 *
 * @example
 * ```ts
 * const weights = decodePickle(await readFile("weights.pkl"));
 * if (weights instanceof NDArray) weights.shape; // [768, 3072]
 * ```
 */
export function decodePickle<Extra = never>(
	source: ArrayBufferView | ArrayBufferLike,
	options: PickleOptions<Extra> = {},
): PyValue<Extra> {
	return decodePickleAt(source, options).value;
}

/**
 * The same, and where the pickle ends: the byte after its STOP, at which another may begin.
 *
 * It is a `PickleDecoder` as the npy, npz and JSON codecs take one.
 */
export function decodePickleAt<Extra = never>(
	source: ArrayBufferView | ArrayBufferLike,
	options: PickleOptions<Extra> = {},
): DecodedPickle<Extra> {
	return decodeWith(asBytes(source), options);
}

/** The same with further globals, which come before ours: those of joblib. */
export function decodeWith<Extra>(
	bytes: Uint8Array,
	options: PickleOptions<Extra>,
	table?: ReadonlyMap<string, GlobalBuilder>,
): DecodedPickle<Extra> {
	checkEncoding(options);
	const machine = new Machine(bytes, options, table ?? new Map());
	return withPlace(machine, () => {
		const value = run(machine);
		checkDepth(machine, value);
		return { value: believe<PyValue<Extra>>(value), end: machine.position };
	});
}

export interface DecodedPickle<Extra = never> {
	readonly value: PyValue<Extra>;
	/** Byte after the STOP. */
	readonly end: number;
}

const ENCODINGS: readonly string[] = ["ASCII", "latin1", "bytes", "auto"];

function checkEncoding({ encoding = "ASCII" }: PickleOptions<unknown>): void {
	if (!ENCODINGS.includes(encoding)) {
		throw new RangeError(`encoding: expected ${ENCODINGS.join()}, found ${encoding}`);
	}
}
