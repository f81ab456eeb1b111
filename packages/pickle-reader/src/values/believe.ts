/**
 * The value itself, as a type that the checker cannot follow it to.
 *
 * The one unchecked step of this package, for what its own code has just made sure of: what is left on the machine's stack is a
 * `PyValue`, because every opcode and builder pushes one or what the caller's functions gave; checks give a list as long as they are;
 * objects that are still being made, such as an array without its elements or a tuple without its mark, can be written to.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- The caller names the type; that is all this is for.
export function believe<Type>(value: unknown): Type {
	// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- See above: this is the place for it.
	return value as Type;
}
