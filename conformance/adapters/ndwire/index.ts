import { createRequire } from "node:module";
import { arch, endianness, platform } from "node:os";
import { FormatError } from "@ndwire/core";
import { readBytes, writeBytes } from "../../src/protocol/bytes.js";
import type { Adapter, HelloAnswer, RunAnswer, RunRequest } from "../../src/protocol/messages.js";
import type { FormatAdapter } from "./format-adapter.js";
import { frame } from "./frame.js";
import { json } from "./json.js";
import { npy } from "./npy.js";
import { npz } from "./npz.js";
import { pickle } from "./pickle.js";
import { raw } from "./raw.js";
import { Unsupported } from "./unsupported.js";

/** The `@ndwire` codecs behind the adapter protocol `np/1`. */
export const adapter: Adapter = {
	hello: hello(),
	run(request) {
		try {
			return answer(request);
		} catch (error) {
			return answerThrown(error);
		}
	},
};

function hello(): HelloAnswer {
	return {
		protocol: 1,
		impl: {
			name: "ndwire",
			version: packageVersion(),
			language: "typescript",
			runtime: `node ${process.versions.node}`,
			os: platform(),
			arch: arch(),
			endian: endianness() === "LE" ? "little" : "big",
		},
		caps: Object.fromEntries(Object.entries(formats()).map(([name, { capabilities }]) => [name, capabilities])),
		inOrder: true,
		inflight: 64,
		transport: ["b64"],
	};
}

function formats(): { readonly [name: string]: FormatAdapter } {
	return { npy, npz, pickle, raw, frame, json };
}

function packageVersion(): string {
	const manifest: unknown = createRequire(import.meta.url)("@ndwire/npy/package.json");
	const isVersioned = typeof manifest === "object" && manifest !== null && "version" in manifest;
	return isVersioned && typeof manifest.version === "string" ? manifest.version : "unknown";
}

function answer(request: RunRequest): RunAnswer {
	const { op, format, opts } = request;
	const codec = Object.hasOwn(formats(), format) ? formats()[format] : undefined;
	if (codec === undefined || !codec.capabilities.ops.includes(op)) throw new Unsupported(`${format}.${op}`);
	switch (request.op) {
		case "decode":
			return { ok: { value: codec.decode(readBytes(request.in), opts) } };
		case "encode":
			return { ok: { out: writeBytes(codec.encode(request.value, opts)) } };
		case "reencode":
			return { ok: { out: writeBytes(codec.reencode(readBytes(request.in), opts)) } };
	}
}

/** Only what a codec says on purpose is a refusal; whatever else escapes from it is a bug. */
function answerThrown(error: unknown): RunAnswer {
	if (error instanceof Unsupported) return { unsupported: { feature: error.feature } };
	if (error instanceof FormatError) {
		const { code, message, offset } = error;
		return { refused: offset === undefined ? { code, message } : { code, message, offset } };
	}
	if (!(error instanceof Error)) return { error: { message: String(error) } };
	const { message, stack } = error;
	return { error: stack === undefined ? { message } : { message, stack } };
}
