import type { Reply } from "../asking/reply.js";
import { Session, type SessionEnd, type SessionOptions } from "../asking/session.js";
import { judge } from "../judge/judge.js";
import type { Verdict } from "../judge/verdict.js";
import type { HelloAnswer } from "../protocol/messages.js";
import type { Question } from "../questions/question.js";
import type { ResultId } from "../suite/case.js";
import type { Suite } from "../suite/load.js";
import type { Launcher } from "../transport/transport.js";
import { declaredUnsupported } from "./declared.js";
import { judgeByOracle, judgeUnloaded, type Written } from "./oracle-check.js";
import type { Result } from "./result.js";

export interface RunOptions extends SessionOptions {
	readonly suite: Suite;
	/** What is asked, sorted by id. */
	readonly questions: readonly Question[];
	readonly launcher: Launcher;
	/** NumPy, for bytes that only it can judge. */
	readonly oracle?: Launcher;
}

export interface Run {
	readonly hello: HelloAnswer;
	readonly oracleHello?: HelloAnswer;
	/** One for each question, in their order. */
	readonly results: readonly Result[];
	readonly restarts: number;
	/** Why the run is incomplete; absent if it is not. */
	readonly cutShort?: string;
}

/** Asks an implementation and judges its answers. @throws {StartError} if it, or the oracle, does not start. */
export async function run(options: RunOptions): Promise<Run> {
	const { suite, questions } = options;
	const [session, oracle] = await Promise.all([
		Session.open(options.launcher, options),
		options.oracle === undefined ? undefined : Session.open(options.oracle, options),
	]);
	const results = new ResultTable(questions);
	const written = new Map<ResultId, Written>();
	const settle = (question: Question, reply: Reply, noise: string): void => {
		const judgement = judge(question, reply, suite);
		written.delete(question.id);
		if (judgement.class !== "ask-oracle") return results.set(question, judgement, noise);
		written.set(question.id, { ...judgement, question });
		results.set(question, judgeUnloaded({ ...judgement, question }), noise);
	};
	const asked = questions.filter((question) => {
		const why = declaredUnsupported(session.hello, question);
		if (why !== undefined) results.set(question, { class: "unsupported-declared", why }, "");
		return why === undefined;
	});
	const isHostile = ({ case: each }: Question): boolean => each.hostile === true;
	const ends = [
		await session.ask(
			asked.filter((question) => !isHostile(question)),
			settle,
		),
		await session.askMetered(asked.filter(isHostile), settle, (question, why) => results.exceed(question, why)),
	];
	if (oracle !== undefined) {
		await judgeByOracle([...written.values()], oracle, suite, (question, verdict) =>
			results.set(question, verdict, ""),
		);
	}
	return {
		hello: session.hello,
		...(oracle === undefined ? {} : { oracleHello: oracle.hello }),
		results: results.inOrder(),
		...combine(ends),
	};
}

function combine(ends: readonly SessionEnd[]): SessionEnd {
	const restarts = ends.reduce((sum, end) => sum + end.restarts, 0);
	const cutShort = ends.find((end) => end.cutShort !== undefined)?.cutShort;
	return cutShort === undefined ? { restarts } : { restarts, cutShort };
}

/** A result for each question; a later verdict on one replaces the earlier. */
class ResultTable {
	readonly #questions: readonly Question[];
	readonly #results = new Map<ResultId, Result>();

	constructor(questions: readonly Question[]) {
		this.#questions = questions;
	}

	set(question: Question, verdict: Verdict, noise: string): void {
		this.#results.set(question.id, { question, verdict, noise });
	}

	/** A right answer that cost too much is wrong; a wrong one stays as wrong as it is. */
	exceed(question: Question, why: string): void {
		if (this.#results.get(question.id)?.verdict.class === "pass")
			this.set(question, { class: "budget-exceeded", why }, "");
	}

	inOrder(): readonly Result[] {
		return this.#questions.map(
			(question) =>
				this.#results.get(question.id) ?? {
					question,
					verdict: { class: "not-run", why: "it was not asked" },
					noise: "",
				},
		);
	}
}
