import { array } from "@ndwire/core";
import { encodeJson, type DialectName } from "@ndwire/json-b64";
import { encodeNpy } from "@ndwire/npy";
import { expect, onTestFinished, test } from "vitest";
import { chromiumProgram, launchChromium } from "./pages/chromium.js";
import { answerPage, serve } from "./pages/serve.js";

/** Every dialect that writes one array; its own text of it, and what it has to be told. */
const arrayDialects = [
	"triple-list",
	"ndarray-dict-b64",
	"json-numpy",
	"json-tricks",
	"json-tricks-compact",
	"plotly",
	"bokeh",
	"npy-latin1",
	"npy-b64",
	"json-tolist",
	"json-strings",
	"tfserving-instances",
	"tfserving-inputs",
] as const satisfies readonly DialectName[];

const values = [
	[1.5, -0.1, 3],
	[1e-7, 5e20, -2],
];

/** pickle.dumps([1, 2], 4).decode("latin-1"), and its base64. */
const pickled = "\u0080\u0004\u0095\t\u0000\u0000\u0000\u0000\u0000\u0000\u0000]\u0094(K\u0001K\u0002e.";

test.skipIf(chromiumProgram === undefined)(
	"every dialect reads and writes in Chromium what it does in Node, without anything of Node's (skipped where Chromium is not installed)",
	async () => {
		const browser = await launchChromium(chromiumProgram ?? "");
		onTestFinished(() => browser.close());
		const page = await browser.newPage();
		const failures: string[] = [];
		page.on("pageerror", ({ message }) => failures.push(message));
		await page.goto(await serve(answerPage(`<output></output><script type="module">${script()}</script>`)));
		await expect.poll(async () => [await page.textContent("output"), ...failures]).not.toEqual([""]);
		expect(failures).toEqual([]);
		const found: unknown = JSON.parse((await page.textContent("output")) ?? "");
		const matrix = array(values, { dtype: "<f8" });
		expect(found).toEqual({
			globals: ["undefined", "undefined"],
			documents: arrayDialects.map((dialect) => [dialect, encodeJson(matrix, { dialect, encodeNpy }), values]),
			pickles: [
				[1, 2],
				[1, 2],
			],
			v2: [encodeJson({ x: matrix }, { dialect: "v2-json" }), values, values],
			numbers: ["9007199254740993", "9007199254740993"],
		});
	},
	60_000,
);

/** What the page does, and writes into its output. */
function script(): string {
	return `
		import { array } from "@ndwire/core";
		import { decodeJson, decodeNumbers, decodeV2Body, encodeJson, encodeNumbers, encodeV2Body, readNumbers } from "@ndwire/json-b64";
		import { decodeNpy, encodeNpy } from "@ndwire/npy";
		import { decodePickleAt } from "@ndwire/pickle-reader";
		const matrix = array(${JSON.stringify(values)}, { dtype: "<f8" });
		const documents = ${JSON.stringify(arrayDialects)}.map((dialect) => {
			const text = encodeJson(matrix, { dialect, encodeNpy });
			return [dialect, text, decodeJson(text, { dialect, decodeNpy, dtype: "<f8" }).toList()];
		});
		const pickled = ${JSON.stringify(pickled)};
		const pickles = [["pickle-latin1", pickled], ["pickle-b64", btoa(pickled)]].map(([dialect, text]) =>
			decodeJson(JSON.stringify(text), { dialect, decodePickle: decodePickleAt }));
		const v2 = encodeJson({ x: matrix }, { dialect: "v2-json" });
		const body = new Response(encodeV2Body({ x: matrix }).body);
		const numbers = await readNumbers(new Response("[9007199254740993]").body, { dtype: "<i8" });
		const result = {
			globals: [typeof Buffer, typeof process],
			documents,
			pickles,
			v2: [
				v2,
				decodeJson(v2).get("x").toList(),
				decodeV2Body(new Uint8Array(await body.arrayBuffer())).tensors.get("x").toList(),
			],
			numbers: [String(numbers.get(0)), encodeNumbers(decodeNumbers('"9007199254740993"', { dtype: "<i8" }))],
		};
		document.querySelector("output").textContent = JSON.stringify(result);
	`;
}
