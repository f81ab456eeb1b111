import { valueOnly, type GlobalTable } from "../builder.js";
import { buildArray, buildArrayOfList } from "./array.js";
import { buildBytearray, buildBytes, encodeText } from "./bytes.js";
import { buildDefaultDict, buildDeque, buildDict, buildPyMap } from "./collections.js";
import { buildList, buildSet, buildTuple } from "./containers.js";
import { callNewobj, callNewobjEx, callReconstructor } from "./copyreg.js";
import { buildMoment, buildTimedelta, buildTimezone } from "./datetime.js";
import { buildComplex, buildDecimal, buildFraction, buildRange, buildSlice } from "./numbers.js";
import { buildNamespace, buildObject, buildPath } from "./objects.js";
import { buildUuid } from "./uuid.js";

const PATHS = "PosixPath PurePosixPath WindowsPath PureWindowsPath";

/** What of Python's own library is allowed. */
export const pythonGlobals: GlobalTable = {
	"builtins bytearray": buildBytearray,
	"builtins bytes": buildBytes,
	"builtins complex": buildComplex,
	"builtins dict": buildDict,
	"builtins list": buildList,
	"builtins object": buildObject,
	"builtins range": buildRange,
	"builtins set frozenset": buildSet,
	"builtins slice": buildSlice,
	"builtins tuple": buildTuple,
	"builtins bool float int str type Ellipsis NotImplemented": valueOnly,
	"_codecs encode": encodeText,
	"array array": buildArrayOfList,
	"array _array_reconstructor": buildArray,
	"collections Counter OrderedDict": buildPyMap,
	"collections defaultdict": buildDefaultDict,
	"collections deque": buildDeque,
	"copyreg _reconstructor": callReconstructor,
	"copyreg __newobj__": callNewobj,
	"copyreg __newobj_ex__": callNewobjEx,
	"datetime date datetime time": buildMoment,
	"datetime timedelta": buildTimedelta,
	"datetime timezone": buildTimezone,
	"decimal Decimal": buildDecimal,
	"fractions Fraction": buildFraction,
	[`pathlib ${PATHS}`]: buildPath,
	// Where Python 3.13 defines them.
	[`pathlib._local ${PATHS}`]: buildPath,
	"types SimpleNamespace": buildNamespace,
	"uuid UUID": buildUuid,
};
