import type { Adapter, EncodeRequest, Nv1, RunAnswer, RunRequest, Value } from "../src/protocol/messages.js";

/** A codec with one deliberate fault: the suite has to find it. */
export interface Mutant {
	/** The fault, as a fact about the codec. */
	readonly about: string;
	/** The profile whose promise it breaks, without its release. */
	readonly profile: string;
	/** Puts the fault around an adapter. */
	wrap(adapter: Adapter): Adapter;
}

/** Where a mutant reaches in. What is absent stays as it is. */
export interface Fault {
	readonly about: string;
	readonly profile: string;
	/** Changes an array that was decoded. */
	readonly decoded?: (array: Nv1) => Nv1;
	/** Changes whatever was decoded. */
	readonly decodedValue?: (value: Value) => Value;
	/** Changes an array before it is encoded. */
	readonly encoded?: (array: Nv1) => Nv1;
	/** Changes a request before it is answered. */
	readonly asked?: (request: RunRequest) => RunRequest;
	/** Looks at an answer, and may ask for something else instead. */
	readonly answered?: (answer: RunAnswer, request: RunRequest, ask: Adapter["run"]) => RunAnswer | Promise<RunAnswer>;
}

/** A mutant that behaves like the adapter that it wraps, but for one fault. */
export function mutant(fault: Fault): Mutant {
	return {
		about: fault.about,
		profile: fault.profile,
		wrap: (adapter) => ({
			hello: adapter.hello,
			async run(request) {
				const asked = changeRequest(request, fault);
				const answer = await adapter.run(asked);
				const changed = (await fault.answered?.(answer, asked, (again) => adapter.run(again))) ?? answer;
				return changeAnswer(changed, fault);
			},
		}),
	};
}

function changeRequest(request: RunRequest, { asked, encoded }: Fault): RunRequest {
	const changed = asked?.(request) ?? request;
	if (encoded === undefined || changed.op !== "encode") return changed;
	return { ...changed, value: changeValue(changed.value, encoded) } satisfies EncodeRequest;
}

function changeAnswer(answer: RunAnswer, { decoded, decodedValue }: Fault): RunAnswer {
	if (!("ok" in answer) || !("value" in answer.ok)) return answer;
	const value = decoded === undefined ? answer.ok.value : changeValue(answer.ok.value, decoded);
	return { ok: { value: decodedValue === undefined ? value : decodedValue(value) } };
}

function changeValue(value: Value, change: (array: Nv1) => Nv1): Value {
	return "t" in value ? value : change(value);
}
