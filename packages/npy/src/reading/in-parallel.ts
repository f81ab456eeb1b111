/**
 * Does the work for each item, some at once, begun in their order.
 *
 * @throws the first error, when nothing of the work goes on any more.
 */
export async function inParallel<T>(
	items: Iterable<T>,
	atOnce: number,
	work: (item: T) => Promise<void>,
): Promise<void> {
	const errors: unknown[] = [];
	const iterator = items[Symbol.iterator]();
	const worker = async (): Promise<void> => {
		for (let next = iterator.next(); next.done !== true && errors.length === 0; next = iterator.next()) {
			await work(next.value).catch((error: unknown) => errors.push(error));
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	if (errors.length > 0) throw errors[0];
}
