"""Save archives of arrays, and print them.

One file beside `generate_pickles.py`, so that both can be handed to any old environment: they need the standard library and NumPy, and run
on Python 2.7 and on 3.6 and later.

    python generate_npz.py [--faults]

prints one JSON object a line: the cell (NumPy, Python, platform), one line for each archive, and a line that counts them, without
which the output is incomplete. What an archive means is not said here: the oracle reads it and says so. `--faults` adds what no NumPy
writes.
"""

from __future__ import print_function, unicode_literals

import argparse
import io
import json
import re
import sys
import warnings

import numpy as np

from generate import describe_cell
from generate_pickles import encode64, filled, names_of, part

PY2 = sys.version_info[0] == 2

# Releases that write the same bytes: what NumPy does (padding of headers before and since 1.24, sizes of 64 bits since 1.17), then what
# Python does (the headers of such members, since 3.11.4).
ERAS = ("npz-B0", "npz-B1", "npz-C1", "npz-C2")


def era_of(numpy, python):
    """The era of a release of NumPy on one of Python; None where there is none: before 1.14 NumPy writes the time of day."""
    numpy_release, python_release = release_of(numpy), release_of(python)
    if numpy_release < (1, 14) or python_release < (3,):
        return None
    if numpy_release < (1, 17):
        return "npz-B0"
    is_new = python_release >= (3, 11, 4)
    if numpy_release < (1, 24):
        return None if is_new else "npz-B1"
    return "npz-C2" if is_new else "npz-C1"


def release_of(text):
    """The numbers of a release; of a series such as "3.11" its last one is meant."""
    numbers = [int(part) for part in re.findall(r"\d+", text.split(" ")[0])[:3]]
    return tuple(numbers + [999] * (3 - len(numbers)))


ERA = era_of(np.__version__, sys.version)


