import { readFileSync } from "node:fs";
import { writeBytes } from "../protocol/bytes.js";
import { FormError } from "../protocol/form-error.js";
import type { Bytes } from "../protocol/messages.js";

/** The bytes of a file that a runner named instead of sending them. @throws {FormError} if it cannot be read. */
export function readFileInput(path: string): Bytes {
	try {
		return writeBytes(readFileSync(path));
	} catch (cause) {
		throw new FormError("in.file", cause instanceof Error ? cause.message : "cannot be read", { cause });
	}
}
