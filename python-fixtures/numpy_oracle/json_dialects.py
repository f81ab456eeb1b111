"""The format json: the dialects in which arrays travel as JSON, read by Python's json and NumPy alone.

The packages that write them (json-numpy, json-tricks, plotly, bokeh, clients of model servers) are not needed here. Where the reader of a
package gives something else than what was written, what was written counts.
"""

import ast
import base64
import decimal
import fractions
import gzip
import json
import math
import re
import warnings

import numpy as np

from . import npy, pickles
from .answers import Refusal, Unsupported
from .arrays import describe_array, read_array, read_dtype
from .trees import TreeWriter

MAX_AXES = 64
PLOTLY_CODES = ("i1", "u1", "i2", "u2", "i4", "u4", "f4", "f8")
BOKEH_NAMES = ("bool", "uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")
V2_TYPES = {
    "BOOL": "?",
    **{f"{sign}INT{8 * size}": f"<{kind}{size}" for sign, kind in (("", "i"), ("U", "u")) for size in (1, 2, 4, 8)},
    "FP16": "<f2",
    "FP32": "<f4",
    "FP64": "<f8",
    "BYTES": "O",
}


def lacks():
    """It has to be told the dialect."""
    return ["detect"]


def decode(data, options):
    """The value of a document, in the form `nv1`."""
    dialect = options.get("dialect")
    if dialect == "v2-binary":
        return TreeWriter().describe(read_v2_body(data, options))
    if dialect not in READERS:
        raise Unsupported("dialect")
    # Numbers that become elements keep their text; anywhere else there are none but sizes.
    document = load(data, exact_number if dialect in EXACT else float)
    value = READERS[dialect](document, options)
    if isinstance(value, bytes):
        return pickles.decode(value, options)
    if isinstance(value, dict):
        return TreeWriter().describe(value)
    return describe_array(value, TreeWriter().describe)


def encode(value, options):
    """The document of the array that `value` describes: what `json.dumps` makes of it."""
    dialect = options.get("dialect")
    if dialect in ("v2-json", "v2-binary"):
        return v2_body(value, options)
    if dialect not in WRITERS:
        raise Unsupported("dialect")
    if read_dtype(value["dtype"]).hasobject:
        raise Refusal("unsafe-object", "the bytes of objects are addresses")
    return json.dumps(WRITERS[dialect](read_array(value)), default=with_complex).encode("ascii")


OPERATIONS = {"decode": decode, "encode": encode}


def load(data, parse_float):
    """The document, or its refusal."""
    try:
        return json.loads(data.decode("utf-8"), parse_float=parse_float)
    except UnicodeDecodeError as error:
        raise Refusal("bad-encoding", str(error)) from error
    except RecursionError as error:
        raise Refusal("limit", str(error)) from error
    except ValueError as error:
        is_cut = error.args[0].startswith("Unterminated") or getattr(error, "pos", 0) >= len(error.doc.rstrip())
        raise Refusal("truncated" if is_cut else "bad-container", str(error)) from error


def member(document, key):
    """A member of an object, which has to be there."""
    if not isinstance(document, dict):
        raise Refusal("bad-container", f"an object with {key} is needed")
    if key not in document:
        raise Refusal("bad-header-keys", f"{key} is not there")
    return document[key]


def base64_bytes(text):
    """The bytes of base64, blanks in it skipped and padding supplied, and nothing else tolerated."""
    if not isinstance(text, str):
        raise Refusal("bad-container", "base64 is a string")
    packed = re.sub(r"[\t\n\f\r ]", "", text)
    # b64decode skips other characters, wants padding, and takes too much of it.
    if not BASE64.fullmatch(packed):
        raise Refusal("bad-encoding", "no base64")
    return base64.b64decode(packed + "=" * (-len(packed) % 4))


BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?")


