import { InvalidArgumentError } from "commander";
import { parseShard } from "../run/shard.js";

/** Readers of option values, as commander wants them. */

/** One of some words. */
export function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word {
	return (text) => {
		const word = words.find((candidate) => candidate === text);
		if (word === undefined) throw new InvalidArgumentError(`One of ${words.join(", ")} is needed.`);
		return word;
	};
}

/** An option that may be repeated. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
	return [...(before ?? []), value];
}

/** A whole number above 0. */
export function parseCount(text: string): number {
	const value = Number(text);
	if (Number.isSafeInteger(value) && value > 0) return value;
	throw new InvalidArgumentError("A whole number above 0 is needed.");
}

/** A number above 0. */
export function parsePositive(text: string): number {
	const value = Number(text);
	if (Number.isFinite(value) && value > 0) return value;
	throw new InvalidArgumentError("A number above 0 is needed.");
}

/** `2/3`, with 1 ≤ 2 ≤ 3. */
export function checkShard(text: string): string {
	if (parseShard(text) !== undefined) return text;
	throw new InvalidArgumentError("i/n is needed, with i from 1 to n.");
}
