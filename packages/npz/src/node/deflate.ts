import { deflateRaw, deflateRawSync } from "node:zlib";

/** Deflates by zlib's level 6, as `np.savez_compressed` has it done. */
export function deflate(bytes: Uint8Array): Uint8Array {
	return deflateRawSync(bytes);
}

/** The same on another thread. */
export function deflateAsync(bytes: Uint8Array): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		deflateRaw(bytes, (error, deflated) => (error === null ? resolve(deflated) : reject(error)));
	});
}