def array_of(data, dtype, shape):
    """The array over bytes in C order, which are exactly its own."""
    if dtype.hasobject or dtype.kind == "T":
        raise Refusal("unsafe-object", "the bytes of objects are addresses")
    is_shape = isinstance(shape, list) and all(type(extent) is int and 0 <= extent < 1 << 53 for extent in shape)
    if not is_shape:
        raise Refusal("bad-shape", f"{shape} is no shape")
    if len(shape) > MAX_AXES:
        raise Refusal("limit", f"{len(shape)} axes")
    size = math.prod(shape)
    if size >= 1 << 53:
        raise Refusal("overflow", f"{size} elements")
    if size * dtype.itemsize != len(data):
        raise Refusal("bad-length", f"{len(data)} bytes for {size} elements of {dtype.itemsize}")
    return np.ndarray(shape, dtype, buffer=bytearray(data))


def dtype_of_text(text):
    """The dtype of which a text is the `str`: a name, or a literal of fields."""
    with warnings.catch_warnings():
        # Of the letter `a` for bytes, which goes away.
        warnings.simplefilter("error", DeprecationWarning)
        try:
            return np.dtype(ast.literal_eval(text) if text[:1] in "[{(" else text)
        except (TypeError, ValueError, SyntaxError, KeyError, AttributeError, DeprecationWarning) as error:
            raise Refusal("bad-dtype", str(error)) from error


def dtype_of_descr(descr):
    """The dtype of the descr of an npy header whose tuples became lists."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", DeprecationWarning)
        try:
            return np.lib.format.descr_to_dtype(descr)
        except Exception as error:
            raise Refusal("bad-dtype", str(error)) from error


def read_triple(document, _options):
    """`[str(dtype), base64, shape]`, the shape left out by some."""
    if not isinstance(document, list) or len(document) not in (2, 3):
        raise Refusal("bad-container", "a list of three is needed")
    dtype, data = dtype_of_text(document[0]), base64_bytes(document[1])
    if len(document) == 3:
        return array_of(data, dtype, document[2])
    return array_of(data, dtype, [len(data) // (dtype.itemsize or 1)])


def read_ndarray_dict(document, _options):
    """`{"__ndarray__": base64, "dtype", "shape"}`."""
    dtype = dtype_of_text(member(document, "dtype"))
    return array_of(base64_bytes(member(document, "__ndarray__")), dtype, member(document, "shape"))


def read_json_numpy(document, _options):
    """What json-numpy writes."""
    dtype = dtype_of_descr(member(document, "dtype"))
    return array_of(base64_bytes(member(document, "__numpy__")), dtype, member(document, "shape"))


def read_json_tricks(document, _options):
    """What json-tricks writes as text."""
    dtype, shape = dtype_of_text(member(document, "dtype")), member(document, "shape")
    if dtype.names is not None:
        raise Refusal("bad-dtype", "rows are lists, which nobody reads back")
    values = [tricks_value(value, dtype) for value in leaves(member(document, "__ndarray__"), shape)]
    try:
        array = np.array(values, dtype).reshape(shape)
        # NumPy forgets the byte order of text whose length it finds.
        return array.astype(array.dtype.newbyteorder(dtype.byteorder))
    except (ValueError, OverflowError) as error:
        raise Refusal("overflow" if isinstance(error, OverflowError) else "bad-shape", str(error)) from error


def tricks_value(value, dtype):
    """The element that json-tricks writes as an object, or that stands for itself. Dates beyond Python's are counts."""
    if not isinstance(value, dict):
        return element(value, dtype) if dtype.kind in "biufMmU" else value
    if "__complex__" in value:
        return complex(*value["__complex__"])
    if "__bytes_utf8__" in value:
        return value["__bytes_utf8__"].encode("utf-8")
    if "__bytes_b64__" in value:
        return base64_bytes(value["__bytes_b64__"])
    seconds = value.get("days", 0) * 86400 + value.get("seconds", 0)
    clock = value.get("hour", 0) * 3600 + value.get("minute", 0) * 60 + value.get("second", 0)
    rest = value.get("microsecond", 0) + value.get("microseconds", 0)
    span = np.timedelta64((seconds + clock) * 1_000_000 + rest, "us")
    if "__timedelta__" in value:
        return span.astype(dtype)
    return (np.datetime64(f"{value['year']:04}-{value['month']:02}-{value['day']:02}", "us") + span).astype(dtype)


