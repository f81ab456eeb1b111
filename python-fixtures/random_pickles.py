# -*- coding: utf-8 -*-
"""Pickle random nested values, and print the pickles: one JSON object {"in": BASE64, "opts": {...}} a line.

    python random_pickles.py SEED COUNT [--joblib]

With `--joblib` it prints files that joblib dumped, each with a pickle of what joblib loaded of it: {"in": …, "loaded": …, "opts": …}.
Needs the standard library and NumPy (and joblib if it is wanted), and runs on Python 2.7 and on 3.6 and later. What a pickle means is
not said here: the oracle reads it and says so. Objects are shared and hold themselves; every protocol is used, and both picklers, in C and in Python.
"""

from __future__ import print_function, unicode_literals

import array
import base64
import collections
import datetime
import decimal
import fractions
import io
import json
import os
import pickle
import random
import shutil
import sys
import tempfile
import types
import uuid
import warnings

import numpy as np

try:
    import cPickle as fast_pickle
except ImportError:
    import pathlib
    import pickle as fast_pickle

PY2 = sys.version_info[0] == 2
OPTS = {"encoding": "latin1"} if PY2 else {}


def main():
    """Print as many pickles as were asked for."""
    warnings.simplefilter("ignore")
    maker = Maker(random.Random(int(sys.argv[1])))
    make = maker.joblib_line if "--joblib" in sys.argv else maker.line
    for _ in range(int(sys.argv[2])):
        print(json.dumps(make()))


