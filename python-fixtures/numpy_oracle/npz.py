"""The format npz, by `numpy.load` and `numpy.savez`."""

import io
import sys

import numpy as np

from generate_npz import ERAS, era_of

from .answers import Refusal, Unsupported
from .arrays import read_array, read_dtype
from .npy import ENCODINGS, is_beyond_words, refuse_absent_data
from .npy_refusals import code_by_text, describe, refusal_of_load, refusal_of_save
from .trees import TreeWriter

# As much of a member as its npy header can take.
HEADER_SIZE = 1 << 17


def lacks():
    """The features that these releases cannot show: the bytes of other eras."""
    return [era for era in ERAS if era != era_of(np.__version__, sys.version)]


def decode(data, options):
    """The members of the archive in `data`, as a tree."""
    members = load(data, options)
    if any(isinstance(member, np.ndarray) and is_beyond_words(member.dtype) for member in members.values()):
        raise Unsupported("dtype")
    return TreeWriter().describe(members)


def encode(value, options):
    """The archive of the arrays that `value` describes."""
    arrays = [(name["v"], array["v"]) for name, array in value["v"]]
    if any(read_dtype(array["dtype"]).hasobject for _, array in arrays):
        raise Refusal("unsafe-object", "writing objects would write a pickle")
    return save({name: read_array(array) for name, array in arrays}, options)


def reencode(data, options):
    """The archive in `data`, saved again."""
    return save(load(data, options), options)


OPERATIONS = {"decode": decode, "encode": encode, "reencode": reencode}


def load(data, options):
    """All members that `numpy.load` gives, or its refusal."""
    encoding = options.get("encoding", "ASCII")
    if encoding not in ENCODINGS:
        raise ValueError(f"encoding is {encoding!r}; NumPy knows {', '.join(ENCODINGS)}")
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise Refusal("bad-magic" if data else "truncated", "numpy.load takes it for no archive")
    max_header_size = options.get("max_header_size", 10000)
    allow_pickle = options.get("allow_pickle", False)
    try:
        with np.load(
            io.BytesIO(data), allow_pickle=allow_pickle, encoding=encoding, max_header_size=max_header_size
        ) as archive:
            refuse_absent_members(archive, len(data) if allow_pickle else max_header_size)
            return {name: archive[name] for name in archive.files}
    except Refusal:
        raise
    except Exception as error:
        raise refusal_of(error) from error


def refuse_absent_members(archive, max_header_size):
    """Refuse members that declare much more data than they have; NumPy would make room for it first."""
    for info in archive.zip.infolist():
        try:
            with archive.zip.open(info) as member:
                start = member.read(HEADER_SIZE)
        except Exception:
            continue
        refuse_absent_data(start, info.file_size, max_header_size)


# By the exception's class and text, as `zipfile` and `zlib` have them. The first row that matches counts; the others are NumPy's.
REFUSALS = [
    (r"^BadZipFile: Bad CRC-32", "checksum"),
    (r"^BadZipFile: Truncated", "truncated"),
    (r"^BadZipFile|^NotImplementedError: (compress|strong|That)|^RuntimeError: .*encrypted|^error: ", "bad-container"),
    (r"^NotImplementedError: zip file version", "bad-version"),
    (r"^UnicodeDecodeError", "bad-encoding"),
    (r"^EOFError", "truncated"),
    (r"^ValueError: negative seek", "bad-container"),
]


def refusal_of(error):
    """The refusal for an exception that `numpy.load` or a member raised."""
    text = describe(error)
    code = code_by_text(text, REFUSALS, None)
    return Refusal(code, text) if code else refusal_of_load(error)


def save(members, options):
    """The archive that `numpy.savez` writes, or its refusal."""
    era = era_of(options.get("numpy", np.__version__), options.get("python", sys.version))
    if era is None or era in lacks():
        raise Unsupported(era or "npz")
    if any(not isinstance(member, np.ndarray) for member in members.values()):
        raise Unsupported("npz.bytes")
    if any(member.dtype.hasobject for member in members.values()):
        raise Refusal("unsafe-object", "writing objects would write a pickle")
    file = io.BytesIO()
    try:
        (np.savez_compressed if options.get("compressed", False) else np.savez)(file, **members)
    except Exception as error:
        raise refusal_of_save(error) from error
    return file.getvalue()
