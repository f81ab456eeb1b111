import { hash } from "node:crypto";

/** One of `count` parts of a selection; `number` is from 1 to `count`. */
export interface Shard {
	readonly number: number;
	readonly count: number;
}

/** `2/3`; undefined for a text that names no shard. */
export function parseShard(text: string): Shard | undefined {
	const [, number, count] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
	const shard = { number: Number(number), count: Number(count) };
	return shard.number <= shard.count ? shard : undefined;
}

/**
 * Whether a result belongs to a shard: the first four bytes of the SHA-256 of `id#op`, as a big-endian number modulo `count`, are
 * `number` - 1. So a case that is added to a suite moves no other one into another shard.
 */
export function isInShard(id: string, { number, count }: Shard): boolean {
	return Number.parseInt(hash("sha256", id).slice(0, 8), 16) % count === number - 1;
}
