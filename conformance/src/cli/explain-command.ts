import type { Command } from "commander";
import { Session } from "../asking/session.js";
import { explainQuestion, explainReply } from "../explain/explain.js";
import { eachQuestion, type Question } from "../questions/question.js";
import { embeddedSuite, loadSuite, type Suite } from "../suite/load.js";
import { pythonsOf } from "./oracle.js";
import { formatsOf, subjectOf, subjects } from "./subject.js";
import { UsageError } from "./usage-error.js";

interface ExplainFlags {
	readonly cmd?: string;
	readonly transport?: string;
	readonly python?: string;
	readonly suite: string;
}

export function addExplainCommand(program: Command): void {
	program
		.command("explain")
		.description("show one question in full, and what an implementation answers")
		.argument("<result>", "id#op; without the operation, the first that the case has")
		.argument("[subject]", subjects)
		.option("--cmd <command>", "a program that speaks np/1 on stdin and stdout")
		.option("--transport <name>", "in-process or stdio, for adapters that are modules")
		.option("--python <path>", "the Python of the oracle")
		.option("--suite <folder>", "another suite than the embedded one", embeddedSuite)
		.action(explainCommand);
}

async function explainCommand(id: string, subject: string | undefined, flags: ExplainFlags): Promise<void> {
	const suite = loadSuite(flags.suite);
	const question = findQuestion(id, suite);
	if (question === undefined) throw new UsageError(`there is no result ${JSON.stringify(id)}`);
	process.stdout.write(explainQuestion(question, suite));
	if (subject === undefined && flags.cmd === undefined) return;
	const python = flags.python ?? pythonsOf(undefined)[0];
	const { launcher } = subjectOf(subject, { ...flags, python, formats: formatsOf(suite) }, suite.version, 1);
	const session = await Session.open(launcher, { timeoutScale: 1, window: 1 });
	await session.ask({ questions: [question], count: 1 }, (_, reply, noise) =>
		process.stdout.write(explainReply(question, reply, noise, suite)),
	);
}

function findQuestion(id: string, suite: Suite): Question | undefined {
	for (const question of eachQuestion(suite.cases, suite)) {
		if (question.id === id || question.case.id === id) return question;
	}
	return undefined;
}
