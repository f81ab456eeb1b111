import type { PyPath } from "../../values/types.js";
import type { GlobalBuilder } from "../builder.js";
import { requireText } from "../arguments.js";

/** Of `PosixPath(*parts)` and the like. */
export function pathBuilder(flavour: PyPath["flavour"]): GlobalBuilder {
	return (machine, args): PyPath => ({
		kind: "path",
		flavour,
		parts: args.map((part) => requireText(machine, part, "part of a path")),
	});
}
