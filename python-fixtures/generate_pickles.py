# -*- coding: utf-8 -*-
"""Pickle values of Python's library and NumPy's, and print the pickles.

One file, so that it can be handed to any old environment: it needs the standard library and NumPy, and runs on Python 2.7 and on 3.6
and later.

    python generate_pickles.py [--attacks]

prints one JSON object a line: the cell (NumPy, Python, platform), one line for each pickle, and a line that counts them, without
which the output is incomplete. What a pickle means is not said here: the oracle reads it and says so.

Every value is pickled by one protocol, which changes from value to value and from release to release; of what there is one of
for each dtype, every release pickles a part.
"""

from __future__ import print_function, unicode_literals

import argparse
import array
import base64
import collections
import datetime
import decimal
import fractions
import itertools
import json
import pickle
import struct
import sys
import types
import uuid
import warnings

import numpy as np

from generate import describe_cell

try:
    import pathlib
except ImportError:
    pathlib = None

PY2 = sys.version_info[0] == 2
RELEASE = sum(int(part) for part in np.__version__.split(".")[:2])


def main():
    """Print the lines of all pickles."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--attacks", action="store_true", help="add what no pickler writes (Python 3.9 and later)")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    lines = list(pickles())
    if arguments.attacks:
        from pickle_attacks import attacks

        lines += [dict(encoded(line), kind="pickle") for line in attacks()]
    print(json.dumps(describe_cell()))
    for line in lines:
        print(json.dumps(line))
    print(json.dumps({"kind": "end", "count": len(lines)}))


def pickles():
    """All pickles as lines."""
    number = 0
    for area, values in AREAS:
        for name, value in values():
            number += 1
            protocol = (number + RELEASE) % (pickle.HIGHEST_PROTOCOL + 1)
            yield line_of(area, name, protocol, pickle.dumps(value, protocol))
            for encoding in ENCODINGS.get((area, name), []) if PY2 else []:
                yield line_of(area, name, 2, pickle.dumps(value, 2), {"encoding": encoding})
    for name, value in out_of_band() if pickle.HIGHEST_PROTOCOL >= 5 else []:
        buffers = []
        data = pickle.dumps(value, 5, buffer_callback=buffers.append)
        given = [{"b64": encode64(buffer.raw())} for buffer in buffers]
        yield line_of("buffers", name, 5, data, {"buffers": given})


def encoded(line):
    """A line with text for its bytes."""
    return {name: encode64(value) if isinstance(value, bytes) else value for name, value in line.items()}


def line_of(area, name, protocol, data, options=None):
    """One line. Python 2's strings are read as latin1 unless something else is asked for."""
    opts = {"encoding": "latin1"} if PY2 else {}
    opts.update(options or {})
    suffix = "/" + opts["encoding"] if options and "encoding" in options else ""
    path = "%s/%s/p%d%s" % (area, name, protocol, suffix)
    return {"kind": "pickle", "id": path, "opts": opts, "in": encode64(data)}


def encode64(data):
    """Base64 text of bytes."""
    return base64.b64encode(bytes(data)).decode("ascii")


# What Python 2 writes as `str`, read in the other ways, too: some refuse.
ENCODINGS = {
    ("python", "bytes"): ["ASCII", "bytes"],
    ("python", "bytes-empty"): ["ASCII", "bytes"],
    ("python", "dict"): ["ASCII", "bytes"],
    ("array", "f8"): ["ASCII", "bytes"],
    ("array", "S5"): ["ASCII", "bytes"],
    ("struct", "plain"): ["ASCII", "bytes"],
    ("scalar", "i4"): ["ASCII", "bytes"],
    ("dates", "datetime"): ["ASCII", "bytes"],
    ("object", "mixed"): ["ASCII", "bytes"],
}

# Python's values -----------------------------------------------------------------------------------------------------------------


