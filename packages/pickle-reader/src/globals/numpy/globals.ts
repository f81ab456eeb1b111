import { valueOnly, type GlobalTable } from "../builder.js";
import { buildDtype, buildStringDtype } from "./dtype.js";
import { buildFromBuffer } from "./from-buffer.js";
import { buildMaskedArray, buildMaskedConstant } from "./masked.js";
import { buildReconstruct } from "./reconstruct.js";
import { buildScalar } from "./scalar.js";

const MASKED = { MaskedConstant: buildMaskedConstant, "MaskedArray mvoid": valueOnly };
const RECORDS = { "recarray record": valueOnly };

/** What of NumPy's is allowed, in the spelling since 2.0: what may be called, and classes that may stand as values. */
export const numpyGlobals: GlobalTable = {
	numpy: {
		dtype: buildDtype,
		// Classes of arrays and scalars.
		["ndarray matrix memmap recarray record chararray " +
		"bool bool_ int8 int16 int32 int64 uint8 uint16 uint32 uint64 intc uintc long ulong longlong ulonglong " +
		"float16 float32 float64 longdouble float128 complex64 complex128 clongdouble complex256 " +
		"bytes_ str_ string_ unicode_ void object_ datetime64 timedelta64 " +
		"generic number integer signedinteger unsignedinteger inexact floating complexfloating flexible character"]:
			valueOnly,
	},
	"numpy._core.multiarray": { _reconstruct: buildReconstruct, scalar: buildScalar },
	"numpy._core.numeric": { _frombuffer: buildFromBuffer },
	"numpy._core._internal": {
		// Of releases before 1.0, whose files are still about.
		_reconstruct: buildReconstruct,
		_convert_to_stringdtype_kwargs: buildStringDtype,
	},
	"numpy.ma": MASKED,
	"numpy.ma.core": { _mareconstruct: buildMaskedArray, ...MASKED },
	"numpy.ma.mrecords": { _mrreconstruct: buildMaskedArray, MaskedRecords: valueOnly },
	// Where releases have had classes that stand in `numpy` as well.
	"numpy._core.memmap": { memmap: valueOnly },
	"numpy._core.records": RECORDS,
	"numpy._core.defchararray": { chararray: valueOnly },
	"numpy.char": { chararray: valueOnly },
	"numpy.matrixlib.defmatrix": { matrix: valueOnly },
	"numpy.rec": RECORDS,
};
