/**
 * Python pickles as data, never as code: arrays, scalars and dtypes of NumPy, the values of Python's library, and inert
 * stubs of everything else. README.md has the table of what becomes of what.
 *
 * @module
 */
export { decodePickle, decodePickleAt } from "./decode.js";
export type { DecodedPickle } from "./decode.js";
export { decodeJoblib } from "./joblib/decode.js";
export type { JoblibOptions } from "./joblib/decode.js";
export { scanPickle } from "./scan/scan.js";
export type { PickleScan, ScannedGlobal, ScannedOpcode, ScanPickleOptions } from "./scan/scan.js";
export type { OpcodeArgument } from "./scan/opcode-list.js";
export type { GlobalBuilderFunction, PickleEncoding, PickleOptions } from "./options.js";
export type { PickleLimits } from "./limits.js";
export { PyMap } from "./values/py-map.js";
export type { PyMapKind } from "./values/py-map.js";
export { isTuple } from "./values/sequences.js";
export type {
	NumpyMasked,
	NumpyScalar,
	PyArray,
	PyBytearray,
	PyComplex,
	PyDate,
	PyDatetime,
	PyDecimal,
	PyDeque,
	PyFraction,
	PyGlobal,
	PyInt,
	PyNamespace,
	PyPath,
	PyRange,
	PyRecord,
	PySlice,
	PyStub,
	PyTime,
	PyTimedelta,
	PyTimezone,
	PyTuple,
	PyUuid,
	PyValue,
} from "./values/types.js";
