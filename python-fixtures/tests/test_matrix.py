"""What generate_matrix.py writes in every format, it reads again."""

import base64
import io
import json
import unittest
import zipfile

import numpy as np

import generate
import generate_matrix


def lines_of(*patterns):
    """The lines of recipes, as they travel."""
    folder = __file__.replace("tests/test_matrix.py", "recipes")
    return json.loads(json.dumps(list(generate_matrix.write_all(folder, patterns))))


class Formats(unittest.TestCase):
    """Every format against the array itself."""

    def test_every_format_gives_the_array_back(self):
        """In both byte orders and several layouts. NumPy may turn what it unpickles to the machine's own order."""
        lines = lines_of("plain_i4", "plain_f8", "plain_U3")
        self.assertEqual({line["format"] for line in lines}, set(generate_matrix.WRITERS))
        for line in lines:
            value = generate_matrix.read_line(line)["value"]
            dtype = line["dtype"]
            allowed = {dtype, dtype.replace(">", "<")} if line["format"].startswith("pickle") else {dtype}
            self.assertIn(value["dtype"], allowed, line["id"])
            self.assertEqual(value["shape"], line["shape"], line["id"])

    def test_formats_of_one_array_read_alike(self):
        """Bit by bit: by the memory in C order."""
        read = {}
        for line in lines_of("struct_simple"):
            if line["format"] in ("npy", "npz", "raw", "triple", "pickle2", "pickle5"):
                value = generate_matrix.read_line(line)["value"]
                dtype = generate_matrix.parse_dtype(value["dtype"])
                data = base64.b64decode(value["data"]["b64"])
                array = np.ndarray(value["shape"], dtype, data, order=value["order"])
                read.setdefault(line["id"], set()).add(array.tobytes())
        self.assertEqual([path for path, memories in read.items() if len(memories) != 1], [])

    def test_an_archive_has_no_time_of_its_own(self):
        """The times that old releases take from a temporary file are those of later ones."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(zipfile.ZipInfo("a.npy", (2001, 2, 3, 4, 5, 6)), b"abc")
        with zipfile.ZipFile(io.BytesIO(generate_matrix.without_time(out.getvalue()))) as archive:
            self.assertEqual(archive.infolist()[0].date_time, (1980, 1, 1, 0, 0, 0))
            self.assertEqual(archive.read("a.npy"), b"abc")

    def test_an_error_is_an_outcome(self):
        """Objects cannot be saved as version 1.0 bytes of an impossible dtype; what fails is named by its class."""
        failing = generate_matrix.outcome_line(
            "x", "frame", generate_matrix.attempt(lambda: np.zeros((1,) * 65)), {}
        )
        self.assertEqual(failing["error"], "make ValueError")

    def test_samples_hold_the_first_and_the_last(self):
        """Of few, all."""
        self.assertEqual(generate_matrix.sample(3), {0, 1, 2})
        self.assertEqual(generate_matrix.sample(64), {0, 21, 42, 63})

    def test_padding_of_a_strided_array_is_known(self):
        """NumPy copies items without their padding, so it is settled before."""
        array = np.zeros(6, {"names": ["a"], "formats": ["<i2"], "offsets": [0], "itemsize": 4})[::2]
        memory = np.frombuffer(generate_matrix.settled(array).tobytes(), "u1").reshape(3, 4)
        self.assertEqual(memory[:, 2:].tolist(), [[generate.POISON] * 2] * 3)


if __name__ == "__main__":
    unittest.main()
