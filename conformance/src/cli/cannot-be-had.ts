import { isNoRelease } from "../matrix/pip-words.js";
import { StartError } from "../transport/transport.js";
import { UsageError } from "./usage-error.js";

/** What does not exist is a mistake of the command line; whatever else keeps pip from installing it may be gone tomorrow. */
export function cannotBeHad(what: string, why: string): UsageError | StartError {
	const words = `${what} cannot be had: ${why}`;
	return isNoRelease(why) ? new UsageError(words) : new StartError(words);
}
