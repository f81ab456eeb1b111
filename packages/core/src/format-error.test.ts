import { expect, test } from "vitest";
import { FormatError } from "./format-error.js";

test("the message says where, what would do and what was there", () => {
	const error = new FormatError({
		code: "truncated",
		format: "npy",
		expected: "12 bytes",
		found: "3",
		offset: 8,
		path: "a.npy",
	});
	expect(error.message).toBe("npy in a.npy at offset 8: expected 12 bytes, found 3");
	expect(new FormatError({ code: "limit", format: "x", expected: "1", found: "2" }).message).toBe(
		"x: expected 1, found 2",
	);
});

test("it is an Error with a name that is not its own property, and carries its parts", () => {
	const cause = new Error("inner");
	const error = new FormatError({ code: "bad-dtype", format: "dtype", expected: "a", found: "b", offset: 0, cause });
	expect(error).toBeInstanceOf(Error);
	expect(error.name).toBe("FormatError");
	expect(Object.hasOwn(error, "name")).toBe(false);
	expect(String(error)).toMatch(/^FormatError: dtype at offset 0/);
	expect({ ...error }).toMatchObject({ code: "bad-dtype", format: "dtype", expected: "a", found: "b", offset: 0 });
	expect(error.cause).toBe(cause);
});

test("without a cause there is none to see", () => {
	expect(Object.hasOwn(new FormatError({ code: "limit", format: "x", expected: "1", found: "2" }), "cause")).toBe(
		false,
	);
});
