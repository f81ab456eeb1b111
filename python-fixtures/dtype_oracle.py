"""Say what NumPy makes of a dtype and what Python makes of a literal: one JSON line in, one out, until the input ends.

One file for any old environment: the standard library and NumPy's public API, Python 2.7 and 3.6 and later, NumPy 1.8 and later.

    {"op": "hello"}                                 -> {"numpy": "2.4.6", "python": "3.11.7"}
    {"op": "dtype", "spec": S [, "align": true]}    -> numpy.dtype(S), described
    {"op": "descr", "spec": S}                      -> numpy.lib.format.descr_to_dtype(S), described (NumPy 1.16 and later)
    {"op": "text", "text": T}                       -> the dtype of which T is the str or the repr, described
    {"op": "equal", "spec": S, "other": S}          -> {"equal": true}
    {"op": "newbyteorder", "spec": S, "order": "S"} -> numpy.dtype(S).newbyteorder("S"), its layout described
    {"op": "literal", "text": T}                    -> {"literal": the tree of ast.literal_eval(T)}
    [request, ...]                                  -> [answer, ...]

S is the text of a Python literal, which keeps tuples and lists apart: "[('a', '<i4', (2,))]". A refusal is an answer like any other:
{"error": "TypeError", "message": "..."}.
"""

from __future__ import print_function, unicode_literals

import ast
import json
import re
import struct
import sys
import warnings
from collections import OrderedDict

import numpy as np
import numpy.lib.format

PY2 = sys.version_info[0] == 2


def main():
    """Answer line by line."""
    warnings.simplefilter("ignore")
    while True:
        line = sys.stdin.readline()
        if not line:
            return
        request = json.loads(line)
        answers = [answer(one) for one in request] if isinstance(request, list) else answer(request)
        sys.stdout.write(json.dumps(answers, separators=(",", ":")) + "\n")
        sys.stdout.flush()


def answer(request):
    """Answer one request; what NumPy or Python raises is the answer."""
    try:
        return OPERATIONS[request["op"]](request)
    except Exception as error:  # Every class of error is a refusal: old releases let SystemError and others out.
        return OrderedDict([("error", type(error).__name__), ("message", text_of(error))])


def hello(_):
    """Say who answers."""
    return OrderedDict([("numpy", np.__version__), ("python", "%d.%d.%d" % sys.version_info[:3])])


def read_spec(text):
    """Read the Python object that a request's text spells."""
    return ast.literal_eval(text.encode("ascii") if PY2 else text)


# Dtypes --------------------------------------------------------------------------------------------------------------------------


def make_dtype(request):
    """Make a dtype as its constructor does."""
    return describe(np.dtype(read_spec(request["spec"]), align=request.get("align", False)))


def make_from_descr(request):
    """Make a dtype as the reader of an npy header does."""
    spec = read_spec(request["spec"])
    make = getattr(numpy.lib.format, "descr_to_dtype", np.dtype)
    return describe(make(spec))


def make_from_text(request):
    """Make the dtype that a str or a repr spells: Python where it is Python, and otherwise a type string."""
    text = request["text"]
    try:
        tree = ast.parse(text.encode("ascii") if PY2 else text, mode="eval").body
    except SyntaxError:
        tree = None
    is_python = isinstance(tree, (ast.List, ast.Dict, ast.Call)) or isinstance(tree, ast.Tuple) and text.startswith("(")
    if not is_python:
        return describe(np.dtype(str(text) if PY2 else text))
    return describe(np.dtype(evaluate(tree)))


def evaluate(node):
    """Evaluate a literal in which numpy.record, dtype(...) and StringDType() may stand."""
    kind = type(node).__name__
    if kind == "Attribute" and isinstance(node.value, ast.Name) and (node.value.id, node.attr) == ("numpy", "record"):
        return np.record
    if kind == "Call" and isinstance(node.func, ast.Name) and node.func.id == "dtype" and len(node.args) == 1:
        return np.dtype(evaluate(node.args[0]), **{option.arg: evaluate(option.value) for option in node.keywords})
    if kind == "Call" and isinstance(node.func, ast.Name) and node.func.id == "StringDType" and not node.args:
        return np.dtypes.StringDType(**{option.arg: evaluate(option.value) for option in node.keywords})
    if kind in ("List", "Tuple"):
        items = [evaluate(item) for item in node.elts]
        return items if kind == "List" else tuple(items)
    if kind == "Dict":
        return {evaluate(key): evaluate(value) for key, value in zip(node.keys, node.values)}
    return ast.literal_eval(node)


def compare(request):
    """Compare two dtypes."""
    return {"equal": bool(np.dtype(read_spec(request["spec"])) == np.dtype(read_spec(request["other"])))}


def reorder(request):
    """Make the dtype with another byte order."""
    return describe_layout(np.dtype(read_spec(request["spec"])).newbyteorder(str(request["order"])))


