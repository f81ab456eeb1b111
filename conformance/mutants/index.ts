import { ignoresByteOrder } from "./ignores-byte-order.js";
import { ignoresFortranOrder } from "./ignores-fortran-order.js";
import type { Mutant } from "./mutant.js";
import { quietsNans } from "./quiets-nans.js";
import { trustsHeaderLength } from "./trusts-header-length.js";
import { vectorAsColumn } from "./vector-as-column.js";

/** Every mutant by its name: `npconform run mutant:NAME` has to fail. */
export const mutants: { readonly [name: string]: Mutant } = {
	"ignores-byte-order": ignoresByteOrder,
	"ignores-fortran-order": ignoresFortranOrder,
	"quiets-nans": quietsNans,
	"trusts-header-length": trustsHeaderLength,
	"vector-as-column": vectorAsColumn,
};
