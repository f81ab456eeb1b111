#!/usr/bin/env node
const [command, ...rest] = process.argv.slice(2);

// Adapters are started by the thousand and on older releases of Node than the runner: `serve` loads nothing of it.
if (command === "serve") await (await import("./serve/main.js")).main(rest);
else await (await import("./cli/main.js")).main(process.argv);
