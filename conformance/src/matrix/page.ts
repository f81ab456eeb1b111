/** A page that needs nothing but itself: no script, no font, no picture from elsewhere. */
export function formatPage(title: string, about: string, body: readonly string[]): string {
	return [
		"<!doctype html>",
		'<html lang="en">',
		'<meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width">',
		`<title>${escapeHtml(title)}</title>`,
		`<style>${style}</style>`,
		`<main><h1>${escapeHtml(title)}</h1>`,
		`<p>${escapeHtml(about)}</p>`,
		...body,
		"</main>",
		"",
	].join("\n");
}

/** Text between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
	return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** Colours of levels and scores hold in light and in dark, and never say anything that the text does not. */
const style = `
:root { color-scheme: light dark; --line: #8884; --soft: #8882; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 76rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p { max-width: 46rem; margin: .25rem 0 1rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .6rem; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; }
code { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
.level { display: inline-block; min-width: 2.2em; text-align: center; border-radius: .3em; font-weight: 600; color: #fff; }
.L1 { background: #5b7083; } .L2 { background: #2f6f9f; } .L3 { background: #b0531b; } .L4 { background: #a3213a; } .unknown { background: #666; }
.grid td, .grid thead th { padding: .1rem .3rem; font-size: 12px; text-align: center; border: 1px solid var(--soft); }
.grid tbody th { font-size: 12px; white-space: nowrap; text-align: right; }
.grid thead th { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; text-align: left; padding: .4rem .1rem; }
.runs { display: flex; gap: 3px; margin: .25rem 0 .75rem; }
.runs span { padding: .2rem .5rem; background: var(--soft); border-left: 4px solid #2f6f9f; min-width: 3.5rem; }
.runs small { display: block; opacity: .75; }
details { margin: .2rem 0; } summary { cursor: pointer; }
`;
