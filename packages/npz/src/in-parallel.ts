/**
 * What `task` gives for each item, in their order; at most `width` tasks run at once.
 *
 * @throws what the first task that fails throws; nothing new is begun after that.
 */
export async function inParallel<Item, Result>(
	items: readonly Item[],
	width: number,
	task: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
	const results = new Array<Result>(items.length);
	const waiting = items.entries();
	let hasFailed = false;
	const work = async (): Promise<void> => {
		for (const [index, item] of waiting) {
			if (hasFailed) return;
			try {
				results[index] = await task(item);
			} catch (error) {
				hasFailed = true;
				throw error;
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
	return results;
}
