import type { Reply } from "../asking/reply.js";
import { Session, type SessionEnd, type SessionOptions } from "../asking/session.js";
import { judge } from "../judge/judge.js";
import type { HelloAnswer } from "../protocol/messages.js";
import type { Question } from "../questions/question.js";
import type { ResultId } from "../suite/case.js";
import type { Suite } from "../suite/load.js";
import type { Launcher } from "../transport/transport.js";
import { declaredUnsupported } from "./declared.js";
import { judgeByOracle, judgeUnloaded, type Written } from "./oracle-check.js";
import { ResultTable } from "./result-table.js";
import type { Result } from "./result.js";

export interface RunOptions extends Omit<SessionOptions, "signal"> {
	readonly suite: Suite;
	/** What is asked, sorted by id. */
	readonly questions: readonly Question[];
	readonly launcher: Launcher;
	/** NumPy, for bytes that only it can judge. */
	readonly oracle?: Launcher;
	/** Stop after so many failures; with `strict`, recommended results count among them. */
	readonly maxFail?: { readonly count: number; readonly strict: boolean };
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
export async function run({
	suite,
	questions,
	launcher,
	oracle: numpy,
	maxFail,
	...options
}: RunOptions): Promise<Run> {
	const stop = new AbortController();
	const sessionOptions = { ...options, signal: stop.signal };
	const [session, oracle] = await Promise.all([
		Session.open(launcher, sessionOptions),
		numpy === undefined ? undefined : Session.open(numpy, { ...options, lanes: 1 }),
	]);
	const results = new ResultTable(questions, maxFail?.strict ?? false);
	const written = new Map<ResultId, Written>();
	const settle = (question: Question, reply: Reply, noise: string): void => {
		const judgement = judge(question, reply, suite);
		written.delete(question.id);
		if (judgement.class !== "ask-oracle") {
			results.set(question, judgement, noise);
		} else {
			written.set(question.id, { ...judgement, question });
			results.set(question, judgeUnloaded({ ...judgement, question }), noise);
		}
		if (maxFail !== undefined && results.failures >= maxFail.count) stop.abort();
	};
	const asked = questions.filter((question) => {
		const why = declaredUnsupported(session.hello, question);
		if (why !== undefined) results.set(question, { class: "unsupported-declared", why }, "");
		return why === undefined;
	});
	const ends = [
		await session.ask(asked.filter(isOrdinary), settle),
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
		...(stop.signal.aborted ? { cutShort: `stopped: ${results.failures} failed` } : {}),
	};
}

function isHostile({ case: each }: Question): boolean {
	return each.hostile === true;
}

function isOrdinary(question: Question): boolean {
	return !isHostile(question);
}

function combine(ends: readonly SessionEnd[]): SessionEnd {
	const restarts = ends.reduce((sum, end) => sum + end.restarts, 0);
	const cutShort = ends.find((end) => end.cutShort !== undefined)?.cutShort;
	return cutShort === undefined ? { restarts } : { restarts, cutShort };
}
