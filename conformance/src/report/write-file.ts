import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Writes a whole file or none: what stood there before stays until everything is on disk. */
export function writeWhole(path: string, content: string | Iterable<string>): void {
	mkdirSync(dirname(path), { recursive: true });
	const temporary = `${path}.${process.pid}.tmp`;
	try {
		const file = openSync(temporary, "w");
		try {
			for (const chunk of typeof content === "string" ? [content] : inChunks(content)) writeAll(file, chunk);
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		renameSync(temporary, path);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}

/** Many lines for each call of the operating system. */
function* inChunks(lines: Iterable<string>): Generator<string> {
	let chunk = "";
	for (const line of lines) {
		chunk += line;
		if (chunk.length < 1 << 16) continue;
		yield chunk;
		chunk = "";
	}
	yield chunk;
}

function writeAll(file: number, text: string): void {
	const bytes = Buffer.from(text);
	for (let at = 0; at < bytes.byteLength;) at += writeSync(file, bytes, at);
}
