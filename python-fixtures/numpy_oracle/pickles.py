"""The format pickle, by Python's own `pickle.Unpickler`, which is given nothing but harmless names."""

import _compat_pickle
import array
import base64
import collections
import importlib
import io
import pathlib
import pickle
import types

import numpy as np

from .answers import Refusal, Unsupported
from .trees import TreeWriter

ENCODINGS = ("ASCII", "latin1", "bytes")

# What a pickle may name: what picklers write for arrays and for values of Python's library. Whatever is not here is never
# imported. Names of Python 2 have been translated before they are looked up.
ALLOWED = {
    "_codecs": "encode",
    "array": "array _array_reconstructor",
    "builtins": "Ellipsis NotImplemented bool bytearray bytes complex dict float frozenset int list object range set slice str "
    "tuple type",
    "collections": "Counter OrderedDict defaultdict deque",
    "copyreg": "__newobj__ __newobj_ex__ _reconstructor",
    "datetime": "date datetime time timedelta timezone",
    "decimal": "Decimal",
    "fractions": "Fraction",
    "numpy": "chararray dtype matrix memmap ndarray recarray record",
    "numpy.char": "chararray",
    "numpy.ma": "MaskedArray MaskedConstant mvoid",
    "numpy.ma.core": "MaskedArray MaskedConstant _mareconstruct mvoid",
    "numpy.ma.mrecords": "MaskedRecords _mrreconstruct",
    "numpy.matrixlib.defmatrix": "matrix",
    "numpy.rec": "recarray record",
    "pathlib": "PosixPath PurePosixPath PureWindowsPath WindowsPath",
    "types": "SimpleNamespace",
    "uuid": "UUID",
}
ALLOWED_IN_CORE = {
    "_internal": "_convert_to_stringdtype_kwargs _reconstruct",
    "defchararray": "chararray",
    "memmap": "memmap",
    "multiarray": "_reconstruct scalar",
    "numeric": "_frombuffer",
    "records": "recarray record",
}
# Where a module has moved since or to.
RENAMED = {"pathlib._local": "pathlib"}


def lacks():
    """What this oracle cannot show: files of joblib's, and how to be safe. Some misuse of NumPy's functions crashes it."""
    return ["excess", "joblib", "misuse"]


def decode(data, options):
    """The first value pickled in `data`, as a tagged tree."""
    encoding = options.get("encoding", "ASCII")
    if encoding not in ENCODINGS:
        raise ValueError(f"encoding is {encoding!r}; the protocol knows {', '.join(ENCODINGS)}")
    if options.get("joblib", False):
        raise Unsupported("joblib")
    buffers = [base64.b64decode(buffer["b64"], validate=True) for buffer in options.get("buffers", [])]
    stubs = options.get("onUnknownGlobal", "refuse") == "stub"
    try:
        value = SafeUnpickler(data, stubs, encoding=encoding, buffers=buffers).load()
    except Refusal:
        raise
    except Exception as error:
        raise refusal_of(error) from error
    return PickleTreeWriter().describe(value)


OPERATIONS = {"decode": decode}


class SafeUnpickler(pickle.Unpickler):
    """An unpickler that resolves the names above and no others."""

    def __init__(self, data, stubs, **options):
        super().__init__(io.BytesIO(data), **options)
        self._stubs = stubs
        self._made = {}
        # Below protocol 3 names are those of Python 2. Protocols 0 and 1 do not say which they are.
        self._is_old = data[:1] != pickle.PROTO or data[1:2] < b"\x03"

    def find_class(self, module, name):
        """The global of that name, or a stub in its place."""
        if self._is_old:
            module, name = python3_name(module, name)
        module = RENAMED.get(module, module)
        if is_allowed(module, name):
            return getattr(importlib.import_module(module), name)
        if not self._stubs:
            raise Refusal("unsafe-object", f"the global {module}.{name} is not allowed")
        key = (module, name)
        if key not in self._made:
            self._made[key] = type("Stub", (Stub,), {"path": f"{module}.{name}"})
        return self._made[key]

    def persistent_load(self, pid):
        """Persistent ids mean nothing outside the program that wrote them."""
        raise Refusal("unsafe-object", "a persistent id")


