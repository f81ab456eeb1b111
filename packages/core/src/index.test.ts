import { expect, test } from "vitest";
import * as core from "./index.js";

test("what the package gives", () => {
	expect(Object.keys(core)).toMatchInlineSnapshot(`
		[
		  "asBytes",
		  "FormatError",
		  "parsePythonLiteral",
		  "floatRepr",
		  "formatPythonLiteral",
		  "dtype",
		  "scalarDtype",
		  "structDtype",
		  "subarrayDtype",
		  "newByteOrder",
		  "formatDtype",
		  "parseDtypeText",
		  "dtypeEqual",
		  "toDescr",
		  "fromDescr",
		  "NDArray",
		  "contiguousStrides",
		  "fromBuffer",
		  "array",
		  "zeros",
		  "copy",
		  "byteswap",
		  "astype",
		  "toStrings",
		  "fromParts",
		  "toParts",
		  "datetimeToInstant",
		  "datetimeToDate",
		  "datetimeToIso",
		  "isoToDatetime",
		  "arrayEqual",
		  "bitsEqual",
		  "formatArray",
		  "longDoubleToNumber",
		]
	`);
});
