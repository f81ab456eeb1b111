"""Documents that no package writes: one thing wrong in each, or more asked for than is there, with the codes of the right refusals."""

import json

TRIPLE = '["int32", "AQAAAAIAAAA=", [2]]'
NUMPY = '{"__numpy__": "AQAAAAIAAAA=", "dtype": "<i4", "shape": [2]}'
TRICKS = '{"__ndarray__": [1, 2], "dtype": "int32", "shape": [2]}'
COMPACT = '{"__ndarray__": "b64:AQAAAAIAAAA=", "dtype": "int32", "shape": [2], "endian": "little"}'
PLOTLY = '{"dtype": "i4", "bdata": "AQAAAAIAAAA=", "shape": "2, 1"}'
BOKEH = '{"type": "ndarray", "array": {"type": "bytes", "data": "AQAAAAIAAAA="}, "shape": [2], "dtype": "int32", "order": "little"}'
V2 = '{"inputs": [{"name": "x", "shape": [2], "datatype": "INT32", "data": [1, 2]}]}'

BASE64 = [
    ("foreign", "AQAAAA!IAAAA=", ["bad-encoding"]),
    ("url-safe", "AQAAA-IAAAA_", ["bad-encoding"]),
    ("padding-inside", "AQ==AAIAAAA=", ["bad-encoding"]),
    ("one-left", "AQAAAAIAAAAAA", ["bad-encoding"]),
    ("accented", "AQAAAAIAAA\\u00e9=", ["bad-encoding"]),
    ("short", "AQAAAAIA", ["bad-length", "truncated"]),
    ("long", "AQAAAAIAAAADAAAA", ["bad-length", "trailing-data"]),
    ("empty", "", ["bad-length", "truncated"]),
]

SHAPES = [
    ("negative", "[-2]", ["bad-shape"]),
    ("float", "[2.0]", ["bad-shape"]),
    ("text", '["2"]', ["bad-shape"]),
    ("number", "2", ["bad-shape"]),
    ("null", "null", ["bad-shape"]),
    ("true", "[true, 2]", ["bad-shape"]),
    ("larger", "[3]", ["bad-length", "truncated"]),
    ("huge", "[4611686018427387904]", ["bad-shape", "overflow", "limit", "bad-length"]),
    ("huge-product", "[4294967296, 4294967296]", ["overflow", "limit", "bad-length"]),
    ("many-axes", json.dumps([1] * 65), ["limit", "bad-shape"]),
]

DTYPES = [
    ("object", '"object"', ["unsafe-object"]),
    ("object-field", "\"[('a', 'O')]\"", ["unsafe-object"]),
    ("unknown", '"int33"', ["bad-dtype"]),
    ("empty-list", '"[,]"', ["bad-dtype", "bad-header-syntax"]),
    ("call", "\"__import__('os').system('true')\"", ["bad-dtype", "bad-header-syntax"]),
    ("number", "4", ["bad-dtype"]),
]

# Text, dtype and codes.
NUMBERS = [
    ("int32-above", "[2147483648]", "<i4", ["overflow"]),
    ("int32-below", "[0, -2147483649]", "<i4", ["overflow"]),
    ("int32-string-above", '["10", "20", "2147483647", "2147483648"]', "<i4", ["overflow"]),
    ("uint8-negative", "[-1]", "|u1", ["overflow"]),
    ("int64-above", "[9223372036854775808]", "<i8", ["overflow"]),
    ("uint64-above", "[18446744073709551616]", "<u8", ["overflow"]),
    ("uint64-negative", "[-1]", "<u8", ["overflow"]),
    ("integer-of-400-digits", "[" + "9" * 400 + "]", "<i8", ["overflow"]),
    ("float-for-integer", "[1, 1.0]", "<i4", ["bad-dtype"]),
    ("exponent-for-integer", "[1e2]", "<i8", ["bad-dtype"]),
    ("nan-for-integer", "[NaN]", "<i4", ["bad-dtype"]),
    ("null-for-integer", "[null]", "<i4", ["bad-dtype"]),
    ("word-for-float", '["ten"]', "<f8", ["bad-dtype"]),
    ("boolean-for-float", "[true]", "<f8", ["bad-dtype"]),
    ("two-for-boolean", "[2]", "|b1", ["bad-dtype", "overflow"]),
    ("hex-string", '["0x10"]', "<i4", ["bad-dtype"]),
    ("empty-string", '[""]', "<i8", ["bad-dtype"]),
    ("ragged", "[[1, 2], [3]]", "<i4", ["bad-shape"]),
    ("ragged-depth", "[[1], 2]", "<f8", ["bad-shape"]),
    ("ragged-deeper", "[1, [2]]", "<f8", ["bad-shape"]),
    ("object-inside", '[{"a": 1}]', "<f8", ["bad-shape", "bad-dtype", "bad-container"]),
    ("cut", "[1, 2", "<i4", ["truncated"]),
    ("cut-comma", "[1,", "<i4", ["truncated"]),
    ("comma-at-end", "[1,]", "<i4", ["bad-container"]),
    ("leading-zero", "[01]", "<i4", ["bad-container", "bad-dtype"]),
    ("plus", "[+1]", "<i4", ["bad-container", "bad-dtype"]),
    ("point-alone", "[1.]", "<f8", ["bad-container", "bad-dtype"]),
    ("two-documents", "[1] [2]", "<f8", ["bad-container"]),
    ("single-quotes", "['1']", "<f8", ["bad-container", "bad-dtype"]),
    ("empty-document", "", "<f8", ["truncated"]),
]


