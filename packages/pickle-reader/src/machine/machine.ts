import { refuse } from "../refuse.js";
import { asBytes, type DType } from "@ndwire/core";
import type { GlobalBuilder } from "../globals/builder.js";
import type { DtypeSize } from "../globals/numpy/dtype-size.js";
import type { Layout } from "../globals/numpy/layout.js";
import { limitsFor } from "../limits.js";
import type { PickleOptions } from "../options.js";
import { Reader } from "../reading/reader.js";
import type { PyGlobal } from "../values/types.js";

/** The size of a buffer that small pieces of memory share. */
const SLAB = 8192;

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
	built: PyGlobal | undefined;
	/** Of each dtype with parts: how many dtypes it is in all, and how deep. */
	readonly dtypeSizes: Map<DType, DtypeSize> = new Map();
	protocol = 0;
	/** How the last array lies that took a state. */
	layout: Layout | undefined;

	/**
	 * What is above the height has been taken: shortening an array costs more. It begins with something that is no number, as engines
	 * keep arrays of numbers in another form.
	 */
	readonly #stack: unknown[] = [null];
	#height = 0;
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
		if (buffer === undefined) refuse("truncated", "option buffers");
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
		this.#stack[this.#height] = value;
		this.#height += 1;
	}

	pop(): unknown {
		const value = this.top();
		this.#height -= 1;
		return value;
	}

	/** The value on top, which stays. */
	top(): unknown {
		if (this.#height === this.#floor) refuse("bad-opcode", "a value");
		return this.#stack[this.#height - 1];
	}

	mark(): void {
		this.#floor = this.#height;
		this.#marks.push(this.#floor);
	}

	/** Takes the last mark away and everything above it, which comes back. */
	popToMark(): unknown[] {
		const floor = this.#marks.pop();
		if (floor === undefined) refuse("bad-opcode", "a mark");
		const items = this.#stack.slice(floor, this.#height);
		this.#height = floor;
		this.#floor = this.#marks.at(-1) ?? 0;
		return items;
	}

	/** Whether a mark is what lies on top. */
	get isAtMark(): boolean {
		return this.#marks.at(-1) === this.#height;
	}

	// Memo ------------------------------------------------------------------------------------------------------------

	/** Puts the value on top aside, as MEMOIZE does under the number of entries. */
	putMemo(index: number = this.#memoSize): void {
		if (index >= this.#memo.length || !(index in this.#memo)) this.#memoSize += 1;
		if (!(this.#memoSize <= this.limits.memo)) this.checkLimit(this.#memoSize, "memo");
		this.#memo[index] = this.top();
	}

	getMemo(index: number): void {
		const value = this.#memo[index];
		// A caller's function may well give undefined.
		if (value === undefined && !(index in this.#memo)) refuse("bad-opcode", "a memo entry", index);
		this.push(value);
	}

	// Limits ----------------------------------------------------------------------------------------------------------

	/** Counts a container or another object. */
	countContainer(): void {
		this.containers += 1;
		if (!(this.containers <= this.limits.containers)) this.checkLimit(this.containers, "containers");
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
		this.bytesBuilt += count;
		if (!(this.bytesBuilt <= this.limits.bytes)) this.checkLimit(this.bytesBuilt, "bytes");
	}

	/** Zeroed memory that counts against the limit, aligned for any element. */
	allocate(length: number): Uint8Array {
		this.spendBytes(length);
		return new Uint8Array(length);
	}

	/** Where a copy lies, aligned for any element, that counts against the limit. Small ones share a buffer, which is faster. */
	place(bytes: Uint8Array): Pick<Uint8Array<ArrayBuffer>, "buffer" | "byteOffset"> {
		const { length } = bytes;
		this.spendBytes(length);
		if (this.#slab.length - this.#slabUsed < length) {
			this.#slab = new Uint8Array(Math.max(length, SLAB));
			this.#slabUsed = 0;
		}
		const byteOffset = this.#slabUsed;
		this.#slab.set(bytes, byteOffset);
		this.#slabUsed += Math.ceil(length / 8) * 8;
		return { buffer: this.#slab.buffer, byteOffset };
	}
}
