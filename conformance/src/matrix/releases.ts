import { execa } from "execa";
import { FixturesError } from "../fixtures/fixtures-error.js";
import { compareReleases } from "./cell-name.js";
import type { Interpreter } from "./interpreters.js";
import { explainPip, releasesIn } from "./pip-words.js";

/**
 * The releases of NumPy that have a wheel for an interpreter, from the oldest, without what leads to them. Every pip names them where it
 * is asked for one that there is not; only newer ones can be asked.
 *
 * @throws {FixturesError} if pip does not come so far.
 */
export async function listReleases({ executable }: Interpreter): Promise<readonly string[]> {
	const pip = ["-m", "pip", "download", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:", "numpy==0"];
	const { stderr, stdout } = await execa(executable, pip, { reject: false });
	const releases = releasesIn(`${stderr}\n${stdout}`).filter((release) => /^[\d.]+$/.test(release));
	if (releases.length === 0) throw new FixturesError(`${executable}: ${explainPip(stderr)}`);
	return releases.toSorted(compareReleases);
}