def faults():
    """The lines of all of them."""
    for name, data, codes in BASE64:
        yield fault("triple-list", f"base64-{name}", TRIPLE.replace("AQAAAAIAAAA=", data), codes)
        yield fault("json-numpy", f"base64-{name}", NUMPY.replace("AQAAAAIAAAA=", data), codes)
        yield fault("json-tricks-compact", f"base64-{name}", COMPACT.replace("AQAAAAIAAAA=", data), codes)
    for name, shape, codes in SHAPES:
        yield fault("triple-list", f"shape-{name}", TRIPLE.replace("[2]", shape), codes)
        yield fault("json-numpy", f"shape-{name}", NUMPY.replace("[2]", shape), codes)
    for name, dtype, codes in DTYPES:
        yield fault("triple-list", f"dtype-{name}", TRIPLE.replace('"int32"', dtype), codes)
    yield from members()
    for name, text, dtype, codes in NUMBERS:
        yield fault("json-strings" if '"' in text else "json-tolist", name, text, codes, dtype)
    yield fault("npy-latin1", "code-point-256", '"\\u0093NUMPY\\u0100"', ["bad-encoding"])
    yield fault("npy-latin1", "cut", '"\\u0093NUMPY\\u0001\\u0000"', ["truncated"])
    yield fault("npy-b64", "no-npy", '"AAAAAAAAAAAAAAAAAAAA"', ["bad-magic"])
    yield fault("pickle-latin1", "code-point-256", '"\\u0080\\u0004\\u0100."', ["bad-encoding"])
    yield fault("pickle-latin1", "system", json.dumps("cos\nsystem\n(S'true'\ntR."), ["unsafe-object"])
    yield from hostile()


def members():
    """Objects without a member that they need, or with another one."""
    yield fault("json-numpy", "no-dtype", NUMPY.replace('"dtype"', '"kind"'), ["bad-header-keys"])
    yield fault("json-numpy", "descr-of-one", NUMPY.replace('"<i4"', '[["a"]]'), ["bad-dtype"])
    yield fault("json-numpy", "descr-object", NUMPY.replace('"<i4"', '"|O"'), ["unsafe-object"])
    yield fault("json-tricks", "no-shape", TRICKS.replace('"shape"', '"size"'), ["bad-header-keys"])
    yield fault("json-tricks", "ragged", TRICKS.replace("[1, 2]", "[[1, 2], [3]]").replace("[2]", "[2, 2]"), ["bad-shape"])
    yield fault("json-tricks-compact", "endian", COMPACT.replace('"little"', '"middle"'), ["bad-header-keys"])
    yield fault("json-tricks-compact", "no-gzip", COMPACT.replace("b64:", "b64.gz:"), ["bad-container"])
    yield fault("plotly", "code", PLOTLY.replace('"i4"', '"i8"'), ["bad-dtype"])
    yield fault("plotly", "shape", PLOTLY.replace('"2, 1"', '"2, x"'), ["bad-shape"])
    yield fault("plotly", "length", PLOTLY.replace('"2, 1"', '"3, 1"'), ["bad-length", "truncated"])
    yield fault("bokeh", "dtype", BOKEH.replace('"int32"', '"int33"'), ["bad-dtype"])
    yield fault("bokeh", "length", BOKEH.replace("[2]", "[3]"), ["bad-length", "truncated"])
    yield fault("bokeh", "no-bytes", BOKEH.replace('{"type": "bytes", "data": "AQAAAAIAAAA="}', '"AQAAAAIAAAA=?"'), ["bad-container", "bad-encoding"])
    yield fault("v2-json", "datatype", V2.replace("INT32", "INT33"), ["bad-dtype"])
    yield fault("v2-json", "count", V2.replace("[2]", "[3]"), ["bad-shape", "bad-length"])
    yield fault("v2-json", "overflow", V2.replace("[1, 2]", "[1, 2147483648]"), ["overflow"])
    yield fault("v2-json", "no-data", V2.replace('"data"', '"date"'), ["bad-header-keys"])


def hostile():
    """Documents that would take much time or memory of a careless reader."""
    deep = "[" * 100_000
    yield fault("json-tolist", "brackets", deep, ["limit", "truncated"], "<f8", is_hostile=True)
    yield fault("json-tolist", "closed-brackets", deep + "]" * 100_000, ["limit"], "<f8", is_hostile=True)
    yield fault("triple-list", "declared-terabytes", TRIPLE.replace("[2]", "[1099511627776]"), ["bad-length", "truncated", "limit"], is_hostile=True)
    yield fault("json-tolist", "million-digits", "[" + "9" * 1000 + "]", ["overflow"], "<i4", is_hostile=True)
    yield fault("json-strings", "endless-exponent", '["1e' + "9" * 1000 + '"]', ["bad-dtype", "overflow"], "<i4", is_hostile=True)


def fault(dialect, name, text, codes, dtype=None, is_hostile=False):
    """One line."""
    opts = {"dialect": dialect, **({} if dtype is None else {"dtype": dtype})}
    return {
        "id": f"json/{'hostile' if is_hostile else 'malformed'}/{dialect}/{name}",
        "title": f"{dialect}: {name.replace('-', ' ')}",
        "tags": [dialect],
        "masked": False,
        "hostile": is_hostile,
        "in": text.encode("ascii"),
        "ops": {"decode": {"expect": "refuse", "codes": codes, "opts": opts}},
    }
