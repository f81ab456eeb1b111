"""Make the arrays that recipes describe and print what NumPy writes and reads of them.

One file, so that it can be handed to any old environment: it needs the standard library and the public API of NumPy
alone, runs on Python 2.7 and on 3.6 and later, and takes nothing from its surroundings but the recipes.

    python generate.py [--recipes FOLDER] [--only GLOB ...]

prints one JSON object a line: the cell (NumPy, Python, platform), one line for each instance of a recipe, and a line
that counts them, without which the output is incomplete. README.md describes recipes and lines.

Values are bits. They are computed as integers and put into memory byte by byte, so that no conversion of Python's or
NumPy's can touch a NaN; what surrounds them (padding, the gaps between strided items) is poison, because NumPy may copy
or skip it as it likes.
"""

from __future__ import print_function, unicode_literals

import argparse
import base64
import binascii
import fnmatch
import io
import itertools
import json
import os
import platform
import re
import sys
import warnings
from collections import OrderedDict

import numpy as np

try:
    import resource
except ImportError:  # Windows
    resource = None

PY2 = sys.version_info[0] == 2
POISON = 0xA5
OTHER_POISON = 0x5A
NUMPY_RELEASE = tuple(int(part) for part in re.findall(r"\d+", np.__version__)[:2])

# A header may declare any size, and NumPy allocates before it looks for the data. With this much address space an
# honest array loads and an absurd one is a MemoryError on every machine.
ADDRESS_SPACE = 4 << 30

# What short texts are made of, as units of S, U and V: ASCII, characters of one to four bytes in UTF-8, any byte.
ALPHABETS = {
    "S": list(bytearray(b"numpy bytes")),
    "U": [0x61, 0xE9, 0x416, 0x20AC, 0x1F600, 0x7A],
    "V": list(range(1, 252)),
}


