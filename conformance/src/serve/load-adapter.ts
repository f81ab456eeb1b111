import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Adapter } from "../protocol/messages.js";
import { importBuilt } from "./import-built.js";
import { NoAdapterError } from "./no-adapter-error.js";

/**
 * An adapter that is a module: `ndwire`, `mutant:NAME` for ndwire with one fault, or `module:PATH` for somebody else's, which exports
 * it as `adapter`.
 *
 * @throws {NoAdapterError}
 */
export async function loadAdapter(name: string): Promise<Adapter> {
	const at = name.indexOf(":");
	const [kind, detail] = at < 0 ? [name, undefined] : [name.slice(0, at), name.slice(at + 1)];
	if (kind === "ndwire" && detail === undefined) return loadNdwire();
	if (kind === "mutant" && detail !== undefined) return loadMutant(detail);
	if (kind === "module" && detail !== undefined) return loadModule(detail);
	throw new NoAdapterError(
		`there is no adapter ${JSON.stringify(name)}; there are ndwire, mutant:NAME and module:PATH`,
	);
}

/** What `mutants/index.ts` exports. */
export interface MutantModule {
	readonly mutants: {
		readonly [name: string]: { readonly profile: string; readonly wrap: (adapter: Adapter) => Adapter };
	};
}

/** What `adapters/ndwire/index.ts` exports. */
interface AdapterModule {
	readonly adapter: Adapter;
}

async function loadNdwire(): Promise<Adapter> {
	const { adapter } = await importBuilt<AdapterModule>("adapters/ndwire/index.js");
	return adapter;
}

async function loadModule(path: string): Promise<Adapter> {
	const module: unknown = await import(pathToFileURL(resolve(path)).href).catch((cause: unknown) => {
		throw new NoAdapterError(`${path} cannot be loaded: ${cause instanceof Error ? cause.message : String(cause)}`, {
			cause,
		});
	});
	if (exportsAdapter(module)) return module.adapter;
	throw new NoAdapterError(`${path} exports no adapter, that is an object with hello and run`);
}

/** Whether it looks like an adapter. What its hello says is checked where it is used. */
function exportsAdapter(module: unknown): module is AdapterModule {
	if (typeof module !== "object" || module === null || !("adapter" in module)) return false;
	const { adapter } = module;
	return (
		typeof adapter === "object" &&
		adapter !== null &&
		"hello" in adapter &&
		"run" in adapter &&
		typeof adapter.run === "function"
	);
}

async function loadMutant(name: string): Promise<Adapter> {
	const { mutants } = await importBuilt<MutantModule>("mutants/index.js");
	const mutant = Object.hasOwn(mutants, name) ? mutants[name] : undefined;
	if (mutant !== undefined) return renamed(mutant.wrap(await loadNdwire()), `mutant:${name}`);
	throw new NoAdapterError(`there is no mutant ${JSON.stringify(name)}; there are ${Object.keys(mutants).join(", ")}`);
}

function renamed(adapter: Adapter, name: string): Adapter {
	const { hello } = adapter;
	return { hello: { ...hello, impl: { ...hello.impl, name } }, run: (request) => adapter.run(request) };
}
