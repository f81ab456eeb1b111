import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../package-root.js";
import { NoAdapterError } from "./no-adapter-error.js";

/**
 * A module of this package that the runner must not depend on, looked up by its place among what was built.
 *
 * @throws {NoAdapterError} if it is not there, or needs a package that is not.
 */
export async function importBuilt<Module>(path: string): Promise<Module> {
	const file = join(packageRoot, "dist", ...path.split("/"));
	if (!existsSync(file)) throw new NoAdapterError(`${file} is not there: build the package first`);
	try {
		// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the modules belong to this package; their types are checked where they are written
		return (await import(pathToFileURL(file).href)) as Module;
	} catch (cause) {
		throw explainImport(cause);
	}
}

/** The codecs are optional peers: whoever judges another implementation does not need them. */
function explainImport(cause: unknown): unknown {
	const isMissing = cause instanceof Error && "code" in cause && cause.code === "ERR_MODULE_NOT_FOUND";
	const name = isMissing ? /'(@ndwire\/[a-z-]+)'/.exec(cause.message)?.[1] : undefined;
	if (name === undefined) return cause;
	return new NoAdapterError(
		`the adapter ndwire needs the package ${name}, which is not installed; install it beside npconform`,
		{ cause },
	);
}
