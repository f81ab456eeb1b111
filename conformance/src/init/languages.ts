/** How an adapter of each language is built and judged. */
export interface Language {
	/** Folder under `templates`. */
	readonly template: string;
	/** What builds it; absent where nothing has to be built. */
	readonly build?: string;
	/** What follows `npconform smoke`. */
	readonly smoke: string;
	/** What follows `npconform run`. */
	readonly run: string;
	/**
	 * A list under `templates/baselines` of what its reader of files cannot do: headers that NumPy does not write but reads. Absent
	 * where it does all that it claims.
	 */
	readonly baseline?: string;
	/** Steps of a workflow that install what it needs, as YAML. */
	readonly setup: readonly string[];
}

export type LanguageName = "python" | "js" | "go" | "rust" | "c" | "exec";

export const languages: { readonly [name in LanguageName]: Language } = {
	python: {
		template: "python",
		smoke: '"python3 adapter.py"',
		run: '--cmd "python3 adapter.py"',
		setup: [
			"- uses: actions/setup-python@v5",
			'  with: { python-version: "3.12" }',
			"- run: python3 -m pip install numpy",
		],
	},
	js: {
		template: "js",
		smoke: "module:./adapter.mjs",
		run: "module:./adapter.mjs",
		baseline: "plain-headers.json",
		setup: [],
	},
	go: {
		template: "go",
		build: "go build -o adapter .",
		smoke: "./adapter",
		run: "--cmd ./adapter",
		baseline: "plain-headers.json",
		setup: ["- uses: actions/setup-go@v5", "  with: { go-version: stable }"],
	},
	rust: {
		template: "rust",
		build: "rustc -O -o adapter adapter.rs",
		smoke: "./adapter --transport exec",
		run: "--cmd ./adapter --transport exec -j 4",
		baseline: "plain-headers.json",
		setup: [],
	},
	c: {
		template: "c",
		build: "cc -O2 -o adapter adapter.c",
		smoke: "./adapter --transport exec",
		run: "--cmd ./adapter --transport exec -j 4",
		baseline: "plain-headers.json",
		setup: [],
	},
	exec: {
		template: "exec",
		smoke: '"python3 adapter.py" --transport exec',
		run: '--cmd "python3 adapter.py" --transport exec -j 4',
		baseline: "literal-headers.json",
		setup: [],
	},
};

/** The name of the list where an adapter has one. */
export const baselineName = "npconform.baseline.json";

/** What follows `npconform run` in full. */
export function runWords({ run, baseline }: Language): string {
	return baseline === undefined ? run : `${run} --baseline ${baselineName}`;
}
