import { fileURLToPath } from "node:url";
import { $ as zx } from "zx";

/** The repository's own folder. */
export const root: string = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a command and gives its output; a failing one does not throw. The shell is `sh`, the one that npm needs anyway;
 * zx would take bash, with quotes that no other shell reads.
 */
export const $ = zx({ cwd: root, shell: "sh", prefix: "", postfix: "", quote: quoteForSh, quiet: true, nothrow: true });

function quoteForSh(text: string): string {
	return /^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
