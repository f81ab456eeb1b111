// The format `toy` in the exec form: `node toy-exec.mjs OP FORMAT OPTS < in > answer.json`.
import { readFileSync } from "node:fs";

// What stands before OP says what becomes of `hello`: `declares` and `mumbles`; otherwise there is none.
const manners = ["declares", "mumbles"];
const words = process.argv.slice(2);
const manner = manners.includes(words[0]) ? words.shift() : undefined;
const [operation] = words;
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
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function answer() {
	const value = { dtype: "|u1", shape: [bytes.length], order: "C", data: { b64 } };
	end(0, JSON.stringify({ ok: operation === "decode" ? { value } : { out: { b64 } } }));
}

const hello = {
	declares: {
		protocol: 1,
		impl: { name: "toy", version: "1", language: "js", runtime: "exec", os: "any", arch: "any", endian: "little" },
		caps: { toy: { ops: ["decode"], lacks: ["hard"] } },
		inOrder: false,
		inflight: 16,
		transport: ["b64"],
	},
	mumbles: { protocol: 7 },
};

if (operation === "hello" && manner !== undefined) end(0, JSON.stringify(hello[manner]));
else (deeds[bytes.toString().split(" ")[0]] ?? answer)();
