import { isSame, type Outcome, type Row, type Store } from "./store.js";
import type { Level, Part } from "./parts/part.js";
import { partsOf } from "./parts/parts-of.js";

/** How one outcome became another. */
export interface Change {
	readonly level: Level;
	/** What changed, in tokens: `descr: '<i4' → '|O'`. */
	readonly what: string;
}

/** Names the part of a key that is the format. */
export function formatOf({ key }: Pick<Row, "key">): string {
	return key.slice(0, key.indexOf("/"));
}

/** What changed from one outcome of a row to another; undefined if nothing did (level L0), or one of them is not of its time. */
export function changeOf(
	row: Row,
	before: Outcome | undefined,
	after: Outcome | undefined,
	{ blobs }: Pick<Store, "blobs">,
): Change | undefined {
	if (before === undefined || after === undefined || isSame(before, after)) return undefined;
	if ("error" in before || "error" in after) return { level: "L4", what: `${wordsOf(before)} → ${wordsOf(after)}` };
	const [old, now] = [blobs.get(before.bytes), blobs.get(after.bytes)];
	if (old === undefined || now === undefined) throw new RangeError(`the store has lost bytes of ${row.key}`);
	return tokenChange(formatOf(row), Buffer.from(old, "base64"), Buffer.from(now, "base64"));
}

/** The tokens in which two files differ, and how far the worst of them reaches. */
export function tokenChange(format: string, before: Uint8Array, after: Uint8Array): Change {
	const { removed, added } = differingParts(partsOf(format, before), partsOf(format, after));
	const level = [...removed, ...added].reduce<Level>((worst, part) => (part.level > worst ? part.level : worst), "L1");
	if (removed.length + added.length === 0) return { level, what: "how texts are escaped" };
	const telling = (parts: readonly Part[]): readonly Part[] => parts.filter((part) => part.level === level);
	return { level, what: describeParts(telling(removed), telling(added)) };
}

/** What is left of two lists without what both have in the same order: few tokens differ, so a simple search is enough. */
function differingParts(before: readonly Part[], after: readonly Part[]) {
	const removed: Part[] = [];
	const added: Part[] = [];
	let [left, right] = [0, 0];
	while (left < before.length || right < after.length) {
		const [old, now] = [before[left], after[right]];
		if (old !== undefined && now !== undefined && isEqual(old, now)) {
			left++;
			right++;
			continue;
		}
		const again = now === undefined ? -1 : indexFrom(before, left, now);
		const later = old === undefined ? -1 : indexFrom(after, right, old);
		const skip = again >= 0 && (later < 0 || again - left <= later - right);
		if (old !== undefined && (skip || later < 0)) {
			removed.push(old);
			left++;
		}
		if (now !== undefined && !skip && (later >= 0 || again < 0)) {
			added.push(now);
			right++;
		}
	}
	// Data that lie elsewhere now are the same data.
	const isMoved = (part: Part, others: readonly Part[]): boolean =>
		part.level === "L3" && others.some((other) => isEqual(part, other));
	return {
		removed: removed.filter((part) => !isMoved(part, added)),
		added: added.filter((part) => !isMoved(part, removed)),
	};
}

function isEqual(left: Part, right: Part): boolean {
	return left.name === right.name && left.text === right.text;
}

/** How far a token may have moved. */
const horizon = 12;

function indexFrom(parts: readonly Part[], from: number, wanted: Part): number {
	const at = parts.slice(from, from + horizon).findIndex((part) => isEqual(part, wanted));
	return at < 0 ? -1 : from + at;
}

const shown = 3;

function describeParts(removed: readonly Part[], added: readonly Part[]): string {
	const count = Math.max(removed.length, added.length);
	const lines = Array.from({ length: Math.min(shown, count) }, (_, index) =>
		describePair(removed[index], added[index]),
	);
	return [...lines, ...(count > shown ? [`and ${count - shown} more`] : [])].join("; ");
}

function describePair(old: Part | undefined, now: Part | undefined): string {
	const name = (old ?? now)?.name ?? "";
	if (old === undefined) return `${name} ${clip(now?.text)} added`.replace("  ", " ");
	if (now === undefined) return `${name} ${clip(old.text)} removed`.replace("  ", " ");
	const [before, after] = clipAround(old.text, now.text);
	return now.name === name
		? `${name}: ${before} → ${after}`
		: `${`${name} ${before}`.trim()} → ${`${now.name} ${after}`.trim()}`;
}

function clip(text: string = ""): string {
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Two texts from shortly before where they differ. */
function clipAround(before: string, after: string): readonly [string, string] {
	let at = 0;
	while (at < before.length && before[at] === after[at]) at++;
	const start = at > 40 ? at - 20 : 0;
	const lead = start > 0 ? "…" : "";
	return [lead + clip(before.slice(start)), lead + clip(after.slice(start))];
}

function wordsOf(outcome: Outcome): string {
	return "error" in outcome ? outcome.error : "bytes";
}
