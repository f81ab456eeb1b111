import { parseCommand, type Program } from "../transport/parse-command.js";
import { UsageError } from "./usage-error.js";

/** The program that a command line of the user's names. @throws {UsageError} if it names none. */
export function programOf(command: string): Program {
	try {
		return parseCommand(command);
	} catch (cause) {
		if (!(cause instanceof TypeError)) throw cause;
		throw new UsageError(cause.message);
	}
}