def python3_name(module, name):
    """The name since Python 3, as `pickle` translates it."""
    if (module, name) in _compat_pickle.NAME_MAPPING:
        return _compat_pickle.NAME_MAPPING[(module, name)]
    return _compat_pickle.IMPORT_MAPPING.get(module, module), name


def is_allowed(module, name):
    """Whether a pickle may name this."""
    if name in ALLOWED.get(module, "").split():
        return True
    for core in ("numpy.core.", "numpy._core."):
        if module.startswith(core):
            return name in ALLOWED_IN_CORE.get(module[len(core) :], "").split()
    # Scalar types as values. Asking numpy itself for a name can import a submodule, such as f2py.
    known = vars(np).get(name)
    return module == "numpy" and isinstance(known, type) and issubclass(known, np.generic)


class Stub:
    """Records what a pickle does with a name that is not known. `copyreg._reconstructor` makes one without `__new__`."""

    path = ""
    args = ()
    state = None

    def __new__(cls, *args, **kwargs):
        stub = object.__new__(cls)
        stub.args = args + ((kwargs,) if kwargs else ())
        return stub

    def recorded(self, kind):
        """The items or pairs so far, as a list that can be added to."""
        return vars(self).setdefault(kind, [])

    def __setstate__(self, state):
        self.state = state

    def append(self, item):
        """Record an item of a list."""
        self.recorded("items").append(item)

    def extend(self, items):
        """Record items of a list."""
        self.recorded("items").extend(items)

    def add(self, item):
        """Record an item of a set."""
        self.recorded("items").append(item)

    def __setitem__(self, key, value):
        self.recorded("pairs").append((key, value))


class PickleTreeWriter(TreeWriter):
    """Describes what only pickles hold, too."""

    def _immutable(self, value):
        if value is NotImplemented:
            return {"t": "global", "v": "builtins.NotImplemented"}
        if isinstance(value, type) and issubclass(value, Stub):
            return {"t": "global", "v": value.path}
        # A tuple of tuples of the same tuple is small only while each is written once.
        if type(value) is tuple and value:
            return None
        # A decoder may have one type for all sets, and then knows only that a set came again.
        return None if type(value) is frozenset else super()._immutable(value)

    def _mutable(self, value):
        if isinstance(value, Stub):
            return self._stub(value)
        if isinstance(value, types.SimpleNamespace):
            return {"t": "object", "name": "types.SimpleNamespace", "pairs": self.pairs(vars(value))}
        if isinstance(value, pathlib.PurePath):
            return self.call(f"pathlib.{type(value).__name__}", *value.parts)
        if isinstance(value, array.array):
            return self.call("array.array", value.typecode, np.array(value))
        if isinstance(value, collections.OrderedDict):
            return {"t": "object", "name": "collections.OrderedDict", "pairs": self.pairs(value)}
        if type(value) is tuple:
            return {"t": "tuple", "v": self.each(value)}
        if type(value) is frozenset:
            return {"t": "set", "v": self.each(value)}
        if type(value) is object:
            return {"t": "object", "name": "builtins.object"}
        return super()._mutable(value)

    def _stub(self, stub):
        tree = {
            "t": "object",
            "name": stub.path,
            "args": self.each(stub.args),
            "items": self.each(stub.recorded("items")),
            "pairs": [[self.describe(key), self.describe(value)] for key, value in stub.recorded("pairs")],
        }
        if stub.state is not None:
            tree["state"] = self.describe(stub.state)
        return tree


# By the text of the exception, in several releases of Python. The first that matches counts.
REFUSALS = [
    ("Ran out of input", "truncated"),
    ("truncated", "truncated"),
    ("exhausted", "truncated"),
    ("unsupported pickle protocol", "bad-version"),
    ("codec can't decode", "bad-encoding"),
    ("Exceeds the limit", "limit"),
    ("buffer size", "bad-length"),
]


def refusal_of(error):
    """The refusal for an exception that Python's unpickler raised."""
    text = f"{type(error).__name__}: {error}"
    if isinstance(error, (MemoryError, RecursionError)):
        return Refusal("limit", text)
    code = next((code for part, code in REFUSALS if part in text), "bad-opcode")
    return Refusal(code, text)
