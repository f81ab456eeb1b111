import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.js";
import { nodeInstall, systemInstall, type Sources } from "./machine.js";

function sourcesWith(files: readonly string[]): Sources {
	const folder = temporaryFolder(Object.fromEntries(files.map((name) => [name, "#!/bin/sh\n"])));
	return { searchPath: join(folder, "bin"), sysroot: join(folder, "root"), folder: join(folder, "node") };
}

const qemu = "bin/qemu-s390x";
const [c, cPlusPlus] = ["root/lib/libc.so.6", "root/lib/libstdc++.so.6"];

test.each([
	{ files: [qemu, c, cPlusPlus], expected: undefined },
	{ files: [c, cPlusPlus], expected: "apt-get install qemu-user" },
	{ files: [qemu, c], expected: "apt-get install libstdc++6-s390x-cross" },
	{ files: [], expected: "apt-get install qemu-user libc6-s390x-cross libstdc++6-s390x-cross" },
])("with $files, the system lacks: $expected", ({ files, expected }) => {
	expect(systemInstall(sourcesWith(files))).toBe(expected);
});

test("Node for the machine is installed once", () => {
	expect(nodeInstall(sourcesWith(["node/node_modules/node-linux-s390x/bin/node"]))).toBeUndefined();
	expect(nodeInstall(sourcesWith([]))?.at(-1)).toBe("node-linux-s390x@20.11.0");
});
