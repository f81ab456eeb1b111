import { importBuilt } from "../serve/import-built.js";
import type { MutantModule } from "../serve/load-adapter.js";

/** A mutant as the selfcheck needs it. */
export interface MutantEntry {
	readonly name: string;
	/** The profile whose promise it breaks, without its release. */
	readonly profile: string;
}

/** The mutants that this package has. */
export async function listMutants(): Promise<readonly MutantEntry[]> {
	const { mutants } = await importBuilt<MutantModule>("mutants/index.js");
	return Object.entries(mutants).map(([name, { profile }]) => ({ name, profile }));
}
