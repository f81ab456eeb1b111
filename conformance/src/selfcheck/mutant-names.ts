import { importBuilt } from "../serve/import-built.js";
import type { MutantModule } from "../serve/load-adapter.js";

/** Names of the mutants that this package has. */
export async function mutantNames(): Promise<readonly string[]> {
	const { mutants } = await importBuilt<MutantModule>("mutants/index.js");
	return Object.keys(mutants);
}
