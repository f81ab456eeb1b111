import { spawn, type ChildProcessByStdio } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

import type { Question } from "../../packages/core/src/testing/question.js";
import { pythonText } from "./python-text.js";

/** What NumPy and Python answer: plain data, `"refused"`, or `"died"` where the question ended the process. */
export type OracleAnswer = unknown;

/** python-fixtures/dtype_oracle.py as a child that lives on from question to question; after a death, a new one. */
export class Oracle {
	readonly #python: string;
	#child: ChildProcessByStdio<Writable, Readable, null> | undefined;
	#waiting: ((line: string | undefined) => void)[] = [];

	constructor(python: string) {
		this.#python = python;
	}

	/** The releases that answer. */
	async hello(): Promise<{ readonly numpy: string; readonly python: string }> {
		const { numpy, python } = parseObject(await this.#exchange({ op: "hello" })) ?? {};
		if (typeof numpy === "string" && typeof python === "string") return { numpy, python };
		throw new Error(`${this.#python} does not run the oracle: does it have NumPy?`);
	}

	async ask(question: Question): Promise<OracleAnswer> {
		const answer = parseObject(await this.#exchange(requestOf(question)));
		if (answer === undefined) return "died";
		if ("error" in answer) return "refused";
		if (question.op === "equal") return answer["equal"];
		return question.op === "literal" ? answer["literal"] : answer;
	}

	close(): void {
		this.#child?.stdin.end();
	}

	#exchange(request: object): Promise<string | undefined> {
		const child = this.#child ?? this.#start();
		return new Promise((resolve) => {
			this.#waiting.push(resolve);
			child.stdin.write(`${JSON.stringify(request)}\n`);
		});
	}

	#start(): ChildProcessByStdio<Writable, Readable, null> {
		const script = join(import.meta.dirname, "../../python-fixtures/dtype_oracle.py");
		// Old releases print what they refuse.
		const child = spawn(this.#python, [script], { stdio: ["pipe", "pipe", "ignore"] });
		createInterface(child.stdout).on("line", (line) => this.#waiting.shift()?.(line));
		const end = (): void => {
			this.#child = undefined;
			for (const resolve of this.#waiting.splice(0)) resolve(undefined);
		};
		child.on("close", end);
		child.on("error", end);
		// A write to a process that has just died; its end is reported by "close".
		child.stdin.on("error", () => undefined);
		this.#child = child;
		return child;
	}
}

function parseObject(line: string | undefined): Readonly<Record<string, unknown>> | undefined {
	const value: unknown = line === undefined ? undefined : JSON.parse(line);
	return typeof value === "object" && value !== null ? { ...value } : undefined;
}

/** The request, in which specs are Python's text. */
function requestOf(question: Question): object {
	switch (question.op) {
		case "dtype":
			return { ...question, spec: pythonText(question.spec) };
		case "equal":
			return { ...question, spec: pythonText(question.spec), other: pythonText(question.other) };
		case "newbyteorder":
			return { ...question, spec: pythonText(question.spec) };
		case "descr":
			return { op: "descr", spec: question.text };
		case "text":
		case "literal":
			return question;
		default:
			return question satisfies never;
	}
}
