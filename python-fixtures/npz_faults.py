"""Archives that no NumPy writes: those of other zip writers, those with one thing wrong, and those that ask for too much.

They are put together here from their records, without `zipfile`, so that every field can say something else. What NumPy makes of
them is for the oracle to say; `codes` are the refusals that are right for an implementation, where NumPy refuses, or may be right
although NumPy accepts.
"""

import bz2
import lzma
import struct
import zlib

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
END64, LOCATOR64, DESCRIPTOR = b"PK\x06\x06", b"PK\x06\x07", b"PK\x07\x08"
HIDDEN = 0xFFFFFFFF
STORED, DEFLATED, BZIP2, LZMA = 0, 8, 12, 14
UTF8 = 0x800

# Reasons that are right together: which one is noticed first depends on how one reads.
CONTAINER = ["bad-container", "truncated"]
SIZES = ["bad-length", "bad-container", "checksum", "truncated", "limit"]


def npy(*elements):
    """The npy file of an array of bytes."""
    text = "{'descr': '|u1', 'fortran_order': False, 'shape': (%d,), }" % len(elements)
    return b"\x93NUMPY\x01\x00\x76\x00" + text.ljust(117).encode() + b"\n" + bytes(elements)


def compressed(data, method):
    """The data as it lies in an archive."""
    if method == DEFLATED:
        deflater = zlib.compressobj(6, zlib.DEFLATED, -15)
        return deflater.compress(data) + deflater.flush()
    if method == BZIP2:
        return bz2.compress(data)
    if method == LZMA:
        filters = [{"id": lzma.FILTER_LZMA1}]
        properties = lzma._encode_filter_properties(filters[0])
        return struct.pack("<BBH", 9, 4, len(properties)) + properties + lzma.compress(data, lzma.FORMAT_RAW, filters=filters)
    return data


def entry(name, data, method=STORED, flags=0, local=None, central=None, raw=None, behind=b""):
    """A member: what its local header and its entry in the directory say beside what is true."""
    raw = compressed(data, method) if raw is None else raw
    truth = {
        "name": name if isinstance(name, bytes) else name.encode(),
        "version": 20,
        "flags": flags,
        "method": method,
        "crc": zlib.crc32(data),
        "compressed": len(raw),
        "size": len(data),
        "extra": b"",
    }
    return {"local": {**truth, **(local or {})}, "central": {**truth, **(central or {})}, "raw": raw, "behind": behind}


def local_header(says):
    """The record before a member."""
    return (
        says.get("signature", LOCAL)
        + struct.pack("<5H", says["version"], says["flags"], says["method"], 0, 0x21)
        + struct.pack("<3I", says["crc"], says["compressed"], says["size"])
        + struct.pack("<2H", says.get("name_length", len(says["name"])), says.get("extra_length", len(says["extra"])))
        + says["name"]
        + says["extra"]
    )


def central_header(says, offset):
    """The entry of a member in the directory."""
    comment = says.get("comment", b"")
    return (
        says.get("signature", CENTRAL)
        + struct.pack("<6H", 0x0314, says["version"], says["flags"], says["method"], 0, 0x21)
        + struct.pack("<3I", says["crc"], says["compressed"], says["size"])
        + struct.pack("<2H", says.get("name_length", len(says["name"])), says.get("extra_length", len(says["extra"])))
        + struct.pack("<3HII", says.get("comment_length", len(comment)), 0, 0, 0x01800000, says.get("offset", offset))
        + says["name"]
        + says["extra"]
        + comment
    )


def archive(*members, comment=b"", before=b"", behind=b"", zip64=None, **end):
    """An archive. `zip64` and `end` say what the records at its end say beside what is true."""
    parts, directory, offset = [], b"", 0
    for member in members:
        part = local_header(member["local"]) + member["raw"] + member["behind"]
        directory += central_header(member["central"], offset)
        parts.append(part)
        offset += len(part)
    truth = {"count": len(members), "size": len(directory), "offset": offset, "comment_length": len(comment), "disk": 0}
    last = {**truth, **end}
    return b"".join(
        [
            before,
            *parts,
            directory,
            b"" if zip64 is None else zip64_records(truth, zip64),
            last.get("signature", END),
            struct.pack("<4H", last["disk"], last["disk"], last["count"], last["count"]),
            struct.pack("<IIH", last["size"], last["offset"], last["comment_length"]),
            comment,
            behind,
        ]
    )


