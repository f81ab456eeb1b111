/**
 * Sources that only Node has: files.
 *
 * @packageDocumentation
 */
export { fromFile } from "./from-file.js";
export type { FileSource } from "./from-file.js";
