import { expect, test } from "vitest";
import { parseCommand } from "./parse-command.js";

test.each([
	["python3 adapter.py", ["python3", "adapter.py"]],
	["  node   a.js  ", ["node", "a.js"]],
	['python3 "my adapter.py"', ["python3", "my adapter.py"]],
	["python3 'my adapter.py' --x='a b'", ["python3", "my adapter.py", "--x=a b"]],
	["/opt/my\\ tools/run it", ["/opt/my tools/run", "it"]],
	['say "a \\"quoted\\" word" \'and "this"\'', ["say", 'a "quoted" word', 'and "this"']],
	['run ""', ["run", ""]],
	["C:\\tools\\run.exe x", ["C:\\tools\\run.exe", "x"]],
])("%s", (command, [file, ...rest]) => {
	expect(parseCommand(command)).toEqual({ file, arguments: rest });
});

test.each(["", "   ", 'python3 "my adapter.py', "it's"])("%j is no command", (command) => {
	expect(() => parseCommand(command)).toThrow(TypeError);
});
