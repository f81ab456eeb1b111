import { refuse } from "../../refuse.js";
import type { GlobalBuilder } from "../builder.js";
import { attributes, anInt, takes } from "../checks.js";

/** `UUID()`, whose state is a dict with its number, `int`; `is_safe` says nothing of its value. */
export const buildUuid: GlobalBuilder = /* @__PURE__ */ takes([], (machine) => {
	const uuid = { kind: "uuid", text: "" };
	machine.await(uuid, (state) => {
		const number = BigInt(anInt(attributes(state, machine).get("int")));
		if (number >> 128n !== 0n) refuse("overflow", "128 bits", number);
		const digits = number.toString(16).padStart(32, "0");
		uuid.text = digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
	});
	return uuid;
});