def main():
    """Print the lines of all instances of the chosen recipes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("--recipes", default=os.path.join(here, "recipes"), help="folder of recipe files")
    parser.add_argument("--only", default=["*"], nargs="+", help="recipes to make, such as plain_*")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    limit_address_space()
    out = claim_stdout()
    count = 0
    print_line(describe_cell(), out)
    for recipe in read_recipes(arguments.recipes):
        if any(fnmatch.fnmatchcase(recipe["recipe"], pattern) for pattern in arguments.only):
            for instance in instances_of(recipe):
                print_line(run_instance(instance), out)
                count += 1
    print_line(OrderedDict([("kind", "end"), ("count", count)]), out)
    out.close()


def print_line(line, out):
    """Print one JSON object: ASCII, keys in the order given."""
    out.write(native(json.dumps(line, separators=(",", ":"))) + native("\n"))


def claim_stdout():
    """Standard output for the lines alone: old releases of NumPy print there, from C, what they refuse."""
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    return out


def limit_address_space():
    """Make absurd allocations fail, where the operating system can."""
    if resource is not None and sys.platform.startswith("linux"):
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, hard))


# Cells --------------------------------------------------------------------------------------------


def describe_cell():
    """The line that says who speaks: exact releases, because patch releases differ too."""
    python = platform.python_version()
    systems = {"linux": "linux", "darwin": "darwin", "windows": "win32"}
    machines = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}
    system = platform.system().lower()
    machine = platform.machine().lower()
    place = "%s-%s" % (systems.get(system, system), machines.get(machine, machine))
    cell = "np%s-py%s-%s" % (np.__version__, python, place)
    return OrderedDict(
        [
            ("kind", "cell"),
            ("cell", cell),
            ("numpy", np.__version__),
            ("python", python),
            ("platform", place),
        ]
    )


# Recipes ------------------------------------------------------------------------------------------


def read_recipes(folder):
    """All recipes of all files of a folder, by file name, as they stand in the file."""
    recipes = []
    for name in sorted(os.listdir(folder)):
        if name.endswith(".json"):
            with io.open(os.path.join(folder, name), encoding="utf-8") as file:
                recipes.extend(json.load(file, object_pairs_hook=OrderedDict))
    return recipes


def instances_of(recipe):
    """The recipe once for every combination of its axes that is wanted, with the values of the axes put in.

    Each has `id`, `args` (axis -> label) and the members of the recipe.
    """
    axes = [(name, labelled(name, values)) for name, values in recipe.get("axes", {}).items()]
    template = OrderedDict((key, recipe[key]) for key in recipe if key not in ("axes", "product"))
    for row in chosen_rows(axes, recipe.get("product", []), template):
        args = OrderedDict((name, label) for (name, _), (label, _) in zip(axes, row))
        instance = substitute(template, row_values(axes, row))
        instance["args"] = args
        instance["id"] = "/".join([recipe["recipe"].replace("_", "/", 1).replace("_", "-")] + list(args.values()))
        yield instance


def labelled(axis, values):
    """The pairs (label, value) of one axis. `"1..64"` is a range of integers; a list names its values by themselves."""
    if isinstance(values, dict):
        return list(values.items())
    if not isinstance(values, list):
        first, last = values.split("..")
        return [(number.zfill(len(last)), int(number)) for number in map(text_of, range(int(first), int(last) + 1))]
    if axis == "bo":
        return [({"<": "le", ">": "be"}[value], value) for value in values]
    return [(text_of(value), value) for value in values]


def text_of(value):
    """A value as text, of the type that JSON gives on this Python."""
    return "%s" % (value,)


def row_values(axes, row):
    """Axis -> value of one combination. Values may repeat text themselves."""
    return {name: substitute(value, {}) for (name, _), (_, value) in zip(axes, row)}


def chosen_rows(axes, product, template):
    """Few combinations in which every pair of values occurs, and every combination of the axes named in `product`.

    Greedy and without chance: each time the first combination that covers most of what is missing. Left out are layouts
    that cannot be told from C order in the shape at hand.
    """
    rows = []
    for row in itertools.product(*(values for _, values in axes)):
        values = row_values(axes, row)
        layout = values.get("layout", template.get("layout", "C"))
        if "dtype" not in template or layout_shows(layout, substitute(template.get("shape", []), values)):
            rows.append(row)
    groups = [group for size in (1, 2) for group in itertools.combinations(range(len(axes)), size)]
    groups.append(tuple(index for index, (name, _) in enumerate(axes) if name in product))
    covers = [frozenset((group, tuple(row[index][0] for index in group)) for group in groups) for row in rows]
    missing = set().union(*covers)
    chosen = set()
    while missing:
        best = max(range(len(rows)), key=lambda index: (len(covers[index] & missing), -index))
        chosen.add(best)
        missing -= covers[best]
    return [rows[index] for index in sorted(chosen)]


def layout_shows(layout, shape):
    """Whether an array of this shape and layout lies in memory otherwise than in C order."""
    long_axes = len([extent for extent in shape if extent > 1])
    needed = {"C": 0, "F": 2, "transposed": 3}.get(layout, 1)
    return layout == "C" or (0 not in shape and long_axes >= needed)


def substitute(node, values):
    """The JSON value with `{axis}` and `{text*count}` in its strings replaced.

    A string that is nothing but `{axis}` becomes the value itself, of whatever type. Braces around anything else stay.
    """
    if isinstance(node, dict):
        return OrderedDict((key, substitute(child, values)) for key, child in node.items())
    if isinstance(node, list):
        return [substitute(child, values) for child in node]
    if not is_text(node):
        return node
    if node.startswith("{") and node.endswith("}") and node[1:-1] in values:
        return values[node[1:-1]]

    def repeat(match):
        text, count = match.groups()
        return text * int(values.get(count, count)) if count in values or count.isdigit() else match.group()

    def insert(match):
        return text_of(values[match.group(1)]) if match.group(1) in values else match.group()

    return re.sub(r"\{(\w+)\}", insert, re.sub(r"\{([^{}*]+)\*(\w+)\}", repeat, node))


def is_text(value):
    """Whether a JSON value is a string."""
    return isinstance(value, type(""))


# Instances ----------------------------------------------------------------------------------------


def run_instance(instance):
    """The line of one instance: the bytes, or the error, and what reading them gives."""
    line = OrderedDict([("kind", "input" if "input" in instance else "array")])
    for key in ("recipe", "id", "args"):
        line[key] = instance[key]
    line.update(input_outcome(instance) if "input" in instance else array_outcome(instance))
    return line


def input_outcome(instance):
    """Put the bytes together and load them."""
    data = build_input(instance["input"], instance.get("edits", []))
    outcome = OrderedDict([("in", encode64(data))])
    try:
        loaded = load(data, options_of(instance, "decode"))
    except Exception as error:
        outcome["load"] = describe_error("load", error)
    else:
        outcome["load"] = {"value": describe_array(loaded, instance)}
    return outcome


def options_of(instance, operation):
    """The options that the recipe gives an operation."""
    return instance.get("opts", {}).get(operation, {})


def array_outcome(instance):
    """Save the array twice, over different poison, and load what was written."""
    try:
        array = make_array(instance, POISON)
        again = make_array(instance, OTHER_POISON)
    except Exception as error:
        return {"error": describe_error("make", error)}
    outcome = OrderedDict([("held", describe_array(array, instance))])
    try:
        data = save(array, options_of(instance, "encode"))
    except Exception as error:
        outcome["error"] = describe_error("save", error)
        return outcome
    data = without_noise(data, array)
    if data != without_noise(save(again, options_of(instance, "encode")), again):
        raise AssertionError("%s: bytes outside the padding depend on uninitialised memory" % instance["id"])
    outcome["in"] = encode64(data)
    outcome["masked"] = len(padding_of(array.dtype)) > 0
    try:
        loaded = load(data, options_of(instance, "decode"))
    except Exception as error:
        outcome["load"] = describe_error("load", error)
        return outcome
    outcome["stable"] = without_noise(save(loaded, options_of(instance, "encode")), loaded) == data
    outcome["load"] = {"value": describe_array(loaded, instance)}
    if outcome["load"]["value"] == outcome["held"]:
        del outcome["held"]
    return outcome


def describe_error(stage, error):
    """What an exception says, without what differs from run to run."""
    # Python 2 has messages of bytes.
    message = str(error).decode("latin-1") if PY2 and isinstance(str(error), bytes) else text_of(error)
    message = re.sub(r"0x[0-9a-f]{6,}", "0x...", message)
    return OrderedDict([("stage", stage), ("error", type(error).__name__), ("message", message)])


def save(array, options):
    """The bytes of `numpy.save`; with the option `version`, of `numpy.lib.format.write_array`."""
    out = io.BytesIO()
    if "version" in options:
        np.lib.format.write_array(out, array, version=tuple(options["version"]))
    else:
        np.save(out, array)
    return out.getvalue()


def load(data, options):
    """The array that `numpy.load` gives."""
    if NUMPY_RELEASE < (1, 10) and not data.startswith(b"\x93NUMPY"):
        raise AssertionError("this release of NumPy unpickles whatever is not npy; it is not given such bytes")
    return np.load(io.BytesIO(data), **load_options(options))


def load_options(options):
    """The options as this release of `numpy.load` takes them."""
    since = {"allow_pickle": (1, 10), "encoding": (1, 10), "max_header_size": (1, 24)}
    given = dict(options)
    given.setdefault("allow_pickle", False)
    return {str(name): value for name, value in given.items() if NUMPY_RELEASE >= since[name]}


def encode64(data):
    """Base64 text of bytes."""
    return base64.b64encode(bytes(data)).decode("ascii")


# Bytes that no NumPy wrote ------------------------------------------------------------------------


def build_input(parts, edits):
    """A file put together from its parts, then damaged by the edits, in their order.

    Parts (each with a default, together a sound file): `magic` and `data` in hex, `version`, `text` or `texthex` of the
    header, `pad` (see `padded_header`), `end`, `length` (declared instead of the true one).
    """
    version = parts.get("version", [1, 0])
    header = padded_header(parts, version)
    width = 2 if version[0] == 1 else 4
    declared = little(int(parts.get("length", len(header))), width)
    prefix = from_hex(parts.get("magic", "934e554d5059")) + bytes(bytearray(version)) + declared
    data = prefix + header + from_hex(parts.get("data", "010000000200000003000000"))
    for edit in edits:
        data = apply_edit(data, edit)
    return data


def padded_header(parts, version):
    """The header's bytes: text, spaces, end.

    `pad` is an alignment of the data (default 64), or `{"spaces": n}`, or `{"length": n}` of the whole.
    """
    default = "{'descr': '<i4', 'fortran_order': False, 'shape': (3,), }"
    encoding = "utf-8" if version[0] == 3 else "latin-1"
    text = from_hex(parts["texthex"]) if "texthex" in parts else parts.get("text", default).encode(encoding)
    end = parts.get("end", "\n").encode("latin-1")
    pad = parts.get("pad", 64)
    if not isinstance(pad, dict):
        prefix = 10 if version[0] == 1 else 12
        spaces = pad - (prefix + len(text) + len(end)) % pad
    elif "length" in pad:
        spaces = pad["length"] - len(text) - len(end)
    else:
        spaces = pad["spaces"]
    return text + b" " * spaces + end


def apply_edit(data, edit):
    """The data after one edit: `put` or `insert` (hex, `at`), `remove` (count, `at`), `keep` (count), `append` (hex).

    Negative places count from the end.
    """
    at = int(edit.get("at", 0))
    at += len(data) if at < 0 else 0
    if "put" in edit:
        new = from_hex(edit["put"])
        return data[:at] + new + data[at + len(new) :]
    if "insert" in edit:
        return data[:at] + from_hex(edit["insert"]) + data[at:]
    if "remove" in edit:
        return data[:at] + data[at + int(edit["remove"]) :]
    if "append" in edit:
        return data + from_hex(edit["append"])
    return data[: int(edit["keep"])]


def from_hex(text):
    """Bytes from hex; spaces between them are allowed."""
    return binascii.unhexlify(text.replace(" ", "").encode("ascii"))


# Dtypes -------------------------------------------------------------------------------------------


def make_dtype(spec, align=False):
    """The dtype of a recipe: a type string, a list of fields, a pair [type, shape], or an object as for numpy.dtype."""
    if spec == "StringDType":
        return np.dtypes.StringDType()
    return np.dtype(dtype_argument(spec), align=align)


def dtype_argument(spec):
    """The spec with JSON's lists turned into the tuples and native strings that `numpy.dtype` demands."""
    if is_text(spec):
        return native(spec)
    if isinstance(spec, dict):
        argument = {str(key): value for key, value in spec.items()}
        argument["formats"] = [dtype_argument(each) for each in spec["formats"]]
        for key in ("names", "titles"):
            if key in spec:
                argument[key] = [native(each) for each in spec[key]]
        return argument
    if len(spec) == 2 and not isinstance(spec[0], list):
        return np.dtype((dtype_argument(spec[0]), tuple(spec[1])))
    return [dtype_field(field) for field in spec]


