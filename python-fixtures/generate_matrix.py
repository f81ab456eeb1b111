"""Write the arrays that recipes describe in every format that Python itself writes, and read such bytes again.

One file beside generate.py, so that it can be handed to any old environment: it needs the standard library and NumPy, and runs on
Python 2.7 and on 3.6 and later.

    python generate_matrix.py [--only GLOB ...]         writes: one line for each array and format
    python generate_matrix.py --read < lines            reads: one line for each line of input, {"format", "in", "dtype", "shape"}

prints one JSON object a line: the cell (NumPy, Python, platform), what was written or read, and a line that counts, without which the
output is incomplete. Where writing or reading fails, the class of the exception stands instead.

The formats are npy (numpy.save), npz (numpy.savez), raw (ndarray.tobytes), frame (lengths, dtype.str and shape as uint32 before the
data), triple (JSON of str(dtype), base64 and shape) and pickle0 to pickle5.
"""

from __future__ import print_function, unicode_literals

import argparse
import ast
import base64
import binascii
import fnmatch
import io
import json
import os
import pickle
import struct
import sys
import warnings
from collections import OrderedDict

import numpy as np

from generate import (
    POISON,
    count_of,
    claim_stdout,
    describe_cell,
    describe_dtype,
    describe_error,
    dtype_argument,
    encode64,
    instances_of,
    is_text,
    limit_address_space,
    load,
    load_options,
    make_array,
    options_of,
    padding_of,
    print_line,
    read_recipes,
    save,
    without_noise,
)

PY2 = sys.version_info[0] == 2

# Of recipes with many instances so many stand for all in the formats that do not depend on the header's length.
SAMPLES = 4

# Longer files (in base64) are about long headers, which other formats do not have.
LARGEST = 4000

# What zip calls 1980-01-01, 00:00:00.
ZIP_EPOCH = struct.pack("<HH", 0, 0x21)


