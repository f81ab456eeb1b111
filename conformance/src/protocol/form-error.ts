/** Thrown where JSON does not have the form that a message, a value or a case must have. */
export class FormError extends Error {
	/** Where in the JSON, such as `value.dtype.fields[2].offset`. */
	readonly path: string;

	constructor(path: string, found: string, options?: ErrorOptions) {
		super(path === "" ? found : `${path}: ${found}`, options);
		this.path = path;
	}

	override get name(): "FormError" {
		return "FormError";
	}
}
