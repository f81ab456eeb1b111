import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { packageRoot } from "../package-root.js";
import { parseJson, type JsonValue } from "../protocol/json.js";
import { removeFolder } from "../testing/toy-suite.js";

const bin = join(packageRoot, "dist", "src", "bin.js");

/** `npconform serve ndwire` as a child, with its answers line by line. */
let child: ChildProcessWithoutNullStreams;
let log = "";
let answers: AsyncIterator<JsonValue>;
let ended: Promise<unknown[]>;

beforeEach(() => {
	child = spawn(process.execPath, [bin, "serve", "ndwire"]);
	log = "";
	child.stderr.setEncoding("utf8").on("data", (text: string) => (log += text));
	answers = readAnswers();
	ended = once(child, "exit");
});

afterEach(() => {
	child.kill("SIGKILL");
});

async function* readAnswers(): AsyncGenerator<JsonValue> {
	let rest = "";
	for await (const text of child.stdout.setEncoding("utf8")) {
		const lines = `${rest}${String(text)}`.split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) yield parseJson(line);
	}
}

async function next(): Promise<JsonValue | undefined> {
	const { done, value } = await answers.next();
	return done === true ? undefined : value;
}

async function ask(line: string): Promise<JsonValue | undefined> {
	child.stdin.write(`${line}\n`);
	return next();
}

const hello = '{"id":0,"cmd":"hello","protocol":[1],"suite":"2026.11.0"}';
const value = { dtype: "<i2", shape: [2, 2], order: "C", data: { b64: "AQACAAMABAA=" } } as const;
const file =
	"k05VTVBZAQB2AHsnZGVzY3InOiAnPGkyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDIpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAAIAAwAEAA==";

function decode(id: number, input: object): string {
	return JSON.stringify({ id, cmd: "run", op: "decode", format: "npy", opts: {}, in: input });
}

describe("the examples of the protocol", () => {
	test("hello", async () => {
		expect(await ask(hello)).toMatchObject({
			id: 0,
			protocol: 1,
			impl: { name: "ndwire", language: "typescript", endian: "little" },
			inOrder: true,
		});
	});

	test.each<[name: string, request: object, answer: object]>([
		["decode", { op: "decode", opts: {}, in: { b64: file } }, { ok: { value } }],
		["encode", { op: "encode", opts: { numpy: "2.4" }, value }, { ok: { out: { b64: file } } }],
		["reencode", { op: "reencode", opts: {}, in: { b64: file } }, { ok: { out: { b64: file } } }],
	])("%s", async (_, request, answer) => {
		expect(await ask(JSON.stringify({ id: 1, cmd: "run", format: "npy", ...request }))).toEqual({ id: 1, ...answer });
	});

	test("a refusal", async () => {
		expect(await ask(decode(4, { b64: "k05VTVBZ" }))).toMatchObject({ id: 4, refused: { code: "truncated" } });
	});

	test("a format that nobody knows", async () => {
		const request = { id: 5, cmd: "run", op: "decode", format: "hdf5", opts: {}, in: { b64: "" } };
		expect(await ask(JSON.stringify(request))).toMatchObject({ id: 5, unsupported: {} });
	});

	test("an operation that caps do not have, whatever the rest of the request looks like", async () => {
		const request = { id: 6, cmd: "run", op: "encode", format: "pickle", opts: {}, value: { t: "matrix" } };
		expect(await ask(JSON.stringify(request))).toEqual({ id: 6, unsupported: { feature: "pickle.encode" } });
	});
});

