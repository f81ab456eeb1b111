import { valueOnly, type GlobalTable } from "../builder.js";
import { buildArray, buildArrayOfList } from "./array.js";
import { buildBytearray, buildBytes, encodeText } from "./bytes.js";
import { buildDefaultDict, buildDeque, buildDict, buildPyMap } from "./collections.js";
import { buildList, buildSet, buildTuple } from "./containers.js";
import { callNewobj, callNewobjEx, callReconstructor } from "./copyreg.js";
import { buildMoment, buildTimedelta, buildTimezone } from "./datetime.js";
import { buildComplex, buildDecimal, buildFraction, buildRange, buildSlice } from "./numbers.js";
import { buildNamespace, buildObject, buildPath } from "./objects.js";
import { buildType } from "./type.js";
import { buildUuid } from "./uuid.js";

const PATHS = { "PosixPath PurePosixPath WindowsPath PureWindowsPath": buildPath };

/** What of Python's own library is allowed. */
export const pythonGlobals: GlobalTable = {
	builtins: {
		bytearray: buildBytearray,
		bytes: buildBytes,
		complex: buildComplex,
		dict: buildDict,
		list: buildList,
		object: buildObject,
		range: buildRange,
		"set frozenset": buildSet,
		slice: buildSlice,
		tuple: buildTuple,
		type: buildType,
		"bool float int str Ellipsis NotImplemented": valueOnly,
	},
	_codecs: { encode: encodeText },
	array: { array: buildArrayOfList, _array_reconstructor: buildArray },
	collections: { "Counter OrderedDict": buildPyMap, defaultdict: buildDefaultDict, deque: buildDeque },
	copyreg: { _reconstructor: callReconstructor, __newobj__: callNewobj, __newobj_ex__: callNewobjEx },
	datetime: { "date datetime time": buildMoment, timedelta: buildTimedelta, timezone: buildTimezone },
	decimal: { Decimal: buildDecimal },
	fractions: { Fraction: buildFraction },
	pathlib: PATHS,
	// Where Python 3.13 defines them.
	"pathlib._local": PATHS,
	types: { SimpleNamespace: buildNamespace },
	uuid: { UUID: buildUuid },
};
