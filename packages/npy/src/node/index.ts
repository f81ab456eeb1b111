/**
 * What only Node has: files that grow.
 *
 * @packageDocumentation
 */
export { NpyAppender } from "./appender.js";
export type { NewNpyOptions } from "./appender.js";
export type { FlushOptions } from "./growing-file.js";
