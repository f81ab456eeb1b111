"""The twin of src/subject/digest.ts: equal results have equal digests."""

import collections.abc
import hashlib
import struct

import numpy as np

ITEMS_OF_LIST = 64


def digest(value):
    hashed = hashlib.sha256()
    _add_value(hashed, value)
    return hashed.hexdigest()[:16]


def _add_value(hashed, value):
    data = _bytes_of(value)
    if data is not None:
        hashed.update(b"bytes %d:" % len(data) + data)
    elif value is None:
        hashed.update(b"none;")
    elif isinstance(value, (bool, np.bool_)):
        hashed.update(b"bool true;" if value else b"bool false;")
    elif isinstance(value, (int, float, np.integer, np.floating)):
        hashed.update(b"number %s;" % _text_of(value))
    elif isinstance(value, str):
        text = value.encode()
        hashed.update(b"text %d:" % len(text) + text)
    elif isinstance(value, collections.abc.Mapping):
        _add_list(hashed, list(value.items()))
    elif isinstance(value, (list, tuple)):
        _add_list(hashed, value)
    else:
        raise TypeError(f"digest: expected data, found a {type(value).__name__}")


def _bytes_of(value):
    if isinstance(value, np.ndarray):
        return value.tobytes()
    return bytes(value) if isinstance(value, (bytes, bytearray, memoryview)) else None


def _text_of(value):
    """Whole numbers as they are printed; others, and the zero that has a sign, by their bits."""
    bits = struct.pack("<d", value) if isinstance(value, (float, np.floating)) else None
    if bits is None or (float(value).is_integer() and bits != b"\0\0\0\0\0\0\0\x80"):
        return b"%d" % int(value)
    return bits.hex().encode()


def _add_list(hashed, items):
    hashed.update(b"list %d:" % len(items))
    for index in range(0, len(items), max(1, len(items) // ITEMS_OF_LIST)):
        _add_value(hashed, items[index])
