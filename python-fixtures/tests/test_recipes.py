"""Recipes become instances: axes, their combinations, what is put into strings."""

import unittest
from itertools import combinations, product

import generate

LAYOUTS = ["C", "F", "step2", "reversed", "transposed", "broadcast"]


def labels_of(recipe):
    """The labels of each instance, as tuples."""
    return [tuple(instance["args"].values()) for instance in generate.instances_of(recipe)]


class Axes(unittest.TestCase):
    """Which combinations of axes are made."""

    def test_every_pair_of_values_occurs(self):
        """In fewer instances than all combinations."""
        axes = {"a": [1, 2, 3], "b": ["x", "y", "z"], "c": [4, 5, 6]}
        made = labels_of({"recipe": "r_r", "axes": axes})
        self.assertLess(len(made), 27)
        for first, second in combinations(range(3), 2):
            self.assertEqual(len({(labels[first], labels[second]) for labels in made}), 9)

    def test_axes_named_in_product_are_combined_fully(self):
        """The others pairwise with them."""
        axes = {"a": [1, 2], "b": ["x", "y", "z"], "c": [4, 5]}
        made = labels_of({"recipe": "r_r", "axes": axes, "product": ["a", "b"]})
        self.assertEqual({labels[:2] for labels in made}, set(product("12", "xyz")))

    def test_layouts_that_look_like_c_order_are_left_out(self):
        """No array without axes, or without items, has another layout."""
        shapes = {"0d": [], "empty": [2, 0], "1d": [3], "row": [1, 3], "2d": [2, 3], "3d": [2, 3, 4]}
        axes = {"layout": LAYOUTS, "shape": shapes}
        recipe = {"recipe": "r_r", "dtype": "i4", "shape": "{shape}", "axes": axes, "product": ["layout", "shape"]}
        by_shape = {shape: {layout for layout, label in labels_of(recipe) if label == shape} for shape in shapes}
        self.assertEqual(by_shape["0d"], {"C"})
        self.assertEqual(by_shape["empty"], {"C"})
        self.assertEqual(by_shape["1d"], {"C", "step2", "reversed", "broadcast"})
        self.assertEqual(by_shape["row"], by_shape["1d"])
        self.assertEqual(by_shape["2d"], by_shape["1d"] | {"F"})
        self.assertEqual(by_shape["3d"], set(LAYOUTS))

    def test_ids_are_the_recipe_and_the_labels(self):
        """Byte orders are called le and be; ranges are padded so that they sort."""
        recipe = {"recipe": "area_two_words", "axes": {"bo": ["<"], "n": "9..10"}}
        ids = [instance["id"] for instance in generate.instances_of(recipe)]
        self.assertEqual(ids, ["area/two-words/le/09", "area/two-words/le/10"])


class Substitution(unittest.TestCase):
    """Values of axes in the strings of a recipe."""

    def test_axes_and_repeated_text_are_put_in(self):
        """Braces around anything else stay: header texts are full of them."""
        values = {"bo": ">", "n": 3, "shape": [1, 2]}
        node = {
            "dtype": [["{x*n}", "{bo}i4"]],
            "shape": "{shape}",
            "text": "{'descr': '{bo}f{n}', {'k': {}}",
            "two": "{ab*2}",
        }
        self.assertEqual(
            generate.substitute(node, values),
            {"dtype": [["xxx", ">i4"]], "shape": [1, 2], "text": "{'descr': '>f3', {'k': {}}", "two": "abab"},
        )


class Inputs(unittest.TestCase):
    """Files that no NumPy writes."""

    def test_without_parts_and_edits_the_file_is_numpys_own(self):
        """What the edits damage is sound."""
        array = generate.np.array([1, 2, 3], "<i4")
        self.assertEqual(generate.without_noise(generate.save(array, {}), array), generate.build_input({}, []))

    def test_edits_are_applied_in_their_order(self):
        """At places counted from the end of what the edits before left."""
        edits = [
            {"keep": 8},
            {"append": "0102"},
            {"put": "ff", "at": -1},
            {"insert": "00", "at": 0},
            {"remove": 6, "at": 1},
        ]
        self.assertEqual(generate.build_input({}, edits), b"\x00\x01\x00\x01\xff")


if __name__ == "__main__":
    unittest.main()