def dtype_field(field):
    """A field: [name or [title, name], type] or the same with a shape."""
    name = tuple(map(native, field[0])) if isinstance(field[0], list) else native(field[0])
    return (name, dtype_argument(field[1])) + tuple(tuple(shape) for shape in field[2:])


def native(text):
    """A name as this Python's NumPy takes it. Python 2 has no names beyond ASCII."""
    return str(text) if text is not None else None


def describe_dtype(dtype):
    """The dtype in the form `nv1` (docs: adapter protocol, values)."""
    if dtype.subdtype is not None:
        return OrderedDict([("base", describe_dtype(dtype.subdtype[0])), ("shape", extents_of(dtype))])
    if dtype.names is None:
        # numpy.save writes the strings of a StringDType as objects; both have this one form.
        return "|O" if dtype.kind in "OT" else text_of(dtype.str)
    described = OrderedDict([("itemsize", dtype.itemsize)])
    if dtype.isalignedstruct:
        described["align"] = True
    described["fields"] = [describe_field(name, *dtype.fields[name]) for name in dtype.names]
    return described


def describe_field(name, dtype, offset, title=None):
    """A field in the form `nv1`. Titles that are not text have no form there."""
    field = OrderedDict([("name", text_of(name))])
    if title is not None:
        field["title"] = text_of(title)
    field["offset"] = offset
    field["type"] = describe_dtype(dtype.subdtype[0] if dtype.subdtype else dtype)
    if dtype.subdtype is not None:
        field["shape"] = extents_of(dtype)
    return field


