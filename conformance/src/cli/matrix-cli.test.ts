import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, describe, expect, test } from "vitest";
import { packageRoot } from "../package-root.js";
import { findPython } from "../testing/python.js";
import { removeFolder } from "../testing/toy-suite.js";

const bin = join(packageRoot, "dist", "src", "bin.js");
const folder = mkdtempSync(join(tmpdir(), "npconform-matrix-"));
afterAll(() => removeFolder(folder));
const python = findPython();

function npconform(...parameters: readonly string[]) {
	return execa(process.execPath, [bin, ...parameters], { cwd: folder, reject: false });
}

describe("without Python", { timeout: 120_000 }, () => {
	/** No interpreter is to be found. */
	const npconform = (...parameters: readonly string[]) =>
		execa(process.execPath, [bin, ...parameters], {
			cwd: folder,
			reject: false,
			env: { PATH: "", PYENV_ROOT: folder, NDWIRE_PYTHON: "" },
		});

	test("an implementation is gated, so that a pull request needs none", async () => {
		const { stdout, exitCode } = await npconform("run", "ndwire", "--filter", "npy/extremes/**");
		expect(stdout).toMatch(/passed/);
		expect(exitCode).toBe(0);
	});

	test("each cell of the lock is told, and why it is not here", async () => {
		const { stdout, exitCode } = await npconform("matrix", "verify", "--cell", "np2.3.*", "--html", "absent.html");
		expect(stdout).toContain("py3.14: not here: no CPython 3.14 has been locked yet");
		expect(stdout.match(/^np2\.3\.\d-py3.*: not here: there is no Python 3\.1[23]/gm)).toHaveLength(4);
		expect(stdout).toContain("0 cells made again, 4 not here");
		expect(exitCode).toBe(3);
		expect(readFileSync(join(folder, "absent.html"), "utf8")).toContain("there is no Python 3.13.0");
	});

	test("diff shows what changed, level by level, and as a page that needs nothing else", async () => {
		const { stdout, exitCode } = await npconform("matrix", "diff", "2.3.2..2.3.3", "--html", "diff.html");
		expect(stdout).toContain("np2.3.2-py3.12.1-linux-x64 → np2.3.3-py3.12.1-linux-x64");
		expect(stdout).toMatch(/^L2 × \d+ by NumPy, pickle.*NONE/m);
		expect(exitCode).toBe(0);
		const page = readFileSync(join(folder, "diff.html"), "utf8");
		expect(page).toContain("<h1>np2.3.2-py3.12.1-linux-x64 → np2.3.3-py3.12.1-linux-x64</h1>");
		expect(page).not.toMatch(/<script|src=|url\(|@import/);
	});

	test("bisect ends at two neighbours, and says so where releases may lie between them", async () => {
		const patch = await npconform("matrix", "bisect", "pickle5/datetime/M8-unit/Y/le", "2.2.6..2.5.5");
		expect(patch.stdout).toMatch(/^np2\.3\.2-py3\.12\.1-linux-x64 → np2\.3\.3-py3\.12\.1-linux-x64 {2}L2 .*\n.*$/);
		const wide = await npconform("matrix", "bisect", "npy/plain/f8/le/C/0d", "1.8.2..2.5.5", "--html", "bisect.html");
		expect(wide.stdout).toMatch(/^np1\.13\.3-py3\.6\.15-linux-x64 → np1\.16\.6-py3\.6\.15-linux-x64 {2}L1 {2}padding/);
		expect(wide.stdout).toContain("releases between NumPy 1.13.3 and 1.16.6 have no cell: --between");
		expect(readFileSync(join(folder, "bisect.html"), "utf8")).toContain("<b>1.8.2/2.7.18 – 1.13.3/3.6.15</b>");
	});

	test("eras are printed as runs", async () => {
		const { stdout } = await npconform("matrix", "eras", "--html", "eras.html");
		expect(stdout).toMatch(/^npz, by Python: .*3\.6\.15 – 3\.11\.2 .* 3\.11\.7 – 3\.13\.0$/m);
		expect(stdout).toContain("npy-C begins: headers have room for a first axis that grows");
		expect(readFileSync(join(folder, "eras.html"), "utf8")).toContain("npy, by NumPy");
	});

	test.each([
		[["diff", "9.9..9.10"], "names no cells"],
		[["bisect", "npy/nowhere", "2.3.2..2.3.3"], "no recipe is called npy/nowhere"],
		[["verify", "--cell", "np9*"], "no cell of the lock is called np9*"],
	])("matrix %j is a mistake of usage", async (words, message) => {
		const { stderr, exitCode } = await npconform("matrix", ...words);
		expect(stderr).toContain(message);
		expect(exitCode).toBe(2);
	});
});

/** Changes one byte of what `numpy.save` writes for one kind of array, whenever Python starts. */
const doctor = `
import numpy
save = numpy.save
def doctored(file, array, *rest, **more):
    save(file, array, *rest, **more)
    if getattr(array, "dtype", None) == numpy.dtype("<M8[25s]") or str(getattr(array, "dtype", "")) == "datetime64[100ns]":
        file.seek(-1, 2)
        file.write(b"\\x55")
numpy.save = doctored
`;

describe.runIf(python !== undefined)("release-check", () => {
	const check = (...more: readonly string[]) =>
		npconform("release-check", "numpy", "--python", python ?? "", "--packages", folder, ...more);

	test("a NumPy that was looked at has nothing new, and reads and writes what our codecs do", async () => {
		const { stdout, exitCode } = await check();
		expect(stdout).toMatch(/^writes all \d+ recipes alike$/m);
		expect(stdout).toMatch(/^our codecs read it: (\d+) of \1$/m);
		expect(stdout).toMatch(/^it reads our codecs: (\d+) of \1$/m);
		expect(exitCode).toBe(0);
	}, 120_000);

	test("a release that there is not is a mistake of usage", async () => {
		const parameters = ["release-check", "numpy==99.1", "--python", python ?? ""];
		const env = { PIP_NO_INDEX: "1", PIP_FIND_LINKS: folder };
		const { stderr, exitCode } = await execa(process.execPath, [bin, ...parameters], {
			cwd: folder,
			reject: false,
			env,
		});
		expect(stderr).toContain("numpy==99.1 cannot be had: pip: No matching distribution found");
		expect(exitCode).toBe(2);
	}, 120_000);

	test("a doctored NumPy is found out, and the recipe is named", async () => {
		writeFileSync(join(folder, "sitecustomize.py"), doctor);
		const { stdout, exitCode } = await check("--html", "release.html");
		expect(stdout).toMatch(/^new: npy, NumPy/m);
		expect(stdout).toMatch(/^ {2}L3 × \d+: data: /m);
		expect(stdout).toMatch(/^ {6}npy\/datetime\/M8-multiple\/100ns\/le/m);
		expect(stdout).toContain("this is news");
		expect(exitCode).toBe(1);
		expect(readFileSync(join(folder, "release.html"), "utf8")).toContain("npy/datetime/M8-multiple/100ns/le");
	}, 120_000);
});
