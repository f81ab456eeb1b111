import type { DType } from "@ndwire/core";
import type { Globals } from "../globals/globals.js";
import type { DtypeSize } from "../globals/numpy/dtype-size.js";
import { Shells } from "../globals/numpy/shell.js";
import { limitsFor } from "../limits.js";
import type { PickleOptions } from "../options.js";
import { Reader } from "../reading/reader.js";
import { EMPTY, Memo } from "./memo.js";

/** The largest piece of memory that shares a buffer with others, and the largest such buffer. */
const MOST_SHARED = 1024;
const LARGEST_SLAB = 65_536;

/**
 * The state of one reading: Python's unpickling machine, whose stack holds finished values and records of ours, and
 * whose marks are heights of the stack. Opcodes are functions of it.
 */
export class Machine extends Reader {
	readonly options: PickleOptions<unknown>;
	readonly globals: Globals;
	readonly shells: Shells = new Shells();
	/** Of each dtype with parts: how many dtypes it is in all, and how deep. */
	readonly dtypeSizes: Map<DType, DtypeSize> = new Map();
	protocol = 0;

	readonly stack: unknown[] = [];
	readonly #marks: number[] = [];
	/** Height of the stack at the last mark; nothing below can be taken. */
	#floor = 0;
	readonly #memo = new Memo();
	#containers = 0;
	#bytesBuilt = 0;
	#buffersTaken = 0;
	#slab = new Uint8Array(0);
	#slabUsed = 0;

	constructor(bytes: Uint8Array, options: PickleOptions<unknown>, globals: Globals) {
		const { offset = 0 } = options;
		super(bytes, offset, limitsFor(bytes.length - offset, options.limits));
		this.options = options;
		this.globals = globals;
	}

	#checkLimit(value: number, name: "bytes" | "containers" | "memo"): void {
		if (value > this.limits[name]) throw this.refusal("limit", `at most ${this.limits[name]} ${name}`, `${value}`);
	}

	/** The next out-of-band buffer. */
	takeBuffer(): Uint8Array {
		const buffer = this.options.buffers?.[this.#buffersTaken];
		if (buffer === undefined) {
			throw this.refusal("truncated", "an out-of-band buffer in the option buffers", `${this.#buffersTaken} of them`);
		}
		this.#buffersTaken += 1;
		return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
	}

	// Stack -----------------------------------------------------------------------------------------------------------

	push(value: unknown): void {
		this.stack.push(value);
	}

	pop(): unknown {
		this.#requireAboveMark(1);
		return this.stack.pop();
	}

	/** The value on top, which stays. */
	top(): unknown {
		this.#requireAboveMark(1);
		return this.stack[this.stack.length - 1];
	}

	/** The `count` values on top, in the order in which they were pushed. */
	popMany(count: number): unknown[] {
		this.#requireAboveMark(count);
		return this.stack.splice(this.stack.length - count, count);
	}

	mark(): void {
		this.#floor = this.stack.length;
		this.#marks.push(this.#floor);
	}

	/** Takes the last mark away and everything above it, which comes back. */
	popToMark(): unknown[] {
		const items = this.stack.splice(this.dropMark());
		return items;
	}

	/** Takes the last mark away and gives the height at which it stood; what lies above stays. */
	dropMark(): number {
		const height = this.#marks.pop();
		if (height === undefined) throw this.refusal("bad-opcode", "a mark on the stack", "none");
		this.#floor = this.#marks[this.#marks.length - 1] ?? 0;
		return height;
	}

	/** Whether a mark is what lies on top. */
	get isAtMark(): boolean {
		return this.#marks.length > 0 && this.stack.length === this.#floor;
	}

	#requireAboveMark(count: number): void {
		const available = this.stack.length - this.#floor;
		if (available < count) {
			throw this.refusal("bad-opcode", `${count} values on the stack above the mark`, `${available}`);
		}
	}

	// Memo ------------------------------------------------------------------------------------------------------------

	memoize(): void {
		this.#memo.append(this.top());
		if (this.#memo.size > this.limits.memo) this.#checkLimit(this.#memo.size, "memo");
	}

	putMemo(index: number): void {
		this.#memo.set(index, this.top());
		this.#checkLimit(this.#memo.size, "memo");
	}

	getMemo(index: number): void {
		const value = this.#memo.get(index);
		if (value === EMPTY) throw this.refusal("bad-opcode", "a memo entry that was put before", `index ${index}`);
		this.stack.push(value);
	}

	// Limits ----------------------------------------------------------------------------------------------------------

	/** Containers made so far: no value can be nested deeper than that. */
	get containers(): number {
		return this.#containers;
	}

	/** Counts a container or another object. */
	countContainer(): void {
		this.#containers += 1;
		if (this.#containers > this.limits.containers) this.#checkLimit(this.#containers, "containers");
	}

	/** Counts memory before it is allocated. */
	spendBytes(count: number): void {
		this.#bytesBuilt += count;
		this.#checkLimit(this.#bytesBuilt, "bytes");
	}

	/** Zeroed memory that counts against the limit, aligned for any element. Small pieces share a buffer, which is faster. */
	allocate(length: number): Uint8Array {
		this.spendBytes(length);
		if (length > MOST_SHARED) return new Uint8Array(length);
		if (this.#slab.length - this.#slabUsed < length) this.#startSlab();
		const start = this.#slabUsed;
		this.#slabUsed += (length + 7) & ~7;
		return this.#slab.subarray(start, start + length);
	}

	/** A copy that counts against the limit. */
	copyBytes(bytes: Uint8Array): Uint8Array {
		const copy = this.allocate(bytes.length);
		copy.set(bytes);
		return copy;
	}

	/** As large as what is left of the pickle could need, within bounds. */
	#startSlab(): void {
		const wanted = this.bytes.length - this.position + MOST_SHARED;
		this.#slab = new Uint8Array(Math.min(wanted & ~7, LARGEST_SLAB));
		this.#slabUsed = 0;
	}
}
