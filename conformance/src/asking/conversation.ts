import { member, type JsonObject } from "../protocol/json.js";
import { FormError } from "../protocol/form-error.js";
import type { HelloAnswer } from "../protocol/messages.js";
import { parseAnswer } from "../protocol/parse-answer.js";
import type { Question, RunMessage } from "../questions/question.js";
import type { ProcessorWaits } from "../transport/processor-waits.js";
import type { Exit, Instance, Launcher, Listener, StartOptions } from "../transport/transport.js";
import { FileInputs } from "./file-inputs.js";
import type { Reply, Settle } from "./reply.js";
import { timeLimit } from "./time-limit.js";

/** How a round of questions ended. */
export type Outcome =
	/** Every question that there was has its reply. */
	| { readonly kind: "drained" }
	/** The adapter ended or hung. Its unanswered questions, oldest first; they have no replies yet. */
	| { readonly kind: "failed"; readonly failure: Failure; readonly outstanding: readonly Question[] };

export interface Failure {
	readonly kind: "crash" | "oom" | "timeout";
	readonly why: string;
}

/** Gives the next question, or nothing when there are none left. */
export type Source = () => Question | undefined;

/**
 * One running adapter and what has been asked of it.
 *
 * It matches answers with questions and keeps the clock of the oldest one; whom to blame for a failure is decided elsewhere.
 */
export class Conversation implements Listener {
	readonly #timeoutScale: number;
	#instance: Instance | undefined;
	/** In the order they were asked. */
	readonly #outstanding = new Map<number, Asked>();
	/** The latest, oldest first: what comes late comes soon, and a run must not remember everything. */
	readonly #answered = new Map<number, Asked>();
	/** Unanswered, though a later question has its answer and answers were to come in order. */
	readonly #passedOver = new Set<number>();
	readonly #files = new FileInputs();
	#nextId = 1;
	#timer: NodeJS.Timeout | undefined;
	#exit: Failure | undefined;
	#writable = true;
	#round: Round | undefined;
	/** The end of what the adapter printed beside its answers since the oldest question became the oldest. */
	#noise = "";

	/** Starts an adapter. @throws {StartError} */
	static async open(launcher: Launcher, timeoutScale: number, options?: StartOptions): Promise<Conversation> {
		const conversation = new Conversation(timeoutScale);
		conversation.#instance = await launcher.start(conversation, options);
		return conversation;
	}

	private constructor(timeoutScale: number) {
		this.#timeoutScale = timeoutScale;
	}

	get hello(): HelloAnswer {
		return this.#live.hello;
	}