def zip64_records(truth, zip64):
    """The two records of 64 bits."""
    says = {"disks": 1, "record": END64, "locator": LOCATOR64, "place": truth["offset"] + truth["size"], **truth, **zip64}
    return (
        says["record"]
        + struct.pack("<QHHII", 44, 45, 45, 0, 0)
        + struct.pack("<4Q", says["count"], says["count"], says["size"], says["offset"])
        + says["locator"]
        + struct.pack("<IQI", 0, says["place"], says["disks"])
    )


def extra(number, data):
    """An extra field."""
    return struct.pack("<HH", number, len(data)) + data


def wide(*numbers):
    """The extra field of numbers of 64 bits."""
    return extra(1, struct.pack("<%dQ" % len(numbers), *numbers))


ONE, TWO = npy(1), npy(2, 3)
HIDDEN64 = {"count": 0xFFFF, "size": HIDDEN, "offset": HIDDEN}


def foreign():
    """What other programs write, and NumPy reads."""
    a, b = entry("a.npy", ONE), entry("b.npy", TWO, DEFLATED)
    yield "comment", archive(a, b, comment=b"a comment")
    yield "comment-long", archive(a, comment=b"c" * 0xFFFF)
    yield "comment-of-member", archive(entry("a.npy", ONE, central={"comment": b"of one"}), b)
    yield "junk-behind", archive(a, b, behind=b"junk" * 10)
    yield "junk-behind-comment", archive(a, comment=b"comment", behind=b"junk")
    yield "junk-between", archive(entry("a.npy", ONE, behind=b"junk"), b)
    yield "appended", archive(a, before=archive(b))
    yield "descriptor", archive(
        entry(
            "a.npy",
            ONE,
            flags=8,
            local={"crc": 0, "size": 0, "compressed": 0},
            behind=DESCRIPTOR + struct.pack("<3I", zlib.crc32(ONE), len(ONE), len(ONE)),
        ),
        b,
    )
    yield "descriptor-bare", archive(
        entry("a.npy", ONE, flags=8, local={"crc": 0, "size": 0, "compressed": 0}, behind=struct.pack("<3I", 1, 2, 3))
    )
    yield "zip64-sizes", archive(
        entry("a.npy", ONE, central={"size": HIDDEN, "compressed": HIDDEN, "extra": wide(len(ONE), len(ONE))})
    )
    yield "zip64-offset", archive(a, entry("b.npy", TWO, central={"offset": HIDDEN, "extra": wide(30 + 5 + len(ONE))}))
    yield "zip64-size-alone", archive(entry("a.npy", ONE, central={"size": HIDDEN, "extra": wide(len(ONE))}))
    yield "zip64-compressed-alone", archive(entry("a.npy", ONE, central={"compressed": HIDDEN, "extra": wide(len(ONE))}))
    yield "zip64-unneeded", archive(entry("a.npy", ONE, central={"extra": wide(1, 2, 3)}))
    yield "zip64-after-another", archive(
        entry("a.npy", ONE, central={"size": HIDDEN, "extra": extra(0x5455, b"\x01time") + wide(len(ONE))})
    )
    yield "zip64-twice", archive(entry("a.npy", ONE, central={"size": HIDDEN, "extra": wide(len(ONE)) + wide(7)}))
    yield "zip64-directory", archive(a, b, zip64={}, **HIDDEN64)
    yield "zip64-directory-unneeded", archive(a, b, zip64={})
    yield "zip64-directory-comment", archive(a, b, zip64={}, comment=b"comment", **HIDDEN64)
    yield "zip64-directory-appended", archive(a, zip64={}, before=archive(b), **HIDDEN64)
    yield "version-63", archive(entry("a.npy", ONE, central={"version": 63}))
    yield "extra-rest", archive(entry("a.npy", ONE, central={"extra": b"\x01\x02\x03"}))
    yield "extra-local", archive(entry("a.npy", ONE, local={"extra": b"\xff" * 9}))
    yield "not-npy", archive(entry("notes.txt", b"hello"), entry("empty", b""), a)
    yield "not-npy-magic-cut", archive(entry("a.npy", b"\x93NUM"))
    yield "folder", archive(entry("f/", b""), entry("f/a.npy", ONE))
    yield "bytes-behind-array", archive(entry("a.npy", ONE + b"rest"))
    yield "two-arrays", archive(entry("a.npy", ONE + TWO))
    yield "name-none", archive(entry("", ONE), b)
    yield "name-suffix-alone", archive(entry(".npy", ONE), b)
    yield "name-nul", archive(entry("a.npy\0b.exe", ONE))
    yield "name-nul-first", archive(entry("\0a.npy", ONE))
    yield "name-cp437", archive(entry(b"\x82t\x82.npy", ONE))
    yield "name-cp437-all", archive(entry(bytes(range(128, 256)), ONE))
    yield "name-mojibake", archive(entry("\u00e9\u20ac.npy", ONE))
    yield "name-utf8", archive(entry("\u00e9\u20ac.npy", ONE, flags=UTF8))
    yield "name-utf8-bom", archive(entry("\ufeffa.npy", ONE, flags=UTF8))
    yield "name-utf8-of-ascii", archive(entry("a.npy", ONE, flags=UTF8))
    yield "name-up", archive(entry("../../a.npy", ONE), entry("/b.npy", TWO), entry("c:\\d.npy", ONE))
    yield "name-proto", archive(entry("__proto__.npy", ONE), entry("__proto__", b"raw"))
    yield "same-name", archive(a, entry("a.npy", TWO))
    yield "same-name-thrice", archive(a, b, entry("a.npy", TWO), entry("a.npy", npy(4, 5, 6), DEFLATED))
    yield "same-name-bad-first", archive(entry("a.npy", ONE, central={"crc": 1}), entry("a.npy", TWO))
    yield "same-key", archive(entry("x.npy", ONE), entry("x", TWO))
    yield "same-key-raw-first", archive(entry("x", b"raw"), entry("x.npy", TWO))
    yield "same-key-twice-suffixed", archive(entry("x.npy.npy", ONE), entry("x.npy", TWO))
    yield "no-members-comment", archive(comment=b"nothing")
    yield "deflated-blocks", archive(entry("a.npy", ONE, DEFLATED, raw=deflated_by(ONE, 0)))
    yield "deflated-fixed", archive(entry("a.npy", ONE, DEFLATED, raw=deflated_by(ONE, 9, zlib.Z_FIXED)))
    yield "deflated-in-pieces", archive(entry("a.npy", TWO, DEFLATED, raw=deflated_by(TWO, 6, flush=True)))
    yield "deflated-nothing", archive(entry("empty", b"", DEFLATED))
    yield "local-sizes-hidden", archive(entry("a.npy", ONE, local={"size": HIDDEN, "compressed": HIDDEN}), b)
    yield "local-sizes-wrong", archive(entry("a.npy", ONE, local={"size": 5, "compressed": 5}), b)
    yield "local-sizes-none", archive(entry("a.npy", ONE, local={"size": 0, "compressed": 0}), b)
    yield "local-sizes-wrong-deflated", archive(entry("b.npy", TWO, DEFLATED, local={"size": 500, "compressed": 1}))
    yield "local-crc-wrong", archive(entry("a.npy", ONE, local={"crc": 1}), b)
    yield "local-method-wrong", archive(entry("a.npy", ONE, local={"method": 8}), b)
    yield "local-version-unknown", archive(entry("a.npy", ONE, local={"version": 200}), b)
    yield "count-none", archive(a, b, count=0)
    yield "count-less", archive(a, b, count=1)
    yield "count-more", archive(a, b, count=60000)
    yield "disk-other", archive(a, b, disk=3)


