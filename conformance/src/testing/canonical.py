"""What the walker of the judge should find, as NumPy tells it: values in the form `nv1`, one a line, in; hex, one a line, out."""

import json
import sys

import numpy as np

sys.path.insert(0, sys.argv[1])

from numpy_oracle.arrays import read_array


def canonical(array):
    """The leaves of an array: items in C order, fields in their order, every word little-endian, no padding."""
    if array.nbytes == 0:
        return b""
    return b"".join(item(array[(*index, ...)]) for index in np.ndindex(array.shape))


def item(zero_d):
    """The leaves of one element, given as an array without axes."""
    if zero_d.dtype.names is not None:
        return b"".join(canonical(zero_d[name]) for name in zero_d.dtype.names)
    words = zero_d.view() if zero_d.dtype.byteorder != ">" else zero_d.byteswap()
    memory = words.tobytes()
    if zero_d.dtype.char == "g":
        return memory[:10]
    if zero_d.dtype.char == "G":
        return memory[:10] + memory[16:26]
    return memory


for line in sys.stdin:
    print(canonical(read_array(json.loads(line))).hex())
