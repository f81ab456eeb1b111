/** How npconform ends. A run that was cut short never ends with `ok`. */
export const exitCode = {
	ok: 0,
	/** The implementation does not conform. */
	conformance: 1,
	/** The command line makes no sense. */
	usage: 2,
	/** The adapter did not start, or the run is incomplete. */
	infrastructure: 3,
	/** The suite itself is damaged. */
	suite: 4,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
