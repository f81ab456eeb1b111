import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import type { RequestListener, ServerResponse } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { array } from "@ndwire/core";
import { encodeNpy } from "@ndwire/npy";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { chromiumProgram, launchChromium } from "./pages/chromium.js";
import { importMap } from "./pages/import-map.js";
import { answerPage, serve } from "./pages/serve.js";
import { blocksOf } from "./readme/blocks.js";
import { $, root } from "./shell.js";
import { temporaryFolder } from "./testing/temporary-folder.js";

const readme = readFileSync(join(root, "packages/npy/README.md"), "utf8");
const ramp = encodeNpy(
	array(
		[
			[0, 1, 2],
			[3, 4, 5],
		],
		{ dtype: "<f8" },
	),
);

describe.skipIf(chromiumProgram === undefined)("pages in Chromium (skipped where it is not installed)", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium(chromiumProgram ?? "");
	}, 60_000);
	afterAll(() => browser.close());

	test("the example with a file that the user chooses reads its header and two rows", async () => {
		const page = await show(blockWith("<input"));
		await page.setInputFiles("input", { name: "ramp.npy", mimeType: "", buffer: Buffer.from(ramp) });
		await expect.poll(() => page.textContent("output")).toBe("2 × 3: [[0,1,2],[3,4,5]]");
	});

	test("the example with fetch and range requests reads everything, and a row", async () => {
		const page = await show(blockWith("<progress"));
		await expect.poll(() => page.textContent("output")).toBe("5, [[3,4,5]]");
		expect(await page.getAttribute("progress", "value")).toBe("1");
	});

	test("a server of another origin that exposes no headers is read by ranges, without asking for permission", async () => {
		const asked: string[] = [];
		const large = encodeNpy(array([Array.from({ length: 1000 }, (_, i) => i)], { dtype: "<f8" }));
		const other = await serve((request, response) => {
			const { range } = request.headers;
			asked.push(`${request.method} ${range}`);
			response.setHeader("access-control-allow-origin", "*");
			response.setHeader("last-modified", "Wed, 25 Nov 2026 10:00:00 GMT");
			sendRange(large, range, response);
		});
		const page = await show(`<output></output><script type="module">
			import { fromUrl } from "@ndwire/core/source";
			import { openNpy } from "@ndwire/npy";
			const npy = await openNpy(await fromUrl(new URL("${other}/ramp.npy")));
			const read = await npy.slice(0, [500, 503]).read();
			document.querySelector("output").textContent = JSON.stringify(read.toList());
		</script>`);
		await expect.poll(() => page.textContent("output")).toBe("[500,501,502]");
		expect(asked).toEqual(["GET bytes=0-1023", `GET bytes=${128 + 4000}-${128 + 4023}`]);
	});

	/** Shows a page as its server would have it, and fails if it has an error. */
	async function show(html: string): Promise<Page> {
		const base = await serve(answerFor(html));
		const page = await browser.newPage();
		onTestFinished(() => page.close());
		page.on("pageerror", (error) => {
			throw error;
		});
		await page.goto(`${base}/`);
		return page;
	}
});

function answerFor(html: string): RequestListener {
	return answerPage(html, (request, response) => {
		if (request.url === "/ramp.npy") sendRange(ramp, request.headers.range, response);
		else response.writeHead(404).end();
	});
}

function sendRange(bytes: Uint8Array, range: string | undefined, response: ServerResponse): void {
	const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? "") ?? [];
	if (first === undefined) {
		response.setHeader("content-length", bytes.length).end(bytes);
		return;
	}
	const [start, end] = [Number(first), Math.min(Number(last) + 1, bytes.length)];
	response.writeHead(206, { "content-range": `bytes ${start}-${end - 1}/${bytes.length}` });
	response.end(bytes.subarray(start, end));
}

const deno = join(root, "node_modules/.bin/deno");

test("the example for Deno prints in Deno what stands beside it", async () => {
	const code = blocksOf(readme, "ts deno").join("\n");
	const folder = temporaryFolder({
		"example.ts": code,
		"deno.json": importMap(pathToFileURL(root).href.replace(/\/$/, "")),
	});
	await writeFile(join(folder, "ramp.npy"), ramp);
	const { stdout } = await $({
		cwd: folder,
	})`${deno} run --no-remote --allow-read --allow-net ${join(folder, "example.ts")}`;
	const claimed = Array.from(code.matchAll(/^console\.log\(.+\); \/\/ (.+)$/gm), ([, printed]) => printed);
	expect(stdout.trim().split("\n")).toEqual(claimed);
	expect(claimed).toHaveLength(2);
});

function blockWith(text: string): string {
	return blocksOf(readme, "html").find((block) => block.includes(text)) ?? "";
}
