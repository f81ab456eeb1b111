/**
 * `np/1`, the lines that a runner and an adapter exchange: the types of adapter-protocol sections 0 and 2.
 *
 * A message on the wire carries an `id`, which the transport adds and removes; the types here are without it.
 */
import type { JsonObject } from "./json.js";
import type { Bytes, Value } from "./values.js";

export type { JsonObject } from "./json.js";
export type { Bytes, DT, FieldDT, Nv1, Pair, StructDT, Tree, Value } from "./values.js";

/**
 * A codec under test, as the runner sees it in its own process.
 *
 * `run` answers every request and does not throw: what the codec refuses is `refused`, a bug that it caught is `error`.
 */
export interface Adapter {
	readonly hello: HelloAnswer;
	run(request: RunRequest): RunAnswer | Promise<RunAnswer>;
}

/** A message with its number, as a line carries it. */
export type Numbered<Message> = { readonly id: number } & Message;

/**
 * Everything that an adapter can be sent.
 *
 * @public
 */
export type Request = HelloRequest | RunRequest | ByeRequest;

export interface HelloRequest {
	readonly cmd: "hello";
	/** Versions of the protocol that the runner speaks. */
	readonly protocol: readonly number[];
	/** Version of the suite, such as `2026.11.0`. */
	readonly suite: string;
}

export interface ByeRequest {
	readonly cmd: "bye";
}

export interface HelloAnswer {
	readonly protocol: 1;
	readonly impl: Implementation;
	/** By format. A format that is absent is not implemented. */
	readonly caps: { readonly [format: string]: Capabilities };
	/** Whether answers come in the order of their requests. */
	readonly inOrder: boolean;
	/** How many requests may be outstanding. */
	readonly inflight: number;
	/** Ways of sending bytes that the adapter takes beside `b64`, which every adapter does. */
	readonly transport: readonly string[];
}

export interface Implementation {
	readonly name: string;
	readonly version: string;
	readonly language: string;
	readonly runtime: string;
	readonly os: string;
	readonly arch: string;
	readonly endian: "little" | "big";
}

export interface Capabilities {
	readonly ops: readonly Operation[];
	/** Absent: the whole format. */
	readonly features?: readonly string[];
	/** Features taken back from what `features` claims. */
	readonly lacks?: readonly string[];
}

export const operations = ["decode", "encode", "reencode"] as const;

export type Operation = (typeof operations)[number];

export type RunRequest = DecodeRequest | EncodeRequest;

/** Asks for the value of `in`, or (`reencode`) for the bytes after decoding and encoding with the same options. */
export interface DecodeRequest {
	readonly cmd: "run";
	readonly op: "decode" | "reencode";
	readonly format: string;
	readonly opts: JsonObject;
	readonly in: Bytes;
}

/** Asks for the bytes of `value`. */
export interface EncodeRequest {
	readonly cmd: "run";
	readonly op: "encode";
	readonly format: string;
	readonly opts: JsonObject;
	readonly value: Value;
}

export type RunAnswer =
	/** Of `decode`. */
	| { readonly ok: { readonly value: Value } }
	/** Of `encode` and `reencode`. */
	| { readonly ok: { readonly out: Bytes } }
	| { readonly refused: Refusal }
	| { readonly unsupported: { readonly feature: string } }
	/** A bug that the adapter caught: never counts as a refusal. */
	| { readonly error: { readonly message: string; readonly stack?: string } };

/** A deliberate, typed no. */
export interface Refusal {
	readonly code: RefusalCode;
	readonly message: string;
	/** Byte of the input at which the problem was noticed. */
	readonly offset?: number;
}

/** The closed list of reasons to refuse. */
export const refusalCodes = [
	"bad-magic",
	"bad-version",
	"truncated",
	"bad-header-syntax",
	"bad-header-keys",
	"bad-dtype",
	"bad-shape",
	"bad-length",
	"bad-encoding",
	"bad-container",
	"bad-opcode",
	"checksum",
	"overflow",
	"trailing-data",
	"unsafe-object",
	"limit",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];
