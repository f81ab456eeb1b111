"""The format json: the dialects in which arrays travel as JSON, read by Python's json and NumPy alone.

The packages that write them (json-numpy, json-tricks, plotly, bokeh, clients of model servers) are not needed here. Where the reader of a
package gives something else than what was written, what was written counts.
"""

import ast
import base64
import json
import math
import re
import warnings

import numpy as np

from . import npy, pickles
from .answers import Refusal, Unsupported
from .arrays import describe_array, read_array, read_dtype
from .json_documents import array_of, base64_bytes, leaves, load, member, shape_of, unpack
from .json_numbers import element, exact_number, numbers_document, read_numbers
from .json_v2 import read_v2, read_v2_body, write_v2_body
from .trees import TreeWriter

PLOTLY_CODES = ("i1", "u1", "i2", "u2", "i4", "u4", "f4", "f8")
BOKEH_NAMES = ("bool", "uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")


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
        return write_v2_body(value, options)
    if dialect not in WRITERS:
        raise Unsupported("dialect")
    if read_dtype(value["dtype"]).hasobject:
        raise Refusal("unsafe-object", "the bytes of objects are addresses")
    return json.dumps(WRITERS[dialect](read_array(value)), default=with_complex).encode("ascii")


OPERATIONS = {"decode": decode, "encode": encode}


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


EXACT = ("json-tolist", "json-strings", "tfserving-instances", "tfserving-inputs", "v2-json")


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