def leaves(value, shape):
    """The values of lists that are nested as a shape says."""
    if not shape:
        return [value]
    if not isinstance(value, list) or len(value) != shape[0]:
        raise Refusal("bad-shape", f"a list of {shape[0]} is needed")
    return [leaf for item in value for leaf in leaves(item, shape[1:])]


def read_json_tricks_compact(document, _options):
    """What json-tricks writes as base64: its bytes are turned around where `endian` is not the writer's own order."""
    text = member(document, "__ndarray__")
    packed, _, text = text.partition(":")
    if packed not in ("b64", "b64.gz"):
        raise Refusal("bad-encoding", "b64: or b64.gz: is needed")
    data = base64_bytes(text)
    array = array_of(unpack(data) if packed == "b64.gz" else data, dtype_of_text(member(document, "dtype")), member(document, "shape"))
    if document.get("endian", "little") not in ("little", "big"):
        raise Refusal("bad-header-keys", "endian is little or big")
    return array.byteswap() if document.get("endian") == "big" else array


def unpack(data):
    """What gzip packed."""
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, ValueError) as error:
        raise Refusal("bad-container", str(error)) from error


def read_plotly(document, _options):
    """A typed array of a figure."""
    code = member(document, "dtype")
    if code not in PLOTLY_CODES:
        raise Refusal("bad-dtype", f"{code} is no code of plotly's")
    dtype, data = np.dtype("<" + code), base64_bytes(member(document, "bdata"))
    if "shape" not in document:
        if len(data) % dtype.itemsize:
            raise Refusal("bad-length", f"{len(data)} bytes")
        return np.frombuffer(data, dtype)
    sizes = [part.strip(" \t\n\r") for part in document["shape"].split(",")]
    if not all(re.fullmatch("0|[1-9][0-9]*", size) for size in sizes):
        raise Refusal("bad-shape", f"{document['shape']!r} is no shape")
    return array_of(data, dtype, [int(size) for size in sizes])


def read_bokeh(document, _options):
    """An array in a document of bokeh's, packed or not."""
    name, order = member(document, "dtype"), member(document, "order")
    if name not in BOKEH_NAMES:
        raise Refusal("bad-dtype", f"{name} is no dtype of bokeh's")
    if order not in ("little", "big"):
        raise Refusal("bad-header-keys", "order is little or big")
    dtype = np.dtype(name).newbyteorder("<" if order == "little" else ">")
    shape = member(document, "shape")
    array = member(document, "array")
    if not isinstance(array, dict) or array.get("type") != "bytes":
        raise Refusal("bad-container", "an object with bytes is needed")
    data = base64_bytes(member(array, "data"))
    # Packed bytes can be as many as unpacked ones, but they end with how many these are.
    length = math.prod(shape) * dtype.itemsize
    if data[:2] == b"\x1f\x8b" and (len(data) != length or int.from_bytes(data[-4:], "little") == length):
        data = unpack(data)
    return array_of(data, dtype, shape)


def latin1_bytes(document):
    """The bytes whose numbers are the code points of a string."""
    if not isinstance(document, str):
        raise Refusal("bad-container", "a string is needed")
    try:
        return document.encode("latin-1")
    except UnicodeEncodeError as error:
        raise Refusal("bad-encoding", str(error)) from error


