import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./shell.js";
import { tasks } from "./tasks.mjs";

test.each(Object.entries(tasks))(
	"task %s has a script, and npm run starts it through the bootstrap",
	(name, { script }) => {
		expect(existsSync(join(root, "scripts", script))).toBe(true);
		expect(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))).toMatchObject({
			scripts: { [name]: `node scripts/bootstrap.mjs ${name}` },
		});
	},
);
