import { valueOnly, type GlobalTable } from "../builder.js";
import { buildArray, buildArrayOfList } from "./array.js";
import { buildBytearray, buildBytes, encodeText } from "./bytes.js";
import { buildCounter, buildDefaultDict, buildDeque, buildDict, buildOrderedDict } from "./collections.js";
import { buildFrozenset, buildList, buildSet, buildTuple } from "./containers.js";
import { callNewobj, callNewobjEx, callReconstructor } from "./copyreg.js";
import { buildDate, buildDatetime, buildTime, buildTimedelta, buildTimezone } from "./datetime.js";
import { buildDecimal, buildFraction } from "./exact-numbers.js";
import { buildComplex, buildRange, buildSlice } from "./numbers.js";
import { buildNamespace, buildObject } from "./objects.js";
import { pathBuilder } from "./path.js";
import { buildUuid } from "./uuid.js";

/** What of Python's own library may be called, and which of its types may stand as values. */
export const pythonGlobals: GlobalTable = {
	"builtins bytearray": buildBytearray,
	"builtins bytes": buildBytes,
	"builtins complex": buildComplex,
	"builtins dict": buildDict,
	"builtins frozenset": buildFrozenset,
	"builtins list": buildList,
	"builtins object": buildObject,
	"builtins range": buildRange,
	"builtins set": buildSet,
	"builtins slice": buildSlice,
	"builtins tuple": buildTuple,
	"builtins bool": valueOnly,
	"builtins float": valueOnly,
	"builtins int": valueOnly,
	"builtins str": valueOnly,
	"builtins type": valueOnly,
	"builtins Ellipsis": valueOnly,
	"builtins NotImplemented": valueOnly,
	"_codecs encode": encodeText,
	"array array": buildArrayOfList,
	"array _array_reconstructor": buildArray,
	"collections Counter": buildCounter,
	"collections OrderedDict": buildOrderedDict,
	"collections defaultdict": buildDefaultDict,
	"collections deque": buildDeque,
	"copyreg _reconstructor": callReconstructor,
	"copyreg __newobj__": callNewobj,
	"copyreg __newobj_ex__": callNewobjEx,
	"datetime date": buildDate,
	"datetime datetime": buildDatetime,
	"datetime time": buildTime,
	"datetime timedelta": buildTimedelta,
	"datetime timezone": buildTimezone,
	"decimal Decimal": buildDecimal,
	"fractions Fraction": buildFraction,
	"types SimpleNamespace": buildNamespace,
	"uuid UUID": buildUuid,
	...pathsOf("pathlib"),
	// Where Python 3.13 defines them.
	...pathsOf("pathlib._local"),
};

function pathsOf(module: string): GlobalTable {
	return {
		[`${module} PosixPath`]: pathBuilder("PosixPath"),
		[`${module} PurePosixPath`]: pathBuilder("PurePosixPath"),
		[`${module} WindowsPath`]: pathBuilder("WindowsPath"),
		[`${module} PureWindowsPath`]: pathBuilder("PureWindowsPath"),
	};
}
