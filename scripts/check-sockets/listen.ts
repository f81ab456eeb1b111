import { once } from "node:events";
import type { Server } from "node:net";

/** Has a server listen on this machine alone. Gives the port, which was free. */
export async function listen(server: Server): Promise<number> {
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (typeof address === "object" && address !== null) return address.port;
	throw new Error("the server does not listen on a port");
}
