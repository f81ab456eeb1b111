import { valueOnly, type GlobalBuilder, type GlobalTable } from "../builder.js";
import { buildDtype } from "./dtype.js";
import { buildFromBuffer } from "./from-buffer.js";
import { buildMaskedArray, buildMaskedConstant } from "./masked.js";
import { buildReconstruct } from "./reconstruct.js";
import { buildScalar } from "./scalar.js";
import { buildStringDtype } from "./string-dtype.js";

/** Everything of NumPy's that may be called, or named as the class of what is built, in the spellings of all releases. */
export const numpyGlobals: GlobalTable = {
	...inBoth("multiarray _reconstruct", buildReconstruct),
	...inBoth("multiarray scalar", buildScalar),
	...inBoth("numeric _frombuffer", buildFromBuffer),
	// Of releases before 1.0, whose files are still about.
	...inBoth("_internal _reconstruct", buildReconstruct),
	...inBoth("_internal _convert_to_stringdtype_kwargs", buildStringDtype),
	"numpy dtype": buildDtype,
	"numpy ndarray": valueOnly,
	"numpy matrix": valueOnly,
	"numpy.matrixlib.defmatrix matrix": valueOnly,
	"numpy memmap": valueOnly,
	...inBoth("memmap memmap", valueOnly),
	"numpy recarray": valueOnly,
	"numpy.rec recarray": valueOnly,
	...inBoth("records recarray", valueOnly),
	"numpy record": valueOnly,
	"numpy.rec record": valueOnly,
	...inBoth("records record", valueOnly),
	"numpy chararray": valueOnly,
	"numpy.char chararray": valueOnly,
	...inBoth("defchararray chararray", valueOnly),
	"numpy.ma.core _mareconstruct": buildMaskedArray,
	"numpy.ma.mrecords _mrreconstruct": buildMaskedArray,
	"numpy.ma.core MaskedConstant": buildMaskedConstant,
	"numpy.ma MaskedConstant": buildMaskedConstant,
	"numpy.ma MaskedArray": valueOnly,
	"numpy.ma.core MaskedArray": valueOnly,
	"numpy.ma mvoid": valueOnly,
	"numpy.ma.core mvoid": valueOnly,
	"numpy.ma.mrecords MaskedRecords": valueOnly,
};

/** NumPy 2.0 renamed `numpy.core` to `numpy._core`. */
function inBoth(name: string, builder: GlobalBuilder): GlobalTable {
	return { [`numpy.core.${name}`]: builder, [`numpy._core.${name}`]: builder };
}
