import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";

/** A server on a free port that answers as told, however wrong that is. */
export async function startServer(answer: RequestListener): Promise<{ readonly url: URL; readonly server: Server }> {
	const server = createServer(answer).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port was given");
	return { server, url: new URL(`http://127.0.0.1:${address.port}/file`) };
}
