/**
 * The CRC-32 of bytes, or of bytes that follow others whose CRC-32 is `previous`: `zlib.crc32`.
 *
 * @returns A number from 0 to 2 ** 32 - 1.
 */
export type Crc32 = (bytes: Uint8Array, previous?: number) => number;

/** {@link Crc32} with nothing but JavaScript: eight bytes a step, each by a table of its own. */
export function crc32(bytes: Uint8Array, previous: number = 0): number {
	const [t0, t1, t2, t3, t4, t5, t6, t7] = (tables ??= makeTables());
	let crc = ~previous;
	let at = 0;
	for (const end = bytes.length - 7; at < end; at += 8) {
		crc ^= word(bytes, at);
		const next = word(bytes, at + 4);
		crc =
			entry(t7, crc) ^
			entry(t6, crc >>> 8) ^
			entry(t5, crc >>> 16) ^
			entry(t4, crc >>> 24) ^
			entry(t3, next) ^
			entry(t2, next >>> 8) ^
			entry(t1, next >>> 16) ^
			entry(t0, next >>> 24);
	}
	for (; at < bytes.length; at++) crc = (crc >>> 8) ^ entry(t0, crc ^ (bytes[at] ?? 0));
	return ~crc >>> 0;
}

type Table = Int32Array;
type Tables = readonly [Table, Table, Table, Table, Table, Table, Table, Table];

/** Made when first needed. */
let tables: Tables | undefined;

/** Table k gives what a byte does to the CRC when k zero bytes follow it. The polynomial is that of zip, gzip and PNG. */
function makeTables(): Tables {
	const first = Int32Array.from({ length: 256 }, (_, byte) => {
		let crc = byte;
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ ((crc & 1) * 0xedb8_8320);
		return crc;
	});
	const after = (table: Table): Table => table.map((crc) => (crc >>> 8) ^ entry(first, crc));
	const second = after(first);
	const third = after(second);
	const fourth = after(third);
	const fifth = after(fourth);
	const sixth = after(fifth);
	const seventh = after(sixth);
	return [first, second, third, fourth, fifth, sixth, seventh, after(seventh)];
}

function entry(table: Table, index: number): number {
	return table[index & 0xff] ?? 0;
}

/** Four bytes, little-endian. */
function word(bytes: Uint8Array, at: number): number {
	return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}
