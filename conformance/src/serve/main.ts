import { exitCode } from "../cli/exit-code.js";
import { loadAdapter } from "./load-adapter.js";
import { NoAdapterError } from "./no-adapter-error.js";
import { serve } from "./serve.js";

const usage =
	"usage: npconform serve ndwire|mutant:NAME|module:PATH\n\nSpeaks np/1 on stdin and stdout for an adapter that is a module.\n";

/** `npconform serve NAME`: ends the process, with 0 after `bye` or the end of input. */
export async function main(parameters: readonly string[]): Promise<void> {
	const [name, ...rest] = parameters;
	if (name === undefined || rest.length > 0 || name.startsWith("-")) {
		const asked = name === "--help" || name === "-h";
		(asked ? process.stdout : process.stderr).write(usage);
		process.exitCode = asked ? exitCode.ok : exitCode.usage;
		return;
	}
	try {
		const adapter = await loadAdapter(name);
		// Whoever closes the pipe has heard enough.
		process.stdout.on("error", () => process.exit(exitCode.ok));
		await serve(adapter, { input: process.stdin, output: process.stdout, log: process.stderr });
		endWhenFlushed();
	} catch (error) {
		if (!(error instanceof NoAdapterError)) throw error;
		process.stderr.write(`npconform: ${error.message}\n`);
		process.exitCode = exitCode.infrastructure;
	}
}

/** What an adapter left running must not keep it alive. */
function endWhenFlushed(): void {
	process.stdout.write("", () => process.exit(exitCode.ok));
}
