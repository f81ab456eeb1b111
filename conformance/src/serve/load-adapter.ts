import type { Adapter } from "../protocol/messages.js";
import { importBuilt } from "./import-built.js";
import { NoAdapterError } from "./no-adapter-error.js";

/**
 * An adapter of this package by its name: `ndwire`, or `mutant:NAME` for ndwire with one fault.
 *
 * @throws {NoAdapterError}
 */
export async function loadAdapter(name: string): Promise<Adapter> {
	const [kind, mutant, ...rest] = name.split(":");
	if (kind === "ndwire" && mutant === undefined) return loadNdwire();
	if (kind === "mutant" && mutant !== undefined && rest.length === 0) return loadMutant(mutant);
	throw new NoAdapterError(`there is no adapter ${JSON.stringify(name)}; there are ndwire and mutant:NAME`);
}

/** What `mutants/index.ts` exports. */
export interface MutantModule {
	readonly mutants: { readonly [name: string]: { readonly wrap: (adapter: Adapter) => Adapter } };
}

/** What `adapters/ndwire/index.ts` exports. */
interface AdapterModule {
	readonly adapter: Adapter;
}

async function loadNdwire(): Promise<Adapter> {
	const { adapter } = await importBuilt<AdapterModule>("adapters/ndwire/index.js");
	return adapter;
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
