"""Pickle what `bench-pickle.ts` times into a folder, and time `pickle.loads` on it: one JSON object a line."""

import json
import pathlib
import pickle
import sys
import time

import numpy as np

ROUNDS = 15

CASES = {
    "dict of 100,000 str to float, protocol 4": ({"key%06d" % n: n * 1.5 for n in range(100_000)}, 4),
    "dict of 100,000 str to float, protocol 2": ({"key%06d" % n: n * 1.5 for n in range(100_000)}, 2),
    "33,000 tuples of int, float, str": ([(n, n + 0.5, "x%d" % (n % 100)) for n in range(33_000)], 4),
    "10,000 arrays of 4 float64": ([np.arange(4.0) + n for n in range(10_000)], 4),
    "array of 100 MB, protocol 4": (np.arange(12_500_000.0), 4),
    "array of 100 MB, protocol 5": (np.arange(12_500_000.0), 5),
}


def fastest(data):
    """Milliseconds of the fastest of several rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        value = pickle.loads(data)
        times.append(time.perf_counter() - start)
        del value
    return min(times) * 1e3


for number, (name, (value, protocol)) in enumerate(CASES.items()):
    file = pathlib.Path(sys.argv[1]) / f"{number}.pkl"
    data = pickle.dumps(value, protocol)
    file.write_bytes(data)
    print(json.dumps({"name": name, "file": str(file), "python": fastest(data)}), flush=True)