def read_numbers(document, options):
    """Nested lists of numbers, or of strings of them, as the dtype that is asked for."""
    if "dtype" not in options:
        raise ValueError("numbers need a dtype")
    dtype = read_dtype(options["dtype"])
    if dtype.names is not None:
        return read_records(document, dtype)
    if dtype.kind not in "biufcUSMm":
        raise Refusal("bad-dtype", f"numbers do not spell {dtype}")
    shape = shape_of(document)
    values = [element(value, dtype) for value in leaves(document, shape)]
    if dtype.itemsize == 0:
        array = np.array(values, dtype).reshape(shape)
        # NumPy forgets the byte order of text whose length it finds.
        return array.astype(array.dtype.newbyteorder(dtype.byteorder))
    return without_garbage(stored(values, dtype)).reshape(shape)


def stored(values, dtype):
    """An array of one axis over elements: of complex numbers their two parts."""
    array = np.zeros(len(values), dtype)
    for index, value in enumerate(values):
        if dtype.kind == "c":
            array.real[index], array.imag[index] = value
        else:
            array[index] = value
    return array


def without_garbage(array):
    """Long doubles have 10 bytes of 16; the others are whatever was there."""
    if array.dtype.kind in "fc" and array.dtype.itemsize in (16, 32) and array.dtype.char in "gG":
        little = array.dtype.isnative
        memory = array.view(np.uint8).reshape(-1, 16)
        memory[:, slice(10, 16) if little else slice(0, 6)] = 0
    return array


def read_records(document, dtype):
    """Nested lists of records: as many lists are around them as let all of them be records."""
    refusal = None
    for axes in range(MAX_AXES):
        try:
            shape = shape_of(document)[:axes]
            records = [record(value, dtype) for value in leaves(document, shape)]
        except Refusal as error:
            refusal = refusal or error
            if len(shape_of(document)) <= axes:
                raise refusal
            continue
        array = np.zeros(len(records), dtype)
        for index, fields in enumerate(records):
            array[index] = fields
        return array.reshape(shape)
    raise refusal


def record(value, dtype):
    """An element of any dtype, as NumPy stores it: a record is a list of its fields, or an object of them."""
    if dtype.names is not None:
        if isinstance(value, dict):
            if sorted(value) != sorted(dtype.names):
                raise Refusal("bad-header-keys", "other fields")
            value = [value[name] for name in dtype.names]
        if not isinstance(value, list) or len(value) != len(dtype.names):
            raise Refusal("bad-shape", "no record")
        return tuple(record(item, dtype[name]) for item, name in zip(value, dtype.names))
    if dtype.subdtype is not None:
        base, shape = dtype.subdtype
        items = np.zeros(math.prod(shape), base)
        for index, item in enumerate(leaves(value, shape)):
            items[index] = record(item, base)
        return items.reshape(shape)
    found = element(value, dtype)
    return complex(*found) if dtype.kind == "c" else found


def shape_of(document):
    """How lists are nested, by the first of each."""
    shape = []
    while isinstance(document, list):
        shape.append(len(document))
        if len(shape) > MAX_AXES:
            raise Refusal("limit", "more lists in each other than NumPy has axes")
        if not document:
            break
        document = document[0]
    return shape


def element(value, dtype):
    """A number, a string of one, or a word, as a value that NumPy stores as it is."""
    if isinstance(value, (list, dict)):
        raise Refusal("bad-shape", "ragged lists")
    kind = dtype.kind
    if kind in "US" and isinstance(value, str):
        try:
            text = value if kind == "U" else value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise Refusal("bad-encoding", str(error)) from error
        if value.endswith("\0") or len(text) * (4 if kind == "U" else 1) > dtype.itemsize > 0:
            raise Refusal("overflow", f"{value!r} does not fit {dtype}")
        return text
    if kind in "US":
        raise Refusal("bad-dtype", f"{value!r} is no text")
    if kind == "c":
        return complex_of(value, np.dtype(f"{dtype.byteorder}f{dtype.itemsize // 2}"))
    if kind == "M" and isinstance(value, str) and value:
        return date_of(value, dtype)
    if kind == "M" and value == "":
        return np.array("NaT", dtype)[()]
    if kind == "b":
        if isinstance(value, int) and value in (0, 1):
            return bool(value)
        if value in ("True", "False"):
            return value == "True"
        raise Refusal("bad-dtype", f"{value!r} is no boolean")
    if kind in "Mm" and value in (None, "NaT"):
        return np.array("NaT", dtype)[()]
    if kind in "iuMm":
        return whole_number(value, dtype)
    return float_of_number(value, dtype)


