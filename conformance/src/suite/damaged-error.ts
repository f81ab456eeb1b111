/** Thrown when the suite itself is not what it should be. No verdict can be trusted then: the run ends with exit code 4. */
export class SuiteDamagedError extends Error {
	/** Each with the file and line it was found at. */
	readonly problems: readonly string[];

	constructor(problems: readonly string[]) {
		const shown = problems.slice(0, 20).map((problem) => `\n  ${problem}`);
		const rest = problems.length > shown.length ? `\n  and ${problems.length - shown.length} more` : "";
		super(`the suite is damaged:${shown.join("")}${rest}`);
		this.problems = problems;
	}

	override get name(): "SuiteDamagedError" {
		return "SuiteDamagedError";
	}
}