def extents_of(dtype):
    """The shape of a subarray dtype. NumPy 1.8 keeps what it was given, floats too."""
    return [int(extent) for extent in dtype.subdtype[1]]


def leaves_of(dtype, offset=0):
    """The scalars of one item: pairs (offset, dtype), fields in their order, subarrays item by item."""
    if dtype.subdtype is not None:
        base = dtype.subdtype[0]
        for index in range(count_of(extents_of(dtype))):
            for leaf in leaves_of(base, offset + index * base.itemsize):
                yield leaf
    elif dtype.names is not None:
        for name in dtype.names:
            field = dtype.fields[name]
            for leaf in leaves_of(field[0], offset + field[1]):
                yield leaf
    else:
        yield offset, dtype


def word_of(dtype):
    """Of a scalar: how many bytes a foreign byte order reverses, and how many of them carry meaning."""
    if dtype.kind in "SVO":
        return 1, 1
    if dtype.kind == "U":
        return 4, 4
    size = dtype.itemsize // 2 if dtype.kind == "c" else dtype.itemsize
    if size == 16 and np.finfo(np.longdouble).nmant != 63:
        raise AssertionError("recipes with long doubles need x87 extended precision")
    return size, 10 if size == 16 else size


def is_swapped(dtype):
    """Whether a scalar is held in big-endian order."""
    return dtype.str.startswith(">")


