/**
 * What `task` gives for each item, in their order. At most `atOnce` run side by side, begun in the order of the items.
 *
 * @throws of the items that failed, the first one's error, whichever failed first. Nothing new is begun after a failure, and nothing
 *   goes on any more when it is thrown, so memory that tasks wrote to is the caller's again.
 */
export async function inParallel<Item, Result>(
	items: Iterable<Item>,
	atOnce: number,
	task: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
	const results: Result[] = [];
	const failures = new Map<number, unknown>();
	const waiting = numbered(items);
	const work = async (): Promise<void> => {
		for (let next = waiting.next(); next.done !== true && failures.size === 0; next = waiting.next()) {
			const [index, item] = next.value;
			try {
				results[index] = await task(item);
			} catch (error) {
				failures.set(index, error);
			}
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
	return results;
}

function* numbered<Item>(items: Iterable<Item>): Generator<readonly [number, Item], void, undefined> {
	let index = 0;
	for (const item of items) yield [index++, item];
}
