import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./shell.js";
import { start } from "./testing/processes.js";
import { linkPrograms, temporaryFolder } from "./testing/temporary-folder.js";

test("without an emulator the big-endian run ends with 3 and names the command that installs it", async () => {
	const path = temporaryFolder();
	linkPrograms(path, ["node"]);
	const program = join(root, "node_modules/tsx/dist/cli.mjs");
	const script = join(root, "scripts/conformance-big-endian.ts");
	const { code, stdout, stderr } = await start("node", [program, script], { env: { PATH: path } }).ended;
	expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
	expect(stderr).toContain("apt-get install qemu-user");
});
