/** Thrown where a request asks for something that is not implemented. */
export class Unsupported extends Error {
	/** Such as `npy.v3` or `pickle.encode`. */
	readonly feature: string;

	constructor(feature: string) {
		super(`${feature} is not implemented`);
		this.feature = feature;
	}

	override get name(): "Unsupported" {
		return "Unsupported";
	}
}
