"""Runs the unit tests under a folder and writes how many passed, failed and were skipped.

usage: run_unittests.py FOLDER RESULT.json

The file is written only when every test that was found has run: a module that cannot be imported, or a fixture of a
class or module that fails, ends this with exit code 2 and no file. Otherwise the exit code is 1 if a test failed.
"""

import json
import sys
import unittest


class CountingResult(unittest.TextTestResult):
    """Counts each test once, however many of its subtests fail, and notes errors outside of tests."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.failed = set()
        self.ran = 0
        self.skips = 0
        self.errors_outside = 0

    def startTest(self, test):
        super().startTest(test)
        self.ran += 1

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.failed.add(test.id())

    def addError(self, test, err):
        super().addError(test, err)
        if isinstance(test, unittest.TestCase):
            self.failed.add(test.id())
        else:
            self.errors_outside += 1

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.failed.add(test.id())

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.failed.add(test.id())

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        if isinstance(test, unittest.TestCase):
            self.skips += 1


def main(folder, result_path):
    loader = unittest.TestLoader()
    tests = loader.discover(folder, top_level_dir=folder)
    for error in loader.errors:
        print(error, file=sys.stderr)
    result = unittest.TextTestRunner(resultclass=CountingResult).run(tests)
    if loader.errors or result.errors_outside:
        return 2
    failed = len(result.failed)
    tally = {"passed": result.ran - failed - result.skips, "failed": failed, "skipped": result.skips}
    with open(result_path, "w", encoding="utf-8") as file:
        json.dump(tally, file)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
