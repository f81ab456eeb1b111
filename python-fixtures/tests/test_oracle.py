"""The oracle speaks np/1: one line in, one line out, whatever NumPy does."""

import base64
import json
import subprocess
import sys
import unittest
from pathlib import Path

import numpy as np

import generate
from numpy_oracle.npy import era_of
from numpy_oracle.serve import run
from numpy_oracle.trees import TreeWriter

ORACLE = Path(__file__).resolve().parent.parent / "oracle.py"


def talk(*requests):
    """The answers of a fresh oracle process to requests, which are numbered from 0."""
    lines = "".join(json.dumps({"id": number, **request}) + "\n" for number, request in enumerate(requests))
    done = subprocess.run([sys.executable, str(ORACLE)], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def ask(*requests):
    """The answers to requests, without their numbers, in this process."""
    return [json.loads(json.dumps(run(request))) for request in requests]


def decode(data, **opts):
    """A request to decode bytes."""
    return {"cmd": "run", "op": "decode", "format": "npy", "opts": opts, "in": {"b64": base64.b64encode(data).decode()}}


def encode(value, **opts):
    """A request to encode a value."""
    return {"cmd": "run", "op": "encode", "format": "npy", "opts": opts, "value": value}


def header(text, data=""):
    """An npy file with this header."""
    return generate.build_input({"text": text, "data": data}, [])


class Protocol(unittest.TestCase):
    """The transport."""

    def test_hello_names_numpy_and_what_it_does(self):
        """And what this release cannot show."""
        (answer,) = talk({"cmd": "hello", "protocol": [1], "suite": "2026.11.0"})
        self.assertEqual((answer["id"], answer["protocol"], answer["impl"]["version"]), (0, 1, np.__version__))
        self.assertEqual(answer["caps"]["npy"]["ops"], ["decode", "encode", "reencode"])
        self.assertNotIn(era_of(np.__version__), answer["caps"]["npy"]["lacks"])

    def test_bye_ends_it(self):
        """What comes after is not answered."""
        self.assertEqual(talk({"cmd": "bye"}, decode(b"")), [])

    def test_what_it_does_not_know_is_unsupported(self):
        """A format, or an operation."""
        answers = talk({**decode(b""), "format": "png"}, {**decode(b""), "op": "guess"})
        self.assertEqual(
            [answer["unsupported"] for answer in answers], [{"feature": "png.decode"}, {"feature": "npy.guess"}]
        )

    def test_what_a_pickle_prints_is_no_answer(self):
        """Standard output is for answers alone."""
        text = "{'descr': '|O', 'fortran_order': False, 'shape': ()}"
        printing = b"cbuiltins\nprint\n(S'{noise'\ntR."
        answers = talk(decode(header(text, printing.hex()), allow_pickle=True), decode(b""))
        self.assertEqual([answer["id"] for answer in answers], [0, 1])

    def test_a_malformed_value_is_an_error_not_a_refusal(self):
        """The fault is the runner's."""
        short = {"dtype": "<i4", "shape": [2], "order": "C", "data": {"hex": "00"}}
        (answer,) = talk(encode(short))
        self.assertIn("error", answer)


class Npy(unittest.TestCase):
    """numpy.load and numpy.save behind the protocol."""

    def test_arrays_go_through_as_held(self):
        """Byte order, order and NaN payloads; then back to the same bytes."""
        value = {"dtype": ">f4", "shape": [2, 2], "order": "F", "data": {"b64": "f4AAAX/AAAKAAAAAf4AAAA=="}}
        (encoded,) = ask(encode(value))
        data = base64.b64decode(encoded["ok"]["out"]["b64"])
        decoded, again = ask(decode(data), {**decode(data), "op": "reencode"})
        self.assertEqual(decoded["ok"]["value"], value)
        self.assertEqual(again["ok"]["out"], encoded["ok"]["out"])

    def test_refusals_have_codes(self):
        """Each told from NumPy's own words."""
        rows = [
            (b"", "truncated"),
            (b"\x93NUM", "bad-magic"),
            (b"PK\x05\x06" + bytes(18), "bad-magic"),
            (b"\x93NUMPY\x04\x00", "bad-version"),
            (header("{'descr': '<i4', 'fortran_order': False, 'shape': (3"), "bad-header-syntax"),
            (header("[1]"), "bad-header-keys"),
            (header("{'descr': 'xyz', 'fortran_order': False, 'shape': (3,)}"), "bad-dtype"),
            (header("{'descr': '<i4', 'fortran_order': False, 'shape': [3]}"), "bad-shape"),
            (header("{'descr': '|O', 'fortran_order': False, 'shape': (3,)}"), "unsafe-object"),
            (header("{'descr': '<i4', 'fortran_order': False, 'shape': (3,)}", "00"), "truncated"),
        ]
        answers = ask(*(decode(data) for data, _ in rows))
        self.assertEqual([answer["refused"]["code"] for answer in answers], [code for _, code in rows])

    def test_declared_sizes_are_compared_with_the_data_before_numpy_allocates(self):
        """2**60 elements, a product beyond 64 bits, a negative size."""
        text = "{'descr': '<i4', 'fortran_order': False, 'shape': %s}"
        answers = ask(
            *(decode(header(text % shape)) for shape in ("(1152921504606846975,)", "(2**32,)", "(-1099511627776,)"))
        )
        self.assertEqual(
            [answer["refused"]["code"] for answer in answers], ["truncated", "bad-header-syntax", "bad-shape"]
        )
        (overflow,) = ask(decode(header(text % "(4294967296, 4294967296)")))
        self.assertEqual(overflow["refused"]["code"], "overflow")

    def test_only_the_era_of_this_numpy_is_written(self):
        """Of other releases it knows nothing."""
        value = {"dtype": "|u1", "shape": [], "order": "C", "data": {"hex": "07"}}
        own, other = ask(encode(value, numpy=np.__version__), encode(value, numpy="1.8"))
        self.assertIn("ok", own)
        self.assertEqual(other, {"unsupported": {"feature": "npy-A0"}})

    def test_structures_keep_offsets_titles_and_subarrays(self):
        """As the header has them: gaps are unnamed voids."""
        fields = [
            {"name": "", "title": "T", "offset": 4, "type": "<i4", "shape": [2]},
            {"name": "b", "offset": 12, "type": [], "shape": [1]},
        ]
        fields[1]["type"] = {"itemsize": 2, "fields": [{"name": "x", "offset": 1, "type": "|b1"}]}
        value = {"dtype": {"itemsize": 16, "fields": fields}, "shape": [1], "order": "C", "data": {"hex": "00" * 16}}
        (encoded,) = ask(encode(value))
        (decoded,) = ask(decode(base64.b64decode(encoded["ok"]["out"]["b64"])))
        self.assertEqual(decoded["ok"]["value"]["dtype"], value["dtype"])

    def test_objects_are_read_where_they_are_allowed_and_never_written(self):
        """They are items, one for each element."""
        array = np.array([None, [1]], dtype=object)
        data = generate.save(array, {})
        items = [{"t": "none"}, {"t": "list", "v": [{"t": "int", "v": "1"}]}]
        value = {"dtype": "|O", "shape": [2], "order": "C", "data": {"items": items}}
        closed, opened, written = ask(decode(data), decode(data, allow_pickle=True), encode(value))
        self.assertEqual(closed["refused"]["code"], "unsafe-object")
        self.assertEqual(opened["ok"]["value"], value)
        self.assertEqual(written["refused"]["code"], "unsafe-object")


class Trees(unittest.TestCase):
    """Python values as tagged trees."""

    def test_what_occurs_again_becomes_a_reference(self):
        """Also inside itself; equal immutable values do not."""
        shared = [1]
        shared.append(shared)
        tree = TreeWriter().describe([shared, shared, (), ()])
        inner = {"t": "list", "id": 1, "v": [{"t": "int", "v": "1"}, {"t": "ref", "id": 1}]}
        empty = {"t": "tuple", "v": []}
        self.assertEqual(tree, {"t": "list", "v": [inner, {"t": "ref", "id": 1}, empty, empty]})

    def test_numpy_values_keep_their_dtype(self):
        """A NumPy float is a scalar, although Python takes it for a float."""
        scalar = {"dtype": "<f8", "shape": [], "order": "C", "data": {"b64": "AAAAAAAA+D8="}}
        self.assertEqual(TreeWriter().describe(np.float64(1.5)), {"t": "scalar", "v": scalar})
        self.assertEqual(TreeWriter().describe(1.5), {"t": "f8", "x": "000000000000f83f"})


if __name__ == "__main__":
    unittest.main()
