import type { DTypeSpec } from "../dtype/spec.js";

/**
 * What the differential check asks of NumPy and of us. `spec` is what `dtype` takes, `text` what Python would read.
 *
 * The answer is a description of what came out, or `"refused"`.
 */
export type Question =
	| { readonly op: "dtype"; readonly spec: DTypeSpec; readonly align?: boolean }
	/** str(dtype) or repr(dtype), for `parseDtypeText`. */
	| { readonly op: "text"; readonly text: string }
	/** The descr of an npy header. */
	| { readonly op: "descr"; readonly text: string }
	| { readonly op: "equal"; readonly spec: DTypeSpec; readonly other: DTypeSpec }
	| { readonly op: "newbyteorder"; readonly spec: DTypeSpec; readonly order: "<" | ">" }
	| { readonly op: "literal"; readonly text: string };