def python_values():
    """Numbers, text, bytes."""
    yield "none", None
    yield "booleans", [True, False]
    yield "int-small", [0, 1, -1, 255, 256, 65535, 65536, -128, -32768]
    yield "int-32", [2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**32]
    yield "int-64", [2**53 - 1, 2**53, -(2**53), 2**63 - 1, 2**63, -(2**63), 2**64]
    yield "int-large", [10**50, -(10**50), 2**2100, -(2**2100), -255, -256]
    yield "float", [0.0, -0.0, 1.5, -1e308, 5e-324, 1e16, 0.1, 1e-5, 123456789.125]
    yield "float-special", [float("inf"), float("-inf"), float("nan")]
    yield "complex", [1 + 2j, complex(-0.0, float("inf"))]
    yield "text", ["", "abc", "\u00e9", "\u20ac", "\U0001f600", "\ufeffx", "a\\u0041\\", "\n\r\x1a\x00", "x" * 300]
    yield "bytes", b"\xff\x00\n\\'\""
    yield "bytes-empty", [b"", b"x" * 300]
    yield "bytearray", [bytearray(b"a\xffb"), bytearray()]
    if not PY2:
        yield "surrogates", ["\ud800x", "\udc80", "\udc00\ud800"]


def containers():
    """Lists, tuples, dicts, sets; what they share; what holds itself."""
    yield "tuples", [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), ((1,), ((2,),))]
    yield "dict", {"a": 1}
    yield "dict-keys", collections.OrderedDict([("a", 1), ((1, "t"), 2), (None, 3), (1.5, 4), (2, 5)])
    yield "dict-names", collections.OrderedDict([("__proto__", 1), ("constructor", 2), ("0", 3), ("", 4)])
    yield "list-long", [None] * 1001
    yield "dict-long", dict((number, None) for number in range(1001))
    yield "sets", [{1, 2, 3}, frozenset([1, 2]), set(), frozenset()]
    shared = [1]
    yield "shared", [shared, shared, (shared,), {"k": shared}]
    itself = []
    itself.append(itself)
    yield "list-itself", itself
    holder = {}
    holder["self"] = [holder]
    yield "dict-itself", holder
    inner = ([],)
    inner[0].append(inner)
    yield "tuple-itself", inner
    nested = []
    for _ in range(40):
        nested = [nested]
    yield "nested", nested


def collections_values():
    """The classes of `collections`."""
    yield "ordered-dict", collections.OrderedDict([("b", 1), ("a", 2)])
    default = collections.defaultdict(list)
    default["x"].append(1)
    yield "defaultdict", default
    yield "defaultdict-none", collections.defaultdict(None, {1: 2})
    yield "counter", collections.Counter("aab")
    yield "deque", [collections.deque([1, 2, 3]), collections.deque([1, 2, 3], 2), collections.deque([], 5)]
    default["self"].append(default)
    yield "defaultdict-itself", default


def library_values():
    """Exact numbers and other small things."""
    yield "decimal", [decimal.Decimal(text) for text in ("1.50", "-0", "NaN", "-Infinity", "1E+30", "sNaN12", "12345678901234567890.1")]
    yield "fraction", [fractions.Fraction(1, 3), fractions.Fraction(-7), fractions.Fraction(10**30, 7)]
    yield "uuid", [uuid.UUID(int=0x1234), uuid.UUID(int=2**128 - 1)]
    if PY2:
        yield "range", [xrange(1, 100, 3), xrange(0)]  # noqa: F821
    else:
        yield "range", [range(1, 100, 3), range(0), range(5, -5, -2), range(2**70)]
        yield "slice", [slice(None), slice(1, None, 2), slice("a", "b")]
        yield "singletons", [Ellipsis, NotImplemented]
    yield "types", [int, list, dict, object, np.float64, np.int32, np.ndarray, np.dtype]


def dates():
    """What `datetime` has."""
    yield "date", [datetime.date(2020, 1, 31), datetime.date(1, 1, 1), datetime.date(9999, 12, 31)]
    yield "datetime", [datetime.datetime(2020, 12, 31, 23, 59, 59, 999999), datetime.datetime(1, 1, 1)]
    yield "time", [datetime.time(1, 2, 3, 4), datetime.time(0), datetime.time(23, 59, 59, 999999)]
    yield "timedelta", [datetime.timedelta(-1, 5, 6), datetime.timedelta(0), datetime.timedelta.max, datetime.timedelta.min]
    if not PY2:
        zone = datetime.timezone(datetime.timedelta(hours=-3, minutes=-30))
        yield "zones", [datetime.datetime(2020, 1, 1, tzinfo=zone), datetime.time(1, tzinfo=datetime.timezone.utc), zone]


