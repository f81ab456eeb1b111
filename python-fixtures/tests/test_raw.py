"""Raw bytes and frames: the recipes to copy, the oracle that uses them, and the cases that are made."""

import io
import json
import re
import socket
import struct
import subprocess
import sys
import unittest
from pathlib import Path

import numpy as np

from numpy_oracle import frames, raw
from numpy_oracle.answers import Refusal
from peers.frames import pack_frame, read_frame
from peers.prefixed_npy import pack_npy, read_npy

RECORDS = np.array([(1, -0.0), (2, np.nan)], [("id", ">i4"), ("value", "<f8")])
ARRAYS = [
    np.arange(6, dtype="<i2").reshape(2, 3),
    np.arange(6, dtype=">i2").reshape(2, 3).T,
    np.array(7, "u1"),
    np.zeros((0, 3), "<f8"),
    RECORDS,
]


class Frames(unittest.TestCase):
    """`peers/frames.py`."""

    def test_frames_follow_each_other(self):
        """In both byte orders of the counts."""
        for counts in "<>":
            file = io.BytesIO(b"".join(pack_frame(array, counts) for array in ARRAYS))
            for array in ARRAYS:
                told = array.dtype if array.dtype.names else None
                read = read_frame(file, counts, told)
                self.assertEqual((read.dtype, read.shape, read.tobytes()), (array.dtype, array.shape, array.tobytes()))
            self.assertIsNone(read_frame(file, counts))

    def test_a_frame_that_is_cut_is_no_frame(self):
        """At any byte but the first."""
        frame = pack_frame(ARRAYS[0])
        for length in range(1, len(frame)):
            with self.assertRaises(EOFError):
                read_frame(io.BytesIO(frame[:length]))


class PrefixedNpy(unittest.TestCase):
    """`peers/prefixed_npy.py`."""

    def test_fields_and_orders_survive(self):
        """And messages follow each other."""
        file = io.BytesIO(b"".join(map(pack_npy, ARRAYS)))
        for array in ARRAYS:
            read = read_npy(file)
            self.assertEqual((read.dtype, read.shape), (array.dtype, array.shape))
            self.assertEqual(read.tobytes("A"), array.tobytes("A"))
        self.assertIsNone(read_npy(file))


class Readme(unittest.TestCase):
    """The Python in the README of `@ndwire/raw-struct`."""

    def setUp(self):
        """Run all of it."""
        readme = Path(__file__).parents[2] / "packages" / "raw-struct" / "README.md"
        self.names = {"io": io, "np": np, "struct": struct}
        for block in re.findall(r"```python\n(.*?)```", readme.read_text(), re.DOTALL):
            exec(block, self.names)  # noqa: S102

    def test_its_frames_are_those_of_the_recipe(self):
        """Byte by byte."""
        for array in ARRAYS:
            self.assertEqual(self.names["pack"](array), pack_frame(array))

    def test_npy_with_its_length_before_it_goes_over_a_socket(self):
        """And comes out as it was, one array after another."""
        ours, theirs = socket.socketpair()
        with ours, theirs, theirs.makefile("rb") as file:
            for array in ARRAYS:
                self.names["send"](ours, array)
            for array in ARRAYS:
                read = self.names["receive"](file)
                self.assertEqual((read.dtype, read.shape), (array.dtype, array.shape))
                self.assertEqual(read.tobytes("A"), array.tobytes("A"))


class Refusals(unittest.TestCase):
    """What the oracle says to bytes that are not what they should be."""

    def test_raw_bytes(self):
        """By the reason of NumPy's exception."""
        opts = {"dtype": "<i2", "shape": [2, 3], "order": "C"}
        for data, more, code in [
            (b"\0" * 11, {}, "bad-length"),
            (b"\0" * 10, {}, "truncated"),
            (b"\0" * 14, {}, "trailing-data"),
            (b"\0" * 12, {"dtype": "|O"}, "unsafe-object"),
            (b"", {"dtype": "|S0"}, "bad-dtype"),
        ]:
            with self.assertRaises(Refusal) as caught:
                raw.decode(data, {**opts, **more})
            self.assertEqual(caught.exception.code, code)

    def test_frames(self):
        """The same, and what follows a frame."""
        frame = pack_frame(ARRAYS[0])
        for data, opts, code in [
            (b"", {}, "truncated"),
            (frame[:-1], {}, "truncated"),
            (frame + b"\0", {}, "trailing-data"),
            (frame.replace(b"<i2", b"<x2"), {}, "bad-dtype"),
            (frame.replace(b"<i2", b"\xff\xfe2"), {}, "bad-encoding"),
            (frame, {"dtype": "<i4"}, "bad-dtype"),
        ]:
            with self.assertRaises(Refusal) as caught:
                frames.decode(data, opts)
            self.assertEqual(caught.exception.code, code)


class Generator(unittest.TestCase):
    """`generate_raw.py`."""

    def test_every_format_and_order_occurs(self):
        """And the count at the end is right."""
        script = Path(__file__).parent.parent / "generate_raw.py"
        output = subprocess.run([sys.executable, script], check=True, capture_output=True, text=True).stdout
        cell, *lines, end = map(json.loads, output.splitlines())
        self.assertEqual((cell["kind"], end), ("cell", {"kind": "end", "count": len(lines)}))
        ids = [line["id"] for line in lines]
        self.assertEqual(len(set(ids)), len(ids))
        written = {(line["id"].split("/")[0], line["id"].split("/")[-1]) for line in lines if "cells" not in line}
        for wanted in [("raw", "C"), ("raw", "F"), ("raw", "A"), ("frame", "little"), ("frame", "big")]:
            self.assertIn(wanted, written)


if __name__ == "__main__":
    unittest.main()
