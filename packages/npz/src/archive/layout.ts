/** How `np.savez` of some releases lays out an archive: what depends on NumPy's release and on Python's. */
export interface ZipLayout {
	/** Whether the local header keeps the sizes in an extra field of 64 bits, which NumPy asks for since 1.17. */
	readonly forcesZip64: boolean;
	/** Version of the format that headers name, in tenths. */
	readonly version: 20 | 45;
	/** Whether sizes of 32 bits stand as FFFFFFFF where there is such a field, as in Python since 3.11.4. */
	readonly hidesSizes: boolean;
	/** What the directory says of a member's file: its mode above 16 bits. */
	readonly attributes: number;
}

/** `0o600 << 16`: read and written by its owner, which `ZipInfo` has when nobody says otherwise. */
const noFile = 0x0180_0000;
/** `0o100600 << 16`: the same of a file, as each member is a temporary one first before NumPy 1.14, and on Python 2. */
const temporaryFile = 0x8180_0000;

/**
 * The layout of an archive that `np.savez` of these releases writes. Default: the newest.
 *
 * Before 1.14, and on Python 2, NumPy wrote the time of day into every member; that is not repeated.
 *
 * @throws {RangeError} for text that is no release.
 */
export function zipLayout(python: string | undefined, numpy: string | undefined): ZipLayout {
	const isFile = isBefore("numpy", numpy, [1, 14, 0]) || isBefore("python", python, [3, 0, 0]);
	const attributes = isFile ? temporaryFile : noFile;
	if (isBefore("numpy", numpy, [1, 17, 0])) return { forcesZip64: false, version: 20, hidesSizes: false, attributes };
	// The issue of CPython is gh-103861: readers took the old headers for contradictory.
	return isBefore("python", python, [3, 11, 4])
		? { forcesZip64: true, version: 20, hidesSizes: false, attributes }
		: { forcesZip64: true, version: 45, hidesSizes: true, attributes };
}

/** Whether a release is older than another. Without a third number, any of that series is meant: its last one. */
function isBefore(option: string, release: string | undefined, bound: readonly [number, number, number]): boolean {
	if (release === undefined) return false;
	const [, ...numbers] = /^(\d+)\.(\d+)(?:\.(\d+))?(?![\d])/.exec(release) ?? [];
	if (numbers.length === 0) {
		throw new RangeError(`${option}: expected a release such as "3.12", found ${JSON.stringify(release)}`);
	}
	const parts = numbers.map((text) => (text === undefined ? Infinity : Number(text)));
	const first = parts.findIndex((part, index) => part !== bound[index]);
	return first !== -1 && (parts[first] ?? 0) < (bound[first] ?? 0);
}
