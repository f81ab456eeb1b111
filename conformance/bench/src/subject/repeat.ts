import type { Work } from "../benchmark.js";

/** What the last call gave: stored where it must be taken to be looked at, so that no call is left out. */
const last: { result: unknown } = { result: undefined };

/** Nanoseconds that `count` calls took. */
export async function repeat(work: Work, count: number, isAsync: boolean): Promise<number> {
	const start = process.hrtime.bigint();
	if (isAsync) await repeatAsync(work, count);
	else repeatSync(work, count);
	return Number(process.hrtime.bigint() - start);
}

function repeatSync(work: Work, count: number): void {
	for (let call = 0; call < count; call += 1) last.result = work();
}

async function repeatAsync(work: Work, count: number): Promise<void> {
	for (let call = 0; call < count; call += 1) last.result = await work();
}
