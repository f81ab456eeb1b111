"""Saves an archive whose members and offsets need 64 bits, leaving out the blocks of zeros: `check-large.py FILE`.

With `--load FILE` it loads one instead, and prints the names, sizes and the last member.
"""

import sys

import numpy as np

BLOCK = 1 << 16
ZEROS = bytes(BLOCK)


class Sparse:
    """A file in which zeros take no room."""

    def __init__(self, path):
        self.file = open(path, "w+b")

    def write(self, data):
        """Write, or pass over a block of zeros."""
        data = memoryview(data).cast("B")
        for start in range(0, len(data), BLOCK):
            block = data[start : start + BLOCK]
            if block == ZEROS[: len(block)] and len(block) == BLOCK:
                self.file.seek(BLOCK, 1)
            else:
                self.file.write(block)
        return len(data)

    def __getattr__(self, name):
        return getattr(self.file, name)


def main():
    """Save or load."""
    if sys.argv[1] == "--load":
        with np.load(sys.argv[2]) as archive:
            sizes = [info.file_size for info in archive.zip.infolist()]
            print(archive.files, sizes, archive[archive.files[-1]].tolist())
        return
    file = Sparse(sys.argv[1])
    gigabyte = np.zeros(1 << 30, "u1")
    np.savez(file, large=np.zeros((1 << 32) + 5, "u1"), one=gigabyte, small=np.arange(3, dtype="<i2"))
    file.close()


if __name__ == "__main__":
    main()
