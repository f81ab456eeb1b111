// oxlint-disable-next-line import/no-unassigned-import -- It registers itself.
import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";
import { array } from "../array/create.js";
import { astype } from "../array/astype/astype.js";
import { fromBuffer } from "../array/from-buffer.js";
import { trickySingles } from "../testing/tricky-floats.js";

// It would print an advertisement for its native backend.
tf.enableProdMode();

const singles = fromBuffer(trickySingles(), { dtype: "<f4", shape: [2, 3] });

test("a float32 array becomes a tensor over the same memory, and the tensor's data an array", () => {
	const tensor = tf.tensor(singles.toTypedArray(), [...singles.shape]);
	const data = tensor.dataSync<"float32">();
	expect(data.buffer).toBe(singles.buffer);
	const back = fromBuffer(data, { dtype: "<f4", shape: tensor.shape });
	expect(back.shape).toEqual([2, 3]);
	expect(back.toBytes()).toEqual(singles.toBytes());
});

test("a transposed array is copied into a tensor of its shape, bit for bit", () => {
	const turned = singles.transpose();
	const tensor = tf.tensor(turned.toTypedArray(), [...turned.shape]);
	expect(tensor.shape).toEqual([3, 2]);
	expect(fromBuffer(tensor.dataSync<"float32">(), { dtype: "<f4" }).toBytes()).toEqual(turned.toBytes());
});

test("int32 tensors share memory", () => {
	const values = array([[-(2 ** 31), 2 ** 31 - 1]], { dtype: "<i4" });
	const tensor = tf.tensor(values.toTypedArray(), [1, 2]);
	const data = tensor.dataSync<"int32">();
	expect(data.buffer).toBe(values.buffer);
	expect(fromBuffer(data, { dtype: "<i4", shape: tensor.shape }).toBytes()).toEqual(values.toBytes());
});

test("booleans are copied: tensors keep bytes of their own", () => {
	const values = array([true, false], { dtype: "?" });
	const data = tf.tensor(values.toTypedArray(), [2], "bool").dataSync<"bool">();
	expect(data.buffer).not.toBe(values.buffer);
	expect(fromBuffer(data, { dtype: "?" }).toBytes()).toEqual(values.toBytes());
});

test("float64 has no tensors: astype says which numbers float32 holds", () => {
	const tensor = tf.tensor(astype(array([1.5, -0], { dtype: "<f8" }), "<f4").toTypedArray());
	expect(Array.from(tensor.dataSync())).toEqual([1.5, -0]);
	expect(() => astype(array([1e300], { dtype: "<f8" }), "<f4")).toThrow(RangeError);
});

test("what TensorFlow computes is read as an array", async () => {
	const product = tf.matMul(tf.tensor2d([[1, 2]]), tf.tensor2d([[3], [4]]));
	expect(fromBuffer(await product.data(), { dtype: "<f4", shape: product.shape }).toList()).toEqual([[11]]);
});