def significant_ranges(dtype):
    """Pairs (start, end): the bytes of one item that carry meaning, word by word in the order of its leaves."""
    for offset, leaf in leaves_of(dtype):
        size, significant = word_of(leaf)
        skip = size - significant if is_swapped(leaf) else 0
        for start in range(offset, offset + leaf.itemsize, size):
            yield start + skip, start + skip + significant


def padding_of(dtype):
    """Places of one item that carry no meaning: gaps between fields, and 6 of the 16 bytes of a long double."""
    if dtype.hasobject or dtype.kind == "T":
        return []
    padding = set(range(dtype.itemsize))
    for start, end in significant_ranges(dtype):
        padding.difference_update(range(start, end))
    return sorted(padding)


def count_of(shape):
    """Number of items of a shape."""
    count = 1
    for extent in shape:
        count *= extent
    return count


# Arrays -------------------------------------------------------------------------------------------


def make_array(instance, poison):
    """The array of an instance: its values over memory that is otherwise poison."""
    dtype = make_dtype(instance["dtype"], instance.get("align", False))
    shape = tuple(instance.get("shape", []))
    layout = instance.get("layout", "C")
    values = instance["values"]
    if "items" in values:
        return make_object_array(dtype, shape, layout, values["items"])
    size, start, strides = lay_out(layout, shape, dtype.itemsize)
    # Older releases refuse an empty buffer.
    memory = bytearray([poison]) * max(size, 1)
    ranges = list(significant_ranges(dtype))
    words = fill_words(values, dtype)
    for index in indices_of(stored_extents(layout, shape)):
        offset = start + sum(step * stride for step, stride in zip(index, strides))
        for first, last in ranges:
            memory[offset + first : offset + last] = next(words)
    return np.ndarray(shape, dtype, buffer=memory, offset=start, strides=strides)


def make_object_array(dtype, shape, layout, items):
    """An array that holds objects: the tagged values `items`, in C order."""
    array = np.empty(shape, dtype, order=str("F" if layout == "F" else "C"))
    for index, item in zip(indices_of(shape), itertools.cycle(items)):
        array[index] = build_object(item)
    return array


