import type { FileHandle } from "node:fs/promises";
import { dtypeEqual, formatDtype, type DType, type NDArray } from "@ndwire/core";
import { fromFile } from "@ndwire/core/node";
import type { DecodeNpyHeaderOptions, NpyHeader } from "../header/decode.js";
import { refitText } from "../header/refit.js";
import { magic } from "../header/version.js";
import { readHeader } from "../reading/read-header.js";
import { refusal } from "../refusal.js";

export interface FlushOptions {
	/** Wait until the device has the elements, and then the header that counts them: `fdatasync`. Default false. */
	readonly sync?: boolean | undefined;
}

/** An npy file whose header is written anew as elements are added behind it. */
export class GrowingFile {
	readonly #handle: FileHandle;
	readonly #header: NpyHeader;
	/** The header's bytes as the file has them. */
	readonly #written: Uint8Array;
	/** The axis along which neighbours are furthest from each other. */
	readonly #axis: number;
	/** Rows in the file, whether the header counts them or not. */
	#rows: number;

	/** @throws {FormatError} for a file that cannot grow. */
	static async over(handle: FileHandle, options: DecodeNpyHeaderOptions): Promise<GrowingFile> {
		const source = await fromFile(handle);
		const header = await readHeader(source, options);
		const { shape, dataOffset, dataLength } = header;
		if (dataLength === undefined)
			throw refusal("unsafe-object", "elements without Python objects", "a dtype that holds them");
		if (shape.length === 0) throw refusal("bad-shape", "an axis along which the array grows", "a scalar", dataOffset);
		const end = dataOffset + dataLength;
		const { size = 0 } = source;
		if (size < end)
			throw refusal(
				"truncated",
				`${dataLength} bytes of elements from byte ${dataOffset}`,
				`${size - dataOffset}`,
				size,
			);
		const behind = await source.read(end, Math.min(magic.length, size - end));
		if (behind.length > 0 && magic.every((byte, i) => byte === behind[i])) {
			throw refusal("trailing-data", "one array, or rows that were never flushed behind it", "another array", end);
		}
		return new GrowingFile(handle, header, await source.read(0, dataOffset));
	}

	private constructor(handle: FileHandle, header: NpyHeader, written: Uint8Array) {
		this.#handle = handle;
		this.#header = header;
		this.#written = written;
		this.#axis = header.fortranOrder ? header.shape.length - 1 : 0;
		this.#rows = header.shape[this.#axis] ?? 0;
	}

	get dtype(): DType {
		return this.#header.dtype;
	}

	get shape(): readonly number[] {
		return this.#shapeOf(this.#rows);
	}

	/** Cuts off what lies behind the rows that are counted. */
	async cutUnflushed(): Promise<void> {
		await this.#handle.truncate(this.#endOf(this.#rows));
	}

	async append(given: NDArray): Promise<void> {
		const rows = this.#asRows(given);
		const grown = this.#rows + (rows.shape[this.#axis] ?? 0);
		// What the header cannot count is not written.
		this.#headerFor(grown);
		await this.#write(rows.toBytes({ order: this.#header.fortranOrder ? "F" : "C" }), this.#endOf(this.#rows));
		this.#rows = grown;
	}

	async flush({ sync = false }: FlushOptions): Promise<void> {
		if (sync) await this.#handle.datasync();
		await this.#writeHeader(this.#headerFor(this.#rows));
		if (sync) await this.#handle.datasync();
	}

	async close(options: FlushOptions): Promise<void> {
		try {
			await this.flush(options);
		} finally {
			await this.#handle.close();
		}
	}

	/** @throws {TypeError} for rows that are none of this file. */
	#asRows(given: NDArray): NDArray {
		const { dtype } = this.#header;
		if (!dtypeEqual(given.dtype, dtype)) {
			const [expected, found] = [dtype, given.dtype].map((one) => formatDtype(one, "text"));
			throw new TypeError(`append: expected rows of dtype ${expected}, found ${found}`);
		}
		const isOne = given.shape.length === this.#header.shape.length - 1;
		const rows = isOne ? given.reshape(given.shape.toSpliced(this.#axis, 0, 1)) : given;
		const expected = this.#shapeOf(rows.shape[this.#axis] ?? 0);
		if (rows.shape.length === expected.length && rows.shape.every((extent, axis) => extent === expected[axis]))
			return rows;
		throw new TypeError(
			`append: expected rows of shape [${this.#shapeOf(-1).join(", ")}], found [${given.shape.join(", ")}]`,
		);
	}

	#shapeOf(rows: number): readonly number[] {
		return this.#header.shape.with(this.#axis, rows);
	}

	/** Byte after as many rows. */
	#endOf(rows: number): number {
		const { dtype, dataOffset } = this.#header;
		return dataOffset + this.#shapeOf(rows).reduce((length, extent) => length * extent, dtype.itemsize);
	}

	#headerFor(rows: number): Uint8Array {
		const textOffset = this.#header.version[0] === 1 ? 10 : 12;
		const header = this.#written.slice();
		const text = refitText({ ...this.#header, shape: this.#shapeOf(rows) }, header.length - textOffset);
		header.set(text, textOffset);
		return header;
	}

	/**
	 * Writes what is different of the header, in one call: some digits. A process that is killed has done it or has not, as both lie in
	 * one page of the system's memory, unless the header is longer than that.
	 */
	async #writeHeader(header: Uint8Array): Promise<void> {
		const isDifferent = (byte: number, i: number): boolean => byte !== this.#written[i];
		const first = header.findIndex(isDifferent);
		if (first === -1) return;
		const end = header.findLastIndex(isDifferent) + 1;
		await this.#write(header.subarray(first, end), first);
		this.#written.set(header);
	}

	async #write(bytes: Uint8Array, position: number): Promise<void> {
		for (let written = 0; written < bytes.length;) {
			const length = Math.min(bytes.length - written, 0x4000_0000);
			written += (await this.#handle.write(bytes, written, length, position + written)).bytesWritten;
		}
	}
}
