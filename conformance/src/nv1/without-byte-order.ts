import type { Layout } from "./layout.js";

/** The layout as it would be on a little-endian machine: for formats that leave byte order to the reader. */
export function withoutByteOrder(layout: Layout): Layout {
	switch (layout.tag) {
		case "scalar":
			return layout.byteOrder === ">" ? { ...layout, byteOrder: "<" } : layout;
		case "object":
			return layout;
		case "subarray":
			return { ...layout, base: withoutByteOrder(layout.base) };
		case "struct":
			return {
				...layout,
				fields: layout.fields.map((field) => ({ ...field, layout: withoutByteOrder(field.layout) })),
			};
	}
}
