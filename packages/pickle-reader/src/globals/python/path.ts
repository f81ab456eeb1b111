import type { PyPath } from "../../values/types.js";
import type { GlobalTable } from "../builder.js";
import { aText } from "../checks.js";

const FLAVOURS: readonly PyPath["flavour"][] = ["PosixPath", "PurePosixPath", "WindowsPath", "PureWindowsPath"];

/** `PosixPath(*parts)` and the like, also from where Python 3.13 defines them. */
export const pathBuilders: GlobalTable = /* @__PURE__ */ Object.fromEntries(
	FLAVOURS.flatMap((flavour) =>
		["pathlib", "pathlib._local"].map((module) => [
			`${module} ${flavour}`,
			(machine, args): PyPath => ({ kind: "path", flavour, parts: args.map((part) => aText(machine, part)) }),
		]),
	),
);
