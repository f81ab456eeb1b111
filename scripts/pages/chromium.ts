import { existsSync } from "node:fs";
// Drives a browser that is installed already; the full playwright would bring its own.
import { chromium, type Browser } from "playwright-core";

/** The Chromium of this machine; undefined where there is none. Debian: `apt-get install chromium`. */
export const chromiumProgram: string | undefined = [
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
].find(existsSync);

/** Quiet, and without anything that looks for the network. */
const flags =
	"--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** Starts it without a window. The caller closes it. */
export function launchChromium(program: string): Promise<Browser> {
	return chromium.launch({ executablePath: program, args: flags.split(" ") });
}
