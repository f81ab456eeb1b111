import { refuse } from "../refuse.js";
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
	find(machine: Machine, oldModule: string, oldName: string): PyGlobal {
		const [module, name] = machine.protocol < 3 ? python3Name(oldModule, oldName) : [oldModule, oldName];
		// As text that tells module and name apart, whatever is in them.
		const key = JSON.stringify([module, name]);
		const known = this.#found.get(key);
		if (known !== undefined) return known;
		const builder = this.#builderNamed(machine, module, name);
		if (builder === undefined && machine.options.onUnknownGlobal !== "stub") {
			refuse(machine, "unsafe-object", "a global that is allowed", `${oldModule}.${oldName}`);
		}
		const global: PyGlobal = { kind: "global", module, name };
		this.#found.set(key, global);
		if (builder !== undefined) this.#builders.set(global, builder);
		return global;
	}

	/** What calling a global builds; undefined for one that is not known. */
	builderOf(global: PyGlobal): GlobalBuilder | undefined {
		return this.#builders.get(global);
	}

	#builderNamed({ options: { globals = {} } }: Machine, module: string, name: string): GlobalBuilder | undefined {
		const key = `${module}.${name}`;
		const build = Object.hasOwn(globals, key) ? globals[key] : undefined;
		if (build !== undefined) return (_machine, args) => build(args);
		return Object.hasOwn(this.#table, key) ? this.#table[key] : findBuilder(module, name);
	}
}
