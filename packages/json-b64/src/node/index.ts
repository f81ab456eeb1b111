/**
 * Node's own zlib, for dialects that pack with gzip.
 *
 * ```ts
 * import { gunzip } from "@ndwire/json-b64/node";
 *
 * bokeh.decode(text, { gunzip });
 * ```
 *
 * @packageDocumentation
 */
export { gunzip, gzip } from "./gzip.js";
