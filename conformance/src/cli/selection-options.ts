import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import type { Selection } from "../run/selection.js";
import type { Suite } from "../suite/load.js";
import { collect } from "./option-values.js";
import { UsageError } from "./usage-error.js";

/** What commander makes of the options that select questions. */
export interface SelectionFlags {
	readonly filter?: readonly string[];
	readonly op?: readonly string[];
	readonly tier?: "required" | "recommended";
	readonly feature?: readonly string[];
	readonly format?: readonly string[];
	readonly profile?: readonly string[];
}

export function addSelectionOptions(command: Command): Command {
	return command
		.option("--filter <glob>", "cases by id, or results by id#op; may be repeated", collect)
		.option("--op <name>", "decode, encode, identity@*, reencode; may be repeated", collect)
		.option("--tier <tier>", "required or recommended")
		.option("--feature <name>", "cases with this feature; may be repeated, all have to be there", collect)
		.option("--format <name>", "npy, npz, …; may be repeated", collect)
		.option("--profile <name>", "a frozen list of results; may be repeated", collect);
}

export function selectionOf(flags: SelectionFlags): Selection {
	const { filter, op, tier, feature, format, profile } = flags;
	if (tier !== undefined && !["required", "recommended"].includes(tier))
		throw new UsageError(`there is no tier ${tier}`);
	return {
		...(filter === undefined ? {} : { filter }),
		...(op === undefined ? {} : { op }),
		...(tier === undefined ? {} : { tier }),
		...(feature === undefined ? {} : { feature }),
		...(format === undefined ? {} : { format }),
		...(profile === undefined ? {} : { profile }),
	};
}

/** The results that some profiles name; undefined if none was asked for. @throws {UsageError} */
export function profileIds(suite: Suite, profiles: readonly string[] | undefined): ReadonlySet<string> | undefined {
	return profiles === undefined ? undefined : new Set(profiles.flatMap((name) => readProfile(suite, name)));
}

function readProfile({ folder }: Suite, name: string): readonly string[] {
	const file = join(folder, "profiles", `${name}.txt`);
	if (!/^[\w.@-]+$/.test(name) || !existsSync(file))
		throw new UsageError(`there is no profile ${JSON.stringify(name)}`);
	return readFileSync(file, "utf8")
		.split(/\r?\n/)
		.filter((line) => line !== "" && !line.startsWith("#"));
}
