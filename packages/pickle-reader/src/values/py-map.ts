/** One of the dictionaries of `collections`: a `Map` that knows which. Entries are in Python's order. */
export class PyMap<Value = unknown> extends Map<Value, Value> {
	readonly kind: PyMapKind;
	/** What a `defaultdict` calls for a missing key, by name; `null` elsewhere. */
	readonly factory: Value | null;

	constructor(kind: PyMapKind, factory: Value | null = null) {
		super();
		this.kind = kind;
		this.factory = factory;
	}
}

export type PyMapKind = "OrderedDict" | "Counter" | "defaultdict";
