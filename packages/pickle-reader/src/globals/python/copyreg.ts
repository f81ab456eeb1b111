import { refuseUnsafe } from "../../refuse.js";
import { isGlobal, isStub } from "../../values/records.js";
import type { GlobalBuilder } from "../builder.js";
import { callGlobal } from "../call.js";
import { aDict, aGlobal, anything, aTuple, takes } from "../checks.js";

/**
 * What an object is made of, which is not one of these functions. That it can be called is not seen to here: a class inside a class
 * is what `getattr` gives, below protocol 4.
 */
function aClass(value: unknown): unknown {
	return isGlobal(value) && value.module === "copyreg" ? refuseUnsafe("a class", value) : value;
}

/**
 * `copyreg._reconstructor(class, base, state)`: how protocols 0 and 1 make an object. `base` is `object` but for classes
 * derived from built-in types, which can only be stubs; they keep the state of their base as an argument.
 */
export const callReconstructor: GlobalBuilder = /* @__PURE__ */ takes(
	[aClass, aGlobal, anything],
	(type, base, state, machine) => {
		if (base.module === "builtins" && base.name === "object") return callGlobal(machine, type, []);
		const object = callGlobal(machine, type, [state]);
		return isStub(object) ? object : refuseUnsafe("object", base);
	},
);

/** `copyreg.__newobj__(class, *args)` */
export const callNewobj: GlobalBuilder = ([type, ...args], machine) => callGlobal(machine, aClass(type), args);

/** `copyreg.__newobj_ex__(class, args, kwargs)` */
export const callNewobjEx: GlobalBuilder = /* @__PURE__ */ takes(
	[aClass, aTuple, aDict],
	(type, args, kwargs, machine) => callGlobal(machine, type, args, new Map(kwargs)),
);
