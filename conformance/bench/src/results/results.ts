import { z } from "zod";

/** What one subject took, round by round. */
const Samples = z.object({
	/** `ours`, `np`, `nh`, `floor`, or a peer's name. */
	subject: z.string(),
	callsPerSample: z.int(),
	/** Of one call. */
	nanoseconds: z.array(z.number()).readonly(),
	/** Whether it gave what NumPy gave. */
	isSame: z.boolean(),
});
export type Samples = z.infer<typeof Samples>;

const Result = z.object({
	area: z.string(),
	benchmark: z.string(),
	size: z.string(),
	/** The expression that NumPy ran. */
	python: z.string(),
	floor: z.string().optional(),
	target: z.object({ atMost: z.number(), of: z.enum(["np", "nh", "floor"]) }).optional(),
	samples: z.array(Samples).readonly(),
});
export type Result = z.infer<typeof Result>;

const Machine = z.object({
	processor: z.string(),
	cores: z.int(),
	memory: z.string(),
	system: z.string(),
	hugePages: z.string(),
	versions: z.record(z.string(), z.string()),
});
export type Machine = z.infer<typeof Machine>;

/** All that a run found: whatever a report says is computed from this. */
export const Results = z.object({
	mode: z.enum(["full", "part", "quick"]),
	began: z.string(),
	seconds: z.number(),
	/** Load averages of one minute before and after; 1 is a core that was busy. */
	load: z.object({ before: z.number(), after: z.number() }),
	machine: Machine,
	results: z.array(Result).readonly(),
});
export type Results = z.infer<typeof Results>;
