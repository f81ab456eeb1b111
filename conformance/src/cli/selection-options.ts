import type { Command } from "commander";
import { unknownResults } from "../questions/unknown-results.js";
import type { Selection } from "../run/selection.js";
import { SuiteDamagedError } from "../suite/damaged-error.js";
import type { Suite } from "../suite/load.js";
import { profileNames, readProfile } from "../suite/profiles.js";
import { checkShard, collect, oneOf } from "./option-values.js";
import { readReportFile } from "./read-report-file.js";
import { UsageError } from "./usage-error.js";

/** What commander makes of the options that select questions. */
export interface SelectionFlags {
	readonly filter?: readonly string[];
	readonly op?: readonly string[];
	readonly tier?: "required" | "recommended";
	readonly feature?: readonly string[];
	readonly format?: readonly string[];
	readonly profile?: readonly string[];
	readonly onlyFailed?: string;
	readonly shard?: string;
}

export function addSelectionOptions(command: Command): Command {
	return command
		.option("--filter <glob>", "cases by id, or results by id#op; may be repeated", collect)
		.option("--op <name>", "decode, encode, identity@*, reencode; may be repeated", collect)
		.option("--tier <tier>", "required or recommended", oneOf(["required", "recommended"]))
		.option("--feature <name>", "cases with this feature; may be repeated, all have to be there", collect)
		.option("--format <name>", "npy, npz, …; may be repeated", collect)
		.option("--profile <name>", "a frozen list of results; may be repeated", collect)
		.option("--only-failed <report>", "what failed or was not judged in this report")
		.option("--shard <i/n>", "the i-th of n parts of the results, by a hash of their ids", checkShard);
}

export function selectionOf(flags: SelectionFlags): Selection {
	const { filter, op, tier, feature, format, profile, onlyFailed, shard } = flags;
	return {
		...(filter === undefined ? {} : { filter }),
		...(op === undefined ? {} : { op }),
		...(tier === undefined ? {} : { tier }),
		...(feature === undefined ? {} : { feature }),
		...(format === undefined ? {} : { format }),
		...(profile === undefined ? {} : { profile }),
		...(onlyFailed === undefined ? {} : { onlyFailed: readReportFile(onlyFailed).digest }),
		...(shard === undefined ? {} : { shard }),
	};
}

/** The lists of ids that profiles and reports name. @throws {UsageError} if there is no such profile. */
export function namedIds(
	suite: Suite,
	{ profile, onlyFailed }: { readonly profile?: readonly string[]; readonly onlyFailed?: string | undefined },
): readonly ReadonlySet<string>[] {
	return [
		...(profile === undefined ? [] : [new Set(profile.flatMap((name) => requireProfile(suite, name)))]),
		...(onlyFailed === undefined ? [] : [unsettledIds(onlyFailed)]),
	];
}

function unsettledIds(file: string): ReadonlySet<string> {
	const { results } = readReportFile(file);
	return new Set(results.filter((result) => result.class !== "pass").map(({ id }) => id));
}

/** A line that names no result would make the gate smaller without a word: then the suite is damaged. */
function requireProfile(suite: Suite, name: string): readonly string[] {
	const ids = readProfile(suite.folder, name);
	if (ids === undefined) {
		const names = profileNames(suite.folder).join(", ");
		throw new UsageError(`there is no profile ${JSON.stringify(name)}; there are ${names === "" ? "none" : names}`);
	}
	const unknown = unknownResults(ids, suite);
	if (unknown.length === 0) return ids;
	throw new SuiteDamagedError(unknown.map((id) => `profiles/${name}.txt: there is no result ${id}`));
}
