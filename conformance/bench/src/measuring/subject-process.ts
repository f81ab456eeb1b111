import { spawn, type ChildProcessByStdio } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Environment } from "../subject/subject.js";

/** A program that answers each line with a line, and lives on between them. */
export class SubjectProcess {
	readonly #child: ChildProcessByStdio<Writable, Readable, null>;
	readonly #waiting: { resolve: (line: string) => void; reject: (error: Error) => void }[] = [];
	#hasEnded = false;

	/** JavaScript, on the Node that runs this, without any loader: code runs as it was compiled. */
	static javascript(env: Environment = {}): SubjectProcess {
		return new SubjectProcess(process.execPath, [fromPackage("dist/subject/main.js")], env);
	}

	/** Python with NumPy. */
	static numpy(python: string, env: Environment = {}): SubjectProcess {
		return new SubjectProcess(python, ["-B", fromPackage("python/subject.py")], env);
	}

	private constructor(program: string, parameters: readonly string[], env: Environment) {
		this.#child = spawn(program, parameters, {
			stdio: ["pipe", "pipe", "inherit"],
			env: { ...withoutTuning(process.env), ...env },
		});
		createInterface(this.#child.stdout).on("line", (line) => this.#waiting.shift()?.resolve(line));
		const end = (): void => {
			this.#hasEnded = true;
			for (const { reject } of this.#waiting.splice(0)) reject(new Error(`${program} has ended`));
		};
		this.#child.on("close", end);
		this.#child.on("error", end);
		// A write to a process that has just died; its end is told by "close".
		this.#child.stdin.on("error", () => undefined);
	}

	/** @throws If the program answers with an error, or ends. */
	async ask<Answer extends z.ZodType>(request: object, answer: Answer): Promise<z.infer<Answer>> {
		if (this.#hasEnded) throw new Error("the program has ended");
		const line = await new Promise<string>((resolve, reject) => {
			this.#waiting.push({ resolve, reject });
			this.#child.stdin.write(`${JSON.stringify(request)}\n`);
		});
		const parsed: unknown = JSON.parse(line);
		const failed = Failure.safeParse(parsed);
		if (failed.success) throw new Error(failed.data.error);
		return answer.parse(parsed);
	}

	stop(): void {
		this.#child.stdin.end();
	}
}

const Failure = z.object({ error: z.string() });

/** A machine may be told to run old OpenBLAS builds in a way that slows a current NumPy, and our tests to do without fast paths. */
function withoutTuning(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const { OPENBLAS_CORETYPE: _coretype, OPENBLAS_L2_SIZE: _size, NDWIRE_PLAIN: _plain, ...rest } = env;
	return rest;
}

function fromPackage(path: string): string {
	return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
