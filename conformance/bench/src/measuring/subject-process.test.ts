import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { SubjectProcess } from "./subject-process.js";

test("a subject that fails says why, and lives on", async () => {
	const subject = SubjectProcess.javascript();
	onTestFinished(() => subject.stop());
	const request = { area: "core", benchmark: "nothing", subject: "ours", n: 1, file: null };
	await expect(subject.ask(request, z.object({}))).rejects.toThrow("no benchmark of core is called nothing");
	await expect(subject.ask({ time: 1 }, z.object({}))).rejects.toThrow("nothing was made ready");
});

test("a program that is not there, or has ended, answers with an error", async () => {
	const subject = SubjectProcess.numpy("/nowhere/python");
	await expect(subject.ask({ about: true }, z.object({}))).rejects.toThrow("/nowhere/python has ended");
	await expect(subject.ask({ about: true }, z.object({}))).rejects.toThrow("has ended");
});
