import type { Reply } from "../asking/reply.js";
import { Session, type SessionEnd, type SessionOptions, type ToAsk } from "../asking/session.js";
import { judge } from "../judge/judge.js";
import type { HelloAnswer } from "../protocol/messages.js";
import type { Question } from "../questions/question.js";
import type { Suite } from "../suite/load.js";
import type { Launcher } from "../transport/transport.js";
import { declaredUnsupported } from "./declared.js";
import { judgeByOracle, judgeUnloaded, type Written } from "./oracle-check.js";
import { ResultTable } from "./result-table.js";
import type { Result } from "./result.js";

export interface RunOptions extends Omit<SessionOptions, "signal"> {
	readonly suite: Suite;
	/** What is asked, sorted by id. It is gone through several times. */
	readonly questions: Iterable<Question>;
	readonly launcher: Launcher;
	/** NumPy, for bytes that only it can judge. */
	readonly oracle?: Launcher;
	/** Stop after so many failures; with `strict`, recommended results count among them. */
	readonly maxFail?: { readonly count: number; readonly strict: boolean };
}

export interface Run {
	readonly hello: HelloAnswer;
	readonly oracleHello?: HelloAnswer;
	/** One for each question, in their order. Made anew each time they are gone through. */
	readonly results: Iterable<Result>;
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
	const written = new Map<number, Written>();
	const settle = (question: Question, reply: Reply, noise: string): void => {
		const judgement = judge(question, reply, suite);
		written.delete(question.ordinal);
		if (judgement.class !== "ask-oracle") {
			results.set(question, judgement, noise);
		} else {
			if (oracle !== undefined) written.set(question.ordinal, judgement);
			results.set(question, judgeUnloaded(judgement), noise);
		}
		if (maxFail !== undefined && results.failures >= maxFail.count) stop.abort();
	};
	const { ordinary, hostile } = sortOut(questions, session.hello, (question, why) =>
		results.set(question, { class: "unsupported-declared", why }, ""),
	);
	const ends = [
		await session.ask(ordinary, settle),
		await session.askMetered(hostile, settle, (question, why) => results.exceed(question, why)),
	];
	if (oracle !== undefined) {
		await judgeByOracle(questions, written, oracle, suite, (question, verdict) => results.set(question, verdict, ""));
	}
	return {
		hello: session.hello,
		...(oracle === undefined ? {} : { oracleHello: oracle.hello }),
		results,
		...combine(ends),
		...(stop.signal.aborted ? { cutShort: `stopped: ${results.failures} failed` } : {}),
	};
}

/** What is asked in the ordinary way, and what while time and memory are watched. @param decline - Told what hello takes back. */
function sortOut(
	questions: Iterable<Question>,
	hello: HelloAnswer,
	decline: (question: Question, why: string) => void,
): { readonly ordinary: ToAsk; readonly hostile: ToAsk } {
	const counts = { ordinary: 0, hostile: 0 };
	for (const question of questions) {
		const why = declaredUnsupported(hello, question);
		if (why !== undefined) decline(question, why);
		else counts[isHostile(question) ? "hostile" : "ordinary"]++;
	}
	const those = (hostile: boolean): Iterable<Question> =>
		filtered(questions, (each) => isHostile(each) === hostile && declaredUnsupported(hello, each) === undefined);
	return {
		ordinary: { questions: those(false), count: counts.ordinary },
		hostile: { questions: those(true), count: counts.hostile },
	};
}

function* filtered(questions: Iterable<Question>, wanted: (question: Question) => boolean): Generator<Question> {
	for (const question of questions) if (wanted(question)) yield question;
}

function isHostile({ case: each }: Question): boolean {
	return each.hostile === true;
}

function combine(ends: readonly SessionEnd[]): SessionEnd {
	const restarts = ends.reduce((sum, end) => sum + end.restarts, 0);
	const cutShort = ends.find((end) => end.cutShort !== undefined)?.cutShort;
	return cutShort === undefined ? { restarts } : { restarts, cutShort };
}
