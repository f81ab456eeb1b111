// An adapter for the format `toy`, in which the bytes of an array are the file. What it is to do wrong stands in the bytes: the
// words before a blank are verbs, such as `crash please`. Options on the command line make it misbehave as a whole.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const options = new Set(process.argv.slice(2));
if (options.has("die-at-start")) {
	console.error("no licence found");
	process.exit(3);
}
if (options.has("silent")) setInterval(() => undefined, 1000);

let asked = 0;
/** Answers kept back. */
const held = [];
/** Second answers, given after the answer to the next request. */
const tardy = [];

const deeds = {
	crash: () => process.exit(7),
	abort: () => process.abort(),
	kill: () => process.kill(process.pid, "SIGKILL"),
	hang: () => {
		for (;;);
	},
	// Passes alone, and fails behind others.
	moody: (answer) => (asked > 1 ? process.exit(9) : write(answer)),
	noisy: (answer) => {
		process.stdout.write("loading…\n\n[INFO] done\n");
		process.stderr.write("a warning\n");
		write(answer);
	},
	broken: () => process.stdout.write('{"id": oops}\n'),
	stranger: (answer) => write({ ...answer, id: 4711 }),
	twice: (answer) => {
		write(answer);
		write({ ...answer, ok: undefined, error: { message: "late rejection" } });
	},
	late: (answer) => {
		write(answer);
		tardy.push({ id: answer.id, error: { message: "late rejection" } });
	},
	slow: (answer) => {
		// Asleep, not at work: time at work counts only while there is a processor for it, and tests run on loaded machines.
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
		write(answer);
	},
	// Slow at first only.
	cold: (answer) => (asked === 1 ? deeds.slow(answer) : write(answer)),
	split: (answer) => {
		const line = Buffer.from(`${JSON.stringify(answer)}\n`);
		for (let at = 0; at < line.length; at += 7) process.stdout.write(line.subarray(at, at + 7));
	},
	swap: (answer) => held.push(answer),
	nothing: (answer) => write({ id: answer.id }),
	refuse: ({ id }) => write({ id, refused: { code: "truncated", message: "three bytes" } }),
	whim: ({ id }) => write({ id, refused: { code: "because", message: "no reason" } }),
	bug: ({ id }) => write({ id, error: { message: "TypeError: x is undefined", stack: "…" } }),
	cannot: ({ id }) => write({ id, unsupported: { feature: "toy.hard" } }),
	wrong: ({ id, ok }) => {
		const other = Buffer.from("other");
		write({ id, ok: ok.value === undefined ? { out: bytesOf(other) } : { value: arrayOf(other) } });
	},
	hog: (answer) => {
		globalThis.kept = Buffer.alloc(100e6, 1);
		write(answer);
	},
};

function hello(id) {
	return {
		id,
		protocol: options.has("protocol-2") ? 2 : 1,
		impl: { name: "toy", version: "1", language: "js", runtime: "node", os: "any", arch: "any", endian: "little" },
		caps: { toy: { ops: options.has("decode-only") ? ["decode"] : ["decode", "encode", "reencode"], lacks: ["hard"] } },
		inOrder: !options.has("any-order"),
		inflight: 16,
		transport: options.has("takes-files") ? ["b64", "file"] : ["b64"],
	};
}

function handle(line) {
	const message = JSON.parse(line);
	if (message.cmd === "bye") return options.has("deaf") ? setInterval(() => undefined, 1000) : process.exit(0);
	if (message.cmd === "hello") {
		if (options.has("silent")) return;
		write(hello(message.id));
		if (options.has("die-after-hello")) process.exit(5);
		return;
	}
	asked++;
	if (options.has("polite") && message.format !== "toy") return refuseFormat(message);
	const bytes = readInput(message.in ?? message.value.data);
	const value = message.op === "decode" ? { value: arrayOf(bytes) } : { out: bytesOf(bytes) };
	const deed = deeds[bytes.toString("latin1").split(" ")[0]];
	const answer = { id: message.id, ok: value };
	if (options.has("mute")) write({ id: message.id, error: { message: "nothing today" } });
	else if (deed === undefined) write(answer);
	else deed(answer);
	if (deed !== deeds.swap) for (const earlier of held.splice(0)) write(earlier);
	if (options.has("tires") && asked === 3) process.exit(0);
}

/** Says on stderr which file it was given, if it was given one. */
function readInput({ b64, file }) {
	if (file === undefined) return Buffer.from(b64, "base64");
	process.stderr.write(`read ${file}\n`);
	return readFileSync(file);
}

/** How an adapter answers what it does not know, and some ways of getting that wrong. */
function refuseFormat({ id, format }) {
	const answer = { id: options.has("wrong-ids") ? id + 1 : id, unsupported: { feature: format } };
	if (options.has("shouts")) return void process.stdout.write("{shouting}\n");
	if (!options.has("backwards")) return write(answer);
	held.unshift(answer);
	clearTimeout(timer);
	timer = setTimeout(() => held.splice(0).forEach(write), 50);
}
let timer;

function arrayOf(bytes) {
	return { dtype: "|u1", shape: [bytes.length], order: "C", data: bytesOf(bytes) };
}

function bytesOf(bytes) {
	return { b64: bytes.toString("base64") };
}

function write(message) {
	process.stdout.write(`${JSON.stringify(message)}\n`);
}

if (!options.has("silent")) {
	for await (const line of createInterface({ input: process.stdin })) {
		const late = tardy.splice(0);
		handle(line);
		for (const answer of late) write(answer);
	}
	process.exit(0);
}
