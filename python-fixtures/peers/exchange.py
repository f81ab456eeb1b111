"""Exchange random arrays with whoever listens on a port: send some and receive as many, both at once.

    python exchange.py PORT --wire frame|npy [--counts <|>] [--records] --frames N --seed S

Prints, as one JSON object, digests of what was sent and of what was received.
"""

import argparse
import hashlib
import json
import socket
import sys
import threading
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from peers.frames import pack_frame, read_frame  # noqa: E402
from peers.prefixed_npy import pack_npy, read_npy  # noqa: E402

TYPES = "|b1 |i1 |u1 <i2 >i2 <u4 >u4 <i8 >u8 <f2 >f2 <f4 >f4 <f8 >f8 <c8 >c16 |S5 <U3 >U2 |V7 <M8[ns] >m8[25s]".split()
RECORDS = np.dtype([("id", "<i4"), ("value", "<f8"), ("flag", "?")])


def main():
    """Send from one thread, receive in another."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("port", type=int)
    parser.add_argument("--wire", choices=["frame", "npy"], required=True)
    parser.add_argument("--counts", choices=["<", ">"], default="<")
    parser.add_argument("--records", action="store_true", help="send structured arrays, whose dtype the reader knows")
    parser.add_argument("--frames", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    arguments = parser.parse_args()
    told = RECORDS if arguments.records else None
    with socket.create_connection(("127.0.0.1", arguments.port)) as sock:
        sent = Digest()
        sender = threading.Thread(target=send, args=(sock, arguments, told, sent))
        sender.start()
        received = receive(sock, arguments, told)
        sender.join()
    print(json.dumps({"sent": str(sent), "received": str(received)}))


def send(sock, arguments, told, digest):
    """Send random arrays in pieces of random sizes."""
    rng = np.random.default_rng(arguments.seed)
    for _ in range(arguments.frames):
        array = random_array(rng, told)
        digest.add(as_read(array, arguments))
        data = pack_npy(array) if arguments.wire == "npy" else pack_frame(array, arguments.counts)
        while data:
            size = int(rng.integers(1, 1 << int(rng.integers(1, 18))))
            sock.sendall(data[:size])
            data = data[size:]
    sock.shutdown(socket.SHUT_WR)


def receive(sock, arguments, told):
    """The digest of all arrays until the other side ends."""
    digest = Digest()
    with sock.makefile("rb") as file:
        while True:
            array = read_npy(file) if arguments.wire == "npy" else read_frame(file, arguments.counts, told)
            if array is None:
                return digest
            digest.add(array)


def as_read(array, arguments):
    """The array as who reads it has it: a frame is in C order, npy keeps Fortran order."""
    is_fortran = arguments.wire == "npy" and array.flags.fnc
    return np.asarray(array, order="F" if is_fortran else "C")


def random_array(rng, told):
    """Random bits: up to four axes, now and then some hundred kilobytes, in C order, in Fortran order, or with gaps."""
    dtype = np.dtype(TYPES[rng.integers(len(TYPES))]) if told is None else told
    is_large = rng.integers(200) == 0
    shape = (int(rng.integers(40_000)),) if is_large else tuple(map(int, rng.integers(8, size=rng.integers(5))))
    size = int(np.prod(shape, dtype=int))
    layout = rng.integers(3)
    if layout == 2 and shape:
        memory = rng.bytes(2 * size * dtype.itemsize)
        return np.frombuffer(memory, dtype).reshape(*shape[:-1], 2 * shape[-1])[..., ::2]
    return np.frombuffer(rng.bytes(size * dtype.itemsize), dtype).reshape(shape, order="FC"[layout % 2])


class Digest:
    """A digest of arrays one after another: dtype, shape, order and bits."""

    def __init__(self):
        self.hash = hashlib.sha256()
        self.count = 0

    def add(self, array):
        """Add an array."""
        order = "F" if array.flags.fnc else "C"
        descr = repr(np.lib.format.dtype_to_descr(array.dtype))
        shape = ", ".join(map(str, array.shape))
        self.hash.update(f"{descr} ({shape}) {order}\n".encode())
        self.hash.update(array.tobytes(order))
        self.count += 1

    def __str__(self):
        return f"{self.count} {self.hash.hexdigest()}"


if __name__ == "__main__":
    main()
