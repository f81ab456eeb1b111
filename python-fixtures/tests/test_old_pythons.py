"""generate.py is handed to Python 2.7 and to 3.6 as it is."""

import ast
import inspect
import unittest

import generate

# What Python 2.7 has no syntax for, as far as somebody might write it without thinking.
TOO_NEW = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Nonlocal, ast.AsyncFunctionDef, ast.YieldFrom)
ALLOWED_MODULES = {
    "__future__",
    "argparse",
    "base64",
    "binascii",
    "collections",
    "fnmatch",
    "io",
    "itertools",
    "json",
    "numpy",
    "os",
    "platform",
    "re",
    "resource",
    "sys",
    "warnings",
}


class Source(unittest.TestCase):
    """The text of generate.py."""

    def setUp(self):
        """Parse it by the grammar of Python 3.6."""
        self.source = inspect.getsource(generate)
        self.nodes = list(ast.walk(ast.parse(self.source, feature_version=(3, 6))))

    def test_it_is_ascii(self):
        """Python 2 takes nothing else without a declaration."""
        self.assertTrue(self.source.isascii())

    def test_it_has_no_syntax_that_python_2_lacks(self):
        """No f-strings, annotations, keyword-only arguments."""
        found = [type(node).__name__ for node in self.nodes if isinstance(node, TOO_NEW)]
        annotated = [node.arg for node in self.nodes if isinstance(node, ast.arg) and node.annotation]
        keyword_only = [node for node in self.nodes if isinstance(node, ast.arguments) and node.kwonlyargs]
        self.assertEqual((found, annotated, keyword_only), ([], [], []))

    def test_it_needs_numpy_and_modules_that_both_pythons_have(self):
        """Nothing of this project either: it travels alone."""
        imported = {alias.name for node in self.nodes if isinstance(node, ast.Import) for alias in node.names}
        imported |= {node.module for node in self.nodes if isinstance(node, ast.ImportFrom)}
        self.assertEqual(imported - ALLOWED_MODULES, set())


if __name__ == "__main__":
    unittest.main()
