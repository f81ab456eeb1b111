import { setMaxListeners } from "node:events";

/**
 * Ctrl-C and its kin. Nothing is torn down in the handlers: the signal aborts what runs, the stack unwinds (children
 * end, the lock is released), and at last the process dies of the signal that it got, as its starter expects.
 */
const signals = /** @type {const} */ (["SIGHUP", "SIGINT", "SIGTERM"]);

const controller = new AbortController();
setMaxListeners(Infinity, controller.signal);

/** @type {NodeJS.Signals | undefined} */
let received;

for (const name of signals) {
	process.on(name, interrupt);
}

/** @param {NodeJS.Signals} name */
function interrupt(name) {
	received ??= name;
	controller.abort();
}

/** Aborted as soon as a signal asks us to stop. */
export const interruption = controller.signal;

/** The signal that asked us to stop. */
export function interruptingSignal() {
	return received;
}

/** Stops listening to signals and, where one came, dies of it. */
export function dieIfInterrupted() {
	for (const name of signals) process.removeAllListeners(name);
	if (received !== undefined) process.kill(process.pid, received);
}
