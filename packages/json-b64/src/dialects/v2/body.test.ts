import { array, zeros } from "@ndwire/core";
import { describe, expect, test } from "vitest";
import { decodeV2Body, encodeV2Body } from "./body.js";

/** tritonclient 2.73.0: generate_request_body of two inputs with request_id "42". */
const twoInputs =
	'{"id":"42","inputs":[{"name":"input0","shape":[2,2],"datatype":"UINT32","parameters":{"binary_data_size":16}},' +
	'{"name":"input1","shape":[3],"datatype":"BOOL","parameters":{"binary_data_size":3}}],"parameters":{"binary_data_output":true}}' +
	"\x01\0\0\0\x02\0\0\0\x03\0\0\0\x04\0\0\0\x01\0\x01";
/** The same of a BYTES tensor of b"ab", "hé", b"" and b"\xff\0". */
const byteStrings =
	'{"inputs":[{"name":"s","shape":[4],"datatype":"BYTES","parameters":{"binary_data_size":23}}],"parameters":{"binary_data_output":true}}' +
	"\x02\0\0\0ab\x03\0\0\0h\xc3\xa9\0\0\0\0\x02\0\0\0\xff\0";

function bytesOf(text: string): Uint8Array {
	return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

describe("bodies that Triton's client made", () => {
	test("are read", () => {
		const { role, tensors, members } = decodeV2Body(bytesOf(twoInputs), { headerLength: 236 });
		expect(role).toBe("inputs");
		expect(members).toMatchObject({ id: "42", parameters: { binary_data_output: true } });
		expect(Array.from(tensors, ([name, tensor]) => [name, tensor.toList()])).toEqual([
			[
				"input0",
				[
					[1, 2],
					[3, 4],
				],
			],
			["input1", [true, false, true]],
		]);
	});

	test("are written", () => {
		const tensors = {
			input0: array(
				[
					[1, 2],
					[3, 4],
				],
				{ dtype: ">u4" },
			),
			input1: array([true, false, true], { dtype: "?" }),
		};
		const { body, headerLength, headers } = encodeV2Body(tensors, {
			members: { parameters: { binary_data_output: true }, id: "42" },
		});
		expect(body).toEqual(bytesOf(twoInputs));
		expect(headerLength).toBe(236);
		expect(headers).toEqual({ "Content-Type": "application/octet-stream", "Inference-Header-Content-Length": "236" });
	});

	test("BYTES are a length and so many bytes, text in UTF-8", () => {
		const strings = decodeV2Body(bytesOf(byteStrings)).tensors.get("s");
		expect(strings?.toList()).toEqual([bytesOf("ab"), bytesOf("h\xc3\xa9"), bytesOf(""), bytesOf("\xff\0")]);
		const mixed = array([bytesOf("ab"), "hé", "", bytesOf("\xff\0")], { dtype: "O" });
		const { body } = encodeV2Body({ s: mixed }, { members: { parameters: { binary_data_output: true } } });
		expect(body).toEqual(bytesOf(byteStrings));
		expect(encodeV2Body({ s: array([bytesOf("ab"), bytesOf("")], { dtype: "S3" }) }).body.slice(-10)).toEqual(
			bytesOf("\x02\0\0\0ab\0\0\0\0"),
		);
	});

	test("BF16 is the upper half of a float32", () => {
		const body =
			'{"inputs":[{"name":"x","shape":[3],"datatype":"BF16","parameters":{"binary_data_size":6}}]}\xc0\x3f\0\xc0\x62\x7f';
		const { tensors } = decodeV2Body(bytesOf(body));
		expect(tensors.get("x")?.toList()).toEqual([1.5, -2, 3.00405527047391e38]);
		expect(encodeV2Body(tensors).body).toEqual(bytesOf(body));
	});
});

test("binary tensors are views of the body", () => {
	const body = bytesOf(twoInputs);
	expect(decodeV2Body(body).tensors.get("input0")?.buffer).toBe(body.buffer);
});

test("binary and JSON tensors mix, in any memory layout", () => {
	const turned = array(
		[
			[1.5, 2.5, 3.5],
			[4.5, 5.5, 6.5],
		],
		{ dtype: ">f4" },
	).transpose();
	const { body, headerLength } = encodeV2Body(
		{ a: turned, b: array(["x"], { dtype: "O" }), c: turned },
		{ binary: ["c"], role: "outputs" },
	);
	expect(new TextDecoder().decode(body.subarray(0, headerLength))).toContain('"data":[1.5,4.5,2.5,5.5,3.5,6.5]}');
	const { role, tensors } = decodeV2Body(body);
	expect(role).toBe("outputs");
	expect(tensors.get("a")?.toList()).toEqual(turned.toList());
	expect(tensors.get("c")?.toList()).toEqual(turned.toList());
	expect(encodeV2Body({ a: turned }, { binary: false }).headers).toEqual({ "Content-Type": "application/json" });
});

test("an empty tensor has no bytes", () => {
	const { body } = encodeV2Body({ x: zeros([2, 0], { dtype: "<i8" }), y: zeros([0], { dtype: "O" }) });
	expect(decodeV2Body(body).tensors.get("x")).toMatchObject({ shape: [2, 0] });
});

describe("damaged bodies", () => {
	const whole = bytesOf(twoInputs);

	test("a body cut anywhere is refused, and so is a longer one", () => {
		for (let length = 0; length < whole.length; length += 1) {
			expect(() => decodeV2Body(whole.subarray(0, length))).toThrow(expect.objectContaining({ name: "FormatError" }));
		}
		expect(() => decodeV2Body(Uint8Array.from([...whole, 0]))).toThrow(
			expect.objectContaining({ code: "trailing-data" }),
		);
	});

	test.each([
		[bytesOf(twoInputs), { headerLength: 235 }, "truncated"],
		[bytesOf(twoInputs), { headerLength: 1e9 }, "truncated"],
		[bytesOf(twoInputs), { headerLength: -1 }, "truncated"],
		[bytesOf(twoInputs.replace('size":16', 'size":17').replace('size":3', 'size":2')), {}, "bad-length"],
		[bytesOf(twoInputs.replace('size":16', 'size":"16"')), {}, "bad-length"],
		[bytesOf(byteStrings.replace("\x03\0\0\0h", "\x04\0\0\0h")), {}, "truncated"],
		[bytesOf(byteStrings.replace('shape":[4]', 'shape":[3]')), {}, "bad-length"],
		[bytesOf(byteStrings.replace('shape":[4]', 'shape":[9007199254740991]')), {}, "truncated"],
		[bytesOf("nonsense"), {}, "bad-container"],
	])("%# is refused", (body, options, code) => {
		expect(() => decodeV2Body(body, options)).toThrow(expect.objectContaining({ code }));
	});
});
