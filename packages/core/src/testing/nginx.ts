import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A running nginx that serves the files of a folder of its own. */
export interface Nginx {
	readonly folder: string;
	readonly url: URL;
	stop(): Promise<void>;
}

/** The program, where it is installed. Debian keeps it where only root looks. */
export const nginxProgram: string | undefined = ["nginx", "/usr/sbin/nginx"].find(
	(program) => spawnSync(program, ["-v"]).error === undefined,
);

/** Starts nginx on a free port. `location` is added to the configuration of its one location. */
export async function startNginx(program: string, location: string = ""): Promise<Nginx> {
	const folder = await mkdtemp(join(tmpdir(), "ndwire-nginx-"));
	const port = await freePort();
	await writeFile(join(folder, "nginx.conf"), configuration(folder, port, location));
	const server = spawn(program, ["-p", folder, "-c", "nginx.conf", "-e", "stderr"], {
		stdio: ["ignore", "ignore", "inherit"],
	});
	const ended = once(server, "exit");
	const url = new URL(`http://127.0.0.1:${port}/`);
	await answering(url, ended);
	return {
		folder,
		url,
		stop: async () => {
			server.kill();
			await ended;
			await rm(folder, { recursive: true });
		},
	};
}

function configuration(folder: string, port: number, location: string): string {
	const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
		(of) => `${of}_temp_path ${folder}/${of};`,
	);
	return `daemon off; master_process off; pid ${folder}/nginx.pid;
events { worker_connections 64; }
http {
	access_log off; error_log stderr crit; ${temporary.join(" ")}
	server { listen 127.0.0.1:${port}; root ${folder}; location / { ${location} } }
}`;
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	await once(server, "close");
	if (address === null || typeof address === "string") throw new Error("no port was given");
	return address.port;
}

async function answering(url: URL, ended: Promise<unknown>): Promise<void> {
	const hasEnded = ended.then(() => true);
	for (;;) {
		try {
			await (await fetch(url)).body?.cancel();
			return;
		} catch (cause) {
			const gaveUp = await Promise.race([hasEnded, sleep(20).then(() => false)]);
			if (gaveUp) throw new Error("nginx did not start", { cause });
		}
	}
}
