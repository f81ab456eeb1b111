import type { Machine } from "../machine/machine.js";
import type { PyGlobal } from "../values/types.js";
import { findBuilder } from "./allow-list.js";
import type { GlobalBuilder, GlobalTable } from "./builder.js";
import { python3Name } from "./python2-names.js";

/** The globals of one pickle: which names are allowed, and what they build. */
export class Globals {
	readonly #found = new Map<string, PyGlobal>();
	readonly #builders = new Map<PyGlobal, GlobalBuilder>();
	readonly #table: GlobalTable;

	/** @param table - Builders that come before those of the allow-list. */
	constructor(table: GlobalTable) {
		this.#table = table;
	}

	/**
	 * The value that stands for a global. Names are compared with a list; nothing is looked up by them.
	 *
	 * @throws {FormatError} `unsafe-object` for one that is not allowed, unless stubs are wanted.
	 */
	find(machine: Machine, module: string, name: string): PyGlobal {
		const [newModule, newName] = machine.protocol < 3 ? python3Name(module, name) : [module, name];
		const key = `${newModule} ${newName}`;
		const known = this.#found.get(key);
		if (known !== undefined) return known;
		const builder = callersBuilder(machine, newModule, newName) ?? this.#builderIn(key);
		if (builder === undefined && machine.options.onUnknownGlobal !== "stub") {
			throw machine.refusal("unsafe-object", "a global that is allowed", `${module}.${name}`);
		}
		const global: PyGlobal = { kind: "global", module: newModule, name: newName };
		this.#found.set(key, global);
		if (builder !== undefined) this.#builders.set(global, builder);
		return global;
	}

	#builderIn(key: string): GlobalBuilder | undefined {
		return Object.hasOwn(this.#table, key) ? this.#table[key] : findBuilder(key);
	}

	/** What calling a global builds; undefined for one that is not known. */
	builderOf(global: PyGlobal): GlobalBuilder | undefined {
		return this.#builders.get(global);
	}
}

function callersBuilder(machine: Machine, module: string, name: string): GlobalBuilder | undefined {
	const { globals } = machine.options;
	const key = `${module}.${name}`;
	const build = globals !== undefined && Object.hasOwn(globals, key) ? globals[key] : undefined;
	return build && ((_machine, args) => build(args));
}
