import { acceptsAnyVersion } from "./accepts-any-version.js";
import { alignsTo16 } from "./aligns-to-16.js";
import { cutsInt64 } from "./cuts-int64.js";
import { dropsOffsets } from "./drops-offsets.js";
import { dropsTitles } from "./drops-titles.js";
import { dropsUnitMultiplier } from "./drops-unit-multiplier.js";
import { evaluatesHeaders } from "./evaluates-headers.js";
import { floatsThroughDecimal } from "./floats-through-decimal.js";
import { ignoresByteOrder } from "./ignores-byte-order.js";
import { ignoresFortranOrder } from "./ignores-fortran-order.js";
import { ignoresHeaderLimit } from "./ignores-header-limit.js";
import type { Mutant } from "./mutant.js";
import { namesAsLatin1 } from "./names-as-latin1.js";
import { natAsZero } from "./nat-as-zero.js";
import { normalisesBools } from "./normalises-bools.js";
import { quietsNans } from "./quiets-nans.js";
import { textAsUtf16 } from "./text-as-utf16.js";
import { trustsHeaderLength } from "./trusts-header-length.js";
import { vectorAsColumn } from "./vector-as-column.js";

/** Every mutant by its name: `npconform run mutant:NAME` has to fail, on a required case. */
export const mutants: { readonly [name: string]: Mutant } = {
	"accepts-any-version": acceptsAnyVersion,
	"aligns-to-16": alignsTo16,
	"cuts-int64": cutsInt64,
	"drops-offsets": dropsOffsets,
	"drops-titles": dropsTitles,
	"drops-unit-multiplier": dropsUnitMultiplier,
	"evaluates-headers": evaluatesHeaders,
	"floats-through-decimal": floatsThroughDecimal,
	"ignores-byte-order": ignoresByteOrder,
	"ignores-fortran-order": ignoresFortranOrder,
	"ignores-header-limit": ignoresHeaderLimit,
	"names-as-latin1": namesAsLatin1,
	"nat-as-zero": natAsZero,
	"normalises-bools": normalisesBools,
	"quiets-nans": quietsNans,
	"text-as-utf16": textAsUtf16,
	"trusts-header-length": trustsHeaderLength,
	"vector-as-column": vectorAsColumn,
};
