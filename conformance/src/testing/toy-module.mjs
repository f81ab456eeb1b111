// The format `toy` as an adapter in process: the bytes of an array are the file, and a verb before a blank is what it does wrong.

const deeds = {
	crash: () => process.exit(7),
	// An error that nobody catches, after the answer was given up.
	escape: () => {
		setTimeout(() => {
			throw new RangeError("nobody caught me");
		});
		return new Promise(() => undefined);
	},
	throw: () => {
		throw new TypeError("a bug");
	},
	hang: () => {
		for (;;);
	},
	never: () => new Promise(() => undefined),
	eat: () => {
		const kept = [];
		for (;;) kept.push(Array.from({ length: 1e6 }, (_, index) => `${index}`));
	},
	allocate: () => new Float64Array(1e6),
	slice: (bytes) => {
		for (let index = 0; index < 200_000; index++) bytes.slice();
	},
};

export const adapter = {
	hello: {
		protocol: 1,
		impl: { name: "toy", version: "1", language: "js", runtime: "node", os: "any", arch: "any", endian: "little" },
		caps: { toy: { ops: ["decode", "encode", "reencode"] } },
		inOrder: true,
		inflight: 16,
		transport: ["b64"],
	},
	async run(request) {
		const { b64 } = request.in ?? request.value.data;
		const bytes = Uint8Array.from(atob(b64), (character) => character.charCodeAt(0));
		await deeds[atob(b64).split(" ")[0]]?.(bytes);
		if (request.op !== "decode") return { ok: { out: { b64 } } };
		return { ok: { value: { dtype: "|u1", shape: [bytes.length], order: "C", data: { b64 } } } };
	},
};