class Maker(object):
    """Makes values; what it made in the same pickle comes again at times."""

    def __init__(self, random):
        self._random = random
        self._made = []
        self._most_keys = 4

    def line(self):
        """One pickle as a line."""
        data = None
        while data is None:
            buffers = []
            data = self._pickle(buffers)
        given = [{"b64": encode64(buffer.raw())} for buffer in buffers]
        return {"opts": dict(OPTS, buffers=given) if given else OPTS, "in": encode64(data)}

    def joblib_line(self):
        """One file of joblib's as a line. Python 2 keeps no order of keys, which may be another once they have been loaded."""
        self._most_keys = 1 if PY2 else 4
        files = None
        while files is None:
            files = self._dump()
        return {"opts": dict(OPTS, joblib=True), "in": encode64(files[0]), "loaded": encode64(files[1])}

    def _dump(self):
        """A file of joblib's and what joblib loads of it, as a pickle; None where Python stumbles."""
        import joblib

        self._made = []
        value = self.value(self._random.randrange(1, 6))
        protocol = self._random.randrange(pickle.HIGHEST_PROTOCOL + 1)
        folder = tempfile.mkdtemp()
        path = os.path.join(folder, str("value"))
        try:
            joblib.dump(value, path, compress=self._random.choice([0, 0, 1, ("gzip", 3)]), protocol=protocol)
            with open(path, "rb") as file:
                return file.read(), pickle.dumps(joblib.load(path), 2)
        except (RuntimeError, SystemError, TypeError, ValueError, ZeroDivisionError):
            # No joblib dumps elements of no bytes, Python's own pickler recurses, and NumPy 1.13 loads no dates without a unit.
            return None
        finally:
            shutil.rmtree(folder)

    def _pickle(self, buffers):
        """A value pickled by one of the picklers that there are, at times with its memory in `buffers`; None where it stumbles."""
        self._made = []
        value = self.value(self._random.randrange(1, 6))
        protocol = self._random.randrange(pickle.HIGHEST_PROTOCOL + 1)
        is_python = self._random.random() < 0.3
        try:
            if protocol == 5 and self._random.random() < 0.3:
                return fast_pickle.dumps(value, protocol, buffer_callback=buffers.append)
            if not is_python:
                return fast_pickle.dumps(value, protocol)
            target = io.BytesIO()
            (pickle.Pickler if PY2 else pickle._Pickler)(target, protocol).dump(value)
            return target.getvalue()
        except (AssertionError, RuntimeError):
            # Python's own pickler takes copies of buffers that are gone for what it has pickled; old ones follow some cycles for ever.
            return None

    def value(self, depth):
        """A value whose containers are at most so deep."""
        if self._made and self._random.random() < 0.1:
            return self._random.choice(self._made)
        if depth == 0 or self._random.random() < 0.25:
            return self._random.choice(LEAVES)(self._random)
        return self._random.choice(CONTAINERS)(self, depth - 1)

    def keep(self, value):
        """Remember a container before it is filled, so that it can come to hold itself."""
        self._made.append(value)
        return value

    def values(self, depth):
        """A few values."""
        return [self.value(depth) for _ in range(self._random.choice([0, 1, 1, 2, 3, 4, 7]))]

    def keys(self):
        """A few values that Python can hash, and that equal each other nowhere."""
        keys = self._random.sample(KEYS, self._random.randrange(self._most_keys + 1))
        return [key(self._random, index) for index, key in enumerate(keys)]

    def list(self, depth):
        """A list that may hold itself."""
        result = self.keep([])
        result.extend(self.values(depth))
        return result

    def long_list(self, _depth):
        """More items than one batch of a pickler has."""
        return list(range(self._random.choice([999, 1000, 1001, 2001])))

    def tuple(self, depth):
        """A tuple, of every length that has an opcode."""
        return tuple(self.values(depth))

    def dict(self, depth):
        """A dictionary that may hold itself."""
        return self.filled({}, depth)

    def filled(self, result, depth):
        """Any mapping, filled."""
        self.keep(result)
        for key in self.keys():
            result[key] = self.value(depth)
        return result

    def ordered_dict(self, depth):
        """A dictionary that is a class of its own, built by a call."""
        return self.filled(collections.OrderedDict(), depth)

    def default_dict(self, depth):
        """A dictionary with a class in it."""
        return self.filled(collections.defaultdict(self._random.choice([None, list, dict, float])), depth)

    def counter(self, _depth):
        """A dictionary that is built of another."""
        return collections.Counter(self._random.choice(["", "aab", [1, 1, 2]]))

    def deque(self, depth):
        """A deque with a limit or without."""
        return collections.deque(self.values(depth), self._random.choice([None, None, 0, 2, 100]))

    def set(self, _depth):
        """A set."""
        return set(self.keys())

    def frozenset(self, _depth):
        """A set that cannot change."""
        # Of empty ones old Pythons have but one, which is shared once they are loaded.
        return frozenset(self.keys() or [None])

    def objects(self, depth):
        """An array of objects in any layout, which may hold itself."""
        shape = self._random.choice([(), (0,), (1,), (3,), (2, 2), (2, 1, 2), (2, 0)])
        result = self.keep(np.empty(shape, object))
        for index in np.ndindex(shape):
            result[index] = self.value(depth)
        return result.T if self._random.random() < 0.3 else result

    def records(self, depth):
        """Records some of whose fields are objects."""
        random = self._random
        unit = random.choice("Y M 3M W 2W D h 15m s ms us 25us ns as".split())
        dtype = [
            (str("o"), object),
            (str("i"), ">i2"),
            (str("t"), str("M8[%s]" % unit)),
            (str("n"), [(str("x"), "f4"), (str("p"), object), (str("d"), str(">m8[%s]" % unit))]),
            (str("s"), random.choice(["S3", ">U2", "?", "c16"]), random.choice([(), (2,)])),
        ]
        result = np.zeros(random.choice([1, 2, (2, 2)]), dtype)
        for index in np.ndindex(result.shape):
            result["o"][index] = self.value(0)
            result["t"][index] = np.int64(random.choice([-(2**63), random.randrange(-(10**4), 10**4)])).view("M8[%s]" % unit)
            result["n"]["d"][index] = np.int64(random.choice([-(2**63), random.randrange(-(10**4), 10**4)])).view("m8[%s]" % unit)
            result["n"]["p"][index] = self.value(depth)
        return result.T if random.random() < 0.3 else result

    def namespace(self, depth):
        """A namespace that may hold itself."""
        result = self.keep(types.SimpleNamespace())
        vars(result).update(("n%d" % index, value) for index, value in enumerate(self.values(depth)))
        return result


