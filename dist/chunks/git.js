import { N as ServiceError, P as UserError } from "./core.js";
import { devNull } from "node:os";
import { execFile } from "node:child_process";
// packages/versions/checkout/git.ts
const MISLEADING = new Set([
	"GIT_DIR",
	"GIT_WORK_TREE",
	"GIT_COMMON_DIR",
	"GIT_INDEX_FILE",
	"GIT_OBJECT_DIRECTORY",
	"GIT_ALTERNATE_OBJECT_DIRECTORIES",
	"GIT_NAMESPACE",
	"GIT_SHALLOW_FILE",
	"GIT_GRAFT_FILE"
]);
var Git = class {
	directory;
	#environment;
	#signal;
	constructor(directory, { environment, signal }) {
		this.directory = directory;
		this.#signal = signal;
		this.#environment = {
			...Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value === void 0 || MISLEADING.has(name) ? [] : [[name, value]])),
			GIT_TERMINAL_PROMPT: "0",
			GIT_NO_REPLACE_OBJECTS: "1",
			LC_ALL: "C"
		};
	}
	run(args, input = "") {
		let env = args[0] === "push" ? this.#environment : {
			...this.#environment,
			GIT_NO_LAZY_FETCH: "1"
		};
		let guarded = [
			"-c",
			`core.hooksPath=${devNull}`,
			"-c",
			"core.fsmonitor=false",
			...args
		];
		return new Promise((resolve, reject) => {
			let child = execFile("git", guarded, {
				cwd: this.directory,
				env,
				maxBuffer: 1024 ** 3,
				timeout: 3e5,
				...this.#signal !== void 0 && { signal: this.#signal }
			}, (error, stdout, stderr) => {
				if (error === null) return resolve({
					code: 0,
					stdout,
					stderr: withoutCredentials(stderr)
				});
				if (typeof error.code == "number") return resolve({
					code: error.code,
					stdout,
					stderr: withoutCredentials(stderr)
				});
				if (error.code === "ENOENT") return reject(new UserError("Input “path” needs git, and there is none on this machine.", { advice: "Install git, or leave “path” out: the API needs no git." }));
				if (error.killed === !0) return reject(new ServiceError(`git ${args[0]} did not end in time.`, { advice: "Run again." }));
				reject(error);
			});
			child.stdin?.on("error", () => void 0);
			child.stdin?.end(input);
		});
	}
	async read(args, input = "") {
		let { code, stdout, stderr } = await this.run(args, input);
		if (code === 0) return stdout;
		throw new UserError(`git ${args[0]} failed in ${this.directory}: ${lastLine(stderr)}.`, { advice: "Look at the checkout, or check the repository out again." });
	}
};
function lastLine(stderr) {
	let lines = stderr.split(/\r?\n/).filter((line) => line.trim() !== "");
	return (lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines.at(-1) ?? "no reason given").replace(/^(?:fatal|error): /, "").replace(/\.$/, "");
}
function withoutCredentials(text) {
	return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi, "$1");
}
export { lastLine as n, Git as t };
