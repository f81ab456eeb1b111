/** How far something long has come, in bytes. */
export interface Progress {
	readonly loaded: number;
	readonly total: number;
}
