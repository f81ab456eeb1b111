import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { afterEach, expect, test } from "vitest";
import { NDArray } from "@ndwire/core";
import { fromUrl } from "@ndwire/core/source";
import { openNpz } from "./open.js";
import { npyOf, zipFile } from "./testing/zip-file.js";

const large = Array.from({ length: 10 }, (_, index) => ({ name: `large-${index}`, data: new Uint8Array(300_000) }));
const archive = zipFile({
	members: [...large.slice(0, 5), { name: "small.npy", data: npyOf(1, 2, 3) }, ...large.slice(5)],
});

const stops: (() => void)[] = [];
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
});

/** A server of the archive, and how many bytes each answer had. */
async function serve(): Promise<{ readonly url: URL; readonly sent: readonly number[] }> {
	const sent: number[] = [];
	const answer: RequestListener = (request, response) => {
		const [, first = "0", last = ""] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
		const end = Math.min(archive.length, last === "" ? archive.length : Number(last) + 1);
		const part = archive.subarray(Number(first), end);
		sent.push(part.length);
		const range = `bytes ${first}-${end - 1}/${archive.length}`;
		response.writeHead(206, { "content-range": range, "content-length": part.length }).end(part);
	};
	const server = createServer(answer).listen(0, "127.0.0.1");
	await once(server, "listening");
	stops.push(
		() => server.close(),
		() => server.closeAllConnections(),
	);
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port was given");
	return { sent, url: new URL(`http://127.0.0.1:${address.port}/archive.npz`) };
}

test("a member over HTTP costs the end of the archive and that member", async () => {
	const { url, sent } = await serve();
	const opened = await openNpz(await fromUrl(url));
	expect(opened.names).toHaveLength(11);
	// The source's first bytes, and as many as a directory and the longest comment can hide in.
	expect(sent).toEqual([1024, 65_634]);
	const found = await opened.get("small");
	expect(found instanceof NDArray && found.toList()).toEqual([1, 2, 3]);
	expect(sent.slice(2)).toEqual([30 + "small.npy".length + npyOf(1, 2, 3).length]);
});

test("members are fetched at the same time", async () => {
	const { url, sent } = await serve();
	const opened = await openNpz(await fromUrl(url));
	const members = await Promise.all(opened.names.map((name) => opened.get(name)));
	expect(members).toHaveLength(11);
	expect(sent).toHaveLength(2 + 11);
});
