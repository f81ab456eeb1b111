import type { ToRead } from "./ask-python.js";
import { formatOf } from "./change.js";
import type { Outcome, Row, Store } from "./store.js";

/** The bytes of an outcome as they are given to a reader; undefined where there are none. */
export function lineOf({ blobs }: Pick<Store, "blobs">, row: Row, outcome: Outcome | undefined): ToRead | undefined {
	if (outcome === undefined || "error" in outcome) return undefined;
	const b64 = blobs.get(outcome.bytes);
	const { dtype, shape } = outcome;
	return b64 === undefined ? undefined : { format: formatOf(row), in: b64, dtype, shape };
}
