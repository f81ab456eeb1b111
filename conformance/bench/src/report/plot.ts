// Vega-Lite: a picture as a description, drawn without a browser; the Vega project keeps both packages.
import { Error as errorsOnly, logger, parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { isMet, ratio } from "../results/ratio.js";
import type { Result, Results } from "../results/results.js";

/** The ratios of all results as an SVG: a point for each, a line from quartile to quartile, a tick for the target. */
export async function plotRatios({ results }: Results): Promise<string> {
	// It warns that facets with names of their own share their ratios' scale, which is what they are to do.
	const { spec } = compile(specification(results.map(valuesOf)), { logger: logger(errorsOnly) });
	const view = new View(parse(spec), { renderer: "none" });
	return `${await view.toSVG()}\n`;
}

interface Values {
	readonly area: string;
	readonly name: string;
	readonly low: number;
	readonly median: number;
	readonly high: number;
	readonly target: number | null;
	readonly state: "met" | "missed" | "no target";
}

function valuesOf(result: Result): Values {
	const { area, benchmark, size, target } = result;
	const rival = target?.of ?? "np";
	const { low, median, high } = ratio(result, "ours", rival) ?? { low: 1, median: 1, high: 1 };
	const state = ({ true: "met", false: "missed", undefined: "no target" } as const)[`${isMet(result)}`];
	const name = `${benchmark}, ${size}${rival === "np" ? "" : ` (${rival})`}`;
	return { area, name, low, median, high, target: target?.atMost ?? null, state };
}

function specification(values: readonly Values[]): TopLevelSpec {
	const y = { field: "name", type: "nominal", sort: null, title: null, axis: { labelLimit: 600, grid: true } } as const;
	const color = {
		field: "state",
		type: "nominal",
		title: "target",
		scale: { domain: ["met", "missed", "no target"], range: ["#2a7f4f", "#c0392b", "#555555"] },
	} as const;
	return {
		$schema: "https://vega.github.io/schema/vega-lite/v6.json",
		title: {
			text: "Our time as a multiple of NumPy's",
			subtitle: "left of 1 we are faster; (nh): NumPy without huge pages",
		},
		background: "white",
		data: { values: [...values] },
		facet: {
			row: {
				field: "area",
				type: "nominal",
				sort: null,
				title: null,
				header: { labelOrient: "top", labelAnchor: "start", labelFontWeight: "bold", labelPadding: 4 },
			},
		},
		resolve: { scale: { y: "independent" } },
		spec: {
			width: 520,
			height: { step: 16 },
			layer: [
				{ mark: { type: "rule", strokeDash: [3, 3], color: "#888888" }, encoding: { x: { datum: 1 } } },
				{
					mark: { type: "rule", strokeWidth: 3, opacity: 0.5 },
					encoding: { y, x: { field: "low", type: "quantitative" }, x2: { field: "high" }, color },
				},
				{
					mark: { type: "tick", thickness: 2, size: 12, color: "black" },
					encoding: { y, x: { field: "target", type: "quantitative" } },
				},
				{
					mark: { type: "point", filled: true, size: 50, opacity: 1 },
					encoding: {
						y,
						x: {
							field: "median",
							type: "quantitative",
							scale: { type: "log" },
							title: "ratio",
							axis: { labelExpr: "datum.label" },
						},
						color,
					},
				},
			],
		},
	};
}
