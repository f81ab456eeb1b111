import type { Suite } from "../suite/load.js";
import { eachQuestion } from "./question.js";

/** Those of the ids that name no result of the suite. */
export function unknownResults(ids: readonly string[], suite: Suite): readonly string[] {
	const unknown = new Set<string>(ids);
	for (const { id } of eachQuestion(suite.cases, suite)) unknown.delete(id);
	return [...unknown];
}
