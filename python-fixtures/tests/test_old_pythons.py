"""generate.py and generate_matrix.py are handed to Python 2.7 and to 3.6 as they are."""

import ast
import inspect
import unittest

import generate
import generate_matrix

# What Python 2.7 has no syntax for, as far as somebody might write it without thinking.
TOO_NEW = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Nonlocal, ast.AsyncFunctionDef, ast.YieldFrom)
ALLOWED_MODULES = {
    "__future__",
    "argparse",
    "ast",
    "base64",
    "binascii",
    "collections",
    "fnmatch",
    "io",
    "itertools",
    "json",
    "numpy",
    "os",
    "pickle",
    "platform",
    "re",
    "resource",
    "struct",
    "sys",
    "warnings",
}


class Source(unittest.TestCase):
    """The text of generate.py."""

    module = generate
    allowed = ALLOWED_MODULES

    def setUp(self):
        """Parse it by the grammar of Python 3.6."""
        self.source = inspect.getsource(self.module)
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
        self.assertEqual(imported - self.allowed, set())


class MatrixSource(Source):
    """The text of generate_matrix.py, which travels with generate.py."""

    module = generate_matrix
    allowed = ALLOWED_MODULES | {"generate"}


if __name__ == "__main__":
    unittest.main()
