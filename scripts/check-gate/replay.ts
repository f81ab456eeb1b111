import { once } from "node:events";
import { spawn } from "node:child_process";
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
	// Readers of lines that know more ends of lines than LF would find them inside of texts.
	child.stdout.on("data", (chunk: Buffer) => {
		for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) answers++;
	});
	await once(child, "close");
	if (answers !== lines.length) throw new Error(`${lines.length} requests had ${answers} answers`);
	return (performance.now() - start) / 1000;
}
