import { once } from "node:events";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { eachQuestion } from "../../conformance/src/questions/question.js";
import { loadSuite } from "../../conformance/src/suite/load.js";

/** Seconds to write every request of the suite into an adapter, as fast as it reads them, and to read its answers as text. */
export async function replayTime([file, ...parameters]: readonly [string, ...string[]]): Promise<number> {
	const suite = loadSuite();
	const requests = Array.from(eachQuestion(suite.cases, suite), (question, index) =>
		JSON.stringify({ id: index + 1, ...question.request() }),
	);
	const hello = { id: 0, cmd: "hello", protocol: [1], suite: suite.version };
	const lines = [JSON.stringify(hello), ...requests];
	const start = performance.now();
	const child = spawn(file, parameters, { stdio: ["pipe", "pipe", "inherit"] });
	child.stdin.end(lines.map((line) => `${line}\n`).join(""));
	let answers = 0;
	createInterface({ input: child.stdout }).on("line", () => answers++);
	await once(child, "close");
	if (answers !== lines.length) throw new Error(`${lines.length} requests had ${answers} answers`);
	return (performance.now() - start) / 1000;
}
