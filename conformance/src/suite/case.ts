import type { JsonObject, Operation, RefusalCode } from "../protocol/messages.js";

/** Name of a blob: the SHA-256 of its content. */
export type Digest = `sha256:${string}`;

/**
 * One line of `suite/cases/<format>/<area>.jsonl`: what is asked of an implementation, and what the answers must be.
 *
 * `suite/schemas/case.schema.json` says the same to other languages.
 */
export interface Case {
	/** A readable path, never used again for something else. */
	readonly id: string;
	/** Goes up when the expectation changes. */
	readonly rev: number;
	readonly format: string;
	readonly tier: Tier;
	/** What an implementation must support to be asked. */
	readonly features: readonly string[];
	readonly ops: CaseOperations;
	/** The bytes that `decode` and `reencode` are given and `encode` has to give. */
	readonly in?: Digest;
	/** The value, as UTF-8 JSON in the form `nv1`. */
	readonly value?: Digest;
	/** `"dtype"`: padding inside the items of the value, which end the bytes, carries no meaning. Absent: every byte counts. */
	readonly mask?: "dtype";
	/** Resource budgets hold for this case: its input declares more than it has. */
	readonly hostile?: boolean;
	readonly recipe?: string;
	readonly args?: JsonObject;
	/** Digest of the bytes that each cell (a Python and NumPy release on a platform) wrote. */
	readonly cells?: { readonly [cell: string]: Digest };
	/** What NumPy itself does with `in`. Recorded for inputs that no NumPy wrote. */
	readonly numpy?: NumpyVerdict;
	/** Month of the suite in which the case appeared. */
	readonly since: string;
	readonly spec?: string;
	readonly title: string;
}

/** Profiles are made of `required` cases; `recommended` ones are judged and do not gate. */
export type Tier = "required" | "recommended";

export interface CaseOperations {
	readonly decode?: DecodeExpectation;
	readonly encode?: EncodeExpectation;
	readonly reencode?: ReencodeExpectation;
}

/** Options of the request, such as `{"allow_pickle": true}`. */
interface WithOptions {
	readonly opts?: JsonObject;
}

export type DecodeExpectation = WithOptions &
	(
		| { readonly expect: "value" }
		| RefuseExpectation
		/** May refuse; an answer that accepts must equal one of the values. */
		| { readonly expect: "either"; readonly codes: readonly RefusalCode[]; readonly values: readonly Digest[] }
		| RecordExpectation
	);

export type EncodeExpectation = WithOptions &
	(
		| {
				/** The bytes equal `in`, or the oracle loads the same bits from them. */
				readonly expect: "value";
				/** Eras whose bytes equal `in` outside the mask. Each is a result of its own, `identity@<era>`. */
				readonly identity?: readonly string[];
				/** What is to be encoded, where that is not the value that the bytes decode to: saving forgets alignment. */
				readonly value?: Digest;
		  }
		| RefuseExpectation
		| RecordExpectation
	);

export type ReencodeExpectation = WithOptions &
	({ readonly expect: "same-bytes" } | RefuseExpectation | RecordExpectation);

export interface RefuseExpectation {
	readonly expect: "refuse";
	/** Right codes, any of them. A wrong one is a failure only where codes are judged. */
	readonly codes: readonly RefusalCode[];
}

/** No verdict; the answer still has to come, within its budget. */
export interface RecordExpectation {
	readonly expect: "record";
}

export type NumpyVerdict = { readonly ok: true } | { readonly error: string; readonly message: string };

/** A question put to an implementation: an operation, `encode` once more for each era whose bytes are demanded. */
export type ResultOperation = Operation | `identity@${string}`;

/** Unit of result: `npy/plain/f8/be/F/3d#decode`. */
export type ResultId = `${string}#${ResultOperation}`;
