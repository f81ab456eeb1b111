"""Write arrays as JSON in every dialect by the package or the recipe that it comes from, damage some, and print them.

    python generate_json.py

prints one JSON object a line, as `generate_raw.py` does. It needs the packages of json-requirements.txt in an environment of their own; a
cell says so with `+json`. Arrays are those of the recipes for npy. What a package writes is loaded again by its own reader, and has to come
back: where it does not, the table LOST says why.
"""

import base64
import datetime
import io
import json
import os
import pickle
import subprocess
import sys
import warnings

import json_numpy
import json_tricks
import numpy as np
import simplejson
import tritonclient.http as triton
import ujson
from _plotly_utils.utils import to_typed_array_spec
from bokeh.core.serialization import Deserializer, Serializer
from tritonclient.utils import np_to_triton_dtype

from generate import (
    POISON,
    describe_array,
    describe_cell,
    describe_dtype,
    encode64,
    instances_of,
    make_array,
    make_dtype,
    padding_of,
    read_recipes,
)
from json_faults import faults
from numpy_oracle import json_dialects

HERE = os.path.dirname(os.path.abspath(__file__))
AREAS = ("plain", "extremes", "nan", "string", "struct", "datetime", "shape")
NUMERIC_AREAS = ("extremes", "nan")
# Of these every third array will do: npy has them all.
SAMPLED_AREAS = ("string", "struct", "datetime", "shape")
LAYOUTS = ("C", "F", "step2")
# As many documents of a dialect are put to `decode` once more without its name.
DETECTED = 3


def main():
    """Print the lines of all cases."""
    warnings.simplefilter("ignore")
    lines = [*documents(), *plain_writers(), *spelled(), *bodies(), *tensorflow(), *faults(), *refused_objects()]
    cell = describe_cell()
    print(json.dumps({**cell, "cell": cell["cell"] + "+json"}))
    for line in lines:
        print(json.dumps({"kind": "case", **line, "in": encode64(line["in"])}))
    print(json.dumps({"kind": "end", "count": len(lines)}))


# Dialects -----------------------------------------------------------------------------------------


def npy_file(array):
    """What `numpy.save` writes."""
    file = io.BytesIO()
    np.save(file, array, allow_pickle=False)
    return file.getvalue()


def text_of(data):
    """Bytes in base64, as text."""
    return base64.b64encode(data).decode("ascii")


def tricks_compact(order):
    """A writer of json-tricks' compact form."""
    properties = {"ndarray_compact": True, "ndarray_store_byteorder": order}
    return lambda array: json_tricks.dumps(array, properties=properties)


def plotly(array):
    """The typed array of a figure, if plotly makes one of the array."""
    made = to_typed_array_spec(array)
    return json.dumps(made) if isinstance(made, dict) else None


def bokeh(array):
    """An array of a bokeh document, if its bytes are in there."""
    made = Serializer(deferred=False).serialize(array).content
    return json.dumps(made) if isinstance(made, dict) and isinstance(made["array"], dict) else None


def pickled(protocol):
    """A writer of pickles whose bytes are code points."""
    return lambda array: json.dumps(pickle.dumps(array, protocol).decode("latin-1"))


def tensorflow_serving(key):
    """A writer of requests to TensorFlow Serving, after its documents: bytes are objects with b64."""

    def write(array):
        if array.dtype.kind not in "biufS":
            return None
        return json.dumps({key: with_b64(array.tolist())})

    return write


def with_b64(value):
    """Nested lists whose bytes are wrapped."""
    if isinstance(value, list):
        return [with_b64(item) for item in value]
    return {"b64": text_of(value)} if isinstance(value, bytes) else value


def v2(array):
    """The request of Triton's client, its blanks as Python puts them."""
    tensor = triton.InferInput("x", list(array.shape), np_to_triton_dtype(array.dtype))
    tensor.set_data_from_numpy(array, binary_data=False)
    body, _ = triton.InferenceServerClient.generate_request_body([tensor])
    return json.dumps({"inputs": json.loads(body)["inputs"]})


def strings(array):
    """Every element as a string. `astype` prints datetimes, and bytes only if they are ASCII."""
    return json.dumps(array.astype(str).tolist()) if array.dtype.kind in "biuf" and array.itemsize <= 8 else None


