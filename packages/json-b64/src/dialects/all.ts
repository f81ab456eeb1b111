import type { DecodeJsonOptions, Dialect, DialectName, EncodeJsonOptions, JsonSource } from "../dialect.js";
import { bokeh } from "./bokeh.js";
import { jsonNumbers, jsonStrings } from "./json-numbers.js";
import { jsonNumpy } from "./json-numpy.js";
import { jsonTricksCompact } from "./json-tricks-compact.js";
import { jsonTricks } from "./json-tricks.js";
import { ndarrayDict } from "./ndarray-dict.js";
import { npyBase64, npyLatin1 } from "./npy-text.js";
import { pickleBase64, pickleLatin1 } from "./pickle-text.js";
import { plotly } from "./plotly.js";
import { tfServingInputs, tfServingInstances } from "./tfserving.js";
import { tripleList } from "./triple-list.js";
import { v2Json } from "./v2/v2-json.js";

/** Any dialect, whatever its values are. */
export interface AnyDialect extends Pick<Dialect, "name" | "detect" | "losses"> {
	readonly decode: (document: JsonSource, options?: DecodeJsonOptions) => unknown;
	readonly encode: (value: never, options?: EncodeJsonOptions) => string;
}

/** Every dialect by its name, in the order in which a document is compared with them: the most particular forms come first. */
export const dialects: Readonly<Record<DialectName, AnyDialect>> = {
	"triple-list": tripleList,
	"json-numpy": jsonNumpy,
	"json-tricks-compact": jsonTricksCompact,
	"ndarray-dict-b64": ndarrayDict,
	"json-tricks": jsonTricks,
	plotly,
	bokeh,
	"v2-json": v2Json,
	"tfserving-instances": tfServingInstances,
	"tfserving-inputs": tfServingInputs,
	"npy-latin1": npyLatin1,
	"pickle-latin1": pickleLatin1,
	"npy-b64": npyBase64,
	"pickle-b64": pickleBase64,
	"json-strings": jsonStrings,
	"json-tolist": jsonNumbers,
};

/** @throws {TypeError} for a name that is none, which JavaScript callers may pass. */
export function dialectNamed(name: DialectName): AnyDialect {
	if (Object.hasOwn(dialects, name)) return dialects[name];
	throw new TypeError(`JSON: expected a dialect, such as "triple-list", found ${JSON.stringify(name)}`);
}
