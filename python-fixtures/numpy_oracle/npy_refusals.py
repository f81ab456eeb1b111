"""Which refusal code an exception of NumPy's npy reader or writer stands for, told by its text.

Whatever NumPy raises is its refusal: an exception without a row here still refuses, with the code of last resort.
"""

import re

from .answers import Refusal

# Code and pattern; the first row that matches counts. The texts are those of numpy.lib.format, numpy.load,
# ast.literal_eval and pickle.
LOADING = [
    (
        "truncated",
        r"^No data left in file|^EOF: reading |^Failed to read all data|^Ran out of input|pickle data was truncated",
    ),
    (
        "bad-magic",
        r"contains? pickled|^the magic string is not correct|not a zip file|^Bad magic number|^Truncated file header",
    ),
    ("bad-version", r"^we only support format version"),
    (
        "limit",
        r"^Header info length|maximum supported dimension|^Unable to allocate|^array is too big|^Maximum allowed",
    ),
    (
        "bad-header-keys",
        r"^Header is not a dictionary|^Header does not contain|^fortran_order is not|not supported between instances",
    ),
    ("unsafe-object", r"^Object arrays cannot be loaded"),
    (
        "bad-shape",
        r"^shape is not valid|^negative dimensions|^can only specify one|integer is required|as an integer$|^cannot reshape",
    ),
    ("overflow", r"too large to convert|^array is too big"),
    (
        "bad-dtype",
        r"^descr is not a valid|dtype|data type|field|itemsize|[Tt]itle|tuple|descr|unit",
    ),
    (
        "bad-header-syntax",
        r"^Cannot parse header|^malformed node|unhashable|EOF in multi-line|invalid syntax|was never closed|literal",
    ),
    ("bad-encoding", r"codec can't decode|^Unpickling a python object failed|surrogates"),
]
SAVING = [
    ("bad-version", r"^we only support format version"),
    ("limit", r"^Header length|too big for version"),
    ("bad-encoding", r"codec can't encode"),
    ("bad-dtype", r"dtype\.descr is not defined"),
]


def refusal_of_load(error):
    """The refusal for an exception that `numpy.load` raised."""
    by_type = {
        "MemoryError": "limit",
        "RecursionError": "limit",
        "UnicodeDecodeError": "bad-encoding",
    }
    return by_type_or_text(error, {**by_type, "TokenError": "bad-header-syntax"}, LOADING, "bad-header-syntax")


def refusal_of_save(error):
    """The refusal for an exception that `numpy.save` raised."""
    return by_type_or_text(error, {}, SAVING, "bad-dtype")


def by_type_or_text(error, by_type, by_text, last_resort):
    """The refusal whose code the type of the exception decides, else its text."""
    name, text = type(error).__name__, str(error)
    matching = (code for code, pattern in by_text if re.search(pattern, text))
    return Refusal(by_type.get(name) or next(matching, last_resort), f"{name}: {text}" if text else name)
