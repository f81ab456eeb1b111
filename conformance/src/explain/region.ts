/** A stretch of bytes and what it is. */
export interface Region {
	readonly start: number;
	/** The byte behind it. */
	readonly end: number;
	readonly what: string;
}
