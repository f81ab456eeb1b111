"""Random programs for the pickle machine, most of which run: one JSON object {"in": BASE64, "opts": {...}} a line.

    python random_programs.py SEED COUNT

No pickler writes these. All opcodes are in them, of all protocols at once, and what they say is said in every way there is: values
are put aside, doubled and dropped, marks left and taken away. What a program means is not said here: the oracle runs it and says so.
"""

import base64
import json
import random
import struct
import sys

from pickle_attacks import data, name, number, row, text


def main():
    """Print as many programs as were asked for."""
    dice = random.Random(int(sys.argv[1]))
    for _ in range(int(sys.argv[2])):
        program = Program(dice)
        opts = {"encoding": dice.choice(["ASCII", "latin1", "bytes"])}
        print(json.dumps({"opts": opts, "in": base64.b64encode(program.whole()).decode("ascii")}))


# Kinds of values that can be keys, and are one key here where they are one in Python.
KEYS = {"int", "text"}


class Program:
    """A program while it is written: its bytes, and of what kind each value is that will lie on the stack."""

    def __init__(self, dice):
        self._dice = dice
        self._code = bytearray()
        self._stack = []
        self._memo = {}
        self._steps = [self.atom, self.atom, self.atom, self.put, self.get, self.call, self.call, self.fold, self.fold, self.fill, self.fill]
        self._steps += [self.empty, self.mark, self.pop, self.double, self.pass_by]

    def whole(self):
        """All of it."""
        protocol = self._dice.randrange(6)
        if protocol > 1 or self._dice.random() < 0.3:
            self._code += bytes([0x80, protocol])
        for _ in range(self._dice.choice([1, 3, 8, 20, 40])):
            self._dice.choice(self._steps if self._dice.random() < 0.995 else [self.blunder])()
        while "mark" in self._stack:
            self.fold()
        if 1 <= len(self._stack) <= 3:
            self._code += [b"\x85", b"\x86", b"\x87"][len(self._stack) - 1]
        return bytes(self._code) + (b"." if self._stack else b"N.") + self._dice.choice([b"", b"", b"more"])

    def push(self, kind, code):
        """Code that leaves one more value."""
        self._code += code
        self._stack.append(kind)

    def reach(self):
        """Kinds above the last mark, the topmost last."""
        start = len(self._stack) - self._stack[::-1].index("mark") if "mark" in self._stack else 0
        return self._stack[start:]

    def atom(self):
        """A value that holds no other."""
        self.push(*self._dice.choice(ATOMS)(self._dice))

    def empty(self):
        """A container to be filled."""
        self.push(*self._dice.choice([("list", b"]"), ("dict", b"}"), ("tuple", b")"), ("set", b"\x8f")]))

    def mark(self):
        """A mark."""
        self.push("mark", b"(")

    def fold(self):
        """What lies above the last mark becomes one value, goes into the one below, or away."""
        if "mark" not in self._stack:
            return
        items = self.reach()
        start = len(self._stack) - len(items) - 1
        below = self._stack[start - 1] if start else ""
        are_keys = KEYS.issuperset(items)
        are_pairs = len(items) % 2 == 0 and KEYS.issuperset(items[::2])
        ways = [("tuple", b"t"), ("list", b"l"), ("", b"1"), ("", b"0" * len(items) + b"0")]
        ways += [("dict", b"d")] * 2 * are_pairs + [("frozenset", b"\x91")] * are_keys
        ways += [("", b"e")] * 4 * (below == "list") + [("", b"u")] * 4 * (below == "dict" and are_pairs)
        ways += [("", b"\x90")] * 4 * (below == "set" and are_keys)
        kind, code = self._dice.choice(ways)
        self._code += code
        self._stack[start:] = [kind] if kind else []

    def fill(self):
        """One item into a list, or one pair into a dict."""
        top = self.reach()[-3:]
        if top[-2:-1] == ["list"]:
            self._code += b"a"
            del self._stack[-1]
        elif top[:1] == ["dict"] and len(top) == 3 and top[1] in KEYS:
            self._code += b"s"
            del self._stack[-2:]

    def pop(self):
        """The topmost value goes."""
        if self.reach():
            self._code += b"0"
            del self._stack[-1]

    def double(self):
        """The topmost value comes again."""
        if self.reach():
            self.push(self._stack[-1], b"2")

    def put(self):
        """The topmost value is put aside, under its number or any other."""
        if not self.reach():
            return
        index = self._dice.choice([0, 1, 2, 7, 255, 256, 70000])
        ways = [(index, b"p%d\n" % index), (index, b"r" + struct.pack("<I", index)), (index % 256, b"q%c" % (index % 256))]
        index, code = self._dice.choice([*ways, (len(self._memo), b"\x94")])
        self._code += code
        self._memo[index] = self._stack[-1]

    def get(self):
        """What was put aside."""
        if self._memo:
            index = self._dice.choice(sorted(self._memo))
            ways = [b"g%d\n" % index, b"j" + struct.pack("<I", index)] + [b"h%c" % (index % 256)] * (index < 256)
            self.push(self._memo[index], self._dice.choice(ways))

    def call(self):
        """A global, alone or called in any of the ways that there are."""
        kind, module, attribute, arguments = self._dice.choice(CALLS)
        named = name(module, attribute, self._dice.choice([0, 4]))
        ways = [named + row(*arguments) + b"R", b"(" + named + b"".join(arguments) + b"o"]
        ways.append(b"(" + b"".join(arguments) + b"i" + name(module, attribute)[1:])
        self.push(*self._dice.choice([("global", named), *((kind, way) for way in ways)]))

    def pass_by(self):
        """A frame, which changes nothing."""
        self._code += b"\x95" + bytes(8)

    def blunder(self):
        """An opcode out of place."""
        self._code += self._dice.choice([b"t", b"R", b"\x85", b"s", b"a", b".", b"\x93", b"o", b"\x92", b"\xff", b"h\xfe", b"1", b"Q", b"\x82\x01"])


