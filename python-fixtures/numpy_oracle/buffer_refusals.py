"""Which refusal code an exception of `numpy.frombuffer`, `reshape` or `numpy.dtype` stands for."""

import re

from .answers import Refusal
from .npy_refusals import code_by_text, describe

__all__ = ["refusal_of_buffer"]

BY_CLASS = {"UnicodeDecodeError": "bad-encoding", "EOFError": "truncated", "OverflowError": "overflow"}

BY_TEXT = [
    (r"^buffer size must be a multiple", "bad-length"),
    (r"^cannot create an OBJECT array", "unsafe-object"),
    (r"^array is too big|too large to convert", "overflow"),
    (r"^maximum supported dimension|at most 64", "limit"),
]


def refusal_of_buffer(error, mismatch):
    """The refusal; of a shape that does not take the elements that are there it is `mismatch`."""
    if re.search(r"^cannot reshape", str(error)):
        return Refusal(mismatch, describe(error))
    code = BY_CLASS.get(type(error).__name__) or code_by_text(error, BY_TEXT, "bad-dtype")
    return Refusal(code, describe(error))
