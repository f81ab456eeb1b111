import type { OpcodeArgument, OpcodeInfo } from "./opcode-list.js";

/** What is known of a value on the stack: its text, if it is some, or nothing. */
type Shadow = string | undefined;
const MARK: unique symbol = /* @__PURE__ */ Symbol("mark");

/**
 * The stack and the memo as far as they matter for names: which text lies where. It follows a pickle without building
 * anything, and forgives what no machine would, so that nothing hides behind an error.
 */
export class ShadowStack {
	readonly #stack: (Shadow | typeof MARK)[] = [];
	readonly #memo = new Map<number, Shadow>();

	/** Module and name that STACK_GLOBAL would take; undefined where they are not text that stands in the pickle. */
	topNames(): readonly [module: Shadow, name: Shadow] {
		return [asText(this.#stack.at(-2)), asText(this.#stack.at(-1))];
	}

	follow({ name, pops, below = 0, pushes }: OpcodeInfo, argument: OpcodeArgument): void {
		switch (name) {
			case "MARK":
				this.#stack.push(MARK);
				return;
			case "DUP":
				this.#stack.push(asText(this.#stack.at(-1)));
				return;
			case "MEMOIZE":
				this.#memo.set(this.#memo.size, asText(this.#stack.at(-1)));
				return;
			case "PUT":
			case "BINPUT":
			case "LONG_BINPUT":
				this.#memo.set(Number(argument), asText(this.#stack.at(-1)));
				return;
			case "GET":
			case "BINGET":
			case "LONG_BINGET":
				this.#stack.push(this.#memo.get(Number(argument)));
				return;
			case "PROTO":
			case "FRAME":
				return;
		}
		this.#pop(pops, below);
		// Only the opcodes of strings push text; what GLOBAL has is a name.
		const isText = typeof argument === "string" && /STRING|UNICODE/.test(name);
		for (let count = 0; count < pushes; count += 1) this.#stack.push(isText ? argument : undefined);
	}

	#pop(pops: number | "mark", below: number): void {
		if (pops === "mark") {
			const mark = this.#stack.lastIndexOf(MARK);
			this.#stack.splice(Math.max(0, mark - below));
		} else this.#stack.splice(Math.max(0, this.#stack.length - pops));
	}
}

function asText(shadow: Shadow | typeof MARK): Shadow {
	return shadow === MARK ? undefined : shadow;
}
