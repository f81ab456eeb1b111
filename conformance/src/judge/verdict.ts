/** How a question went. The list is closed. */
export const verdictClasses = [
	"pass",
	"value-mismatch",
	"dtype-mismatch",
	"shape-mismatch",
	"order-mismatch",
	"bytes-mismatch",
	"accepted-malformed",
	"refused-valid",
	"wrong-code",
	"budget-exceeded",
	"crash",
	"timeout",
	"oom",
	"error",
	"protocol-error",
	"unsupported",
	"unsupported-declared",
	"not-run",
	"flaky",
] as const;

export type VerdictClass = (typeof verdictClasses)[number];

export interface Verdict {
	readonly class: VerdictClass;
	/** The first difference, or what happened instead of an answer: one sentence. Absent where there is nothing to say. */
	readonly why?: string;
}

export const pass: Verdict = { class: "pass" };
