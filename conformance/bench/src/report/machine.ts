import { readFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { SubjectProcess } from "../measuring/subject-process.js";
import type { Machine } from "../results/results.js";

/** The machine and the versions of all that runs on it. */
export async function describeMachine(python: string): Promise<Machine> {
	const subject = SubjectProcess.numpy(python);
	const about = await subject.ask({ about: true }, z.object({ python: z.string(), numpy: z.string() }));
	subject.stop();
	return {
		processor: cpus()[0]?.model ?? "unknown",
		cores: cpus().length,
		memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
		system: `${process.platform} ${release()}, ${process.arch}`,
		hugePages: hugePages(),
		versions: {
			Node: process.versions.node,
			V8: process.versions.v8,
			Python: about.python,
			NumPy: about.numpy,
			...peerVersions(),
		},
	};
}

const hugePagesFile = "/sys/kernel/mm/transparent_hugepage/enabled";

/** Whether the system gives them to programs that ask (`madvise`), to all, or to none. */
function hugePages(): string {
	try {
		return /\[(\w+)\]/.exec(readFileSync(hugePagesFile, "utf8"))?.[1] ?? "unknown";
	} catch {
		return "unknown";
	}
}

/** Versions are pinned exactly, so that the manifest tells them. */
function peerVersions(): Record<string, string> {
	const manifest = fileURLToPath(new URL("../../package.json", import.meta.url));
	const { devDependencies } = z
		.object({ devDependencies: z.record(z.string(), z.string()) })
		.parse(JSON.parse(readFileSync(manifest, "utf8")));
	const entries = Object.entries(devDependencies);
	return Object.fromEntries(entries.filter(([name]) => !/^@(?:ndwire|types)\//.test(name) && !tools.includes(name)));
}

const tools: readonly string[] = ["vega", "vega-lite", "zod"];
