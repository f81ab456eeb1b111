import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { copy } from "@ndwire/core";
import { Random } from "../check-corrupt/random.js";
import { ArrayDigest } from "./array-digest.js";
import type { Exchange } from "./exchange.js";
import { listen } from "./listen.js";
import { randomArray } from "./random-array.js";
import type { Wire } from "./wires.js";

export interface ExchangeOptions {
	/** The Python that runs the peer. */
	readonly python: string;
	/** How many arrays go each way. */
	readonly frames: number;
	readonly seed: number;
}

const script = fileURLToPath(new URL("../../python-fixtures/peers/exchange.py", import.meta.url));

/** Has a Python program connect, sends it arrays and receives as many, at the same time. */
export async function exchangeWithPython(wire: Wire, { python, frames, seed }: ExchangeOptions): Promise<Exchange> {
	const server = createServer({ allowHalfOpen: true });
	const port = await listen(server);
	try {
		const amount = ["--frames", `${frames}`, "--seed", `${seed}`];
		const peer = promisify(execFile)(python, [script, `${port}`, ...wire.arguments, ...amount]);
		const socket = await Promise.race([nextSocket(server), peer.then(endedEarly)]);
		const start = performance.now();
		const [sent, received] = await Promise.all([send(socket, wire, frames, seed), receive(socket, wire)]);
		const seconds = (performance.now() - start) / 1000;
		const theirs = parseDigests((await peer).stdout);
		const directions = [
			{ name: "to Python", sent: sent.text, received: theirs.received },
			{ name: "from Python", sent: theirs.sent, received: received.text },
		];
		return { directions, bytes: socket.bytesRead + socket.bytesWritten, seconds };
	} finally {
		server.close();
	}
}

/** Sends random arrays in pieces of random sizes, no faster than they are taken. */
async function send(socket: Socket, wire: Wire, frames: number, seed: number): Promise<ArrayDigest> {
	const random = new Random(seed);
	const digest = new ArrayDigest();
	for (let count = 0; count < frames; count += 1) {
		const array = randomArray(random, wire.dtype);
		digest.add(copy(array, { order: wire.keepsFortran && array.order === "F" ? "F" : "C" }));
		const bytes = wire.encode(array);
		for (let at = 0; at < bytes.length;) {
			const size = 1 + random.below(1 << (1 + random.below(17)));
			if (!socket.write(bytes.subarray(at, at + size))) await once(socket, "drain");
			at += size;
		}
	}
	socket.end();
	return digest;
}

async function receive(socket: Socket, wire: Wire): Promise<ArrayDigest> {
	const digest = new ArrayDigest();
	for await (const array of wire.decode(socket)) digest.add(array);
	return digest;
}

function nextSocket(server: Server): Promise<Socket> {
	return new Promise((resolve) => server.once("connection", resolve));
}

function endedEarly({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): never {
	throw new Error(`the peer ended without connecting: ${stdout}${stderr}`);
}

function parseDigests(stdout: string): { readonly sent: string; readonly received: string } {
	const json: unknown = JSON.parse(stdout);
	const isObject = typeof json === "object" && json !== null && "sent" in json && "received" in json;
	if (isObject && typeof json.sent === "string" && typeof json.received === "string") {
		return { sent: json.sent, received: json.received };
	}
	throw new TypeError(`the peer printed ${stdout}`);
}