def indices_of(shape):
    """The indices of all items of a shape, in C order. Other extents beside a zero may be huge."""
    return itertools.product(*map(range, shape)) if 0 not in shape else []


def stored_extents(layout, shape):
    """Extents of the axes along which items differ in memory."""
    return (1,) + shape[1:] if layout == "broadcast" else shape


def lay_out(layout, shape, itemsize):
    """Size of the memory, offset of the first item, and strides of an array with this layout."""
    if layout == "C":
        return count_of(shape) * itemsize, 0, c_strides(shape, itemsize)
    if layout == "F":
        return count_of(shape) * itemsize, 0, c_strides(shape[::-1], itemsize)[::-1]
    if layout == "transposed":
        size, start, strides = lay_out("C", (shape[1], shape[0]) + shape[2:], itemsize)
        return size, start, (strides[1], strides[0]) + strides[2:]
    if layout == "step2":
        size, start, strides = lay_out("C", tuple(2 * extent for extent in shape), itemsize)
        return size, start, tuple(2 * stride for stride in strides)
    if layout == "reversed":
        size, start, strides = lay_out("C", shape, itemsize)
        return size, size - itemsize, tuple(-stride for stride in strides)
    if layout == "broadcast":
        size, start, strides = lay_out("C", (1,) + shape[1:], itemsize)
        return size, start, (0,) + strides[1:]
    raise ValueError("no layout is called %s" % layout)


def c_strides(shape, itemsize):
    """Strides in bytes of an array in C order."""
    return tuple(count_of(shape[axis + 1 :]) * itemsize for axis in range(len(shape)))


def without_noise(data, array):
    """The bytes of a saved array with its padding, which is uninitialised memory, set to poison."""
    padding = padding_of(array.dtype)
    if not padding:
        return data
    scrubbed = bytearray(data)
    for item in range(len(data) - array.size * array.dtype.itemsize, len(data), array.dtype.itemsize):
        for place in padding:
            scrubbed[item + place] = POISON
    return bytes(scrubbed)


def describe_array(array, instance):
    """The array in the form `nv1`: its memory as held, in C order where it is not contiguous.

    Objects are described by the recipe, which gives them in this form; the array must hold just these.
    """
    order = "F" if array.flags.f_contiguous and not array.flags.c_contiguous else "C"
    if array.dtype.hasobject or array.dtype.kind == "T":
        data = {"items": object_items(array, order, instance)}
    else:
        memory = array.tobytes(order) if hasattr(array, "tobytes") else array.tostring(str(order))
        data = {"b64": encode64(without_noise(memory, array))}
    dtype = describe_dtype(array.dtype)
    return OrderedDict([("dtype", dtype), ("shape", list(array.shape)), ("order", order), ("data", data)])


def object_items(array, order, instance):
    """The tagged values of the elements, in the order given: the recipe's own, which the array must hold."""
    items = instance["values"]["items"]
    expected = make_object_array(array.dtype, array.shape, order, items)
    if repr(array.tolist()) != repr(expected.tolist()):
        raise AssertionError("%s: NumPy gives other objects back" % instance["id"])
    places = np.arange(array.size).reshape(array.shape).flatten(str(order))
    return [items[place % len(items)] for place in places]


# Values -------------------------------------------------------------------------------------------


def fill_words(values, dtype):
    """The meaningful bytes of every word of every leaf of every item, in C order, without end, as memory holds them."""
    leaves = [leaf for _, leaf in leaves_of(dtype)]
    fill = filling(values)
    for counter in itertools.count():
        leaf = leaves[counter % len(leaves)]
        for word in fill(leaf, counter):
            yield word[::-1] if is_swapped(leaf) else word


