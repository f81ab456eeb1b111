import type { PyGlobal } from "../../values/types.js";
import { valueOnly, type GlobalBuilder } from "../builder.js";
import { only, takes } from "../checks.js";

/** `type(None)`, which is how the class of `None` stands. That of nothing else is asked for. */
export const buildType: GlobalBuilder = /* @__PURE__ */ takes([only("None", isNull)], (_none, machine): PyGlobal => {
	const type = { kind: "global", module: "builtins", name: "NoneType" } as const;
	machine.builders.set(type, valueOnly);
	return type;
});

function isNull(value: unknown): value is null {
	return value === null;
}
