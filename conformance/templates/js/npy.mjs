/** Thrown by a codec that says no on purpose: `code` is one of the protocol's. */
export class Refusal extends Error {
	constructor(code, message) {
		super(message);
		this.code = code;
	}
}

const mostAxes = 64;

/** Reads a file of plain numbers. Memory is a view of the file. */
export function readNpy(file, opts) {
	const { length } = file;
	const magic = "\x93NUMPY".slice(0, length);
	if (latin1(file.subarray(0, magic.length)) !== magic) refuse("bad-magic", "the file does not begin as npy files do");
	if (length < 8) refuse("truncated", `${length} bytes are no file`);
	const [version, minor] = file.subarray(6, 8);
	if (version < 1 || version > 3 || minor !== 0) refuse("bad-version", `version ${version}.${minor}`);
	const start = version === 1 ? 10 : 12;
	if (length < start) refuse("truncated", "the length of the header is not there");
	const view = new DataView(file.buffer, file.byteOffset);
	const headerLength = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
	const data = file.subarray(start + headerLength);
	if (start + headerLength > length) refuse("truncated", `the header has ${headerLength} bytes, which are not there`);
	if (headerLength > longestHeader(opts)) refuse("limit", `the header has ${headerLength} bytes`);
	const header = new Header(latin1(file.subarray(start, start + headerLength)), version).read();
	const size = sizeOf(header);
	if (size > data.length) refuse("truncated", `${size} bytes of data are wanted, ${data.length} are there`);
	const { dtype, shape, order } = header;
	return { dtype, shape, order, memory: data.subarray(0, size) };
}

/** As in NumPy 10000 bytes, or what is asked for, or anything where pickles are allowed too. */
function longestHeader({ allow_pickle: allowPickle, max_header_size: size = 10_000 }) {
	return allowPickle ? Number.POSITIVE_INFINITY : size;
}

function sizeOf({ itemsize, shape }) {
	let size = BigInt(itemsize);
	for (const extent of shape) size *= BigInt(Math.max(1, extent));
	if (size >= 1n << 63n) refuse("overflow", "the array has too many elements");
	return shape.includes(0) ? 0 : Number(size);
}

/** Reads `{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }`: the keys in any order, each once, and no others. */
class Header {
	constructor(text, version) {
		this.text = text;
		this.version = version;
		this.at = 0;
	}

	read() {
		const found = {};
		if (!this.text.startsWith("{")) refuse("bad-header-syntax", "the header is no dict");
		this.at = 1;
		for (let comma = true; !this.take("}"); comma = this.take(",")) {
			if (!comma) refuse("bad-header-syntax", "a comma is missing in the header");
			const key = this.string();
			if (!this.take(":")) refuse("bad-header-syntax", ": is missing in the header");
			if (Object.hasOwn(found, key)) refuse("bad-header-keys", `${key} is there twice`);
			found[key] = this.value(key);
		}
		this.skipSpace();
		if (this.at < this.text.length) refuse("bad-header-syntax", "something stands behind the header");
		if (Object.keys(found).length !== 3) refuse("bad-header-keys", "the header has a key too few");
		return { ...found.descr, order: found.fortran_order, shape: found.shape };
	}

	value(key) {
		if (key === "descr") return this.descr();
		if (key === "fortran_order") return this.order();
		if (key === "shape") return this.shape();
		return refuse("bad-header-keys", "the header has a key too many");
	}

	/** A type without byte order is written with `|`; NumPy reads `f8` and `=f8` too, as what the machine has. */
	descr() {
		this.skipSpace();
		if (!/['"]/.test(this.text[this.at] ?? "")) refuse("bad-dtype", "only types of numbers are read");
		const text = this.string();
		const [, order, name] = /^([<>|=]?)(b1|[iu][1248]|f(?:[248]|16)|c(?:8|16|32))$/.exec(text) ?? [];
		if (name === undefined)
			refuse(text.includes("O") ? "unsafe-object" : "bad-dtype", "only types of numbers are read");
		const itemsize = Number(name.slice(1));
		return { dtype: `${itemsize === 1 ? "|" : order === ">" ? ">" : "<"}${name}`, itemsize };
	}

	order() {
		if (this.take("True")) return "F";
		if (this.take("False")) return "C";
		return refuse("bad-header-keys", "fortran_order is neither True nor False");
	}

	shape() {
		const shape = [];
		let comma = true;
		if (!this.take("(")) refuse("bad-shape", "the shape is no tuple");
		for (; !this.take(")"); comma = this.take(",")) {
			if (!comma) refuse("bad-shape", "a comma is missing in the shape");
			if (shape.length === mostAxes) refuse("bad-shape", `there are more than ${mostAxes} axes`);
			shape.push(this.extent());
		}
		if (shape.length === 1 && !comma) refuse("bad-shape", "the shape is a number, no tuple");
		return shape;
	}

	extent() {
		const digits = this.next(/(?:0|[1-9]\d*)(?!\d)/y);
		if (digits === undefined) refuse("bad-shape", "an extent is no number");
		if (!Number.isSafeInteger(Number(digits))) refuse("limit", "an extent is beyond 2**53 - 1");
		// As Python 2 wrote it.
		if (this.version < 3) this.take("L");
		return Number(digits);
	}

	string() {
		const quoted = this.next(/'[^'\\\n\0]*'|"[^"\\\n\0]*"/y);
		return (
			quoted?.slice(1, -1) ?? refuse("bad-header-syntax", "a string of the header is none, or holds what it cannot")
		);
	}

	/** Whether a word comes next; then it is read. */
	take(word) {
		this.skipSpace();
		if (!this.text.startsWith(word, this.at)) return false;
		this.at += word.length;
		return true;
	}

	/** Reads what the pattern matches next; undefined if it matches nothing. */
	next(pattern) {
		this.skipSpace();
		pattern.lastIndex = this.at;
		const [found] = pattern.exec(this.text) ?? [];
		this.at += found?.length ?? 0;
		return found;
	}

	skipSpace() {
		while (this.at < this.text.length && " \t\r\n\f".includes(this.text[this.at])) this.at++;
	}
}

function latin1(bytes) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function refuse(code, message) {
	throw new Refusal(code, message);
}