def filling(values):
    """The function (leaf, counter) -> words, least significant byte first, that the recipe asks for.

    Values that are given outright (`text` for U, `bytes` in hex for S and V, `hex:` for the meaningful bytes of any
    leaf) begin again when they are used up; text and bytes are padded with NUL.
    """
    if "text" in values:
        texts = [code_points(text) for text in values["text"]]
        return lambda leaf, counter: string_words(leaf, texts[counter % len(texts)])
    if "bytes" in values:
        strings = [bytearray(from_hex(text)) for text in values["bytes"]]
        return lambda leaf, counter: string_words(leaf, strings[counter % len(strings)])
    if values["fill"].startswith("hex:"):
        data = bytearray(from_hex(values["fill"][4:]))
        return lambda leaf, counter: given_words(leaf, counter, data)
    return {"ramp": ramp, "extremes": extremes, "nan-payloads": nan_payloads}[values["fill"]]


def given_words(leaf, counter, data):
    """Words cut from data that holds whole leaves."""
    size, significant = word_of(leaf)
    words = leaf.itemsize // size
    first = counter * words * significant
    places = range(first, first + words * significant, significant)
    return [bytes(bytearray(data[(at + step) % len(data)] for step in range(significant))) for at in places]


def string_words(leaf, units):
    """The characters of a string, cut or padded with NUL to the length of the leaf."""
    size = word_of(leaf)[0]
    length = leaf.itemsize // size
    padded = (list(units) + [0] * length)[:length]
    return [little(unit, size) for unit in padded]


def number_words(leaf, counter, number):
    """The words of a number or of both halves of a complex; `number` gives the bits of the n-th."""
    size, significant = word_of(leaf)
    words = leaf.itemsize // size
    return [little(number(counter * words + index), significant) for index in range(words)]


def ramp(leaf, counter):
    """Small values that differ from item to item: 1, -2, 3 ... for integers, quarters of them for floats, texts."""
    if leaf.kind in "SUV":
        units = ALPHABETS[leaf.kind]
        length = leaf.itemsize // word_of(leaf)[0]
        used = length if leaf.kind == "V" else 1 + counter % max(length, 1)
        return string_words(leaf, [units[(counter + index) % len(units)] for index in range(used)])
    significant = word_of(leaf)[1]
    if leaf.kind == "b":
        return number_words(leaf, counter, lambda n: n % 2)
    if leaf.kind in "fc":
        return number_words(leaf, counter, lambda n: quarters(significant, alternating(n)))
    return number_words(leaf, counter, alternating)


def alternating(number):
    """1, -2, 3, -4 ..."""
    return number + 1 if number % 2 == 0 else -number - 1


def extremes(leaf, counter):
    """The edges of the type: limits and their neighbours, both zeros, subnormals, infinities, NaT, odd strings."""
    if leaf.kind in "SV":
        strings = [
            b"",
            b"\xff" * leaf.itemsize,
            b"a\x00b",
            b"\x00a",
            b"\x80\x7f\x85\xa0",
            b" \n\t ",
        ]
        return string_words(leaf, bytearray(strings[counter % len(strings)]))
    if leaf.kind == "U":
        length = leaf.itemsize // 4
        texts = [
            [],
            [0x10FFFF] * length,
            [0xD800],
            [0xDFFF, 0x41],
            [0x61, 0, 0x62],
            [0, 0x61],
            [0xFEFF, 0x7F, 0x80, 0x85],
            [0xD83D, 0xDE00],
            [0x1F600, 0xE9],
        ]
        return string_words(leaf, texts[counter % len(texts)])
    significant = word_of(leaf)[1]
    if leaf.kind in "fc":
        return number_words(leaf, counter, cycle_of(float_extremes(significant)))
    if leaf.kind == "b":
        return number_words(leaf, counter, cycle_of([0, 1, 2, 0x7F, 0x80, 0xFF]))
    high = 1 << (8 * significant - 1)
    edges = [high, high - 1, 0, 1, -1, high + 1, high - 2, 0x0102030405060708, 0xAA << (8 * significant - 8)]
    return number_words(leaf, counter, cycle_of(edges))


