import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.js";
import { digestOf, markReady, markUnfinished, readStamp } from "./stamp.mjs";

test("a stamp is none, unfinished, ready for one digest and outdated for every other", () => {
	const stamp = join(temporaryFolder(), "state", "stamp.json");
	expect(readStamp(stamp, "a")).toBe("none");
	markUnfinished(stamp);
	expect(readStamp(stamp, "a")).toBe("unfinished");
	markReady(stamp, "a");
	expect(readStamp(stamp, "a")).toBe("ready");
	expect(readStamp(stamp, "b")).toBe("outdated");
	markUnfinished(stamp);
	expect(readStamp(stamp, "a")).toBe("unfinished");
});

test("a digest depends on names, contents and place, not on the order of the files", () => {
	const folder = temporaryFolder({ a: "1", b: "2" });
	const [a, b] = [join(folder, "a"), join(folder, "b")];
	const digest = digestOf(folder, [a, b]);
	expect(digestOf(folder, [b, a])).toBe(digest);
	expect(digestOf(join(folder, ".."), [a, b])).not.toBe(digest);
	writeFileSync(b, "3");
	expect(digestOf(folder, [a, b])).not.toBe(digest);
	expect(digestOf(folder, [a])).not.toBe(digest);
});
