const oldest = [20, 11];

/**
 * Refuses a Node that is older than what the codecs support and the bootstrap is written for.
 *
 * @param {string} [version] what `process.versions.node` gives
 */
export function assertHostNode(version = process.versions.node) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	const [oldestMajor = 0, oldestMinor = 0] = oldest;
	if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
		throw new Error(`Node ${oldest.join(".")} or newer is needed to start; this is Node ${version}.`);
	}
}
