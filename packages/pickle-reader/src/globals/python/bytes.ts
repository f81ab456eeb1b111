import type { Machine } from "../../machine/machine.js";
import type { PyBytearray } from "../../values/types.js";
import { badArgument, requireBytes, requireCount, requireText } from "../arguments.js";

/** `_codecs.encode(text, 'latin1')`: how bytes stand below protocol 3. No other codec is ever asked for. */
export function encodeText(machine: Machine, args: readonly unknown[]): Uint8Array {
	requireCount(machine, args, 2);
	const text = requireText(machine, args[0], "text to encode");
	requireLatin1(machine, args[1]);
	return requireBytes(machine, text, "text to encode");
}

/** `bytes()`, which is how empty bytes stand below protocol 3. */
export function buildBytes(machine: Machine, args: readonly unknown[]): Uint8Array {
	requireCount(machine, args, 0, 1);
	if (args.length === 0) return machine.allocate(0);
	if (args[0] instanceof Uint8Array) return args[0];
	throw badArgument(machine, "bytes", args[0]);
}

/** `bytearray(bytes)`, `bytearray()`, and below protocol 3 `bytearray(text, 'latin-1')`. */
export function buildBytearray(machine: Machine, args: readonly unknown[]): PyBytearray {
	requireCount(machine, args, 0, 2);
	if (args.length === 0) return { kind: "bytearray", bytes: machine.allocate(0) };
	if (args.length === 2) {
		const text = requireText(machine, args[0], "text to encode");
		requireLatin1(machine, args[1]);
		return { kind: "bytearray", bytes: requireBytes(machine, text, "text to encode") };
	}
	// A copy: the bytes may be named again, and must not change with the bytearray.
	if (args[0] instanceof Uint8Array) return { kind: "bytearray", bytes: machine.copyBytes(args[0]) };
	throw badArgument(machine, "bytes", args[0]);
}

function requireLatin1(machine: Machine, codec: unknown): void {
	if (codec === "latin1" || codec === "latin-1") return;
	throw machine.refusal(
		"unsafe-object",
		"the codec latin1",
		typeof codec === "string" ? codec.slice(0, 40) : "another",
	);
}