def part(values, parts):
    """Every second or third of the values, others in other releases."""
    return [value for index, value in enumerate(values) if (index + RELEASE) % parts == 0]


# NumPy's values ------------------------------------------------------------------------------------------------------------------

PLAIN = "? i1 u1 i2 u2 i4 u4 i8 u8 f2 f4 f8 c8 c16 f16 c32 S5 U3 V4 M8[s] M8[25us] M8 m8[D] m8[ns]".split()
ORDERLESS = ("?", "i1", "u1", "S5", "V4")


def filled(dtype, shape):
    """An array whose bytes count up; of long doubles small numbers, of text and booleans what such may be."""
    dtype = np.dtype(dtype)
    count = int(np.prod(shape, dtype=int))
    if dtype.kind == "U":
        return np.array((["ab\u20ac", "", "z"] * count)[:count], dtype).reshape(shape)
    if dtype.name in ("float128", "complex256"):
        return np.frombuffer(long_doubles(dtype, count), dtype).reshape(shape).copy()
    data = bytearray(itertools.islice(itertools.cycle(range(1, 250)), dtype.itemsize * count))
    if dtype.kind == "b":
        data = bytearray(byte & 1 for byte in data)
    if dtype.kind in "fc":
        return (np.arange(count) / 4 - 1).astype(dtype).reshape(shape)
    return np.frombuffer(bytes(data), dtype).reshape(shape).copy() if count else np.zeros(shape, dtype)


