/** How many releases are named of those that there are. */
const shown = 5;

/** What pip means by what it printed: the line that says what is wrong, and the newest releases where the one that was asked for is none. */
export function explainPip(stderr: string): string {
	const lines = stderr.trim().split("\n");
	const line = lines.findLast((each) => /error/i.test(each)) ?? lines.at(-1) ?? "";
	const newest = releasesIn(stderr).slice(-shown);
	return `pip: ${line.replace(/^ERROR: /, "")}${newest.length === 0 ? "" : `; the newest for this Python are ${newest.join(", ")}`}`;
}

/** Whether pip was asked for what does not exist: no repetition will help. */
export function isNoRelease(why: string): boolean {
	return /No matching distribution|Invalid requirement|no such option/i.test(why);
}

/** The releases that pip names, from the oldest, where it finds not the one that was asked for. */
export function releasesIn(stderr: string): readonly string[] {
	const [, list = ""] = /\(from versions: ([^)]*)\)/.exec(stderr) ?? [];
	return list.split(", ").filter((release) => /^\d/.test(release));
}
