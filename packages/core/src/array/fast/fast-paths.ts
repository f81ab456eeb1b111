import { believe } from "../../dtype/believe.js";

/**
 * Whether fast paths are taken: they are, unless the environment variable `NDWIRE_PLAIN` is set, under which their plain
 * twins do all the work and are compared with them.
 */
export function hasFastPaths(): boolean {
	const { process } = believe<Host>(globalThis);
	return !process?.env?.["NDWIRE_PLAIN"];
}

/** What Node has and the web has not. */
interface Host {
	readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}