def encode64(data):
    """Base64 text of bytes."""
    return base64.b64encode(data).decode("ascii")


def integer(random):
    """An integer about the size of an opcode's argument, or far beyond."""
    bits = random.choice([1, 7, 8, 15, 16, 31, 32, 53, 63, 64, 200, 2040, 2100])
    return random.choice([-1, 1]) * ((1 << bits) + random.choice([-1, 0, 1]))


def floating(random):
    """A float of any bits but those of a NaN."""
    return random.choice([0.0, -0.0, 0.1, -1e308, 5e-324, float("inf"), random.gauss(0, 1e5)])


def text(random):
    """Text of every length that has an opcode, and of every plane."""
    letters = ["a", "\n", "\\", "'", '"', "\u00e9", "\u20ac", "\U0001f600", "\x00", "\x1a", "\\u0041", "\ufeff"]
    if not PY2:
        letters += ["\ud800", "\udc00"]
    return "".join(random.choice(letters) for _ in range(random.choice([0, 1, 3, 12, 13, 40, 300])))


def some_bytes(random):
    """Bytes of every length that has an opcode."""
    return bytes(bytearray(random.randrange(256) for _ in range(random.choice([0, 1, 2, 255, 256, 400]))))


def moment(random):
    """A date, a time, a duration."""
    stamp = datetime.datetime(1, 1, 1) + datetime.timedelta(random.randrange(3652059), random.randrange(86400), random.randrange(10**6))
    if not PY2 and random.random() < 0.3:
        zone = datetime.timezone(datetime.timedelta(minutes=random.randrange(-1439, 1440)))
        return random.choice([stamp.replace(tzinfo=zone), stamp.replace(tzinfo=zone).timetz(), zone])
    return random.choice([stamp, stamp.date(), stamp.time(), datetime.timedelta(random.randrange(-(10**6), 10**6), 5, 7)])


def exact(random):
    """A number that is no float."""
    return random.choice(
        [
            decimal.Decimal(random.randrange(-(10**20), 10**20)).scaleb(random.randrange(-30, 30)),
            decimal.Decimal(random.choice(["NaN", "-Infinity", "sNaN5", "-0"])),
            fractions.Fraction(random.randrange(-(10**20), 10**20), random.randrange(1, 10**9)),
            complex(floating(random), floating(random)),
            uuid.UUID(int=random.getrandbits(128)),
        ]
    )


DTYPES = "? i1 u1 <i2 >i2 <u4 >i8 <u8 <f2 >f2 <f4 >f8 <c8 >c16 S0 S5 <U3 >U2 V4 <M8[s] >M8[25us] <m8[D] <M8 <m8[ns]".split()


def dtype(random):
    """A dtype, also with fields and blocks."""
    plain = np.dtype(str(random.choice(DTYPES)))
    if random.random() < 0.7:
        return plain
    fields = [(str("a"), plain), (str("b"), random.choice([">f8", "u1"]), (2, 1)), (str("c"), [(str("x"), "<i4")])]
    aligned = not PY2 and np.__version__ >= "2" and random.random() < 0.5
    return np.dtype(fields[: random.randrange(1, 4)], align=aligned)


def numeric(random):
    """An array of any bits, in any layout."""
    kind = dtype(random)
    shape = random.choice([(), (0,), (1,), (4,), (2, 3), (3, 0, 2), (2, 1, 3), (300,)])
    count = int(np.prod(shape, dtype=int))
    data = bytes(bytearray(random.randrange(1, 100) for _ in range(kind.itemsize * count)))
    if kind.kind in "bU" or kind.hasobject or kind.names or not kind.itemsize:
        result = np.zeros(shape, kind)
    else:
        result = np.frombuffer(data, kind, count).reshape(shape).copy()
    way = random.randrange(5)
    if way == 0:
        return np.asfortranarray(result)
    if way == 1:
        return result.T
    if way == 2 and result.ndim:
        return result[::-2]
    if way == 3 and result.ndim == 3:
        return result.transpose(1, 2, 0)
    return result


