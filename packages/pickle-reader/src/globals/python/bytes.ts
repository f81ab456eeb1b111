import { refuseUnsafe } from "../../refuse.js";
import type { PyBytearray } from "../../values/types.js";
import type { GlobalBuilder } from "../builder.js";
import { aText, onlyBytes, optional, someBytes, takes, type Check } from "../checks.js";

/** The one codec that pickles need: every byte stands for itself. No other is ever asked for. */
const latin1: Check<unknown> = (value) => {
	if (value !== "latin1" && value !== "latin-1") refuseUnsafe("latin1", value);
};

/** `_codecs.encode(text, 'latin1')`: how bytes stand below protocol 3. */
export const encodeText: GlobalBuilder = /* @__PURE__ */ takes([aText, latin1], (text, _codec, machine) =>
	someBytes(text, machine),
);

/** `bytes()`, which is how empty bytes stand below protocol 3. */
export const buildBytes: GlobalBuilder = /* @__PURE__ */ takes(
	[optional(onlyBytes)],
	(bytes = new Uint8Array()) => bytes,
);

/** `bytearray(bytes)`, `bytearray()`, and below protocol 3 `bytearray(text, 'latin-1')`. */
export const buildBytearray: GlobalBuilder = (args, machine): PyBytearray => {
	const bytes = onlyBytes(args.length > 1 ? encodeText(args, machine) : buildBytes(args, machine));
	machine.spendBytes(bytes.length);
	// A copy: the bytes may be named again, and must not change with the bytearray.
	return { kind: "bytearray", bytes: bytes.slice() };
};