def date_of(text, dtype):
    """The date of ISO 8601 text, if the unit has it exactly: NumPy cuts off what is finer."""
    if text.lower() in ("today", "now") or text != text.strip():
        raise Refusal("bad-dtype", f"{text!r} is no date")
    try:
        with warnings.catch_warnings():
            # It warns of zones.
            warnings.simplefilter("ignore")
            date = np.datetime64(text)
    except ValueError as error:
        raise Refusal("bad-dtype", str(error)) from error
    converted = date.astype(dtype)
    if converted.astype(date.dtype) != date and not np.isnat(date):
        raise Refusal("bad-dtype", f"{text!r} is none of {dtype}")
    return converted


def complex_of(value, dtype):
    """The two parts of a complex number: Python's `complex` reads strings, and numbers are real."""
    if not isinstance(value, str):
        return float_of_number(value, dtype), float_of_number(value, dtype) if value is None else 0.0
    text = value[1:-1] if value[:1] == "(" and value[-1:] == ")" else value
    if text[-1:] not in ("j", "J"):
        return float_of(text, dtype), 0.0
    parts = COMPLEX.fullmatch(text)
    if parts is None:
        raise Refusal("bad-dtype", f"{value!r} is no complex number")
    re_text, im_text = parts[1] or "0", parts[2]
    return float_of(re_text, dtype), float_of(im_text + "1" if im_text in ("", "+", "-") else im_text, dtype)


def float_of_number(value, dtype):
    """A number that is no string; booleans are none."""
    if isinstance(value, bool):
        raise Refusal("bad-dtype", "a boolean is no number")
    return math.nan if value is None else float_of(value, dtype)


def float_of(value, dtype):
    """A number as a float of the dtype, rounded once: `numpy.array(json.loads(text))` rounds twice to a narrow one."""
    if isinstance(value, str):
        if WORD.fullmatch(value):
            return math.nan if "nan" in value.lower() else float(value)
        if not DECIMAL.fullmatch(value):
            raise Refusal("bad-dtype", f"{value!r} is no number")
        value = exact_number(value)
    if isinstance(value, float):
        return math.nan if math.isnan(value) else value
    if dtype.itemsize == 16:
        # Of glibc's strtold, which rounds once.
        with np.errstate(over="ignore"):
            return np.longdouble(str(value))
    if dtype.itemsize == 8 or value == 0:
        try:
            return float(value)
        except OverflowError:
            return math.copysign(math.inf, value)
    if isinstance(value, decimal.Decimal) and abs(value.adjusted()) > 400:
        return math.copysign(math.inf if value.adjusted() > 0 else 0.0, value)
    return nearest(fractions.Fraction(value), np.finfo(dtype))


def exact_number(text):
    """The number that decimal text spells; beyond all exponents what a float makes of it."""
    try:
        return decimal.Decimal(text)
    except decimal.InvalidOperation:
        return float(text)


def nearest(value, limits):
    """The float nearest to a fraction, ties to even, in the precision of `limits`."""
    bits = limits.nmant + 1
    magnitude = abs(value)
    exponent = magnitude.numerator.bit_length() - magnitude.denominator.bit_length()
    if magnitude < fractions.Fraction(2) ** exponent:
        exponent -= 1
    unit = fractions.Fraction(2) ** (max(exponent, int(limits.minexp)) - bits + 1)
    rounded = round(magnitude / unit) * unit
    if rounded > fractions.Fraction(float(limits.max)):
        rounded = math.inf
    return -float(rounded) if value < 0 else float(rounded)


DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
UNSIGNED = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|nan|inf(?:inity)?"
COMPLEX = re.compile(rf"(?:([+-]?(?:{UNSIGNED}))(?=[+-]))?([+-]?(?:{UNSIGNED})?)j", re.IGNORECASE)
WORD = re.compile(r"[+-]?(?:nan|inf(?:inity)?)", re.IGNORECASE)
EXACT = ("json-tolist", "json-strings", "tfserving-instances", "tfserving-inputs", "v2-json")


def whole_number(value, dtype):
    """An integer that the dtype holds."""
    if isinstance(value, str) and re.fullmatch(r"[+-]?[0-9]+", value):
        value = int(value)
    if type(value) is not int:
        raise Refusal("bad-dtype", f"{value!r} is no integer")
    limits = np.iinfo(np.int64 if dtype.kind in "Mm" else dtype)
    if not limits.min <= value <= limits.max:
        raise Refusal("overflow", f"{value} is outside {dtype}")
    return np.array(value, np.int64).astype(dtype) if dtype.kind in "Mm" else value


def read_tensorflow(key):
    """A reader of a request to TensorFlow Serving that has one tensor without a name."""

    def read(document, options):
        tensor = member(document, key)
        if read_dtype(options["dtype"]).kind != "S":
            return read_numbers(tensor, options)
        shape = shape_of(tensor)
        values = [base64_bytes(leaf["b64"]) if isinstance(leaf, dict) else leaf.encode() for leaf in leaves(tensor, shape)]
        return np.array(values, read_dtype(options["dtype"])).reshape(shape)

    return read


def read_v2(document, options):
    """The tensors of a request of the Open Inference Protocol, by their names."""
    tensors = member(document, "inputs" if "inputs" in document else "outputs")
    return {member(tensor, "name"): v2_tensor(tensor, options) for tensor in tensors}


def v2_tensor(tensor, _options):
    """One of them: its data are flat, or nested as the shape says."""
    datatype, shape = member(tensor, "datatype"), member(tensor, "shape")
    if datatype not in V2_TYPES:
        raise Refusal("bad-dtype", f"{datatype} is no datatype of the protocol")
    dtype, data = np.dtype(V2_TYPES[datatype]), member(tensor, "data")
    flat = leaves(data, shape_of(data))
    if len(flat) != math.prod(shape) or shape_of(data) not in ([len(flat)], shape):
        raise Refusal("bad-shape", f"{len(flat)} elements for the shape {shape}")
    if dtype.kind == "O":
        array = np.empty(len(flat), dtype)
        array[:] = flat
        return array.reshape(shape)
    return np.array([element(value, dtype) for value in flat], dtype).reshape(shape)


def read_v2_body(data, options):
    """The tensors of a body: those that say how many bytes they have lie behind the JSON, in their order."""
    length = options.get("headerLength", None)
    if length is None:
        length = json.JSONDecoder().raw_decode(data.decode("latin-1"))[1]
    if length > len(data):
        raise Refusal("truncated", f"{length} bytes of JSON")
    document = load(data[:length], exact_number)
    tensors, at = {}, length
    for tensor in member(document, "inputs" if "inputs" in document else "outputs"):
        size = tensor.get("parameters", {}).get("binary_data_size")
        if size is None:
            tensors[member(tensor, "name")] = v2_tensor(tensor, options)
            continue
        if type(size) is not int or size < 0:
            raise Refusal("bad-length", f"{size} is no number of bytes")
        if at + size > len(data):
            raise Refusal("truncated", f"{size} bytes from {at} on")
        tensors[member(tensor, "name")] = v2_binary_tensor(tensor, data[at : at + size])
        at += size
    if at != len(data):
        raise Refusal("trailing-data", f"{len(data) - at} bytes")
    return tensors


