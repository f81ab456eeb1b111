"""The format frame, by the recipe in `peers/frames.py`."""

import io

from peers.frames import pack_frame, read_frame

from .answers import Refusal
from .arrays import describe_array, read_array, read_dtype
from .buffer_refusals import refusal_of_buffer

__all__ = ["OPERATIONS", "lacks"]

COUNTS = {"little": "<", "big": ">"}


def lacks():
    """Nothing: the bytes are the same in every release."""
    return []


def decode(data, options):
    """The array in the frame, in the form `nv1`."""
    return describe_array(load(data, options), None)


def encode(value, options):
    """The frame of the array that `value` describes."""
    if read_dtype(value["dtype"]).hasobject:
        raise Refusal("unsafe-object", "the bytes of objects are pointers")
    array = read_array(value)
    if array.dtype.itemsize == 0:
        raise Refusal("bad-dtype", "numpy.frombuffer reads no elements without bytes")
    return pack_frame(array, counts_of(options))


def reencode(data, options):
    """The frame of the array in the frame."""
    return pack_frame(load(data, options), counts_of(options))


OPERATIONS = {"decode": decode, "encode": encode, "reencode": reencode}


def counts_of(options):
    """The byte order of the counts, as struct has it."""
    return COUNTS[options.get("byteorder", "little")]


def load(data, options):
    """The array in a frame after which nothing comes, or the refusal."""
    file = io.BytesIO(data)
    told = read_dtype(options["dtype"]) if "dtype" in options else None
    try:
        array = read_frame(file, counts_of(options), told)
    except Exception as error:
        raise refusal_of_buffer(error, "bad-dtype") from error
    if array is None:
        raise Refusal("truncated", "there is no frame")
    if file.read(1):
        raise Refusal("trailing-data", f"the frame ends after {file.tell() - 1} of {len(data)} bytes")
    return array
