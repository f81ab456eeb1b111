"""Arrays and dtypes to and from the form `nv1`: memory as held."""

import base64

import numpy as np

from generate import describe_dtype

__all__ = ["describe_array", "describe_dtype", "read_array", "read_dtype"]


def describe_array(array, describe_item):
    """The array in the form `nv1`. `describe_item` gives the tagged value of a Python object."""
    array = np.asarray(array)
    order = "F" if array.flags.f_contiguous and not array.flags.c_contiguous else "C"
    if array.dtype.hasobject:
        flat = array.ravel(order)
        data = {"items": [object_item(flat[index : index + 1], describe_item) for index in range(flat.size)]}
    else:
        # "A" copies memory as it lies.
        memory = array.tobytes("A" if order == "F" else "C")
        data = {"b64": base64.b64encode(memory).decode("ascii")}
    return {
        "dtype": describe_dtype(array.dtype),
        "shape": list(array.shape),
        "order": order,
        "data": data,
    }


def object_item(one, describe_item):
    """The tagged value of the single element of `one`, an array of one axis whose dtype holds objects."""
    if one.dtype.names is None:
        return describe_item(one[0])
    return {"t": "tuple", "v": [field_item(one[name], describe_item) for name in one.dtype.names]}


def field_item(column, describe_item):
    """The tagged value of one field of one element."""
    if column.ndim > 1:
        return {"t": "ndarray", "v": describe_array(column[0], describe_item)}
    if column.dtype.names is not None or column.dtype.kind == "O":
        return object_item(column, describe_item)
    return {"t": "scalar", "v": describe_array(column.reshape(()), describe_item)}


def read_array(value):
    """A fresh array from the form `nv1`. ValueError if the data has not exactly the size that dtype and shape demand.

    Objects are not read: nothing that takes arrays accepts them.
    """
    dtype = read_dtype(value["dtype"])
    shape = tuple(value["shape"])
    data = value["data"]
    memory = bytearray(base64.b64decode(data["b64"], validate=True) if "b64" in data else bytes.fromhex(data["hex"]))
    array = np.ndarray(shape, dtype, buffer=memory, order=value["order"])
    if array.nbytes != len(memory):
        raise ValueError(f"{len(memory)} bytes of data for an array of {array.nbytes}")
    return array


def read_dtype(described):
    """The dtype that the form `nv1` describes."""
    if isinstance(described, str):
        return np.dtype(described)
    if "base" in described:
        return np.dtype((read_dtype(described["base"]), tuple(described["shape"])))
    fields = described["fields"]
    parts = {
        "names": [field["name"] for field in fields],
        "formats": [
            read_dtype({"base": field["type"], **field}) if "shape" in field else read_dtype(field["type"])
            for field in fields
        ],
        "offsets": [field["offset"] for field in fields],
        "itemsize": described["itemsize"],
    }
    if any("title" in field for field in fields):
        parts["titles"] = [field.get("title") for field in fields]
    return np.dtype(parts, align=described.get("align", False))
