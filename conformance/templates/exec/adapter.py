"""An adapter for npconform in the exec form: a process for every case, in any language.

    python3 adapter.py hello > hello.json
    python3 adapter.py decode npy '{"opts"}' < file.npy > answer.json

It ends with 0 and {"ok":{"value":…}} or {"ok":{"out":…}} on stdout; with 40 and the code of a refusal; with 41 for what is not
implemented. Anything else is a crash. This one reads .npy files of plain numbers with nothing but Python's own library: put your codec
in place of `decode`, and into HELLO what it can do.
"""

import ast
import json
import math
import re
import sys

ANSWERED, REFUSED, UNSUPPORTED = 0, 40, 41

# What stands in `lacks` is not asked, and not counted as passed.
HELLO = {
    "protocol": 1,
    "impl": {
        "name": "my-codec",
        "version": "0.0.0",
        "language": "python",
        "runtime": "exec",
        "os": sys.platform,
        "arch": "any",
        "endian": sys.byteorder,
    },
    "caps": {"npy": {"ops": ["decode"], "lacks": ["struct", "subarray", "S", "U", "V", "M8", "m8", "object"]}},
    "inOrder": True,
    "inflight": 1,
    "transport": ["b64"],
}

NUMBER = re.compile(r"([<>|=]?)(b1|[iu][1248]|f(?:[248]|16)|c(?:8|16|32))")


class Refusal(Exception):
    """How a codec says no on purpose: one of the protocol's codes, and why."""


def decode(file, opts):
    """The array in a file: its dtype, shape, order and memory."""
    if file[:6] != b"\x93NUMPY"[: len(file)]:
        raise Refusal("bad-magic", "the file does not begin as npy files do")
    if len(file) < 10:
        raise Refusal("truncated", f"{len(file)} bytes are no file")
    version, minor = file[6], file[7]
    if version not in (1, 2, 3) or minor != 0:
        raise Refusal("bad-version", f"version {version}.{minor}")
    start = 10 if version == 1 else 12
    end = start + int.from_bytes(file[8:start], "little")
    if end > len(file):
        raise Refusal("truncated", f"the header ends at byte {end}, the file at byte {len(file)}")
    if end - start > opts.get("max_header_size", 10_000) and not opts.get("allow_pickle"):
        raise Refusal("limit", f"the header has {end - start} bytes")
    header = read_header(file[start:end], version)
    dtype, itemsize = read_dtype(header["descr"])
    shape = read_shape(header["shape"])
    if type(header["fortran_order"]) is not bool:
        raise Refusal("bad-header-keys", "fortran_order is neither True nor False")
    if itemsize * math.prod(extent or 1 for extent in shape) >= 2**63:
        raise Refusal("overflow", "the array has too many elements")
    data, size = file[end:], itemsize * math.prod(shape)
    if size > len(data):
        raise Refusal("truncated", f"{size} bytes of data are wanted, {len(data)} are there")
    return dtype, shape, "F" if header["fortran_order"] else "C", data[:size]


def read_header(data, version):
    try:
        text = data.decode("utf-8" if version == 3 else "latin-1")
        # Python 2 wrote 3L for 3.
        header = ast.literal_eval(text if version == 3 else re.sub(r"\b(\d+)L\b", r"\1", text))
    except UnicodeDecodeError as error:
        raise Refusal("bad-encoding", error) from error
    except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError) as error:
        raise Refusal("bad-header-syntax", error) from error
    if not isinstance(header, dict) or set(header) != {"descr", "fortran_order", "shape"}:
        raise Refusal("bad-header-keys", "the keys are not descr, fortran_order and shape")
    return header


def read_dtype(descr):
    """The type as the protocol writes it, and the bytes of one number."""
    found = NUMBER.fullmatch(descr) if isinstance(descr, str) else None
    if found is None:
        raise Refusal("bad-dtype", "only types of numbers are read")
    order, name = found.groups()
    itemsize = int(name[1:])
    return ("|" if itemsize == 1 else ">" if order == ">" else "<") + name, itemsize


def read_shape(shape):
    if not isinstance(shape, tuple) or not all(type(extent) is int and extent >= 0 for extent in shape):
        raise Refusal("bad-shape", f"{shape!r} is no shape")
    if len(shape) > 64:
        raise Refusal("bad-shape", "there are more than 64 axes")
    if any(extent >= 2**53 for extent in shape):
        raise Refusal("limit", "an extent is beyond 2**53 - 1")
    return list(shape)


def main(words):
    if words == ["hello"]:
        print(json.dumps(HELLO))
        return ANSWERED
    operation, form, opts = words
    if (operation, form) != ("decode", "npy"):
        print(f"{form}.{operation}")
        return UNSUPPORTED
    try:
        dtype, shape, order, memory = decode(sys.stdin.buffer.read(), json.loads(opts))
    except Refusal as refusal:
        print(*refusal.args)
        return REFUSED
    value = {"dtype": dtype, "shape": shape, "order": order, "data": {"hex": memory.hex()}}
    print(json.dumps({"ok": {"value": value}}))
    return ANSWERED


sys.exit(main(sys.argv[1:]))
