import { n as __exportAll } from "./rolldown-runtime.js";
import { A as ServiceError, C as list, E as paragraph, S as link, g as contentDigest, h as Workspace, j as UserError, t as pLimit, v as code } from "./core.js";
import { createHash } from "node:crypto";
import { lstat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { createGunzip } from "node:zlib";
import { stripVTControlCharacters } from "node:util";
import { Readable } from "node:stream";
// packages/github/repository.ts
function parseRepository(text, what) {
	const [, owner, repo] = /^([A-Za-z0-9](?:[A-Za-z0-9-]{0,38})?)\/([\w.-]{1,100})$/.exec(text.trim()) ?? [];
	if (owner === void 0 || repo === void 0 || repo === "." || repo === "..") throw new UserError(`${what}: “${text.trim()}” is no repository.`, { advice: "Write OWNER/NAME, for example “project-codeflare/codeflare-operator”." });
	return {
		owner,
		repo
	};
}
function fullName({ owner, repo }) {
	return `${owner}/${repo}`;
}
async function getRepository(github, { owner, repo }) {
	const { data } = await github.request("GET /repos/{owner}/{repo}", {
		owner,
		repo
	});
	const allowed = {
		merge: data.allow_merge_commit,
		squash: data.allow_squash_merge,
		rebase: data.allow_rebase_merge
	};
	return {
		owner: data.owner.login,
		repo: data.name,
		defaultBranch: data.default_branch,
		url: data.html_url.replace(/\/+$/, ""),
		parent: data.parent?.full_name ?? null,
		mergeMethods: new Set([
			"merge",
			"squash",
			"rebase"
		].filter((method) => allowed[method] !== false))
	};
}
// packages/github/contents.ts
async function listFiles(github, repository, commit, directory = "") {
	const files = new Map();
	const walk = async (tree, prefix) => {
		const whole = await getTree(github, repository, tree, true);
		const entries = whole.truncated ? (await getTree(github, repository, tree, false)).tree : whole.tree;
		for (const { path, mode, type, sha } of entries) if (type !== "tree") files.set(prefix + path, {
			blob: sha,
			mode
		});
		else if (whole.truncated) await walk(sha, `${prefix}${path}/`);
	};
	const parts = directory.split("/").filter((part) => part !== "");
	const start = await descend(github, repository, commit, parts);
	if (start !== null) await walk(start, parts.map((part) => `${part}/`).join(""));
	return files;
}
async function readBlob(github, repository, blob) {
	const { owner, repo } = repository;
	const { data } = await github.request("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", {
		owner,
		repo,
		file_sha: blob
	});
	const bytes = Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8");
	if (blobName(bytes) !== blob) throw new ServiceError(`GitHub sent other bytes than asked for: blob ${blob} of ${fullName(repository)}.`, { advice: "Run again." });
	return bytes;
}
function blobName(content) {
	return createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}
async function descend(github, repository, commit, parts) {
	let at = commit;
	for (const part of parts) {
		const { tree } = await getTree(github, repository, at, false);
		const next = tree.find((entry) => entry.path === part && entry.type === "tree");
		if (next === void 0) return null;
		at = next.sha;
	}
	return at;
}
async function getTree(github, { owner, repo }, tree, recursive) {
	const { data } = await github.request("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
		owner,
		repo,
		tree_sha: tree,
		...recursive && { recursive: "1" }
	});
	return data;
}
// packages/github/archive.ts
const FEW = 6;
const LARGEST_ARCHIVE = 2 * 1024 ** 3;
async function readBlobs(github, repository, commit, blobs) {
	const wanted = new Set(blobs);
	const found = wanted.size > FEW ? await readArchive(github, repository, commit, wanted) : new Map();
	for (const blob of wanted) if (!found.has(blob)) found.set(blob, await readBlob(github, repository, blob));
	return found;
}
async function readArchive(github, repository, commit, wanted) {
	const { owner, repo } = repository;
	const { data } = await github.request("GET /repos/{owner}/{repo}/tarball/{ref}", {
		owner,
		repo,
		ref: commit
	});
	const found = new Map();
	if (!(data instanceof ArrayBuffer)) return found;
	const entries = new TarEntries((content) => {
		const blob = blobName(content);
		if (wanted.has(blob)) found.set(blob, Buffer.from(content));
	});
	let size = 0;
	try {
		for await (const chunk of Readable.from([Buffer.from(data)]).pipe(createGunzip())) {
			if (!Buffer.isBuffer(chunk)) continue;
			size += chunk.length;
			if (size > LARGEST_ARCHIVE) throw new RangeError(`it is larger than ${LARGEST_ARCHIVE} bytes`);
			entries.push(chunk);
		}
	} catch (cause) {
		throw new ServiceError(`The archive of ${fullName(repository)} at ${commit.slice(0, 12)} cannot be read.`, {
			advice: "Run again.",
			cause
		});
	}
	return found;
}
const BLOCK = 512;
const LARGEST_FILE = 33554432;
var TarEntries = class {
	#told;
	#rest = Buffer.alloc(0);
	#open = 0;
	#parts;
	#size = 0;
	constructor(told) {
		this.#told = told;
	}
	push(chunk) {
		let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
		for (;;) {
			if (this.#open > 0) {
				const part = data.subarray(0, this.#open);
				this.#parts?.push(part);
				this.#open -= part.length;
				data = data.subarray(part.length);
				if (this.#open > 0) break;
				if (this.#parts !== void 0) this.#told(Buffer.concat(this.#parts).subarray(0, this.#size));
			}
			if (data.length < BLOCK) break;
			const header = data.subarray(0, BLOCK);
			data = data.subarray(BLOCK);
			this.#size = Number.parseInt(header.toString("latin1", 124, 136).replace(/\0.*$/s, "").trim() || "0", 8);
			const type = header.toString("latin1", 156, 157);
			const isFile = (type === "0" || type === "\0") && this.#size > 0 && this.#size <= LARGEST_FILE;
			this.#parts = isFile ? [] : void 0;
			this.#open = Math.ceil(this.#size / BLOCK) * BLOCK;
		}
		this.#rest = Buffer.from(data);
	}
};
// packages/github/errors.ts
var RequestRefused = class extends UserError {
	status;
	constructor(status, message, advice) {
		super(message, { advice });
		this.status = status;
	}
};
var RequestUnanswered = class extends ServiceError {};
function refusal(request, answer) {
	const line = `${request.method} ${request.path}`;
	const said = sentence(answer.data);
	const permission = needed(request, answer);
	switch (answer.status) {
		case 401: return new RequestRefused(401, `GitHub does not accept the token (${line}: ${said}).`, "It has expired (an app’s token lasts an hour), was revoked, or belongs to another server. Check the input “token”.");
		case 403: return new RequestRefused(403, `GitHub forbids ${line}: ${said}.`, `The token needs the permission ${permission}. Add it under “permissions:” of the job, or give a token that has it. An organization may also require single sign-on or restrict the branch or tag by a ruleset.`);
		case 404: return new RequestRefused(404, `GitHub finds nothing at ${line}.`, `It does not exist, or the token may not see it: that needs the permission ${permission} on this repository.`);
		case 409: return new RequestRefused(409, `GitHub cannot do ${line} in this state: ${said}.`, "Look at the state of the repository, then run again.");
		default: return new RequestRefused(answer.status, `GitHub refuses ${line} (${answer.status}): ${said}.`, "Correct what it names, then run again.");
	}
}
function unanswered(request, what, cause) {
	return new RequestUnanswered(`GitHub did not answer ${request.method} ${request.path}: ${what}.`, {
		advice: "Nothing is lost: run again, and what was done is found done. If it stays so, see githubstatus.com.",
		cause
	});
}
function sentence(data) {
	if (typeof data !== "object" || data === null) return "no reason given";
	return ["message" in data && typeof data.message === "string" ? data.message : "no reason given", ...("errors" in data && Array.isArray(data.errors) ? data.errors : []).map(detail)].join("; ").replace(/\s+/g, " ").replace(/\.$/, "").trim();
}
function detail(error) {
	if (typeof error !== "object" || error === null) return String(error);
	if ("message" in error && typeof error.message === "string") return error.message;
	return `${"field" in error ? String(error.field) : "a field"}: ${"code" in error ? String(error.code) : "invalid"}`;
}
function needed({ method, path }, { headers }) {
	const accepted = headers["x-accepted-github-permissions"];
	if (typeof accepted === "string" && accepted !== "") return accepted.split(";")[0]?.split(",").map((one) => `“${one.trim().replace("=", ": ").replaceAll("_", "-")}”`).join(" and ") ?? "";
	const access = method === "GET" || method === "HEAD" ? "read" : "write";
	const [area] = /\/(?:pulls|issues|labels|actions|statuses|check-runs|forks)\b/.exec(path) ?? [""];
	return `“${{
		"/pulls": "pull-requests",
		"/issues": "issues",
		"/labels": "issues",
		"/actions": "actions",
		"/statuses": "statuses",
		"/check-runs": "checks",
		"/forks": "administration"
	}[area] ?? "contents"}: ${access}”`;
}
// packages/github/route.ts
function routed(baseUrl, route, parameters) {
	const [, method, template] = /^([A-Z]+) (\/.*)$/.exec(route) ?? [];
	if (method === void 0 || template === void 0) throw new RangeError(`“${route}” is no route`);
	const rest = new Map(Object.entries(parameters).filter(([, value]) => value !== void 0));
	const named = [...template.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
	const path = template.replaceAll(/\{(\w+)\}/g, (_, name) => {
		if (!rest.has(name)) throw new RangeError(`“${route}” misses ${name}`);
		return encoded(rest.get(name));
	});
	for (const name of named) rest.delete(name);
	if (method !== "GET" && method !== "HEAD") return {
		method,
		url: `${baseUrl}${path}`,
		...rest.size > 0 && { body: JSON.stringify(Object.fromEntries(rest)) }
	};
	const query = [...rest].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join("&");
	return {
		method,
		url: `${baseUrl}${path}${query === "" ? "" : `?${query}`}`
	};
}
function encoded(value) {
	return encodeURIComponent(String(value)).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
// packages/github/exchange.ts
const MOST_REDIRECTS = 3;
async function exchange(url, sent, redirects = 0) {
	const answer = await begin(url, sent);
	const bytes = await whole(answer);
	const { statusCode: status = 0, headers } = answer;
	const { location } = headers;
	if ((sent.method === "GET" || sent.method === "HEAD") && status >= 301 && status <= 308 && status !== 304 && location !== void 0 && redirects < MOST_REDIRECTS) {
		const next = new URL(location, url);
		const { authorization, ...others } = sent.headers;
		const same = next.host === new URL(url).host && authorization !== void 0;
		return exchange(next.href, {
			...sent,
			headers: same ? {
				...others,
				authorization
			} : others
		}, redirects + 1);
	}
	const single = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]);
	const decoded = await decompressed(bytes, headers["content-encoding"]);
	return {
		status,
		headers: Object.fromEntries(single),
		bytes: decoded
	};
}
function begin(url, { method, headers, body, signal }) {
	const { request } = process.getBuiltinModule(url.startsWith("https:") ? "node:https" : "node:http");
	const length = body === void 0 ? method === "POST" || method === "PUT" || method === "PATCH" ? 0 : void 0 : Buffer.byteLength(body);
	return new Promise((resolve, reject) => {
		const outgoing = request(url, {
			method,
			signal,
			headers: {
				...headers,
				"accept-encoding": "gzip",
				...length !== void 0 && { "content-length": length }
			}
		});
		outgoing.on("response", resolve);
		outgoing.on("error", reject);
		outgoing.end(body);
	});
}
async function whole(answer) {
	const chunks = [];
	for await (const chunk of answer) chunks.push(chunk);
	return Buffer.concat(chunks);
}
async function decompressed(bytes, encoding) {
	if (encoding !== "gzip" || bytes.length === 0) return bytes;
	const { gunzip } = process.getBuiltinModule("node:zlib");
	return new Promise((resolve, reject) => {
		gunzip(bytes, (error, result) => error === null ? resolve(result) : reject(error));
	});
}
function limitedFor(answer, attempt) {
	if (answer.status !== 403 && answer.status !== 429) return null;
	const { "retry-after": after, "x-ratelimit-remaining": remaining, "x-ratelimit-reset": reset, date } = answer.headers;
	const now = Date.parse(String(date));
	if (after !== void 0) {
		const wait = /^\d+$/.test(String(after)) ? Number(after) * 1e3 : Date.parse(String(after)) - now;
		if (!Number.isNaN(wait)) return Math.max(0, wait);
	}
	if (String(remaining) === "0" && !Number.isNaN(now)) return Math.max(0, Number(reset) * 1e3 - now) + 1e3;
	const words = JSON.stringify(answer.data ?? "");
	return answer.status === 429 || /secondary rate limit|abuse detection/i.test(words) ? 6e4 * 2 ** (attempt - 1) : null;
}
var WritePace = class {
	#sleep;
	#now;
	#starts = [];
	#last = Promise.resolve();
	constructor(sleep, now) {
		this.#sleep = sleep;
		this.#now = now;
	}
	run(write) {
		const turn = this.#last.then(async () => {
			const eightieth = this.#starts.at(-80);
			if (eightieth !== void 0) await this.#sleep(Math.max(0, eightieth + 6e4 - this.#now()));
			this.#starts.push(this.#now());
			return write();
		});
		this.#last = turn.catch(() => void 0);
		return turn;
	}
};
// packages/github/transport.ts
const ATTEMPTS$2 = 4;
const CONCURRENT = 10;
const KEPT = 200;
const LARGEST_KEPT = 1048576;
function createTransport(options) {
	const pace = new WritePace(options.sleep, () => performance.now());
	const limit = pLimit(CONCURRENT);
	const kept = new Map();
	return async (request) => {
		const line = lineOf(request);
		const repeatable = line.method === "GET" || line.method === "HEAD" || isQuery(line, request);
		const key = `${request.url} ${request.headers["accept"] ?? ""}`;
		const known = line.method === "GET" ? kept.get(key) : void 0;
		const etag = known?.headers["etag"];
		const conditional = etag === void 0 ? request : {
			...request,
			headers: {
				...request.headers,
				"if-none-match": etag
			}
		};
		const send = () => receive(conditional, options);
		for (let attempt = 1;; attempt += 1) {
			const received = await (repeatable ? limit(send) : pace.run(send)).catch((error) => {
				options.signal?.throwIfAborted();
				return error instanceof Error ? error : new Error(String(error));
			});
			if (received instanceof Error) {
				if (!repeatable || attempt === ATTEMPTS$2) throw unanswered(line, words(received), received);
				await options.sleep(backoff(attempt));
				continue;
			}
			const answer = read(received);
			const wait = limitedFor(answer, attempt);
			if (wait !== null) {
				if (wait > 12e5 || attempt > ATTEMPTS$2) throw exhausted(line, wait);
				options.log(`GitHub’s rate limit: waiting ${Math.ceil(wait / 1e3)} s before ${line.method} ${line.path}.`);
				await options.sleep(wait);
				continue;
			}
			if (received.status >= 500) {
				if (!repeatable || attempt === ATTEMPTS$2) throw unanswered(line, `status ${received.status}`, void 0);
				await options.sleep(Math.max(backoff(attempt), retryAfter(answer)));
				continue;
			}
			if (received.status === 304 && known !== void 0) return known;
			keep(kept, key, line, received);
			return received;
		}
	};
}
function lineOf({ method, url }) {
	return {
		method,
		path: new URL(url).pathname.replace(/^\/api\/v3(?=\/)/, "")
	};
}
async function receive({ url, ...request }, { signal, timeoutMs }) {
	const timeout = AbortSignal.timeout(timeoutMs);
	return exchange(url, {
		...request,
		signal: signal === void 0 ? timeout : AbortSignal.any([signal, timeout])
	});
}
function read({ status, headers, bytes }) {
	return {
		status: status === 200 && bytes.length < 4096 && bytes.includes("\"RATE_LIMITED\"") ? 429 : status,
		headers,
		data: status < 400 ? null : bytes.subarray(0, 4096).toString("utf8")
	};
}
function keep(kept, key, line, received) {
	if (line.method !== "GET" || received.status !== 200 || received.headers["etag"] === void 0) return;
	if (received.bytes.length > LARGEST_KEPT) return;
	kept.delete(key);
	kept.set(key, received);
	const [oldest] = kept.keys();
	if (kept.size > KEPT && oldest !== void 0) kept.delete(oldest);
}
function isQuery({ path }, { body }) {
	if (path.endsWith("/releases/generate-notes")) return true;
	return path.endsWith("/graphql") && body?.includes("\"query\":\"query ") === true;
}
function backoff(attempt) {
	return 1e3 * 2 ** (attempt - 1) * (1 + Math.random() / 2);
}
function retryAfter({ headers }) {
	const seconds = Number(headers["retry-after"] ?? 0);
	return Number.isNaN(seconds) ? 0 : Math.min(seconds * 1e3, 6e4);
}
function words(error) {
	return error.cause instanceof Error && error.cause.name === "TimeoutError" ? "no answer in time" : error.message;
}
function exhausted({ method, path }, wait) {
	return new ServiceError(`GitHub’s rate limit is used up (${method} ${path}); it is free again in ${Math.ceil(wait / 6e4)} min.`, { advice: "Run again then. The default token has 1,000 requests an hour and repository; an app’s token has more." });
}
// packages/github/client.ts
var GitHub = class {
	serverUrl;
	sleep;
	#apiUrl;
	#headers;
	#transport;
	constructor({ token, environment, signal, log = () => void 0, sleep, timeoutMs = 6e4 }) {
		this.serverUrl = withoutSlash(environment["GITHUB_SERVER_URL"] ?? "https://github.com");
		this.sleep = sleep ?? ((milliseconds) => setTimeout(milliseconds, void 0, signal === void 0 ? {} : { signal }));
		this.#apiUrl = withoutSlash(environment["GITHUB_API_URL"] ?? "https://api.github.com");
		this.#headers = {
			accept: "application/vnd.github+json",
			"user-agent": "codeflare-actions",
			"x-github-api-version": "2022-11-28",
			...token !== "" && { authorization: `Bearer ${token}` }
		};
		this.#transport = createTransport({
			signal,
			log,
			sleep: this.sleep,
			timeoutMs
		});
	}
	request = async (route, parameters) => {
		const request = routed(this.#apiUrl, route, parameters);
		const answer = {
			...await this.#send(request),
			url: request.url
		};
		if (isDescribed(answer, route)) return answer;
		throw unanswered(lineOf(request), `status ${answer.status}`, void 0);
	};
	async graphql(name, operation, variables) {
		const url = `${this.#apiUrl.replace(/\/v3$/, "")}/graphql`;
		const { data: answer } = await this.#send({
			method: "POST",
			url,
			body: JSON.stringify({
				query: operation,
				variables
			})
		});
		if (!isGraphQl(answer)) throw unanswered({
			method: "GraphQL",
			path: name
		}, "neither data nor errors", void 0);
		const { data, errors } = answer;
		if (errors === void 0) return data;
		const type = errors[0]?.type;
		throw refusal({
			method: "GraphQL",
			path: name
		}, {
			status: type === "NOT_FOUND" ? 404 : type === "FORBIDDEN" ? 403 : 422,
			headers: {},
			data: {
				message: name,
				errors
			}
		});
	}
	async #send(request) {
		const json = request.body !== void 0 && { "content-type": "application/json; charset=utf-8" };
		const received = await this.#transport({
			...request,
			headers: {
				...this.#headers,
				...json
			}
		});
		const line = lineOf(request);
		const answer = {
			status: received.status,
			headers: received.headers,
			data: contentOf(received, line)
		};
		if (received.status >= 400) throw refusal(line, answer);
		return answer;
	}
	async pages(next, pages = 50) {
		const all = [];
		for (let page = 1; page <= pages; page += 1) {
			const { data, headers } = await next(page);
			all.push(...data);
			if (!/rel="next"/.test(headers.link ?? "")) break;
		}
		return all;
	}
};
function isDescribed(answer, _route) {
	return answer.status >= 200 && answer.status < 300;
}
function isGraphQl(answer) {
	return typeof answer === "object" && answer !== null && ("data" in answer || "errors" in answer);
}
function contentOf({ headers, bytes }, line) {
	const type = headers["content-type"] ?? "";
	if (/^application\/(?:[\w.-]+\+)?json\b/.test(type)) return parsed(bytes, line);
	return type.startsWith("text/") || bytes.length === 0 ? bytes.toString("utf8") : new Uint8Array(bytes).buffer;
}
function parsed(bytes, line) {
	if (bytes.length === 0) return "";
	try {
		return JSON.parse(bytes.toString("utf8"));
	} catch (error) {
		throw unanswered(line, "what came is no JSON", error);
	}
}
async function orAbsent(answer) {
	try {
		return await answer;
	} catch (error) {
		if (error instanceof RequestRefused && error.status === 404) return null;
		throw error;
	}
}
function withoutSlash(url) {
	return url.replace(/\/+$/, "");
}
// packages/github/workflow-runs.ts
async function dispatchedRuns(github, { owner, repo }, workflow) {
	const { data } = await github.request("GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs", {
		owner,
		repo,
		workflow_id: workflow,
		event: "workflow_dispatch",
		per_page: 50
	});
	return data.workflow_runs.map(view$2);
}
async function getRun(github, { owner, repo }, id) {
	const found = await orAbsent(github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
		owner,
		repo,
		run_id: id
	}));
	return found === null ? null : view$2(found.data);
}
async function cancelRun(github, { owner, repo }, id) {
	try {
		await github.request("POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel", {
			owner,
			repo,
			run_id: id
		});
	} catch (error) {
		if (!(error instanceof RequestRefused) || error.status !== 409) throw error;
	}
}
function conclusionWords({ conclusion }) {
	return conclusion === null ? "has not ended" : WORDS[conclusion] ?? `ended as “${conclusion}”`;
}
const WORDS = {
	success: "succeeded",
	failure: "failed",
	cancelled: "was cancelled, by a person or by a newer run of its concurrency group",
	timed_out: "took longer than it may (“timeout-minutes”) and was ended",
	startup_failure: "could not start: its workflow file is not valid, or an action or runner that it names is not there",
	action_required: "waits for a maintainer’s approval that it may run at all",
	stale: "was given up by GitHub: it was not taken up for two weeks",
	skipped: "was skipped: no “if:” of its jobs was true",
	neutral: "ended without a verdict"
};
function waitingWords({ status, url }) {
	switch (status) {
		case "waiting": return `It waits for an approval (an environment’s reviewers, or a wait timer): give it at ${url}.`;
		case "pending": return "It waits for another run of its concurrency group. Look what that one does.";
		case "requested":
		case "queued": return "It waits for a runner. Look whether there is one with the labels that “runs-on” names.";
		default: return null;
	}
}
function tokenEnded(repository, cause) {
	return new UserError(`The token ended while a run of ${fullName(repository)} was waited for.`, {
		advice: "An app’s token lasts an hour. What was started goes on by itself: run this again with a new token, and it waits for the same runs, starts none twice and goes on from there.",
		cause
	});
}
function view$2(run) {
	const attempt = Number(run.run_attempt ?? 1);
	return {
		id: Number(run.id),
		url: attempt > 1 ? `${run.html_url}/attempts/${attempt}` : run.html_url,
		title: run.display_title,
		status: run.status ?? "queued",
		conclusion: run.conclusion,
		ref: run.head_branch ?? "",
		commit: run.head_sha,
		attempt
	};
}
// packages/github/await-run.ts
const PATIENCE = 5;
async function awaitRun(github, repository, { id, url }, { timeoutMs, now, onChange = () => void 0 }) {
	const start = now();
	let last = null;
	let unanswered = 0;
	for (let pause = 1e3;; pause = Math.min(3e4, pause * 1.5)) {
		const seen = await look(github, repository, id);
		if (seen instanceof RequestUnanswered) {
			unanswered += 1;
			if (unanswered === PATIENCE) throw seen;
		} else {
			unanswered = 0;
			if (seen === null && last !== null) throw gone(repository, url);
			if (seen !== null && (seen.status !== last?.status || seen.attempt !== last.attempt)) onChange(seen);
			last = seen ?? last;
			if (seen?.status === "completed") return seen;
		}
		if (now() - start + pause > timeoutMs) {
			if (last === null) throw gone(repository, url);
			throw late(last, repository, timeoutMs);
		}
		await github.sleep(pause);
	}
}
async function look(github, repository, id) {
	try {
		return await getRun(github, repository, id);
	} catch (error) {
		if (error instanceof RequestUnanswered) return error;
		if (error instanceof RequestRefused && error.status === 401) throw tokenEnded(repository, error);
		throw error;
	}
}
function late(run, repository, timeoutMs) {
	const minutes = Math.round(timeoutMs / 6e4);
	return new ServiceError(`${run.url} of ${fullName(repository)} did not end within ${minutes} min; it is ${run.status}.`, { advice: `${waitingWords(run) ?? "Look what it does."} It goes on by itself: run this again to go on waiting, or give more “timeout-minutes”.` });
}
function gone(repository, url) {
	return new ServiceError(`The run ${url} of ${fullName(repository)} is not there any more.`, { advice: "Somebody deleted it. Run again: what it released is found, the rest is started anew." });
}
// packages/github/settling.ts
const ATTEMPTS$1 = 3;
function settling(github, change) {
	return {
		...change,
		act: async () => {
			for (let attempt = 1;; attempt += 1) try {
				return await change.act();
			} catch (error) {
				if (!(error instanceof RequestUnanswered) || attempt === ATTEMPTS$1) throw error;
				await github.sleep(1e3 * attempt);
				const found = await change.probe();
				if (found === change.after) return;
				if (found !== change.before) throw error;
			}
		}
	};
}
// packages/github/refs.ts
async function branchHead(github, repository, branch) {
	return (await getRef(github, repository, `heads/${branch}`))?.sha ?? null;
}
async function tagCommit(github, repository, tag) {
	const found = await tagObject(github, repository, tag);
	return found === null ? null : peel(github, repository, found);
}
function tagObject(github, repository, tag) {
	return getRef(github, repository, `tags/${tag}`);
}
async function listTags(github, { owner, repo }, prefix) {
	const found = await github.pages((page) => github.request("GET /repos/{owner}/{repo}/git/matching-refs/{ref}", {
		owner,
		repo,
		ref: `tags/${prefix}`,
		...page > 1 && { page }
	}));
	return new Map(found.map(({ ref, object }) => [ref.slice(10), object]));
}
async function peel(github, { owner, repo }, object) {
	let at = object;
	for (let depth = 0; at.type === "tag" && depth < 10; depth += 1) {
		const { data } = await github.request("GET /repos/{owner}/{repo}/git/tags/{tag_sha}", {
			owner,
			repo,
			tag_sha: at.sha
		});
		at = data.object;
	}
	return at.sha;
}
function createBranch(github, repository, branch, commit, reason) {
	return settling(github, {
		action: "create",
		subject: `branch ${branch} of ${fullName(repository)}`,
		before: null,
		after: commit,
		reason,
		probe: () => branchHead(github, repository, branch),
		act: () => createRef(github, repository, `refs/heads/${branch}`, commit)
	});
}
function moveRef(github, repository, { kind, name, before, after, force }, reason) {
	const { owner, repo } = repository;
	const ref = `${kind === "branch" ? "heads" : "tags"}/${name}`;
	return settling(github, {
		action: "move",
		subject: `${kind} ${name} of ${fullName(repository)}`,
		before,
		after,
		reason,
		probe: () => (kind === "branch" ? branchHead : tagCommit)(github, repository, name),
		act: async () => {
			await github.request("PATCH /repos/{owner}/{repo}/git/refs/{ref}", {
				owner,
				repo,
				ref,
				sha: after,
				force
			});
		}
	});
}
async function createRef(github, repository, ref, sha) {
	const { owner, repo } = repository;
	try {
		await github.request("POST /repos/{owner}/{repo}/git/refs", {
			owner,
			repo,
			ref,
			sha
		});
	} catch (error) {
		if (!(error instanceof RequestRefused) || !/rule violations|immutable/i.test(error.message)) throw error;
		const name = ref.replace(/^refs\/(?:heads|tags)\//, "");
		const burnt = ref.startsWith("refs/tags/") && await makesReleasesImmutable(github, repository);
		throw new UserError(`GitHub does not let “${name}” be created in ${owner}/${repo}: ${error.message}`, {
			advice: burnt ? "Releases are immutable here, so most likely one had this tag once: such a name is burnt for ever, even after the release was deleted. Take the next version." : "A ruleset of the repository or the organization restricts it: let the account of the token bypass it, or take another name. (Had an immutable release this tag once, it is burnt for ever.)",
			cause: error
		});
	}
}
async function makesReleasesImmutable(github, { owner, repo }) {
	try {
		const { data } = await github.request("GET /repos/{owner}/{repo}/immutable-releases", {
			owner,
			repo
		});
		return data.enabled;
	} catch (error) {
		if (error instanceof RequestRefused) return false;
		throw error;
	}
}
async function getRef(github, { owner, repo }, ref) {
	const found = await orAbsent(github.request("GET /repos/{owner}/{repo}/git/ref/{ref}", {
		owner,
		repo,
		ref
	}));
	return found === null ? null : found.data.object;
}
// packages/github/commit-files.ts
const LARGEST_COMMIT = 31457280;
function filesDigest(paths, blobOf) {
	const hash = createHash("sha256");
	for (const path of [...paths].sort()) hash.update(`${path}\0${blobOf(path) ?? "absent"}\n`);
	return `files:${hash.digest("hex").slice(0, 12)}`;
}
function wantedDigest(files) {
	return filesDigest(files.keys(), (path) => {
		const content = files.get(path);
		return content === void 0 || content === null ? void 0 : blobName(content);
	});
}
function differing(files, found) {
	return [...files].flatMap(([path, content]) => (content === null ? void 0 : blobName(content)) === found.get(path)?.blob ? [] : [path]);
}
function checkFiles(files, found, repository, programs = new Set()) {
	for (const path of differing(files, found)) {
		const mode = found.get(path)?.mode ?? (programs.has(path) ? "100755" : "100644");
		if (mode === "100644" || files.get(path) === null) continue;
		throw new UserError(`“${path}” is ${mode === "100755" ? "an executable file" : mode === "120000" ? "a symbolic link" : "a submodule"}; a commit through GitHub’s interface to ${fullName(repository)} makes it a plain file.`, {
			file: path,
			advice: "Commit it with git, or leave it out of “paths”."
		});
	}
	const size = [...files.values()].reduce((sum, content) => sum + (content?.length ?? 0), 0);
	if (size > LARGEST_COMMIT) throw new UserError(`The files to commit have ${Math.ceil(size / 1024 / 1024)} MiB; at most 30 MiB fit into one commit.`, { advice: "Commit fewer files at once." });
}
function commitFiles(github, repository, { branch, files, message, before }, reason, seen) {
	const look = async () => {
		const head = await branchHead(github, repository, branch);
		if (head === null) return null;
		seen(head);
		return {
			head,
			found: await listFiles(github, repository, head)
		};
	};
	return settling(github, {
		action: "update",
		subject: `${files.size === 1 ? "1 file" : `${files.size} files`} on branch ${branch} of ${fullName(repository)}`,
		before,
		after: wantedDigest(files),
		reason,
		probe: async () => {
			const state = await look();
			return state === null ? null : filesDigest(files.keys(), (path) => state.found.get(path)?.blob);
		},
		act: async () => {
			const state = await look();
			if (state === null) throw new UserError(`Branch ${branch} of ${fullName(repository)} is gone.`, { advice: "Run again." });
			checkFiles(files, state.found, repository);
			const changed = differing(files, state.found);
			const [headline = "", ...body] = message.split("\n");
			await github.graphql("createCommitOnBranch", CREATE_COMMIT, { input: {
				branch: {
					repositoryNameWithOwner: fullName(repository),
					branchName: branch
				},
				expectedHeadOid: state.head,
				message: {
					headline,
					body: body.join("\n").trim()
				},
				fileChanges: {
					additions: changed.flatMap((path) => {
						const content = files.get(path);
						return content === null || content === void 0 ? [] : [{
							path,
							contents: content.toString("base64")
						}];
					}),
					deletions: changed.flatMap((path) => files.get(path) === null ? [{ path }] : [])
				}
			} });
		}
	});
}
const CREATE_COMMIT = "mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }";
// packages/github/commits.ts
async function resolveCommit(github, repository, ref, what) {
	const { owner, repo } = repository;
	try {
		const { data } = await github.request("GET /repos/{owner}/{repo}/commits/{ref}", {
			owner,
			repo,
			ref,
			per_page: 1
		});
		return data.sha;
	} catch (error) {
		if (!(error instanceof RequestRefused) || error.status !== 404 && error.status !== 422) throw error;
		throw new UserError(`${what}: ${fullName(repository)} has no commit, branch or tag “${ref}”.`, {
			advice: "Check the spelling, and that it was pushed.",
			cause: error
		});
	}
}
async function compare(github, repository, base, head) {
	const found = await orAbsent(comparePage(github, repository, base, head, 1));
	return found === null ? null : {
		status: found.status,
		aheadBy: found.ahead_by,
		commits: found.commits.map(info)
	};
}
async function commitsSince(github, repository, base, head, known) {
	const first = known ?? await compare(github, repository, base, head);
	const pages = Math.ceil((first?.aheadBy ?? 0) / 100);
	const rest = await Promise.all(Array.from({ length: Math.max(0, pages - 1) }, (_, index) => comparePage(github, repository, base, head, index + 2)));
	return [...first?.commits ?? [], ...rest.flatMap(({ commits }) => commits.map(info))];
}
async function newestCommits(github, { owner, repo }, head) {
	const { data } = await github.request("GET /repos/{owner}/{repo}/commits", {
		owner,
		repo,
		sha: head,
		per_page: 100
	});
	return data.map(info).reverse();
}
async function comparePage(github, { owner, repo }, base, head, page) {
	const basehead = `${base}...${head}`;
	const { data } = await github.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
		owner,
		repo,
		basehead,
		per_page: 100,
		page
	});
	return data;
}
function info(commit) {
	const login = commit.author?.login;
	const name = commit.commit.author?.name;
	return {
		sha: commit.sha,
		message: commit.commit.message,
		parents: commit.parents.length,
		parentShas: commit.parents.map((parent) => parent.sha),
		...login !== void 0 && { author: login },
		...name !== void 0 && { authorName: name }
	};
}
// packages/github/contributors.ts
const LINE = /^\* @([\w-]+) made their first contribution in \S+\/pull\/(\d{1,9})\s*$/gm;
async function firstContributions(github, { owner, repo }, { tag, commit, previousTag }) {
	try {
		const { data } = await github.request("POST /repos/{owner}/{repo}/releases/generate-notes", {
			owner,
			repo,
			tag_name: tag,
			target_commitish: commit,
			previous_tag_name: previousTag
		});
		return [...data.body.matchAll(LINE)].map(([, login = "", number]) => ({
			login,
			pullRequest: Number(number)
		}));
	} catch (error) {
		if (error instanceof RequestRefused && (error.status === 403 || error.status === 404)) return null;
		throw error;
	}
}
// packages/github/dispatch.ts
const ATTEMPTS = 3;
const UNTIL_SHOWN = [
	500,
	1500,
	3e3,
	5e3,
	1e4,
	2e4,
	2e4
];
const UNTIL_GIVEN_UP = [
	1e3,
	3e3,
	6e3
];
async function dispatchOnce(github, repository, wish) {
	const before = await explained$1(dispatchedRuns(github, repository, wish.workflow), repository, wish);
	const found = oldestUnderWay(before, wish);
	if (found !== null) return {
		id: found.id,
		url: found.url,
		adopted: true
	};
	const known = new Set(before.map(({ id }) => id));
	for (let attempt = 1;; attempt += 1) {
		const started = await dispatch(github, repository, wish).catch((error) => {
			if (error instanceof RequestUnanswered) return error;
			throw error;
		});
		const isLost = started instanceof RequestUnanswered;
		const run = isLost || started === null ? await whenShown(github, repository, wish, known, isLost ? UNTIL_GIVEN_UP : UNTIL_SHOWN) : started;
		if (run !== null) return await yieldToOlder(github, repository, wish, run);
		if (isLost && attempt < ATTEMPTS) continue;
		if (isLost) throw started;
		throw new ServiceError(`GitHub accepted the start of ${wish.workflow} in ${fullName(repository)} and shows no run of it.`, { advice: `Look at its runs, then run again. With “run-name: … \${{ inputs.correlation-id }}” in the workflow its run is found for certain.` });
	}
}
function isFor({ title, ref }, wish) {
	if (!wish.isNamed) return ref === wish.ref.replace(/^refs\/(?:heads|tags)\//, "");
	const at = title.indexOf(wish.correlation);
	return at >= 0 && !/^[\w.+-]*\w/.test(title.slice(at + wish.correlation.length));
}
function oldestUnderWay(runs, wish) {
	return runs.filter((run) => run.status !== "completed" && isFor(run, wish)).toSorted((a, b) => a.id - b.id)[0] ?? null;
}
async function dispatch(github, repository, wish) {
	const { owner, repo } = repository;
	const ask = async (details) => github.request("POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", {
		owner,
		repo,
		workflow_id: wish.workflow,
		ref: wish.ref,
		inputs: wish.inputs,
		...details && { return_run_details: true }
	});
	const data = (await explained$1(ask(true).catch((error) => {
		if (error instanceof RequestRefused && /return_run_details/.test(error.message)) return ask(false);
		throw error;
	}), repository, wish)).data;
	if (typeof data !== "object" || data === null || !("workflow_run_id" in data)) return null;
	const url = "html_url" in data ? String(data.html_url) : "";
	return {
		id: Number(data.workflow_run_id),
		url
	};
}
async function whenShown(github, repository, wish, known, pauses) {
	for (const pause of pauses) {
		await github.sleep(pause);
		const mine = (await dispatchedRuns(github, repository, wish.workflow)).filter((run) => !known.has(run.id) && isFor(run, wish)).toSorted((a, b) => a.id - b.id);
		if (mine[0] !== void 0) return mine[0];
	}
	return null;
}
async function yieldToOlder(github, repository, wish, { id, url }) {
	if (!wish.isNamed) return {
		id,
		url,
		adopted: false
	};
	const older = oldestUnderWay(await dispatchedRuns(github, repository, wish.workflow), wish);
	if (older === null || older.id >= id) return {
		id,
		url,
		adopted: false
	};
	await cancelRun(github, repository, id);
	return {
		id: older.id,
		url: older.url,
		adopted: true
	};
}
async function explained$1(ask, repository, { workflow, ref }) {
	try {
		return await ask;
	} catch (error) {
		if (!(error instanceof RequestRefused)) throw error;
		const where = `${workflow} of ${fullName(repository)}`;
		if (error.status === 404) throw new UserError(`There is no workflow ${where}, or this token may not see it.`, {
			advice: "Check “workflow” in the manifest: it is the name of a file in .github/workflows of the default branch. The token needs “actions: write” on that repository; the default token only has it on its own, an app’s token where the app is installed.",
			cause: error
		});
		if (error.status === 403) throw new UserError(`This token may not start ${where}.`, {
			advice: "It needs “actions: write” on that repository. The default token only has it on its own repository; use an app’s token for the others.",
			cause: error
		});
		if (error.status === 422) throw new UserError(`GitHub does not start ${where} on ${ref}: ${error.message}`, {
			advice: `The workflow must be on ${ref} with “on: workflow_dispatch:”, and take the inputs that it is given (“workflow-inputs” in the manifest).`,
			cause: error
		});
		throw error;
	}
}
// packages/github/failed-jobs.ts
const JOBS = 3;
async function failedJobs(github, repository, run) {
	const { owner, repo } = repository;
	const failed = ((await optional(github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", {
		owner,
		repo,
		run_id: run,
		filter: "latest",
		per_page: 100
	})))?.data.jobs ?? []).filter(({ conclusion }) => conclusion !== null && ![
		"success",
		"skipped",
		"neutral"
	].includes(conclusion));
	return Promise.all(failed.slice(0, JOBS).map(async ({ id, name, html_url: url, steps }) => ({
		name,
		url: url ?? "",
		step: steps?.find(({ conclusion }) => conclusion === "failure")?.name ?? null,
		tail: await logTail(github, repository, Number(id))
	})));
}
async function logTail(github, { owner, repo }, job) {
	const text = (await optional(github.request("GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs", {
		owner,
		repo,
		job_id: job
	})))?.data;
	if (typeof text !== "string") return [];
	return stripVTControlCharacters(text).split(/\r?\n/).map((line) => line.replace(/^\uFEFF?\d{4}-\d\d-\d\dT[\d:.]+Z /, "").replace(/^##\[(?:group|endgroup)\]/, "")).filter((line) => line.trim() !== "").slice(-30).map((line) => line.length > 300 ? `${line.slice(0, 299)}…` : line);
}
async function optional(answer) {
	try {
		return await answer;
	} catch (error) {
		if (error instanceof RequestRefused || error instanceof RequestUnanswered) return null;
		throw error;
	}
}
// packages/github/history.ts
var RepositoryHistory = class {
	#github;
	#repository;
	#objects = new Map();
	#commits = new Map();
	#comparisons = new Map();
	#lists = new Map();
	constructor(github, repository) {
		this.#github = github;
		this.#repository = repository;
	}
	async tags(prefix) {
		const found = await listTags(this.#github, this.#repository, prefix);
		for (const [tag, object] of found) this.#objects.set(tag, object);
		return [...found.keys()];
	}
	commitOf(tag) {
		const object = this.#objects.get(tag);
		if (object === void 0) throw new RangeError(`tag ${tag} was not listed`);
		return remembered(this.#commits, tag, () => peel(this.#github, this.#repository, object));
	}
	async contains(head, commit) {
		const status = head === commit ? "identical" : (await this.#compare(commit, head))?.status;
		return status === "ahead" || status === "identical";
	}
	since(ancestor, head) {
		return remembered(this.#lists, `${ancestor} ${head}`, async () => {
			if (ancestor === null) return newestCommits(this.#github, this.#repository, head);
			if (ancestor === head) return [];
			const known = await this.#compare(ancestor, head);
			return known === null ? [] : commitsSince(this.#github, this.#repository, ancestor, head, known);
		});
	}
	#compare(base, head) {
		return remembered(this.#comparisons, `${base} ${head}`, () => compare(this.#github, this.#repository, base, head));
	}
};
function remembered(known, key, ask) {
	const answer = known.get(key) ?? ask();
	known.set(key, answer);
	return answer;
}
// packages/github/identity.ts
async function viewerLogin(github) {
	const { viewer } = await github.graphql("viewer", "query { viewer { login } }", {});
	return viewer.login;
}
async function signOff(github) {
	const { data } = await github.request("GET /users/{username}", { username: await viewerLogin(github) });
	return `Signed-off-by: ${data.name ?? data.login} <${data.id}+${data.login}@users.noreply.github.com>`;
}
// packages/github/forks.ts
const PAUSES = [
	1e3,
	2e3,
	4e3,
	8e3,
	16e3,
	3e4
];
async function planFork(github, parent, owner, reason) {
	if (owner.toLowerCase() === parent.owner.toLowerCase()) throw new UserError(`Input “fork-owner”: ${fullName(parent)} belongs to “${owner}” itself.`, { advice: "Leave “fork-owner” out to work in the repository itself, or name the owner of a fork." });
	const fork = {
		owner,
		repo: parent.repo
	};
	const parentOf = async () => {
		const found = await orAbsent(getRepository(github, fork));
		return found === null ? null : found.parent ?? "not a fork";
	};
	const found = await parentOf();
	if (found?.toLowerCase() === fullName(parent).toLowerCase()) return {
		fork,
		change: null
	};
	if (found !== null) throw new UserError(`${fullName(fork)} is ${found === "not a fork" ? found : `a fork of ${found}`}, not a fork of ${fullName(parent)}.`, { advice: "Rename it, or name another “fork-owner”." });
	return {
		fork,
		change: settling(github, {
			action: "create",
			subject: `fork ${fullName(fork)}`,
			before: null,
			after: fullName(parent),
			reason,
			probe: parentOf,
			act: async () => {
				const own = (await viewerLogin(github)).toLowerCase() === owner.toLowerCase();
				await github.request("POST /repos/{owner}/{repo}/forks", {
					owner: parent.owner,
					repo: parent.repo,
					...!own && { organization: owner }
				});
				for (const pause of PAUSES) {
					if (await parentOf() !== null) return;
					await github.sleep(pause);
				}
				throw new ServiceError(`GitHub has not made the fork ${fullName(fork)} within a minute.`, { advice: "Run again a little later." });
			}
		})
	};
}
// packages/github/pulls.ts
async function findPull(github, place) {
	const { owner, repo } = place.repository;
	const { data } = await github.request("GET /repos/{owner}/{repo}/pulls", {
		owner,
		repo,
		state: "all",
		base: place.base,
		head: `${place.headOwner}:${place.branch}`,
		sort: "created",
		direction: "desc",
		per_page: 100
	});
	const ours = data.filter(({ head, base }) => head.ref === place.branch && base.ref === place.base);
	const found = ours.find(({ state }) => state === "open") ?? ours[0];
	return found === void 0 ? null : view$1(found);
}
function pullSubject({ repository, base, branch, headOwner }) {
	return `pull request ${headOwner === repository.owner ? branch : `${headOwner}:${branch}`} → ${base} of ${fullName(repository)}`;
}
function view$1(pull) {
	const merged = pull.merged_at !== null;
	return {
		number: pull.number,
		nodeId: pull.node_id,
		url: pull.html_url,
		state: merged ? "merged" : pull.state === "open" ? "open" : "closed",
		title: pull.title,
		body: pull.body ?? "",
		draft: pull.draft ?? false,
		labels: pull.labels.map(({ name }) => name),
		reviewers: [...(pull.requested_reviewers ?? []).map(({ login }) => login), ...(pull.requested_teams ?? []).map(({ slug }) => `${pull.base.repo.owner.login}/${slug}`)],
		head: pull.head.sha,
		mergeCommit: merged ? pull.merge_commit_sha : null,
		autoMerge: pull.auto_merge?.merge_method ?? null
	};
}
// packages/github/merging.ts
function autoMerge(github, pull, method, reason) {
	const state = (seen) => seen?.state === "merged" ? method : seen?.autoMerge ?? null;
	const before = state(pull.seen?.state === "open" ? pull.seen : null);
	if (before === method) return null;
	return settling(github, {
		action: "merge",
		subject: pullSubject(pull.place),
		before,
		after: method,
		reason,
		probe: async () => state(await pull.look()),
		act: async () => {
			const seen = pull.seen ?? await pull.look();
			if (seen === null) throw new Error(`${pullSubject(pull.place)} was to be merged before it was opened`);
			const mergeable = await whenJudged(github, pull, seen.number);
			if (mergeable === "dirty") throw conflicting(pull, seen);
			if (mergeable === "clean" || mergeable === "has_hooks") await merge(github, pull, seen, method);
			else await enable(github, pull, seen, method);
		}
	});
}
async function whenJudged(github, { place }, number) {
	const { owner, repo } = place.repository;
	for (let attempt = 1;; attempt += 1) {
		const { data } = await github.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
			owner,
			repo,
			pull_number: number
		});
		if (data.mergeable_state !== "unknown" || attempt === 6) return data.mergeable_state;
		await github.sleep(500 * 2 ** attempt);
	}
}
async function merge(github, { place }, seen, method) {
	const { owner, repo } = place.repository;
	await github.request("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", {
		owner,
		repo,
		pull_number: seen.number,
		merge_method: method,
		sha: seen.head
	});
}
async function enable(github, pull, seen, method) {
	try {
		await github.graphql("enablePullRequestAutoMerge", ENABLE, { input: {
			pullRequestId: seen.nodeId,
			mergeMethod: method.toUpperCase()
		} });
	} catch (error) {
		if (!(error instanceof RequestRefused)) throw error;
		const status = /\bin (\w+) status\b/i.exec(error.message)?.[1]?.toLowerCase();
		if (status === "clean") return merge(github, pull, seen, method);
		throw new UserError(`GitHub does not enable auto-merge on ${seen.url}: ${error.message}`, {
			advice: status === "unstable" ? "A check that is not required is pending or failed. Make the checks that matter required, or merge by hand." : "Allow auto-merge and this merge method in the settings of the repository, and give the token “pull-requests: write” and “contents: write”.",
			cause: error
		});
	}
}
function conflicting({ place }, seen) {
	return new UserError(`${seen.url} conflicts with ${place.base}.`, { advice: `Resolve the conflict, or close the pull request and delete branch ${place.branch}: the next run opens it anew.` });
}
const ENABLE = "mutation ($input: EnablePullRequestAutoMergeInput!) { enablePullRequestAutoMerge(input: $input) { clientMutationId } }";
// packages/github/workspace-files.ts
async function filesFromPaths(workspace, paths, present) {
	const found = new Found(workspace, "Input “paths”");
	for (const given of paths) {
		const path = tidy(given, "Input “paths”");
		if (/[*?[\]{}]/.test(path)) throw new UserError(`Input “paths”: “${given}” is a pattern.`, { advice: "Name files or directories; a directory stands for all its files." });
		for (const one of present) if (path === "." || one === path || one.startsWith(`${path}/`)) found.remove(one);
		const below = await workspace.list(path, "Input “paths”");
		for (const one of below.length > 0 ? below : [path]) await found.add(one, one);
		if (!found.files.has(path) && ![...found.files.keys()].some((one) => path === "." || one.startsWith(`${path}/`))) throw new UserError(`Input “paths”: “${given}” is neither in the checkout nor in the repository.`, { advice: "Correct the path, or take it out of the list." });
	}
	return found;
}
async function filesFromDirectory(workspace, from, to, present) {
	const [source, target] = [tidy(from, "Input “from-dir”"), tidy(to, "Input “to-dir”")];
	if (target === "." || target.startsWith("/") || target.split("/").includes("..")) throw new UserError(`Input “to-dir”: “${to}” is no directory below the root of the repository.`, { advice: "Give a path such as “operators/codeflare-operator/1.2.0”; it will hold exactly what “from-dir” holds." });
	const local = await workspace.list(source, "Input “from-dir”");
	if (local.length === 0) throw new UserError(`Input “from-dir”: there is no file in “${from}”.`, { advice: "Correct the path, or run the step that makes the files before this one." });
	const found = new Found(workspace, "Input “from-dir”");
	for (const one of present) if (one.startsWith(`${target}/`)) found.remove(one);
	for (const one of local) await found.add(one, `${target}/${source === "." ? one : one.slice(source.length + 1)}`);
	return found;
}
var Found = class {
	files = new Map();
	programs = new Set();
	#workspace;
	#what;
	constructor(workspace, what) {
		this.#workspace = workspace;
		this.#what = what;
	}
	remove(path) {
		if (!this.files.has(path)) this.files.set(path, null);
	}
	async add(path, target) {
		const stat = await lstat(await this.#workspace.locate(path, this.#what)).catch(() => null);
		if (stat?.isSymbolicLink() === true) throw new UserError(`${this.#what}: “${path}” is a symbolic link; GitHub’s interface commits plain files only.`, {
			file: path,
			advice: "Commit it with git, or leave it out."
		});
		const content = stat?.isFile() === true ? await this.#workspace.read(path, this.#what) : null;
		if (content === null) return;
		this.files.set(target, content);
		if (process.platform !== "win32" && stat !== null && (stat.mode & 73) !== 0) this.programs.add(target);
	}
};
function tidy(given, what) {
	const path = given.replace(/^(?:\.\/+)+/, "").replace(/\/+$/, "").replaceAll(/\/{2,}/g, "/") || ".";
	if (!path.split("/").some((part) => part.toLowerCase() === ".git")) return path;
	throw new UserError(`${what}: “${given}” is in git’s own directory.`, { advice: "Name files of the checkout." });
}
// packages/github/proposal-inputs.ts
const LONGEST_BODY = 65536;
function proposalFiles(workspace, { paths, from, to }) {
	const directories = from !== "" || to !== "";
	if (directories === paths.length > 0) throw new UserError(directories ? "Inputs “paths” and “from-dir” both say what to commit." : "There is nothing to commit: neither “paths” nor “from-dir” is given.", { advice: "Give “paths”, or “from-dir” and “to-dir”." });
	if (!directories) return (present) => filesFromPaths(workspace, paths, present);
	if (from === "" || to === "") throw new UserError(`Input “${from === "" ? "from-dir" : "to-dir"}” is missing.`, { advice: "“from-dir” and “to-dir” belong together." });
	return (present) => filesFromDirectory(workspace, from, to, present);
}
async function proposalBody(workspace, { body, file, temp = "" }) {
	if (body !== "" && file !== "") throw new UserError("Inputs “body” and “body-file” both say what the text is.", { advice: "Give one of them." });
	const [place, path] = temp !== "" && file.startsWith(join(temp, sep)) ? [new Workspace(temp), relative(temp, file)] : [workspace, file];
	const read = file === "" ? null : await place.read(path, "Input “body-file”");
	if (file !== "" && read === null) throw new UserError(`Input “body-file”: there is no file “${file}”.`, { advice: "Give its path from the root of the checkout." });
	const text = read === null ? body : read.toString("utf8");
	if (text.length <= LONGEST_BODY) return text;
	throw new UserError(`The text of the pull request has ${text.length} characters; GitHub takes at most ${LONGEST_BODY}.`, { advice: "Shorten it, and link to the rest." });
}
function reportProposal(proposal) {
	const { state, pull } = proposal.outcome();
	const files = list(proposal.paths.map((path) => code(path)));
	if (pull === null) return proposal.paths.length === 0 ? [paragraph("Nothing to propose: the base has this content already.")] : [paragraph("To be proposed:"), files];
	return [
		paragraph(link(`#${pull.number} ${pull.title}`, pull.url), ` is ${state}.`),
		...proposal.paths.length === 0 ? [] : [files],
		...proposal.findings.map(({ message, advice }) => paragraph("⚠ ", message, " ", advice))
	];
}
// packages/github/followed-pull.ts
var FollowedPull = class FollowedPull {
	place;
	#github;
	#seen;
	constructor(github, place, seen) {
		this.#github = github;
		this.place = place;
		this.#seen = seen;
	}
	static async find(github, place) {
		return new FollowedPull(github, place, await findPull(github, place));
	}
	get seen() {
		return this.#seen;
	}
	async look() {
		this.#seen = await findPull(this.#github, this.place);
		return this.#seen;
	}
	open(text, reason) {
		const { repository, base, headOwner, branch } = this.place;
		const { owner, repo } = repository;
		const former = this.#seen?.number;
		return settling(this.#github, {
			action: "create",
			subject: pullSubject(this.place),
			before: null,
			after: "open",
			reason,
			probe: async () => {
				const found = await this.look();
				return found === null || found.number === former ? null : "open";
			},
			act: async () => {
				await this.#github.request("POST /repos/{owner}/{repo}/pulls", {
					owner,
					repo,
					base,
					head: headOwner === owner ? branch : `${headOwner}:${branch}`,
					title: text.title,
					body: text.body,
					draft: text.draft,
					maintainer_can_modify: true
				});
			}
		});
	}
	retitle(text, reason) {
		const { owner, repo } = this.place.repository;
		const [before, after] = [textDigest(this.#seen), textDigest(text)];
		if (before === after) return null;
		return settling(this.#github, {
			action: "update",
			subject: `text of ${pullSubject(this.place)}`,
			before,
			after,
			reason,
			probe: async () => textDigest(await this.look()),
			act: async () => {
				const pull_number = await this.#number();
				const { title, body } = text;
				await this.#github.request("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
					owner,
					repo,
					pull_number,
					title,
					body
				});
			}
		});
	}
	label(labels, reason) {
		const { owner, repo } = this.place.repository;
		const add = async (missing) => {
			const issue_number = await this.#number();
			await this.#github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", {
				owner,
				repo,
				issue_number,
				labels: missing
			});
		};
		return this.#grow("labels", labels, (pull) => pull.labels, add, reason);
	}
	async requestReviews(reviewers, reason) {
		const { owner, repo } = this.place.repository;
		const number = this.#seen?.state === "open" ? this.#seen.number : null;
		const reviewed = number === null || reviewers.length === 0 ? new Set() : await this.#reviewed(number);
		const wanted = reviewers.filter((reviewer) => !reviewed.has(reviewer.toLowerCase()));
		const add = async (missing) => {
			const pull_number = await this.#number();
			await this.#github.request("POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers", {
				owner,
				repo,
				pull_number,
				reviewers: missing.filter((name) => !name.includes("/")),
				team_reviewers: missing.flatMap((name) => name.split("/")[1] ?? [])
			});
		};
		return this.#grow("reviewers", wanted, (pull) => pull.reviewers, add, reason);
	}
	#grow(what, wanted, has, add, reason) {
		const present = (pull) => {
			const names = new Set((pull === null ? [] : has(pull)).map((name) => name.toLowerCase()));
			const found = wanted.filter((name) => names.has(name.toLowerCase()));
			return found.length === 0 ? null : found.join(", ");
		};
		const [before, after] = [present(this.#seen?.state === "open" ? this.#seen : null), wanted.length === 0 ? null : wanted.join(", ")];
		if (before === after) return null;
		return settling(this.#github, {
			action: "update",
			subject: `${what} of ${pullSubject(this.place)}`,
			before,
			after,
			reason,
			probe: async () => present(await this.look()),
			act: async () => {
				const found = present(this.#seen)?.split(", ") ?? [];
				await add(wanted.filter((name) => !found.includes(name)));
			}
		});
	}
	async #reviewed(pull_number) {
		const { owner, repo } = this.place.repository;
		const reviews = await this.#github.pages((page) => this.#github.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
			owner,
			repo,
			pull_number,
			per_page: 100,
			page
		}));
		return new Set(reviews.flatMap(({ user }) => user === null ? [] : [user.login.toLowerCase()]));
	}
	async #number() {
		const found = this.#seen ?? await this.look();
		if (found === null) throw new Error(`${pullSubject(this.place)} was to be changed before it was opened`);
		return found.number;
	}
};
function textDigest(text) {
	if (text === null) return null;
	return contentDigest(Buffer.from(`${text.title.trim()}\n${text.body.replaceAll("\r\n", "\n").trimEnd()}`));
}
// packages/github/prepare-branch.ts
async function prepareBranch(github, { home, repository, branch, base, baseHead, head, former }, reason) {
	const synced = (change) => home === repository ? change : withUpstream(github, home, base, change);
	if (head === null) return {
		changes: [synced(createBranch(github, home, branch, baseHead, reason))],
		restarts: true
	};
	const compared = await compare(github, repository, baseHead, home === repository ? head : `${home.owner}:${branch}`);
	if (compared === null) throw new UserError(`Branch ${branch} of ${fullName(home)} has no history in common with ${base}.`, { advice: "Delete it, or name another “branch”." });
	const { status } = compared;
	if (status === "identical") return {
		changes: [],
		restarts: true
	};
	const left = former !== null && former.state !== "open" && former.head === head;
	if (status !== "behind" && !left) return {
		changes: [],
		restarts: false
	};
	return {
		changes: [synced(moveRef(github, home, {
			kind: "branch",
			name: branch,
			before: head,
			after: baseHead,
			force: left
		}, reason))],
		restarts: true
	};
}
function withUpstream(github, { owner, repo }, base, change) {
	return {
		...change,
		act: async () => {
			try {
				await change.act();
			} catch (error) {
				if (!(error instanceof RequestRefused) || !/object does not exist/i.test(error.message)) throw error;
				await github.request("POST /repos/{owner}/{repo}/merge-upstream", {
					owner,
					repo,
					branch: base
				});
				await change.act();
			}
		}
	};
}
// packages/github/propose.ts
async function planProposal(github, proposal) {
	const { repository, branch, title } = proposal;
	const { defaultBranch, mergeMethods } = await getRepository(github, repository);
	checkMerge(proposal, mergeMethods);
	const base = proposal.base === "" ? defaultBranch : proposal.base;
	const reason = `to propose: ${title}`;
	const fork = proposal.forkOwner === "" ? null : await planFork(github, repository, proposal.forkOwner, reason);
	const home = fork?.fork ?? repository;
	if (fork === null && base === branch) throw new UserError(`Input “branch”: “${branch}” is the base of the pull request itself.`, { advice: "Name a branch of its own." });
	const baseHead = await branchHead(github, repository, base);
	if (baseHead === null) throw new UserError(`Input “base”: ${fullName(repository)} has no branch “${base}”.`, { advice: "Correct “base”, or leave it out for the default branch." });
	const isForkThere = fork === null || fork.change === null;
	const [pull, head, inBase] = await Promise.all([
		FollowedPull.find(github, {
			repository,
			base,
			headOwner: home.owner,
			branch
		}),
		isForkThere ? branchHead(github, home, branch) : null,
		listFiles(github, repository, baseHead)
	]);
	const inBranch = head === null ? inBase : await listFiles(github, home, head);
	const { files, programs } = await proposal.files(new Set([...inBase.keys(), ...inBranch.keys()]));
	const paths = differing(files, inBase);
	const nothing = (seen, findings) => ({
		changes: [],
		findings,
		paths,
		outcome: () => ({
			state: seen?.state ?? "none",
			pull: seen,
			commit: seen?.mergeCommit ?? seen?.head ?? null
		})
	});
	const former = pull.seen;
	if (paths.length === 0) {
		if (former?.state === "open") return nothing(former, [superfluous(former, base)]);
		return nothing(former?.state === "merged" ? former : null, []);
	}
	checkFiles(files, inBase, repository, programs);
	const prepared = await prepareBranch(github, {
		home,
		repository,
		branch,
		baseHead,
		head,
		former,
		base
	}, reason);
	const found = prepared.restarts ? inBase : inBranch;
	if (former?.state === "closed" && former.head === head && differing(files, inBranch).length === 0) return nothing(former, [declined(former, branch)]);
	let newest = former?.state === "open" ? former.head : null;
	const before = filesDigest(files.keys(), (path) => found.get(path)?.blob);
	const commit = before === wantedDigest(files) ? null : commitFiles(github, home, {
		branch,
		files,
		before,
		message: await messageOf(github, proposal)
	}, reason, (seen) => newest = seen);
	const text = {
		title,
		body: proposal.body
	};
	const opened = former?.state === "open" ? pull.retitle(text, reason) : pull.open({
		...text,
		draft: proposal.draft
	}, reason);
	return {
		changes: [
			fork?.change ?? null,
			...prepared.changes,
			commit,
			opened,
			pull.label(proposal.labels, reason),
			await pull.requestReviews(proposal.reviewers, reason),
			proposal.autoMerge === null ? null : autoMerge(github, pull, proposal.autoMerge, reason)
		].filter((change) => change !== null),
		findings: [],
		paths,
		outcome: () => {
			const seen = pull.seen;
			if (!(seen !== null && (former === null || former.state === "open" || seen.number !== former.number))) return {
				state: "none",
				pull: null,
				commit: null
			};
			return {
				state: seen.state,
				pull: seen,
				commit: seen.mergeCommit ?? newest ?? seen.head
			};
		}
	};
}
function checkMerge({ repository, autoMerge: method, draft }, allowed) {
	if (method === null) return;
	if (draft) throw new UserError("Inputs “draft” and “auto-merge” contradict each other: a draft is not merged.", { advice: "Give one of them." });
	if (allowed.has(method)) return;
	throw new UserError(`Input “auto-merge”: ${fullName(repository)} does not allow “${method}”.`, { advice: `It allows: ${[...allowed].join(", ")}.` });
}
async function messageOf(github, proposal) {
	const message = proposal.message.trim();
	if (!proposal.signOff) return message;
	const line = await signOff(github);
	if (message.includes(line)) return message;
	const last = message.split(/\n\s*\n/).at(-1) ?? "";
	return `${message}${message.includes("\n\n") && last.split("\n").every((one) => /^[A-Za-z-]+: \S/.test(one)) ? "\n" : "\n\n"}${line}`;
}
function superfluous({ url }, base) {
	return {
		severity: "warning",
		rule: "pull-request-superfluous",
		message: `${base} has all of the content already, and ${url} is still open.`,
		advice: "Close it, unless it holds more than this run proposes."
	};
}
function declined({ url }, branch) {
	return {
		severity: "warning",
		rule: "pull-request-declined",
		message: `${url} proposed the same and was closed without being merged; it is not proposed again.`,
		advice: `Reopen it, or delete branch ${branch} to have it proposed anew.`
	};
}
// packages/github/releases.ts
const PAGES = 3;
async function findRelease(github, repository, tag, isNew = false) {
	const { owner, repo } = repository;
	for (let page = 1; page <= PAGES; page += 1) {
		const { data, headers } = await github.request("GET /repos/{owner}/{repo}/releases", {
			owner,
			repo,
			per_page: 100,
			page
		});
		const ofTag = data.filter((release) => release.tag_name === tag);
		const found = ofTag.find((release) => !release.draft) ?? ofTag[0];
		if (found !== void 0) return view(found);
		if (isNew || !/rel="next"/.test(headers.link ?? "")) return null;
		if (page > 1) continue;
		const published = await orAbsent(github.request("GET /repos/{owner}/{repo}/releases/tags/{tag}", {
			owner,
			repo,
			tag
		}));
		if (published !== null) return view(published.data);
	}
	return null;
}
async function releaseById(github, { owner, repo }, id) {
	const found = await orAbsent(github.request("GET /repos/{owner}/{repo}/releases/{release_id}", {
		owner,
		repo,
		release_id: id
	}));
	return found === null ? null : view(found.data);
}
async function planRelease(github, repository, wish, reason) {
	const { owner, repo } = repository;
	const subject = `release ${wish.tag} of ${fullName(repository)}`;
	let seen = await findRelease(github, repository, wish.tag, wish.isNew);
	const found = stateOf(seen);
	const probe = async () => {
		seen = await (seen === null ? findRelease(github, repository, wish.tag, true) : releaseById(github, repository, seen.id));
		return stateOf(seen);
	};
	const draft = settling(github, {
		action: "create",
		subject: `draft of ${subject}`,
		before: null,
		after: "draft",
		reason,
		probe,
		act: () => explained(async () => {
			const { data } = await github.request("POST /repos/{owner}/{repo}/releases", {
				owner,
				repo,
				tag_name: wish.tag,
				name: wish.name,
				body: wish.body,
				prerelease: wish.prerelease,
				draft: true
			});
			seen = view(data);
		}, repository, wish.tag)
	});
	const publish = settling(github, {
		action: "publish",
		subject,
		before: "draft",
		after: "published",
		reason,
		probe,
		act: () => explained(async () => {
			const release = seen ?? await findRelease(github, repository, wish.tag);
			if (release === null) throw new UserError(`The draft of ${subject} is gone.`, { advice: "Somebody deleted it. Run again." });
			await github.request("PATCH /repos/{owner}/{repo}/releases/{release_id}", {
				owner,
				repo,
				release_id: release.id,
				tag_name: wish.tag,
				draft: false,
				prerelease: wish.prerelease,
				make_latest: wish.latest ? "true" : "false",
				...release.body.trim() === "" && { body: wish.body }
			});
		}, repository, wish.tag)
	});
	return {
		changes: [...found === null ? [draft] : [], ...found === "published" || wish.until === "draft" ? [] : [publish]],
		seen: () => seen
	};
}
function stateOf(release) {
	return release === null ? null : release.draft ? "draft" : "published";
}
function view(release) {
	return {
		id: Number(release.id),
		url: release.html_url,
		tag: release.tag_name,
		draft: release.draft,
		body: release.body ?? ""
	};
}
async function explained(write, repository, tag) {
	try {
		await write();
	} catch (error) {
		if (!(error instanceof RequestRefused)) throw error;
		if (error.status === 404) throw new UserError(`GitHub does not let this token release ${tag} in ${fullName(repository)}.`, {
			advice: "Either it lacks “contents: write”, or the release’s commit changes .github/workflows compared with the default branch: that needs the permission “workflows”, which the default token can never have. Use an app’s token for such a release.",
			cause: error
		});
		if (/immutable/i.test(error.message)) throw new UserError(`Tag ${tag} of ${fullName(repository)} was used by an immutable release.`, {
			advice: "Such a name is burnt for ever, even after the release was deleted. Take the next version.",
			cause: error
		});
		throw error;
	}
}
// packages/github/run-place.ts
function runPlace(environment, named) {
	const running = environment["GITHUB_REPOSITORY"] ?? "";
	if (named === "" && running === "") throw new UserError("Input “repository” is missing, and there is no GITHUB_REPOSITORY to take it from.", { advice: "Name the repository as OWNER/NAME." });
	const repository = parseRepository(named === "" ? running : named, "Input “repository”");
	const sha = environment["GITHUB_SHA"] ?? "";
	if (!(fullName(repository).toLowerCase() === running.toLowerCase()) || sha === "") return {
		repository,
		trigger: null,
		isTrial: false
	};
	const { GITHUB_REF: ref = "", GITHUB_REF_NAME: name = "" } = environment;
	if (ref.startsWith("refs/pull/")) return {
		repository,
		trigger: null,
		isTrial: true
	};
	return {
		repository,
		trigger: {
			sha,
			branch: name !== "" && environment["GITHUB_REF_TYPE"] !== "tag" && !ref.startsWith("refs/tags/") ? name : null
		},
		isTrial: false
	};
}
// packages/github/tags.ts
async function createTag(github, repository, { tag, commit, message, isNew = false }, reason) {
	const { owner, repo } = repository;
	const [found, branch] = await Promise.all([isNew ? null : tagCommit(github, repository, tag), branchHead(github, repository, tag)]);
	if (found === commit) return null;
	if (found !== null) throw new UserError(`Tag ${tag} of ${fullName(repository)} is on commit ${found}, not on ${commit}.`, { advice: "A version tag is never moved. Release the new commit under the next version." });
	if (branch !== null) throw sameName(tag, repository);
	const written = new Map();
	return settling(github, {
		action: "create",
		subject: `tag ${tag} of ${fullName(repository)}`,
		before: null,
		after: commit,
		reason,
		probe: async () => {
			const object = await tagObject(github, repository, tag);
			return object === null ? null : written.get(object.sha) ?? peel(github, repository, object);
		},
		act: async () => {
			const { data } = await github.request("POST /repos/{owner}/{repo}/git/tags", {
				owner,
				repo,
				tag,
				message,
				object: commit,
				type: "commit"
			});
			written.set(data.sha, data.object.sha);
			await createRef(github, repository, `refs/tags/${tag}`, data.sha);
		}
	});
}
async function floatTag(github, repository, tag, commit, reason) {
	const [before, branch] = await Promise.all([tagCommit(github, repository, tag), branchHead(github, repository, tag)]);
	if (before === commit) return null;
	if (branch !== null) throw sameName(tag, repository);
	if (before !== null) return moveRef(github, repository, {
		kind: "tag",
		name: tag,
		before,
		after: commit,
		force: true
	}, reason);
	return settling(github, {
		action: "create",
		subject: `tag ${tag} of ${fullName(repository)}`,
		before: null,
		after: commit,
		reason,
		probe: () => tagCommit(github, repository, tag),
		act: () => createRef(github, repository, `refs/tags/${tag}`, commit)
	});
}
function sameName(name, repository) {
	return new UserError(`${fullName(repository)} has a branch “${name}”; a tag of that name would be ambiguous.`, { advice: `Rename the branch, for example to “release-${name.replace(/^v/, "")}”, or use another “tag-prefix” or “floating-tags”.` });
}
// packages/github/workflow-file.ts
async function readDispatchInterface(github, { owner, repo }, workflow, ref) {
	const path = `.github/workflows/${workflow}`;
	const data = (await orAbsent(github.request("GET /repos/{owner}/{repo}/contents/{path}", {
		owner,
		repo,
		path,
		ref
	})))?.data;
	if (typeof data !== "object" || data === null || !("content" in data) || typeof data.content !== "string") return null;
	return parseDispatchInterface(Buffer.from(data.content, "base64").toString("utf8"));
}
async function parseDispatchInterface(text) {
	const { parseDocument } = await import("./yaml.js").then((n) => n.t);
	const document = parseDocument(text);
	const workflow = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 100 });
	const triggers = field(workflow, "on");
	const runName = field(workflow, "run-name");
	return {
		inputs: inputsOf(triggers),
		runName: typeof runName === "string" ? runName : ""
	};
}
function inputsOf(triggers) {
	const words = typeof triggers === "string" ? [triggers] : Array.isArray(triggers) ? triggers : null;
	if (words !== null) return words.includes("workflow_dispatch") ? new Map() : null;
	if (typeof triggers !== "object" || triggers === null || !("workflow_dispatch" in triggers)) return null;
	const declared = field(triggers.workflow_dispatch, "inputs");
	const entries = typeof declared === "object" && declared !== null ? Object.entries(declared) : [];
	return new Map(entries.map(([name, details]) => {
		const hasDefault = field(details, "default") !== void 0;
		return [name, { required: field(details, "required") === true && !hasDefault }];
	}));
}
function field(of, name) {
	return typeof of === "object" && of !== null ? new Map(Object.entries(of)).get(name) : void 0;
}
// packages/github/index.ts
var github_exports = __exportAll({
	GitHub: () => GitHub,
	resolveCommit: () => resolveCommit,
	runPlace: () => runPlace
});
export { readBlobs as C, getRepository as D, fullName as E, parseRepository as O, orAbsent as S, readBlob as T, tagCommit as _, runPlace as a, waitingWords as b, proposalBody as c, RepositoryHistory as d, failedJobs as f, branchHead as g, resolveCommit as h, floatTag as i, proposalFiles as l, firstContributions as m, readDispatchInterface as n, planRelease as o, dispatchOnce as p, createTag as r, planProposal as s, github_exports as t, reportProposal as u, awaitRun as v, listFiles as w, GitHub as x, conclusionWords as y };
