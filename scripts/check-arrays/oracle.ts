import { spawn, type ChildProcessByStdio } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** python-fixtures/array_oracle.py as a child that lives on from question to question. */
export class ArrayOracle {
	readonly #child: ChildProcessByStdio<Writable, Readable, null>;
	readonly #waiting: { resolve: (answer: unknown) => void; reject: (error: Error) => void }[] = [];

	constructor(python: string) {
		const script = join(import.meta.dirname, "../../python-fixtures/array_oracle.py");
		this.#child = spawn(python, [script], { stdio: ["pipe", "pipe", "inherit"] });
		createInterface(this.#child.stdout).on("line", (line) => this.#waiting.shift()?.resolve(JSON.parse(line)));
		const end = (): void => {
			for (const { reject } of this.#waiting.splice(0)) reject(new Error(`${python} has ended: does it have NumPy?`));
		};
		this.#child.on("close", end);
		this.#child.on("error", end);
		// A write to a process that has just died; its end is reported by "close".
		this.#child.stdin.on("error", () => undefined);
	}

	/** The release of NumPy that answers. */
	async hello(): Promise<string> {
		const answer = await this.ask({ op: "hello" });
		if (typeof answer === "object" && answer !== null && "numpy" in answer) return String(answer.numpy);
		throw new Error("the oracle does not say which NumPy it has");
	}

	ask(request: object): Promise<unknown> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ resolve, reject });
			this.#child.stdin.write(`${JSON.stringify(request)}\n`);
		});
	}

	close(): void {
		this.#child.stdin.end();
	}
}
