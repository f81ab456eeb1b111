import type { Command } from "commander";
import { hexDump } from "../explain/hex-dump.js";
import { regionsOf } from "../explain/regions.js";
import { embeddedSuite, loadSuite } from "../suite/load.js";
import { UsageError } from "./usage-error.js";

export function addShowCommand(program: Command): void {
	program
		.command("show")
		.description("print a case: its line of the suite, its bytes in hex, its value")
		.argument("<id>")
		.option("--suite <folder>", "another suite than the embedded one", embeddedSuite)
		.action((id: string, { suite: folder }: { readonly suite: string }) => {
			const { cases, blobs } = loadSuite(folder);
			const found = [...cases].find((each) => each.id === (id.split("#", 1)[0] ?? id));
			if (found === undefined) throw new UsageError(`there is no case ${JSON.stringify(id)}`);
			const value =
				found.value === undefined ? "" : `\nvalue\n${JSON.stringify(blobs.json(found.value), null, "\t")}\n`;
			const input =
				found.in === undefined
					? ""
					: `\nin\n${hexDump(blobs.bytes(found.in), regionsOf(found.format, blobs.bytes(found.in)))}`;
			process.stdout.write(`${JSON.stringify(found, null, "\t")}\n${input}${value}`);
		});
}
