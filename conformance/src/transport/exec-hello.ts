import { endianness } from "node:os";
import { FormError } from "../protocol/form-error.js";
import { isJsonObject, parseJson, type JsonValue } from "../protocol/json.js";
import { operations, type HelloAnswer } from "../protocol/messages.js";
import { parseHello } from "../protocol/parse-hello.js";
import { within } from "./deadline.js";
import { startExecProcess } from "./exec-process.js";
import type { Program } from "./parse-command.js";
import { endProcessGroup } from "./process-group.js";
import { StartError } from "./transport.js";

/**
 * What a program of the exec form says it can do. `CMD hello` may print the answer to hello of np/1 and exit with 0; a program that
 * does anything else is taken to claim every operation of the given formats.
 *
 * @param limit - Milliseconds after which nothing is waited for any more.
 * @throws {StartError} if it prints a hello that is none.
 */
export async function askExecHello(program: Program, formats: readonly string[], limit: number): Promise<HelloAnswer> {
	const child = startExecProcess(program, ["hello"], "");
	const done = await within(limit, child, () => undefined);
	if (done === undefined) {
		endProcessGroup(child.pid);
		child.kill("SIGKILL");
	}
	const json = done?.exitCode === 0 ? parseOrNothing(done.stdout) : undefined;
	if (!isJsonObject(json) || !Object.hasOwn(json, "protocol")) return claimEverything(program, formats);
	try {
		return { ...parseHello(json), inOrder: true, inflight: 1, transport: ["b64"] };
	} catch (cause) {
		if (!(cause instanceof FormError)) throw cause;
		throw new StartError(`what ${program.file} hello prints is no hello: ${cause.message}`, { cause });
	}
}

function parseOrNothing(text: string): JsonValue | undefined {
	try {
		return parseJson(text);
	} catch {
		return undefined;
	}
}

function claimEverything({ file }: Program, formats: readonly string[]): HelloAnswer {
	const unknown = "unknown";
	return {
		protocol: 1,
		impl: {
			name: file,
			version: unknown,
			language: unknown,
			runtime: "exec",
			os: process.platform,
			arch: process.arch,
			endian: endianness() === "LE" ? "little" : "big",
		},
		caps: Object.fromEntries(formats.map((format) => [format, { ops: operations }])),
		inOrder: true,
		inflight: 1,
		transport: ["b64"],
	};
}
