"""Write arrays as raw bytes and as framed messages, damage some, and print what NumPy makes of them.

    python generate_raw.py

prints one JSON object a line: the cell (NumPy, Python, platform), one line for each case, and a line that counts them, without which
the output is incomplete. Arrays are those of the recipes for npy; the values expected are those that the oracle reads. Python 3.9 and
later: the bytes are the same in every release of NumPy.
"""

import json
import os
import warnings

from generate import (
    POISON,
    OTHER_POISON,
    describe_array,
    describe_cell,
    describe_dtype,
    encode64,
    instances_of,
    make_array,
    make_dtype,
    padding_of,
    read_recipes,
    without_noise,
)
from numpy_oracle import frames, raw
from peers.frames import pack_frame
from raw_faults import frame_faults, raw_faults

# Areas of the recipes whose arrays are written. Of the last two there are many: they are raw bytes and frames in turn.
AREAS = ("plain", "extremes", "nan", "struct", "datetime")
TAKEN_IN_TURN = AREAS[-2:]
# Other layouts are, once written, like one of these.
LAYOUTS = ("C", "F", "step2")
# Orders of `tobytes` and byte orders of the counts, which change from array to array.
ORDERS = ("C", "F", "A")
COUNTS = ("little", "big")


def main():
    """Print the lines of all cases."""
    warnings.simplefilter("ignore")
    lines = [*arrays(), *raw_faults(), *frame_faults()]
    print(json.dumps(describe_cell()))
    for line in lines:
        print(json.dumps({"kind": "case", **line, "in": encode64(line["in"])}))
    print(json.dumps({"kind": "end", "count": len(lines)}))


def arrays():
    """The lines of arrays."""
    for number, instance in enumerate(chosen_instances()):
        array, again = make_array(instance, POISON), make_array(instance, OTHER_POISON)
        is_either = area_of(instance) not in TAKEN_IN_TURN
        if is_either or number % 2 == 0:
            yield raw_line(instance, array, again, ORDERS[number % 3])
        if is_either or number % 2 == 1:
            yield from frame_lines(instance, array, again, COUNTS[number // 2 % 2])


def chosen_instances():
    """The arrays of the recipes, without those whose items have no bytes."""
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "recipes")
    for recipe in read_recipes(folder):
        if area_of(recipe) in AREAS:
            for instance in instances_of(recipe):
                has_layout = instance.get("layout", "C") in LAYOUTS
                if has_layout and make_dtype(instance["dtype"], instance.get("align", False)).itemsize > 0:
                    yield instance


def area_of(recipe):
    """The first word of a recipe's name."""
    return recipe["recipe"].split("_")[0]


def raw_line(instance, array, again, order):
    """What `tobytes(order)` gives."""
    data = settled(array.tobytes(order), again.tobytes(order), array)
    is_fortran = order == "F" or (order == "A" and array.flags.fnc)
    lies = "F" if is_fortran else "C"
    described = {"dtype": describe_dtype(array.dtype), "shape": list(array.shape), "order": lies}
    return {
        **line_of(instance, f"raw/{instance['id']}/{order}", f"tobytes({order!r})", array),
        "in": data,
        "value": raw.decode(data, described),
        "held": describe_array(array, instance),
        "ops": {
            "decode": {"expect": "value", "opts": described},
            "encode": {"expect": "value", "opts": {"order": order}},
            "reencode": {"expect": "same-bytes", "opts": described},
        },
    }


def frame_lines(instance, array, again, counts):
    """The frame of an array; of a structured one also as it reads when nobody tells the fields."""
    mark = frames.COUNTS[counts]
    data = settled(pack_frame(array, mark), pack_frame(again, mark), array)
    opts = {"byteorder": counts}
    told = {**opts, "dtype": describe_dtype(array.dtype)} if array.dtype.names is not None else opts
    name = f"frame/{instance['id']}/{counts}"
    line = line_of(instance, name, f"counts in {counts}-endian order", array)
    line["tags"] = line["tags"] + (["counts-be"] if counts == "big" else [])
    yield {
        **line,
        "in": data,
        "value": frames.decode(data, told),
        "held": describe_array(array, instance),
        "ops": {
            "decode": {"expect": "value", "opts": told},
            "encode": {"expect": "value", "opts": opts},
            "reencode": {"expect": "same-bytes", "opts": told},
        },
    }
    if told is not opts:
        yield {
            **line,
            "id": f"{name}/untold",
            "title": f"{line['title']}, the fields not told",
            "masked": False,
            "in": data,
            "value": frames.decode(data, opts),
            "ops": {"decode": {"expect": "value", "opts": opts}},
        }


def line_of(instance, name, how, array):
    """What the lines of an array have in common."""
    return {
        "id": name,
        "title": ", ".join([instance["title"], *instance["args"].values(), how]),
        "tags": instance["tags"],
        "masked": len(padding_of(array.dtype)) > 0,
    }


def settled(data, again, array):
    """The bytes with what pads their items set to poison; outside it they must not depend on uninitialised memory."""
    data, again = without_noise(data, array), without_noise(again, array)
    if data != again:
        raise AssertionError("bytes outside the padding depend on uninitialised memory")
    return data


if __name__ == "__main__":
    main()
