import { gzipSync } from "node:zlib";
import type { RequestListener } from "node:http";
import { appendFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { startServer } from "../testing/http-server.js";
import { nginxProgram, startNginx } from "../testing/nginx.js";
import { sendRange } from "../testing/send-range.js";
import { fromUrl } from "./from-url.js";

const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 37 + 11) & 0xff);
const stops: (() => unknown)[] = [];
afterEach(async () => {
	await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function serve(answer: RequestListener): Promise<URL> {
	const { server, url } = await startServer(answer);
	stops.push(
		() => server.close(),
		() => server.closeAllConnections(),
	);
	return url;
}

/** Answers the first request well and the others with `later`. */
function firstWell(later: RequestListener, headers: Readonly<Record<string, string>> = {}): RequestListener {
	let requests = 0;
	return (request, response) => {
		if (requests++ > 0) return later(request, response);
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		sendRange(bytes)(request, response);
	};
}

describe("a server that does not do as it is asked", () => {
	const everything: RequestListener = (_, response) => void response.end(bytes);

	test("and ignores ranges is refused", async () => {
		await expect(fromUrl(await serve(everything))).rejects.toMatchObject({ name: "SourceError", code: "no-ranges" });
	});

	test("and ignores ranges is read in one go where that is asked for", async () => {
		const source = await fromUrl(await serve(everything), { withoutRanges: "download" });
		expect(source.size).toBe(5000);
		expect(await source.read(4000, 1000)).toEqual(bytes.slice(4000));
		expect(await source.read(0, 10)).toEqual(bytes.slice(0, 10));
	});

	test.each([
		{ what: "other bytes", range: "bytes 1-1023/5000" },
		{ what: "fewer bytes", range: "bytes 0-99/5000" },
		{ what: "more bytes", range: "bytes 0-1024/5000" },
		{ what: "bytes in no unit", range: "0-1023/5000" },
		{ what: "several parts", range: undefined },
	])("and sends $what is refused", async ({ range }) => {
		const url = await serve((_, response) => {
			response.writeHead(206, range === undefined ? {} : { "content-range": range }).end(bytes.subarray(0, 1024));
		});
		await expect(fromUrl(url)).rejects.toMatchObject({ code: "wrong-range" });
	});

	test("and sends compressed bytes is refused: their offsets are not those of the file", async () => {
		const url = await serve((_, response) => {
			const packed = gzipSync(bytes);
			response.writeHead(206, { "content-encoding": "gzip", "content-range": `bytes 0-1023/${packed.length}` });
			response.end(packed.subarray(0, 1024));
		});
		await expect(fromUrl(url)).rejects.toMatchObject({ code: "encoded", found: "gzip" });
	});

	test("and compresses everything that it sends in one go is understood", async () => {
		const url = await serve((_, response) => {
			response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(bytes));
		});
		const source = await fromUrl(url, { withoutRanges: "download" });
		expect(await source.read(4990, 10)).toEqual(bytes.slice(4990));
	});

	test.each([404, 403, 500, 416])("and answers %d is refused", async (status) => {
		const url = await serve((_, response) => void response.writeHead(status).end());
		await expect(fromUrl(url)).rejects.toMatchObject({ code: "status", found: expect.stringContaining(`${status}`) });
	});

	test("and is not there is refused", async () => {
		const { server, url } = await startServer(everything);
		await new Promise((closed) => server.close(closed));
		await expect(fromUrl(url)).rejects.toMatchObject({ code: "status", found: "none" });
	});

	test("and closes the connection early leaves the bytes truncated", async () => {
		const url = await serve(
			firstWell((_, response) => {
				response.writeHead(206, { "content-range": "bytes 2000-3999/5000", "content-length": 2000 });
				response.write(bytes.subarray(2000, 2100), () => response.destroy());
			}),
		);
		const source = await fromUrl(url);
		await expect(source.read(2000, 2000)).rejects.toMatchObject({ name: "FormatError", code: "truncated" });
	});

	test("and closes the connection while everything is downloaded leaves it truncated", async () => {
		const url = await serve((_, response) => {
			response.writeHead(200, { "content-length": 5000 });
			response.write(bytes.subarray(0, 100), () => response.destroy());
		});
		await expect(fromUrl(url, { withoutRanges: "download" })).rejects.toMatchObject({ code: "truncated" });
	});

	test("and does not say the size is read all the same", async () => {
		const url = await serve((request, response) => {
			const [, first, last] = /(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
			const part = bytes.subarray(Number(first), Number(last) + 1);
			if (part.length === 0) response.writeHead(416).end();
			else response.writeHead(206, { "content-range": `bytes ${first}-${last}/*` }).end(part);
		});
		const source = await fromUrl(url);
		expect(source.size).toBe(undefined);
		expect(await source.read(4000, 1000)).toEqual(bytes.slice(4000));
		await expect(source.read(5000, 1)).rejects.toMatchObject({ code: "truncated" });
	});
});

describe("a file that is changed between two reads", () => {
	test.each([
		{
			what: "everything, with another ETag",
			first: { etag: '"one"' },
			status: 200,
			headers: { etag: '"two"' },
		},
		{
			what: "a range, with another ETag",
			first: { etag: '"one"' },
			status: 206,
			headers: { etag: '"two"', "content-range": "bytes 2000-2009/5000" },
		},
		{
			what: "a range, with another weak ETag",
			first: { etag: 'W/"one"' },
			status: 206,
			headers: { etag: 'W/"two"', "content-range": "bytes 2000-2009/5000" },
		},
		{
			what: "a range, with another date",
			first: { "last-modified": "Wed, 25 Nov 2026 10:00:00 GMT" },
			status: 206,
			headers: { "last-modified": "Wed, 25 Nov 2026 10:00:01 GMT", "content-range": "bytes 2000-2009/5000" },
		},
		{ what: "a range of another size", first: {}, status: 206, headers: { "content-range": "bytes 2000-2009/5001" } },
		{ what: "that there is no such range", first: {}, status: 416, headers: { "content-range": "bytes */100" } },
	])("is noticed where the server sends $what", async ({ first, status, headers }) => {
		const answer: RequestListener = (_, response) =>
			void response.writeHead(status, headers).end(bytes.subarray(2000, 2010));
		const source = await fromUrl(await serve(firstWell(answer, first)));
		await expect(source.read(2000, 10)).rejects.toMatchObject({ name: "SourceError", code: "changed", offset: 2000 });
	});

	test.each([
		{ what: "the strong ETag", headers: { etag: '"one"', "last-modified": "now" }, ifRange: '"one"' },
		{ what: "the date beside a weak ETag", headers: { etag: 'W/"one"', "last-modified": "now" }, ifRange: "now" },
		{ what: "nothing where there is nothing", headers: {}, ifRange: undefined },
	])("reads are tied to the first by $what", async ({ headers, ifRange }) => {
		let sent: string | string[] | undefined = "never asked";
		const url = await serve(
			firstWell((request, response) => {
				sent = request.headers["if-range"];
				sendRange(bytes)(request, response);
			}, headers),
		);
		await (await fromUrl(url)).read(2000, 10);
		expect(sent).toBe(ifRange);
	});
});

describe("requests", () => {
	test("are one for each read, for exactly its bytes, and none for the first 1024 and for no bytes", async () => {
		const ranges: (string | undefined)[] = [];
		const url = await serve((request, response) => {
			ranges.push(request.headers.range);
			sendRange(bytes)(request, response);
		});
		const source = await fromUrl(url);
		await source.read(0, 1024);
		await source.read(100, 10);
		await source.read(3000, 0);
		await Promise.all([source.read(1000, 100), source.read(4999, 1)]);
		expect(ranges).toEqual(["bytes=0-1023", "bytes=1000-1099", "bytes=4999-4999"]);
	});

	test("carry the headers that are given", async () => {
		const keys: unknown[] = [];
		const url = await serve((request, response) => {
			keys.push(request.headers["x-key"]);
			sendRange(bytes)(request, response);
		});
		const source = await fromUrl(url, { init: { headers: { "x-key": "k" } } });
		await source.read(2000, 1);
		expect(keys).toEqual(["k", "k"]);
	});

	test("follow redirects", async () => {
		const target = await serve(sendRange(bytes));
		const source = await fromUrl(
			await serve((_, response) => void response.writeHead(302, { location: target.href }).end()),
		);
		expect(await source.read(2000, 10)).toEqual(bytes.slice(2000, 2010));
	});

	test("end when their signal aborts, the first and later ones", async () => {
		const silent: RequestListener = () => undefined;
		const reason = new Error("enough");
		const abortSoon = (): AbortSignal => {
			const controller = new AbortController();
			setTimeout(() => controller.abort(reason), 20);
			return controller.signal;
		};
		await expect(fromUrl(await serve(silent), { signal: abortSoon() })).rejects.toBe(reason);
		const source = await fromUrl(await serve(firstWell(silent)));
		await expect(source.read(2000, 10, { signal: abortSoon() })).rejects.toBe(reason);
	});

	test("end when their signal aborts in the middle of a body, and other reads go on", async () => {
		const controller = new AbortController();
		const url = await serve(
			firstWell((request, response) => {
				if (request.headers.range === "bytes=4000-4009") return sendRange(bytes)(request, response);
				response.writeHead(206, { "content-range": "bytes 2000-2999/5000" });
				response.write(bytes.subarray(2000, 2100), () => setTimeout(() => controller.abort(new Error("enough")), 20));
			}),
		);
		const source = await fromUrl(url);
		await expect(source.read(2000, 1000, { signal: controller.signal })).rejects.toThrow("enough");
		expect(await source.read(4000, 10)).toEqual(bytes.slice(4000, 4010));
	});
});

// Debian and Ubuntu: apt-get install nginx-light.
describe.skipIf(nginxProgram === undefined)("nginx (skipped where it is not installed)", () => {
	async function nginx(location?: string): Promise<{ readonly url: URL; readonly path: string }> {
		const server = await startNginx(nginxProgram ?? "", location);
		stops.push(() => server.stop());
		const { folder, url } = server;
		await writeFile(join(folder, "file.npy"), bytes);
		return { url: new URL("file.npy", url), path: join(folder, "file.npy") };
	}

	test("serves ranges of a file", async () => {
		const source = await fromUrl((await nginx()).url);
		expect(source.size).toBe(5000);
		expect(await source.read(0, 5000)).toEqual(bytes);
		expect(await source.read(4990, 10, { into: new Uint8Array(10) })).toEqual(bytes.slice(4990));
		await expect(source.read(4990, 11)).rejects.toMatchObject({ code: "truncated" });
	});

	test.each([0, 1, 1023, 1024, 1025])("serves a file of %d bytes", async (length) => {
		const { url, path } = await nginx();
		await writeFile(path, bytes.subarray(0, length));
		const source = await fromUrl(url);
		expect([source.size, await source.read(0, length)]).toEqual([length, bytes.slice(0, length)]);
	});

	test("says that a file was appended to, written anew, or cut", async () => {
		const { url, path } = await nginx();
		for (const change of [
			() => appendFile(path, "x"),
			() => utimes(path, 1, 1),
			() => writeFile(path, bytes.subarray(0, 100)),
		]) {
			await writeFile(path, bytes);
			const source = await fromUrl(url);
			await change();
			await expect(source.read(2000, 10)).rejects.toMatchObject({ name: "SourceError", code: "changed" });
		}
	});

	test("told not to serve ranges sends the whole file", async () => {
		const { url } = await nginx("max_ranges 0;");
		await expect(fromUrl(url)).rejects.toMatchObject({ code: "no-ranges" });
		expect(await (await fromUrl(url, { withoutRanges: "download" })).read(4990, 10)).toEqual(bytes.slice(4990));
	});

	test("that would compress sends bytes as they are to a range request", async () => {
		const { url } = await nginx("gzip on; gzip_types *; gzip_min_length 1;");
		expect(await (await fromUrl(url)).read(4990, 10)).toEqual(bytes.slice(4990));
	});

	test("has no such file: 404", async () => {
		const { url } = await nginx();
		await expect(fromUrl(new URL("other.npy", url))).rejects.toMatchObject({ code: "status", found: "404 Not Found" });
	});
});
