import { isGlobal, isStub } from "../../values/records.js";
import type { GlobalBuilder } from "../builder.js";
import { callGlobal } from "../call.js";
import { aDict, aGlobal, anything, aTuple, refusePart, takes, type Check } from "../checks.js";

/**
 * What an object is made of, which is not one of these functions. That it can be called is not seen to here: a class inside a class
 * is what `getattr` gives, below protocol 4.
 */
const aClass: Check<unknown> = (machine, value) =>
	isGlobal(value) && value.module === "copyreg" ? refusePart(machine, "a class", value) : value;

/**
 * `copyreg._reconstructor(class, base, state)`: how protocols 0 and 1 make an object. `base` is `object` but for classes
 * derived from built-in types, which can only be stubs; they keep the state of their base as an argument.
 */
export const callReconstructor: GlobalBuilder = /* @__PURE__ */ takes(
	[aClass, aGlobal, anything],
	(machine, type, base, state) => {
		if (base.module === "builtins" && base.name === "object") return callGlobal(machine, type, []);
		const object = callGlobal(machine, type, [state]);
		if (isStub(object)) return object;
		refusePart(machine, "object as base", base);
	},
);

/** `copyreg.__newobj__(class, *args)` */
export const callNewobj: GlobalBuilder = (machine, [type, ...args]) => callGlobal(machine, aClass(machine, type), args);

/** `copyreg.__newobj_ex__(class, args, kwargs)` */
export const callNewobjEx: GlobalBuilder = /* @__PURE__ */ takes(
	[aClass, aTuple, aDict],
	(machine, type, args, kwargs) => callGlobal(machine, type, args, new Map(kwargs)),
);
