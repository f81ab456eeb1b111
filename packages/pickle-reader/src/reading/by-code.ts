/** A table by opcode of rows by their opcodes, as text of one character each. */
export function byCode<Row>(rows: Iterable<readonly [codes: string, row: Row]>): readonly (Row | undefined)[] {
	const table = Array.from<Row>({ length: 256 });
	for (const [codes, row] of rows) {
		for (const code of codes) table[code.charCodeAt(0)] = row;
	}
	return table;
}
