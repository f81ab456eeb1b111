import type { PyBytearray } from "../../values/types.js";
import type { GlobalBuilder } from "../builder.js";
import { aText, refusePart, onlyBytes, optional, someBytes, takes, type Check } from "../checks.js";

/** The one codec that pickles need: every byte stands for itself. No other is ever asked for. */
const latin1: Check<unknown> = (machine, value) => {
	if (value !== "latin1" && value !== "latin-1") refusePart(machine, "the codec latin1", value);
};

/** `_codecs.encode(text, 'latin1')`: how bytes stand below protocol 3. */
export const encodeText: GlobalBuilder = /* @__PURE__ */ takes([aText, latin1], someBytes);

/** `bytes()`, which is how empty bytes stand below protocol 3. */
export const buildBytes: GlobalBuilder = /* @__PURE__ */ takes(
	[optional(onlyBytes)],
	(machine, bytes = machine.allocate(0)) => bytes,
);

/** `bytearray(bytes)`, `bytearray()`, and below protocol 3 `bytearray(text, 'latin-1')`. */
export const buildBytearray: GlobalBuilder = (machine, args): PyBytearray => {
	const bytes = onlyBytes(machine, args.length > 1 ? encodeText(machine, args) : buildBytes(machine, args));
	// A copy: the bytes may be named again, and must not change with the bytearray.
	const copy = machine.allocate(bytes.length);
	copy.set(bytes);
	return { kind: "bytearray", bytes: copy };
};
