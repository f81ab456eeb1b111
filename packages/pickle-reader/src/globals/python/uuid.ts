import type { GlobalBuilder } from "../builder.js";
import { attributes, anInt, takes } from "../checks.js";

/** `UUID()`, whose state is a dict with its number, `int`; `is_safe` says nothing of its value. */
export const buildUuid: GlobalBuilder = /* @__PURE__ */ takes([], (machine) => {
	const uuid = { kind: "uuid", text: "00000000-0000-0000-0000-000000000000" };
	machine.await(uuid, (state) => {
		const number = BigInt(anInt(machine, attributes(machine, state).get("int")));
		if (number !== BigInt.asUintN(128, number))
			throw machine.refusal("overflow", "a number of 128 bits", "a larger one");
		const digits = number.toString(16).padStart(32, "0");
		uuid.text = digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
	});
	return uuid;
});
