"""Arrays as framed messages: length of dtype.str, dtype.str, ndim, shape, elements in C order.

Copy the two functions. `counts` is "<" or ">", the byte order of the counts. Many programs write "=", their machine's own, of which
the reader then has to know what it is.
"""

import math
import struct

import numpy as np

__all__ = ["pack_frame", "read_frame"]


def pack_frame(array, counts="<"):
    """The frame of an array. Of a structured array the fields are lost: the reader has to know its dtype."""
    text = array.dtype.str.encode()
    shape = struct.pack(f"{counts}I{array.ndim}I", array.ndim, *array.shape)
    return struct.pack(f"{counts}I", len(text)) + text + shape + array.tobytes()


def read_frame(file, counts="<", dtype=None):
    """The array in the next frame of a file, or of `socket.makefile("rb")`; None at the end.

    Reads what belongs to the frame and no more: another may follow. `dtype` says what the elements are where the frame cannot.
    """
    head = file.read(4)
    if not head:
        return None
    (length,) = struct.unpack(f"{counts}I", head + read_exactly(file, 4 - len(head)))
    told = np.dtype(read_exactly(file, length).decode())
    (ndim,) = struct.unpack(f"{counts}I", read_exactly(file, 4))
    if ndim > 64:
        raise ValueError(f"{ndim} dimensions; NumPy has at most 64")
    shape = struct.unpack(f"{counts}{ndim}I", read_exactly(file, 4 * ndim))
    elements = told if dtype is None else np.dtype(dtype)
    if elements.itemsize != told.itemsize:
        raise ValueError(f"elements of {elements.itemsize} bytes were expected, the frame has {told.str}")
    data = read_exactly(file, math.prod(shape) * told.itemsize)
    return np.frombuffer(data, elements).reshape(shape)


def read_exactly(file, size):
    """`size` bytes, or EOFError."""
    data = file.read(size)
    if len(data) < size:
        raise EOFError(f"{size} bytes are wanted, {len(data)} are left")
    return data
