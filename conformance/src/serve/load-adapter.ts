import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../package-root.js";
import type { Adapter } from "../protocol/messages.js";

/** Thrown where an adapter of this package is asked for that it does not have, or that cannot be loaded here. */
export class NoAdapterError extends Error {
	override get name(): "NoAdapterError" {
		return "NoAdapterError";
	}
}

/**
 * An adapter of this package by its name: `ndwire`, or `mutant:NAME` for ndwire with one fault.
 *
 * The runner never imports them: they are looked up here by their place among what was built, when they are asked for.
 *
 * @throws {NoAdapterError}
 */
export async function loadAdapter(name: string): Promise<Adapter> {
	const [kind, mutant, ...rest] = name.split(":");
	if (kind === "ndwire" && mutant === undefined) return loadNdwire();
	if (kind === "mutant" && mutant !== undefined && rest.length === 0) return loadMutant(mutant);
	throw new NoAdapterError(`there is no adapter ${JSON.stringify(name)}; there are ndwire and mutant:NAME`);
}

/** What `conformance/mutants/index.ts` exports as `mutants`. */
interface MutantModule {
	readonly mutants: { readonly [name: string]: { readonly wrap: (adapter: Adapter) => Adapter } };
}

async function loadNdwire(): Promise<Adapter> {
	const module = await importBuilt<{ readonly adapter: Adapter }>("adapters/ndwire/index.js");
	return module.adapter;
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

async function importBuilt<Module>(path: string): Promise<Module> {
	const file = join(packageRoot, "dist", ...path.split("/"));
	if (!existsSync(file)) throw new NoAdapterError(`${file} is not there: build the package first`);
	try {
		// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both modules belong to this package; their types are checked where they are written
		return (await import(pathToFileURL(file).href)) as Module;
	} catch (cause) {
		throw explainImport(cause);
	}
}

/** The codecs are optional peers: whoever judges another implementation does not need them. */
function explainImport(cause: unknown): unknown {
	const missing = cause instanceof Error && "code" in cause && cause.code === "ERR_MODULE_NOT_FOUND";
	const name = missing ? /'(@ndwire\/[a-z-]+)'/.exec(cause.message)?.[1] : undefined;
	if (name === undefined) return cause;
	return new NoAdapterError(
		`the adapter ndwire needs the package ${name}, which is not installed; install it beside npconform`,
		{ cause },
	);
}
