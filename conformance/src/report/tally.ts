import { partsOf, type ReportResult } from "./report.js";

/** Results counted by area and operation. */
export class Tally {
	readonly #areas = new Map<string, Map<string, number>>();
	#total = 0;

	add(result: Pick<ReportResult, "id">): void {
		const { area, operation } = partsOf(result);
		const operations = this.#areas.get(area) ?? new Map<string, number>();
		this.#areas.set(area, operations);
		operations.set(operation, (operations.get(operation) ?? 0) + 1);
		this.#total++;
	}

	get total(): number {
		return this.#total;
	}

	*counts(): Generator<{ readonly area: string; readonly operation: string; readonly count: number }> {
		for (const [area, operations] of this.#areas) {
			for (const [operation, count] of operations) yield { area, operation, count };
		}
	}
}
