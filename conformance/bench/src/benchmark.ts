/** One call is what is timed; what it returns is used. A promise is awaited. */
export type Work = () => unknown;

/** What both sides have before anything is timed. */
export interface Given {
	readonly n: number;
	/** What `input` gave, in memory of its own; empty without one. */
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Makes everything ready and gives the work to repeat. */
export type Prepare = (given: Given) => Work | Promise<Work>;

/** One row of a table for each of its sizes. */
export interface Benchmark {
	/** What is done, for whoever reads the table: `swap in place, f8`. Unique within the area. */
	readonly name: string;
	/** The first one is what `--quick` runs. */
	readonly sizes: readonly [Size, ...Size[]];
	/** A Python expression of bytes-like data for both sides, with `n`, `np`, `pickle` and `io` in scope. */
	readonly input?: string;
	/** As a user of our package would write it. */
	readonly ours: Prepare;
	readonly numpy: PythonCode;
	/** Ours is also run under these. */
	readonly settings?: readonly Setting[];
	/** Other JavaScript packages by their names, and what else people would write. */
	readonly peers?: Readonly<Record<string, Prepare>>;
	/** A bare part of the work, by its name, such as a plain copy of as many bytes: what to expect of JavaScript at best. */
	readonly floor?: { readonly name: string; readonly prepare: Prepare };
}

/** With fast paths off, to see what they gain; with memory in huge pages, for which glibc asks if it is told to. */
export type Setting = "plain" | "huge pages";

export interface Size {
	readonly label: string;
	readonly n: number;
	readonly target?: Target;
}

/** Our time as a multiple of another's: NumPy as shipped (`np`), NumPy without huge pages (`nh`), the floor. */
export interface Target {
	readonly atMost: number;
	readonly of: Rival;
}

export type Rival = "np" | "nh" | "floor";

/** Python that does the same. */
export interface PythonCode {
	/** Statements that are run once, with `data`, the input, in scope as well. */
	readonly setup?: string;
	/** The expression that is timed. */
	readonly run: string;
	/** An expression of what it gives, where that is not its value. */
	readonly gives?: string;
	/** An expression of whether this Python gives what ours does: older ones may do it otherwise, which a test then does not judge. */
	readonly isAlike?: string;
}

/** Benchmarks that belong together: a table. */
export interface Area {
	readonly title: string;
	readonly benchmarks: readonly Benchmark[];
}