def long_doubles(dtype, count):
    """The bytes of x87 long doubles, 1 and up. NumPy itself would leave what pads them uninitialised."""
    words = []
    for value in range(1, count * (dtype.itemsize // 16) + 1):
        exponent = value.bit_length() - 1
        word = struct.pack(str("<QH6x"), value << (63 - exponent), 16383 + exponent)
        words.append(word[::-1] if dtype.str.startswith(">") else word)
    return b"".join(words)


def names_of(types):
    """Pairs of a type string with its order, and a name for it."""
    for text in types:
        for order in "<" if text in ORDERLESS else "<>":
            name = text.replace("[", "-").replace("]", "").replace("?", "b1")
            yield order + text, name + ("-be" if order == ">" else "")


def arrays():
    """Dtypes and byte orders, in one shape; every shape and layout, of few dtypes."""
    for dtype, name in part(names_of(PLAIN), 2):
        yield name, filled(dtype, (2, 3))
    for dtype in ("f8", "i2"):
        for shape in ((), (0,), (1,), (5,), (0, 4), (2, 3, 2)):
            yield "%s-%s" % (dtype, "x".join(map(str, shape)) or "0d"), filled("<" + dtype, shape)
    for dtype, name in names_of(["u1", "i4", "M8[s]"]):
        cube = filled(dtype, (2, 3, 4))
        yield name + "-F", np.asfortranarray(cube)
        yield name + "-permuted", cube.transpose(1, 0, 2)
        yield name + "-steps", cube[::-1, ::2, ::3]
        yield name + "-broadcast", np.broadcast_to(cube[0], (2, 3, 4)) if hasattr(np, "broadcast_to") else cube
    frozen = filled("<f8", (4,))
    frozen.flags.writeable = False
    yield "read-only", frozen
    one = np.array([7], "u1")
    yield "one-byte", [one, np.array([7], "u1")]
    yield "shared", [one, one, {"a": one}]
    yield "large", np.arange(1000, dtype="<u2")


def scalars():
    """Dtypes and byte orders but long doubles: as a scalar, what pads them is uninitialised again."""
    for dtype, name in part(names_of([text for text in PLAIN if text not in ("f16", "c32")]), 2):
        yield name, filled(dtype, (3,))[0]


def structs():
    """Structured arrays, and their dtypes and scalars."""
    plain = np.zeros(3, [(str("a"), "<i4"), (str("b"), ">f8"), (str("c"), "S3")])
    plain["a"] = [1, 2, 3]
    plain["b"] = 1.5
    plain["c"] = b"ab"
    yield "plain", plain
    yield "plain-scalar", plain[1]
    yield "plain-dtype", plain.dtype
    yield "nested", np.zeros(2, [(str("p"), [(str("x"), "f4"), (str("y"), ">i2")]), (str("q"), "i1", (2, 3))])
    yield "title", np.zeros(2, [((str("T"), str("a")), "i4")])
    offsets = {"names": [str("a"), str("b")], "formats": ["i4", "i2"], "offsets": [8, 2], "itemsize": 16}
    yield "offsets", np.zeros(2, {str(key): value for key, value in offsets.items()})
    yield "times", np.zeros(2, [(str("t"), "M8[us]"), (str("d"), "m8[s]")])
    yield "subarray-dtype", np.dtype(("i4", (2, 3)))
    if np.__version__ >= "2":
        # Releases before 2.0 write the flag that later ones read in another way.
        yield "aligned", np.zeros(2, np.dtype([("a", "i1"), ("b", "f8")], align=True))
    if not PY2:
        yield "names", np.zeros(1, [("__proto__", "i1"), ("0", "i2"), ("é", "i4")])


def objects():
    """Arrays of objects, and structs that hold some."""
    mixed = np.empty((2, 3), object)
    for place, item in zip(np.ndindex(2, 3), [None, 1, "s", [1], 2.5, b"b"]):
        mixed[place] = item
    yield "mixed", mixed
    yield "mixed-F", np.asfortranarray(mixed)
    yield "mixed-steps", mixed[:, ::2]
    yield "empty", np.empty((0, 2), object)
    yield "none", np.empty(3, object)
    scalar = np.empty((), object)
    scalar[()] = [1]
    yield "0d", scalar
    itself = np.empty(2, object)
    itself[0] = itself
    itself[1] = [itself]
    yield "itself", itself
    outer = np.empty(2, object)
    outer[0] = np.arange(3, dtype="<i4")
    outer[1] = outer[0]
    yield "arrays", outer
    mixture = np.zeros(2, [(str("a"), "i4"), (str("o"), "O"), (str("u"), "U2"), (str("s"), "S2"), (str("f"), "f4")])
    mixture["o"] = [[1], None]
    mixture["u"] = "e"
    mixture["f"] = 1.25
    yield "struct", mixture
    times = np.zeros(2, [(str("o"), "O"), (str("d"), "M8[D]"), (str("t"), "M8[us]"), (str("m"), "m8[s]"), (str("y"), "M8[M]")])
    times["d"] = ["2020-01-02", "1901-03-04"]
    times["t"] = ["2020-01-02T03:04:05.000006", "1969-12-31T23:59:59.5"]
    times["m"] = [5, -7]
    times["y"] = ["1999-05", "2000-01"]
    yield "struct-times", times
    deep = np.zeros(1, [(str("o"), "O"), (str("s"), "i2", (2,)), (str("p"), [(str("q"), "O"), (str("c"), "c16")])])
    deep["s"] = [[1, 2]]
    yield "struct-deep", deep


def subclasses():
    """Subclasses of ndarray."""
    records = np.rec.array([(1, 2.5), (3, 4.5)], dtype=[(str("a"), "i4"), (str("b"), "f8")])
    yield "recarray", records
    yield "record", records[0]
    yield "matrix", np.matrix([[1, 2], [3, 4]], "<i4")
    yield "chararray", np.char.array(["a", "b"])
    yield "masked", np.ma.array(np.arange(3, dtype="<i2"), mask=[False, True, False])
    yield "masked-no-mask", np.ma.array([[1.5, 2], [3, 4]], mask=False, fill_value=9)
    yield "masked-F", np.ma.array(np.asfortranarray(filled("<i4", (2, 2))), mask=[[False, True], [False, False]])


def dtypes():
    """Dtypes as values."""
    for dtype, name in part(names_of(PLAIN + ["O"]), 3):
        if name != "O-be":
            yield name, np.dtype(dtype)
    yield "metadata", np.dtype("i4", metadata={"k": 1})


def strings():
    """Text of any length, since NumPy 2.0."""
    if not hasattr(np, "dtypes") or not hasattr(np.dtypes, "StringDType"):
        return
    yield "text", np.array(["a", "b\u20ac", "", "x" * 40], dtype=np.dtypes.StringDType())
    yield "none", np.array([["a", None]], dtype=np.dtypes.StringDType(na_object=None))


def out_of_band():
    """What protocol 5 can leave out of the pickle."""
    yield "array", filled("<f8", (3,))
    yield "array-F", np.asfortranarray(filled("<i4", (2, 3)))
    yield "arrays", [filled("<u2", (2,)), filled(">f4", (2, 2)), filled("<u2", (2,))]
    yield "array-permuted", filled("<i4", (2, 3, 2)).transpose(1, 0, 2)


def modules():
    """What `array`, `pathlib` and `types` have, and objects that are nothing but themselves."""
    codes = "bBhHiIlLfd" if PY2 else "bBhHiIlLqQfd"
    yield "array", [array.array(str(code), [1, 2, 100]) for code in codes]
    yield "array-empty", array.array(str("d"))
    sentinel = object()
    yield "object", [sentinel, sentinel, object()]
    if PY2:
        return
    yield "array-text", array.array("u", "a\u20ac\U0001f600")
    yield "paths", [pathlib.PosixPath("/a/b c"), pathlib.PurePosixPath("."), pathlib.PureWindowsPath("c:/x/\u00e9"), pathlib.PurePosixPath("a/../b")]
    itself = types.SimpleNamespace(a=1, b=[2])
    itself.itself = [itself]
    yield "namespace", [types.SimpleNamespace(), itself]


def masked_arrays():
    """Masked arrays with masks of every kind of dtype."""
    fields = [(str("a"), "<i4"), (str("b"), ">f8", (2,)), (str("c"), [(str("x"), "S2"), (str("y"), "<M8[s]")])]
    records = np.ma.zeros((2, 2), fields)
    records["a"] = [[1, 2], [3, 4]]
    records.mask[0, 1] = (True, [False, True], (True, False))
    yield "records", records
    yield "records-F", [np.ma.array(np.asfortranarray(records.data), mask=np.asfortranarray(records.mask)), records[0, 1]]
    yield "nothing", [np.ma.masked, np.ma.masked]
    steps = np.ma.array(filled("<i4", (2, 6)), mask=[[True, False] * 3] * 2)[:, ::-2]
    big = np.ma.array(filled(">i4", (3,)), mask=[True, False, True])
    yield "plain", [np.ma.array(filled("<i2", ()), mask=True), np.ma.zeros((0, 2), ">f4"), steps, big]
    yield "objects", np.ma.array(np.array([[1], None, "s"], object), mask=[False, True, False])
    yield "fill-values", [np.ma.array([1, 2], fill_value=9), np.ma.array([1 + 2j], mask=[True])]


def beside_objects(unit):
    """Moments and durations of a unit, of which the second is none, in records with objects."""
    steps = np.array([-7, -(2**63), 90], "i8")
    times = np.zeros(3, [(str("o"), "O"), (str("d"), str("M8[%s]" % unit)), (str("t"), str(">m8[%s]" % unit))])
    times[str("d")] = steps.view(str("M8[%s]" % unit))
    times[str("t")] = steps.view(str("m8[%s]" % unit))
    return times


def moments():
    """Dates and durations beside objects, which pickles hold as Python's own or as integers."""
    for name, units in (("calendar", "Y M W 3M 2W"), ("clock", "D h m s ms us 25us 15m"), ("fine", "ns ps fs as")):
        yield name, [beside_objects(unit) for unit in units.split()]
    far = np.zeros(4, [(str("o"), "O"), (str("d"), "<M8[D]"), (str("s"), "<M8[s]"), (str("y"), ">M8[Y]"), (str("t"), "<m8[D]")])
    # The first and last days of Python's calendar, and those beside them, which are integers. NumPy reads no longer durations right.
    far[str("d")] = np.array([-719162, -719163, 2932896, 2932897], "i8").view("M8[D]")
    far[str("s")] = np.array([-62135596800, -62135596801, 253402300799, 253402300800], "i8").view("M8[s]")
    far[str("y")] = np.array([-1969, -1970, 8029, 8030], "i8").view("M8[Y]")
    far[str("t")] = np.array([10**8, -(10**8), 10**9, -(10**9)], "i8").view("m8[D]")
    yield "far", far


AREAS = [
    ("python", python_values),
    ("containers", containers),
    ("collections", collections_values),
    ("library", library_values),
    ("dates", dates),
    ("array", arrays),
    ("scalar", scalars),
    ("struct", structs),
    ("object", objects),
    ("subclass", subclasses),
    ("dtype", dtypes),
    ("string", strings),
    ("modules", modules),
    ("masked", masked_arrays),
    ("moments", moments),
]

if __name__ == "__main__":
    main()
