/** Peers without types, or with types that name files as Node does not find them: the parts that are used. */

declare module "numpy-parser" {
	export function fromArrayBuffer(buffer: ArrayBuffer): {
		readonly data: ArrayBufferView;
		readonly shape: readonly number[];
	};
}

declare module "numpy-ts" {
	interface NDArray {
		readonly data: ArrayBufferView;
	}
	export function array(values: readonly number[]): NDArray;
	export function parseNpy(bytes: Uint8Array): NDArray;
	export function parseNpz(bytes: Uint8Array): Promise<{ readonly arrays: ReadonlyMap<string, NDArray> }>;
	export function serializeNpy(array: NDArray): Uint8Array;
}

declare module "jpickle" {
	export function loads(pickle: string): unknown;
}

declare module "unpickle" {
	export default function unpickle(pickle: Buffer): unknown;
}