describe("input", () => {
	test("hex is taken, and a file by its path", async () => {
		const folder = mkdtempSync(join(tmpdir(), "npconform-serve-"));
		const path = join(folder, "a b.npy");
		writeFileSync(path, Buffer.from(file, "base64"));
		expect(await ask(decode(1, { hex: Buffer.from(file, "base64").toString("hex") }))).toEqual({
			id: 1,
			ok: { value },
		});
		expect(await ask(decode(2, { file: path }))).toEqual({ id: 2, ok: { value } });
		removeFolder(folder);
	});

	test("a value may be given in hex", async () => {
		const hex = { ...value, data: { hex: "0100020003000400" } };
		const request = { id: 1, cmd: "run", op: "encode", format: "npy", opts: {}, value: hex };
		expect(await ask(JSON.stringify(request))).toEqual({ id: 1, ok: { out: { b64: file } } });
	});

	test("unknown members are ignored, and so is the order of members", async () => {
		expect(
			await ask(`{"colour":"red","in":{"b64":"${file}","x":1},"format":"npy","op":"decode","cmd":"run","id":9}`),
		).toEqual({
			id: 9,
			ok: { value },
		});
	});

	test("lines may end with CR LF, and arrive in pieces of one byte", async () => {
		for (const byte of Buffer.from(`${hello}\r\n`)) child.stdin.write(Buffer.of(byte));
		expect(await next()).toMatchObject({ id: 0, protocol: 1 });
	});

	test("a line of 20 MB is answered", async () => {
		const bytes = Buffer.concat([Buffer.from(file, "base64"), Buffer.alloc(15e6)]);
		expect(await ask(decode(1, { b64: bytes.toString("base64") }))).toEqual({ id: 1, ok: { value } });
	});

	test("the last line needs no end", async () => {
		child.stdin.end(decode(3, { b64: file }));
		expect(await next()).toEqual({ id: 3, ok: { value } });
		expect(await ended).toEqual([0, null]);
	});
});

describe("what is no request", () => {
	test.each<[name: string, line: string, answer: object]>([
		["broken JSON", '{"id":1,', { id: null }],
		["no id", '{"cmd":"hello","protocol":[1]}', { id: null }],
		["a fraction for an id", '{"id":1.5,"cmd":"hello","protocol":[1]}', { id: null }],
		["an unknown command", '{"id":2,"cmd":"dance"}', { id: 2 }],
		["another version of the protocol", '{"id":2,"cmd":"hello","protocol":[2,3]}', { id: 2 }],
		["an unknown operation", '{"id":3,"cmd":"run","op":"print","format":"npy","in":{"b64":""}}', { id: 3 }],
		["no input", '{"id":3,"cmd":"run","op":"decode","format":"npy"}', { id: 3 }],
		["input that is no base64", decode(3, { b64: "%" }), { id: 3 }],
		["a value that is none", '{"id":3,"cmd":"run","op":"encode","format":"npy","value":{"dtype":"<f9"}}', { id: 3 }],
		["a file that is not there", decode(3, { file: "/nowhere" }), { id: 3 }],
	])("%s is answered with an error, and the next request as if nothing had been", async (_, line, answer) => {
		expect(await ask(line)).toMatchObject({ ...answer, error: { message: expect.any(String) } });
		expect(await ask(decode(8, { b64: file }))).toEqual({ id: 8, ok: { value } });
	});

	test("a line that is no object is noise: told on stderr, not answered", async () => {
		child.stdin.write("\nhello?\n[1]\n");
		expect(await ask(decode(8, { b64: file }))).toEqual({ id: 8, ok: { value } });
		expect(log).toContain("hello?");
	});
});

describe("the end", () => {
	test.each([
		["bye", () => child.stdin.write('{"id":99,"cmd":"bye"}\n')],
		["the end of input", () => child.stdin.end()],
	])("%s ends it with 0 and no further word", async (_, end) => {
		await ask(hello);
		end();
		expect(await next()).toBeUndefined();
		expect(await ended).toEqual([0, null]);
	});

	test("everything that was asked before bye is answered", async () => {
		for (let id = 0; id < 500; id++) child.stdin.write(`${decode(id, { b64: file })}\n`);
		child.stdin.write('{"id":999,"cmd":"bye"}\n');
		for (let id = 0; id < 500; id++) expect(await next()).toMatchObject({ id });
		expect(await next()).toBeUndefined();
		expect(await ended).toEqual([0, null]);
	});

	test("a reader that goes away ends it", async () => {
		await ask(hello);
		child.stdout.destroy();
		for (let id = 0; id < 50; id++) child.stdin.write(`${decode(id, { b64: file })}\n`);
		child.stdin.on("error", () => undefined);
		expect(await ended).toEqual([0, null]);
	});
});
