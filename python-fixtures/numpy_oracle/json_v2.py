"""Requests of the Open Inference Protocol, with tensors in the JSON or behind it."""

import json
import math

import numpy as np

from .answers import Refusal
from .arrays import read_array, read_dtype
from .json_documents import array_of, leaves, load, member, shape_of
from .json_numbers import element, exact_number

V2_TYPES = {
    "BOOL": "?",
    **{f"{sign}INT{8 * size}": f"<{kind}{size}" for sign, kind in (("", "i"), ("U", "u")) for size in (1, 2, 4, 8)},
    "FP16": "<f2",
    "FP32": "<f4",
    "FP64": "<f8",
    "BYTES": "O",
}


def read_v2(document, options):
    """The tensors of a request of the Open Inference Protocol, by their names."""
    tensors = member(document, "inputs" if "inputs" in document else "outputs")
    return {member(tensor, "name"): v2_tensor(tensor, options) for tensor in tensors}


def v2_tensor(tensor, _options):
    """One of them: its data are flat, or nested as the shape says."""
    datatype, shape = member(tensor, "datatype"), member(tensor, "shape")
    if datatype not in V2_TYPES:
        raise Refusal("bad-dtype", f"{datatype} is no datatype of the protocol")
    dtype, data = np.dtype(V2_TYPES[datatype]), member(tensor, "data")
    flat = leaves(data, shape_of(data))
    if len(flat) != math.prod(shape) or shape_of(data) not in ([len(flat)], shape):
        raise Refusal("bad-shape", f"{len(flat)} elements for the shape {shape}")
    if dtype.kind == "O":
        array = np.empty(len(flat), dtype)
        array[:] = flat
        return array.reshape(shape)
    return np.array([element(value, dtype) for value in flat], dtype).reshape(shape)


def read_v2_body(data, options):
    """The tensors of a body: those that say how many bytes they have lie behind the JSON, in their order."""
    length = options.get("headerLength", None)
    if length is None:
        length = json.JSONDecoder().raw_decode(data.decode("latin-1"))[1]
    if length > len(data):
        raise Refusal("truncated", f"{length} bytes of JSON")
    document = load(data[:length], exact_number)
    tensors, at = {}, length
    for tensor in member(document, "inputs" if "inputs" in document else "outputs"):
        size = tensor.get("parameters", {}).get("binary_data_size")
        if size is None:
            tensors[member(tensor, "name")] = v2_tensor(tensor, options)
            continue
        if type(size) is not int or size < 0:
            raise Refusal("bad-length", f"{size} is no number of bytes")
        if at + size > len(data):
            raise Refusal("truncated", f"{size} bytes from {at} on")
        tensors[member(tensor, "name")] = v2_binary_tensor(tensor, data[at : at + size])
        at += size
    if at != len(data):
        raise Refusal("trailing-data", f"{len(data) - at} bytes")
    return tensors


def v2_binary_tensor(tensor, data):
    """An array over the bytes of a tensor; of BYTES each element follows its length."""
    datatype, shape = member(tensor, "datatype"), member(tensor, "shape")
    if datatype not in V2_TYPES:
        raise Refusal("bad-dtype", f"{datatype} is no datatype of the protocol")
    if datatype != "BYTES":
        return array_of(data, np.dtype(V2_TYPES[datatype]), shape)
    array, at = np.empty(math.prod(shape), object), 0
    for index in range(array.size):
        end = at + 4 + int.from_bytes(data[at : at + 4], "little")
        if at + 4 > len(data) or end > len(data):
            raise Refusal("truncated", f"{array.size} elements")
        array[index], at = data[at + 4 : end], end
    if at != len(data):
        raise Refusal("bad-length", f"{len(data) - at} bytes behind the elements")
    return array.reshape(shape)


def write_v2_body(value, options):
    """A request with the named arrays that `value` describes; those that the option `binary` names stand behind the JSON."""
    tensors, behind = [], []
    for name, described in ((name["v"], array["v"]) for name, array in value["v"]):
        if read_dtype(described["dtype"]).hasobject:
            raise Refusal("unsafe-object", "the bytes of objects are addresses")
        array = read_array(described)
        little = array.astype(array.dtype.newbyteorder("<"), order="C")
        datatypes = [datatype for datatype, code in V2_TYPES.items() if np.dtype(code) == little.dtype]
        if not datatypes:
            raise Refusal("bad-dtype", f"the protocol has no {array.dtype}")
        tensor = {"name": name, "shape": array.shape, "datatype": datatypes[0]}
        if name in options.get("binary", ()):
            behind.append(little.tobytes())
            tensors.append({**tensor, "parameters": {"binary_data_size": little.nbytes}})
        else:
            tensors.append({**tensor, "data": little.ravel().tolist()})
    document = {"inputs": tensors, **options.get("members", {})}
    # As the clients do: the bytes behind are found by how long this is.
    return json.dumps(document, separators=(",", ":")).encode("ascii") + b"".join(behind)
