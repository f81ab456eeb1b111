"""Raw bytes and frames with one fault each, and what NumPy says to them.

Every fault names the codes of the refusals that are right: bytes that are short can be called so, or their declared length can be
called too long.
"""

import struct

from numpy_oracle import frames, raw
from numpy_oracle.answers import Refusal

__all__ = ["frame_faults", "raw_faults"]

SIZES = ["truncated", "bad-length", "trailing-data"]


def raw_faults():
    """Lines of raw bytes that dtype and shape do not describe."""
    for name, size, dtype, shape, codes in RAW_SIZES:
        for order in ("C", "F"):
            opts = {"dtype": dtype, "shape": shape, "order": order}
            yield refused("raw", f"{name}/{order}", bytes(range(size)), codes, raw.decode, opts)
    for name, dtype, shape, codes in RAW_HOSTILE:
        opts = {"dtype": dtype, "shape": shape, "order": "C"}
        yield {**refused("raw", name, b"\x01\x02\x03\x04", codes, raw.decode, opts), "hostile": True}


RECORD = {
    "itemsize": 13,
    "fields": [
        {"name": "id", "offset": 0, "type": "<i4"},
        {"name": "value", "offset": 4, "type": "<f8"},
        {"name": "flag", "offset": 12, "type": "|b1"},
    ],
}
WITH_OBJECT = {"itemsize": 8, "fields": [{"name": "o", "offset": 0, "type": "|O"}]}

# Name, number of bytes, dtype, shape.
RAW_SIZES = [
    ("short/i4-byte", 23, "<i4", [2, 3], SIZES),
    ("short/i4-item", 20, "<i4", [2, 3], SIZES),
    ("short/i4-row", 12, "<i4", [2, 3], SIZES),
    ("short/none", 0, "<i4", [2, 3], SIZES),
    ("short/u1", 5, "|u1", [6], SIZES),
    ("short/f8-0d", 7, "<f8", [], SIZES),
    ("short/record-byte", 25, RECORD, [2], SIZES),
    ("short/record-item", 13, RECORD, [2], SIZES),
    ("short/U", 20, "<U3", [2], SIZES),
    ("short/c16", 31, "<c16", [2], SIZES),
    ("long/i4-byte", 25, "<i4", [2, 3], SIZES),
    ("long/i4-item", 28, "<i4", [2, 3], SIZES),
    ("long/i4-twice", 48, "<i4", [2, 3], SIZES),
    ("long/u1", 7, "|u1", [6], SIZES),
    ("long/f8-0d", 16, "<f8", [], SIZES),
    ("long/empty", 4, "<i4", [0, 3], SIZES),
    ("long/record", 39, RECORD, [2], SIZES),
    ("long/fewer-axes", 24, "<i4", [3], SIZES),
    ("dtype/object", 8, "|O", [1], ["unsafe-object"]),
    ("dtype/object-field", 8, WITH_OBJECT, [1], ["unsafe-object"]),
    ("dtype/no-bytes", 0, "|S0", [3], ["bad-dtype"]),
    ("dtype/no-fields", 0, {"itemsize": 0, "fields": []}, [3], ["bad-dtype"]),
]

TOO_LARGE = ["truncated", "bad-length", "overflow", "limit", "bad-shape"]
RAW_HOSTILE = [
    ("huge/2-32", "|u1", [1 << 32], TOO_LARGE),
    ("huge/2-40", "<f8", [1 << 40], TOO_LARGE),
    ("huge/2-52", "|u1", [1 << 52], TOO_LARGE),
    ("huge/wraps-32", "|u1", [65536, 65536, 65536], TOO_LARGE),
    ("huge/wraps-32-to-4", "|u1", [4, (1 << 32) + 1], TOO_LARGE),
    ("huge/wraps-64", "|u1", [1 << 32, 1 << 32], TOO_LARGE),
    ("huge/wraps-64-to-4", "|u1", [1 << 31, 1 << 31, 4], TOO_LARGE),
    ("huge/rank", "|u1", [2] * 60, TOO_LARGE),
    ("huge/itemsize", "|V2147483647", [2147483647], TOO_LARGE),
]


def frame_faults():
    """Lines of damaged frames."""
    for length in range(len(FRAME)):
        yield fault(f"cut/{length:02}", FRAME[:length], ["truncated"])
    for length in (4, 11, 19, 30):
        yield fault(f"cut-big/{length}", packed(order=">")[:length], ["truncated"], byteorder="big")
    yield fault("trailing/byte", FRAME + b"\0", ["trailing-data"])
    yield fault("trailing/frame", FRAME * 2, ["trailing-data"])
    yield fault("trailing/0d", packed(shape=(), data=b"\1\0\2\0"), ["trailing-data"])
    yield fault("trailing/empty", packed(shape=(0, 3), data=b"\1\0"), ["trailing-data"])
    yield fault("counts/big-as-little", packed(order=">"), ["limit", "truncated", "bad-length"])
    yield fault("counts/little-as-big", FRAME, ["limit", "truncated", "bad-length"], byteorder="big")
    yield fault("counts/mixed", packed(ndim_order=">"), ["limit", "truncated", "bad-shape"])
    yield fault("counts/mixed-shape", packed(shape_order=">"), ["limit", "truncated", "overflow"])
    for length, codes in LENGTHS:
        yield fault(f"length/{length}", packed(length=length), codes)
    for ndim, codes in NDIMS:
        yield fault(f"ndim/{ndim}", packed(ndim=ndim), codes)
    for name, shape, codes in SHAPES:
        yield {**fault(f"shape/{name}", packed(shape=shape), codes), "hostile": True}
    for name, text, codes in TEXTS:
        yield fault(f"text/{name}", packed(text=text), codes)
    for name, told in TOLD.items():
        yield fault(f"told/{name}", packed(), ["bad-dtype"], dtype=told)


