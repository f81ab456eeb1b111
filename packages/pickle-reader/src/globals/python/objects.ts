import { makeStub } from "../../values/records.js";
import type { GlobalBuilder } from "../builder.js";
import { aText, attributes, takes } from "../checks.js";

/** `object()`: nothing but itself, which is what sentinels are for. */
export const buildObject: GlobalBuilder = /* @__PURE__ */ takes([], () =>
	Object.freeze(makeStub({ module: "builtins", name: "object" })),
);

/** `SimpleNamespace()`, whose attributes follow as its state. */
export const buildNamespace: GlobalBuilder = /* @__PURE__ */ takes([], (machine) => {
	const namespace = { kind: "namespace", attributes: attributes(new Map(), machine) };
	machine.await(namespace, (state) => {
		namespace.attributes = attributes(state, machine);
	});
	return namespace;
});

/** `PosixPath(*parts)` and the like. */
export const buildPath: GlobalBuilder = (args, machine) => ({
	kind: "path",
	flavour: machine.built?.name,
	parts: args.map(aText),
});