def main():
    """Write or read, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("--recipes", default=os.path.join(here, "recipes"), help="folder of recipe files")
    parser.add_argument("--only", default=["*"], nargs="+", help="recipes to write, such as plain_*")
    parser.add_argument("--read", action="store_true", help="read what standard input gives")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    limit_address_space()
    out = claim_stdout()
    print_line(describe_cell(), out)
    lines = read_all(sys.stdin) if arguments.read else write_all(arguments.recipes, arguments.only)
    count = 0
    for line in lines:
        print_line(line, out)
        count += 1
    print_line(OrderedDict([("kind", "end"), ("count", count)]), out)
    out.close()


# Writing ------------------------------------------------------------------------------------------


def write_all(folder, patterns):
    """The lines of all arrays and formats of the chosen recipes."""
    for recipe in read_recipes(folder):
        if "dtype" not in recipe or not any(fnmatch.fnmatchcase(recipe["recipe"], each) for each in patterns):
            continue
        instances = list(instances_of(recipe))
        sampled = sample(len(instances))
        for index, instance in enumerate(instances):
            for line in lines_of_instance(instance, index in sampled):
                yield line
    if any(fnmatch.fnmatchcase("edge", each) for each in patterns):
        for name, make in EDGES:
            array = attempt(make)
            for form in sorted(WRITERS):
                if not form.startswith("pickle") or int(form[-1]) <= pickle.HIGHEST_PROTOCOL:
                    yield outcome_line("edge/" + name, form, array, {})


def sample(count):
    """Indices of some of so many instances: the first, the last, and others evenly between them."""
    if count <= SAMPLES:
        return set(range(count))
    return set(index * (count - 1) // (SAMPLES - 1) for index in range(SAMPLES))


def lines_of_instance(instance, sampled):
    """What every format makes of the array of an instance: one array for all, as making it takes longer than writing it."""
    described = dict(instance, dtype=as_in_source(instance["dtype"]))
    array = attempt(lambda: make_array(described, POISON))
    line = outcome_line(instance["id"], "npy", array, instance)
    yield line
    if len(line.get("in", "")) <= LARGEST:
        for name in other_formats(instance, sampled):
            yield outcome_line(instance["id"], name, array, instance)


def other_formats(instance, sampled):
    """The formats beside npy in which an instance is written."""
    if not sampled or options_of(instance, "encode"):
        return
    yield "npz"
    if "items" not in instance["values"]:
        for name in ("raw", "frame", "triple"):
            yield name
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        yield "pickle%d" % protocol


def attempt(make):
    """What `make` gives, or its exception."""
    try:
        return make()
    except Exception as error:
        return error


def outcome_line(path, name, array, instance):
    """The bytes of an array, or the class of the exception; of the one that stands in the place of the array, if it could not be made."""
    line = OrderedDict([("kind", "written"), ("id", path), ("format", name)])
    if isinstance(array, Exception):
        line["error"] = "make " + type(array).__name__
        return line
    try:
        line["in"] = encode64(WRITERS[name](settled(array), instance))
        line["dtype"] = describe_dtype(array.dtype)
        line["shape"] = list(array.shape)
    except Exception as error:
        line["error"] = type(error).__name__
    return line


def as_in_source(spec):
    """The spec of a dtype with its texts interned, as names in the source of a program are: pickles show which objects are the same."""
    if isinstance(spec, dict):
        return OrderedDict((key, as_in_source(each)) for key, each in spec.items())
    if isinstance(spec, list):
        return [as_in_source(each) for each in spec]
    return sys.intern(spec) if isinstance(spec, str) and not PY2 else spec


def settled(array):
    """The array, or where NumPy would copy items without their padding, a copy in C order whose padding is known."""
    contiguous = array.flags.c_contiguous or array.flags.f_contiguous
    if contiguous or not padding_of(array.dtype):
        return array
    memory = bytearray(without_noise(to_bytes(array), array))
    return np.ndarray(array.shape, array.dtype, buffer=memory)


def to_bytes(array, order="C"):
    """Memory in C order, or in another."""
    return array.tobytes(str(order)) if hasattr(array, "tobytes") else array.tostring(str(order))


def write_npy(array, instance):
    """As numpy.save, without the noise of padding."""
    return without_noise(save(array, options_of(instance, "encode")), array)


def write_npz(array, _):
    """As numpy.savez of one array called `a`. Releases that take the time of a temporary file have it taken out."""
    out = io.BytesIO()
    np.savez(out, a=array)
    return without_time(out.getvalue())


def without_time(data):
    """A zip archive of one member with its two times of modification set to those that later releases write."""
    data = bytearray(data)
    directory = bytes(data).rindex(b"PK\x01\x02")
    data[10:14] = ZIP_EPOCH
    data[directory + 12 : directory + 16] = ZIP_EPOCH
    return bytes(data)


def write_raw(array, _):
    """As ndarray.tobytes."""
    return without_noise(to_bytes(array), array)


def write_frame(array, _):
    """Length of dtype.str, that text, number of axes, shape, all as uint32; then the data in C order."""
    text = array.dtype.str.encode("ascii")
    head = struct.pack(str("<I"), len(text)) + text
    shape = struct.pack(str("<%dI" % (1 + array.ndim)), array.ndim, *array.shape)
    return head + shape + write_raw(array, None)


def write_triple(array, _):
    """As json.dumps of str(dtype), base64 of the data, and the shape."""
    parts = [str(array.dtype), encode64(write_raw(array, None)), list(array.shape)]
    return json.dumps(parts).encode("ascii")


def pickle_writer(protocol):
    """As pickle.dumps by one protocol."""
    return lambda array, _: pickle.dumps(array, protocol)


WRITERS = {"npy": write_npy, "npz": write_npz, "raw": write_raw, "frame": write_frame, "triple": write_triple}
WRITERS.update(("pickle%d" % protocol, pickle_writer(protocol)) for protocol in range(6))


def of_fields(*fields):
    """Two items of a structure, all zero."""
    return np.zeros(2, [tuple(str(part) if is_text(part) else part for part in field) for field in fields])


# Arrays that recipes cannot describe: ways of spelling a dtype, views, subclasses.
EDGES = [
    ("field-shape-one", lambda: of_fields(("a", "<i4", 1))),
    ("field-metadata", lambda: of_fields(("a", np.dtype(str("<i4"), metadata={"k": 1})))),
    ("comma-alone", lambda: np.zeros(2, str("<i4,"))),
    ("comma-repeat-one", lambda: np.zeros(2, str("1i4,f8"))),
    ("fields-of-view", lambda: of_fields(("a", "<i4"), ("b", "<i8"), ("c", "<i2"))[[str("a"), str("c")]]),
    ("column-in-fortran-order", lambda: np.zeros((5, 1), str("<i4"), order=str("F"))),
    ("no-items-in-fortran-order", lambda: np.zeros((3, 0), str("<i4"), order=str("F"))),
    ("read-only", lambda: np.frombuffer(b"abcd", str("<i2"))),
    ("matrix", lambda: np.zeros((2, 2), str("<i4")).view(np.matrix)),
    ("recarray", lambda: of_fields(("a", "<i4"), ("b", "<i8")).view(np.recarray)),
    ("masked", lambda: np.ma.masked_array(np.arange(3, dtype=str("<i4")), [False, True, False])),
]

# Reading ------------------------------------------------------------------------------------------


def read_all(lines):
    """The lines for all lines of input."""
    for text in lines:
        yield read_line(json.loads(text))


def read_line(line):
    """What reading gives, in the form `nv1`, or the class and the message of the exception."""
    try:
        name = line["format"]
        reader = READERS["pickle" if name.startswith("pickle") else name]
        return OrderedDict([("kind", "read"), ("value", describe(reader(base64.b64decode(line["in"]), line)))])
    except Exception as error:
        said = describe_error("read", error)
        return OrderedDict([("kind", "read"), ("error", said["error"]), ("message", said["message"])])


def describe(array):
    """An array in the form `nv1`."""
    if not isinstance(array, np.ndarray):
        raise TypeError("no array")
    order = "F" if array.flags.f_contiguous and not array.flags.c_contiguous else "C"
    if array.dtype.hasobject or array.dtype.kind == "T":
        flat = array.flatten(str(order))
        data = {"items": [describe_element(flat[index : index + 1]) for index in range(flat.size)]}
    else:
        data = {"b64": encode64(without_noise(to_bytes(array, order), array))}
    dtype = describe_dtype(array.dtype)
    return OrderedDict([("dtype", dtype), ("shape", list(array.shape)), ("order", order), ("data", data)])


def describe_element(one):
    """The tagged value of the only element of an array."""
    if one.dtype.names is not None:
        return {"t": "tuple", "v": [describe_element(one[name]) for name in one.dtype.names]}
    if one.ndim > 1:
        return {"t": "ndarray", "v": describe(one[0])}
    if one.dtype.kind in "OT":
        return describe_object(one[0])
    return {"t": "scalar", "v": describe(one.reshape(()))}


def describe_object(value):
    """The tagged value of an object as recipes have them."""
    for types, write in TAGGED:
        if isinstance(value, types):
            return write(value)
    raise TypeError("no tag for %s" % type(value).__name__)


def describe_each(values):
    """The tagged values of several objects."""
    return [describe_object(value) for value in values]


# The first type that fits decides: a bool is an int, and some of NumPy's scalars are Python's numbers and texts.
TAGGED = [
    (type(None), lambda _: {"t": "none"}),
    (np.generic, lambda value: {"t": "scalar", "v": describe(np.asarray(value))}),
    (bool, lambda value: {"t": "bool", "v": value}),
    (int if not PY2 else (int, long), lambda value: {"t": "int", "v": "%d" % value}),  # noqa: F821
    (float, lambda value: {"t": "f8", "x": binascii.hexlify(struct.pack(str("<d"), value)).decode("ascii")}),
    (type(""), lambda value: {"t": "str", "v": value}),
    (bytes, lambda value: {"t": "bytes", "b64": encode64(value)}),
    (list, lambda value: {"t": "list", "v": describe_each(value)}),
    (tuple, lambda value: {"t": "tuple", "v": describe_each(value)}),
    (dict, lambda value: {"t": "dict", "v": [describe_each(pair) for pair in value.items()]}),
]


def read_npz(data, _):
    """As numpy.load, the member called `a`."""
    with np.load(io.BytesIO(data), **load_options({"allow_pickle": True})) as archive:
        return archive["a"]


def read_raw(data, line):
    """As numpy.frombuffer with the dtype and shape that were written."""
    return np.frombuffer(data, parse_dtype(line["dtype"])).reshape(line["shape"])


def parse_dtype(described):
    """The dtype that `describe_dtype` wrote."""
    if not isinstance(described, dict):
        return np.dtype(dtype_argument(described))
    if "base" in described:
        return np.dtype((parse_dtype(described["base"]), tuple(described["shape"])))
    fields = described["fields"]
    spec = {
        str("names"): [str(field["name"]) if PY2 else field["name"] for field in fields],
        str("formats"): [field_format(field) for field in fields],
        str("offsets"): [field["offset"] for field in fields],
        str("titles"): [field.get("title") for field in fields],
        str("itemsize"): described["itemsize"],
    }
    return np.dtype(spec)


def field_format(field):
    """The dtype of a field, with its shape."""
    dtype = parse_dtype(field["type"])
    return np.dtype((dtype, tuple(field["shape"]))) if "shape" in field else dtype


def read_frame(data, _):
    """The array of a frame, by the text of its dtype. As people read it, it cannot have elements without a size."""
    (length,) = struct.unpack_from(str("<I"), data)
    dtype = np.dtype(str(data[4 : 4 + length].decode("ascii")))
    (ndim,) = struct.unpack_from(str("<I"), data, 4 + length)
    shape = struct.unpack_from(str("<%dI" % ndim), data, 8 + length)
    start = 8 + length + 4 * ndim
    return np.frombuffer(data[start:], dtype).reshape(shape)


def read_triple(data, _):
    """The array of a triple, by the text of its dtype as people read it: a name, or else a Python literal."""
    text, content, shape = json.loads(data.decode("ascii"))
    try:
        dtype = np.dtype(str(text))
    except TypeError:
        dtype = np.dtype(ast.literal_eval(str(text)))
    if count_of(shape) == 0 or dtype.itemsize == 0:
        return np.ndarray(shape, dtype)
    return np.frombuffer(base64.b64decode(content), dtype).reshape(shape)


def read_pickle(data, _):
    """As pickle.loads; of Python 2's pickles the bytes are those of latin1."""
    return pickle.loads(data) if PY2 else pickle.loads(data, encoding="latin1")


READERS = {
    "npy": lambda data, _: load(data, {"allow_pickle": True}),
    "npz": read_npz,
    "raw": read_raw,
    "frame": read_frame,
    "triple": read_triple,
    "pickle": read_pickle,
}


if __name__ == "__main__":
    main()
