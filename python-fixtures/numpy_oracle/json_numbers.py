"""Numbers as JSON and text spell them, read into elements of every dtype and written back.

They are rounded once, where `numpy.array(json.loads(text))` rounds twice.
"""

import decimal
import fractions
import math
import re
import warnings

import numpy as np

from .answers import Refusal
from .arrays import read_dtype
from .json_documents import MAX_AXES, leaves, shape_of


def read_numbers(document, options):
    """Nested lists of numbers, or of strings of them, as the dtype that is asked for."""
    if "dtype" not in options:
        raise ValueError("numbers need a dtype")
    dtype = read_dtype(options["dtype"])
    if dtype.names is not None:
        return read_records(document, dtype)
    if dtype.kind not in "biufcUSMm":
        raise Refusal("bad-dtype", f"numbers do not spell {dtype}")
    shape = shape_of(document)
    values = [element(value, dtype) for value in leaves(document, shape)]
    if dtype.itemsize == 0:
        array = np.array(values, dtype).reshape(shape)
        # NumPy forgets the byte order of text whose length it finds.
        return array.astype(array.dtype.newbyteorder(dtype.byteorder))
    return without_garbage(stored(values, dtype)).reshape(shape)


def stored(values, dtype):
    """An array of one axis over elements: of complex numbers their two parts."""
    array = np.zeros(len(values), dtype)
    for index, value in enumerate(values):
        if dtype.kind == "c":
            array.real[index], array.imag[index] = value
        else:
            array[index] = value
    return array


def without_garbage(array):
    """Long doubles have 10 bytes of 16; the others are whatever was there."""
    if array.dtype.kind in "fc" and array.dtype.itemsize in (16, 32) and array.dtype.char in "gG":
        little = array.dtype.isnative
        memory = array.view(np.uint8).reshape(-1, 16)
        memory[:, slice(10, 16) if little else slice(0, 6)] = 0
    return array


def read_records(document, dtype):
    """Nested lists of records: as many lists are around them as let all of them be records."""
    refusal = None
    for axes in range(MAX_AXES):
        try:
            shape = shape_of(document)[:axes]
            records = [record(value, dtype) for value in leaves(document, shape)]
        except Refusal as error:
            refusal = refusal or error
            if len(shape_of(document)) <= axes:
                raise refusal
            continue
        array = np.zeros(len(records), dtype)
        for index, fields in enumerate(records):
            array[index] = fields
        return array.reshape(shape)
    raise refusal


def record(value, dtype):
    """An element of any dtype, as NumPy stores it: a record is a list of its fields, or an object of them."""
    if dtype.names is not None:
        if isinstance(value, dict):
            if sorted(value) != sorted(dtype.names):
                raise Refusal("bad-header-keys", "other fields")
            value = [value[name] for name in dtype.names]
        if not isinstance(value, list) or len(value) != len(dtype.names):
            raise Refusal("bad-shape", "no record")
        return tuple(record(item, dtype[name]) for item, name in zip(value, dtype.names))
    if dtype.subdtype is not None:
        base, shape = dtype.subdtype
        items = np.zeros(math.prod(shape), base)
        for index, item in enumerate(leaves(value, shape)):
            items[index] = record(item, base)
        return items.reshape(shape)
    found = element(value, dtype)
    return complex(*found) if dtype.kind == "c" else found


def element(value, dtype):
    """A number, a string of one, or a word, as a value that NumPy stores as it is."""
    if isinstance(value, (list, dict)):
        raise Refusal("bad-shape", "ragged lists")
    kind = dtype.kind
    if kind in "US" and isinstance(value, str):
        try:
            text = value if kind == "U" else value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise Refusal("bad-encoding", str(error)) from error
        if value.endswith("\0") or len(text) * (4 if kind == "U" else 1) > dtype.itemsize > 0:
            raise Refusal("overflow", f"{value!r} does not fit {dtype}")
        return text
    if kind in "US":
        raise Refusal("bad-dtype", f"{value!r} is no text")
    if kind == "c":
        return complex_of(value, np.dtype(f"{dtype.byteorder}f{dtype.itemsize // 2}"))
    if kind == "M" and isinstance(value, str) and value:
        return date_of(value, dtype)
    if kind == "M" and value == "":
        return np.array("NaT", dtype)[()]
    if kind == "b":
        if isinstance(value, int) and value in (0, 1):
            return bool(value)
        if value in ("True", "False"):
            return value == "True"
        raise Refusal("bad-dtype", f"{value!r} is no boolean")
    if kind in "Mm" and value in (None, "NaT"):
        return np.array("NaT", dtype)[()]
    if kind in "iuMm":
        return whole_number(value, dtype)
    return float_of_number(value, dtype)


def date_of(text, dtype):
    """The date of ISO 8601 text, if the unit has it exactly: NumPy cuts off what is finer."""
    if text.lower() in ("today", "now") or text != text.strip():
        raise Refusal("bad-dtype", f"{text!r} is no date")
    try:
        with warnings.catch_warnings():
            # It warns of zones.
            warnings.simplefilter("ignore")
            date = np.datetime64(text)
    except ValueError as error:
        raise Refusal("bad-dtype", str(error)) from error
    converted = date.astype(dtype)
    if converted.astype(date.dtype) != date and not np.isnat(date):
        raise Refusal("bad-dtype", f"{text!r} is none of {dtype}")
    return converted


