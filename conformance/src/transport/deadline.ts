/**
 * What `promise` gives, or what `late` gives if it takes longer than `milliseconds`. The promise is not stopped by that.
 */
export async function within<Result>(
	milliseconds: number,
	promise: Promise<Result>,
	late: () => Result,
): Promise<Result> {
	const { promise: timeout, resolve } = Promise.withResolvers<"late">();
	const timer = setTimeout(() => resolve("late"), milliseconds);
	try {
		const first = await Promise.race([promise.then((result) => ({ result })), timeout]);
		return first === "late" ? late() : first.result;
	} finally {
		clearTimeout(timer);
	}
}
