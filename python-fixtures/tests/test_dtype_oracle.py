"""dtype_oracle.py answers in plain data, and a refusal is an answer."""

import ast
import inspect
import unittest

import dtype_oracle


def ask(**request):
    """Answer one request."""
    return dtype_oracle.answer(request)


class Dtypes(unittest.TestCase):
    """What is said of a dtype."""

    def test_a_struct_is_described_with_its_layout_and_spellings(self):
        """Offsets and titles come from NumPy; byte order is never "native"."""
        answer = ask(op="dtype", spec="[(('t', 'a'), 'u1'), ('b', '=i4')]", align=True)
        self.assertEqual((answer["itemsize"], answer["isAligned"]), (8, True))
        first, second = answer["fields"]
        self.assertEqual((first["title"], second["offset"]), ("t", 4))
        self.assertIn(second["dtype"]["byteOrder"], "<>")
        self.assertEqual(answer["spelling"]["str"], "|V8")

    def test_a_dtype_without_a_descr_is_described_all_the_same(self):
        """Only its descr is None."""
        answer = ask(op="dtype", spec="{'names': ['a', 'b'], 'formats': ['<i4', '<i4'], 'offsets': [4, 0]}")
        self.assertIsNone(answer["spelling"]["descr"])
        self.assertEqual(answer["itemsize"], 8)

    def test_the_texts_that_numpy_prints_are_read_back(self):
        """Python where the text is Python, a type string where not."""
        for text in ["float32", "('<i4', (2, 3))", "dtype([('a', 'u1')], align=True)", "(numpy.record, [('a', 'u1')])"]:
            self.assertIn("spelling", ask(op="text", text=text), text)

    def test_nothing_is_called_but_dtype(self):
        """A text is evaluated, but not as Python evaluates it."""
        for text in ["__import__('os')", "dtype(print(1))", "(numpy.load, 'x')", "[(open('x'), 'u1')]"]:
            self.assertIn("error", ask(op="text", text=text), text)

    def test_what_numpy_refuses_is_an_answer(self):
        """With the class and the words of the error."""
        self.assertEqual(ask(op="dtype", spec="'<f3'")["error"], "TypeError")
        self.assertIn("message", ask(op="nonsense"))


class Literals(unittest.TestCase):
    """What is said of a literal."""

    def test_repeated_keys_are_kept_and_offsets_count_utf_16(self):
        """As the reader of literals in TypeScript does."""
        literal = ask(op="literal", text="{'\U0001f600': 1, 1: 2, True: -0.0}")["literal"]
        self.assertEqual([key["offset"] for key, _ in literal["entries"]], [1, 10, 16])
        self.assertEqual(literal["entries"][2][1], {"type": "float", "value": "8000000000000000", "offset": 22})

    def test_what_python_refuses_is_an_answer(self):
        """Names and calls are no literals."""
        self.assertIn("error", ask(op="literal", text="f(1)"))


class Source(unittest.TestCase):
    """The text of dtype_oracle.py."""

    def test_old_pythons_can_read_it(self):
        """It is ASCII, in the grammar of Python 3.6 and without what 2.7 lacks."""
        source = inspect.getsource(dtype_oracle)
        source.encode("ascii")
        too_new = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Nonlocal)
        nodes = ast.walk(ast.parse(source, feature_version=(3, 6)))
        self.assertEqual([node for node in nodes if isinstance(node, too_new)], [])


if __name__ == "__main__":
    unittest.main()
