"""Write TensorFlow's tensors as JSON numbers and strings, and print the documents.

    python generate_tensorflow.py > tensorflow.json

TensorFlow is large, and so the environment that it needs (see README.md) is made by whoever changes this file; `generate_json.py` takes the
documents from `tensorflow.json`. Each has the recipe that wrote it, the tensor's dtype as NumPy spells it, its shape and its bytes.
"""

import json
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import tensorflow as tf  # noqa: E402 -- It prints to the terminal unless it is told before.

# Integers at the edges of each type and of float64, floats that are long in decimal.
TENSORS = [
    ("int32", [7, -7, 2147483647, -2147483648]),
    ("int64", [7, 9007199254740993, -9007199254740993, 9223372036854775807, -9223372036854775808]),
    ("uint8", [0, 255]),
    ("uint64", [18446744073709551615, 9007199254740993]),
    ("float32", [0.1, -0.0, 16777216.0, 1e-07, 3.4028234663852886e38]),
    ("float64", [0.1, 1e-07, 1e16, 5e-324, -0.0]),
]


def main():
    """Print the documents as one JSON list, a document a line."""
    documents = list(written())
    print("[\n" + ",\n".join(json.dumps(document) for document in documents) + "\n]")


def written():
    """Every tensor by every recipe that takes it."""
    for dtype, values in TENSORS:
        tensor = tf.constant(values, getattr(tf, dtype))
        is_integer = tensor.dtype.is_integer
        for index, scalar in enumerate(tensor):
            number = int(scalar) if is_integer else float(scalar)
            yield document("scalar-to-number", dtype, index, scalar, json.dumps(number))
            yield document("scalar-to-string", dtype, index, scalar, json.dumps(str(number)))
        yield document("list-of-strings", dtype, 0, tensor, json.dumps([str(value) for value in tensor.numpy().tolist()]))
        matrix = tf.stack([tensor, tensor])
        nested = [[str(value) for value in row] for row in matrix.numpy().tolist()]
        yield document("nested-strings", dtype, 0, matrix, json.dumps(nested))
        yield document("nested-numbers", dtype, 0, matrix, json.dumps(matrix.numpy().tolist()))


def document(recipe, dtype, index, tensor, text):
    """One document with what it was written from."""
    array = tensor.numpy()
    return {
        "id": f"{recipe}/{dtype}/{index}",
        "text": text,
        "dtype": array.dtype.str,
        "shape": list(array.shape),
        "hex": array.tobytes().hex(),
        "tensorflow": tf.__version__,
    }


if __name__ == "__main__":
    main()
