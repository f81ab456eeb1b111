"""The format npy, by `numpy.load` and `numpy.save`."""

import io
import math
import re

import numpy as np

from .answers import Refusal, Unsupported
from .arrays import describe_array, read_array, read_dtype
from .npy_refusals import refusal_of_load, refusal_of_save
from .trees import TreeWriter

# NumPy allocates an array before it looks for its data. What claims to be larger than this is compared with the data
# first; that is the one thing not left to NumPy. Below it NumPy's own words decide.
HARMLESS_SIZE = 1 << 24

# Releases that write the same bytes: the first release after each era.
ERAS = {"npy-A0": (1, 9), "npy-A1": (1, 14), "npy-B": (1, 24), "npy-C": (math.inf,)}

ENCODINGS = ("ASCII", "latin1", "bytes")


def lacks():
    """The features that this release of NumPy cannot show: the bytes of other eras."""
    return [era for era in ERAS if era != era_of(np.__version__)]


def era_of(release):
    """The era of a release such as "2.4" or "1.13.3"."""
    parts = tuple(int(part) for part in re.findall(r"\d+", release)[:2])
    return next(era for era, end in ERAS.items() if parts < end)


def decode(data, options):
    """The array in `data`, in the form `nv1`."""
    array = load(data, options)
    if is_beyond_words(array.dtype):
        raise Unsupported("dtype")
    return describe_array(array, TreeWriter().describe)


def is_beyond_words(dtype):
    """Whether the form `nv1` cannot say the dtype: nothing that NumPy writes, but something that it reads."""
    base = dtype.base
    if base.kind in "Mm":
        return np.datetime_data(base)[1] < 0  # from M8[s/-2]
    if base.kind == "U":
        return base.itemsize % 4 != 0  # from ('U', 'i2'): the item size of another dtype
    fields = (base.fields or {}).values()
    return (bool(fields) and base.kind != "V") or any(
        is_beyond_words(inner) or not all(isinstance(title, (str, type(None))) for title in titles)
        for inner, _, *titles in fields
    )


def reencode(data, options):
    """The bytes of the array in `data`, saved again."""
    return save(load(data, options), options)


def encode(value, options):
    """The bytes of the array that `value` describes."""
    if read_dtype(value["dtype"]).hasobject:
        raise Refusal("unsafe-object", "writing objects would write a pickle")
    return save(read_array(value), options)


OPERATIONS = {"decode": decode, "encode": encode, "reencode": reencode}


def load(data, options):
    """The array that `numpy.load` gives, or its refusal."""
    allow_pickle = options.get("allow_pickle", False)
    encoding = options.get("encoding", "ASCII")
    if encoding not in ENCODINGS:
        raise ValueError(f"encoding is {encoding!r}; NumPy knows {', '.join(ENCODINGS)}")
    if allow_pickle and not data.startswith(np.lib.format.MAGIC_PREFIX):
        raise Refusal("bad-magic", "not an npy file; numpy.load would unpickle it")
    max_header_size = options.get("max_header_size", 10000)
    # Trust lifts the limit on headers.
    refuse_absent_data(data, len(data), len(data) if allow_pickle else max_header_size)
    try:
        loaded = np.load(
            io.BytesIO(data),
            allow_pickle=allow_pickle,
            encoding=encoding,
            max_header_size=max_header_size,
        )
    except Exception as error:
        raise refusal_of_load(error) from error
    if not isinstance(loaded, np.ndarray):
        raise Refusal("bad-magic", f"not an npy file; numpy.load gives {type(loaded).__name__}")
    return loaded


def refuse_absent_data(start, size, max_header_size):
    """Refuse a file of `size` bytes whose header, at its `start`, declares much more data than there is. Whatever else is wrong is left
    to NumPy.
    """
    file = io.BytesIO(start)
    try:
        version = np.lib.format.read_magic(file)
        # Versions 2.0 and 3.0 differ in the encoding of names, which does not touch sizes.
        read = np.lib.format.read_array_header_1_0 if version[0] == 1 else np.lib.format.read_array_header_2_0
        shape, _, dtype = read(file, max_header_size=max_header_size)
    except Exception:
        return
    has_negative = min(shape, default=0) < 0
    # NumPy multiplies in 64 bits, and a negative size becomes what is left of the product: it can be innocent.
    count = (math.prod(shape) + (1 << 63)) % (1 << 64) - (1 << 63) if has_negative else math.prod(shape)
    declared = count * dtype.itemsize
    present = size - file.tell()
    if dtype.hasobject or declared <= max(HARMLESS_SIZE, present):
        return
    code = "bad-shape" if has_negative else "overflow" if declared >= 1 << 63 else "truncated"
    raise Refusal(code, f"{declared} bytes of data are declared, {present} are there")


def save(array, options):
    """The bytes that `numpy.save` writes, or its refusal."""
    release = options.get("numpy", np.__version__)
    if era_of(release) != era_of(np.__version__):
        raise Unsupported(era_of(release))
    if array.dtype.hasobject:
        raise Refusal("unsafe-object", "writing objects would write a pickle")
    file = io.BytesIO()
    try:
        if "version" in options:
            np.lib.format.write_array(file, array, version=tuple(options["version"]), allow_pickle=False)
        else:
            np.save(file, array, allow_pickle=False)
    except Exception as error:
        raise refusal_of_save(error) from error
    return file.getvalue()
