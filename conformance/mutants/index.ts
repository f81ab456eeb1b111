import type { Adapter } from "../src/protocol/messages.js";

export interface Mutant {
	wrap(adapter: Adapter): Adapter;
}

export const mutants: { readonly [name: string]: Mutant } = {};
