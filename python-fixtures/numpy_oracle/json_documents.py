"""What the dialects of JSON have in common: documents, their members, base64, and the arrays over bytes."""

import base64
import gzip
import json
import math
import re

import numpy as np

from .answers import Refusal

MAX_AXES = 64


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


def leaves(value, shape):
    """The values of lists that are nested as a shape says."""
    if not shape:
        return [value]
    if not isinstance(value, list) or len(value) != shape[0]:
        raise Refusal("bad-shape", f"a list of {shape[0]} is needed")
    return [leaf for item in value for leaf in leaves(item, shape[1:])]


def unpack(data):
    """What gzip packed."""
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, ValueError) as error:
        raise Refusal("bad-container", str(error)) from error


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
