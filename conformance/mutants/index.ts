import { acceptsAnyGlobal } from "./accepts-any-global.js";
import { acceptsAnyVersion } from "./accepts-any-version.js";
import { acceptsTrailingBytes } from "./accepts-trailing-bytes.js";
import { alignsTo16 } from "./aligns-to-16.js";
import { assumesLittleCounts } from "./assumes-little-counts.js";
import { believesLocalSizes } from "./believes-local-sizes.js";
import { boolAsByte } from "./bool-as-byte.js";
import { checksNoCrc } from "./checks-no-crc.js";
import { copiesShared } from "./copies-shared.js";
import { cutsInt64 } from "./cuts-int64.js";
import { demandsAlignment } from "./demands-alignment.js";
import { demandsSortedKeys } from "./demands-sorted-keys.js";
import { dropsOffsets } from "./drops-offsets.js";
import { dropsTitles } from "./drops-titles.js";
import { dropsUnitMultiplier } from "./drops-unit-multiplier.js";
import { evaluatesHeaders } from "./evaluates-headers.js";
import { fillsShortFrames } from "./fills-short-frames.js";
import { floatsThroughDecimal } from "./floats-through-decimal.js";
import { frameDropsToldFields } from "./frame-drops-told-fields.js";
import { frameIgnoresByteOrder } from "./frame-ignores-byte-order.js";
import { guessesCountOrder } from "./guesses-count-order.js";
import { ignoresByteOrder } from "./ignores-byte-order.js";
import { ignoresFortranOrder } from "./ignores-fortran-order.js";
import { ignoresHeaderLimit } from "./ignores-header-limit.js";
import { ignoresRawOrder } from "./ignores-raw-order.js";
import { ignoresToldItemsize } from "./ignores-told-itemsize.js";
import { intsThroughDoubles } from "./ints-through-doubles.js";
import { joblibAsPickle } from "./joblib-as-pickle.js";
import { jsonGuessesNativeOrder } from "./json-guesses-native-order.js";
import { jsonIgnoresFortranOrder } from "./json-ignores-fortran-order.js";
import { jsonLatin1IsWindows1252 } from "./json-latin1-is-windows-1252.js";
import { jsonParsesIntegers } from "./json-parses-integers.js";
import { keepsFirstDuplicate } from "./keeps-first-duplicate.js";
import { masksNothing } from "./masks-nothing.js";
import type { Mutant } from "./mutant.js";
import { namesAsLatin1 } from "./names-as-latin1.js";
import { natAsZero } from "./nat-as-zero.js";
import { normalisesBools } from "./normalises-bools.js";
import { quietsNans } from "./quiets-nans.js";
import { refusesEmpty } from "./refuses-empty.js";
import { refusesLongLiterals } from "./refuses-long-literals.js";
import { refusesVersion2 } from "./refuses-version-2.js";
import { scalarAsVector } from "./scalar-as-vector.js";
import { textAsBytes } from "./text-as-bytes.js";
import { textAsUtf16 } from "./text-as-utf16.js";
import { trustsHeaderLength } from "./trusts-header-length.js";
import { tuplesAsLists } from "./tuples-as-lists.js";
import { unsignedAsSigned } from "./unsigned-as-signed.js";
import { vectorAsColumn } from "./vector-as-column.js";
import { wrapsSizes } from "./wraps-sizes.js";
import { writesVersion2 } from "./writes-version-2.js";

/** Every mutant by its name: `npconform run mutant:NAME` has to fail, on a required case of its profile. */
export const mutants: { readonly [name: string]: Mutant } = {
	"accepts-any-global": acceptsAnyGlobal,
	"accepts-any-version": acceptsAnyVersion,
	"accepts-trailing-bytes": acceptsTrailingBytes,
	"aligns-to-16": alignsTo16,
	"assumes-little-counts": assumesLittleCounts,
	"believes-local-sizes": believesLocalSizes,
	"bool-as-byte": boolAsByte,
	"checks-no-crc": checksNoCrc,
	"copies-shared": copiesShared,
	"cuts-int64": cutsInt64,
	"demands-alignment": demandsAlignment,
	"demands-sorted-keys": demandsSortedKeys,
	"drops-offsets": dropsOffsets,
	"drops-titles": dropsTitles,
	"drops-unit-multiplier": dropsUnitMultiplier,
	"evaluates-headers": evaluatesHeaders,
	"fills-short-frames": fillsShortFrames,
	"floats-through-decimal": floatsThroughDecimal,
	"frame-drops-told-fields": frameDropsToldFields,
	"frame-ignores-byte-order": frameIgnoresByteOrder,
	"guesses-count-order": guessesCountOrder,
	"ignores-byte-order": ignoresByteOrder,
	"ignores-fortran-order": ignoresFortranOrder,
	"ignores-header-limit": ignoresHeaderLimit,
	"ignores-raw-order": ignoresRawOrder,
	"ignores-told-itemsize": ignoresToldItemsize,
	"ints-through-doubles": intsThroughDoubles,
	"joblib-as-pickle": joblibAsPickle,
	"json-guesses-native-order": jsonGuessesNativeOrder,
	"json-ignores-fortran-order": jsonIgnoresFortranOrder,
	"json-latin1-is-windows-1252": jsonLatin1IsWindows1252,
	"json-parses-integers": jsonParsesIntegers,
	"keeps-first-duplicate": keepsFirstDuplicate,
	"masks-nothing": masksNothing,
	"names-as-latin1": namesAsLatin1,
	"nat-as-zero": natAsZero,
	"normalises-bools": normalisesBools,
	"quiets-nans": quietsNans,
	"refuses-empty": refusesEmpty,
	"refuses-long-literals": refusesLongLiterals,
	"refuses-version-2": refusesVersion2,
	"scalar-as-vector": scalarAsVector,
	"text-as-bytes": textAsBytes,
	"text-as-utf16": textAsUtf16,
	"trusts-header-length": trustsHeaderLength,
	"tuples-as-lists": tuplesAsLists,
	"unsigned-as-signed": unsignedAsSigned,
	"vector-as-column": vectorAsColumn,
	"wraps-sizes": wrapsSizes,
	"writes-version-2": writesVersion2,
};
