/**
 * A layout as a program: it asks for its bytes piece by piece, and ends with what they hold. One program serves memory, where all
 * pieces are there, and streams, where each is waited for.
 */
export type Reading<T> = Generator<Piece, T, Uint8Array>;

/** The bytes that a reading needs next. */
export interface Piece {
	readonly length: number;
	/** What they are, in words. */
	readonly what: string;
	/**
	 * Set for bytes that become part of the result: where they do not lie together, at a multiple of this, they are copied. Other
	 * pieces are read and forgotten.
	 */
	readonly alignment?: number;
}

/** A layout, for whoever runs its readings. */
export interface Layout<T> {
	readonly format: "frame" | "prefixed";
	/** Begins to read what begins at the byte `start` of the whole. */
	read(start: number): Reading<T>;
}
