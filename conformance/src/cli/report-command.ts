import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { InvalidReportError, readReport } from "../report/read.js";

export function addReportCommand(program: Command): void {
	program
		.command("report")
		.description("work with reports")
		.command("verify")
		.description("check that a report is whole and unchanged")
		.argument("<file>")
		.action((file: string) => {
			const report = readReport(readText(file));
			const state = report.cutShort === undefined ? "complete" : `incomplete: ${report.cutShort}`;
			process.stdout.write(`valid, ${report.results.length} results, ${state}, ${report.digest}\n`);
		});
}

function readText(file: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch (cause) {
		throw new InvalidReportError(`${file} cannot be read`, { cause });
	}
}
