/** A string as Python's `json.dumps` writes it: everything beyond ASCII escaped, and DEL. */
export function quote(text: string): string {
	return JSON.stringify(text).replaceAll(/[\x7f-\uffff]/g, escapeUnit);
}

function escapeUnit(unit: string): string {
	return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
