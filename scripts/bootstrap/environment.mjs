import { delimiter, join } from "node:path";

/**
 * Variables that every child gets: trust the certificates that the system trusts (Node since 22.15, uv), and send no
 * reports about usage anywhere.
 */
const always = {
	NODE_USE_SYSTEM_CA: "1",
	UV_SYSTEM_CERTS: "1",
	DO_NOT_TRACK: "1",
	TURBO_TELEMETRY_DISABLED: "1",
};

/**
 * The environment of a program that sets something up.
 *
 * What `npm run` tells its script about the package is left out: a nested npm or npx would take it for its own.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function setupEnvironment() {
	const inherited = Object.entries(process.env).filter(
		([name]) => !/^npm_(package|lifecycle)_|^npm_(command|config_local_prefix)$|^INIT_CWD$/.test(name),
	);
	return { ...Object.fromEntries(inherited), ...always };
}

/**
 * An environment in which the programs of a folder are found before all others.
 *
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
export function firstOnPath(folder, environment) {
	return { ...environment, PATH: [folder, environment["PATH"] ?? ""].join(delimiter) };
}

/**
 * The environment of a task: the pinned tools first on PATH, `NDWIRE_HOST_NODE` the Node that started the bootstrap,
 * `NDWIRE_PYTHON` the Python with NumPy, or `NDWIRE_PYTHON_MISSING` why there is none.
 *
 * @param {string} root
 * @param {import("./python.mjs").PythonState | undefined} python
 * @returns {NodeJS.ProcessEnv}
 */
export function taskEnvironment(root, python) {
	const { NDWIRE_PYTHON: _python, NDWIRE_PYTHON_MISSING: _missing, ...environment } = setupEnvironment();
	return {
		...firstOnPath(join(root, "node_modules", ".bin"), environment),
		NDWIRE_HOST_NODE: process.execPath,
		...(python?.executable !== undefined && { NDWIRE_PYTHON: python.executable }),
		...(python?.missing !== undefined && { NDWIRE_PYTHON_MISSING: python.missing }),
	};
}
