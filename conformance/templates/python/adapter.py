"""An adapter for npconform: NumPy behind the protocol np/1. Put your own codec into `decode` and `encode`."""

import base64
import io
import json
import os
import platform
import sys
import tokenize
import zipfile

import numpy as np


def decode(data, opts):
    """The array in an npy file."""
    keep = ("allow_pickle", "encoding", "max_header_size")
    return np.load(io.BytesIO(data), **{key: opts[key] for key in keep if key in opts})


def encode(array, opts):
    """An npy file that holds the array."""
    if array.dtype.hasobject:
        raise ValueError("objects are not written")
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version=tuple(opts["version"]) if "version" in opts else None)
    return file.getvalue()


def answer(request):
    op, form, opts = request["op"], request["format"], request["opts"]
    if form != "npy":
        raise NotImplementedError(form)
    if op == "encode":
        return {"out": to_b64(encode(read_array(request["value"]), opts))}
    array = decode(from_b64(request["in"]), opts)
    return {"value": write_array(array)} if op == "decode" else {"out": to_b64(encode(array, opts))}


def write_array(array):
    if array.dtype.hasobject:
        raise NotImplementedError("object")
    order = "F" if array.flags.f_contiguous and not array.flags.c_contiguous else "C"
    data = to_b64(array.tobytes("A" if order == "F" else "C"))
    return {"dtype": write_dtype(array.dtype), "shape": list(array.shape), "order": order, "data": data}


def read_array(value):
    return np.ndarray(value["shape"], read_dtype(value["dtype"]), bytearray(from_b64(value["data"])), order=value["order"])


def write_dtype(dtype):
    if dtype.subdtype is not None:
        base, shape = dtype.subdtype
        return {"base": write_dtype(base), "shape": list(shape)}
    if dtype.names is None:
        return dtype.str
    return {
        "itemsize": dtype.itemsize,
        "align": dtype.isalignedstruct,
        "fields": [write_field(name, *dtype.fields[name]) for name in dtype.names],
    }


def write_field(name, dtype, offset, title=None):
    field = {"name": name, "offset": offset, "type": write_dtype(dtype)}
    if dtype.subdtype is not None:
        field.update(type=write_dtype(dtype.subdtype[0]), shape=list(dtype.subdtype[1]))
    return field if title is None else dict(field, title=title)


def read_dtype(described):
    if isinstance(described, str):
        return np.dtype(described)
    if "base" in described:
        return np.dtype((read_dtype(described["base"]), tuple(described["shape"])))
    fields = described["fields"]
    formats = [read_dtype({"base": f["type"], "shape": f["shape"]} if "shape" in f else f["type"]) for f in fields]
    parts = {"names": [f["name"] for f in fields], "formats": formats, "offsets": [f["offset"] for f in fields]}
    if any("title" in f for f in fields):
        parts["titles"] = [f.get("title") for f in fields]
    return np.dtype(dict(parts, itemsize=described["itemsize"]), align=described.get("align", False))


def from_b64(sent):
    return base64.b64decode(sent["b64"]) if "b64" in sent else bytes.fromhex(sent["hex"])


def to_b64(data):
    return {"b64": base64.b64encode(data).decode("ascii")}


HELLO = {
    "protocol": 1,
    "impl": {
        "name": "numpy",
        "version": np.__version__,
        "language": "python",
        "runtime": "cpython " + platform.python_version(),
        "os": os.name,
        "arch": platform.machine(),
        "endian": sys.byteorder,
    },
    # What your codec cannot do stands in `lacks`: it is then not asked, and not counted as passed.
    "caps": {
        "npy": {
            "ops": ["decode", "encode", "reencode"],
            "lacks": ["object", "npy-A0", "npy-A1", "npy-B"],
        }
    },
    "inOrder": True,
    "inflight": 16,
    "transport": ["b64"],
}


REFUSALS = (
    *(ValueError, TypeError, IndexError, EOFError, OverflowError, MemoryError, RecursionError, SyntaxError),
    *(tokenize.TokenError, zipfile.BadZipFile),
)


def main():
    for line in sys.stdin:
        request = json.loads(line)
        if request["cmd"] == "bye":
            return
        message = {"error": {"message": "an unknown command"}}
        if request["cmd"] == "hello":
            message = HELLO
        elif request["cmd"] == "run":
            try:
                message = {"ok": answer(request)}
            except NotImplementedError as error:
                message = {"unsupported": {"feature": str(error)}}
            # All the ways in which NumPy refuses a file. Your own codec will know better which of the protocol's codes is right.
            except REFUSALS as error:
                message = {"refused": {"code": "bad-header-syntax", "message": repr(error)}}
            except Exception as error:
                message = {"error": {"message": repr(error)}}
        print(json.dumps(dict(message, id=request["id"])), flush=True)


main()
