// The format `toy` in the exec form: `node toy-exec.mjs OP FORMAT OPTS < in > answer.json`.
import { readFileSync } from "node:fs";

const [operation] = process.argv.slice(2);
const input = readFileSync(0);
const bytes = operation === "encode" ? Buffer.from(JSON.parse(input.toString()).data.b64, "base64") : input;
const b64 = bytes.toString("base64");

const deeds = {
	refuse: () => end(40, "truncated three bytes"),
	cannot: () => end(41, "toy.hard"),
	throw: () => {
		throw new TypeError("nobody caught me");
	},
	abort: () => process.abort(),
	hang: () => {
		for (;;);
	},
	slow: () => {
		wait(600);
		answer();
	},
	hog: () => {
		globalThis.kept = Buffer.alloc(150e6, 1);
		wait(50);
		answer();
	},
	garble: () => end(0, "{"),
};

function end(code, text) {
	process.stdout.write(text, () => process.exit(code));
}

function wait(milliseconds) {
	const until = Date.now() + milliseconds;
	while (Date.now() < until);
}

function answer() {
	const value = { dtype: "|u1", shape: [bytes.length], order: "C", data: { b64 } };
	end(0, JSON.stringify({ ok: operation === "decode" ? { value } : { out: { b64 } } }));
}

(deeds[bytes.toString().split(" ")[0]] ?? answer)();
