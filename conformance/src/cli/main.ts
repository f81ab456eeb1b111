import { Command, CommanderError } from "commander";
import { FixturesError } from "../fixtures/fixtures-error.js";
import { BaselineError } from "../gate/read-baseline.js";
import { CellRangeError } from "../matrix/cell-range.js";
import { packageVersion } from "../package-root.js";
import { InvalidReportError } from "../report/read.js";
import { SuiteDamagedError } from "../suite/damaged-error.js";
import { endAllProcessGroups } from "../transport/process-group.js";
import { StartError } from "../transport/transport.js";
import { addAdapterCommand } from "./adapter-command.js";
import { addBaselineCommand } from "./baseline-command.js";
import { exitCode, type ExitCode } from "./exit-code.js";
import { addExplainCommand } from "./explain-command.js";
import { addFixturesCommand } from "./fixtures-command.js";
import { addInitCommand } from "./init-command.js";
import { addListCommand } from "./list-command.js";
import { addMatrixCommand } from "./matrix-command.js";
import { addMergeCommand } from "./merge-command.js";
import { addReleaseCheckCommand } from "./release-check-command.js";
import { addDiffCommand, addReportCommand } from "./report-command.js";
import { addRunCommand } from "./run-command.js";
import { addCoverageCommand, addSelfcheckCommand } from "./selfcheck-command.js";
import { addShowCommand } from "./show-command.js";
import { addSmokeCommand } from "./smoke-command.js";
import { UsageError } from "./usage-error.js";

/** `npconform …`. Sets the exit code; see {@link exitCode}. */
export async function main(argv: readonly string[]): Promise<void> {
	for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => endBySignal(signal));
	// Whoever closes the pipe has heard enough; what is to be written into files still is.
	process.stdout.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code !== "EPIPE") throw error;
	});
	const program = new Command("npconform")
		.description("Does an implementation read, write and refuse NumPy data exactly as NumPy does?")
		.version(packageVersion)
		.exitOverride();
	addRunCommand(program);
	addInitCommand(program);
	addSmokeCommand(program);
	addAdapterCommand(program);
	addListCommand(program);
	addShowCommand(program);
	addExplainCommand(program);
	addReportCommand(program);
	addDiffCommand(program);
	addMergeCommand(program);
	addBaselineCommand(program);
	addSelfcheckCommand(program);
	addCoverageCommand(program);
	addFixturesCommand(program);
	addMatrixCommand(program);
	addReleaseCheckCommand(program);
	program
		.command("serve")
		.argument("NAME")
		.description("speak np/1 on stdin and stdout for an adapter that is a module");
	try {
		await program.parseAsync(argv);
	} catch (error) {
		process.exitCode = explain(error);
	}
}

/** Says what went wrong and gives the exit code for it. What nobody foresaw is thrown again, with its stack. */
function explain(error: unknown): ExitCode {
	if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
	if (error instanceof UsageError) return complain(error, exitCode.usage);
	if (error instanceof CellRangeError) return complain(error, exitCode.usage);
	if (error instanceof BaselineError) return complain(error, exitCode.usage);
	if (error instanceof StartError) return complain(error, exitCode.infrastructure);
	if (error instanceof SuiteDamagedError) return complain(error, exitCode.suite);
	if (error instanceof FixturesError) return complain(error, exitCode.infrastructure);
	if (error instanceof InvalidReportError) return complain(error, exitCode.infrastructure);
	throw error;
}

function complain(error: Error, code: ExitCode): ExitCode {
	process.stderr.write(`npconform: ${error.message}\n`);
	return code;
}

/** Adapters run in process groups of their own: nobody else would end them. */
function endBySignal(signal: NodeJS.Signals): void {
	endAllProcessGroups();
	process.kill(process.pid, signal);
}
