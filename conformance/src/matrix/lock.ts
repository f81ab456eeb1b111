import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pythonFolder } from "../fixtures/recipe.js";
import { readArray, readObject, readString } from "../protocol/fields.js";
import { member, parseJson, type JsonObject } from "../protocol/json.js";
import { writeWhole } from "../report/write-file.js";
import { compareReleases } from "./cell-name.js";

/** A NumPy on a Python, both exact. */
export interface Cell {
	readonly numpy: string;
	readonly python: string;
}

/** A cell with what has to be installed for it. */
export interface LockedCell extends Cell {
	/** SHA-256 of NumPy's wheel, by platform as cells name it: `linux-x64`. */
	readonly wheels: { readonly [platform: string]: string };
}

export interface Lock {
	/** One axis moves from a cell to its neighbours: NumPy's releases on one Python, Python's under one NumPy. */
	readonly cells: readonly LockedCell[];
	/** Pythons that belong here and of which there is no cell yet. */
	readonly awaited: readonly { readonly python: string; readonly why: string }[];
}

/** Where the cells of this repository are locked. */
export const lockFile: string = join(pythonFolder, "cells.json");

/** The cells of this repository. @throws {FormError} */
export function readLock(file: string = lockFile): Lock {
	const object = readObject(parseJson(readFileSync(file, "utf8")), "");
	return {
		cells: readArray(member(object, "cells"), "cells").map((json) => parseCell(readObject(json, "cells"))),
		awaited: readArray(member(object, "awaited"), "awaited").map((json) => {
			const each = readObject(json, "awaited");
			return { python: readString(each, "python", "awaited"), why: readString(each, "why", "awaited") };
		}),
	};
}

/** Adds a cell to a lock, or a platform to a cell that is there. What has one member stays in its line. */
export function addToLock(cell: LockedCell, file: string = lockFile): void {
	const { cells, awaited } = readLock(file);
	const isSame = (each: Cell): boolean => each.numpy === cell.numpy && each.python === cell.python;
	const merged = { ...cell, wheels: { ...cells.find(isSame)?.wheels, ...cell.wheels } };
	const sorted = [...cells.filter((each) => !isSame(each)), merged].toSorted(
		(left, right) => compareReleases(left.numpy, right.numpy) || compareReleases(left.python, right.python),
	);
	const text = JSON.stringify({ cells: sorted, awaited }, undefined, "\t");
	writeWhole(file, `${text.replace(/\{\s+("[^"]+": "[^"]+")\s+\}/g, "{ $1 }")}\n`);
}

function parseCell(object: JsonObject): LockedCell {
	const wheels = readObject(member(object, "wheels"), "wheels");
	return {
		numpy: readString(object, "numpy", "cells"),
		python: readString(object, "python", "cells"),
		wheels: Object.fromEntries(
			Object.keys(wheels).map((platform) => [platform, readString(wheels, platform, "wheels")]),
		),
	};
}