def complex_of(value, dtype):
    """The two parts of a complex number: Python's `complex` reads strings, and numbers are real."""
    if not isinstance(value, str):
        return float_of_number(value, dtype), float_of_number(value, dtype) if value is None else 0.0
    text = value[1:-1] if value[:1] == "(" and value[-1:] == ")" else value
    if text[-1:] not in ("j", "J"):
        return float_of(text, dtype), 0.0
    parts = COMPLEX.fullmatch(text)
    if parts is None:
        raise Refusal("bad-dtype", f"{value!r} is no complex number")
    re_text, im_text = parts[1] or "0", parts[2]
    return float_of(re_text, dtype), float_of(im_text + "1" if im_text in ("", "+", "-") else im_text, dtype)


def float_of_number(value, dtype):
    """A number that is no string; booleans are none."""
    if isinstance(value, bool):
        raise Refusal("bad-dtype", "a boolean is no number")
    return math.nan if value is None else float_of(value, dtype)


def float_of(value, dtype):
    """A number as a float of the dtype, rounded once: `numpy.array(json.loads(text))` rounds twice to a narrow one."""
    if isinstance(value, str):
        if WORD.fullmatch(value):
            return math.nan if "nan" in value.lower() else float(value)
        if not DECIMAL.fullmatch(value):
            raise Refusal("bad-dtype", f"{value!r} is no number")
        value = exact_number(value)
    if isinstance(value, float):
        return math.nan if math.isnan(value) else value
    if dtype.itemsize == 16:
        # Of glibc's strtold, which rounds once.
        with np.errstate(over="ignore"):
            return np.longdouble(str(value))
    if dtype.itemsize == 8 or value == 0:
        try:
            return float(value)
        except OverflowError:
            return math.copysign(math.inf, value)
    if isinstance(value, decimal.Decimal) and abs(value.adjusted()) > 400:
        return math.copysign(math.inf if value.adjusted() > 0 else 0.0, value)
    return nearest(fractions.Fraction(value), np.finfo(dtype))


def exact_number(text):
    """The number that decimal text spells; beyond all exponents what a float makes of it."""
    try:
        return decimal.Decimal(text)
    except decimal.InvalidOperation:
        return float(text)


def nearest(value, limits):
    """The float nearest to a fraction, ties to even, in the precision of `limits`."""
    bits = limits.nmant + 1
    magnitude = abs(value)
    exponent = magnitude.numerator.bit_length() - magnitude.denominator.bit_length()
    if magnitude < fractions.Fraction(2) ** exponent:
        exponent -= 1
    unit = fractions.Fraction(2) ** (max(exponent, int(limits.minexp)) - bits + 1)
    rounded = round(magnitude / unit) * unit
    if rounded > fractions.Fraction(float(limits.max)):
        rounded = math.inf
    return -float(rounded) if value < 0 else float(rounded)


DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
UNSIGNED = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|nan|inf(?:inity)?"
COMPLEX = re.compile(rf"(?:([+-]?(?:{UNSIGNED}))(?=[+-]))?([+-]?(?:{UNSIGNED})?)j", re.IGNORECASE)
WORD = re.compile(r"[+-]?(?:nan|inf(?:inity)?)", re.IGNORECASE)


def whole_number(value, dtype):
    """An integer that the dtype holds."""
    if isinstance(value, str) and re.fullmatch(r"[+-]?[0-9]+", value):
        value = int(value)
    if type(value) is not int:
        raise Refusal("bad-dtype", f"{value!r} is no integer")
    limits = np.iinfo(np.int64 if dtype.kind in "Mm" else dtype)
    if not limits.min <= value <= limits.max:
        raise Refusal("overflow", f"{value} is outside {dtype}")
    return np.array(value, np.int64).astype(dtype) if dtype.kind in "Mm" else value


def numbers_document(array):
    """What `tolist` gives, records as lists; dates, complex numbers and long doubles, which JSON has not, as `str` prints them."""
    if array.dtype.names is not None:
        records = [[numbers_document(np.asarray(record[name])) for name in array.dtype.names] for record in array.ravel()]
        return nested(records, array.shape)
    if array.dtype.kind in "Mm":
        return array.astype(str if array.dtype.kind == "M" else np.int64).tolist()
    if array.dtype.kind == "S":
        return np.char.decode(array, "utf-8").tolist()
    if array.dtype.kind == "c" or array.dtype.char == "g":
        return array.astype(str).tolist() if array.dtype.itemsize in (16, 32) and array.dtype.char in "gG" else spelled(array.tolist())
    return array.tolist()


def nested(items, shape):
    """Lists within each other as a shape says, around items in C order."""
    if not shape:
        return items[0]
    step = len(items) // (shape[0] or 1)
    return [nested(items[index * step : (index + 1) * step], shape[1:]) for index in range(shape[0])]


def spelled(value):
    """Complex numbers in nested lists, as text."""
    return [spelled(item) for item in value] if isinstance(value, list) else str(value)
