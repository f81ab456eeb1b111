/**
 * One line of `suite/blobs/<format>.jsonl`. Lines are sorted by digest, and each digest occurs once.
 *
 * A blob is either bytes of the format or the UTF-8 JSON of a value.
 */
export interface BlobLine {
	/** 64 lower-case hex digits: SHA-256 of the content. */
	readonly sha256: string;
	/** The content, base64 with padding. */
	readonly b64: string;
}
