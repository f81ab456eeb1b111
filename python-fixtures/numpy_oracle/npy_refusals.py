"""Which refusal code an exception of NumPy's npy reader or writer stands for.

Whatever NumPy raises is its refusal: an exception that no row here describes still refuses, with the code of last
resort.
"""

import re

from .answers import Refusal

# By the exception's class, which is enough for these.
LOADING_BY_CLASS = {
    "MemoryError": "limit",
    "RecursionError": "limit",
    "UnicodeDecodeError": "bad-encoding",
    "TokenError": "bad-header-syntax",
    "BadZipFile": "bad-magic",
    "UnpicklingError": "bad-opcode",
}

# By its text: that of numpy.load, numpy.lib.format, numpy.dtype, ast.literal_eval and pickle, in several releases. The
# first row that matches counts.
LOADING_BY_TEXT = [
    (r"^No data left in file", "truncated"),
    (r"^EOF: reading ", "truncated"),
    (r"^Ran out of input|^pickle data was truncated", "truncated"),
    (r"contain(s|ing) pickled|^negative seek value", "bad-magic"),
    (r"^we only support format version", "bad-version"),
    (r"^Header info length", "limit"),
    (r"^maximum supported dimension|^Maximum allowed dimension", "limit"),
    (r"^Header is not a dictionary", "bad-header-keys"),
    (r"^Header does not contain the correct keys", "bad-header-keys"),
    (r"not supported between instances", "bad-header-keys"),
    (r"^fortran_order is not a valid bool", "bad-header-keys"),
    (r"^Object arrays cannot be loaded", "unsafe-object"),
    (r"^shape is not valid", "bad-shape"),
    (r"^negative dimensions|^can only specify one unknown", "bad-shape"),
    (r"integer is required|cannot be interpreted as an integer", "bad-shape"),
    (r"^cannot reshape", "bad-shape"),
    (r"too large to convert|^array is too big", "overflow"),
    (r"^descr is not a valid dtype", "bad-dtype"),
    (r"^Cannot parse header", "bad-header-syntax"),
    (r"^malformed node or string", "bad-header-syntax"),
    (r"^unhashable type", "bad-header-syntax"),
    (r"^Unpickling a python object failed", "bad-encoding"),
    # A stream that is short says EOF; this comes of items that are arrays themselves.
    (r"^Failed to read all data", "bad-dtype"),
    (r"values to unpack|tuple index out of range", "bad-dtype"),
    (r"^invalid shape in fixed-type tuple|^mismatch in size", "bad-dtype"),
    (r"fit into a C int|^divisor", "bad-dtype"),
    (r"dtype|field|itemsize|title|data type", "bad-dtype"),
]

SAVING_BY_TEXT = [
    (r"^we only support format version", "bad-version"),
    (r"^Header length .* too big", "limit"),
    (r"codec can't encode", "bad-encoding"),
]


def refusal_of_load(error):
    """The refusal for an exception that `numpy.load` raised."""
    code = LOADING_BY_CLASS.get(type(error).__name__) or code_by_text(error, LOADING_BY_TEXT, "bad-header-syntax")
    return Refusal(code, describe(error))


def refusal_of_save(error):
    """The refusal for an exception that `numpy.save` raised."""
    return Refusal(code_by_text(error, SAVING_BY_TEXT, "bad-dtype"), describe(error))


def code_by_text(error, rows, last_resort):
    """The code of the first row that matches the exception's text."""
    return next((code for pattern, code in rows if re.search(pattern, str(error))), last_resort)


def describe(error):
    """An exception in one line."""
    return f"{type(error).__name__}: {error}".rstrip(": ")