def v2_binary_tensor(tensor, data):
    """An array over the bytes of a tensor; of BYTES each element follows its length."""
    datatype, shape = member(tensor, "datatype"), member(tensor, "shape")
    if datatype not in V2_TYPES:
        raise Refusal("bad-dtype", f"{datatype} is no datatype of the protocol")
    if datatype != "BYTES":
        return array_of(data, np.dtype(V2_TYPES[datatype]), shape)
    array, at = np.empty(math.prod(shape), object), 0
    for index in range(array.size):
        end = at + 4 + int.from_bytes(data[at : at + 4], "little")
        if at + 4 > len(data) or end > len(data):
            raise Refusal("truncated", f"{array.size} elements")
        array[index], at = data[at + 4 : end], end
    if at != len(data):
        raise Refusal("bad-length", f"{len(data) - at} bytes behind the elements")
    return array.reshape(shape)


READERS = {
    "triple-list": read_triple,
    "ndarray-dict-b64": read_ndarray_dict,
    "json-numpy": read_json_numpy,
    "json-tricks": read_json_tricks,
    "json-tricks-compact": read_json_tricks_compact,
    "plotly": read_plotly,
    "bokeh": read_bokeh,
    "npy-latin1": lambda document, options: npy.load(latin1_bytes(document), options),
    "npy-b64": lambda document, options: npy.load(base64_bytes(document), options),
    "pickle-latin1": lambda document, _options: latin1_bytes(document),
    "pickle-b64": lambda document, _options: base64_bytes(document),
    "json-tolist": read_numbers,
    "json-strings": read_numbers,
    "tfserving-instances": read_tensorflow("instances"),
    "tfserving-inputs": read_tensorflow("inputs"),
    "v2-json": read_v2,
}


def text_of(data):
    """Bytes in base64, as text."""
    return base64.b64encode(data).decode("ascii")


def tricks_document(array):
    """What json-tricks writes as text."""
    document = {"__ndarray__": array.tolist(), "dtype": str(array.dtype), "shape": array.shape}
    return {**document, "Corder": array.flags.c_contiguous} if array.ndim > 1 else document


def tricks_compact_document(array):
    """What json-tricks writes as base64, of little-endian bytes and without packing them."""
    little = array.astype(array.dtype.newbyteorder("<"), order="C")
    document = {"__ndarray__": "b64:" + text_of(little.tobytes()), "dtype": str(little.dtype), "shape": array.shape}
    return {**document, **({"Corder": True} if array.ndim > 1 else {}), "endian": "little"}


def plotly_document(array):
    """A typed array of a figure."""
    small = array
    if array.dtype.kind in "iu" and array.itemsize == 8:
        sizes = [np.dtype(f"{array.dtype.kind}{size}") for size in (1, 2, 4)]
        small = next((array.astype(dtype) for dtype in sizes if (array.astype(dtype) == array).all()), array)
    code = f"{small.dtype.kind}{small.itemsize}"
    if code not in PLOTLY_CODES or array.size == 0:
        raise Refusal("bad-dtype", f"plotly has no typed array for {array.dtype}")
    document = {"dtype": code, "bdata": text_of(small.astype(small.dtype.newbyteorder("<")).tobytes())}
    return {**document, "shape": ", ".join(map(str, array.shape))} if array.ndim > 1 else document


def bokeh_document(array):
    """An array in a document of bokeh's, not packed: 64-bit integers that fit 32 bits have these."""
    small = array
    if array.dtype.kind in "iu" and array.itemsize == 8:
        narrow = array.astype(f"{array.dtype.kind}4")
        small = narrow if (narrow == array).all() else array
    if small.dtype.name not in BOKEH_NAMES or array.ndim == 0:
        raise Refusal("bad-dtype", f"bokeh has no bytes for {array.dtype}")
    little = small.astype(small.dtype.newbyteorder("<"))
    packed = {"type": "bytes", "data": text_of(little.tobytes())}
    return {"type": "ndarray", "array": packed, "shape": array.shape, "dtype": small.dtype.name, "order": "little"}


