"""The format raw, by `ndarray.tobytes` and `numpy.frombuffer`."""

import math

import numpy as np

from .answers import Refusal
from .arrays import describe_array, read_array, read_dtype
from .buffer_refusals import refusal_of_buffer

__all__ = ["OPERATIONS", "lacks"]


def lacks():
    """Nothing: the bytes are the same in every release."""
    return []


def decode(data, options):
    """The array whose bytes these are, in the form `nv1`."""
    return describe_array(load(data, options), None)


def encode(value, options):
    """The bytes of the array that `value` describes."""
    if read_dtype(value["dtype"]).hasobject:
        raise Refusal("unsafe-object", "the bytes of objects are pointers")
    return read_array(value).tobytes(options.get("order", "C"))


def reencode(data, options):
    """The bytes of the array in `data`, written again."""
    return load(data, options).tobytes(options["order"])


OPERATIONS = {"decode": decode, "encode": encode, "reencode": reencode}


def load(data, options):
    """The array that `numpy.frombuffer` and `reshape` give, or its refusal."""
    shape = options["shape"]
    try:
        elements = np.frombuffer(data, read_dtype(options["dtype"]))
        return elements.reshape(shape, order=options["order"])
    except Exception as error:
        raise refusal_of_buffer(error, mismatch_of(data, shape, options)) from error


def mismatch_of(data, shape, options):
    """What is wrong with a shape that does not take the elements that are there."""
    size = math.prod(shape) * read_dtype(options["dtype"]).base.itemsize
    return "truncated" if len(data) < size else "trailing-data"
