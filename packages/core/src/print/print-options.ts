/** How arrays are printed; the defaults are NumPy's. */
export interface PrintOptions {
	/** Most digits behind the point of a float. Default 8. */
	readonly precision?: number | undefined;
	/** Print floats that are close to zero as zero, and none with an exponent for being small. Default false. */
	readonly suppress?: boolean | undefined;
	/** Arrays of more elements are summarised. Default 1000. */
	readonly threshold?: number | undefined;
	/** Elements at either end of each axis that a summary shows. Default 3. */
	readonly edgeItems?: number | undefined;
	/** Columns after which lines are broken. Default 75. */
	readonly lineWidth?: number | undefined;
	/**
	 * Python's `repr` of an object element. Default: what `repr` gives for None, booleans, numbers (whole ones as ints), bigints,
	 * strings and bytes; an error for all others.
	 */
	readonly formatObject?: ((value: unknown) => string) | undefined;
}

/** All of them, none left out. */
export type ResolvedPrintOptions = { readonly [Key in keyof PrintOptions]-?: Exclude<PrintOptions[Key], undefined> };
