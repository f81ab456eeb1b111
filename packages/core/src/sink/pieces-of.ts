import type { NDArray } from "../array/nd-array.js";

/**
 * The elements' bytes in C order, in pieces of at most a megabyte, however large the array: views of its memory where elements lie so,
 * else copies.
 */
export function* piecesOf(array: NDArray): Generator<Uint8Array, void, undefined> {
	const [rows] = array.shape;
	if (array.nbytes <= pieceLength || rows === undefined) {
		if (array.nbytes > 0) yield array.toBytes();
		return;
	}
	const count = Math.floor(pieceLength / (array.nbytes / rows));
	if (count === 0) for (let row = 0; row < rows; row += 1) yield* piecesOf(array.slice(row));
	else for (let row = 0; row < rows; row += count) yield array.slice([row, row + count]).toBytes();
}

// As large as disks and sockets like them, and small beside what a program holds anyway.
const pieceLength = 0x10_0000;
