import { believe } from "../believe.js";

/** Numbers as many as come, in memory that grows. */
export class Slots<Numbers extends Int32Array | Uint32Array | Float64Array> {
	/** The memory: what lies behind {@link size} is room. */
	all: Numbers;
	size = 0;
	readonly #make: (length: number) => Numbers;

	/** @param make - Memory for so many. */
	constructor(make: (length: number) => Numbers) {
		this.#make = make;
		this.all = make(oneGo);
	}

	/** Where to stop filling: a loop that ends soon is compiled as a whole. There is room for a thousand numbers at least. */
	get stop(): number {
		this.#reserve(oneGo / 2);
		return Math.min(this.size + oneGo, this.all.length);
	}

	push(value: number): void {
		this.#reserve(1);
		this.all[this.size] = value;
		this.size += 1;
	}

	/** What was gathered, a view. */
	get taken(): Numbers {
		return believe(this.all.subarray(0, this.size));
	}

	#reserve(count: number): void {
		if (this.size + count <= this.all.length) return;
		const larger = this.#make(this.all.length * 2);
		larger.set(this.all);
		this.all = larger;
	}
}

const oneGo = 2048;
