import type { Capabilities, JsonObject, Value } from "../../src/protocol/messages.js";

/** One format of the protocol, in terms of our codec. Whatever is thrown becomes the answer. */
export interface FormatAdapter {
	readonly capabilities: Capabilities;
	decode(bytes: Uint8Array, opts: JsonObject): Value;
	encode(value: Value, opts: JsonObject): Uint8Array;
	reencode(bytes: Uint8Array, opts: JsonObject): Uint8Array;
}
