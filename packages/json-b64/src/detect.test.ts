import { expect, test } from "vitest";
import { decodeJson } from "./decode.js";
import { detectDialect } from "./detect.js";

const figure =
	'{"data":[{"customdata":{"dtype":"i1","bdata":"AAECAwQF","shape":"3, 2"},"x":[1,2,3],' +
	'"text":["a","b"],"type":"scatter"}],"layout":{"odd key":{"__numpy__":"AQ==","dtype":"|u1","shape":[]}}}';

test("arrays nested in a document are found with their paths and reasons", () => {
	const { dialect, reason, arrays } = detectDialect(figure);
	expect(dialect).toBeUndefined();
	expect(arrays).toEqual([
		{ dialect: "plotly", path: "data[0].customdata", reason: "an object with bdata and dtype" },
		{ dialect: "json-tolist", path: "data[0].x", reason: "nested lists of numbers" },
		{ dialect: "json-numpy", path: 'layout["odd key"]', reason: "an object with __numpy__" },
	]);
	expect(reason).toBe(
		'none as a whole; arrays at data[0].customdata (plotly), data[0].x (json-tolist), layout["odd key"] (json-numpy)',
	);
});

test("each of them is decoded by its path", () => {
	expect(decodeJson(figure, { path: "data[0].customdata" })).toMatchObject({ shape: [3, 2] });
	expect(decodeJson(figure, { path: 'layout["odd key"]' })).toMatchObject({ shape: [] });
	expect(decodeJson(figure, { path: "data[0].x", dtype: "<i4" })).toMatchObject({ shape: [3] });
	expect(() => decodeJson(figure, { path: "data[1]" })).toThrow(expect.objectContaining({ code: "bad-header-keys" }));
});

test("without a path the refusal says where arrays are", () => {
	expect(() => decodeJson(figure)).toThrow("arrays at data[0].customdata (plotly)");
	expect(() => decodeJson('{"a": "b"}')).toThrow("none of the dialects");
});

test("columns of a bokeh data source are found", () => {
	const source =
		'{"type":"map","entries":[["x",{"type":"ndarray","array":{"type":"bytes","data":"AQAAAA=="},"shape":[1],"dtype":"int32","order":"little"}]]}';
	expect(detectDialect(source).arrays).toEqual([expect.objectContaining({ dialect: "bokeh", path: "entries[0][1]" })]);
});

test.each([
	['{"inputs": [{"name": "x", "shape": [1], "datatype": "FP32", "data": [1]}], "outputs": [{"name": "y"}]}', "v2-json"],
	['{"model_name": "m", "outputs": [{"name": "y", "shape": [1], "datatype": "FP32", "data": [1]}]}', "v2-json"],
	['{"inputs": {"tag": ["foo"], "signal": [[1, 2]]}}', "tfserving-inputs"],
	['{"predictions": [1.0, NaN, Infinity]}', "tfserving-instances"],
	['["foo", "bar", [1]]', undefined],
	['["int32", "float32"]', "json-tolist"],
	['["1", "2"]', "json-strings"],
	['"9223372036854775807"', "json-strings"],
	["[]", "json-tolist"],
	["null", undefined],
	['"\\u0093NUMPY\\u0001"', "npy-latin1"],
	['"\\u0080\\u0004\\u0095."', "pickle-latin1"],
	['"cnumpy.core.multiarray\\n_reconstruct\\n."', "pickle-latin1"],
	['"k05VTVBZAQB2"', "npy-b64"],
	['"gASVogAAAAAA"', "pickle-b64"],
])("%s", (text, dialect) => {
	expect(detectDialect(text).dialect).toBe(dialect);
});