def main():
    """Print the lines of all archives."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--faults", action="store_true", help="add what no NumPy writes (Python 3.9 and later)")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    lines = list(archives())
    if arguments.faults:
        from npz_faults import faults

        lines += faults()
    print(json.dumps(describe_cell()))
    for line in lines:
        print(json.dumps(dict(line, **{"kind": "npz", "in": encode64(line["in"])})))
    print(json.dumps({"kind": "end", "count": len(lines)}))


def archives():
    """All archives as lines."""
    for area, contents in AREAS:
        for name, positional, named in contents():
            line = {"id": "%s/%s" % (area, name), "in": saved(np.savez, positional, named)}
            yield dict(line, era=ERA) if ERA and is_stable(line["in"]) else line
    for name, positional, named in deflated():
        yield {"id": "deflated/" + name, "in": saved(np.savez_compressed, positional, named), "deflated": True}
    for name, options, named in objects():
        yield {"id": "object/" + name, "in": saved(np.savez, [], named), "opts": options}
    if not PY2:
        # zipfile cannot go back to fill in sizes, and writes them behind the data.
        for name, save in [("stored", np.savez), ("deflated", np.savez_compressed)]:
            file = Forwards()
            save(file, a=ramp("<i4", 3), b=ramp(">f8", 2))
            yield {"id": "stream/" + name, "in": file.getvalue()}


def is_stable(archive):
    """Whether NumPy saves what it loads as the same bytes: a name that ends at a NUL is another one afterwards."""
    try:
        with np.load(io.BytesIO(archive)) as members:
            return saved(np.savez, [], {name: members[name] for name in members.files}) == archive
    except ValueError:
        return False


class Forwards(io.BytesIO):
    """A file that is written front to back, such as a pipe."""

    def seek(self, *_):
        """Refuse."""
        raise io.UnsupportedOperation("seek")

    def tell(self):
        """Refuse."""
        raise io.UnsupportedOperation("tell")


def saved(save, positional, named):
    """The archive that NumPy makes."""
    file = io.BytesIO()
    save(file, *positional, **named)
    return file.getvalue()


def ramp(dtype, *shape):
    """Small numbers, all different."""
    return np.arange(int(np.prod(shape, dtype=int))).astype(dtype).reshape(shape)


# What each archive holds: its name, arrays without names, arrays with names ------------------------------------------------------


def layouts():
    """Dtypes in both byte orders, each as it lies in memory in several ways."""
    types = "? i1 u1 i2 u4 i8 f2 f4 f8 c8 c16 f16 S5 U3 V4 M8[25us] m8[D]".split()
    for dtype, name in names_of(types) if ERA == "npz-C2" else part(list(names_of(types)), 5):
        cube = filled(dtype, (2, 3, 4))
        named = {"c": cube, "f": np.asfortranarray(cube), "steps": cube[::-1, ::2, ::3], "moved": cube.transpose(1, 0, 2)}
        for layout in sorted(named):
            if ERA == "npz-C2" or layout in "cf":
                yield "%s-%s" % (name, layout), [], {"x": named[layout]}


def shapes():
    """Few and many axes, few and no elements."""
    yield "0d", [np.array(7, "<i2")], {}
    yield "empty", [ramp("<f4", 0)], {}
    yield "empty-rows", [ramp("<f4", 0, 3), ramp("<f4", 3, 0)], {}
    yield "ten-axes", [ramp("u1", *[1] * 10)], {}
    yield "no-arrays", [], {}
    yield "many", [ramp("u1", 1)] * 40, {}


def structs():
    """Records, and names of fields that need another version of npy."""
    plain = np.zeros(2, [(str("a"), "<i4"), (str("b"), ">f8"), (str("c"), "S3")])
    plain["b"] = [1.5, -0.0]
    yield "plain", [], {"t": plain}
    yield "nested", [], {"t": np.zeros(2, [(str("p"), [(str("x"), "f4"), (str("y"), ">i2")]), (str("q"), "i1", (2, 3))])}
    if release_of(np.__version__) >= (1, 17):
        yield "greek", [], {"t": np.ones(1, [("\u03b1", "<i2")]), "plain": plain}
    if not PY2:
        yield "wide", [], {"t": np.zeros(1, [("field-%d" % number, "u1") for number in range(600)])}


def names():
    """How members are called."""
    one, two = ramp("u1", 1), ramp("<u2", 2)
    yield "positional", [one, two], {}
    yield "keyword", [], {"b": one, "a": two} if not PY2 else {"b": one}
    yield "keyword-first", [one, two], {"z": two}
    yield "folder", [], {"layer/0/kernel": one}
    yield "empty", [], {"": one}
    yield "suffix", [], {"x.npy": one}
    yield "dot", [], {".": one}
    yield "up", [], {"../up": one}
    yield "absolute", [], {"/etc/x": one}
    yield "backslash", [], {"a\\b": one}
    yield "space", [], {" a b ": one}
    yield "number", [], {"0": one}
    yield "proto", [], {"__proto__": one}
    yield "constructor", [], {"constructor": one}
    yield "long", [], {"n" * 300: one}
    yield "newline", [], {"a\nb": one}
    if not PY2:
        yield "order", [], {"2": one, "b": two, "1": one, "a": two}
        yield "nul", [], {"a\0b": one}
        yield "latin", [], {"\u00e9": one}
        yield "greek", [], {"\u03b1\u03b2/\u03b3": two}
        yield "emoji", [], {"\U0001f600": one, "plain": two}
        yield "combining", [], {"\u00e9": one, "e\u0301": two}
        yield "suffix-both", [], {"x": one, "x.npy": two}


def deflated():
    """Members that are deflated, as `savez_compressed` does it."""
    yield "small", [], {"a": ramp("u1", 1)}
    yield "zeros", [], {"z": np.zeros(5000, "<f8")}
    yield "ramp", [ramp("<u2", 300)], {"big": ramp(">f4", 20, 3)}
    yield "empty", [], {"e": ramp("<f4", 0)}
    yield "none", [], {}
    if not PY2:
        yield "names", [], {"\u00e9": ramp("u1", 2), "a/b": ramp("<i8", 2)}


def objects():
    """Arrays of objects, read by whoever asks for it."""
    mixed = np.empty(3, object)
    mixed[:] = [None, 1, "text"]
    options = {"allow_pickle": True}
    yield "refused", {}, {"o": mixed, "plain": ramp("u1", 1)}
    if not PY2:
        yield "allowed", options, {"o": mixed, "plain": ramp("u1", 1)}


AREAS = [("layout", layouts), ("shape", shapes), ("struct", structs), ("name", names)]

if __name__ == "__main__":
    main()
