"""The oracle unpickles with a list of names, and what it is given is made for old Pythons too."""

import ast
import pickle
import unittest
from pathlib import Path

import numpy as np

import generate_pickles
import pickle_attacks
from numpy_oracle.answers import Refusal
from numpy_oracle.pickles import decode

FOLDER = Path(__file__).resolve().parent.parent


def code_of(data, **options):
    """The code of the refusal."""
    try:
        decode(data, options)
    except Refusal as refusal:
        return refusal.code
    return None


class Marker:
    """Leaves a mark when it is unpickled by whoever obeys."""

    made = []

    def __reduce__(self):
        return self.made.append, (1,)


class Oracle(unittest.TestCase):
    """What it reads, and what it does not."""

    def test_values_are_trees(self):
        """Integers, floats and arrays are told apart."""
        tree = decode(pickle.dumps((1, 1.5, np.arange(2, dtype="<i2"))), {})
        self.assertEqual(tree["t"], "tuple")
        self.assertEqual([child["t"] for child in tree["v"]], ["int", "f8", "ndarray"])

    def test_what_holds_itself_is_written_once(self):
        """And then referred to."""
        itself = []
        itself.append(itself)
        self.assertEqual(decode(pickle.dumps(itself), {}), {"t": "list", "v": [{"t": "ref", "id": 1}], "id": 1})

    def test_names_that_are_not_allowed_are_refused_and_not_resolved(self):
        """In every protocol."""
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            self.assertEqual(code_of(pickle.dumps(Marker(), protocol)), "unsafe-object")
        self.assertEqual(Marker.made, [])

    def test_stubs_record_what_is_done(self):
        """Without doing it."""
        data = b"\x80\x02cos\nsystem\nX\x04\x00\x00\x00true\x85R."
        tree = decode(data, {"onUnknownGlobal": "stub"})
        self.assertEqual((tree["t"], tree["name"], tree["args"]), ("object", "os.system", [{"t": "str", "v": "true"}]))

    def test_every_attack_by_name_is_refused(self):
        """The oracle is as strict as what it judges."""
        lines = [line for line in pickle_attacks.attacks() if line["id"].startswith("attack/")]
        self.assertGreater(len(lines), 150)
        self.assertEqual([line["id"] for line in lines if code_of(line["in"]) is None], [])


class Pickles(unittest.TestCase):
    """What is pickled for the suite."""

    def test_old_pythons_can_read_the_scripts(self):
        """Their syntax is that of Python 3.6, and 2.7 has no annotations, f-strings or keyword-only arguments."""
        for script in ("generate_pickles.py", "generate_joblib.py"):
            source = (FOLDER / script).read_text(encoding="utf-8")
            nodes = list(ast.walk(ast.parse(source, feature_version=(3, 6))))
            self.assertEqual([node for node in nodes if isinstance(node, (ast.JoinedStr, ast.AnnAssign, ast.Nonlocal))], [])

    def test_ids_are_unique(self):
        """Ids of cases are made of them."""
        lines = list(generate_pickles.pickles()) + list(pickle_attacks.attacks())
        ids = [line["id"] for line in lines]
        self.assertEqual(len(ids), len(set(ids)))


if __name__ == "__main__":
    unittest.main()
