import { n as __exportAll } from "./rolldown-runtime.js";
import { A as paragraph, D as list, E as link$1, F as UserError, N as ReportedError, P as ServiceError, S as code, b as contentDigest, t as pLimit, y as Workspace } from "./core.js";
import { createHash } from "node:crypto";
import { dirname, join, posix, relative, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { lstat, mkdir, readFile, readlink, rename, rm, writeFile } from "node:fs/promises";
import { createGunzip, gunzipSync, gzipSync } from "node:zlib";
import { stripVTControlCharacters } from "node:util";
import { Readable } from "node:stream";
// packages/github/answer-cache.ts
const LARGEST$1 = 67108864;
const KEPT_HEADERS = [
	"content-type",
	"etag",
	"link",
	"last-modified"
];
var AnswerCache = class AnswerCache {
	#file;
	#known;
	#used = new Map();
	constructor(file, known) {
		this.#file = file;
		this.#known = known;
	}
	static async open(file) {
		return new AnswerCache(file, await readAnswers(file));
	}
	get(key) {
		return this.#used.get(key) ?? this.#known.get(key);
	}
	keep(key, answer) {
		const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => KEPT_HEADERS.includes(name)));
		this.#used.set(key, {
			...answer,
			headers
		});
	}
	async save() {
		const lines = [...this.#used].sort(([a], [b]) => a < b ? -1 : 1).map(([key, { etag, headers, bytes }]) => JSON.stringify([
			key,
			etag,
			headers,
			bytes.toString("base64")
		]));
		const packed = gzipSync([FORMAT, ...lines].join("\n"));
		await mkdir(dirname(this.#file), { recursive: true });
		const beside = `${this.#file}.${process.pid}`;
		try {
			await writeFile(beside, packed);
			await rename(beside, this.#file);
		} finally {
			await rm(beside, { force: true });
		}
	}
};
const FORMAT = "codeflare-actions answers 1";
async function readAnswers(file) {
	const answers = new Map();
	try {
		const packed = await readFile(file);
		const [format, ...lines] = gunzipSync(packed, { maxOutputLength: LARGEST$1 }).toString("utf8").split("\n");
		if (format !== FORMAT) return answers;
		for (const line of lines) {
			const value = JSON.parse(line);
			if (!Array.isArray(value)) continue;
			const [key, etag, headers, body] = value.map((part) => part);
			if (typeof key !== "string" || typeof etag !== "string" || typeof body !== "string") continue;
			answers.set(key, {
				etag,
				headers: textsOf(headers),
				bytes: Buffer.from(body, "base64")
			});
		}
	} catch {
		return new Map();
	}
	return answers;
}
function textsOf(value) {
	const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
	return Object.fromEntries(entries.flatMap(([name, text]) => typeof text === "string" ? [[name, text]] : []));
}
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
		mayPush: data.permissions?.push ?? null,
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
const LARGEST_FILE$1 = 33554432;
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
			const isFile = (type === "0" || type === "\0") && this.#size > 0 && this.#size <= LARGEST_FILE$1;
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
// node_modules/universal-user-agent/index.js
function getUserAgent() {
	if (typeof navigator === "object" && "userAgent" in navigator) return navigator.userAgent;
	if (typeof process === "object" && process.version !== void 0) return `Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`;
	return "<environment undetectable>";
}
// node_modules/before-after-hook/lib/register.js
function register(state, name, method, options) {
	if (typeof method !== "function") throw new Error("method for before hook must be a function");
	if (!options) options = {};
	if (Array.isArray(name)) return name.reverse().reduce((callback, name) => {
		return register.bind(null, state, name, callback, options);
	}, method)();
	return Promise.resolve().then(() => {
		if (!state.registry[name]) return method(options);
		return state.registry[name].reduce((method, registered) => {
			return registered.hook.bind(null, method, options);
		}, method)();
	});
}
// node_modules/before-after-hook/lib/add.js
function addHook(state, kind, name, hook) {
	const orig = hook;
	if (!state.registry[name]) state.registry[name] = [];
	if (kind === "before") hook = (method, options) => {
		return Promise.resolve().then(orig.bind(null, options)).then(method.bind(null, options));
	};
	if (kind === "after") hook = (method, options) => {
		let result;
		return Promise.resolve().then(method.bind(null, options)).then((result_) => {
			result = result_;
			return orig(result, options);
		}).then(() => {
			return result;
		});
	};
	if (kind === "error") hook = (method, options) => {
		return Promise.resolve().then(method.bind(null, options)).catch((error) => {
			return orig(error, options);
		});
	};
	state.registry[name].push({
		hook,
		orig
	});
}
// node_modules/before-after-hook/lib/remove.js
function removeHook(state, name, method) {
	if (!state.registry[name]) return;
	const index = state.registry[name].map((registered) => {
		return registered.orig;
	}).indexOf(method);
	if (index === -1) return;
	state.registry[name].splice(index, 1);
}
// node_modules/before-after-hook/index.js
const bind = Function.bind;
const bindable = bind.bind(bind);
function bindApi(hook, state, name) {
	const removeHookRef = bindable(removeHook, null).apply(null, name ? [state, name] : [state]);
	hook.api = { remove: removeHookRef };
	hook.remove = removeHookRef;
	[
		"before",
		"error",
		"after",
		"wrap"
	].forEach((kind) => {
		const args = name ? [
			state,
			kind,
			name
		] : [state, kind];
		hook[kind] = hook.api[kind] = bindable(addHook, null).apply(null, args);
	});
}
function Singular() {
	const singularHookName = Symbol("Singular");
	const singularHookState = { registry: {} };
	const singularHook = register.bind(null, singularHookState, singularHookName);
	bindApi(singularHook, singularHookState, singularHookName);
	return singularHook;
}
function Collection() {
	const state = { registry: {} };
	const hook = register.bind(null, state);
	bindApi(hook, state);
	return hook;
}
var before_after_hook_default = {
	Singular,
	Collection
};
// node_modules/@octokit/endpoint/dist-bundle/index.js
var DEFAULTS = {
	method: "GET",
	baseUrl: "https://api.github.com",
	headers: {
		accept: "application/vnd.github.v3+json",
		"user-agent": `octokit-endpoint.js/0.0.0-development ${getUserAgent()}`
	},
	mediaType: { format: "" }
};
function lowercaseKeys(object) {
	if (!object) return {};
	return Object.keys(object).reduce((newObj, key) => {
		newObj[key.toLowerCase()] = object[key];
		return newObj;
	}, {});
}
function isPlainObject$1(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
function mergeDeep(defaults, options) {
	const result = Object.assign({}, defaults);
	Object.keys(options).forEach((key) => {
		if (isPlainObject$1(options[key])) {
			if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
			else result[key] = mergeDeep(defaults[key], options[key]);
		} else Object.assign(result, { [key]: options[key] });
	});
	return result;
}
function removeUndefinedProperties(obj) {
	for (const key in obj) if (obj[key] === void 0) delete obj[key];
	return obj;
}
function merge$1(defaults, route, options) {
	if (typeof route === "string") {
		let [method, url] = route.split(" ");
		options = Object.assign(url ? {
			method,
			url
		} : { url: method }, options);
	} else options = Object.assign({}, route);
	options.headers = lowercaseKeys(options.headers);
	removeUndefinedProperties(options);
	removeUndefinedProperties(options.headers);
	const mergedOptions = mergeDeep(defaults || {}, options);
	if (options.url === "/graphql") {
		if (defaults && defaults.mediaType.previews?.length) mergedOptions.mediaType.previews = defaults.mediaType.previews.filter((preview) => !mergedOptions.mediaType.previews.includes(preview)).concat(mergedOptions.mediaType.previews);
		mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
	}
	return mergedOptions;
}
function addQueryParameters(url, parameters) {
	const separator = /\?/.test(url) ? "&" : "?";
	const names = Object.keys(parameters);
	if (names.length === 0) return url;
	return url + separator + names.map((name) => {
		if (name === "q") return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
		return `${name}=${encodeURIComponent(parameters[name])}`;
	}).join("&");
}
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
	return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
	const matches = url.match(urlVariableRegex);
	if (!matches) return [];
	return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}
function omit(object, keysToOmit) {
	const result = { __proto__: null };
	for (const key of Object.keys(object)) if (keysToOmit.indexOf(key) === -1) result[key] = object[key];
	return result;
}
function encodeReserved(str) {
	return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
		if (!/%[0-9A-Fa-f]/.test(part)) part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
		return part;
	}).join("");
}
function encodeUnreserved(str) {
	return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
		return "%" + c.charCodeAt(0).toString(16).toUpperCase();
	});
}
function encodeValue(operator, value, key) {
	value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
	if (key) return encodeUnreserved(key) + "=" + value;
	else return value;
}
function isDefined(value) {
	return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
	return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
	var value = context[key], result = [];
	if (isDefined(value) && value !== "") {
		if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
			value = value.toString();
			if (modifier && modifier !== "*") value = value.substring(0, parseInt(modifier, 10));
			result.push(encodeValue(operator, value, isKeyOperator(operator) ? key : ""));
		} else if (modifier === "*") {
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				result.push(encodeValue(operator, value2, isKeyOperator(operator) ? key : ""));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) result.push(encodeValue(operator, value[k], k));
			});
		} else {
			const tmp = [];
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				tmp.push(encodeValue(operator, value2));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) {
					tmp.push(encodeUnreserved(k));
					tmp.push(encodeValue(operator, value[k].toString()));
				}
			});
			if (isKeyOperator(operator)) result.push(encodeUnreserved(key) + "=" + tmp.join(","));
			else if (tmp.length !== 0) result.push(tmp.join(","));
		}
	} else if (operator === ";") {
		if (isDefined(value)) result.push(encodeUnreserved(key));
	} else if (value === "" && (operator === "&" || operator === "?")) result.push(encodeUnreserved(key) + "=");
	else if (value === "") result.push("");
	return result;
}
function parseUrl(template) {
	return { expand: expand.bind(null, template) };
}
function expand(template, context) {
	var operators = [
		"+",
		"#",
		".",
		"/",
		";",
		"?",
		"&"
	];
	template = template.replace(/\{([^\{\}]+)\}|([^\{\}]+)/g, function(_, expression, literal) {
		if (expression) {
			let operator = "";
			const values = [];
			if (operators.indexOf(expression.charAt(0)) !== -1) {
				operator = expression.charAt(0);
				expression = expression.substr(1);
			}
			expression.split(/,/g).forEach(function(variable) {
				var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
				values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
			});
			if (operator && operator !== "+") {
				var separator = ",";
				if (operator === "?") separator = "&";
				else if (operator !== "#") separator = operator;
				return (values.length !== 0 ? operator : "") + values.join(separator);
			} else return values.join(",");
		} else return encodeReserved(literal);
	});
	if (template === "/") return template;
	else return template.replace(/\/$/, "");
}
function parse$1(options) {
	let method = options.method.toUpperCase();
	let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
	let headers = Object.assign({}, options.headers);
	let body;
	let parameters = omit(options, [
		"method",
		"baseUrl",
		"url",
		"headers",
		"request",
		"mediaType"
	]);
	const urlVariableNames = extractUrlVariableNames(url);
	url = parseUrl(url).expand(parameters);
	if (!/^http/.test(url)) url = options.baseUrl + url;
	const remainingParameters = omit(parameters, Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl"));
	if (!/application\/octet-stream/i.test(headers.accept)) {
		if (options.mediaType.format) headers.accept = headers.accept.split(/,/).map((format) => format.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/, `application/vnd$1$2.${options.mediaType.format}`)).join(",");
		if (url.endsWith("/graphql")) {
			if (options.mediaType.previews?.length) headers.accept = (headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || []).concat(options.mediaType.previews).map((preview) => {
				return `application/vnd.github.${preview}-preview${options.mediaType.format ? `.${options.mediaType.format}` : "+json"}`;
			}).join(",");
		}
	}
	if (["GET", "HEAD"].includes(method)) url = addQueryParameters(url, remainingParameters);
	else if ("data" in remainingParameters) body = remainingParameters.data;
	else if (Object.keys(remainingParameters).length) body = remainingParameters;
	if (!headers["content-type"] && typeof body !== "undefined") headers["content-type"] = "application/json; charset=utf-8";
	if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") body = "";
	return Object.assign({
		method,
		url,
		headers
	}, typeof body !== "undefined" ? { body } : null, options.request ? { request: options.request } : null);
}
function endpointWithDefaults(defaults, route, options) {
	return parse$1(merge$1(defaults, route, options));
}
function withDefaults$2(oldDefaults, newDefaults) {
	const DEFAULTS2 = merge$1(oldDefaults, newDefaults);
	const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
	return Object.assign(endpoint2, {
		DEFAULTS: DEFAULTS2,
		defaults: withDefaults$2.bind(null, DEFAULTS2),
		merge: merge$1.bind(null, DEFAULTS2),
		parse: parse$1
	});
}
var endpoint = withDefaults$2(null, DEFAULTS);
// node_modules/content-type/dist/index.js
/*!
* content-type
* Copyright(c) 2015 Douglas Christopher Wilson
* MIT Licensed
*/
const SP = 32;
const HTAB = 9;
const SEMI = 59;
const EQ = 61;
const DQUOTE = 34;
const BSLASH = 92;
const COMMA = 44;
const LOWER_CASE = 1;
const OWS = 2;
const SEMI_FLAG = 4;
const COMMA_FLAG = 8;
const TOKEN_FLAG = 16;
const NON_ASCII = 65280;
const CASE_FLAGS = 65281;
const CHAR_MAP = new Uint8Array(256);
CHAR_MAP[HTAB] |= OWS;
CHAR_MAP[SP] |= OWS;
CHAR_MAP[SEMI] |= SEMI_FLAG;
CHAR_MAP[COMMA] |= COMMA_FLAG;
for (let code = 128; code <= 255; code++) CHAR_MAP[code] |= LOWER_CASE;
for (const char of "!#$%&'*+-.^_`|~") CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
for (let code = 48; code <= 57; code++) CHAR_MAP[code] |= TOKEN_FLAG;
for (let code = 65; code <= 90; code++) CHAR_MAP[code] |= 17;
for (let code = 97; code <= 122; code++) CHAR_MAP[code] |= TOKEN_FLAG;
const NullObject = (() => {
	const C = function() {};
	C.prototype = Object.create(null);
	return C;
})();
function parse(header, options) {
	const stopFlags = SEMI_FLAG | (options?.comma === true ? COMMA_FLAG : 0);
	const len = header.length;
	let valueStart = options?.start ?? 0;
	while ((CHAR_MAP[header.charCodeAt(valueStart)] & OWS) !== 0) valueStart++;
	let index = valueStart;
	let typeFlags = 0;
	let whitespace = -1;
	let stop = options?.parameters === false ? COMMA_FLAG : 0;
	while (index < len) {
		const code = header.charCodeAt(index);
		const flags = CHAR_MAP[code];
		if ((flags & stopFlags) !== 0) {
			stop |= flags & COMMA_FLAG;
			break;
		}
		if ((flags & OWS) !== 0) {
			if (whitespace === -1) whitespace = index;
		} else whitespace = -1;
		typeFlags |= code & NON_ASCII | flags;
		index++;
	}
	const valueEnd = whitespace === -1 ? index : whitespace;
	const value = header.slice(valueStart, valueEnd);
	const type = (typeFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
	if (index === len || stop !== 0) return {
		type,
		index,
		parameters: new NullObject()
	};
	return parseParameters(header, type, index, len, stopFlags);
}
function parseParameters(header, type, index, len, stopFlags) {
	const parameters = new NullObject();
	parameter: while (index < len) {
		index++;
		while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
		const keyStart = index;
		let keyFlags = 0;
		let keyWhitespace = -1;
		while (index < len) {
			const code = header.charCodeAt(index);
			const flags = CHAR_MAP[code];
			if ((flags & stopFlags) !== 0) {
				if ((flags & COMMA_FLAG) !== 0) break parameter;
				continue parameter;
			}
			if (code === EQ) {
				const keyEnd = keyWhitespace === -1 ? index : keyWhitespace;
				const value = header.slice(keyStart, keyEnd);
				const key = (keyFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
				index++;
				while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
				if (index < len && header.charCodeAt(index) === DQUOTE) {
					const quotedStart = ++index;
					let escaped = false;
					while (index < len) {
						const code = header.charCodeAt(index);
						if (code === DQUOTE) {
							if (parameters[key] === void 0) parameters[key] = escaped ? unescapeQuotedPairs(header, quotedStart, index) : header.slice(quotedStart, index);
							index++;
							let stop = 0;
							while (index < len) {
								const code = header.charCodeAt(index);
								const flags = CHAR_MAP[code];
								if ((flags & stopFlags) !== 0) {
									stop = flags & COMMA_FLAG;
									break;
								}
								index++;
							}
							if (stop !== 0) break parameter;
							continue parameter;
						}
						if (code === BSLASH && index + 1 < len) {
							escaped = true;
							index += 2;
							continue;
						}
						index++;
					}
					continue parameter;
				}
				const valueStart = index;
				let stop = 0;
				let valueWhitespace = -1;
				while (index < len) {
					const code = header.charCodeAt(index);
					const flags = CHAR_MAP[code];
					if ((flags & stopFlags) !== 0) {
						stop = flags & COMMA_FLAG;
						break;
					}
					if ((flags & OWS) !== 0) {
						if (valueWhitespace === -1) valueWhitespace = index;
					} else valueWhitespace = -1;
					index++;
				}
				if (parameters[key] === void 0) {
					const valueEnd = valueWhitespace === -1 ? index : valueWhitespace;
					parameters[key] = header.slice(valueStart, valueEnd);
				}
				if (stop !== 0) break parameter;
				continue parameter;
			}
			if ((flags & OWS) !== 0) {
				if (keyWhitespace === -1) keyWhitespace = index;
			} else keyWhitespace = -1;
			keyFlags |= code & NON_ASCII | flags;
			index++;
		}
	}
	return {
		type,
		index,
		parameters
	};
}
function unescapeQuotedPairs(str, start, end) {
	let result = "";
	for (let index = start; index < end; index++) if (str.charCodeAt(index) === BSLASH) {
		result += str.slice(start, index);
		start = ++index;
	}
	return result + str.slice(start, end);
}
// node_modules/json-with-bigint/json-with-bigint.js
const intRegex = /^-?\d+$/;
const noiseValue = /^-?\d+n+$/;
const originalStringify = JSON.stringify;
const originalParse = JSON.parse;
const customFormat = /^-?\d+n$/;
const bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
const noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;
const isUnstringifiable = (val) => val === void 0 || typeof val === "function" || typeof val === "symbol";
const isRawJSON = (val) => val !== null && typeof val === "object" && val.constructor && val.constructor.name === "RawJSON";
const stringifyIteratively = (rootValue, replacer, spaceParam) => {
	let space = "";
	if (typeof spaceParam === "number") space = " ".repeat(Math.min(10, Math.max(0, Math.floor(spaceParam))));
	else if (typeof spaceParam === "string") space = spaceParam.slice(0, 10);
	const isFunctionReplacer = typeof replacer === "function";
	const propertyList = Array.isArray(replacer) ? new Set(replacer.map(String)) : null;
	const prepareVal = (parent, key, val) => {
		if (val !== null && typeof val === "object" && typeof val.toJSON === "function") val = val.toJSON(key);
		if (typeof val === "string" && noiseValue.test(val)) return val + "n";
		if (typeof val === "bigint") {
			if ("rawJSON" in JSON) return JSON.rawJSON(val.toString());
			return val.toString() + "n";
		}
		if (isFunctionReplacer) val = replacer.call(parent, key, val);
		if (val !== null && typeof val === "object") {
			if (val instanceof Number || val instanceof String || val instanceof Boolean) val = val.valueOf();
		}
		return val;
	};
	const rootProcessed = prepareVal({ "": rootValue }, "", rootValue);
	if (isUnstringifiable(rootProcessed)) return;
	const isRootPrimitive = rootProcessed === null || typeof rootProcessed !== "object";
	const isRootNativeRawJSON = isRawJSON(rootProcessed);
	if (isRootPrimitive || isRootNativeRawJSON) return originalStringify(rootProcessed);
	const chunks = [];
	let level = 0;
	const stack = [{
		parent: { "": rootProcessed },
		key: "",
		val: rootProcessed,
		isArray: Array.isArray(rootProcessed),
		keys: Array.isArray(rootProcessed) ? null : Object.keys(rootProcessed),
		index: 0,
		first: true
	}];
	const visited = new WeakSet([rootProcessed]);
	while (stack.length > 0) {
		const node = stack[stack.length - 1];
		if (node.index === 0) {
			chunks.push(node.isArray ? "[" : "{");
			level++;
		}
		let isDone = false;
		if (node.isArray) {
			if (node.index < node.val.length) {
				if (!node.first) chunks.push(",");
				if (space) chunks.push("\n" + space.repeat(level));
				const childRaw = node.val[node.index];
				const childVal = prepareVal(node.val, String(node.index), childRaw);
				if (isUnstringifiable(childVal)) {
					chunks.push("null");
					node.first = false;
					node.index++;
				} else {
					const isComplexObject = childVal !== null && typeof childVal === "object";
					const isNativeRaw = isRawJSON(childVal);
					if (isComplexObject && !isNativeRaw) {
						if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
						visited.add(childVal);
						stack.push({
							parent: node.val,
							key: String(node.index),
							val: childVal,
							isArray: Array.isArray(childVal),
							keys: Array.isArray(childVal) ? null : Object.keys(childVal),
							index: 0,
							first: true
						});
						node.first = false;
						node.index++;
					} else {
						chunks.push(originalStringify(childVal));
						node.first = false;
						node.index++;
					}
				}
			} else isDone = true;
		} else {
			while (node.index < node.keys.length) {
				const k = node.keys[node.index++];
				if (propertyList && !propertyList.has(k)) continue;
				const childRaw = node.val[k];
				const childVal = prepareVal(node.val, k, childRaw);
				if (isUnstringifiable(childVal)) continue;
				if (!node.first) chunks.push(",");
				if (space) chunks.push("\n" + space.repeat(level) + originalStringify(k) + ": ");
				else chunks.push(originalStringify(k) + ":");
				const isComplexObject = childVal !== null && typeof childVal === "object";
				const isNativeRaw = isRawJSON(childVal);
				if (isComplexObject && !isNativeRaw) {
					if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
					visited.add(childVal);
					stack.push({
						parent: node.val,
						key: k,
						val: childVal,
						isArray: Array.isArray(childVal),
						keys: Array.isArray(childVal) ? null : Object.keys(childVal),
						index: 0,
						first: true
					});
					node.first = false;
					break;
				} else {
					chunks.push(originalStringify(childVal));
					node.first = false;
				}
			}
			if (node.index >= node.keys.length && stack[stack.length - 1] === node) isDone = true;
		}
		if (isDone) {
			level--;
			if (!node.first && space) chunks.push("\n" + space.repeat(level));
			chunks.push(node.isArray ? "]" : "}");
			visited.delete(node.val);
			stack.pop();
		}
	}
	return chunks.join("");
};
const JSONStringify = (value, replacer, space) => {
	try {
		if ("rawJSON" in JSON) return originalStringify(value, (key, val) => {
			if (typeof val === "bigint") return JSON.rawJSON(val.toString());
			if (typeof replacer === "function") return replacer(key, val);
			if (Array.isArray(replacer) && replacer.includes(key)) return val;
			return val;
		}, space);
		if (!value) return originalStringify(value, replacer, space);
		return originalStringify(value, (key, val) => {
			if (typeof val === "string" && noiseValue.test(val)) return val.toString() + "n";
			if (typeof val === "bigint") return val.toString() + "n";
			if (typeof replacer === "function") return replacer(key, val);
			if (Array.isArray(replacer) && replacer.includes(key)) return val;
			return val;
		}, space).replace(bigIntsStringify, "$1$2$3").replace(noiseStringify, "$1$2$3");
	} catch (error) {
		if (error instanceof RangeError) {
			const convertedJSON = stringifyIteratively(value, replacer, space);
			if (convertedJSON === void 0) return void 0;
			if ("rawJSON" in JSON) return convertedJSON;
			return convertedJSON.replace(bigIntsStringify, "$1$2$3").replace(noiseStringify, "$1$2$3");
		}
		throw error;
	}
};
const featureCache = new Map();
const isContextSourceSupported = () => {
	const parseFingerprint = JSON.parse.toString();
	if (featureCache.has(parseFingerprint)) return featureCache.get(parseFingerprint);
	try {
		const result = JSON.parse("1", (_, __, context) => !!context?.source && context.source === "1");
		featureCache.set(parseFingerprint, result);
		return result;
	} catch {
		featureCache.set(parseFingerprint, false);
		return false;
	}
};
const convertMarkedBigIntsReviver = (key, value, context, userReviver) => {
	if (typeof value === "string" && customFormat.test(value)) return BigInt(value.slice(0, -1));
	if (typeof value === "string" && noiseValue.test(value)) return value.slice(0, -1);
	if (!(typeof userReviver === "function")) return value;
	return userReviver(key, value, context);
};
const JSONParseV2 = (text, reviver) => {
	return JSON.parse(text, (key, value, context) => {
		const isBigNumber = typeof value === "number" && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER);
		const isInt = context && intRegex.test(context.source);
		if (isBigNumber && isInt) return BigInt(context.source);
		if (!(typeof reviver === "function")) return value;
		return reviver(key, value, context);
	});
};
const MAX_INT = Number.MAX_SAFE_INTEGER.toString();
const MAX_DIGITS = MAX_INT.length;
const stringsOrLargeNumbers = /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
const noiseValueWithQuotes = /^"-?\d+n+"$/;
const applyReviverIteratively = (parsed, userReviver) => {
	const rootHolder = { "": parsed };
	const stack = [{
		parent: rootHolder,
		key: "",
		visited: false
	}];
	while (stack.length > 0) {
		const node = stack[stack.length - 1];
		if (!node.visited) {
			node.visited = true;
			const value = node.parent[node.key];
			if (value !== null && typeof value === "object") {
				const keys = Object.keys(value);
				for (let i = keys.length - 1; i >= 0; i--) stack.push({
					parent: value,
					key: keys[i],
					visited: false
				});
			}
		} else {
			const { parent, key } = node;
			let value = parent[key];
			if (typeof value === "string") {
				if (customFormat.test(value)) value = BigInt(value.slice(0, -1));
				else if (noiseValue.test(value)) value = value.slice(0, -1);
			}
			if (typeof userReviver === "function") value = userReviver.call(parent, key, value);
			if (value === void 0) delete parent[key];
			else parent[key] = value;
			stack.pop();
		}
	}
	return rootHolder[""];
};
const serializeBigInts = (text) => {
	return text.replace(stringsOrLargeNumbers, (match, digits, fractional, exponential) => {
		const isString = match[0] === "\"";
		if (isString && noiseValueWithQuotes.test(match)) return match.substring(0, match.length - 1) + "n\"";
		const hasFractionalOrExponential = fractional || exponential;
		const isLessThanMaxSafeInt = digits && (digits.length < MAX_DIGITS || digits.length === MAX_DIGITS && digits <= MAX_INT);
		if (isString || hasFractionalOrExponential || isLessThanMaxSafeInt) return match;
		return "\"" + match + "n\"";
	});
};
const JSONParse = (text, reviver) => {
	if (!text) return originalParse(text, reviver);
	try {
		if (isContextSourceSupported()) return JSONParseV2(text, reviver);
		const serializedData = serializeBigInts(text);
		return originalParse(serializedData, (key, value, context) => convertMarkedBigIntsReviver(key, value, context, reviver));
	} catch (error) {
		if (error instanceof RangeError) {
			const serializedData = serializeBigInts(text);
			const parsed = originalParse(serializedData);
			return applyReviverIteratively(parsed, reviver);
		}
		throw error;
	}
};
// node_modules/@octokit/request-error/dist-src/index.js
var RequestError = class extends Error {
	name;
	status;
	request;
	response;
	constructor(message, statusCode, options) {
		super(message, { cause: options.cause });
		this.name = "HttpError";
		this.status = Number.parseInt(statusCode);
		if (Number.isNaN(this.status)) this.status = 0;
		if ("response" in options) this.response = options.response;
		const requestCopy = Object.assign({}, options.request);
		if (options.request.headers.authorization) requestCopy.headers = Object.assign({}, options.request.headers, { authorization: options.request.headers.authorization.replace(/(?<! ) .*$/, " [REDACTED]") });
		requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
		this.request = requestCopy;
	}
};
// node_modules/@octokit/request/dist-bundle/index.js
var defaults_default = { headers: { "user-agent": `octokit-request.js/10.0.16 ${getUserAgent()}` } };
function isPlainObject(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
var noop$1 = () => "";
async function fetchWrapper(requestOptions) {
	const fetch = requestOptions.request?.fetch || globalThis.fetch;
	if (!fetch) throw new Error("fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing");
	const log = requestOptions.request?.log || console;
	const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
	const body = isPlainObject(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
	const requestHeaders = Object.fromEntries(Object.entries(requestOptions.headers).map(([name, value]) => [name, String(value)]));
	let fetchResponse;
	try {
		fetchResponse = await fetch(requestOptions.url, {
			method: requestOptions.method,
			body,
			redirect: requestOptions.request?.redirect,
			headers: requestHeaders,
			signal: requestOptions.request?.signal,
			...requestOptions.body && { duplex: "half" }
		});
	} catch (error) {
		let message = "Unknown Error";
		if (error instanceof Error) {
			if (error.name === "AbortError") {
				error.status = 500;
				throw error;
			}
			message = error.message;
			if (error.name === "TypeError" && "cause" in error) {
				if (error.cause instanceof Error) message = error.cause.message;
				else if (typeof error.cause === "string") message = error.cause;
			}
		}
		const requestError = new RequestError(message, 500, { request: requestOptions });
		requestError.cause = error;
		throw requestError;
	}
	const status = fetchResponse.status;
	const url = fetchResponse.url;
	const responseHeaders = {};
	for (const [key, value] of fetchResponse.headers) responseHeaders[key] = value;
	const octokitResponse = {
		url,
		status,
		headers: responseHeaders,
		data: ""
	};
	if ("deprecation" in responseHeaders) {
		const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
		const deprecationLink = matches && matches.pop();
		log.warn(`[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`);
	}
	if (status === 204 || status === 205) return octokitResponse;
	if (requestOptions.method === "HEAD") {
		if (status < 400) return octokitResponse;
		throw new RequestError(fetchResponse.statusText, status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status === 304) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError("Not modified", status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status >= 400) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError(toErrorMessage(octokitResponse.data), status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
	return octokitResponse;
}
async function getResponseData(response) {
	const contentType = response.headers.get("content-type");
	if (!contentType) return response.text().catch(noop$1);
	const mimetype = parse(contentType);
	if (isJSONResponse(mimetype)) {
		let text = "";
		try {
			text = await response.text();
			return JSONParse(text);
		} catch (err) {
			return text;
		}
	} else if (mimetype.type.startsWith("text/") || mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") return response.text().catch(noop$1);
	else return response.arrayBuffer().catch(() => new ArrayBuffer(0));
}
function isJSONResponse(mimetype) {
	return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
	if (typeof data === "string") return data;
	if (data instanceof ArrayBuffer) return "Unknown error";
	if (typeof data === "object" && data !== null && "message" in data) {
		const objectData = data;
		const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
		return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
	}
	return `Unknown error: ${JSON.stringify(data)}`;
}
function withDefaults$1(oldEndpoint, newDefaults) {
	const endpoint2 = oldEndpoint.defaults(newDefaults);
	const newApi = function(route, parameters) {
		const endpointOptions = endpoint2.merge(route, parameters);
		if (!endpointOptions.request || !endpointOptions.request.hook) return fetchWrapper(endpoint2.parse(endpointOptions));
		const request2 = (route2, parameters2) => {
			return fetchWrapper(endpoint2.parse(endpoint2.merge(route2, parameters2)));
		};
		Object.assign(request2, {
			endpoint: endpoint2,
			defaults: withDefaults$1.bind(null, endpoint2)
		});
		return endpointOptions.request.hook(request2, endpointOptions);
	};
	return Object.assign(newApi, {
		endpoint: endpoint2,
		defaults: withDefaults$1.bind(null, endpoint2)
	});
}
var request = withDefaults$1(endpoint, defaults_default);
// node_modules/@octokit/graphql/dist-bundle/index.js
var VERSION$1 = "0.0.0-development";
function _buildMessageForResponseErrors(data) {
	return `Request failed due to following response errors:
` + data.errors.map((e) => ` - ${e.message}`).join("\n");
}
var GraphqlResponseError = class extends Error {
	constructor(request2, headers, response) {
		super(_buildMessageForResponseErrors(response));
		this.request = request2;
		this.headers = headers;
		this.response = response;
		this.errors = response.errors;
		this.data = response.data;
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
	}
	request;
	headers;
	response;
	name = "GraphqlResponseError";
	errors;
	data;
};
var NON_VARIABLE_OPTIONS = [
	"method",
	"baseUrl",
	"url",
	"headers",
	"request",
	"query",
	"mediaType",
	"operationName"
];
var FORBIDDEN_VARIABLE_OPTIONS = [
	"query",
	"method",
	"url"
];
var GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
function graphql(request2, query, options) {
	if (options) {
		if (typeof query === "string" && "query" in options) return Promise.reject(new Error(`[@octokit/graphql] "query" cannot be used as variable name`));
		for (const key in options) {
			if (!FORBIDDEN_VARIABLE_OPTIONS.includes(key)) continue;
			return Promise.reject(new Error(`[@octokit/graphql] "${key}" cannot be used as variable name`));
		}
	}
	const parsedOptions = typeof query === "string" ? Object.assign({ query }, options) : query;
	const requestOptions = Object.keys(parsedOptions).reduce((result, key) => {
		if (NON_VARIABLE_OPTIONS.includes(key)) {
			result[key] = parsedOptions[key];
			return result;
		}
		if (!result.variables) result.variables = {};
		result.variables[key] = parsedOptions[key];
		return result;
	}, {});
	const baseUrl = parsedOptions.baseUrl || request2.endpoint.DEFAULTS.baseUrl;
	if (GHES_V3_SUFFIX_REGEX.test(baseUrl)) requestOptions.url = baseUrl.replace(GHES_V3_SUFFIX_REGEX, "/api/graphql");
	return request2(requestOptions).then((response) => {
		if (response.data.errors) {
			const headers = {};
			for (const key of Object.keys(response.headers)) headers[key] = response.headers[key];
			throw new GraphqlResponseError(requestOptions, headers, response.data);
		}
		return response.data.data;
	});
}
function withDefaults(request2, newDefaults) {
	const newRequest = request2.defaults(newDefaults);
	const newApi = (query, options) => {
		return graphql(newRequest, query, options);
	};
	return Object.assign(newApi, {
		defaults: withDefaults.bind(null, newRequest),
		endpoint: newRequest.endpoint
	});
}
withDefaults(request, {
	headers: { "user-agent": `octokit-graphql.js/${VERSION$1} ${getUserAgent()}` },
	method: "POST",
	url: "/graphql"
});
function withCustomRequest(customRequest) {
	return withDefaults(customRequest, {
		method: "POST",
		url: "/graphql"
	});
}
// node_modules/@octokit/auth-token/dist-bundle/index.js
var b64url = "(?:[a-zA-Z0-9_-]+)";
var sep$1 = "\\.";
var jwtRE = new RegExp(`^${b64url}${sep$1}${b64url}${sep$1}${b64url}$`);
var isJWT = jwtRE.test.bind(jwtRE);
async function auth(token) {
	const isApp = isJWT(token);
	const isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
	const isUserToServer = token.startsWith("ghu_");
	return {
		type: "token",
		token,
		tokenType: isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth"
	};
}
function withAuthorizationPrefix(token) {
	if (token.split(/\./).length === 3) return `bearer ${token}`;
	return `token ${token}`;
}
async function hook(token, request, route, parameters) {
	const endpoint = request.endpoint.merge(route, parameters);
	endpoint.headers.authorization = withAuthorizationPrefix(token);
	return request(endpoint);
}
var createTokenAuth = function createTokenAuth2(token) {
	if (!token) throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
	if (typeof token !== "string") throw new Error("[@octokit/auth-token] Token passed to createTokenAuth is not a string");
	token = token.replace(/^(token|bearer) +/i, "");
	return Object.assign(auth.bind(null, token), { hook: hook.bind(null, token) });
};
// node_modules/@octokit/core/dist-src/version.js
const VERSION = "7.0.8";
// node_modules/@octokit/core/dist-src/index.js
const noop = () => {};
const consoleWarn = console.warn.bind(console);
const consoleError = console.error.bind(console);
function createLogger(logger = {}) {
	if (typeof logger.debug !== "function") logger.debug = noop;
	if (typeof logger.info !== "function") logger.info = noop;
	if (typeof logger.warn !== "function") logger.warn = consoleWarn;
	if (typeof logger.error !== "function") logger.error = consoleError;
	return logger;
}
const userAgentTrail = `octokit-core.js/${VERSION} ${getUserAgent()}`;
var Octokit = class {
	static VERSION = VERSION;
	static defaults(defaults) {
		const OctokitWithDefaults = class extends this {
			constructor(...args) {
				const options = args[0] || {};
				if (typeof defaults === "function") {
					super(defaults(options));
					return;
				}
				super(Object.assign({}, defaults, options, options.userAgent && defaults.userAgent ? { userAgent: `${options.userAgent} ${defaults.userAgent}` } : null));
			}
		};
		return OctokitWithDefaults;
	}
	static plugins = [];
	static plugin(...newPlugins) {
		const currentPlugins = this.plugins;
		const NewOctokit = class extends this {
			static plugins = currentPlugins.concat(newPlugins.filter((plugin) => !currentPlugins.includes(plugin)));
		};
		return NewOctokit;
	}
	constructor(options = {}) {
		const hook = new before_after_hook_default.Collection();
		const requestDefaults = {
			baseUrl: request.endpoint.DEFAULTS.baseUrl,
			headers: {},
			request: Object.assign({}, options.request, { hook: hook.bind(null, "request") }),
			mediaType: {
				previews: [],
				format: ""
			}
		};
		requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
		if (options.baseUrl) requestDefaults.baseUrl = options.baseUrl;
		if (options.previews) requestDefaults.mediaType.previews = options.previews;
		if (options.timeZone) requestDefaults.headers["time-zone"] = options.timeZone;
		this.request = request.defaults(requestDefaults);
		this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
		this.log = createLogger(options.log);
		this.hook = hook;
		if (!options.authStrategy) {
			if (!options.auth) this.auth = async () => ({ type: "unauthenticated" });
			else {
				const auth = createTokenAuth(options.auth);
				hook.wrap("request", auth.hook);
				this.auth = auth;
			}
		} else {
			const { authStrategy, ...otherOptions } = options;
			const auth = authStrategy(Object.assign({
				request: this.request,
				log: this.log,
				octokit: this,
				octokitOptions: otherOptions
			}, options.auth));
			hook.wrap("request", auth.hook);
			this.auth = auth;
		}
		const classConstructor = this.constructor;
		for (let i = 0; i < classConstructor.plugins.length; ++i) Object.assign(this, classConstructor.plugins[i](this, options));
	}
	request;
	graphql;
	log;
	hook;
	auth;
};
// packages/github/octokit-fetch.ts
function octokitFetch(transport) {
	return async (url, { method, headers, body }) => {
		return answered(url, await transport({
			method,
			url,
			headers,
			...body !== void 0 && { body }
		}));
	};
}
function answered(url, { status, headers, bytes }) {
	const single = Object.entries(headers).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]);
	return {
		status,
		statusText: "",
		url,
		headers: new Map(single),
		text: () => Promise.resolve(bytes.toString("utf8")),
		arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer)
	};
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
		const known = line.method === "GET" ? kept.get(key) ?? fromCache(options.cache, key) : void 0;
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
			const answered = received.status === 304 && known !== void 0 ? known : received;
			keep(kept, key, line, answered, options.cache);
			return answered;
		}
	};
}
function lineOf({ method, url }) {
	return {
		method,
		path: new URL(url, "https://github.invalid").pathname.replace(/^\/api\/v3(?=\/)/, "")
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
function fromCache(cache, key) {
	const found = cache?.get(key);
	return found === void 0 ? void 0 : {
		status: 200,
		headers: found.headers,
		bytes: found.bytes
	};
}
function keep(kept, key, line, received, cache) {
	const { etag } = received.headers;
	if (line.method !== "GET" || received.status !== 200 || etag === void 0) return;
	if (received.bytes.length > LARGEST_KEPT) return;
	cache?.keep(key, {
		etag,
		headers: received.headers,
		bytes: received.bytes
	});
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
	request;
	serverUrl;
	sleep;
	#octokit;
	constructor({ token, environment, signal, log = () => void 0, sleep, timeoutMs = 6e4, cache }) {
		this.serverUrl = withoutSlash(environment["GITHUB_SERVER_URL"] ?? "https://github.com");
		this.sleep = sleep ?? ((milliseconds) => setTimeout(milliseconds, void 0, signal === void 0 ? {} : { signal }));
		this.#octokit = new Octokit({
			baseUrl: withoutSlash(environment["GITHUB_API_URL"] ?? "https://api.github.com"),
			userAgent: "codeflare-actions",
			log: {
				debug: ignore,
				info: ignore,
				warn: ignore,
				error: ignore
			},
			...token !== "" && { auth: token },
			request: { fetch: octokitFetch(createTransport({
				signal,
				log,
				sleep: this.sleep,
				timeoutMs,
				cache
			})) }
		});
		this.#octokit.hook.before("request", ({ headers }) => void (headers["x-github-api-version"] = "2022-11-28"));
		this.#octokit.hook.error("request", (error, { method, url }) => {
			throw reported(error, lineOf({
				method,
				url: "request" in error ? error.request.url : url
			}));
		});
		this.request = this.#octokit.request;
	}
	async graphql(name, operation, variables) {
		try {
			return await this.#octokit.graphql(operation, variables);
		} catch (error) {
			if (error instanceof ReportedError || !(error instanceof Error) || !("errors" in error)) throw error;
			const errors = error.errors;
			const first = Array.isArray(errors) ? errors[0] : void 0;
			const type = typeof first === "object" && first !== null && "type" in first ? String(first.type) : "";
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
function reported(error, line) {
	if (error.cause instanceof ReportedError) return error.cause;
	if ("response" in error && isAnswer(error.response)) return refusal(line, error.response);
	return error instanceof ReportedError || error.name === "AbortError" || !("status" in error) ? error : unanswered(line, error.message, error);
}
function isAnswer(value) {
	return typeof value === "object" && value !== null && "status" in value && "headers" in value;
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
function ignore() {}
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
// packages/github/codeowners.ts
const PLACES = [
	".github/CODEOWNERS",
	"CODEOWNERS",
	"docs/CODEOWNERS"
];
const LARGEST = 3145728;
async function readCodeowners(github, { owner, repo }, ref) {
	for (const path of PLACES) {
		const place = {
			owner,
			repo,
			path,
			ref,
			mediaType: { format: "raw" }
		};
		const found = await orAbsent(github.request("GET /repos/{owner}/{repo}/contents/{path}", place));
		if (found === null) continue;
		const text = found.data;
		return typeof text === "string" && Buffer.byteLength(text) <= LARGEST ? parseCodeowners(text) : null;
	}
	return null;
}
function parseCodeowners(text) {
	return text.split(/\r?\n/).flatMap((line) => {
		const words = line.match(/(?:\\.|[^\s\\]|\\$)+/g) ?? [];
		const comment = words.findIndex((word) => word.startsWith("#"));
		const [pattern, ...owners] = comment === -1 ? words : words.slice(0, comment);
		if (pattern === void 0 || /^!|[[\]]|\*{3}/.test(pattern) || !owners.every(isOwner)) return [];
		return [{
			pattern,
			owners
		}];
	});
}
function ownersOf(rules, path) {
	return rules.findLast(({ pattern }) => matches(pattern, path))?.owners ?? [];
}
function isOwner(word) {
	return /^@[\w.-]+(?:\/[\w.-]+)?$|^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(word);
}
function matches(pattern, path) {
	const wanted = pattern.split("/");
	const isDirectory = wanted.length > 1 && wanted.at(-1) === "";
	if (isDirectory) wanted.pop();
	if (wanted[0] === "") wanted.shift();
	else if (wanted.length === 1) wanted.unshift("**");
	if (wanted.length === 0) return false;
	return walk(wanted, path.split("/"), isDirectory);
}
function walk(wanted, found, isDirectory) {
	let reached = skipped(wanted, new Set([0]));
	for (const [index, segment] of found.entries()) {
		const next = new Set();
		for (const position of reached) {
			const part = wanted[position];
			if (part === void 0) continue;
			if (part === "**") {
				if (position === wanted.length - 1 && !(isDirectory && index === found.length - 1)) return true;
				next.add(position);
			} else if (covers(part, segment)) next.add(position + 1);
		}
		reached = skipped(wanted, next);
		if (!reached.has(wanted.length)) continue;
		if (index === found.length - 1 ? !isDirectory : isDirectory || wanted.at(-1) !== "*") return true;
	}
	return false;
}
function skipped(wanted, positions) {
	const all = new Set(positions);
	for (const position of all) if (wanted[position] === "**" && position < wanted.length - 1) all.add(position + 1);
	return all;
}
function covers(part, segment) {
	const tokens = part.match(/\\?./gsu) ?? [];
	const letters = segment.match(/./gsu) ?? [];
	let [at, to, star, from] = [
		0,
		0,
		-1,
		0
	];
	while (to < letters.length) {
		const token = tokens[at];
		if (token === "*") {
			star = at;
			from = to;
			at += 1;
		} else if (token !== void 0 && (token === "?" || letter(token) === letters[to])) {
			at += 1;
			to += 1;
		} else if (star >= 0) {
			from += 1;
			at = star + 1;
			to = from;
		} else return false;
	}
	while (tokens[at] === "*") at += 1;
	return at === tokens.length;
}
function letter(token) {
	return token.length > 1 && token.startsWith("\\") ? token.slice(1) : token;
}
// packages/github/commit-on-branch.ts
async function commitOnBranch(github, repository, { branch, head, message, files }) {
	const [headline = "", ...body] = message.split("\n");
	await github.graphql("createCommitOnBranch", CREATE_COMMIT, { input: {
		branch: {
			repositoryNameWithOwner: fullName(repository),
			branchName: branch
		},
		expectedHeadOid: head,
		message: {
			headline,
			body: body.join("\n").trim()
		},
		fileChanges: {
			additions: [...files].flatMap(([path, content]) => content === null ? [] : [{
				path,
				contents: content.toString("base64")
			}]),
			deletions: [...files].flatMap(([path, content]) => content === null ? [{ path }] : [])
		}
	} });
}
const CREATE_COMMIT = "mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }";
// packages/github/commit-tree.ts
async function commitTree(github, { owner, repo }, { branch, message, head, entries }) {
	const tree = [];
	for (const { path, content, mode } of entries) if (content === null) tree.push({
		path,
		mode: "100644",
		type: "blob",
		sha: null
	});
	else if (isText(content)) tree.push({
		path,
		mode: modeOf(mode),
		type: "blob",
		content: content.toString("utf8")
	});
	else tree.push({
		path,
		mode: modeOf(mode),
		type: "blob",
		sha: await blobOf(content)
	});
	const { data: parent } = await github.request("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
		owner,
		repo,
		commit_sha: head
	});
	const made = await github.request("POST /repos/{owner}/{repo}/git/trees", {
		owner,
		repo,
		base_tree: parent.tree.sha,
		tree
	});
	const { data: commit } = await github.request("POST /repos/{owner}/{repo}/git/commits", {
		owner,
		repo,
		message,
		tree: made.data.sha,
		parents: [head]
	});
	const ref = `heads/${branch}`;
	await github.request("PATCH /repos/{owner}/{repo}/git/refs/{ref}", {
		owner,
		repo,
		ref,
		sha: commit.sha,
		force: false
	});
	return { isSigned: commit.verification.verified };
	async function blobOf(content) {
		const { data } = await github.request("POST /repos/{owner}/{repo}/git/blobs", {
			owner,
			repo,
			content: content.toString("base64"),
			encoding: "base64"
		});
		return data.sha;
	}
}
function modeOf(mode) {
	return mode === "100755" || mode === "120000" ? mode : "100644";
}
function isText(content) {
	return content.length < 1048576 && content.equals(Buffer.from(content.toString("utf8")));
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
const PLAIN = "100644";
const LARGEST_FILE = 31457280;
const LARGEST_PART = {
	bytes: 20971520,
	files: 500
};
function filesDigest(paths, stateOf) {
	const hash = createHash("sha256");
	for (const path of [...paths].sort()) hash.update(`${path}\0${stateOf(path) ?? "absent"}\n`);
	return `files:${hash.digest("hex").slice(0, 12)}`;
}
function wantedDigest(files, modes = new Map()) {
	return filesDigest(files.keys(), (path) => wantedState(path, files, modes));
}
function foundDigest(files, found) {
	return filesDigest(files.keys(), (path) => foundState(found.get(path)));
}
function differing(files, found, modes = new Map()) {
	return [...files.keys()].filter((path) => wantedState(path, files, modes) !== foundState(found.get(path)));
}
function wantedState(path, files, modes) {
	const content = files.get(path);
	return content === void 0 || content === null ? void 0 : stateText(blobName(content), modes.get(path) ?? PLAIN);
}
function foundState(entry) {
	return entry === void 0 ? void 0 : stateText(entry.blob, entry.mode);
}
function stateText(blob, mode) {
	return mode === PLAIN ? blob : `${blob} ${mode}`;
}
function wantedModes(files, given, found) {
	return new Map([...files].flatMap(([path, content]) => {
		const mode = given.get(path) ?? (found.get(path)?.mode === "100755" ? "100755" : PLAIN);
		return content === null || mode === PLAIN ? [] : [[path, mode]];
	}));
}
function checkSizes(files) {
	for (const [path, content] of files) {
		if ((content?.length ?? 0) <= LARGEST_FILE) continue;
		throw new UserError(`“${path}” has ${Math.ceil((content?.length ?? 0) / 1024 / 1024)} MiB; GitHub’s interface takes at most 30.`, {
			file: path,
			advice: "Push it with git, keep it with Git LFS, or leave it out."
		});
	}
}
function inParts(files) {
	const ordered = [...files].sort(([, a], [, b]) => Number(a !== null) - Number(b !== null));
	const parts = [];
	let [bytes, last] = [0, new Map()];
	for (const [path, content] of ordered) {
		const size = content?.length ?? 0;
		if (last.size > 0 && (bytes + size > LARGEST_PART.bytes || last.size === LARGEST_PART.files)) {
			parts.push(last);
			[bytes, last] = [0, new Map()];
		}
		last.set(path, content);
		bytes += size;
	}
	return [...parts, last];
}
function commitFiles(github, repository, { branch, files, modes = new Map(), message, before }, reason, seen) {
	const look = async () => {
		const head = await branchHead(github, repository, branch);
		if (head === null) return null;
		seen({ head });
		return {
			head,
			found: await listFiles(github, repository, head)
		};
	};
	return settling(github, {
		action: "update",
		subject: `${files.size === 1 ? "1 file" : `${files.size} files`} on branch ${branch} of ${fullName(repository)}`,
		before,
		after: wantedDigest(files, modes),
		reason,
		probe: async () => {
			const state = await look();
			return state === null ? null : foundDigest(files, state.found);
		},
		act: async () => {
			const state = await look();
			if (state === null) throw new UserError(`Branch ${branch} of ${fullName(repository)} is gone.`, { advice: "Run again." });
			const changed = differing(files, state.found, modes);
			if (isPlain(changed, files, modes, state.found)) return commitOnBranch(github, repository, {
				branch,
				head: state.head,
				message,
				files: only(changed, files)
			});
			const entries = changed.map((path) => ({
				path,
				content: files.get(path) ?? null,
				mode: modes.get(path) ?? PLAIN
			}));
			const { isSigned } = await commitTree(github, repository, {
				branch,
				message,
				head: state.head,
				entries
			});
			if (!isSigned) seen({
				head: state.head,
				unsigned: true
			});
		}
	});
}
function isPlain(changed, files, modes, found) {
	const gone = changed.filter((path) => files.get(path) === null);
	const made = changed.filter((path) => files.get(path) !== null);
	const inTheWay = (path) => gone.some((other) => other.startsWith(`${path}/`) || path.startsWith(`${other}/`));
	return made.every((path) => !modes.has(path) && ["100644", void 0].includes(found.get(path)?.mode)) && gone.every((path) => found.get(path)?.mode !== "160000") && !made.some(inTheWay);
}
function only(paths, files) {
	return new Map(paths.map((path) => [path, files.get(path) ?? null]));
}
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
async function accountIdentity(github, login) {
	const { data } = await github.request("GET /users/{username}", { username: login ?? await viewerLogin(github) });
	return {
		name: data.name ?? data.login,
		email: `${data.id}+${data.login}@users.noreply.github.com`
	};
}
async function signOff(github, login) {
	return signOffLine(await accountIdentity(github, login));
}
function signOffLine({ name, email }) {
	return `Signed-off-by: ${name} <${email}>`;
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
// packages/github/one-commit.ts
async function oneCommit(github, wanted, reason, seen) {
	const { home, branch, parent, files } = wanted;
	const probe = async () => {
		const head = await branchHead(github, home, branch);
		seen(head);
		return head === null ? null : describe(await readCommit(github, home, head), await digestAt(github, wanted, head));
	};
	const after = describe({
		...wanted,
		parents: [parent]
	}, wantedDigest(files));
	const before = await probe();
	if (before === after) return null;
	const count = files.size === 1 ? "1 file" : `${files.size} files`;
	return settling(github, {
		action: before === null ? "create" : "update",
		subject: `branch ${branch} of ${fullName(home)}: one commit of ${count} on ${parent.slice(0, 12)}`,
		before,
		after,
		reason,
		probe,
		act: async () => {
			const sha = await writeCommit(github, wanted, await inFork(github, wanted, () => writeTree(github, wanted)));
			if (await branchHead(github, home, branch) === null) await createRef(github, home, `refs/heads/${branch}`, sha);
			else await swapRef(github, home, branch, sha);
			seen(sha);
		}
	});
}
function describe({ parents, message, author }, digest) {
	return `${digest} ${createHash("sha256").update(`${author.name} <${author.email}>\n${message.trim()}`).digest("hex").slice(0, 12)} on ${parents.map((parent) => parent.slice(0, 12)).join(", ") || "nothing"}`;
}
async function digestAt(github, { home, directory, files }, commit) {
	const found = await listFiles(github, home, commit, directory);
	return filesDigest(new Set([...files.keys(), ...found.keys()]), (path) => found.get(path)?.blob);
}
async function readCommit(github, { owner, repo }, commit_sha) {
	const { data } = await github.request("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
		owner,
		repo,
		commit_sha
	});
	return {
		tree: data.tree.sha,
		parents: data.parents.map(({ sha }) => sha),
		message: data.message,
		author: {
			name: data.author.name,
			email: data.author.email
		},
		date: data.committer.date
	};
}
async function writeTree(github, { home, repository, parent, files }) {
	const { owner, repo } = home;
	const { tree: base_tree } = await readCommit(github, repository, parent);
	const tree = await Promise.all([...files].map(async ([path, content]) => {
		const entry = {
			path,
			mode: "100644",
			type: "blob"
		};
		if (content === null) return {
			...entry,
			sha: null
		};
		const text = content.toString("utf8");
		if (Buffer.from(text).equals(content)) return {
			...entry,
			content: text
		};
		const { data } = await github.request("POST /repos/{owner}/{repo}/git/blobs", {
			owner,
			repo,
			content: content.toString("base64"),
			encoding: "base64"
		});
		return {
			...entry,
			sha: data.sha
		};
	}));
	const { data } = await github.request("POST /repos/{owner}/{repo}/git/trees", {
		owner,
		repo,
		base_tree,
		tree
	});
	return data.sha;
}
async function writeCommit(github, wanted, tree) {
	const { home, repository, parent, message, author } = wanted;
	const { date } = await readCommit(github, repository, parent);
	const { data } = await github.request("POST /repos/{owner}/{repo}/git/commits", {
		owner: home.owner,
		repo: home.repo,
		message,
		tree,
		parents: [parent],
		author: {
			...author,
			date
		},
		committer: {
			...author,
			date
		}
	});
	return data.sha;
}
async function swapRef(github, { owner, repo }, branch, sha) {
	await github.request("PATCH /repos/{owner}/{repo}/git/refs/{ref}", {
		owner,
		repo,
		ref: `heads/${branch}`,
		sha,
		force: true
	});
}
async function inFork(github, { home, repository, base }, write) {
	try {
		return await write();
	} catch (error) {
		if (!(error instanceof RequestRefused && (error.status === 404 || error.status === 422)) || home === repository) throw error;
		const { owner, repo } = home;
		try {
			await github.request("POST /repos/{owner}/{repo}/merge-upstream", {
				owner,
				repo,
				branch: base
			});
		} catch (refused) {
			if (!(refused instanceof RequestRefused) || refused.status !== 409 && refused.status !== 422) throw refused;
			throw new UserError(`${fullName(home)} lags behind ${fullName(repository)} and cannot be brought up to date: ${refused.message}`, {
				advice: `Make branch “${base}” of the fork equal to its parent’s (“Sync fork” on its page), and run again.`,
				cause: refused
			});
		}
		return write();
	}
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
	modes = new Map();
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
		const link = await this.#link(path);
		if (link !== null) {
			this.files.set(target, link);
			this.modes.set(target, "120000");
			return;
		}
		const stat = await lstat(await this.#workspace.locate(path, this.#what)).catch(() => null);
		const content = stat?.isFile() === true ? await this.#workspace.read(path, this.#what) : null;
		if (content === null) return;
		this.files.set(target, content);
		if (process.platform !== "win32" && stat !== null && (stat.mode & 73) !== 0) this.modes.set(target, "100755");
	}
	async #link(path) {
		const within = await this.#workspace.locate(posix.dirname(path), this.#what);
		const at = join(within, posix.basename(path));
		return (await lstat(at).catch(() => null))?.isSymbolicLink() === true ? Buffer.from((await readlink(at)).replaceAll("\\", "/")) : null;
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
		paragraph(link$1(`#${pull.number} ${pull.title}`, pull.url), ` is ${state}.`),
		...proposal.paths.length === 0 ? [] : [files],
		...proposal.findings.map(({ message, advice }) => paragraph("⚠ ", message, " ", advice))
	];
}
// packages/github/text-digest.ts
function textDigest(text) {
	if (text === null) return null;
	return contentDigest(Buffer.from(`${text.title.trim()}\n${text.body.replaceAll("\r\n", "\n").trimEnd()}`));
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
	const { files, modes: given } = await proposal.files(new Set([...inBase.keys(), ...inBranch.keys()]));
	const modes = wantedModes(files, given, inBase);
	const paths = differing(files, inBase, modes);
	const nothing = (seen, told) => ({
		changes: [],
		findings: told,
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
	checkSizes(files);
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
	if (former?.state === "closed" && former.head === head && differing(files, inBranch, modes).length === 0) return nothing(former, [declinedProposal(former, branch)]);
	let newest = former?.state === "open" ? former.head : null;
	const findings = [];
	const open = new Map([...files].filter(([path]) => differing(files, found, modes).includes(path)));
	const parts = open.size === 0 ? [] : inParts(open);
	const login = parts.length > 0 || former?.state !== "open" ? await viewerLogin(github) : null;
	if (login === DEFAULT_TOKEN) findings.push(noChecks(proposal));
	const message = parts.length === 0 ? "" : await messageOf(github, proposal, login ?? "");
	const commits = parts.map((part, index) => commitFiles(github, home, {
		branch,
		files: part,
		modes: new Map([...modes].filter(([path]) => part.has(path))),
		before: foundDigest(part, found),
		message: parts.length === 1 ? message : numbered(message, index + 1, parts.length)
	}, reason, (seen) => {
		newest = seen.head;
		if (seen.unsigned === true) findings.push(unsigned(branch));
	}));
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
			...commits,
			opened,
			pull.label(proposal.labels, reason),
			await pull.requestReviews(proposal.reviewers, reason),
			proposal.autoMerge === null ? null : autoMerge(github, pull, proposal.autoMerge, reason)
		].filter((change) => change !== null),
		findings,
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
async function messageOf(github, proposal, login) {
	const message = proposal.message.trim();
	if (!proposal.signOff) return message;
	const line = await signOff(github, login);
	if (message.includes(line)) return message;
	const last = message.split(/\n\s*\n/).at(-1) ?? "";
	return `${message}${message.includes("\n\n") && last.split("\n").every((one) => /^[A-Za-z-]+: \S/.test(one)) ? "\n" : "\n\n"}${line}`;
}
function numbered(message, part, of) {
	const [headline = "", ...rest] = message.split("\n");
	return [`${headline} (part ${part} of ${of})`, ...rest].join("\n");
}
const DEFAULT_TOKEN = "github-actions[bot]";
function noChecks({ autoMerge: method }) {
	return {
		severity: method === null ? "info" : "warning",
		rule: "checks-do-not-start",
		message: `The default token commits and opens this pull request, so no workflow starts on it${method === null ? "" : ": required checks never report, and it is not merged"}.`,
		advice: "Give “token” the token of an app (actions/create-github-app-token). For this one: close the pull request and open it again by hand, which starts its checks; a run by workflow_dispatch does not satisfy them."
	};
}
function unsigned(branch) {
	return {
		severity: "warning",
		rule: "commit-unsigned",
		message: `GitHub did not sign the commit on ${branch}: it holds programs or links, and the token is a person’s.`,
		advice: "Where signatures are required, give “token” the token of an app, or commit those files with git."
	};
}
function superfluous({ url }, base) {
	return {
		severity: "warning",
		rule: "pull-request-superfluous",
		message: `${base} has all of the content already, and ${url} is still open.`,
		advice: "Close it, unless it holds more than this run proposes."
	};
}
function declinedProposal({ url }, branch) {
	return {
		severity: "warning",
		rule: "pull-request-declined",
		message: `${url} proposed the same and was closed without being merged; it is not proposed again.`,
		advice: `Reopen it, or delete branch ${branch} to have it proposed anew.`
	};
}
// packages/github/issues.ts
async function labelledIssues(github, { owner, repo }, label) {
	return (await github.pages((page) => github.request("GET /repos/{owner}/{repo}/issues", {
		owner,
		repo,
		labels: label,
		state: "all",
		sort: "created",
		direction: "asc",
		per_page: 100,
		page
	}))).filter((issue) => issue.pull_request === void 0).map(issueView);
}
async function isAssignable(github, { owner, repo }, login) {
	const asked = {
		owner,
		repo,
		assignee: login
	};
	return await orAbsent(github.request("GET /repos/{owner}/{repo}/assignees/{assignee}", asked)) !== null;
}
async function commentTexts(github, place, issue_number) {
	const { owner, repo } = place;
	return (await github.pages((page) => github.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
		owner,
		repo,
		issue_number,
		per_page: 100,
		page
	}))).map(({ body }) => body ?? "");
}
async function changedPaths(github, { owner, repo }, base, head) {
	try {
		const basehead = `${base}...${head}`;
		const { data } = await github.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
			owner,
			repo,
			basehead
		});
		return (data.files ?? []).map(({ filename }) => filename);
	} catch (error) {
		if (error instanceof RequestRefused && [
			403,
			404,
			422
		].includes(error.status)) return null;
		throw error;
	}
}
function issueSubject(repository, title) {
	return `issue “${title}” of ${fullName(repository)}`;
}
function issueView(issue) {
	return {
		number: issue.number,
		url: issue.html_url,
		title: issue.title,
		body: issue.body ?? "",
		state: issue.state === "open" ? "open" : "closed",
		stateReason: issue.state_reason ?? null,
		closedAt: issue.closed_at,
		labels: issue.labels.flatMap((label) => typeof label === "string" ? label : label.name ?? []),
		assignees: (issue.assignees ?? []).map(({ login }) => login)
	};
}
// packages/github/followed-issue.ts
const WAITS = [
	500,
	1500,
	4e3
];
var FollowedIssue = class {
	place;
	#github;
	#seen;
	constructor(github, place, seen) {
		this.#github = github;
		this.place = place;
		this.#seen = seen;
	}
	get seen() {
		return this.#seen;
	}
	open(wish, reason) {
		const { repository, label } = this.place;
		return settling(this.#github, {
			action: "create",
			subject: issueSubject(repository, wish.title),
			before: null,
			after: "open",
			reason,
			probe: async () => (await this.#find())?.state === "open" ? "open" : null,
			act: async () => {
				if (!await this.#claim(wish) && await this.#appears()) return;
				const { owner, repo } = repository;
				const { data } = await this.#github.request("POST /repos/{owner}/{repo}/issues", {
					owner,
					repo,
					title: wish.title,
					body: this.#bodyOf(wish),
					labels: [label, ...wish.labels],
					assignees: [...wish.assignees]
				});
				this.#seen = issueView(data);
			}
		});
	}
	rewrite(text, reason) {
		const wanted = {
			title: text.title,
			body: this.#bodyOf(text)
		};
		const [before, after] = [textDigest(this.#seen), textDigest(wanted)];
		if (before === after) return null;
		return this.#patch("text", before, after, textDigest, () => wanted, reason);
	}
	turn(to, reason) {
		const after = to === "open" ? "open" : "closed";
		const write = () => to === "open" ? { state: "open" } : {
			state: "closed",
			state_reason: to
		};
		return this.#patch("state", this.#seen?.state ?? null, after, (issue) => issue?.state ?? null, write, reason);
	}
	assign(logins, reason) {
		if (logins.length === 0 || (this.#seen?.assignees.length ?? 0) > 0) return null;
		const names = (issue) => issue?.assignees.toSorted().join(", ") || null;
		const after = [...logins].sort().join(", ");
		return this.#patch("assignees", null, after, names, () => ({ assignees: [...logins] }), reason);
	}
	async comment(mark, text, reason) {
		const { owner, repo } = this.place.repository;
		const probe = async () => {
			return (await commentTexts(this.#github, this.place.repository, this.#number())).some((one) => one.startsWith(mark)) ? "said" : null;
		};
		if (await probe() !== null) return null;
		return settling(this.#github, {
			action: "create",
			subject: `comment on ${this.#subject()}`,
			before: null,
			after: "said",
			reason,
			probe,
			act: async () => {
				await this.#github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
					owner,
					repo,
					issue_number: this.#number(),
					body: `${mark}\n${text}`
				});
			}
		});
	}
	#patch(what, before, after, read, write, reason) {
		const { owner, repo } = this.place.repository;
		return settling(this.#github, {
			action: "update",
			subject: `${what} of ${this.#subject()}`,
			before,
			after,
			reason,
			probe: async () => read(await this.#look()),
			act: async () => {
				const asked = {
					owner,
					repo,
					issue_number: this.#number(),
					...write()
				};
				const { data } = await this.#github.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", asked);
				this.#seen = issueView(data);
			}
		});
	}
	async #claim({ claim, commit }) {
		try {
			await createRef(this.#github, this.place.repository, claim, commit);
			return true;
		} catch (error) {
			if (error instanceof RequestRefused && /already exists/i.test(error.message)) return false;
			throw error;
		}
	}
	async #appears() {
		for (const wait of WAITS) {
			if ((await this.#find())?.state === "open") return true;
			await this.#github.sleep(wait);
		}
		return (await this.#find())?.state === "open";
	}
	async #look() {
		const { owner, repo } = this.place.repository;
		if (this.#seen === null) return this.#find();
		const issue_number = this.#seen.number;
		const { data } = await this.#github.request("GET /repos/{owner}/{repo}/issues/{issue_number}", {
			owner,
			repo,
			issue_number
		});
		this.#seen = issueView(data);
		return this.#seen;
	}
	async #find() {
		if (this.#seen?.state === "open") return this.#look();
		const open = (await labelledIssues(this.#github, this.place.repository, this.place.label)).find(({ state, body }) => state === "open" && firstLine(body) === this.place.mark);
		if (open !== void 0) this.#seen = open;
		return open ?? null;
	}
	#bodyOf({ body }) {
		return `${this.place.mark}\n${body.trimEnd()}`;
	}
	#number() {
		if (this.#seen === null) throw new Error(`${this.place.mark} was to be changed before it was opened`);
		return this.#seen.number;
	}
	#subject() {
		return `issue #${this.#number()} of ${this.place.repository.owner}/${this.place.repository.repo}`;
	}
};
function firstLine(text) {
	return text.split(/\r?\n/, 1)[0] ?? "";
}
// packages/github/releases.ts
const PAGES$1 = 3;
async function findRelease(github, repository, tag, isNew = false) {
	const { owner, repo } = repository;
	for (let page = 1; page <= PAGES$1; page += 1) {
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
// packages/github/tracking-issue.ts
const PAGES = 10;
async function planTracking(github, repository, { issue, key, title, body }, reason) {
	const { owner, repo } = repository;
	const mark = `<!-- codeflare-actions: ${key} -->`;
	let number = issue === "auto" ? await findIssue(github, repository, mark) : issue;
	if (issue !== "auto") await checkIssue(github, repository, issue);
	const open = settling(github, {
		action: "create",
		subject: `tracking issue “${title}” of ${fullName(repository)}`,
		before: null,
		after: "open",
		reason,
		probe: async () => {
			number = await findIssue(github, repository, mark);
			return number === null ? null : "open";
		},
		act: async () => {
			const text = `${mark}\nWhere this release stands is in the first comment, which is kept up to date.\n`;
			await github.request("POST /repos/{owner}/{repo}/issues", {
				owner,
				repo,
				title,
				body: text
			});
		}
	});
	const wanted = `${mark}\n${body}`;
	let known = number === null ? null : await findComment(github, repository, number, mark);
	const [before, after] = [digestOf(known?.body ?? null), digestOf(wanted)];
	const write = settling(github, {
		action: before === null ? "create" : "update",
		subject: `comment on ${number === null ? "the tracking issue" : `issue #${number}`} of ${fullName(repository)}`,
		before,
		after,
		reason,
		probe: async () => {
			known = number === null ? null : await findComment(github, repository, number, mark);
			return digestOf(known?.body ?? null);
		},
		act: async () => {
			if (known !== null) {
				const place = {
					owner,
					repo,
					comment_id: known.id
				};
				await github.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
					...place,
					body: wanted
				});
				return;
			}
			if (number === null) throw new Error("the comment was to be written before its issue was opened");
			const place = {
				owner,
				repo,
				issue_number: number
			};
			await github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
				...place,
				body: wanted
			});
		}
	});
	return [...number === null ? [open] : [], ...before === after ? [] : [write]];
}
async function findIssue(github, { owner, repo }, mark) {
	const { data } = await github.request("GET /repos/{owner}/{repo}/issues", {
		owner,
		repo,
		state: "all",
		sort: "created",
		direction: "desc",
		per_page: 100
	});
	return data.findLast(({ body }) => (body ?? "").startsWith(mark))?.number ?? null;
}
async function checkIssue(github, repository, issue_number) {
	if (await orAbsent(github.request("GET /repos/{owner}/{repo}/issues/{issue_number}", {
		...repository,
		issue_number
	})) !== null) return;
	throw new UserError(`Input “tracking-issue”: ${fullName(repository)} has no issue #${issue_number}.`, { advice: "Give its number, or “auto” to have one opened. The token needs “issues: write”." });
}
async function findComment(github, { owner, repo }, issue_number, mark) {
	const found = (await github.pages((page) => github.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
		owner,
		repo,
		issue_number,
		per_page: 100,
		page
	}), PAGES)).find(({ body }) => (body ?? "").startsWith(mark));
	return found === void 0 ? null : {
		id: Number(found.id),
		body: found.body ?? ""
	};
}
function digestOf(body) {
	return body === null ? null : contentDigest(Buffer.from(body.replaceAll("\r\n", "\n").trimEnd()));
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
export { resolveCommit as A, waitingWords as B, signOffLine as C, firstContributions as D, dispatchOnce as E, commitOnBranch as F, readBlobs as G, orAbsent as H, ownersOf as I, fullName as J, listFiles as K, readCodeowners as L, branchHead as M, createRef as N, commitsSince as O, tagCommit as P, awaitRun as R, accountIdentity as S, failedJobs as T, RequestRefused as U, GitHub as V, RequestUnanswered as W, parseRepository as X, getRepository as Y, AnswerCache as Z, proposalFiles as _, floatTag as a, readCommit as b, FollowedIssue as c, isAssignable as d, labelledIssues as f, proposalBody as g, FollowedPull as h, createTag as i, differing as j, compare as k, firstLine as l, planProposal as m, readDispatchInterface as n, runPlace as o, declinedProposal as p, readBlob as q, planTracking as r, planRelease as s, github_exports as t, changedPaths as u, reportProposal as v, RepositoryHistory as w, planFork as x, oneCommit as y, conclusionWords as z };
