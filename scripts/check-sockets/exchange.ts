/** What became of arrays that went both ways. */
export interface Exchange {
	readonly directions: readonly Direction[];
	/** Bytes on the wire, both ways together. */
	readonly bytes: number;
	readonly seconds: number;
	/** What else there is to say. */
	readonly remark?: string;
}

/** Digests of the arrays that one side sent and of those that the other received. */
export interface Direction {
	readonly name: string;
	readonly sent: string;
	readonly received: string;
}
