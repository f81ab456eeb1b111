/**
 * The Python 3 name of a global of Python 2: what `pickle` does with `fix_imports` below protocol 3 (`_compat_pickle`), as far
 * as it leads to something that is allowed or to a built-in exception. Any other name, of a stub then, stays as it stands.
 */
export function python3Name(module: string, name: string): readonly [module: string, name: string] {
	return [MODULES.get(module) ?? module, NAMES.get(`${module} ${name}`) ?? name];
}

const MODULES: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
	["copy_reg", "copyreg"],
	["exceptions", "builtins"],
	["__builtin__", "builtins"],
]);
const NAMES: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
	["exceptions StandardError", "Exception"],
	["__builtin__ xrange", "range"],
	["__builtin__ unicode", "str"],
	["__builtin__ basestring", "str"],
	["__builtin__ long", "int"],
]);
