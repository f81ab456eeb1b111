"""array_oracle.py answers in plain data, and a refusal is an answer."""

import unittest

import array_oracle


def ask(*asks, **parts):
    """Ask about an array of four shorts."""
    request = {"dtype": "'<i2'", "bytes": "0100020003000400", "shape": [2, 2], "order": "C", "steps": [], "asks": asks}
    request.update(parts)
    return array_oracle.answer(request)


class Answers(unittest.TestCase):
    """What is asked of an array."""

    def test_bytes(self):
        """Bytes come in the order asked for."""
        self.assertEqual(ask(["bytes", "F"])["answers"], ["0100030002000400"])

    def test_views(self):
        """Steps make views of views."""
        steps = [["slice", [[None, None, -1], 1]], ["broadcast", [2, 2]], ["transpose", [1, 0]], ["reshape", [-1], "C"]]
        self.assertEqual(ask(["str", {}], steps=steps), {"shape": [4], "answers": ["[4 4 2 2]"]})

    def test_texts(self):
        """Options of printing hold for one text."""
        answers = ask(["repr", {"threshold": 1, "edgeItems": 1}], ["repr", {}], dtype="'<f4'", shape=[2])["answers"]
        self.assertEqual([answer.startswith("array([") for answer in answers], [True, True])
        self.assertNotEqual(answers[0], answers[1])

    def test_conversion(self):
        """What C leaves open is said."""
        answer = ask(["astype", "u1"], dtype="'<f8'", shape=[1], bytes="000000000000f87f")["answers"][0]
        self.assertEqual(answer["defined"], [False])

    def test_refusals(self):
        """A step or an ask that NumPy refuses does not end the process."""
        self.assertEqual(ask(steps=[["field", "x"]])["error"], "IndexError")
        self.assertEqual(ask(["iso"])["answers"][0]["error"], "TypeError")


if __name__ == "__main__":
    unittest.main()
