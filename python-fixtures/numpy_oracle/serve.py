"""The transport of `np/1`: one JSON object a line, answers in the order of the requests."""

import base64
import json
import os
import platform
import sys
import traceback
import warnings

import numpy as np

from . import frames, json_dialects, npy, npz, pickles, raw
from .answers import Refusal, Unsupported

FORMATS = {"npy": npy, "npz": npz, "pickle": pickles, "raw": raw, "frame": frames, "json": json_dialects}


def main():
    """Answer every line of standard input, until `bye` or its end."""
    # A warning is no part of the verdict, and integers of any size are values.
    warnings.simplefilter("ignore")
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    out = claim_stdout()
    for line in sys.stdin.buffer:
        request = json.loads(line)
        if request["cmd"] == "bye":
            return
        answer = hello() if request["cmd"] == "hello" else run(request)
        out.write(json.dumps({"id": request["id"], **answer}, separators=(",", ":")).encode("ascii") + b"\n")
        out.flush()


def claim_stdout():
    """Standard output for the answers alone: a pickle may print, and old releases of NumPy do."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out


def hello():
    """Who answers, and for what."""
    machine = platform.machine().lower()
    return {
        "protocol": 1,
        "impl": {
            "name": "numpy",
            "version": np.__version__,
            "language": "python",
            "runtime": f"{platform.python_implementation().lower()} {platform.python_version()}",
            "os": sys.platform,
            "arch": {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64"}.get(machine, machine),
            "endian": sys.byteorder,
        },
        "caps": {name: {"ops": list(format.OPERATIONS), "lacks": format.lacks()} for name, format in FORMATS.items()},
        "inOrder": True,
        "inflight": 64,
        "transport": ["b64", "file"],
    }


def run(request):
    """The answer to one request, whatever happens."""
    try:
        return {"ok": answer(request)}
    except Refusal as refusal:
        return {"refused": {"code": refusal.code, "message": str(refusal)}}
    except Unsupported as unsupported:
        return {"unsupported": {"feature": unsupported.feature}}
    except Exception as error:
        return {
            "error": {
                "message": f"{type(error).__name__}: {error}",
                "stack": traceback.format_exc(),
            }
        }


def answer(request):
    """The result of one operation."""
    format_name, operation = request["format"], request["op"]
    operations = FORMATS[format_name].OPERATIONS if format_name in FORMATS else {}
    if operation not in operations:
        raise Unsupported(f"{format_name}.{operation}")
    subject = request["value"] if operation == "encode" else read_bytes(request["in"])
    result = operations[operation](subject, request.get("opts", {}))
    if operation == "decode":
        return {"value": result}
    return {"out": {"b64": base64.b64encode(result).decode("ascii")}}


def read_bytes(message):
    """The bytes that a message carries: base64, hex, or the name of a file."""
    if "b64" in message:
        return base64.b64decode(message["b64"], validate=True)
    if "hex" in message:
        return bytes.fromhex(message["hex"])
    with open(message["file"], "rb") as file:
        return file.read()
