import type { RequestListener } from "node:http";

/** Answers range requests as RFC 9110 says, with no ETag and no date. */
export function sendRange(bytes: Uint8Array): RequestListener {
	return (request, response) => {
		const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
		const [start, end] = [Number(first), Math.min(Number(last) + 1, bytes.length)];
		if (start >= bytes.length) response.writeHead(416, { "content-range": `bytes */${bytes.length}` }).end();
		else {
			response.writeHead(206, { "content-range": `bytes ${start}-${end - 1}/${bytes.length}` });
			response.end(bytes.subarray(start, end));
		}
	};
}
