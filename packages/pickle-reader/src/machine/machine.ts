import { refuse } from "../refuse.js";
import { asBytes, type DType } from "@ndwire/core";
import type { GlobalBuilder } from "../globals/builder.js";
import type { DtypeSize } from "../globals/numpy/dtype-size.js";
import { limitsFor } from "../limits.js";
import type { PickleOptions } from "../options.js";
import { Reader } from "../reading/reader.js";
import type { PyGlobal } from "../values/types.js";

/** The largest piece of memory that shares a buffer with others, and the largest such buffer. */
const MOST_SHARED = 1024;
const LARGEST_SLAB = 65_536;

/**
 * The state of one reading: Python's unpickling machine, whose stack holds finished values and records of ours, and
 * whose marks are heights of the stack. Opcodes are functions of it.
 */
export class Machine extends Reader {
	readonly options: PickleOptions<unknown>;
	/** Builders that come before those of the allow-list, by `"module.name"`. */
	readonly table: ReadonlyMap<string, GlobalBuilder>;
	/** The globals that were named, by module and name, and what calling them builds: undefined for one that is not known. */
	readonly globals: Map<string, PyGlobal> = new Map();
	readonly builders: Map<PyGlobal, GlobalBuilder | undefined> = new Map();
	/** Objects made by builders that take a state once, with what takes it. */
	readonly awaiting: Map<unknown, (state: unknown) => void> = new Map();
	/** What is being called, or given its state. */
	built: Pick<PyGlobal, "module" | "name"> = { module: "", name: "" };
	/** Of each dtype with parts: how many dtypes it is in all, and how deep. */
	readonly dtypeSizes: Map<DType, DtypeSize> = new Map();
	/** Of dtypes of masked arrays: those of their masks. */
	readonly masks: Map<DType, DType> = new Map();
	protocol = 0;

	readonly #stack: unknown[] = [];
	readonly #marks: number[] = [];
	/** Height of the stack at the last mark; nothing below can be taken. */
	#floor = 0;
	/** What was put aside, by index. An index far out takes no more room than any other: engines keep such arrays as tables. */
	readonly #memo: unknown[] = [];
	#memoSize = 0;
	/** How often an object was put into another, at least: no value is nested deeper than once more. */
	nestings = 0;
	/** What has been made so far, of what has a limit. */
	containers = 0;
	bytesBuilt = 0;
	#buffersTaken = 0;
	#slab = new Uint8Array(0);
	#slabUsed = 0;

	constructor(bytes: Uint8Array, options: PickleOptions<unknown>, table: Machine["table"]) {
		const { offset = 0 } = options;
		super(bytes, offset, limitsFor(bytes.length - offset, options.limits));
		this.options = options;
		this.table = table;
	}

	/** The next out-of-band buffer. */
	takeBuffer(): Uint8Array {
		const buffer = this.options.buffers?.[this.#buffersTaken];
		if (buffer === undefined) {
			refuse(this, "truncated", "one more in the option buffers", this.#buffersTaken);
		}
		this.#buffersTaken += 1;
		return asBytes(buffer);
	}

	/** Lets an object that is being made take a state, once. */
	await(object: unknown, take: (state: unknown) => void): void {
		const { built } = this;
		this.awaiting.set(object, (state) => {
			this.built = built;
			take(state);
		});
	}

	// Stack -----------------------------------------------------------------------------------------------------------

	push(value: unknown): void {
		this.#stack.push(value);
	}

	pop(): unknown {
		this.#requireValue();
		return this.#stack.pop();
	}

	/** The value on top, which stays. */
	top(): unknown {
		this.#requireValue();
		return this.#stack[this.#stack.length - 1];
	}

	mark(): void {
		this.#floor = this.#stack.length;
		this.#marks.push(this.#floor);
	}

	/** Takes the last mark away and everything above it, which comes back. */
	popToMark(): unknown[] {
		const height = this.#marks.pop();
		if (height === undefined) refuse(this, "bad-opcode", "a mark on the stack", "none");
		this.#floor = this.#marks[this.#marks.length - 1] ?? 0;
		const items = this.#stack.slice(height);
		// Engines shorten an array faster by this than by its length.
		for (let count = items.length; count > 0; count -= 1) this.#stack.pop();
		return items;
	}

	/** Whether a mark is what lies on top. */
	get isAtMark(): boolean {
		return this.#marks.length > 0 && this.#stack.length === this.#floor;
	}

	#requireValue(): void {
		if (this.#stack.length > this.#floor) return;
		refuse(this, "bad-opcode", "a value on the stack", "none");
	}

	// Memo ------------------------------------------------------------------------------------------------------------

	/** Puts the value on top aside, as MEMOIZE does under the number of entries. */
	putMemo(index: number = this.#memoSize): void {
		const value = this.top();
		if (index >= this.#memo.length || !(index in this.#memo)) this.#memoSize += 1;
		if (this.#memoSize > this.limits.memo) this.checkLimit(this.#memoSize, "memo");
		this.#memo[index] = value;
	}

	getMemo(index: number): void {
		const value = this.#memo[index];
		// A caller's function may well give undefined.
		if (value === undefined && !(index in this.#memo)) {
			refuse(this, "bad-opcode", "a memo entry", index);
		}
		this.#stack.push(value);
	}

	// Limits ----------------------------------------------------------------------------------------------------------

	/** Counts a container or another object. */
	countContainer(): void {
		this.containers += 1;
		if (this.containers > this.limits.containers) this.checkLimit(this.containers, "containers");
	}

	/** Counts what is put into a container, where any of it can hold something itself. */
	countNesting(items: readonly unknown[]): void {
		for (const item of items) {
			if (typeof item === "object" && item !== null) {
				this.nestings += 1;
				return;
			}
		}
	}

	/** Counts memory before it is allocated. */
	spendBytes(count: number): void {
		this.checkLimit((this.bytesBuilt += count), "bytes");
	}

	/** Zeroed memory that counts against the limit, aligned for any element. */
	allocate(length: number): Uint8Array {
		const start = this.#reserve(length);
		return this.#slab.subarray(start, start + length);
	}

	/** Where a copy lies, aligned for any element, that counts against the limit. */
	place(bytes: Uint8Array): Pick<Uint8Array<ArrayBuffer>, "buffer" | "byteOffset"> {
		const byteOffset = this.#reserve(bytes.length);
		this.#slab.set(bytes, byteOffset);
		return { buffer: this.#slab.buffer, byteOffset };
	}

	/** Where the next so many bytes of the slab begin. Small pieces share a buffer, which is faster. */
	#reserve(length: number): number {
		this.spendBytes(length);
		if (this.#slab.length - this.#slabUsed < length) {
			const shared = length > MOST_SHARED ? 0 : Math.min(2 * this.#slab.length + MOST_SHARED, LARGEST_SLAB);
			this.#slab = new Uint8Array(Math.max(length, shared));
			this.#slabUsed = 0;
		}
		const start = this.#slabUsed;
		this.#slabUsed += Math.ceil(length / 8) * 8;
		return start;
	}
}
