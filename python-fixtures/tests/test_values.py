"""Arrays hold the bits that recipes ask for, over poison."""

import struct
import unittest
from unittest import mock

import numpy as np

import generate


def array_of(dtype, shape, fill, layout="C", poison=generate.POISON):
    """The array of a recipe without axes."""
    return generate.make_array({"dtype": dtype, "shape": shape, "layout": layout, "values": {"fill": fill}}, poison)


class Fills(unittest.TestCase):
    """Named fillings against Python's own conversions."""

    def test_ramp_counts_up_with_alternating_signs(self):
        """Floats are quarters, so that they have fractions."""
        self.assertEqual(array_of(">i2", [4], "ramp").tolist(), [1, -2, 3, -4])
        for dtype in ("f2", "f4", "f8", "f16"):
            self.assertEqual([float(value) for value in array_of("<" + dtype, [4], "ramp")], [0.25, -0.5, 0.75, -1.0])
        self.assertEqual(array_of(">c8", [2], "ramp").tolist(), [0.25 - 0.5j, 0.75 - 1j])

    def test_float_extremes_are_those_of_finfo(self):
        """Largest, smallest normal, smallest subnormal, of every format."""
        for dtype in (np.float16, np.float32, np.float64, np.longdouble):
            info = np.finfo(dtype)
            values = array_of(np.dtype(dtype).str, [20], "extremes")
            self.assertEqual(values[2:4].tolist(), [info.max, info.min])
            self.assertEqual(values[8], np.nextafter(dtype(0), dtype(1)))
            self.assertEqual(values[6], np.nextafter(info.tiny, dtype(0)))
            self.assertEqual(values[14], 1 + info.eps)

    def test_integer_extremes_are_those_of_iinfo(self):
        """Smallest and largest come first; in datetime64 the smallest is NaT."""
        for dtype in ("<i1", ">i4", "<i8"):
            info = np.iinfo(dtype)
            self.assertEqual(array_of(dtype, [2], "extremes").tolist(), [info.min, info.max])
        self.assertTrue(np.isnat(array_of("<M8[s]", [1], "extremes")[0]))

    def test_nan_payloads_are_nans_of_both_kinds(self):
        """Half of them have the bit that makes them quiet."""
        words = array_of(">f4", [14], "nan-payloads")
        self.assertTrue(np.isnan(words).all())
        bits = struct.unpack(">14I", words.tobytes())
        self.assertEqual(len(set(bits)), 14)
        self.assertEqual(sum((word >> 22) & 1 for word in bits), 8)

    def test_hex_is_little_endian_whatever_the_dtype(self):
        """The recipe says bits, the axis says the byte order."""
        self.assertEqual(array_of(">u2", [2], "hex:0102 0304").tolist(), [0x0201, 0x0403])

    def test_lone_surrogates_and_astral_characters_are_code_points(self):
        """A pair of surrogates is one character, as JSON means it."""
        self.assertEqual(generate.code_points("a\ud800\U0001f600"), [0x61, 0xD800, 0x1F600])


class Layouts(unittest.TestCase):
    """The same values, however the memory lies."""

    def test_values_do_not_depend_on_the_layout(self):
        """A broadcast axis repeats its first item."""
        expected = array_of("<i4", [2, 3, 4], "ramp").tolist()
        for layout in ("F", "step2", "reversed", "transposed"):
            array = array_of("<i4", [2, 3, 4], "ramp", layout)
            self.assertEqual(array.tolist(), expected, layout)
            self.assertFalse(array.flags.c_contiguous, layout)
            self.assertEqual(array.flags.f_contiguous, layout == "F")
        broadcast = array_of("<i4", [2, 3, 4], "ramp", "broadcast")
        self.assertEqual(broadcast.tolist(), [expected[0]] * 2)
        self.assertEqual(broadcast.strides[0], 0)

    def test_gaps_hold_poison(self):
        """Between the items of a strided array, and inside them."""
        array = array_of([["a", "u1"], ["b", "u1"]], [2], "ramp", "step2")
        self.assertEqual(bytes(array.base), b"\x01\xfe\xa5\xa5\x03\xfc\xa5\xa5")


class Padding(unittest.TestCase):
    """Which bytes of an item carry no meaning."""

    def test_padding_is_told_from_the_dtype(self):
        """Gaps, the tail of a structure, and of long doubles 6 bytes at their far end."""
        padded = np.dtype({"names": ["a", "b"], "formats": ["u1", "<f16"], "offsets": [1, 16], "itemsize": 33})
        self.assertEqual(generate.padding_of(padded), [0] + list(range(2, 16)) + list(range(26, 33)))
        self.assertEqual(generate.padding_of(np.dtype(">f16")), [0, 1, 2, 3, 4, 5])
        self.assertEqual(generate.padding_of(np.dtype("<c32")), [10, 11, 12, 13, 14, 15, 26, 27, 28, 29, 30, 31])
        self.assertEqual(generate.padding_of(np.dtype([("a", "<i4", (2,)), ("b", "S3")])), [])

    def test_noise_outside_the_padding_is_noticed(self):
        """A second array over other poison must be saved as the same bytes."""
        recipe = {"id": "it", "dtype": "<f16", "shape": [2], "values": {"fill": "ramp"}}
        self.assertTrue(generate.array_outcome(recipe)["masked"])
        with mock.patch.object(generate, "padding_of", return_value=[]), self.assertRaises(AssertionError):
            generate.array_outcome(recipe)

    def test_padding_is_set_to_poison_in_what_was_saved(self):
        """What NumPy copied there is chance."""
        array = array_of(">f16", [2], "ramp", "step2", poison=0)
        saved = generate.without_noise(generate.save(array, {}), array)
        self.assertEqual(saved[-32:-26], b"\xa5" * 6)


if __name__ == "__main__":
    unittest.main()
