import { expect, test } from "vitest";

import { answer } from "../testing/answer.js";
import { summarize, type ReleaseCase, type ReleaseCases } from "../testing/release-cases.js";
import { believe } from "./believe.js";
import measured from "./cases/releases.json" with { type: "json" };

// What NumPy printed, release by release: scripts/measure-dtypes.ts writes it down.
const { releases, cases } = believe<ReleaseCases>(measured);
const names = Object.keys(releases);
const statements = [...new Set(cases.map(({ statement }) => statement))];

test.each(statements)("%s", (statement) => {
	const asked = cases
		.filter((one) => one.statement === statement)
		.flatMap((one) => releasesOf(one).map((numpy) => ({ one, numpy })));
	const theirs = asked.map(({ one, numpy }) => ({ numpy, question: one.question, answer: answerOf(one, numpy) }));
	const ours = asked.map(({ one: { question }, numpy }) => ({
		numpy,
		question,
		answer: summarize(answer(question, { numpy })),
	}));
	expect(ours).toEqual(theirs);
	expect(asked.length).toBeGreaterThan(0);
});

test.each(cases.filter(({ question }) => question.op !== "descr").map(({ question }) => question))(
	"without a release named, the newest one measured answers: %j",
	(question) => {
		expect(answer(question)).toEqual(answer(question, { numpy: names.at(-1) }));
	},
);

/** The releases that we follow. */
function releasesOf({ followed }: ReleaseCase): readonly string[] {
	return followed === undefined ? names : names.slice(names.indexOf(followed));
}

/** What the release said, or the one before it at which the answer last changed. */
function answerOf({ answers }: ReleaseCase, numpy: string): unknown {
	return answers[names.slice(0, names.indexOf(numpy) + 1).findLast((name) => name in answers) ?? ""];
}
