/**
 * The value itself, as a type that the checker cannot follow it to.
 *
 * The one unchecked step of this package. It has two uses: what is left on the machine's stack is a `PyValue`, because every
 * opcode and builder pushes one or what the caller's functions gave; and `Object.create(null)` is an empty dictionary.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- The caller names the type; that is all this is for.
export function believe<Type>(value: unknown): Type {
	// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- See above: this is the place for it.
	return value as Type;
}
