import type { HelloAnswer } from "../protocol/messages.js";
import type { Question } from "../questions/question.js";

/** Why an adapter declares that it does not do what is asked; undefined if it claims to do it. */
export function declaredUnsupported({ caps }: HelloAnswer, { case: each, operation }: Question): string | undefined {
	const format = Object.hasOwn(caps, each.format) ? caps[each.format] : undefined;
	if (format === undefined) return `the format ${each.format} is not in caps`;
	if (!format.ops.includes(operation)) return `${each.format} does not declare ${operation}`;
	const { features, lacks = [] } = format;
	const missing = each.features.find(
		(feature) => lacks.includes(feature) || (features !== undefined && !features.includes(feature)),
	);
	return missing === undefined ? undefined : `${each.format} does not declare ${missing}`;
}
