import { refuse, withPlace } from "../refuse.js";
import { asBytes } from "@ndwire/core";
import { findBuilder } from "../globals/allow-list.js";
import { python3Name } from "../globals/python2-names.js";
import { limitsFor, type PickleLimits } from "../limits.js";
import { Reader } from "../reading/reader.js";
import { opcodeList, type OpcodeArgument } from "./opcode-list.js";
import { ShadowStack } from "./shadow-stack.js";

export interface ScanPickleOptions {
	/** Byte at which the pickle begins. Default 0. */
	readonly offset?: number;
	/** As for `decodePickle`, but at most 5,000,000 opcodes by default, since each is listed. */
	readonly limits?: Partial<PickleLimits>;
}

/** What a pickle is made of. */
export interface PickleScan {
	/** What PROTO says; 0 where there is none. */
	readonly protocol: number;
	/** In order, STOP included: what `pickletools.genops` lists. */
	readonly opcodes: readonly ScannedOpcode[];
	/** Every global that is named, in order. */
	readonly globals: readonly ScannedGlobal[];
	/** Byte after STOP. */
	readonly end: number;
	/** Bytes after STOP: another pickle, or something hidden. */
	readonly trailing: number;
}

export interface ScannedOpcode {
	readonly offset: number;
	/** As `pickletools` has it: `"BININT1"`. */
	readonly name: string;
	/** `null` where the opcode has none; bytes are views on the pickle. Names of GLOBAL and INST are joined by a space. */
	readonly argument: OpcodeArgument;
}

export interface ScannedGlobal {
	readonly offset: number;
	/** As it stands in the pickle; undefined where it is put together on the stack or comes from the extension registry. */
	readonly module: string | undefined;
	readonly name: string | undefined;
	/** Whether `decodePickle` takes it without options: `refused` also for what cannot be told. */
	readonly verdict: "allowed" | "refused";
}

/**
 * What a pickle is made of, without building any of it: its opcodes, and the globals that it names with a verdict on each.
 *
 * An allowed global may still be called with arguments that are refused; only `decodePickle` can tell.
 *
 * @throws {FormatError} for bytes that are no opcodes, or end within one.
 * @throws {RangeError} for an offset outside of the bytes.
 */
export function scanPickle(source: ArrayBufferView | ArrayBufferLike, options: ScanPickleOptions = {}): PickleScan {
	const bytes = asBytes(source);
	const { offset = 0, limits } = options;
	const reader = new Reader(bytes, offset, limitsFor(bytes.length, { opcodes: 5e6, ...limits }));
	return withPlace(reader, () => scan(reader));
}

function scan(reader: Reader): PickleScan {
	const stack = new ShadowStack();
	const opcodes: ScannedOpcode[] = [];
	const globals: ScannedGlobal[] = [];
	let protocol = 0;
	for (let name = ""; name !== "STOP";) {
		const onStack = stack.topNames();
		const opcode = takeOpcode(reader, stack, opcodes.length);
		opcodes.push(opcode);
		name = opcode.name;
		if (name === "PROTO") protocol = Number(opcode.argument);
		const global = globalOf(opcode, onStack, protocol);
		if (global !== undefined) globals.push(global);
	}
	const { position: end, bytes } = reader;
	return { protocol, opcodes, globals, end, trailing: bytes.length - end };
}

function takeOpcode(reader: Reader, stack: ShadowStack, count: number): ScannedOpcode {
	if (!(count < reader.limits.opcodes)) refuse("limit", `at most ${reader.limits.opcodes} opcodes`, "more");
	const number = reader.next();
	const info = opcodeList[reader.bytes[reader.opcodeOffset] ?? 0];
	if (info === undefined) reader.refuseOpcode();
	const argument = info.read(reader, number);
	stack.follow(info, argument);
	return { offset: reader.opcodeOffset, name: info.name, argument };
}

function globalOf(
	{ offset, name: opcode, argument }: ScannedOpcode,
	onStack: ReturnType<ShadowStack["topNames"]>,
	protocol: number,
): ScannedGlobal | undefined {
	switch (opcode) {
		case "GLOBAL":
		case "INST": {
			// Neither a line's module nor its name has the end of a line in it, but a module may have a space.
			const [module = "", name = ""] = splitNames(String(argument));
			return { offset, module, name, verdict: verdictOn(module, name, protocol) };
		}
		case "STACK_GLOBAL": {
			const [module, name] = onStack;
			const isKnown = module !== undefined && name !== undefined;
			return { offset, module, name, verdict: isKnown ? verdictOn(module, name, protocol) : "refused" };
		}
		case "EXT1":
		case "EXT2":
		case "EXT4":
			return { offset, module: undefined, name: undefined, verdict: "refused" };
		default:
			return undefined;
	}
}

function splitNames(names: string): readonly string[] {
	const space = names.lastIndexOf(" ");
	return [names.slice(0, space), names.slice(space + 1)];
}

function verdictOn(module: string, name: string, protocol: number): ScannedGlobal["verdict"] {
	const [newModule, newName] = protocol < 3 ? python3Name(module, name) : [module, name];
	return findBuilder(newModule, newName) === undefined ? "refused" : "allowed";
}
