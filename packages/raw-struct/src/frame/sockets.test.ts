import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server } from "node:net";
import { array } from "@ndwire/core";
import { expect, onTestFinished, test } from "vitest";
// The WebSocket server that most of Node uses; Node itself has only the client.
import { WebSocketServer } from "ws";
import { decodeFrame } from "./decode.js";
import { FrameDecoderStream } from "./decoder-stream.js";
import { encodeFrame } from "./encode.js";
import { webStream } from "../testing/web-stream.js";

const large = array(
	Array.from({ length: 100_000 }, (_, index) => index),
	{ dtype: "<f8" },
);
const small = array([1, -2], { dtype: ">i2" });

test("frames come over TCP in pieces, and out as they were sent", async () => {
	const server = createServer((socket) => {
		for (const each of [large, small, large]) socket.write(encodeFrame(each));
		socket.end();
	});
	const socket = connect(await portOf(server), "127.0.0.1");
	const sizes: number[] = [];
	for await (const found of webStream(socket).pipeThrough(new FrameDecoderStream())) {
		sizes.push(found.size);
		expect(found.get(1)).toBe(found.size === 2 ? -2 : 1);
	}
	expect(sizes).toEqual([100_000, 2, 100_000]);
});

test("a peer that goes in the middle of a frame is missed by the byte", async () => {
	const server = createServer((socket) => socket.end(encodeFrame(large).subarray(0, -1000)));
	const socket = connect(await portOf(server), "127.0.0.1");
	const reader = webStream(socket).pipeThrough(new FrameDecoderStream()).getReader();
	await expect(reader.read()).rejects.toMatchObject({ code: "truncated", found: "799000: 1000 are missing" });
});

test("a message of a WebSocket is a frame", async () => {
	const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
	onTestFinished(() => server.close());
	server.on("connection", (peer) => peer.send(encodeFrame(small)));
	await once(server, "listening");
	const address = server.address();
	const port = typeof address === "object" && address !== null ? address.port : 0;
	const socket = new WebSocket(`ws://127.0.0.1:${port}`);
	onTestFinished(() => socket.close());
	socket.binaryType = "arraybuffer";
	const message = await new Promise<MessageEvent<ArrayBuffer>>((resolve) => {
		socket.addEventListener("message", resolve, { once: true });
	});
	expect(decodeFrame(message.data).toList()).toEqual([1, -2]);
});

async function portOf(server: Server): Promise<number> {
	server.listen(0, "127.0.0.1");
	onTestFinished(() => void server.close());
	await once(server, "listening");
	// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A server that listens on a port has no other address.
	return (server.address() as AddressInfo).port;
}
