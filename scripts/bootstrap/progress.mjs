/**
 * What is going on, on stderr: results of tasks alone go to stdout.
 *
 * On a terminal a running step shows its seconds; elsewhere, as in a CI log, a line now and then shows that it lives.
 * A step that takes no time at all leaves no line.
 */
const firstHeartbeatMs = 2000;
const heartbeatMs = 10_000;
const spinnerMs = 250;
const quietMs = 1000;

/** @param {string} text */
export function say(text) {
	process.stderr.write(`${text}\n`);
}

/**
 * Tells of an error: its message alone where it was foreseen (`Error` itself), the stack where it is a bug.
 *
 * @param {unknown} error
 */
export function fail(error) {
	const foreseen = error instanceof Error && error.name === "Error" && !("code" in error);
	say(foreseen ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/**
 * Runs one step and shows that it is running.
 *
 * @template Result
 * @param {string} title
 * @param {() => Promise<Result>} work
 * @param {object} [options]
 * @param {boolean} [options.always] a line also for a step that was quick
 * @param {(result: Result) => boolean} [options.isGood] whether what came out is what was hoped for
 * @param {(result: Result) => string} [options.note] more words for the line
 * @returns {Promise<Result>}
 */
export async function step(title, work, { always = false, isGood = () => true, note = () => "" } = {}) {
	const started = performance.now();
	const seconds = () => (performance.now() - started) / 1000;
	const stopShowing = process.stderr.isTTY ? showSpinner(title, seconds) : showHeartbeat(title, seconds);
	/** @type {(mark: string, words: string) => void} */
	const finish = (mark, words) => {
		stopShowing();
		say(`${mark} ${title}${words === "" ? "" : `: ${words}`} (${seconds().toFixed(1)} s)`);
	};
	try {
		const result = await work();
		if (always || seconds() * 1000 >= quietMs) finish(isGood(result) ? "✔" : "✘", note(result));
		else stopShowing();
		return result;
	} catch (error) {
		finish("✘", "");
		throw error;
	}
}

/**
 * @param {string} title
 * @param {() => number} seconds
 */
function showSpinner(title, seconds) {
	const clear = "\r\u001B[2K";
	const timer = setInterval(() => process.stderr.write(`${clear}… ${title} (${seconds().toFixed(0)} s)`), spinnerMs);
	return () => {
		clearInterval(timer);
		process.stderr.write(clear);
	};
}

/**
 * @param {string} title
 * @param {() => number} seconds
 */
function showHeartbeat(title, seconds) {
	const show = () => {
		say(`… ${title} (${seconds().toFixed(0)} s)`);
		timer = setTimeout(show, heartbeatMs);
	};
	let timer = setTimeout(show, firstHeartbeatMs);
	return () => clearTimeout(timer);
}
