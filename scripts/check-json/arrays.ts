import type { Nv1 } from "../../conformance/src/protocol/messages.js";
import type { Random } from "../check-corrupt/random.js";

const types =
	"|b1 |i1 |u1 <i2 >u2 <i4 >u4 <i8 >u8 <f2 >f2 <f4 >f4 <f8 >f8 <c8 >c16 |S3 <U2 >U1 |V4 <M8[ns] >m8[25s]".split(" ");

/** Dialects that are written, with the types that each carries. */
export const written: readonly { readonly dialect: string; readonly carries: RegExp }[] = [
	{ dialect: "triple-list", carries: /./ },
	{ dialect: "ndarray-dict-b64", carries: /./ },
	{ dialect: "json-numpy", carries: /./ },
	{ dialect: "npy-latin1", carries: /./ },
	{ dialect: "npy-b64", carries: /./ },
	{ dialect: "json-tricks", carries: /[biu]\d|U/ },
	{ dialect: "json-tricks-compact", carries: /^[|<]/ },
	{ dialect: "plotly", carries: /^[|<](?:[iu][124]|f[48])/ },
	{ dialect: "bokeh", carries: /^[|<](?:b1|[iu][124]|f[48])/ },
	{ dialect: "json-tolist", carries: /[biufc]\d|U/ },
	{ dialect: "json-strings", carries: /[biuf]\d/ },
	{ dialect: "tfserving-instances", carries: /[biuf]\d/ },
];

/** An array over random bits: of one axis and more, none of them empty, in either order. */
export function randomArray(random: Random): Nv1 {
	const dtype = random.pick(types);
	const shape = Array.from({ length: 1 + random.below(3) }, () => 1 + random.below(4));
	const length = shape.reduce((size, extent) => size * extent, itemsizeOf(dtype));
	const bytes = Buffer.from(Array.from({ length }, () => byteOf(dtype, random)));
	return { dtype, shape, order: random.pick(["C", "F"]), data: { b64: bytes.toString("base64") } };
}

function itemsizeOf(dtype: string): number {
	const [, kind = "", size = ""] = /^.([A-Za-z])(\d+)/.exec(dtype) ?? [];
	return Number(size) * (kind === "U" ? 4 : 1);
}

/** Text of no characters is text as well; any other bits might be none. */
function byteOf(dtype: string, random: Random): number {
	if (dtype === "|b1") return random.below(2);
	return dtype.includes("U") ? 0 : random.below(256);
}
