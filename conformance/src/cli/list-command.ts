import type { Command } from "commander";
import { eachQuestion } from "../questions/question.js";
import { select } from "../run/selection.js";
import { embeddedSuite, loadSuite } from "../suite/load.js";
import { addSelectionOptions, namedIds, selectionOf, type SelectionFlags } from "./selection-options.js";

export function addListCommand(program: Command): void {
	const command = program
		.command("list")
		.description("print the results that a selection stands for, one id#op a line")
		.option("--suite <folder>", "another suite than the embedded one", embeddedSuite);
	addSelectionOptions(command).action((flags: SelectionFlags & { readonly suite: string }) => {
		const suite = loadSuite(flags.suite);
		const questions = select(eachQuestion(suite.cases, suite), selectionOf(flags), namedIds(suite, flags));
		process.stdout.write(Array.from(questions, ({ id }) => `${id}\n`).join(""));
	});
}