def nan_payloads(leaf, counter):
    """NaNs of a float or complex: quiet and signalling, both signs, payloads at both ends."""
    significant = word_of(leaf)[1]
    exponent, _, fraction = float_limits(significant)
    quiet = (fraction + 1) >> 1
    payloads = [quiet, quiet | 1, fraction, 1, quiet - 1, quiet | (fraction // 3), 2]
    signs = [0, 1]
    nans = [float_bits(significant, sign, exponent, payload) for payload in payloads for sign in signs]
    return number_words(leaf, counter, cycle_of(nans))


def cycle_of(numbers):
    """The function that gives the n-th of the numbers, from the first again after the last."""
    return lambda n: numbers[n % len(numbers)]


def float_extremes(significant):
    """Bits of the finite extremes, of infinities, and of the neighbours of one."""
    infinity, bias, fraction = float_limits(significant)
    parts = [
        (0, 0),
        (infinity - 1, fraction),
        (1, 0),
        (0, fraction),
        (0, 1),
        (infinity, 0),
        (bias, 0),
        (bias, 1),
        (bias - 1, fraction),
        (bias - 2, fraction // 3),
    ]
    return [float_bits(significant, sign, *part) for part in parts for sign in (0, 1)]


def float_limits(significant):
    """Of the float with so many meaningful bytes: the exponent field of infinity, the bias, the largest fraction."""
    exponent_bits, fraction_bits = {2: (5, 10), 4: (8, 23), 8: (11, 52), 10: (15, 63)}[significant]
    infinity = (1 << exponent_bits) - 1
    return infinity, infinity >> 1, (1 << fraction_bits) - 1


def float_bits(significant, sign, exponent, fraction):
    """The bits of a float from its fields. x87's format alone writes the leading 1 of normal numbers."""
    infinity, _, largest = float_limits(significant)
    leading = 1 if exponent > 0 else 0
    if significant == 10:
        return (((sign * (infinity + 1) + exponent) * 2 + leading) * (largest + 1)) + fraction
    return (sign * (infinity + 1) + exponent) * (largest + 1) + fraction


def quarters(significant, number):
    """The bits of a quarter of a small integer that is not zero, exactly."""
    _, bias, largest = float_limits(significant)
    magnitude = abs(number)
    exponent = magnitude.bit_length() - 1
    fraction = ((magnitude - (1 << exponent)) * (largest + 1)) >> exponent
    return float_bits(significant, 1 if number < 0 else 0, bias + exponent - 2, fraction)


def little(number, size):
    """The low `size` bytes of an integer, least significant first."""
    return bytes(bytearray((number >> (8 * index)) & 0xFF for index in range(size)))


def code_points(text):
    """The code points of a text; lone surrogates are themselves. Some builds of Python 2 store pairs for others."""
    data = text.encode("utf-16-le") if PY2 else text.encode("utf-16-le", "surrogatepass")
    units = [low | (high << 8) for low, high in zip(bytearray(data)[::2], bytearray(data)[1::2])]
    points = []
    for unit in units:
        if 0xDC00 <= unit < 0xE000 and points and 0xD800 <= points[-1] < 0xDC00:
            points.append(0x10000 + ((points.pop() - 0xD800) << 10) + (unit - 0xDC00))
        else:
            points.append(unit)
    return points


def build_object(tree):
    """The Python object that a tagged value of the form `nv1` describes."""
    tag = tree["t"]
    if tag == "none":
        return None
    if tag == "int":
        return int(tree["v"])
    if tag in ("bool", "str"):
        return tree["v"]
    if tag == "f8":
        return np.frombuffer(from_hex(tree["x"]), "<f8")[0].item()
    if tag == "bytes":
        return base64.b64decode(tree["b64"])
    if tag in ("list", "tuple"):
        return {"list": list, "tuple": tuple}[tag](build_object(child) for child in tree["v"])
    if tag == "dict":
        return {build_object(key): build_object(value) for key, value in tree["v"]}
    if tag == "scalar":
        scalar = tree["v"]
        return np.frombuffer(base64.b64decode(scalar["data"]["b64"]), make_dtype(scalar["dtype"]))[0]
    raise ValueError("recipes do not use the tag %s" % tag)


if __name__ == "__main__":
    main()
