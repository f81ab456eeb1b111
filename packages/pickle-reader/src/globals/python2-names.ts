/**
 * The Python 3 name of a global of Python 2: what `pickle` does with `fix_imports` below protocol 3 (`_compat_pickle`), as far
 * as it leads to something that is allowed or to a built-in exception. Any other name, of a stub then, stays as it stands.
 */
export function python3Name(module: string, name: string): readonly [module: string, name: string] {
	if (module === "copy_reg") return ["copyreg", name];
	if (module === "exceptions") return ["builtins", name === "StandardError" ? "Exception" : name];
	if (module !== "__builtin__") return [module, name];
	return ["builtins", Object.hasOwn(BUILTINS, name) ? (BUILTINS[name] ?? name) : name];
}

const BUILTINS: Readonly<Record<string, string>> = {
	xrange: "range",
	unicode: "str",
	basestring: "str",
	long: "int",
};
