import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The repository's own folder, symbolic links resolved. */
export const root = realpathSync(fileURLToPath(new URL("../..", import.meta.url)));