def describe(dtype):
    """Describe a dtype whole: its layout, and how NumPy spells it."""
    if not isinstance(dtype, np.dtype):
        raise TypeError("not a dtype: %r" % (dtype,))
    description = describe_layout(dtype)
    description["spelling"] = OrderedDict(
        [
            ("str", attempt(lambda: dtype.str)),
            ("text", attempt(lambda: str(dtype))),
            ("repr", attempt(lambda: repr(dtype))),
            ("name", attempt(lambda: dtype.name)),
            ("descr", attempt(lambda: repr(numpy.lib.format.dtype_to_descr(dtype)))),
        ]
    )
    return description


def describe_layout(dtype):
    """Describe where the bytes of a dtype lie, recursively."""
    layout = OrderedDict([("itemsize", dtype.itemsize), ("alignment", dtype.alignment), ("hasObject", dtype.hasobject)])
    if dtype.subdtype is not None:
        base, shape = dtype.subdtype
        layout.update([("base", describe_layout(base)), ("shape", [int(extent) for extent in shape])])
    elif dtype.names is not None:
        fields = [describe_field(dtype, name) for name in dtype.names]
        is_record = issubclass(dtype.type, np.record)
        layout.update([("fields", fields), ("isAligned", dtype.isalignedstruct), ("isRecord", is_record)])
    else:
        native = "<" if sys.byteorder == "little" else ">"
        layout.update([("kind", text_of(dtype.kind)), ("byteOrder", text_of(dtype.byteorder).replace("=", native))])
    return layout


def describe_field(dtype, name):
    """Describe one field."""
    entry = dtype.fields[name]
    field = OrderedDict([("name", text_of(name)), ("offset", int(entry[1])), ("dtype", describe_layout(entry[0]))])
    if len(entry) == 3:
        field["title"] = entry[2] if entry[2] is None else text_of(entry[2])
    return field


def attempt(spell):
    """Give a spelling, or None where NumPy refuses to give one."""
    try:
        return text_of(spell())
    except Exception:
        return None


def text_of(value):
    """Give the text of a string, or of an error."""
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return value if isinstance(value, type("")) else text_of(str(value))


# Literals ------------------------------------------------------------------------------------------------------------------------


def read_literal(request):
    """Read a literal into a tree, in which repeated keys of a dict are kept as the text has them."""
    text = request["text"]
    # ast.literal_eval does so itself since Python 3.10; older ones are asked as if they did.
    blanks = len(text) - len(text.lstrip(" \t"))
    ast.literal_eval(text[blanks:])
    return {"literal": Tree(text, blanks).of(ast.parse(text[blanks:], mode="eval").body)}


class Tree(object):
    """The nodes of one text."""

    def __init__(self, text, blanks):
        self.blanks = blanks
        self.text = text
        # The start of each line. Python's tokenizer knows these three line ends and no others.
        self.lines = [blanks] + [match.end() for match in re.finditer("\r\n|\r|\n", text)]

    def of(self, node):
        """Describe a node: its type, its value and where it begins, in UTF-16 units."""
        kind = type(node).__name__
        if kind in ("Tuple", "List", "Set"):
            value = OrderedDict([("type", kind.lower()), ("items", [self.of(item) for item in node.elts])])
        elif kind == "Dict":
            entries = [[self.of(key), self.of(item)] for key, item in zip(node.keys, node.values)]
            value = OrderedDict([("type", "dict"), ("entries", entries)])
        else:
            value = describe_value(ast.literal_eval(node))
        value["offset"] = self.offset_of(node)
        return value

    def offset_of(self, node):
        """Give where a node begins; Python counts the bytes of its line in UTF-8."""
        start = self.lines[node.lineno - 1]
        line = self.text[start:].encode("utf-8")
        before = self.text[:start] + line[: node.col_offset].decode("utf-8")
        return len(before.encode("utf-16-le")) // 2


def describe_value(value):
    """Describe a value without parts; floats by their bits."""
    kind = type(value).__name__
    if value is None:
        return OrderedDict([("type", "none")])
    if value is Ellipsis:
        return OrderedDict([("type", "ellipsis")])
    if isinstance(value, bool):
        return OrderedDict([("type", "bool"), ("value", value)])
    if isinstance(value, complex):
        return OrderedDict([("type", "complex"), ("re", bits_of(value.real)), ("im", bits_of(value.imag))])
    if isinstance(value, float):
        return OrderedDict([("type", "float"), ("value", bits_of(value))])
    if isinstance(value, bytes):
        return OrderedDict([("type", "bytes"), ("value", [ord(value[at : at + 1]) for at in range(len(value))])])
    if isinstance(value, set):
        return OrderedDict([("type", "set"), ("items", [])])
    return OrderedDict([("type", kind), ("value", "%s" % value if kind != "int" else hex(value))])


def bits_of(number):
    """Give the bits of a float in hexadecimal."""
    return "%016x" % struct.unpack(">Q", struct.pack(">d", number))


OPERATIONS = {
    "hello": hello,
    "dtype": make_dtype,
    "descr": make_from_descr,
    "text": make_from_text,
    "equal": compare,
    "newbyteorder": reorder,
    "literal": read_literal,
}

if __name__ == "__main__":
    main()