def packed(text=b"<i2", length=None, ndim=None, shape=(2, 3), data=None, order="<", ndim_order="", shape_order=""):
    """A frame, its parts given."""
    elements = b"\1\0\2\0\3\0\4\0\5\0\6\0" if data is None else data
    counts = struct.pack((ndim_order or order) + "I", len(shape) if ndim is None else ndim)
    extents = struct.pack(f"{shape_order or order}{len(shape)}I", *shape)
    return struct.pack(order + "I", len(text) if length is None else length) + text + counts + extents + elements


FRAME = packed()

LONG = ["limit", "truncated", "bad-dtype"]
SHIFTED = ["bad-dtype", "bad-encoding", "limit", "truncated", "trailing-data"]
LENGTHS = [
    (0, ["bad-dtype", "bad-length"]),
    (1, SHIFTED),
    (2, SHIFTED),
    (4, SHIFTED),
    (7, SHIFTED),
    (27, SHIFTED),
    (28, [*SHIFTED, "bad-length"]),
    (255, LONG),
    (65536, LONG),
    (0x7FFFFFFF, LONG),
    (0x80000000, LONG),
    (0xFFFFFFFF, LONG),
]

NDIMS = [
    (0, ["trailing-data"]),
    (1, ["trailing-data"]),
    (3, ["truncated", "limit"]),
    (64, ["truncated"]),
    (65, ["limit", "truncated", "bad-shape"]),
    (0x7FFFFFFF, ["limit", "truncated", "bad-shape"]),
    (0xFFFFFFFF, ["limit", "truncated", "bad-shape"]),
]

HUGE = ["truncated", "overflow", "limit"]
SHAPES = [
    ("row-more", (3, 3), ["truncated"]),
    ("row-less", (1, 3), ["trailing-data"]),
    ("zero", (0, 3), ["trailing-data"]),
    ("column-more", (2, 4), ["truncated"]),
    ("large", (2, 0xFFFFFFFF), HUGE),
    ("negative", (0xFFFFFFFF, 3), HUGE),
    # Six elements of two bytes are there.
    ("wraps-32-to-6", (0x80000001, 6), HUGE),
    ("wraps-32-to-12-bytes", (2, 0x40000003), HUGE),
    ("wraps-32-to-0", (0x10000, 0x10000), HUGE),
    ("wraps-64-to-6", (2112351278, 998034439, 35), HUGE),
    ("wraps-64-to-0", (0x80000000, 0x80000000, 4), HUGE),
    ("2-63", (0x80000000, 0x80000000), HUGE),
    ("zero-and-huge", (0, 0xFFFFFFFF, 0xFFFFFFFF), [*HUGE, "trailing-data"]),
    ("rank-64", (2,) * 64, HUGE),
]

TEXTS = [
    ("word", b"xyz", ["bad-dtype"]),
    ("i3", b"<i3", ["bad-dtype"]),
    ("order-only", b"<", ["bad-dtype"]),
    ("space-before", b" <i2", ["bad-dtype"]),
    ("space-after", b"<i2 ", ["bad-dtype"]),
    ("nul-after", b"<i2\0", ["bad-dtype"]),
    ("quoted", b"'<i2'", ["bad-dtype"]),
    ("descr", b"[('a', '<i2')]", ["bad-dtype"]),
    ("bad-order", b"!i2", ["bad-dtype"]),
    ("number", b"2", ["bad-dtype"]),
    ("unit", b"<M8[xs]", ["bad-dtype"]),
    ("subarray", b"(2,)<i2", ["bad-dtype", "truncated"]),
    ("object", b"|O", ["unsafe-object", "truncated"]),
    ("object-8", b"O8", ["unsafe-object", "truncated"]),
    ("no-bytes", b"|S0", ["bad-dtype", "trailing-data"]),
    ("void-0", b"|V0", ["bad-dtype", "trailing-data"]),
    ("itemsize", b"|V2147483648", ["bad-dtype", "limit"]),
    ("latin1", "<\u00ef2".encode("latin-1"), ["bad-encoding"]),
    ("utf8-cut", b"\xc3", ["bad-encoding"]),
    ("utf8-long", b"<i\xc0\xb2", ["bad-encoding"]),
    ("utf8-surrogate", b"\xed\xa0\x80", ["bad-encoding"]),
    ("utf16", "<i2".encode("utf-16"), ["bad-encoding", "bad-dtype"]),
    ("beyond-ascii", "<i\u0662".encode(), ["bad-dtype"]),
    ("mark", b"\xef\xbb\xbf<i2", ["bad-dtype"]),
]

TOLD = {
    "smaller": "|u1",
    "larger": "<i4",
    "record": RECORD,
}


def fault(name, data, codes, **opts):
    """A line of a frame that is refused."""
    return refused("frame", name, data, codes, frames.decode, opts)


def refused(format_name, name, data, codes, decode, opts):
    """A line of bytes that NumPy has to refuse."""
    try:
        decode(data, opts)
    except Refusal as refusal:
        error = refusal.__cause__ or refusal
    else:
        raise AssertionError(f"{format_name}/{name}: NumPy accepts it")
    return {
        "id": f"{format_name}/malformed/{name}",
        "title": name.replace("/", ", "),
        "tags": [],
        "in": data,
        "numpy": {"error": type(error).__name__, "message": str(error)},
        "ops": {"decode": {"expect": "refuse", "codes": sorted(codes), **({"opts": opts} if opts else {})}},
    }
