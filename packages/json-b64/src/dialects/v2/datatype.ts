import { dtype as makeDtype, type DType, type ScalarDType } from "@ndwire/core";

/** The data types of the Open Inference Protocol, and BF16 of Triton, as little-endian dtypes. BYTES are objects: strings and bytes. */
const dtypes: Readonly<Record<string, string>> = {
	BOOL: "|b1",
	UINT8: "|u1",
	UINT16: "<u2",
	UINT32: "<u4",
	UINT64: "<u8",
	INT8: "|i1",
	INT16: "<i2",
	INT32: "<i4",
	INT64: "<i8",
	FP16: "<f2",
	FP32: "<f4",
	FP64: "<f8",
	BF16: "bfloat16",
	BYTES: "|O",
};

/** The dtype of a data type; undefined for one that is not of the protocol. */
export function dtypeOfDatatype(datatype: string): DType | undefined {
	const text = Object.hasOwn(dtypes, datatype) ? dtypes[datatype] : undefined;
	return text === undefined ? undefined : makeDtype(text);
}

/** The data type of a dtype, whatever its byte order; undefined where the protocol has none. */
export function datatypeOf(dtype: DType): string | undefined {
	if (dtype.tag !== "scalar") return undefined;
	if (dtype.kind === "S") return "BYTES";
	return Object.keys(dtypes).find((datatype) => isSame(dtypeOfDatatype(datatype), dtype));
}

function isSame(known: DType | undefined, { kind, itemsize, format }: ScalarDType): boolean {
	return known?.tag === "scalar" && known.kind === kind && known.itemsize === itemsize && known.format === format;
}
