import type { Command } from "commander";
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
			const found = cases.find((each) => each.id === (id.split("#", 1)[0] ?? id));
			if (found === undefined) throw new UsageError(`there is no case ${JSON.stringify(id)}`);
			const value =
				found.value === undefined ? "" : `\nvalue\n${JSON.stringify(blobs.json(found.value), null, "\t")}\n`;
			const input = found.in === undefined ? "" : `\nin\n${hexDump(blobs.bytes(found.in))}`;
			process.stdout.write(`${JSON.stringify(found, null, "\t")}\n${input}${value}`);
		});
}

/** 16 bytes a line: offset, hex, and what of it is printable ASCII. */
function hexDump(bytes: Uint8Array): string {
	const lines: string[] = [];
	for (let at = 0; at < bytes.byteLength; at += 16) {
		const row = [...bytes.subarray(at, at + 16)];
		const hex = row.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
		const text = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
		lines.push(`${at.toString(16).padStart(6, "0")}  ${hex.padEnd(47)}  ${text}\n`);
	}
	return lines.join("");
}
