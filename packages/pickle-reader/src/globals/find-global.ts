import { refuseUnsafe } from "../refuse.js";
import type { Machine } from "../machine/machine.js";
import type { PyGlobal } from "../values/types.js";
import { findBuilder } from "./allow-list.js";
import type { GlobalBuilder } from "./builder.js";
import { python3Name } from "./python2-names.js";

/**
 * The value that stands for a global. Names are compared with a list; nothing is looked up by them.
 *
 * @throws {FormatError} `unsafe-object` for one that is not allowed, unless stubs are wanted.
 */
export function findGlobal(machine: Machine, oldModule: string, oldName: string): PyGlobal {
	const [module, name] = machine.protocol < 3 ? python3Name(oldModule, oldName) : [oldModule, oldName];
	machine.spendBytes(module.length + name.length);
	// The length tells module and name apart, whatever is in them.
	const key = `${module.length} ${module}${name}`;
	const known = machine.globals.get(key);
	if (known !== undefined) return known;
	const builder = builderNamed(machine, module, name);
	if (builder === undefined && machine.options.onUnknownGlobal !== "stub") {
		refuseUnsafe("an allowed global", `${oldModule}.${oldName}`);
	}
	const global: PyGlobal = { kind: "global", module, name };
	machine.globals.set(key, global);
	machine.builders.set(global, builder);
	return global;
}

function builderNamed({ options, table }: Machine, module: string, name: string): GlobalBuilder | undefined {
	const { globals = {} } = options;
	const key = `${module}.${name}`;
	const build = Object.hasOwn(globals, key) ? globals[key] : undefined;
	return build === undefined ? (table.get(key) ?? findBuilder(module, name)) : (args) => build(args);
}
