import { Option, type Command } from "commander";
import { languages, runWords, type Language, type LanguageName } from "../init/languages.js";
import { FileExistsError, writeAdapter } from "../init/write-adapter.js";
import { UsageError } from "./usage-error.js";

interface InitFlags {
	readonly lang: LanguageName;
	readonly dir: string;
}

export function addInitCommand(program: Command): void {
	program
		.command("init")
		.description("write an adapter to begin with, and a workflow for CI")
		.addOption(
			new Option("--lang <language>", "what it is written in").choices(Object.keys(languages)).makeOptionMandatory(),
		)
		.option("--dir <folder>", "where", ".")
		.action(({ lang, dir }: InitFlags) => {
			process.stdout.write(`${write(lang, dir).join("\n")}\n\n${formatNextSteps(languages[lang])}`);
		});
}

function write(lang: LanguageName, dir: string): readonly string[] {
	try {
		return writeAdapter(lang, dir);
	} catch (cause) {
		if (cause instanceof FileExistsError) throw new UsageError(cause.message, { cause });
		throw cause;
	}
}

function formatNextSteps(language: Language): string {
	const { build, smoke } = language;
	return [
		"Then:",
		...(build === undefined ? [] : [`  ${build}`]),
		`  npx npconform smoke ${smoke}`,
		`  npx npconform run ${runWords(language)}`,
		"",
	].join("\n");
}