WRITERS = {
    "triple-list": lambda array: json.dumps([str(array.dtype), text_of(array.tobytes()), array.shape]),
    "ndarray-dict-b64": lambda array: json.dumps(
        {"__ndarray__": text_of(array.tobytes()), "dtype": str(array.dtype), "shape": array.shape}
    ),
    "json-numpy": json_numpy.dumps,
    "json-tricks": json_tricks.dumps,
    "json-tricks-compact": tricks_compact(None),
    "json-tricks-compact/big": tricks_compact("big"),
    "plotly": plotly,
    "bokeh": bokeh,
    "npy-latin1": lambda array: json.dumps(npy_file(array).decode("latin-1")),
    "npy-b64": lambda array: json.dumps(text_of(npy_file(array))),
    **{f"pickle-latin1/p{protocol}": pickled(protocol) for protocol in range(6)},
    "pickle-b64": lambda array: json.dumps(text_of(pickle.dumps(array))),
    "json-tolist": lambda array: json.dumps(array.tolist()) if array.dtype.kind in "biufUMm" else None,
    "json-strings": strings,
    "tfserving-instances": tensorflow_serving("instances"),
    "tfserving-inputs": tensorflow_serving("inputs"),
    "v2-json": v2,
}

# Dialects that any array without objects goes through, and the others, each in turn.
BASE = ("triple-list", "ndarray-dict-b64", "json-numpy")
OTHERS = tuple(name for name in WRITERS if name not in BASE and not name.startswith("pickle"))
PICKLES = tuple(name for name in WRITERS if name.startswith("pickle"))
# Every so many arrays one is pickled, if it is little-endian: pickles have cases of their own.
PICKLED = 4

READERS = {
    "json-numpy": json_numpy.loads,
    "json-tricks": json_tricks.loads,
    "json-tricks-compact": json_tricks.loads,
    "bokeh": lambda text: Deserializer().deserialize(json.loads(text)),
}


def lost(dialect, array):
    """Why the package's own reader does not give back what its writer wrote; None where it does."""
    if dialect.startswith("json-tricks"):
        if array.dtype.names is not None:
            return "the text of fields is no dtype to it"
        if array.ndim == 0:
            return "it takes the name of a dtype for an attribute of numpy"
    if dialect.startswith("json-tricks-compact") and array.dtype.byteorder == ">":
        return "bytes are written as they lie, and read as little-endian"
    return None


# Arrays -------------------------------------------------------------------------------------------


