/** How an adapter of each language is built and judged. */
export interface Language {
	/** Folder under `templates`. */
	readonly template: string;
	/** What builds it; absent where nothing has to be built. */
	readonly build?: string;
	/** What follows `npconform run`. */
	readonly subject: string;
	/** The program for `smoke` and `adapter check`; absent where it does not speak np/1 over stdio. */
	readonly program?: string;
	/** Steps of a workflow that install what it needs, as YAML. */
	readonly setup: readonly string[];
}

export type LanguageName = "python" | "js" | "go" | "rust" | "c" | "exec";

export const languages: { readonly [name in LanguageName]: Language } = {
	python: {
		template: "python",
		subject: '--cmd "python3 adapter.py"',
		program: "python3 adapter.py",
		setup: [
			"- uses: actions/setup-python@v5",
			'  with: { python-version: "3.12" }',
			"- run: python3 -m pip install numpy",
		],
	},
	js: { template: "js", subject: "module:./adapter.mjs", setup: [] },
	go: {
		template: "go",
		build: "go build -o adapter .",
		subject: "--cmd ./adapter",
		program: "./adapter",
		setup: ["- uses: actions/setup-go@v5", "  with: { go-version: stable }"],
	},
	rust: {
		template: "rust",
		build: "rustc -O -o adapter adapter.rs",
		subject: "--cmd ./adapter --transport exec",
		setup: [],
	},
	c: { template: "c", build: "cc -O2 -o adapter adapter.c", subject: "--cmd ./adapter --transport exec", setup: [] },
	exec: { template: "exec", subject: '--cmd "sh adapter.sh" --transport exec', setup: [] },
};
