import type { Suite } from "../suite/load.js";
import { questionsOf } from "./question.js";

/** Those of the ids that name no result of the suite. */
export function unknownResults(ids: readonly string[], suite: Suite): readonly string[] {
	const known = new Set<string>(questionsOf(suite.cases, suite).map(({ id }) => id));
	return ids.filter((id) => !known.has(id));
}
