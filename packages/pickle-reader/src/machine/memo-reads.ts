import { FormatError } from "@ndwire/core";
import { lineText } from "../reading/number-argument.js";
import { STOP, type Reader } from "../reading/reader.js";

const PUT = 0x70;
const LONG_BINPUT = 0x72;
const MEMOIZE = 0x94;
const GET = 0x67;
const BINGET = 0x68;
const LONG_BINGET = 0x6a;

/**
 * Which memo entries a pickle reads, by index. Picklers put nearly everything aside and read little of it again; what need not
 * be kept the garbage collector does not move about, which halves the time for a list of small arrays.
 *
 * Passes over the opcodes without looking at what they do, up to STOP or to what the machine will refuse, and comes back.
 *
 * @returns undefined where what MEMOIZE means by the number of entries can be told from all of them alone: beside PUT, which may
 * put an entry twice.
 */
export function memoReads(reader: Reader): readonly boolean[] | undefined {
	const { position } = reader;
	const reads: boolean[] = [];
	let [puts, memoizes] = [false, false];
	try {
		for (let code = reader.next(); code !== STOP; code = reader.next()) {
			if (code === MEMOIZE) memoizes = true;
			else if (code >= PUT && code <= LONG_BINPUT) puts = true;
			else if (code === BINGET || code === LONG_BINGET) reads[reader.number()] = true;
			else if (code === GET) reads[Number(lineText(reader))] = true;
		}
	} catch (error) {
		if (!(error instanceof FormatError)) throw error;
	}
	reader.position = position;
	return puts && memoizes ? undefined : reads;
}
