import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { root } from "../shell.js";
import { importMap } from "./import-map.js";

/** Serves on a free port until the test is finished. @returns The origin. */
export async function serve(answer: RequestListener): Promise<string> {
	const server = createServer(answer).listen(0, "127.0.0.1");
	onTestFinished(() => {
		server.close();
		server.closeAllConnections();
	});
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port was given");
	return `http://127.0.0.1:${address.port}`;
}

/** A page with an import map of all packages, their modules, and for every other path what `rest` answers. */
export function answerPage(
	html: string,
	rest: RequestListener = (_, response) => response.writeHead(404).end(),
): RequestListener {
	return (request, response) => {
		const path = new URL(request.url ?? "", "http://localhost").pathname;
		if (path === "/") {
			response.setHeader("content-type", "text/html; charset=utf-8");
			response.end(`<!doctype html><script type="importmap">${importMap("")}</script>${html}`);
		} else if (/^\/packages\/[\w-]+\/dist\/[\w/-]+\.js$/.test(path)) {
			response.setHeader("content-type", "text/javascript").end(readFileSync(join(root, path)));
		} else rest(request, response);
	};
}
