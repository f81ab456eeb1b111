import { believe } from "../../dtype/believe.js";

let isOn: boolean | undefined;

/**
 * Whether fast paths are taken: they are, unless the environment variable `NDWIRE_PLAIN` is set, under which their plain
 * twins do all the work and are compared with them. It is looked at once: that takes longer than a small array does.
 */
export function hasFastPaths(): boolean {
	const { process } = believe<Host>(globalThis);
	return (isOn ??= !process?.env?.["NDWIRE_PLAIN"]);
}

/** Takes them or not from now on, whatever the environment says: for tests. */
export function setFastPaths(on: boolean): void {
	isOn = on;
}

/** What Node has and the web has not. */
interface Host {
	readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}
