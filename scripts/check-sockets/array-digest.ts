import { createHash } from "node:crypto";
import { formatDtype, type NDArray } from "@ndwire/core";

/** A digest of arrays one after another: dtype, shape, order and bits. `python-fixtures/peers/exchange.py` has the same. */
export class ArrayDigest {
	readonly #hash = createHash("sha256");
	#count = 0;

	add(array: NDArray): void {
		const order = array.order ?? "C";
		this.#hash.update(`${formatDtype(array.dtype, "descr")} (${array.shape.join(", ")}) ${order}\n`);
		this.#hash.update(array.toBytes({ order }));
		this.#count += 1;
	}

	/** The number of arrays, and the digest of all of them. */
	get text(): string {
		return `${this.#count} ${this.#hash.copy().digest("hex")}`;
	}
}