def integer(dice):
    """An integer, in any of the ways that hold it."""
    value = dice.choice([-1, 1]) * ((1 << dice.choice([0, 7, 8, 15, 16, 31, 32, 53, 63, 64, 200])) + dice.choice([-1, 0, 1]))
    ways = [b"L%dL\n" % value, b"L%d\n" % value, b"I%d\n" % value, number(value)]
    raw = number(value)[2:] + (b"\xff" if value < 0 else b"\0") * dice.randrange(3)
    ways.append(b"\x8b" + struct.pack("<i", len(raw)) + raw)
    for code, form, least, most in ((b"K", "<B", 0, 255), (b"M", "<H", 0, 65535), (b"J", "<i", -(2**31), 2**31 - 1)):
        if least <= value <= most:
            ways.append(code + struct.pack(form, value))
    return "int", dice.choice(ways)


def floating(dice):
    """A float, as bytes or as text in several spellings."""
    value = dice.choice([0.0, -0.0, 1.5, -1e308, 5e-324, float("inf"), dice.random()])
    spellings = [repr(value).encode(), b"-1E5", b".5", b"5.", b"+1e-05", b"Infinity", b"-INF", b"nan"]
    return "float", dice.choice([b"G" + struct.pack(">d", value), b"F" + dice.choice(spellings) + b"\n"])


def characters(dice):
    """Text, in any of the ways that hold it."""
    value = dice.choice(["", "a", "\u00e9\u20ac", "\U0001f600", "\ud800", "\\u0041", "\ufeff", "\0\n\x1a", "x" * 30, "k%d" % dice.randrange(10**6)])
    raw = value.encode("utf-8", "surrogatepass")
    escaped = "".join("\\u%04x" % ord(each) if each in "\\\n\0\x1a" else each for each in value).encode("raw-unicode-escape")
    return "text", dice.choice([text(value), text(value, 4), b"\x8d" + struct.pack("<Q", len(raw)) + raw, b"V" + escaped + b"\n"])


def octets(dice):
    """Bytes, in any of the ways that hold them."""
    value = dice.choice([b"", b"a", b"\xff\0\n'", b"x" * 30])
    return "bytes", dice.choice([data(value), b"C%c" % len(value) + value, b"\x8e" + struct.pack("<Q", len(value)) + value])


def string(dice):
    """What is text or bytes, as the encoding says."""
    value = dice.choice([b"", b"abc", b"'\"\\", b"\xe9\n\0", b"\\x41"])
    quoted = b"S" + repr(value)[1:].encode() + b"\n"
    return "string", dice.choice([b"U%c" % len(value) + value, b"T" + struct.pack("<i", len(value)) + value, quoted])


def constant(dice):
    """What an opcode alone says."""
    return "other", dice.choice([b"N", b"\x88", b"\x89", b"I00\n", b"I01\n", b"\x96" + struct.pack("<Q", 2) + b"ab"])


ATOMS = [constant, integer, integer, floating, characters, characters, octets, string]

# Calls that picklers make, by what comes of them.
PAIR = b"(" + text("a") + number(1) + b"l"
CALLS = [
    ("other", "collections", "OrderedDict", []),
    ("other", "collections", "OrderedDict", [b"(" + PAIR + b"l"]),
    ("other", "collections", "Counter", [b"}" + text("a") + number(2) + b"s"]),
    ("other", "collections", "defaultdict", [name("builtins", "list")]),
    ("list", "collections", "deque", [b")", number(3)]),
    ("set", "builtins", "set", [b"(" + number(1) + number(2) + b"l"]),
    ("list", "builtins", "list", []),
    ("other", "builtins", "complex", [b"G" + bytes(8), number(2)]),
    ("other", "builtins", "range", [number(0), number(9), number(-2)]),
    ("other", "builtins", "object", []),
    ("other", "builtins", "bytearray", [data(b"ab")]),
    ("bytes", "_codecs", "encode", [text("\u00e9\u00ff"), text("latin1")]),
    ("other", "decimal", "Decimal", [text("1E+5")]),
    ("other", "fractions", "Fraction", [text("-1/3")]),
    ("other", "datetime", "datetime", [data(b"\x07\xe4\x81\x01\x01\x02\x03\0\0\x05")]),
    ("other", "datetime", "timedelta", [number(-1), number(2), number(3)]),
    ("other", "numpy", "dtype", [text("f8"), b"\x89", b"\x88"]),
    ("other", "array", "array", [text("h"), b"(" + number(1) + number(-2) + b"l"]),
]

if __name__ == "__main__":
    main()
