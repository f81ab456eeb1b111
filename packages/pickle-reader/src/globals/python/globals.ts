import type { GlobalTable } from "../builder.js";
import { buildArray, buildArrayOfList } from "./array.js";
import { buildBytearray, buildBytes, encodeText } from "./bytes.js";
import { buildCounter, buildDefaultDict, buildDeque, buildDict, buildOrderedDict } from "./collections.js";
import { buildList, buildSet, buildTuple } from "./containers.js";
import { callNewobj, callNewobjEx, callReconstructor } from "./copyreg.js";
import { buildDate, buildDatetime, buildTime, buildTimedelta, buildTimezone } from "./datetime.js";
import { buildComplex, buildDecimal, buildFraction, buildRange, buildSlice } from "./numbers.js";
import { buildNamespace, buildObject } from "./objects.js";
import { pathBuilders } from "./path.js";
import { buildUuid } from "./uuid.js";

/** What of Python's own library may be called. */
export const pythonGlobals: GlobalTable = {
	"builtins bytearray": buildBytearray,
	"builtins bytes": buildBytes,
	"builtins complex": buildComplex,
	"builtins dict": buildDict,
	"builtins frozenset": buildSet,
	"builtins list": buildList,
	"builtins object": buildObject,
	"builtins range": buildRange,
	"builtins set": buildSet,
	"builtins slice": buildSlice,
	"builtins tuple": buildTuple,
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
	...pathBuilders,
};

/** Classes that may stand as values and are never called, by module. */
export const pythonClasses: Readonly<Record<string, string>> = {
	builtins: "bool float int str type Ellipsis NotImplemented",
};
