import type { FormatError } from "@ndwire/core";
import { refusal } from "../refusal.js";
import type { Layout, Piece } from "./reading.js";

/** The refusal where the bytes end within a piece that begins at the byte `from`. */
export function truncated(
	{ format }: Layout<unknown>,
	{ length, what }: Piece,
	from: number,
	available: number,
): FormatError {
	const expected = `${length} bytes of ${what} from byte ${from}`;
	return refusal(format, "truncated", expected, `${available}: ${length - available} are missing`, from + available);
}
