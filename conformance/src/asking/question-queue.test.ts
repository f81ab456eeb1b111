import { expect, test } from "vitest";
import { questionsOf, type Question } from "../questions/question.js";
import { toySuite } from "../testing/toy-suite.js";
import { QuestionQueue } from "./question-queue.js";

const suite = toySuite(["a", "b", "c"].map((name) => ({ name })));
const questions = questionsOf(suite.cases, suite);

test("questions come one by one, and are made only when they are wanted", () => {
	let made = 0;
	const queue = new QuestionQueue(counting(() => made++));
	expect([queue.next(), made]).toEqual([questions[0], 1]);
	expect([queue.next(), queue.next(), queue.next(), queue.next()]).toEqual([
		questions[1],
		questions[2],
		undefined,
		undefined,
	]);
	expect(made).toBe(3);
});

test("what is put back comes first, in its order, also after the last", () => {
	const queue = new QuestionQueue(questions);
	const [first, second] = [queue.next(), queue.next()].filter((each) => each !== undefined);
	queue.putBack([first, second].filter((each) => each !== undefined));
	expect([queue.next(), queue.next(), queue.next(), queue.next()]).toEqual([...questions, undefined]);
	queue.putBack(questions);
	expect(queue.next()).toBe(questions[0]);
});

test("a queue that was cleared is empty", () => {
	const queue = new QuestionQueue(questions);
	queue.putBack(questions);
	queue.clear();
	expect(queue.next()).toBeUndefined();
});

function* counting(note: () => void): Generator<Question> {
	for (const question of questions) {
		note();
		yield question;
	}
}
