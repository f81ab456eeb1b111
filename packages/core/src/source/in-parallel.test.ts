import { expect, test } from "vitest";
import { inParallel } from "./in-parallel.js";

const items = Array.from({ length: 20 }, (_, index) => index);
const later = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 1));

test("results stand in the order of the items, whatever the order in which they come", async () => {
	const task = async (item: number): Promise<number> => {
		if (item % 3 === 0) await later();
		return item * 2;
	};
	expect(await inParallel(items, 4, task)).toEqual(items.map((item) => item * 2));
	expect(await inParallel([], 4, task)).toEqual([]);
});

test("no more run at once than are allowed", async () => {
	let running = 0;
	let most = 0;
	await inParallel(items, 4, async () => {
		most = Math.max(most, ++running);
		await later();
		running--;
	});
	expect(most).toBe(4);
});

test("after a failure nothing new is begun, and what was begun has ended", async () => {
	const begun: number[] = [];
	const ended: number[] = [];
	const task = async (item: number): Promise<void> => {
		begun.push(item);
		await later();
		if (item === 1) throw new RangeError("one");
		await later();
		ended.push(item);
	};
	await expect(inParallel(items, 2, task)).rejects.toThrow("one");
	expect(begun).toEqual([0, 1]);
	expect(ended).toEqual([0]);
});

test("of several failures the first item's is thrown, whichever came first", async () => {
	const task = async (item: number): Promise<void> => {
		if (item === 1) await later();
		if (item > 0) throw new RangeError(`item ${item}`);
	};
	await expect(inParallel(items, 4, task)).rejects.toThrow("item 1");
});