def scalar(random):
    """A scalar of NumPy's."""
    kind = dtype(random)
    # Of text without a character NumPy makes an array of one, and so the oracle could not say what it is.
    return np.zeros((), kind)[()] if kind.kind not in "SU" else np.array(["ab"], str(kind.kind + "2"))[0]


def masked(random):
    """A masked array, of records too."""
    kind = random.choice(["<i4", ">f8", "S2", "M8[s]", "O", [(str("a"), "<i2"), (str("b"), ">f4", (2,)), (str("c"), [(str("x"), "S1")])]])
    result = np.ma.zeros((2, 3), kind)
    if result.dtype.names:
        result.mask["a"] = random.random() < 0.5
        result.mask["c"]["x"] = [[random.random() < 0.5 for _ in range(3)] for _ in range(2)]
    else:
        result[:] = np.arange(6).astype(result.dtype if kind != "M8[s]" else "i8").reshape(2, 3)
        result.mask = [[random.random() < 0.5 for _ in range(3)] for _ in range(2)]
    return random.choice([result, result.T, result[::-1, 1:], result[0, :0]])


def subclass(random):
    """An array of a class of NumPy's own."""
    return random.choice(
        [
            np.matrix([[1, 2], [3, 4]], random.choice([">i2", "<f8"])),
            np.rec.array([(1, b"a"), (2, b"b")], dtype=[(str("x"), random.choice(["<i4", ">f8"])), (str("y"), "S1")]),
            np.char.array(["a", "bc"]),
        ]
    )


def path(random):
    """A path, of either system."""
    kind = random.choice([pathlib.PosixPath, pathlib.PurePosixPath, pathlib.PureWindowsPath])
    return kind(random.choice(["/", "", "c:/", "//a/b/"]), *random.choice([[], ["a"], ["a b", "..", "\u00e9"], [".", "x"]]))


def native_array(random):
    """An array of the standard library's."""
    code = str(random.choice("bBhHiIlLqQfd" if not PY2 else "bBhHiIlLfd"))
    return array.array(code, [1, 2, 3][: random.randrange(4)])


LEAVES = [
    lambda random: random.choice([None, True, False, 0, -1]),
    integer,
    floating,
    text,
    some_bytes,
    lambda random: bytearray(some_bytes(random)),
    moment,
    exact,
    dtype,
    numeric,
    numeric,
    scalar,
    masked,
    subclass,
    native_array,
    lambda random: random.choice([int, list, np.ndarray, np.float64]),
]
if not PY2:
    LEAVES.append(path)
    LEAVES.append(lambda random: range(random.randrange(-5, 5), random.randrange(10), random.choice([-2, 1, 3])))
    LEAVES.append(lambda random: random.choice([slice(None), slice(1, None, 2), Ellipsis, NotImplemented]))

# No two can be equal, as Python takes 1 and 1.0 for one key and JavaScript does not.
KEYS = [
    lambda _random, index: "key%d" % index,
    lambda random, index: "\u20ac%s%d" % (text(random), index),
    lambda random, index: 10 * random.randrange(10**9) + index,
    lambda random, index: 0.5 + index,
    lambda _random, index: (index, "t"),
    lambda _random, _index: None,
    lambda _random, index: datetime.date(2000, 1, 1 + index),
]

CONTAINERS = [
    Maker.list,
    Maker.list,
    Maker.long_list,
    Maker.tuple,
    Maker.tuple,
    Maker.dict,
    Maker.dict,
    Maker.ordered_dict,
    Maker.default_dict,
    Maker.counter,
    Maker.deque,
    Maker.set,
    Maker.frozenset,
    Maker.objects,
    Maker.records,
]
if not PY2:
    CONTAINERS.append(Maker.namespace)


if __name__ == "__main__":
    main()
