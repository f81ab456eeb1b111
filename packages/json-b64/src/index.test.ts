import { expect, test } from "vitest";
import * as json from "./index.js";
import * as node from "./node/index.js";

test("the package exports these names and no others", () => {
	expect(Object.keys(json).toSorted()).toEqual([
		"bokeh",
		"bytesToLatin1",
		"decodeJson",
		"decodeNumbers",
		"decodeV2Body",
		"detectDialect",
		"encodeJson",
		"encodeNumberPieces",
		"encodeNumbers",
		"encodeV2Body",
		"jsonNumbers",
		"jsonNumpy",
		"jsonStrings",
		"jsonTricks",
		"jsonTricksCompact",
		"latin1ToBytes",
		"ndarrayDict",
		"npyBase64",
		"npyLatin1",
		"pickleBase64",
		"pickleLatin1",
		"plotly",
		"readNumbers",
		"tfServingInputs",
		"tfServingInstances",
		"tripleList",
		"v2Json",
	]);
	expect(Object.keys(node).toSorted()).toEqual(["gunzip", "gzip"]);
});
