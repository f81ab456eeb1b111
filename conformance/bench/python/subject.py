"""NumPy as a subject: one JSON request a line on stdin, one answer a line on stdout.

{"about": true}                                     versions
{"input": expression, "n": n, "file": path}         writes what both sides get into a file
{"run": expression, "n": n, "file": path or null}   makes ready and runs once; the digest of what that gave;
                                                    also "setup", statements, and "gives", an expression
{"time": count}                                     nanoseconds that so many runs took
"""

import gc
import io
import json
import os
import pickle
import platform
import sys
import timeit

import numpy as np

from digest import digest


def main():
    timer = None
    for line in sys.stdin:
        request = json.loads(line)
        try:
            if "time" in request:
                answer = {"nanoseconds": round(timer.timeit(request["time"]) * 1e9)}
            elif "run" in request:
                timer, answer = prepare(request)
            elif "input" in request:
                answer = write_input(request)
            else:
                answer = {"python": platform.python_version(), "numpy": np.__version__}
        except Exception as error:  # Whatever a snippet raises is an answer.
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


def prepare(request):
    names = names_for(request["n"])
    names["data"] = read(request["file"])
    exec(request.get("setup", ""), names)
    value = eval(request["run"], names)
    answer = {"digest": digest(eval(request["gives"], names) if "gives" in request else value)}
    # timeit switches the collector off, with which no program runs.
    return timeit.Timer(request["run"], "gc.enable()", globals={**names, "gc": gc}), answer


def write_input(request):
    with open(request["file"], "wb") as file:
        file.write(eval(request["input"], names_for(request["n"])))
    return {}


def names_for(n):
    return {"np": np, "pickle": pickle, "io": io, "n": n}


def read(path):
    if path is None:
        return b""
    with open(path, "rb") as file:
        return file.read()


try:
    main()
except (BrokenPipeError, KeyboardInterrupt):
    # Whoever asked has gone, and does not want to read of it.
    os._exit(1)