def deflated_by(data, level, strategy=zlib.Z_DEFAULT_STRATEGY, flush=False):
    """The data deflated in another way."""
    deflater = zlib.compressobj(level, zlib.DEFLATED, -15, 8, strategy)
    half = len(data) // 2
    middle = deflater.flush(zlib.Z_FULL_FLUSH) if flush else b""
    return deflater.compress(data[:half]) + middle + deflater.compress(data[half:]) + deflater.flush()


def unsupported():
    """Methods that NumPy reads and nobody uses for arrays."""
    yield "bzip2", archive(entry("a.npy", ONE, BZIP2), entry("b.npy", TWO))
    yield "lzma", archive(entry("a.npy", ONE, LZMA, flags=2), entry("b.npy", TWO))


def broken():
    """One thing wrong."""
    a, b = entry("a.npy", ONE), entry("b.npy", TWO, DEFLATED)
    whole = archive(a, b)
    directory = len(whole) - 22 - 2 * (46 + 5)
    yield "nothing", b"", ["truncated"]
    yield "signature-alone", LOCAL, CONTAINER
    yield "junk-before", archive(a, before=b"#!/bin/sh\n"), ["bad-magic"]
    yield "junk-before-one-byte", archive(a, before=b"\0"), ["bad-magic"]
    yield "npy", ONE, ["bad-magic"]
    yield "gzip", b"\x1f\x8b\x08" + bytes(20), ["bad-magic"]
    yield "cut-in-member", whole[:100], CONTAINER
    yield "cut-before-directory", whole[:directory], CONTAINER
    yield "cut-in-directory", whole[: directory + 60], CONTAINER
    yield "cut-before-end", whole[:-22], CONTAINER
    yield "cut-in-end", whole[:-1], CONTAINER
    yield "junk-behind-too-long", archive(a, behind=bytes(0x10001)), CONTAINER
    yield "end-signature", archive(a, signature=b"PK\x05\x05"), CONTAINER
    yield "end-signature-cut-behind", whole + END, CONTAINER
    yield "end-size-more", archive(a, b, size=103), CONTAINER
    yield "end-size-less", archive(a, b, size=101), CONTAINER
    yield "end-size-half", archive(a, b, size=51), CONTAINER
    yield "end-size-huge", archive(a, b, size=0x7FFFFFFF), CONTAINER
    yield "end-size-hidden", archive(a, b, size=HIDDEN), CONTAINER
    yield "end-offset-more", archive(a, b, offset=directory + 1), CONTAINER
    yield "end-offset-less", archive(a, b, offset=directory - 1), CONTAINER
    yield "end-offset-far", archive(a, offset=10_000), CONTAINER
    yield "end-offset-hidden", archive(a, b, offset=HIDDEN), CONTAINER
    yield "zip64-record-missing", archive(a, zip64={"record": b"PK\x06\x05"}, **HIDDEN64), CONTAINER
    yield "zip64-locator-missing", archive(a, zip64={"locator": b"PK\x06\x05"}, **HIDDEN64), CONTAINER
    yield "zip64-disks", archive(a, zip64={"disks": 2}, **HIDDEN64), CONTAINER
    yield "zip64-size", archive(a, zip64={"size": 52}, **HIDDEN64), CONTAINER
    yield "zip64-size-huge", archive(a, zip64={"size": 1 << 62}, **HIDDEN64), CONTAINER
    yield "zip64-offset-huge", archive(a, zip64={"offset": 1 << 63}, **HIDDEN64), CONTAINER
    yield "zip64-field-missing", archive(entry("a.npy", ONE, central={"size": HIDDEN, "compressed": HIDDEN})), SIZES
    yield "zip64-field-short", archive(entry("a.npy", ONE, central={"size": HIDDEN, "extra": extra(1, b"\x81\0\0\0")})), CONTAINER
    yield "zip64-field-lacks-one", archive(
        entry("a.npy", ONE, central={"size": HIDDEN, "compressed": HIDDEN, "extra": wide(len(ONE))})
    ), CONTAINER
    yield "zip64-field-size", archive(entry("a.npy", ONE, central={"size": HIDDEN, "extra": wide(1 << 62)})), SIZES
    yield "zip64-field-offset", archive(entry("a.npy", ONE, central={"offset": HIDDEN, "extra": wide(1 << 62)})), CONTAINER
    yield "extra-runs-over", archive(entry("a.npy", ONE, central={"extra": struct.pack("<HH", 1, 99)})), CONTAINER
    yield "central-signature", archive(a, entry("b.npy", TWO, central={"signature": b"PK\x01\x03"})), CONTAINER
    yield "central-name-length", archive(entry("a.npy", ONE, central={"name_length": 200})), CONTAINER
    yield "central-name-length-short", archive(entry("a.npy", ONE, central={"name_length": 3}), b), CONTAINER
    yield "central-extra-length", archive(entry("a.npy", ONE, central={"extra_length": 9}), b), CONTAINER
    yield "central-comment-length", archive(entry("a.npy", ONE, central={"comment_length": 9}), b), CONTAINER
    yield "central-comment-length-last", archive(a, entry("b.npy", TWO, central={"comment_length": 9})), CONTAINER
    yield "central-offset", archive(a, entry("b.npy", TWO, central={"offset": 1})), CONTAINER
    yield "central-offset-end", archive(a, entry("b.npy", TWO, central={"offset": len(whole)})), CONTAINER
    yield "central-offset-far", archive(a, entry("b.npy", TWO, central={"offset": 0x7FFFFFFF})), CONTAINER
    yield "central-version", archive(entry("a.npy", ONE, central={"version": 64})), ["bad-version"]
    yield "central-method", archive(entry("a.npy", ONE, central={"method": 99})), CONTAINER
    yield "central-method-deflated", archive(entry("a.npy", ONE, central={"method": DEFLATED})), SIZES
    yield "central-method-stored", archive(entry("b.npy", TWO, DEFLATED, central={"method": STORED})), SIZES
    yield "central-name-other", archive(entry("a.npy", ONE, central={"name": b"c.npy"})), CONTAINER
    yield "central-name-no-utf8", archive(entry(b"\xff.npy", ONE, flags=UTF8)), ["bad-encoding"]
    yield "central-name-surrogate", archive(entry(b"\xed\xa0\x80.npy", ONE, flags=UTF8)), ["bad-encoding"]
    yield "central-name-utf8-alone", archive(entry(b"\xc3\xa9.npy", ONE, central={"flags": UTF8})), CONTAINER
    yield "local-signature", archive(entry("a.npy", ONE, local={"signature": b"PK\x03\x05"}), b), ["bad-magic"]
    yield "local-signature-second", archive(b, entry("a.npy", ONE, local={"signature": b"PK\x03\x05"})), CONTAINER
    yield "local-name-other", archive(entry("a.npy", ONE, local={"name": b"c.npy"})), CONTAINER
    yield "local-name-length", archive(entry("a.npy", ONE, local={"name_length": 6})), CONTAINER + ["bad-encoding"]
    yield "local-extra-length", archive(entry("a.npy", ONE, local={"extra_length": 1})), SIZES + ["bad-magic"]
    yield "local-name-no-utf8", archive(entry("a.npy", ONE, local={"name": b"\xff", "flags": UTF8})), CONTAINER + ["bad-encoding"]
    yield "encrypted", archive(entry("a.npy", ONE, flags=1), b), CONTAINER
    yield "encrypted-strongly", archive(entry("a.npy", ONE, flags=0x41), b), CONTAINER
    yield "patch", archive(entry("a.npy", ONE, flags=0x20), b), CONTAINER
    yield "crc-stored", archive(entry("a.npy", ONE, central={"crc": zlib.crc32(ONE) ^ 1}), b), ["checksum"]
    yield "crc-deflated", archive(a, entry("b.npy", TWO, DEFLATED, central={"crc": zlib.crc32(TWO) ^ 1 << 31})), ["checksum"]
    yield "crc-of-bytes", archive(entry("notes", b"hello", central={"crc": 0})), ["checksum"]
    yield "data-flipped-stored", archive(entry("a.npy", ONE, raw=ONE[:-1] + b"\x00"), b), ["checksum"]
    yield "data-flipped-header", archive(entry("a.npy", ONE, raw=ONE[:-2] + b" " + ONE[-1:]), b), ["checksum"]
    yield "data-behind-array", archive(entry("a.npy", ONE + b"rest", raw=ONE + b"Rest")), ["checksum"]
    yield "size-stored-more", archive(entry("a.npy", ONE, central={"size": len(ONE) + 1}), b), SIZES
    yield "size-stored-less", archive(entry("a.npy", ONE, central={"size": len(ONE) - 1}), b), SIZES
    yield "size-stored-none", archive(entry("a.npy", ONE, central={"size": 0}), b), SIZES
    yield "compressed-stored-more", archive(entry("a.npy", ONE, central={"compressed": len(ONE) + 1}), b), SIZES
    yield "compressed-stored-less", archive(entry("a.npy", ONE, central={"compressed": len(ONE) - 1}), b), SIZES
    yield "sizes-stored-more", archive(entry("a.npy", ONE, central={"size": 130, "compressed": 130}), b), SIZES
    yield "size-deflated-more", archive(entry("b.npy", TWO, DEFLATED, central={"size": len(TWO) + 1})), SIZES
    yield "size-deflated-less", archive(entry("b.npy", TWO, DEFLATED, central={"size": len(TWO) - 1})), SIZES
    yield "compressed-deflated-more", archive(entry("b.npy", TWO, DEFLATED, behind=b"x", central=longer(TWO, 1))), SIZES
    yield "compressed-deflated-less", archive(entry("b.npy", TWO, DEFLATED, central=longer(TWO, -1))), SIZES
    yield "compressed-deflated-none", archive(entry("b.npy", TWO, DEFLATED, central={"compressed": 0})), SIZES
    yield "deflated-block-type", archive(entry("b.npy", TWO, DEFLATED, raw=b"\x07" + bytes(40))), SIZES
    yield "deflated-distance", archive(entry("b.npy", TWO, DEFLATED, raw=b"\x03\x02\x00" + bytes(40))), SIZES
    yield "deflated-zlib-header", archive(entry("b.npy", TWO, DEFLATED, raw=zlib.compress(TWO))), SIZES
    yield "npy-cut", archive(entry("a.npy", ONE[:-1]), b), ["truncated"]
    yield "npy-header-cut", archive(entry("a.npy", ONE[:50]), b), ["truncated"]
    yield "npy-version", archive(entry("a.npy", ONE[:6] + b"\x07" + ONE[7:]), b), ["bad-version"]
    yield "npy-keys", archive(entry("a.npy", ONE.replace(b"descr", b"DESCR")), b), ["bad-header-keys"]
    yield "npy-dtype", archive(entry("a.npy", ONE.replace(b"|u1", b"|u7")), b), ["bad-dtype"]
    yield "npy-object", archive(entry("a.npy", ONE.replace(b"'|u1'", b"'|O' ")), b), ["unsafe-object"]


