/** The oldest Node that runs the runner: `engines` in package.json says the same. */
export const oldestNode = "22.13";

/** Why a Node of this version cannot run the runner; undefined if it can. Loads nothing that an old Node does not know. */
export function nodeProblem(version: string): string | undefined {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split(".").map(Number);
	if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
	return `Node ${oldestNode} or newer is needed, this is ${version}`;
}
