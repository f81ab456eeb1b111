/** Frames that NumPy 2.4.6 and Python's struct made on a little-endian machine; `counts` says in which order they were packed. */
export const numpyFrames = [
	{
		what: "two axes",
		hex: "03000000 3c6932 02000000 02000000 03000000 010002000300040005000600",
		counts: "little",
		str: "<i2",
		shape: [2, 3],
		values: [
			[1, 2, 3],
			[4, 5, 6],
		],
	},
	{
		what: "counts and elements of a big-endian machine",
		hex: "00000003 3e6634 00000001 00000002 3fc00000 c0000000",
		counts: "big",
		str: ">f4",
		shape: [2],
		values: [1.5, -2],
	},
	{ what: "no axis", hex: "03000000 7c7531 00000000 07", counts: "little", str: "|u1", shape: [], values: 7 },
	{
		what: "no elements",
		hex: "03000000 3c6638 02000000 02000000 00000000",
		counts: "little",
		str: "<f8",
		shape: [2, 0],
		values: [[], []],
	},
	{
		what: "text",
		hex: "03000000 3c5532 01000000 02000000 e9000000 00000000 61000000 62000000",
		counts: "little",
		str: "<U2",
		shape: [2],
		values: ["é", "ab"],
	},
	{
		what: "datetimes",
		hex: "07000000 3c4d385b6e735d 01000000 01000000 00004352cf4c230d",
		counts: "little",
		str: "<M8[ns]",
		shape: [1],
		values: [946684800000000000n],
	},
] as const;

/** `[(1, 2.5, True), (-2, -0.0, False)]` with the fields `id <i4`, `value <f8` and `flag ?`, which the frame loses. */
export const recordFrame =
	"04000000 7c563133 01000000 02000000 01000000 0000000000000440 01 feffffff 0000000000000080 00";
