"""Python values as the tagged trees of the form `nv1`."""

import base64
import collections
import datetime
import decimal
import fractions
import struct
import types
import uuid

import numpy as np

from .answers import Refusal, Unsupported
from .arrays import describe_array, describe_dtype

MAX_DEPTH = 1000

GLOBAL_TYPES = (type, types.FunctionType, types.BuiltinFunctionType, np.ufunc)


class TreeWriter:
    """Describes the values of one answer. An object met again becomes a `ref` to the tree that described it first."""

    def __init__(self):
        self._seen = {}
        self._next_id = 1
        self._depth = 0

    def describe(self, value):
        """The tagged tree of a value."""
        if self._depth == MAX_DEPTH:
            raise Refusal("limit", f"values are nested deeper than {MAX_DEPTH}")
        self._depth += 1
        try:
            return self._immutable(value) or self._once(value)
        finally:
            self._depth -= 1

    def _immutable(self, value):
        """The tree of a value whose identity is no part of it; None for others."""
        if isinstance(value, np.generic):
            return {"t": "scalar", "v": describe_array(np.asarray(value), self.describe)}
        if isinstance(value, np.dtype):
            return {"t": "dtype", "v": describe_dtype(value)}
        writer = IMMUTABLE.get(type(value))
        if writer is not None:
            return writer(self, value)
        if value is Ellipsis:
            return {"t": "global", "v": "builtins.Ellipsis"}
        if isinstance(value, GLOBAL_TYPES):
            return {"t": "global", "v": f"{value.__module__}.{value.__qualname__}"}
        return None

    def _once(self, value):
        """The tree of a value with an identity, or a `ref` to it."""
        if id(value) in self._seen:
            _, tree = self._seen[id(value)]
            if "id" not in tree:
                tree["id"] = self._next_id
                self._next_id += 1
            return {"t": "ref", "id": tree["id"]}
        tree = {}
        # Holding the value keeps its identity from being used again.
        self._seen[id(value)] = (value, tree)
        tree.update(self._mutable(value))
        return tree

    def _mutable(self, value):
        if isinstance(value, np.ma.MaskedArray):
            mask = np.broadcast_to(np.ma.getmaskarray(value), value.shape)
            return {"t": "masked", "data": self._array(value.data), "mask": self._array(mask)}
        if isinstance(value, np.ndarray):
            return {"t": "ndarray", "v": self._array(value)}
        writer = MUTABLE.get(type(value))
        if writer is None:
            raise Unsupported(f"{type(value).__module__}.{type(value).__qualname__}")
        return writer(self, value)

    def _array(self, array):
        return describe_array(array, self.describe)

    def each(self, values):
        """The trees of several values."""
        return [self.describe(value) for value in values]

    def pairs(self, mapping):
        """The trees of keys and values of a mapping."""
        return [[self.describe(key), self.describe(value)] for key, value in mapping.items()]

    def call(self, name, *args):
        """The tree of a global called with arguments."""
        return {"t": "object", "name": name, "args": self.each(args)}


def float_hex(*parts):
    """The little-endian bytes of doubles."""
    return struct.pack(f"<{len(parts)}d", *parts).hex()


IMMUTABLE = {
    type(None): lambda _, v: {"t": "none"},
    bool: lambda _, v: {"t": "bool", "v": v},
    int: lambda _, v: {"t": "int", "v": str(v)},
    float: lambda _, v: {"t": "f8", "x": float_hex(v)},
    complex: lambda _, v: {"t": "c16", "x": float_hex(v.real, v.imag)},
    str: lambda _, v: {"t": "str", "v": v},
    bytes: lambda _, v: {"t": "bytes", "b64": base64.b64encode(v).decode("ascii")},
    tuple: lambda w, v: {"t": "tuple", "v": w.each(v)},
    frozenset: lambda w, v: {"t": "set", "v": w.each(v)},
    range: lambda w, v: w.call("builtins.range", v.start, v.stop, v.step),
    slice: lambda w, v: w.call("builtins.slice", v.start, v.stop, v.step),
    decimal.Decimal: lambda w, v: w.call("decimal.Decimal", str(v)),
    uuid.UUID: lambda w, v: w.call("uuid.UUID", str(v)),
    fractions.Fraction: lambda w, v: w.call("fractions.Fraction", v.numerator, v.denominator),
    datetime.date: lambda w, v: w.call("datetime.date", v.year, v.month, v.day),
    datetime.datetime: lambda w, v: w.call(
        "datetime.datetime",
        v.year,
        v.month,
        v.day,
        v.hour,
        v.minute,
        v.second,
        v.microsecond,
        v.tzinfo,
    ),
    datetime.time: lambda w, v: w.call("datetime.time", v.hour, v.minute, v.second, v.microsecond, v.tzinfo),
    datetime.timedelta: lambda w, v: w.call("datetime.timedelta", v.days, v.seconds, v.microseconds),
    datetime.timezone: lambda w, v: w.call("datetime.timezone", v.utcoffset(None)),
}

MUTABLE = {
    list: lambda w, v: {"t": "list", "v": w.each(v)},
    set: lambda w, v: {"t": "set", "v": w.each(v)},
    dict: lambda w, v: {"t": "dict", "v": w.pairs(v)},
    bytearray: lambda _, v: {"t": "bytearray", "b64": base64.b64encode(v).decode("ascii")},
    collections.OrderedDict: lambda w, v: {
        "t": "object",
        "name": "collections.OrderedDict",
        "pairs": w.pairs(v),
    },
    collections.Counter: lambda w, v: {
        "t": "object",
        "name": "collections.Counter",
        "pairs": w.pairs(v),
    },
    collections.defaultdict: lambda w, v: {
        **w.call("collections.defaultdict", v.default_factory),
        "pairs": w.pairs(v),
    },
    collections.deque: lambda w, v: {**w.call("collections.deque", v.maxlen), "items": w.each(v)},
}
