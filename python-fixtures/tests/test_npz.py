"""Archives: what NumPy writes, what others write, and what the oracle says of them."""

import ast
import io
import unittest
import zipfile
from pathlib import Path

import numpy as np

import generate_npz
import npz_faults
from generate_npz import era_of
from numpy_oracle import npz
from numpy_oracle.answers import Refusal, Unsupported

FOLDER = Path(__file__).resolve().parent.parent


def code_of(data, **options):
    """The code of the refusal; None if there is none."""
    try:
        npz.decode(data, options)
    except Refusal as refusal:
        return refusal.code
    return None


def keys_of(data):
    """The names that an archive has."""
    return [name["v"] for name, _ in npz.decode(data, {})["v"]]


class Oracle(unittest.TestCase):
    """NumPy behind the protocol."""

    def test_an_archive_is_a_dict(self):
        """Of arrays, and of bytes where a member is no npy file."""
        data = npz_faults.archive(npz_faults.entry("a.npy", npz_faults.ONE), npz_faults.entry("n.txt", b"text"))
        tree = npz.decode(data, {})
        self.assertEqual(tree["t"], "dict")
        self.assertEqual([value["t"] for _, value in tree["v"]], ["ndarray", "bytes"])

    def test_what_is_no_archive_is_refused(self):
        """Even what NumPy would read as something else."""
        self.assertEqual(code_of(b""), "truncated")
        self.assertEqual(code_of(npz_faults.ONE), "bad-magic")

    def test_bytes_are_those_of_savez(self):
        """In the era of these releases, and in no other."""
        value = npz.decode(generate_npz.saved(np.savez, [], {"x": np.arange(3, dtype="<i2")}), {})
        own = era_of(np.__version__, generate_npz.sys.version)
        self.assertIn(own, generate_npz.ERAS)
        self.assertEqual(npz.encode(value, {}), generate_npz.saved(np.savez, [], {"x": np.arange(3, dtype="<i2")}))
        self.assertNotIn(own, npz.lacks())
        with self.assertRaises(Unsupported):
            npz.encode(value, {"numpy": "1.16", "python": "3.7"})

    def test_a_member_that_declares_much_is_refused(self):
        """Before NumPy makes room for it."""
        data = npz_faults.archive(npz_faults.entry("a.npy", npz_faults.huge(), npz_faults.DEFLATED))
        self.assertEqual(code_of(data), "truncated")

    def test_objects_are_not_written(self):
        """Their form is a pickle."""
        value = {"t": "dict", "v": [[{"t": "str", "v": "o"}, {"t": "ndarray", "v": {"dtype": "|O", "shape": [], "order": "C"}}]]}
        value["v"][0][1]["v"]["data"] = {"items": [{"t": "none"}]}
        with self.assertRaises(Refusal):
            npz.encode(value, {})


class Eras(unittest.TestCase):
    """Releases that write the same archives."""

    def test_eras_are_told_by_both_releases(self):
        """NumPy's and Python's."""
        cells = [("1.13.3", "3.6.15"), ("1.16.6", "2.7.18"), ("1.16.6", "3.7.16"), ("1.23.5", "3.10.1"), ("2.4.6", "3.11.2")]
        self.assertEqual([era_of(*cell) for cell in cells], [None, None, "npz-B0", "npz-B1", "npz-C1"])
        self.assertEqual([era_of("2.4", python) for python in ("3.11.4", "3.12", "3.11.3")], ["npz-C2", "npz-C2", "npz-C1"])


class Archives(unittest.TestCase):
    """What is in the suite."""

    def test_old_pythons_can_read_the_script(self):
        """Its syntax is that of Python 3.6, and 2.7 has no f-strings and no annotations."""
        source = (FOLDER / "generate_npz.py").read_text(encoding="utf-8")
        self.assertTrue(source.isascii())
        nodes = list(ast.walk(ast.parse(source, feature_version=(3, 6))))
        self.assertEqual([node for node in nodes if isinstance(node, (ast.JoinedStr, ast.AnnAssign, ast.Nonlocal))], [])

    def test_ids_are_unique(self):
        """Ids of cases are made of them."""
        ids = [line["id"] for line in [*generate_npz.archives(), *npz_faults.faults()]]
        self.assertGreater(len(ids), 200)
        self.assertEqual(len(ids), len(set(ids)))

    def test_a_stream_has_descriptors(self):
        """NumPy cannot go back in it."""
        archives = {line["id"]: line["in"] for line in generate_npz.archives()}
        infos = zipfile.ZipFile(io.BytesIO(archives["stream/stored"])).infolist()
        self.assertEqual([info.flag_bits & 8 for info in infos], [8, 8])

    def test_what_is_put_together_by_hand_is_what_zipfile_reads(self):
        """So that a fault is the only one."""
        data = npz_faults.archive(
            npz_faults.entry("a.npy", npz_faults.ONE), npz_faults.entry("b", npz_faults.TWO, npz_faults.DEFLATED)
        )
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            self.assertIsNone(file.testzip())
            self.assertEqual(file.namelist(), ["a.npy", "b"])
        self.assertEqual(keys_of(data), ["a", "b"])

    def test_every_foreign_archive_is_read(self):
        """By NumPy, which the suite then demands of others."""
        self.assertEqual([label for label, data in npz_faults.foreign() if code_of(data)], [])


if __name__ == "__main__":
    unittest.main()
