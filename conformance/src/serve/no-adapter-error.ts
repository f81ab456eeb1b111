/** Thrown where an adapter of this package is asked for that it does not have, or that cannot be loaded here. */
export class NoAdapterError extends Error {
	override get name(): "NoAdapterError" {
		return "NoAdapterError";
	}
}
