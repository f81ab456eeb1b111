import { readFileSync } from "node:fs";
import { InvalidReportError, readReport, type SealedReport } from "../report/read.js";

/** A report from its file, verified. @throws {InvalidReportError} naming the file. */
export function readReportFile(file: string): SealedReport {
	try {
		return readReport(readFileSync(file, "utf8"));
	} catch (cause) {
		if (cause instanceof InvalidReportError) throw new InvalidReportError(`${file}: ${cause.message}`, { cause });
		throw new InvalidReportError(`${file} cannot be read`, { cause });
	}
}
