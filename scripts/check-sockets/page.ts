import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { copy } from "@ndwire/core";
import { decodeFrame, encodeFrame } from "@ndwire/raw-struct";
// The WebSocket server that most of Node uses; Node itself has only the client.
import { WebSocketServer, type WebSocket } from "ws";
import { launchChromium } from "../pages/chromium.js";
import { importMap } from "../pages/import-map.js";
import { root } from "../shell.js";
import { Random } from "../check-corrupt/random.js";
import { ArrayDigest } from "./array-digest.js";
import type { Exchange } from "./exchange.js";
import { listen } from "./listen.js";
import { randomArray } from "./random-array.js";

export interface PageOptions {
	readonly frames: number;
	readonly seed: number;
}

/** Has a page in a browser receive arrays as binary messages of a WebSocket and send them back. */
export async function exchangeWithPage(program: string, options: PageOptions): Promise<Exchange> {
	const server = createServer((request, response) => void serve(request, response));
	const port = await listen(server);
	const sockets = new WebSocketServer({ server });
	const browser = await launchChromium(program);
	try {
		const page = await browser.newPage();
		const failed = new Promise<never>((_, reject) => page.on("pageerror", reject));
		const connected = new Promise<WebSocket>((resolve) => sockets.once("connection", resolve));
		await page.goto(`http://127.0.0.1:${port}/`);
		// A page that fails connects never, or falls silent.
		const socket = await Promise.race([connected, failed]);
		const start = performance.now();
		const exchange = await Promise.race([converse(socket, options), failed]);
		const seconds = (performance.now() - start) / 1000;
		const picture = join(root, ".ndwire/reports/sockets-page.png");
		await page.screenshot({ path: picture });
		return { ...exchange, seconds, remark: `${browser.version()}, picture in .ndwire/reports/sockets-page.png` };
	} finally {
		await browser.close();
		sockets.close();
		server.close();
	}
}

async function converse(socket: WebSocket, { frames, seed }: PageOptions): Promise<Omit<Exchange, "seconds">> {
	const [sent, returned] = [new ArrayDigest(), new ArrayDigest()];
	let bytes = 0;
	const theirs = new Promise<string>((resolve, reject) => {
		socket.on("close", () => reject(new Error("the page has gone")));
		socket.on("message", (data: Buffer, isBinary: boolean) => {
			if (!isBinary) return resolve(data.toString());
			bytes += data.length;
			returned.add(decodeFrame(data));
		});
	});
	const random = new Random(seed);
	for (let count = 0; count < frames; count += 1) {
		const array = randomArray(random);
		sent.add(copy(array));
		const frame = encodeFrame(array);
		bytes += frame.length;
		await new Promise<void>((resolve, reject) => {
			socket.send(frame, (error) => (error ? reject(error) : resolve()));
		});
	}
	socket.send("the end");
	const page = await theirs;
	const directions = [
		{ name: "to the page", sent: sent.text, received: page },
		{ name: "from the page", sent: page, received: returned.text },
	];
	return { directions, bytes };
}

/** The page, and the packages as they are built. */
async function serve({ url = "/" }: IncomingMessage, response: ServerResponse): Promise<void> {
	try {
		if (url === "/") {
			const page = await readFile(new URL("page.html", import.meta.url), "utf8");
			response.setHeader("content-type", "text/html");
			response.end(page.replace("{}", () => importMap("")));
		} else if (/^\/packages\/[\w-]+\/dist\/[\w/-]+\.js$/.test(url)) {
			response.setHeader("content-type", "text/javascript");
			response.end(await readFile(join(root, url)));
		} else response.writeHead(404).end();
	} catch {
		response.writeHead(404).end();
	}
}
