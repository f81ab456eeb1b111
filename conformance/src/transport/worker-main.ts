import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import type { JsonValue } from "../protocol/json.js";
import { answerRequest } from "../serve/answer-request.js";
import { loadAdapter } from "../serve/load-adapter.js";
import { countAllocations } from "./count-allocations.js";
import type { WorkerMessage, WorkerOrders } from "./worker.js";

/** The far end of the in-process transport: loads an adapter and answers requests, one after another. */
async function main(port: MessagePort, { adapter: name, metered }: WorkerOrders): Promise<void> {
	// Before the adapter is loaded, so that it sees no other constructors.
	const allocated = metered ? countAllocations() : undefined;
	const adapter = await loadAdapter(name);
	const queue: JsonValue[] = [];
	let busy = false;
	const work = async (): Promise<void> => {
		if (busy) return;
		busy = true;
		for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
			const before = allocated?.();
			const answer = await answerRequest(adapter, request);
			const spent = allocated === undefined || before === undefined ? undefined : allocated() - before;
			send(port, { kind: "answer", answer, allocated: spent });
		}
		busy = false;
	};
	port.on("message", (request: JsonValue) => {
		queue.push(request);
		// A rejection here is a bug of the runner: it ends the worker, and is told as a crash with its stack.
		void work();
	});
	send(port, { kind: "hello", hello: adapter.hello });
}

function send(port: MessagePort, message: WorkerMessage): void {
	port.postMessage(message);
}

/** What the launcher put there; `workerData` itself says `any`. */
function readOrders(): WorkerOrders {
	const orders: unknown = workerData;
	const hasAdapter = typeof orders === "object" && orders !== null && "adapter" in orders && "metered" in orders;
	if (hasAdapter && typeof orders.adapter === "string" && typeof orders.metered === "boolean") {
		return { adapter: orders.adapter, metered: orders.metered };
	}
	throw new TypeError("worker-main.js is started by the runner, as a worker");
}

if (parentPort === null) throw new TypeError("worker-main.js is started by the runner, as a worker");
try {
	await main(parentPort, readOrders());
} catch (error) {
	send(parentPort, { kind: "failed", why: error instanceof Error ? error.message : String(error) });
}
