/**
 * A value of a JSON document that has been looked at as far as needed: strings, numbers and lists of numbers stay text, so that
 * megabytes of them are read once, by whoever knows what they are.
 */
export type JsonNode = ObjectNode | ListNode | ElementsNode | StringNode | WordNode;

interface NodeBase {
	/** The whole document. */
	readonly text: string;
	/** Where the value begins and ends in it. */
	readonly start: number;
	readonly end: number;
	/** The way to the value from the root: `data[0].y`, empty for the root. */
	readonly path: string;
}

export interface ObjectNode extends NodeBase {
	readonly kind: "object";
	/** Of equal keys the last counts, as in Python. */
	readonly entries: ReadonlyMap<string, JsonNode>;
}

/** A list that holds an object or a string, itself or in a list of it. */
export interface ListNode extends NodeBase {
	readonly kind: "list";
	readonly items: readonly JsonNode[];
}

/** A list of numbers and words, or of such lists. Only its brackets have been looked at. */
export interface ElementsNode extends NodeBase {
	readonly kind: "elements";
}

/** A string, the quotes included. */
export interface StringNode extends NodeBase {
	readonly kind: "string";
}

/** A number, `true`, `false`, `null`, or what Python writes for NaN and infinities. */
export interface WordNode extends NodeBase {
	readonly kind: "word";
}
