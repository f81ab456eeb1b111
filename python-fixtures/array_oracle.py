"""Say what NumPy makes of an array and its views: one JSON line in, one out, until the input ends.

Python 3 and NumPy 2: the texts of arrays differ between releases.

    {"op": "hello"}    -> {"numpy": "2.4.6", "python": "3.11.7"}
    {"dtype": D, "bytes": HEX, "shape": [...], "order": "C", "steps": [...], "asks": [...]}
                       -> {"shape": [...], "answers": [...]}

D is the text of a Python literal. A step makes a view of the array before it, an ask is answered by text:

    steps: ["slice", [index, null or [start, stop, step], ...]] ["transpose", axes] ["reshape", shape, order] ["field", name]
           ["broadcast", shape]
    asks:  ["bytes", order] ["byteswap"] ["byteorder", ">"] ["astype", D] ["str", options] ["repr", options] ["iso"]

Bytes are answered in hexadecimal, a conversion also by which elements C defines. What NumPy raises is the answer
{"error": "TypeError", "message": "..."}.
"""

import ast
import json
import sys
import warnings

import numpy as np


def main():
    """Answer line by line."""
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        request = json.loads(line)
        sys.stdout.write(json.dumps(answer(request), separators=(",", ":")) + "\n")
        sys.stdout.flush()


def answer(request):
    """Answer one request; what NumPy raises is the answer."""
    if request.get("op") == "hello":
        return {"numpy": np.__version__, "python": "%d.%d.%d" % sys.version_info[:3]}
    try:
        array = make_array(request)
        for name, *arguments in request["steps"]:
            array = STEPS[name](array, *arguments)
    except Exception as error:
        return refusal(error)
    return {"shape": list(array.shape), "answers": [attempt(array, *ask) for ask in request["asks"]]}


def attempt(array, name, *arguments):
    """Answer one ask."""
    try:
        return ASKS[name](array, *arguments)
    except Exception as error:
        return refusal(error)


def refusal(error):
    """Describe what was raised."""
    return {"error": type(error).__name__, "message": str(error)}


def make_array(request):
    """Make the array that the steps begin with."""
    dtype = np.dtype(ast.literal_eval(request["dtype"]))
    # In memory of its own, since frombuffer makes what is read-only.
    data = bytearray(bytes.fromhex(request["bytes"]))
    return np.ndarray(request["shape"], dtype, data, order=request["order"])


def sliced(array, ranges):
    """Take part of an array."""
    return array[(*(slice(*part) if isinstance(part, list) else slice(None) if part is None else part for part in ranges), ...)]


STEPS = {
    "slice": sliced,
    "transpose": lambda array, axes: array.transpose(axes),
    "reshape": lambda array, shape, order: array.reshape(shape, order=order),
    "field": lambda array, name: array[name],
    "broadcast": lambda array, shape: np.broadcast_to(array, shape),
}


def convert(array, dtype):
    """Convert to another dtype, and say which elements C defines: of floats those that the integer holds."""
    target = np.dtype(dtype)
    with np.errstate(all="ignore"):
        converted = array.astype(target, casting="unsafe")
    defined = np.ones(array.shape, bool)
    if array.dtype.kind in "fc" and target.kind in "iu":
        whole = np.trunc(array.real.astype("longdouble"))
        bounds = np.iinfo(target)
        defined = np.isfinite(whole) & (whole >= bounds.min) & (whole <= np.longdouble(bounds.max))
    return {"bytes": converted.tobytes().hex(), "defined": [bool(one) for one in defined.ravel()]}


def printed(options):
    """Give NumPy's names to the options of printing."""
    names = {"edgeItems": "edgeitems", "lineWidth": "linewidth"}
    return np.printoptions(**{names.get(name, name): value for name, value in options.items()})


def text(array, options):
    """Print as str does."""
    with printed(options):
        return str(array)


def representation(array, options):
    """Print as repr does."""
    with printed(options):
        return repr(array)


ASKS = {
    "bytes": lambda array, order: array.tobytes(order).hex(),
    "byteswap": lambda array: array.byteswap().tobytes().hex(),
    "byteorder": lambda array, order: array.astype(array.dtype.newbyteorder(order)).tobytes().hex(),
    "astype": convert,
    "str": text,
    "repr": representation,
    # Of an array in foreign byte order NumPy 2.4 takes the bytes as they lie.
    "iso": lambda array: [str(one) for one in np.datetime_as_string(array.astype(array.dtype.newbyteorder("="))).ravel()],
}


if __name__ == "__main__":
    main()
