import type { Cell } from "./lock.js";

/** Where this process runs, as cells name it. */
export const platformName: string = `${process.platform}-${process.arch}`;

/** `np2.4.6-py3.11.7-linux-x64`. */
export function cellName({ numpy, python }: Cell, platform: string = platformName): string {
	return `np${numpy}-py${python}-${platform}`;
}

/** The parts of a cell's name. @throws {TypeError} if it is none. */
export function parseCellName(name: string): Cell & { readonly platform: string } {
	const [, numpy, python, platform] = /^np([^-]+)-py([^-]+)-(.+)$/.exec(name) ?? [];
	if (numpy === undefined || python === undefined || platform === undefined) throw new TypeError(`${name} is no cell`);
	return { numpy, python, platform };
}

/** Orders releases: `1.9` before `1.13.3`, a pre-release before what it leads to. */
export function compareReleases(left: string, right: string): number {
	const [a, b] = [keyOf(left), keyOf(right)];
	for (let index = 0; index < Math.max(a.length, b.length); index++) {
		const difference = (a[index] ?? 0) - (b[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** Numbers in their order; what leads to a release (`rc`, `dev`) counts below it. */
function keyOf(release: string): readonly number[] {
	const [numbers = "", rest = ""] = release.split(/(?=[a-z]|\.dev)/, 2);
	const parts = numbers.split(".").map(Number);
	while (parts.length < 4) parts.push(0);
	return [...parts, rest === "" ? 0 : -1];
}
