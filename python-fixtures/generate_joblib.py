# -*- coding: utf-8 -*-
"""Dump values with joblib, load them again, and print the files with what was loaded.

    python generate_joblib.py >> joblib.jsonl

One file for every release: joblib 0.10 to 1.6, NumPy, and Python 2.7 or 3.6 and later. The environments are made by whoever changes
`joblib.jsonl`, in which the files are kept. One JSON object a line:

    {"id": …, "releases": …, "opts": …, "b64": the file, "loaded": a pickle of what joblib.load gave of it}

so that joblib itself says what its files mean, to those who have none. With `--vendored` by the joblib that scikit-learn had inside
itself up to 0.20, under a name of its own. Every release dumps the value that has a bit of everything, and of the others its share:
they are many, and most releases write them alike.
"""

from __future__ import print_function, unicode_literals

import base64
import collections
import json
import os
import pickle
import platform
import shutil
import sys
import tempfile
import warnings

import numpy as np

from generate_pickles import filled, names_of

PY2 = sys.version_info[0] == 2
# Up to 1.1 arrays follow the opcodes as they are, and since then aligned. Of what there is much of, each release dumps one part in four.
RELEASES = "0.10 0.11 0.14 0.17 1.2 1.3 1.4 1.6".split()
SHARES = 4
# Not dates without a unit, which NumPy 1.13 writes and cannot read.
KINDS = "? i1 u2 i4 i8 f2 f4 f8 c16 f16 S5 U3 V4 M8[25us] m8[ns]".split()


def main():
    """Print the files of this release."""
    warnings.simplefilter("ignore")
    if "--vendored" in sys.argv:
        import sklearn.externals.joblib as joblib

        values, number, prefix = every(), 0, "sklearn-"
    else:
        import joblib

        number, prefix = RELEASES.index(".".join(joblib.__version__.split(".")[:2])), ""
        values = list(every()) + list(rest())[number % SHARES :: SHARES]
    for place, (name, value) in enumerate(values):
        how, arguments = WAYS[(place + 3 * number) % len(WAYS)]
        identity = "%s/%s/%s%s-py%d.%d" % ((name, how, prefix, joblib.__version__) + sys.version_info[:2])
        print(json.dumps(line_of(joblib, identity, value, arguments)))


# How a file is made: a name for it and what `joblib.dump` is told.
WAYS = [
    ("plain", {}),
    ("zlib", {"compress": 3}),
    ("p0", {"protocol": 0}),
    ("gzip", {"compress": ("gzip", 1)}),
    ("p1", {"protocol": 1}),
    ("p2", {"protocol": 2}),
    ("plain", {"compress": 0}),
    ("p%d" % pickle.HIGHEST_PROTOCOL, {"protocol": pickle.HIGHEST_PROTOCOL}),
]


def line_of(joblib, identity, value, arguments):
    """A file by joblib, and what it gives of it."""
    folder = tempfile.mkdtemp()
    try:
        path = os.path.join(folder, str("value"))
        joblib.dump(value, path, **arguments)
        with open(path, "rb") as file:
            data = file.read()
        loaded = pickle.dumps(joblib.load(path), 2)
    finally:
        shutil.rmtree(folder)
    opts = {"joblib": True}
    if PY2:
        opts["encoding"] = "latin1"
    releases = "joblib %s, NumPy %s, Python %s" % (joblib.__version__, np.__version__, platform.python_version())
    parts = [("id", identity), ("releases", releases), ("opts", opts), ("b64", encode64(data)), ("loaded", encode64(loaded))]
    return collections.OrderedDict(parts)


def encode64(data):
    """Base64 text of bytes."""
    return base64.b64encode(data).decode("ascii")


def every():
    """What every release dumps."""
    cube = filled("<i4", (2, 3, 2))
    shared = filled(">i2", (3,))
    objects = np.empty(2, object)
    objects[:] = [shared, ["text", None]]
    yield "each", [
        cube,
        np.asfortranarray(filled("<f8", (2, 3))),
        cube[:, ::-2],
        cube.transpose(1, 0, 2),
        (shared, {"again": shared}),
        objects,
        filled("|u1", ()),
        np.zeros((0, 2), "<c8"),
        "between the arrays",
        np.array([True, False]),
    ]


def rest():
    """What is dumped by one release or another."""
    for number in range(SHARES):
        kinds = list(names_of(KINDS))[number::SHARES]
        yield "kinds-%d" % (number + 1), collections.OrderedDict((name, filled(dtype, (3,))) for dtype, name in kinds)
    structs = [(str("a"), "<i2"), (str("b"), ">f8"), (str("c"), "S3"), (str("d"), [(str("x"), "<M8[s]")], (2,))]
    yield "structs", [filled(np.dtype("<u4"), (2,)), np.zeros(2, structs), np.zeros((), structs), np.zeros((2, 2), structs, "F")]
    offsets = {"names": [str("a"), str("b")], "formats": ["i4", "i2"], "offsets": [8, 2], "itemsize": 16}
    yield "offsets", np.zeros(2, dict((str(key), value) for key, value in offsets.items()))
    yield "titles", np.zeros(2, [((str("T"), str("a")), "i4")])
    nested = np.empty((2, 2), object)
    nested[0, 0] = filled("<f4", (2,))
    nested[0, 1] = nested[0, 0]
    nested[1, 0] = collections.OrderedDict([("k", (1, 2.5))])
    yield "objects", [nested, np.asfortranarray(nested), nested[::-1], np.empty((0,), object), np.array({"k": 1}, object)]
    mixed = np.zeros(2, [(str("o"), "O"), (str("i"), ">i4")])
    mixed["o"] = [[1], None]
    yield "objects-in-structs", [mixed, filled("<u2", (2,))]
    yield "matrix", np.matrix([[1, 2], [3, 4]], "<i4")
    # Neither a subclass of records nor a masked array is taken out of the pickle.
    yield "records", np.rec.array([(1, 2.5)], dtype=[(str("a"), "<i4"), (str("b"), "<f8")])
    yield "masked", [np.ma.array([1.5, 2.5], mask=[False, True]), filled("<f8", (2,))]
    yield "mapped", mapped()
    yield "deep", {"model": [{"weights": [filled("<f4", (2, 2)), filled(">f4", (2,))], "bias": None}, filled("<f4", (1,))]}
    yield "one", filled("<f8", (2,))
    yield "none", {"no": "array"}
    yield "scalars", [np.float32(1.5), filled("<f4", (1,))[0], filled("<M8[us]", (1,))[0], np.dtype("<f4")]


def mapped():
    """An array in a file."""
    file = tempfile.TemporaryFile()
    return np.memmap(file, "<u2", "w+", shape=(2, 3))


if __name__ == "__main__":
    main()
