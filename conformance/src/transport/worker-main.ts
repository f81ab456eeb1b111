import { parentPort, workerData } from "node:worker_threads";
import type { JsonValue } from "../protocol/json.js";
import { answerRequest } from "../serve/answer-request.js";
import { loadAdapter } from "../serve/load-adapter.js";
import { countAllocations } from "./count-allocations.js";
import type { WorkerMessage, WorkerOrders } from "./worker.js";

/** The far end of the in-process transport: loads an adapter and answers requests, one after another. */
async function main(port: NonNullable<typeof parentPort>, { adapter: name, metered }: WorkerOrders): Promise<void> {
	const post = (message: WorkerMessage): void => port.postMessage(message);
	// Before the adapter is loaded, so that it sees no other constructors.
	const allocated = metered ? countAllocations() : undefined;
	const adapter = await loadAdapter(name);
	const queue: JsonValue[] = [];
	let busy = false;
	const work = async (): Promise<void> => {
		if (busy) return;
		busy = true;
		for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
			const before = allocated?.() ?? 0;
			const answer = await answerRequest(adapter, request);
			post({ kind: "answer", answer, ...(allocated === undefined ? {} : { allocated: allocated() - before }) });
		}
		busy = false;
	};
	port.on("message", (request: JsonValue) => {
		queue.push(request);
		// A rejection here is a bug of the runner: it ends the worker, and is told as a crash with its stack.
		void work();
	});
	post({ kind: "hello", hello: JSON.parse(JSON.stringify(adapter.hello)) });
}

if (parentPort === null) throw new Error("worker-main.js is started by the runner, as a worker");
try {
	await main(parentPort, workerData);
} catch (error) {
	parentPort.postMessage({
		kind: "failed",
		why: error instanceof Error ? error.message : String(error),
	} satisfies WorkerMessage);
}