def longer(data, more):
    """What the directory says of a deflated member that it makes longer or shorter."""
    return {"compressed": len(compressed(data, DEFLATED)) + more}


def hostile():
    """What asks for more than there is, or for more than it should get."""
    zeros = bytes(1 << 16)
    inside = local_header(entry("b", TWO)["local"]) + TWO
    yield "overlap-nested", archive(
        entry("a", b"x" + inside, raw=b"x" + inside), entry("b", TWO, central={"offset": 30 + 1 + 1})
    ), CONTAINER
    yield "overlap-same-header", archive(entry("a", ONE), entry("a", ONE, central={"offset": 0})), CONTAINER
    yield "overlap-many", archive(entry("a", zeros, DEFLATED), *[entry("a", b"", central=again(zeros)) for _ in range(40)]), CONTAINER
    yield "overlap-next", archive(entry("a", ONE, central={"compressed": 300, "size": 300}), entry("b", npy(*range(200)))), SIZES
    yield "overlap-directory", archive(entry("a", ONE, central={"compressed": 140, "size": 140})), SIZES
    yield "size-claimed", archive(entry("a", ONE, DEFLATED, central={"size": 0x7FFFFFFF})), SIZES
    yield "size-claimed-stored", archive(entry("a", ONE, central={"size": 0x7FFFFFFF, "compressed": 0x7FFFFFFF})), SIZES
    yield "size-claimed-64", archive(
        entry("a", ONE, DEFLATED, central={"size": HIDDEN, "extra": wide((1 << 63) - 1)})
    ), SIZES
    yield "size-claimed-low", archive(entry("a", zeros, DEFLATED, central={"size": 129})), SIZES
    yield "array-huge", archive(entry("a.npy", huge(), DEFLATED)), ["truncated", "overflow", "bad-shape", "limit"]
    yield "directory-claimed", archive(entry("a", ONE), size=0x7FFFFFF0, offset=0), CONTAINER
    yield "directory-claimed-64", archive(entry("a", ONE), zip64={"size": (1 << 63) - 1}, **HIDDEN64), CONTAINER
    yield "count-claimed", archive(entry("a", ONE), zip64={"count": (1 << 63) - 1}, **HIDDEN64), None
    yield "zeros", archive(entry("a", zeros, DEFLATED)), None
    yield "signatures", archive(entry("a", END * 5000)), None
    yield "names-equal", archive(*[entry("a", b"")] * 200), None


def again(data):
    """What the directory says of a member that is the first one once more."""
    truth = entry("a", data, DEFLATED)["central"]
    return {**truth, "offset": 0}


def huge():
    """An npy file whose header declares much."""
    return ONE.replace(b"(1,), }" + b" " * 12, b"(9000000000000,), }")


def faults():
    """All of them as lines."""
    for label, data in foreign():
        yield line_of("foreign", label, data, None)
    for label, data in unsupported():
        yield dict(line_of("method", label, data, None), features=[label])
    for label, data, codes in broken():
        yield line_of("broken", label, data, codes)
    for label, data, codes in hostile():
        yield dict(line_of("hostile", label, data, codes), hostile=True)


def line_of(area, label, data, codes):
    """One line."""
    line = {"id": "%s/%s" % (area, label), "title": label.replace("-", " "), "in": data}
    return line if codes is None else dict(line, codes=codes)