	/**
	 * Asks what the source gives, with at most `window` questions outstanding and never more than the adapter takes, and settles each
	 * as its answer comes.
	 */
	ask(source: Source, window: number, settle: Settle): Promise<Outcome> {
		const { promise, resolve } = Promise.withResolvers<Outcome>();
		this.#round = { source, window: Math.min(window, this.hello.inflight), settle, resolve };
		if (this.#exit === undefined) this.#fill();
		else this.#fail(this.#exit);
		return promise;
	}

	/** Milliseconds of every answer that are not the codec's. */
	get startCost(): number {
		return this.#live.startCost ?? 0;
	}

	/** Bytes by which the adapter's memory grew at its peak, if that is known. */
	memory(): Promise<number | undefined> {
		return this.#live.memory();
	}

	/** How long threads of the adapter and the runner have waited for a processor, so far. */
	waits(): ProcessorWaits {
		return this.#live.waits();
	}

	/** What the adapter printed lately. Read after a failure, it may tell a human why. */
	get lastWords(): string {
		return this.#noise;
	}

	/** Ends it in a friendly way. */
	async close(): Promise<void> {
		if (this.#exit === undefined) await this.#live.stop();
		this.#files.close();
	}

	message(json: JsonObject): void {
		const id = member(json, "id");
		const asked = typeof id === "number" ? this.#outstanding.get(id) : undefined;
		if (typeof id === "number" && asked !== undefined) return this.#hearAnswer(id, asked, json);
		const earlier = typeof id === "number" ? this.#answered.get(id) : undefined;
		// A rejection that surfaces after its answer belongs to its own question, not to the one that is being worked on.
		if (earlier !== undefined) this.#reply(earlier, { kind: "protocol-error", why: "it was answered twice" });
		else this.malformed(`an answer has the id ${JSON.stringify(id)}, which no question has`);
	}

	malformed(why: string): void {
		const oldest = this.#outstanding.entries().next().value;
		if (oldest === undefined) return;
		const [id, asked] = oldest;
		this.#finish(id, asked, { kind: "protocol-error", why });
		this.#advance();
	}

	noise(text: string): void {
		this.#noise = (this.#noise + text).slice(-4000);
	}

	drain(): void {
		this.#writable = true;
		this.#fill();
	}

	exit(exit: Exit): void {
		this.#fail(exit);
	}

	get #live(): Instance {
		if (this.#instance === undefined) throw new Error("the adapter has not been started");
		return this.#instance;
	}

	#fill(): void {
		const round = this.#round;
		if (round === undefined || this.#exit !== undefined) return;
		while (this.#writable && this.#outstanding.size < round.window) {
			const question = round.source();
			if (question === undefined) break;
			const id = this.#nextId++;
			this.#outstanding.set(id, { question, settle: round.settle });
			this.#writable = this.#live.send({ id, ...this.#messageOf(question, id) });
			if (this.#outstanding.size === 1) this.#startClock(question);
		}
		if (this.#outstanding.size === 0) this.#end({ kind: "drained" });
	}

	#messageOf(question: Question, id: number): RunMessage {
		return this.hello.transport.includes("file") ? this.#files.messageOf(question, id) : question.request();
	}

	#hearAnswer(id: number, asked: Asked, json: JsonObject): void {
		const [oldest] = this.#outstanding.keys();
		if (this.#live.hello.inOrder) this.#passOver(id);
		this.#finish(id, asked, this.#passedOver.delete(id) ? answeredOutOfTurn : readReply(json));
		if (oldest === id) this.#advance();
		else this.#fill();
	}

	/** The questions before this one have lost their turn, and if their answers come after all, they alone are to blame. */
	#passOver(answered: number): void {
		for (const id of this.#outstanding.keys()) {
			if (id === answered) return;
			this.#passedOver.add(id);
		}
	}

	#finish(id: number, asked: Asked, reply: Reply): void {
		this.#files.remove(id);
		this.#outstanding.delete(id);
		this.#answered.set(id, asked);
		const [earliest] = this.#answered.keys();
		if (earliest !== undefined && this.#answered.size > answersRemembered) this.#answered.delete(earliest);
		this.#reply(asked, reply);
	}

	#reply({ question, settle }: Asked, reply: Reply): void {
		settle(question, reply, this.#noise);
	}

	/** The oldest question was answered: the next one's clock starts. */
	#advance(): void {
		clearTimeout(this.#timer);
		this.#noise = "";
		const next = this.#outstanding.values().next().value;
		if (next !== undefined) this.#startClock(next.question);
		this.#fill();
	}

	#startClock(question: Question): void {
		const limit = timeLimit(question) * this.#timeoutScale;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			const failure = { kind: "timeout", why: `no answer within ${limit / 1000} s` } as const;
			void this.#live.kill().then(() => this.#fail(failure));
		}, limit);
	}

	#fail(failure: Failure): void {
		clearTimeout(this.#timer);
		this.#exit = failure;
		this.#files.close();
		this.#end({
			kind: "failed",
			failure,
			outstanding: [...this.#outstanding.values()].map(({ question }) => question),
		});
	}

	#end(outcome: Outcome): void {
		clearTimeout(this.#timer);
		const round = this.#round;
		this.#round = undefined;
		round?.resolve(outcome);
	}
}

interface Asked {
	readonly question: Question;
	readonly settle: Settle;
}

interface Round {
	readonly source: Source;
	readonly window: number;
	readonly settle: Settle;
	readonly resolve: (outcome: Outcome) => void;
}

/** After so many further answers, a second answer to a question is one that nobody asked for. */
const answersRemembered = 256;

const answeredOutOfTurn: Reply = {
	kind: "protocol-error",
	why: "it was answered after a later question, though hello says that answers come in order",
};

function readReply(json: JsonObject): Reply {
	try {
		return { kind: "answer", answer: parseAnswer(json) };
	} catch (error) {
		if (!(error instanceof FormError)) throw error;
		return { kind: "protocol-error", why: error.message };
	}
}
