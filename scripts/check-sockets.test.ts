import { describe, expect, test } from "vitest";
import { chromiumProgram } from "./pages/chromium.js";
import { exchangeWithPage } from "./check-sockets/page.js";
import { exchangeWithPython } from "./check-sockets/python-peer.js";
import { wires } from "./check-sockets/wires.js";

const python = process.env["NDWIRE_PYTHON"];

// The same every time; `npm run check:sockets` goes further.
describe.runIf(python !== undefined)("Python's recipes and we understand each other over TCP", () => {
	test.each(wires)("$name, 100 each way", async (wire) => {
		const { directions } = await exchangeWithPython(wire, { python: python ?? "", frames: 100, seed: 1 });
		expect(directions.map(({ received }) => received)).toEqual(directions.map(({ sent }) => sent));
		expect(directions.every(({ sent }) => sent.startsWith("100 "))).toBe(true);
	});
});

test.runIf(chromiumProgram !== undefined)("a page in Chromium receives frames as messages of a WebSocket", async () => {
	const { directions } = await exchangeWithPage(chromiumProgram ?? "", { frames: 100, seed: 1 });
	expect(directions.map(({ received }) => received)).toEqual(directions.map(({ sent }) => sent));
	expect(directions.every(({ sent }) => sent.startsWith("100 "))).toBe(true);
});