def documents():
    """The arrays of the recipes: each in one of the dialects that carry anything, and many in one or two of the others."""
    seen = {}
    turn = 0
    for number, instance in enumerate(chosen_instances()):
        area = instance["recipe"].split("_")[0]
        if area in SAMPLED_AREAS and number % 3 != 0:
            continue
        array = make_array(instance, POISON)
        yield from document_lines(instance, array, BASE[number % 7 % len(BASE)], seen)
        if number % PICKLED == 0 and array.dtype == array.dtype.newbyteorder("<"):
            yield from document_lines(instance, array, PICKLES[number // PICKLED % len(PICKLES)], seen)
        wanted = 2 - number % 2 if area == "plain" else 1 if area in NUMERIC_AREAS or number % 4 == 0 else 0
        taken = 0
        for step in range(len(OTHERS) if wanted else 0):
            lines = list(document_lines(instance, array, OTHERS[(turn + step) % len(OTHERS)], seen))
            taken += len(lines) > 0
            yield from lines
            if taken >= wanted:
                turn += step + 1
                break


def chosen_instances():
    """The arrays of the recipes. Documents show of a layout only what lies in C order."""
    for recipe in read_recipes(os.path.join(HERE, "recipes")):
        if recipe["recipe"].split("_")[0] not in AREAS or "dtype" not in recipe:
            continue
        for instance in instances_of(recipe):
            dtype = make_dtype(instance["dtype"], instance.get("align", False))
            is_small = len(instance.get("shape", [])) <= 6 and max(instance.get("shape", [0]), default=0) <= 64
            if instance.get("layout", "C") in LAYOUTS and dtype.itemsize > 0 and not dtype.hasobject and is_small:
                yield instance


def document_lines(instance, array, writer, seen):
    """The lines of one document; none if the writer does not take the array."""
    dialect = writer.split("/")[0]
    text = written(writer, array)
    if text is None or (array.dtype.kind == "U" and not is_text(array)):
        return
    # Copied in another order, what pads items is whatever was in memory.
    if len(padding_of(array.dtype)) > 0 and not array.flags.c_contiguous:
        return
    if writer not in BASE and not writer.startswith(("npy", "pickle", "json-tricks-compact")) and is_long(array.dtype):
        return
    opts = options_of(dialect, array)
    try:
        value = json_dialects.decode(text.encode("ascii"), opts)
    except json_dialects.Refusal:
        return
    require_same(dialect, array, text, value)
    line = {
        "title": ", ".join([instance["title"], *instance["args"].values(), writer]),
        "tags": [dialect, *instance["tags"]],
        "masked": False,
        "in": text.encode("ascii"),
        "value": value,
    }
    name = f"json/{writer}/{instance['id']}"
    encode = {"encode": {"expect": "value", "opts": {"dialect": dialect}}} if is_written(writer, array, text) else {}
    # Tensors are written by the names that they are read by.
    held = {"held": describe_array(array, instance)} if encode and dialect != "v2-json" else {}
    yield {**line, **held, "id": name, "ops": {"decode": {"expect": "value", "opts": opts}, **encode}}
    seen[writer] = seen.get(writer, 0) + 1
    if seen[writer] <= DETECTED and not dialect.startswith("pickle"):
        bare = {key: option for key, option in opts.items() if key != "dialect"}
        detected = {"decode": {"expect": "value", "opts": bare}} if bare else {"decode": {"expect": "value"}}
        yield {**line, "id": f"{name}/detected", "tags": [*line["tags"], "detect"], "ops": detected}


def written(writer, array):
    """The text that a writer makes of an array; None if it does not take it."""
    try:
        return WRITERS[writer](array)
    except Exception:  # Whatever a package raises, it has not written a document.
        return None


def options_of(dialect, array):
    """What the document does not say."""
    needs_dtype = dialect in ("json-tolist", "json-strings") or dialect.startswith("tfserving")
    return {"dialect": dialect, **({"dtype": describe_dtype(array.dtype)} if needs_dtype else {})}


def require_same(dialect, array, text, value):
    """Fail unless a document means the array that was written, to the oracle and to the package's own reader."""
    # That npy files are read right has cases of its own.
    if "t" not in value and not dialect.startswith("npy") and meaning(json_dialects.read_array(value)) != meaning(array):
        is_narrowed = dialect in ("plotly", "bokeh") and array.dtype.kind in "mM"
        if not is_narrowed and array.size > 0:
            raise AssertionError(f"{dialect}: {text} is read as {value}")
    if dialect in READERS and lost(dialect, array) is None:
        back = np.asarray(READERS[dialect](text))
        if meaning(back) != meaning(array) and not (dialect == "bokeh" and array.dtype.kind in "mM"):
            raise AssertionError(f"{dialect}: its own reader makes {back!r} of {text}")


def meaning(array):
    """What tells an array from another: its values, or its bytes where those are none to Python."""
    try:
        return repr(array.tolist())
    except (SystemError, ValueError):
        return array.tobytes()


def is_long(dtype):
    """Whether elements are long doubles, which no number of JSON's is."""
    return dtype.kind in "fc" and dtype.type in (np.longdouble, np.clongdouble)


def is_text(array):
    """Whether JSON gives back what the elements are. It takes two code points that are surrogates for one character."""
    try:
        return json.loads(json.dumps(array.tolist())) == array.tolist()
    except (SystemError, ValueError):
        return False


def is_written(writer, array, text):
    """Whether an implementation is asked for the document too: where it is the only right one."""
    dtype = array.dtype
    if writer == "json-tricks":
        # How bytes and dates are spelled is the package's own choice, and that it tells a view is not kept in a value.
        return dtype.kind in "biufUc" and array.flags.forc
    if writer in ("tfserving-instances", "tfserving-inputs"):
        return dtype.kind in "biuf"
    if writer == "json-tricks-compact":
        return array.ndim > 0 and dtype.names is None and dtype.byteorder != ">" and '"b64:' in text
    if writer == "plotly":
        return array.ndim > 0
    if writer == "v2-json":
        return dtype.kind in "biuf"
    if writer == "bokeh":
        # Datetimes become milliseconds there.
        return array.ndim > 0 and dtype.kind in "biuf"
    return writer in (*BASE, "npy-latin1", "npy-b64", "json-tolist", "json-strings")


# Other writers of plain numbers -------------------------------------------------------------------


def plain_writers():
    """Numbers as other packages write them: other exponents, null for NaN, the digits of float32 itself."""
    arrays = {
        "i8": np.array([-(2**63), -1, 2**53 + 1, 2**63 - 1], "<i8"),
        "u8": np.array([0, 2**53 + 1, 2**64 - 1], "<u8"),
        "f4": np.array([1 / 3, 0.1, 16777216, 1e-7, -0.0, 3.4e38], "<f4"),
        "f8": np.array([0.1, 1e-7, 1e16, 5e-324, -0.0, 1.7976931348623157e308], "<f8"),
        "f2": np.array([[1.5, -0.0], [65504, 6e-8]], "<f2"),
        "b1": np.array([[True, False]]),
        "nan": np.array([np.nan, 1.5], "<f8"),
    }
    writers = {
        "orjson": orjson_in_child,
        "ujson": lambda array: ujson.dumps(array.tolist()),
        "simplejson": lambda array: simplejson.dumps(array.tolist(), ignore_nan=True),
    }
    for writer, write in writers.items():
        for name, array in arrays.items():
            text = write(array)
            opts = {"dialect": "json-tolist", "dtype": describe_dtype(array.dtype)}
            value = json_dialects.decode(text.encode(), opts)
            back = json_dialects.read_array(value)
            if not np.array_equal(back, array, equal_nan=array.dtype.kind == "f"):
                if writer != "ujson":
                    raise AssertionError(f"{writer}: {text} is read as {back!r}")
            yield {
                "id": f"json/json-tolist/{writer}/{name}",
                "title": f"{name}, written by {writer}",
                "tags": ["json-tolist"],
                "masked": False,
                "in": text.encode(),
                "value": value,
                "ops": {"decode": {"expect": "value", "opts": opts}},
            }


def spelled():
    """Elements that JSON has no numbers for: as `str` prints them, where Python's json has none, or as their users spell them."""
    record = np.dtype([("id", "<i8"), ("at", ">f4", (2,)), ("tag", "<U3"), ("inner", [("when", "<M8[s]"), ("ok", "?")])])
    rows = [(2**53 + 1, [0.1, -0.0], "a", (5, True)), (-1, [1e-7, np.nan], "\u00e9", (None, False))]
    arrays = {
        "c16": np.array([[1 + 2j, -0.5j], [complex(np.nan, np.inf), complex(-0.0, 1e16)]], "<c16"),
        "c8": np.array([0.1 + 1e-7j, 3], ">c8"),
        "f16": np.array(["0.1", "1e-4950", "1.18973149535723176502e+4932", "-0.0", "nan", "123456789.25"], "<f16"),
        "record": np.array(rows, record),
        "record-2d": np.array([rows, rows[::-1]], record),
    }
    for name, array in arrays.items():
        yield spelled_line(name, array, "json-tolist", json.dumps(array.tolist(), default=str_of_element))
    objects = [{"tag": row[2], "id": row[0], "at": row[1], "inner": {"ok": row[3][1], "when": row[3][0]}} for row in rows]
    yield spelled_line("record-by-name", arrays["record"], "json-tolist", json.dumps(objects), is_encoded=False)
    words = np.array([["ab", ""], ["h\u00e9", "abcd"]])
    yield spelled_line("bytes", np.char.encode(words, "utf-8").astype("S5"), "json-tolist", json.dumps(words.tolist()))
    for unit in ("Y", "M", "D", "m", "s", "25s", "ns", "as"):
        dates = np.array([0, 12345, -1, np.iinfo("i8").min], "i8").view(f"<M8[{unit}]")
        text = json.dumps(dates.astype(str).tolist())
        yield spelled_line(f"dates-{unit}", dates, "json-strings", text)
    zone = np.array(["2020-01-01T22:00:00"], "<M8[s]")
    yield spelled_line("dates-zone", zone, "json-strings", '["2020-01-02T00:00:00+02:00"]', is_encoded=False)


def str_of_element(element):
    """What `default` gives `json.dumps`; `tolist` leaves subarrays as they are. Datetimes of seconds are counts, like others."""
    if isinstance(element, np.ndarray):
        return element.tolist()
    if isinstance(element, datetime.datetime):
        return int(np.datetime64(element, "s").astype("i8"))
    return str(element)


def spelled_line(name, array, dialect, text, is_encoded=True):
    """The line of a document of such elements."""
    opts = {"dialect": dialect, "dtype": describe_dtype(array.dtype)}
    value = json_dialects.decode(text.encode(), opts)
    if meaning(json_dialects.read_array(value)) != meaning(array):
        raise AssertionError(f"{name}: {text} is read as {value}")
    encode = {"encode": {"expect": "value", "opts": {"dialect": dialect}}} if is_encoded else {}
    return {
        "id": f"json/{dialect}/spelled/{name}",
        "title": f"{name}, which JSON has no numbers for",
        "tags": [dialect],
        "masked": False,
        "in": text.encode(),
        "value": value,
        "ops": {"decode": {"expect": "value", "opts": opts}, **encode},
    }


def bodies():
    """Requests of Triton's client with the binary extension: JSON, and behind it what of the tensors is not in there."""
    matrix = np.arange(6).reshape(2, 3)
    types = ("?", "i1", "u1", "<i2", "<u2", "<i4", "<u4", "<i8", "<u8", "<f2", "<f4", "<f8")
    single = {np_to_triton_dtype(np.dtype(dtype)).lower(): {"x": matrix.astype(dtype)} for dtype in types}
    strings_of_bytes = np.array([b"ab", b"", "h\u00e9".encode(), b"\x00\xff"], object).reshape(2, 2)
    x, y = np.array([1.5, -0.0, np.inf], "<f4"), np.array([[2**53 + 1, -1]], "<i8")
    requests = {
        **{name: (tensors, ["x"]) for name, tensors in single.items()},
        "order-f": ({"x": np.asfortranarray(matrix.astype("<i4"))}, ["x"]),
        "empty": ({"x": np.zeros((0, 3), "<f4")}, ["x"]),
        "two": ({"x": x, "y": y}, ["x", "y"]),
        "mixed-first": ({"x": x, "y": y}, ["x"]),
        "mixed-second": ({"x": y, "y": x}, ["y"]),
        "none": ({"y": y}, []),
        "bytes": ({"x": strings_of_bytes}, ["x"]),
        "bytes-and-more": ({"x": strings_of_bytes, "y": y, "z": x}, ["x", "z"]),
    }
    for name, (tensors, binary) in requests.items():
        body, length = v2_body(tensors, binary)
        # Bytes are objects once they are read, and objects are not written.
        is_written = not any(array.dtype.hasobject for array in tensors.values())
        yield body_line(name, tensors, body, {"headerLength": length or len(body)}, binary if is_written else None)
        if name in ("two", "mixed-first", "bytes", "none"):
            yield body_line(f"{name}/unsaid", tensors, body, {}, None)
    yield from body_faults(*v2_body({"x": x, "y": y}, ["x", "y"]), *v2_body({"x": strings_of_bytes}, ["x"]))


def v2_body(tensors, binary):
    """The body of a request, and how much of it is JSON: None where all is."""
    inputs = []
    for name, array in tensors.items():
        tensor = triton.InferInput(name, list(array.shape), np_to_triton_dtype(array.dtype))
        tensor.set_data_from_numpy(array, binary_data=name in binary)
        inputs.append(tensor)
    return triton.InferenceServerClient.generate_request_body(inputs)


def body_line(name, tensors, body, opts, binary):
    """The line of one body. Where it is written too, `binary` names the tensors behind the JSON, and other members are the client's."""
    opts = {"dialect": "v2-binary", **opts}
    value = json_dialects.decode(body, opts)
    found = [meaning(json_dialects.read_array(array["v"])) for _, array in value["v"] if "items" not in array["v"]["data"]]
    if found != [meaning(array) for array in tensors.values() if not array.dtype.hasobject]:
        raise AssertionError(f"{name}: {body!r} is read as {value}")
    encode = {}
    if binary is not None:
        document = json.loads(body[: opts["headerLength"]])
        members = {key: member for key, member in document.items() if key != "inputs"}
        written_opts = {"dialect": "v2-binary", "binary": binary, "members": members}
        encode = {"encode": {"expect": "value", "opts": written_opts}}
    return {
        "id": f"json/v2-binary/{name}",
        "title": f"a request of the Open Inference Protocol with tensors behind its JSON: {name}",
        "tags": ["v2-binary"],
        "masked": False,
        "in": body,
        "value": value,
        "ops": {"decode": {"expect": "value", "opts": opts}, **encode},
    }


def body_faults(body, length, of_bytes, length_of_bytes):
    """Bodies that are not as long as they say, anywhere."""
    faulty = {
        "cut": (body[:-1], length, ["truncated"]),
        "nothing-behind": (body[:length], length, ["truncated"]),
        "longer": (body + b"\0", length, ["trailing-data"]),
        "header-beyond": (body, len(body) + 1, ["truncated"]),
        "header-within-json": (body, length - 1, ["truncated", "bad-container"]),
        "size-of-other-shape": (body.replace(b"[3]", b"[4]"), length, ["bad-length"]),
        "bytes-beyond": (of_bytes[:length_of_bytes] + b"\xff" + of_bytes[length_of_bytes + 1 :], length_of_bytes, ["truncated"]),
        "bytes-of-fewer": (of_bytes.replace(b"[2,2]", b"[2,1]"), length_of_bytes, ["bad-length"]),
        "bytes-of-more": (of_bytes.replace(b"[2,2]", b"[2,9]"), length_of_bytes, ["truncated"]),
        "negative-size": (body.replace(b'"binary_data_size":12', b'"binary_data_size":-9'), length, ["bad-length"]),
    }
    for name, (data, header, codes) in faulty.items():
        if data in (body, of_bytes) and name not in ("header-beyond", "header-within-json"):
            raise AssertionError(f"{name}: nothing is wrong with it")
        yield {
            "id": f"json/malformed/v2-binary/{name}",
            "title": f"v2-binary: {name.replace('-', ' ')}",
            "tags": ["v2-binary"],
            "masked": False,
            "in": data,
            "ops": {"decode": {"expect": "refuse", "codes": codes, "opts": {"dialect": "v2-binary", "headerLength": header}}},
        }


def orjson_in_child(array):
    """What orjson makes of an array, in a process of its own: some dtypes end it."""
    program = (
        "import io, sys, numpy, orjson; array = numpy.load(io.BytesIO(sys.stdin.buffer.read()));"
        "sys.stdout.buffer.write(orjson.dumps(array, option=orjson.OPT_SERIALIZE_NUMPY))"
    )
    done = subprocess.run([sys.executable, "-c", program], input=npy_file(array), capture_output=True, check=True)
    return done.stdout.decode()


def tensorflow():
    """The documents that TensorFlow's tensors were written to: see generate_tensorflow.py."""
    with open(os.path.join(HERE, "tensorflow.json"), encoding="utf-8") as file:
        kept = json.load(file)
    for document in kept:
        array = np.frombuffer(bytes.fromhex(document["hex"]), document["dtype"]).reshape(document["shape"])
        dialect = "json-strings" if '"' in document["text"] else "json-tolist"
        opts = {"dialect": dialect, "dtype": describe_dtype(array.dtype)}
        value = json_dialects.decode(document["text"].encode(), opts)
        if json_dialects.read_array(value).tobytes() != array.tobytes():
            raise AssertionError(f"{document['id']}: {document['text']} is read as {value}")
        yield {
            "id": f"json/tensorflow/{document['id']}",
            "title": f"{document['id']}, written by TensorFlow {document['tensorflow']}",
            "tags": [dialect],
            "masked": False,
            "in": document["text"].encode(),
            "value": value,
            "ops": {"decode": {"expect": "value", "opts": opts}},
        }


def refused_objects():
    """Object arrays, which no dialect writes."""
    array = np.array([1, None], object)
    items = [{"t": "int", "v": "1"}, {"t": "none"}]
    held = {"dtype": "|O", "shape": list(array.shape), "order": "C", "data": {"items": items}}
    for dialect in json_dialects.WRITERS:
        yield {
            "id": f"json/objects/{dialect}",
            "title": f"an object array, which {dialect} does not carry",
            "tags": [dialect, "object"],
            "masked": False,
            "in": b"null",
            "value": held,
            "ops": {"encode": {"expect": "refuse", "codes": ["unsafe-object"], "opts": {"dialect": dialect}}},
        }


if __name__ == "__main__":
    main()
