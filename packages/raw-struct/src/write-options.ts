import type { WritePiecesOptions } from "@ndwire/core/sink";
import type { Progress } from "./progress.js";

/** Options of everything that writes to a stream. */
export interface WriteOptions extends Pick<WritePiecesOptions, "signal" | "preventClose"> {
	/** Called as the stream takes bytes. */
	readonly onProgress?: ((progress: Progress) => void) | undefined;
}
