/** By what a server tells one state of a file from another. */
export interface Edition {
	readonly etag: string | null;
	readonly lastModified: string | null;
	/** What `If-Range` takes: a strong ETag, else the date. */
	readonly ifRange: string | null;
}

/** Which state of the file a response is about. */
export function editionOf({ headers, type }: Response): Edition {
	const [etag, lastModified] = [headers.get("etag"), headers.get("last-modified")];
	const strong = etag?.startsWith("W/") === true ? null : etag;
	// Browsers ask other origins for permission to send If-Range, which few give.
	return { etag, lastModified, ifRange: type === "cors" ? null : (strong ?? lastModified) };
}

/** Whether two responses are about different states of the file, as far as both tell. */
export function differs(one: Edition, other: Edition): boolean {
	return isOther(one.etag, other.etag) || isOther(one.lastModified, other.lastModified);
}

function isOther(one: string | null, other: string | null): boolean {
	return one !== null && other !== null && one !== other;
}
