/**
 * Exchanges random arrays with Python programs over real sockets, and with a page in Chromium over a WebSocket, and compares what
 * was sent with what arrived, bit by bit.
 *
 * `npm run check:sockets -- --frames N --seed S`: N arrays each way, for every way of sending them. Python runs the recipes of
 * `python-fixtures/peers`, which a user would copy. Ends with 1 if anything arrives otherwise than it was sent.
 */
import { parseArgs } from "node:util";
import { chromiumProgram } from "./pages/chromium.js";
import { exchangeWithPage } from "./check-sockets/page.js";
import { exchangeWithPython } from "./check-sockets/python-peer.js";
import { wires } from "./check-sockets/wires.js";
import { measureStream } from "./check-sockets/stream-memory.js";
import type { Exchange } from "./check-sockets/exchange.js";

const { frames, seed } = readArguments();
const python = process.env["NDWIRE_PYTHON"] ?? "python3";
console.log(`seed ${seed}, ${frames} arrays each way`);
let failures = 0;
for (const wire of wires) note(wire.name, await exchangeWithPython(wire, { python, frames, seed }));
if (chromiumProgram === undefined) console.log("Chromium is not installed: the WebSocket page was not looked at");
else note("a WebSocket page in Chromium", await exchangeWithPage(chromiumProgram, { frames, seed }));
const { gigabytes, peak } = await measureStream();
console.log(`${gigabytes} GB of frames through the stream: at most ${(peak / 1e6).toFixed(0)} MB more than before`);
process.exitCode = failures === 0 ? 0 : 1;

function readArguments(): { readonly frames: number; readonly seed: number } {
	const { values } = parseArgs({
		options: { frames: { type: "string", default: "10000" }, seed: { type: "string", default: "1" } },
	});
	const [frames, seed] = [Number(values.frames), Number(values.seed)];
	if (Number.isSafeInteger(frames) && frames >= 1 && Number.isSafeInteger(seed)) return { frames, seed };
	throw new TypeError("--frames and --seed are integers, the first of them at least 1");
}

function note(name: string, { directions, bytes, seconds, remark }: Exchange): void {
	const differing = directions.filter(({ sent, received }) => sent !== received);
	failures += differing.length;
	const verdict = differing.length === 0 ? "equal" : differing.map(({ name }) => `${name} DIFFERS`).join(", ");
	const rate = `${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s`;
	console.log(`${name}: ${verdict}, ${rate}${remark === undefined ? "" : `, ${remark}`}`);
}
