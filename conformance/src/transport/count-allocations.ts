/** Constructors that take memory of a declared size. */
const counted = [
	"ArrayBuffer",
	"SharedArrayBuffer",
	"Int8Array",
	"Uint8Array",
	"Uint8ClampedArray",
	"Int16Array",
	"Uint16Array",
	"Int32Array",
	"Uint32Array",
	"Float32Array",
	"Float64Array",
	"BigInt64Array",
	"BigUint64Array",
] as const;

type Constructor = new (...parameters: readonly unknown[]) => object;

/**
 * Replaces the global constructors of buffers and typed arrays by ones that add up what is asked of them, also where the request
 * fails. Typed arrays over an existing buffer cost nothing.
 *
 * @returns The number of bytes asked for so far.
 */
export function countAllocations(): () => number {
	let bytes = 0;
	const account = (asked: number): void => {
		bytes += asked;
	};
	for (const name of counted) replaceConstructor(name, account);
	return () => bytes;
}

function replaceConstructor(name: string, account: (bytes: number) => void): void {
	const original: unknown = Reflect.get(globalThis, name);
	if (!isConstructor(original)) return;
	const size = elementSize(original);
	const counting = new Proxy(original, {
		construct(target, parameters: readonly unknown[], newTarget) {
			account(bytesAsked(parameters[0], size));
			const made: unknown = Reflect.construct(target, parameters, newTarget);
			if (typeof made === "object" && made !== null) return made;
			throw new TypeError(`${name} made no object`);
		},
	});
	Object.defineProperty(globalThis, name, { value: counting, writable: true, configurable: true });
	// slice, map and the like find their constructor here.
	Object.defineProperty(original.prototype, "constructor", { value: counting, writable: true, configurable: true });
}

function isConstructor(value: unknown): value is Constructor & { readonly prototype: object } {
	return typeof value === "function";
}

function elementSize(constructor: Constructor): number {
	const size: unknown = Reflect.get(constructor, "BYTES_PER_ELEMENT");
	return typeof size === "number" ? size : 1;
}

/** A length asks for itself, a list for its length; a buffer is there already. */
function bytesAsked(first: unknown, size: number): number {
	if (typeof first === "number") return first * size;
	if (typeof first !== "object" || first === null) return 0;
	if (first instanceof ArrayBuffer || first instanceof SharedArrayBuffer) return 0;
	return "length" in first && typeof first.length === "number" ? first.length * size : 0;
}