def with_complex(value):
    """Complex numbers as json-tricks writes them."""
    return {"__complex__": [value.real, value.imag]}


def v2_body(value, options):
    """A request with the named arrays that `value` describes; those that the option `binary` names stand behind the JSON."""
    tensors, behind = [], []
    for name, described in ((name["v"], array["v"]) for name, array in value["v"]):
        if read_dtype(described["dtype"]).hasobject:
            raise Refusal("unsafe-object", "the bytes of objects are addresses")
        array = read_array(described)
        little = array.astype(array.dtype.newbyteorder("<"), order="C")
        datatypes = [datatype for datatype, code in V2_TYPES.items() if np.dtype(code) == little.dtype]
        if not datatypes:
            raise Refusal("bad-dtype", f"the protocol has no {array.dtype}")
        tensor = {"name": name, "shape": array.shape, "datatype": datatypes[0]}
        if name in options.get("binary", ()):
            behind.append(little.tobytes())
            tensors.append({**tensor, "parameters": {"binary_data_size": little.nbytes}})
        else:
            tensors.append({**tensor, "data": little.ravel().tolist()})
    document = {"inputs": tensors, **options.get("members", {})}
    # As the clients do: the bytes behind are found by how long this is.
    return json.dumps(document, separators=(",", ":")).encode("ascii") + b"".join(behind)


def numbers_document(array):
    """What `tolist` gives, records as lists; dates, complex numbers and long doubles, which JSON has not, as `str` prints them."""
    if array.dtype.names is not None:
        records = [[numbers_document(np.asarray(record[name])) for name in array.dtype.names] for record in array.ravel()]
        return nested(records, array.shape)
    if array.dtype.kind in "Mm":
        return array.astype(str if array.dtype.kind == "M" else np.int64).tolist()
    if array.dtype.kind == "S":
        return np.char.decode(array, "utf-8").tolist()
    if array.dtype.kind == "c" or array.dtype.char == "g":
        return array.astype(str).tolist() if array.dtype.itemsize in (16, 32) and array.dtype.char in "gG" else spelled(array.tolist())
    return array.tolist()


def nested(items, shape):
    """Lists within each other as a shape says, around items in C order."""
    if not shape:
        return items[0]
    step = len(items) // (shape[0] or 1)
    return [nested(items[index * step : (index + 1) * step], shape[1:]) for index in range(shape[0])]


def spelled(value):
    """Complex numbers in nested lists, as text."""
    return [spelled(item) for item in value] if isinstance(value, list) else str(value)


WRITERS = {
    "triple-list": lambda array: [str(array.dtype), text_of(array.tobytes()), array.shape],
    "ndarray-dict-b64": lambda array: {
        "__ndarray__": text_of(array.tobytes()),
        "dtype": str(array.dtype),
        "shape": array.shape,
    },
    "json-numpy": lambda array: {
        "__numpy__": text_of(array.tobytes()),
        "dtype": np.lib.format.dtype_to_descr(array.dtype),
        "shape": array.shape,
    },
    "json-tricks": tricks_document,
    "json-tricks-compact": tricks_compact_document,
    "plotly": plotly_document,
    "bokeh": bokeh_document,
    "npy-latin1": lambda array: npy.save(array, {}).decode("latin-1"),
    "npy-b64": lambda array: text_of(npy.save(array, {})),
    "json-tolist": numbers_document,
    "json-strings": lambda array: array.astype(str).tolist(),
    "tfserving-instances": lambda array: {"instances": array.tolist()},
    "tfserving-inputs": lambda array: {"inputs": array.tolist()},
}
