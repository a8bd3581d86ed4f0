import { n as __exportAll } from "./rolldown-runtime.js";
import { N as ServiceError, O as isObject, P as UserError, t as pLimit } from "./core.js";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { readFile } from "node:fs/promises";
import { execFile } from "node:child_process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { promisify } from "node:util";
// packages/registry/digest.ts
const HEX_LENGTH = {
	sha256: 64,
	sha512: 128
};
function digestOf(content, algorithm = "sha256") {
	return `${algorithm}:${createHash(algorithm).update(content).digest("hex")}`;
}
function isDigest(text) {
	return algorithmOf(text) !== null;
}
function algorithmOf(digest) {
	let [, name, hex = ""] = /^(sha256|sha512):([0-9a-f]+)$/.exec(digest) ?? [];
	if (name !== "sha256" && name !== "sha512") return null;
	return hex.length === HEX_LENGTH[name] ? name : null;
}
function matchesDigest(content, digest) {
	let algorithm = algorithmOf(digest);
	return algorithm !== null && digestOf(content, algorithm) === digest;
}
function shortDigest(digest) {
	let [algorithm = "", hex = ""] = digest.split(":", 2);
	return `${algorithm}:${hex.slice(0, 12)}`;
}
// packages/registry/errors.ts
const LONGEST_ERROR = 65536;
function problemsOf(body) {
	try {
		let content = JSON.parse(Buffer.from(body).toString("utf8"));
		return (isObject(content) && Array.isArray(content.errors) ? content.errors : []).filter(isObject).map(({ code, message }) => ({
			code: oneLine(code),
			message: oneLine(message)
		}));
	} catch {
		return [];
	}
}
function describeAnswer({ status, body }) {
	let problems = problemsOf(body).map(({ code, message }) => [code, message].filter((text) => text !== "").join(": "));
	let text = problems.length > 0 ? problems.join("; ") : oneLine(Buffer.from(body).toString("utf8"));
	return text === "" ? `status ${status}` : `status ${status}, ${text}`;
}
function failure(doing, registry, answer) {
	let said = describeAnswer(answer);
	let { status } = answer;
	if (status === 401 || status === 403) return new UserError(`${registry} does not allow ${doing} (${said}).`, { advice: "The credentials were accepted as such, or none were found; what they lack is the right. Check who may push there, and which account is used." });
	if (status === 429) return new ServiceError(`${registry} limits the rate of requests and did not let through ${doing} (${said}).`, { advice: "Run again later; what was done so far stays done." });
	if (status === 409 || problemsOf(answer.body).some(({ code }) => /IMMUTABLE/i.test(code))) return new UserError(`${registry} refuses ${doing} (${said}).`, { advice: "The tag is immutable there. Promote under another version, or lift the rule on the registry." });
	return new ServiceError(`${registry} failed at ${doing} (${said}).`);
}
function oneLine(text) {
	if (typeof text != "string") return "";
	let clean = text.replace(/[\p{C}\s]+/gu, " ").trim();
	return clean.length > 300 ? `${clean.slice(0, 300)}…` : clean;
}
async function* swept(pieces) {
	let bytes = 0;
	for await (let piece of pieces) {
		bytes += piece.length;
		if (bytes >= 16777216) {
			bytes = 0;
			collect();
		}
		yield piece;
	}
}
let collector;
function collect() {
	collector ??= findCollector();
	collector?.({ type: "minor" });
}
function findCollector() {
	setFlagsFromString("--expose-gc");
	let found = runInNewContext("globalThis.gc");
	return typeof found == "function" ? (options) => void Reflect.apply(found, void 0, [options]) : null;
}
// packages/registry/reference.ts
const TAG = /^\w[\w.-]{0,127}$/;
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9A-Fa-f:]+\])(?::[0-9]{1,5})?$/;
const DOCKER_HUB = "docker.io";
function isTag(text) {
	return TAG.test(text);
}
function parseReference(text, what = "reference") {
	let wrong = (why) => new UserError(`${what}: “${text.slice(0, 520)}” is not an image reference: ${why}.`, { advice: "Write it as HOST/NAME:TAG or HOST/NAME@sha256:…, for example quay.io/project-codeflare/instascale:v0.1.0." });
	if (text === "") throw wrong("it is empty");
	if (text.length > 520) throw wrong("it is longer than 520 characters");
	if (text.includes("://")) throw wrong("it starts with a URL scheme");
	let [named = "", digest, ...more] = text.split("@");
	if (more.length > 0) throw wrong("it has more than one “@”");
	if (digest !== void 0 && !isDigest(digest)) throw wrong(`“${digest}” is not a whole sha256 or sha512 digest`);
	let colon = named.indexOf(":", named.lastIndexOf("/") + 1);
	let [name, tag] = colon < 0 ? [named, void 0] : [named.slice(0, colon), named.slice(colon + 1)];
	if (tag !== void 0 && !isTag(tag)) throw wrong(`“${tag}” is not a tag (letters, digits, “_”, “.”, “-”; at most 128)`);
	let { registry, repository } = splitName(name);
	if (!HOST.test(registry)) throw wrong(`“${registry}” is not a registry host`);
	let bad = repository.split("/").find((component) => !PATH_COMPONENT.test(component));
	if (bad !== void 0) throw wrong(`“${bad}” is not a part of a repository name (lower case letters, digits, separators)`);
	if (registry.length + 1 + repository.length > 255) throw wrong("host and name are longer than 255 characters");
	return {
		registry,
		repository,
		...tag !== void 0 && { tag },
		...digest !== void 0 && { digest }
	};
}
function formatReference({ registry, repository, tag, digest }) {
	return `${registry}/${repository}${tag === void 0 ? "" : `:${tag}`}${digest === void 0 ? "" : `@${digest}`}`;
}
function sameRepository(one, other) {
	return one.registry === other.registry && one.repository === other.repository;
}
function splitName(name) {
	let slash = name.indexOf("/");
	let first = slash < 0 ? "" : name.slice(0, slash);
	let isHost = /[.:A-Z[]/.test(first) || first === "localhost";
	let registry = isHost ? first : DOCKER_HUB;
	let repository = isHost ? name.slice(slash + 1) : name;
	if (registry !== "docker.io" && registry !== "index.docker.io") return {
		registry,
		repository
	};
	return {
		registry: DOCKER_HUB,
		repository: repository.includes("/") ? repository : `library/${repository}`
	};
}
// packages/registry/retry.ts
const RETRY = {
	attempts: 5,
	budget: 12e4,
	pause: 500,
	longest: 1e4
};
function isTransient(status) {
	return status === 408 || status === 429 || status >= 500 && status !== 501 && status !== 505;
}
function pauseAfter(attempt, asked, random, policy) {
	let mean = Math.min(policy.pause * 2 ** (attempt - 1), policy.longest);
	return Math.round(Math.max(asked ?? 0, mean * (.5 + random())));
}
function retryAfter(header, now) {
	let text = (header ?? "").trim();
	if (/^\d{1,9}(?:\.\d{1,9})?$/.test(text)) return Number(text) * 1e3;
	if (!/^[A-Z][a-z]{2}/.test(text)) return null;
	let date = Date.parse(text);
	return Number.isNaN(date) ? null : Math.max(0, date - now);
}
const CHUNK = 16777216;
var Upload = class {
	#transport;
	#repository;
	#blob;
	#options;
	#chunk = Infinity;
	constructor(transport, repository, blob, options) {
		this.#transport = transport;
		this.#repository = repository;
		this.#blob = blob;
		this.#options = options;
	}
	async run(location) {
		let { size } = this.#blob;
		let url = location;
		let at = 0;
		let furthest = 0;
		for (let tries = 1;;) {
			let end = Math.min(size, at + this.#chunk);
			let outcome = await this.#piece(url, at, end);
			if ("status" in outcome && outcome.status === 201 && end === size) {
				this.#options.onProgress(size - at);
				return;
			}
			if ("status" in outcome && outcome.status === 202 && end < size) {
				this.#options.onProgress(end - at);
				url = this.#transport.location(this.#repository, outcome);
				at = receivedOf(outcome) ?? end;
				continue;
			}
			at > furthest && (tries = 1);
			furthest = Math.max(furthest, at);
			if (tries >= 4 || !this.#isWorthwhile(outcome)) throw this.#failed(outcome);
			if ("status" in outcome && outcome.status === 413) {
				if (this.#chunk === CHUNK) throw this.#failed(outcome);
				this.#chunk = CHUNK;
			} else {
				await this.#transport.pause(tries);
				tries += 1;
			}
			let state = this.#options.isDamage(outcome) || "status" in outcome && outcome.status === 400 ? null : await this.#state(url);
			url = state?.url ?? await this.#options.start();
			at = state?.at ?? 0;
		}
	}
	async #piece(url, at, end) {
		let { content } = this.#options;
		let { size, digest } = this.#blob;
		let isLast = end === size;
		let isWhole = isLast && at === 0;
		let fault;
		async function* watched(pieces) {
			try {
				yield* pieces;
			} catch (error) {
				fault = error instanceof Error ? error : Error(String(error));
				throw error;
			}
		}
		let target = new URL(url);
		isLast && target.searchParams.append("digest", digest);
		try {
			return await this.#transport.send({
				method: isLast ? "PUT" : "PATCH",
				repository: this.#repository,
				access: "pull,push",
				path: target,
				headers: {
					"content-type": "application/octet-stream",
					"content-length": String(end - at),
					...!isWhole && end > at && { "content-range": `${at}-${end - 1}` }
				},
				body: typeof content == "function" ? () => watched(content(at, end)) : content.subarray(at, end)
			});
		} catch (error) {
			if (fault !== void 0 && !this.#options.isDamage(fault)) throw fault;
			let known = fault ?? error;
			if (known instanceof ServiceError) return known;
			throw known;
		}
	}
	#isWorthwhile(outcome) {
		if (outcome instanceof ServiceError) return !0;
		let { status } = outcome;
		return isTransient(status) || [
			200,
			202,
			400,
			404,
			413,
			416
		].includes(status);
	}
	async #state(url) {
		let answer = await this.#transport.send({
			method: "GET",
			repository: this.#repository,
			access: "pull,push",
			path: url
		}).catch((error) => {
			if (error instanceof ServiceError) return null;
			throw error;
		});
		if (answer?.status !== 204) return null;
		let at = receivedOf(answer);
		return at === null || at > this.#blob.size ? null : {
			url: this.#transport.location(this.#repository, answer, url),
			at
		};
	}
	#failed(outcome) {
		if (outcome instanceof ServiceError) return outcome;
		return failure(`to take blob ${this.#blob.digest} into ${formatReference(this.#repository)}`, this.#repository.registry, outcome);
	}
};
function receivedOf({ headers }) {
	let [, last] = /^(?:bytes[ =])?0-(\d{1,15})$/.exec(headers.get("range")?.trim() ?? "") ?? [];
	if (last === void 0) return null;
	return last === "0" ? 0 : Number(last) + 1;
}
var Blobs = class {
	#transport;
	#withoutMount = new Set();
	#withoutSinglePost = new Set();
	constructor(transport) {
		this.#transport = transport;
	}
	async copy(from, to, blob, options = {}) {
		let { onProgress = () => {} } = options;
		let isNear = from.registry === to.registry;
		if (!isNear && blob.size <= 65536 && options.isProbe !== !0 && !this.#withoutSinglePost.has(to.registry)) {
			let bytes = await this.#whole(from, blob);
			let { answer, upload } = await this.#begin(to, `digest=${encodeURIComponent(blob.digest)}`, bytes);
			if (upload === null) throw this.#refused(to, blob, answer);
			if (upload === "done") onProgress(bytes.length);
			else {
				this.#withoutSinglePost.add(to.registry);
				await this.#send(upload, from, to, blob, onProgress, bytes);
			}
			return "sent";
		}
		let kind = `${isNear ? "another" : "itself"} ${to.registry}`;
		let opened = this.#withoutMount.has(kind) ? null : await this.#mount(isNear ? from : to, to, blob);
		if (opened?.upload === "done") return "mounted";
		if (opened === null || opened.upload === null) {
			opened !== null && ![
				401,
				403,
				404
			].includes(opened.answer.status) && this.#withoutMount.add(kind);
			opened = await this.#begin(to, "");
		}
		if (opened.upload === null || opened.upload === "done") throw this.#refused(to, blob, opened.answer);
		let bytes = blob.size <= 1048576 ? await this.#whole(from, blob) : null;
		await this.#send(opened.upload, from, to, blob, onProgress, bytes);
		return "sent";
	}
	async *read(repository, blob, start = 0, end = blob.size) {
		let what = `Blob ${blob.digest} of ${formatReference(repository)}`;
		let isWhole = start === 0 && end === blob.size;
		let hash = createHash(algorithmOf(blob.digest) ?? "sha256");
		let at = start;
		let last;
		for (let tries = 1; at < end || tries === 1; tries += 1) {
			let range = at === 0 && isWhole ? {} : { range: `bytes=${at}-${Math.max(at, end - 1)}` };
			let answer = await this.#transport.open({
				method: "GET",
				repository,
				access: "pull",
				path: `blobs/${blob.digest}`,
				headers: {
					"accept-encoding": "identity",
					...range
				}
			});
			if (answer.stream === void 0) throw failure(`to read ${what}`, repository.registry, answer);
			let skip = answer.status === 206 ? 0 : at;
			let before = at;
			try {
				for await (let piece of answer.stream) {
					let rest = piece.subarray(Math.min(skip, piece.length), Math.min(piece.length, skip + end - at));
					skip -= Math.min(skip, piece.length);
					if (rest.length === 0) continue;
					isWhole && hash.update(rest);
					at += rest.length;
					at < end ? yield rest : last = rest;
					if (at === end && !isWhole) break;
				}
			} catch (error) {
				if (!(error instanceof ServiceError) || at === before && tries >= 4) throw error;
				await this.#transport.pause(tries);
				continue;
			}
			if (at < end && at === before && tries >= 4) throw new ServiceError(`${what} ends after ${at} of ${blob.size} bytes.`);
		}
		if (isWhole && `${blob.digest.split(":", 1)[0]}:${hash.digest("hex")}` !== blob.digest) throw new Damaged(what);
		last !== void 0 && (yield last);
	}
	async #whole(repository, blob) {
		for (let tries = 1;; tries += 1) {
			let pieces = [];
			try {
				for await (let piece of this.read(repository, blob)) pieces.push(piece);
				return Buffer.concat(pieces);
			} catch (error) {
				if (!(error instanceof Damaged) || tries >= 4) throw error;
				await this.#transport.pause(tries);
			}
		}
	}
	#mount(source, to, { digest }) {
		let query = new URLSearchParams({
			mount: digest,
			from: source.repository
		});
		return this.#begin(to, query.toString(), void 0, source);
	}
	async #begin(to, query, body, from) {
		let answer = await this.#transport.send({
			method: "POST",
			repository: to,
			access: "pull,push",
			path: `blobs/uploads/${query === "" ? "" : `?${query}`}`,
			headers: body === void 0 ? {} : { "content-type": "application/octet-stream" },
			body: body ?? new Uint8Array(),
			...from !== void 0 && from.repository !== to.repository && { from },
			isTransient: ({ status }) => status === 200
		});
		if (answer.status === 201) return {
			answer,
			upload: "done"
		};
		return {
			answer,
			upload: answer.status === 202 ? this.#transport.location(to, answer) : null
		};
	}
	async #send(at, from, to, blob, onProgress, bytes) {
		if (bytes !== null && !matchesDigest(bytes, blob.digest)) throw new Damaged(`Blob ${blob.digest}`);
		await new Upload(this.#transport, to, blob, {
			start: async () => {
				let { answer, upload: again } = await this.#begin(to, "");
				if (again === null || again === "done") throw this.#refused(to, blob, answer);
				return again;
			},
			content: bytes ?? ((start, end) => swept(this.read(from, blob, start, end))),
			isDamage: (error) => error instanceof Damaged,
			onProgress
		}).run(at);
	}
	#refused(to, { digest }, answer) {
		return failure(`to take blob ${digest} into ${formatReference(to)}`, to.registry, answer);
	}
};
var Damaged = class extends ServiceError {
	constructor(what) {
		super(`${what} was served with other content than its digest says.`, { advice: "The registry’s storage, or a cache before it, is damaged. No tag was moved to this image." });
	}
};
// packages/registry/json.ts
function parseObject(bytes, what) {
	try {
		let value = JSON.parse(new TextDecoder("utf-8", { fatal: !0 }).decode(bytes));
		if (isObject(value)) return value;
	} catch (error) {
		throw new ServiceError(`${what} is not JSON.`, { cause: error });
	}
	throw new ServiceError(`${what} is not a JSON object.`);
}
// packages/registry/link.ts
function nextLink(header) {
	for (let [, target = "", parameters = ""] of (header ?? "").matchAll(/<([^<>]*)>([^<]*)/g)) {
		if (!/;\s*rel="?next"?/i.test(parameters) || !URL.canParse(target, "http://registry")) continue;
		let { pathname, search } = new URL(target, "http://registry");
		return pathname + search;
	}
	return null;
}
// packages/registry/media-types.ts
const OCI_INDEX = "application/vnd.oci.image.index.v1+json";
const OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const DOCKER_INDEX = "application/vnd.docker.distribution.manifest.list.v2+json";
const DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
const SCHEMA_1 = ["application/vnd.docker.distribution.manifest.v1+prettyjws", "application/vnd.docker.distribution.manifest.v1+json"];
const ACCEPT = [
	OCI_INDEX,
	OCI_MANIFEST,
	DOCKER_INDEX,
	DOCKER_MANIFEST,
	...SCHEMA_1
].join(", ");
function isIndex(mediaType) {
	return mediaType === "application/vnd.oci.image.index.v1+json" || mediaType === DOCKER_INDEX;
}
function isImageManifest(mediaType) {
	return mediaType === OCI_MANIFEST || mediaType === DOCKER_MANIFEST;
}
function isSchema1(mediaType) {
	return SCHEMA_1.includes(mediaType);
}
function isManifest(mediaType) {
	return isIndex(mediaType) || isImageManifest(mediaType) || isSchema1(mediaType);
}
function bareMediaType(contentType) {
	return (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}
// packages/registry/manifest.ts
function readManifest(bytes, digest, contentType, what) {
	if (isSchema1(contentType)) throw new UserError(`${what} is a Docker schema 1 image (${contentType}), a format that registries have given up.`, { advice: "Build and push it again with a present-day tool." });
	let content = parseObject(bytes, what);
	let mediaType = typeof content.mediaType == "string" ? content.mediaType : contentType;
	if (isIndex(contentType) !== isIndex(mediaType) || !(isIndex(mediaType) || isImageManifest(mediaType))) throw new ServiceError(`${what} was served as “${contentType}” and calls itself “${mediaType}”.`, { advice: "An OCI or Docker image manifest or index was expected. Something between here and the registry changes its answers." });
	let config = isIndex(mediaType) ? null : descriptor(content.config);
	let subject = descriptor(content.subject);
	let { artifactType } = content;
	return {
		mediaType,
		digest,
		bytes,
		annotations: texts(content.annotations),
		...typeof artifactType == "string" && { artifactType },
		...subject !== null && { subject },
		...config !== null && { config },
		layers: isIndex(mediaType) ? [] : descriptors(content.layers, what).filter((layer) => !isForeign(layer)),
		manifests: isIndex(mediaType) ? descriptors(content.manifests, what) : []
	};
}
function blobsOf({ config, layers }) {
	return config === void 0 ? [...layers] : [config, ...layers];
}
function isForeign({ mediaType }) {
	return mediaType.includes(".nondistributable.") || mediaType.includes(".foreign.");
}
function descriptors(value, what) {
	if (value == null) return [];
	return (Array.isArray(value) ? value.map(descriptor) : [null]).map((entry) => {
		if (entry !== null) return entry;
		throw new ServiceError(`${what} lists content without a digest that can be checked.`, { advice: "Only sha256 and sha512 are known here; an image with another algorithm cannot be copied." });
	});
}
function platformsOf(manifest) {
	return manifest.manifests.flatMap(({ platform }) => platform === void 0 || platform.startsWith("unknown/") ? [] : [platform]);
}
function descriptor(value) {
	if (!isObject(value)) return null;
	let { mediaType, digest, size, platform, artifactType } = value;
	if (typeof mediaType != "string" || typeof digest != "string" || !isDigest(digest)) return null;
	let runsOn = platformText(platform);
	return {
		mediaType,
		digest,
		size: typeof size == "number" ? size : 0,
		...runsOn !== null && { platform: runsOn },
		...typeof artifactType == "string" && { artifactType },
		annotations: texts(value.annotations)
	};
}
function platformText(value) {
	if (!isObject(value)) return null;
	let parts = [
		value.os,
		value.architecture,
		value.variant
	].filter((part) => typeof part == "string");
	return parts.length < 2 ? null : parts.join("/");
}
function texts(value) {
	if (!isObject(value)) return {};
	let entries = Object.entries(value).flatMap(([key, text]) => typeof text == "string" ? [[key, text]] : []);
	return Object.fromEntries(entries);
}
// packages/registry/challenge.ts
function parseChallenge(header) {
	let offers = readOffers(header ?? "");
	let bearer = offers.find(({ scheme, parameters }) => scheme === "bearer" && parameters.has("realm"));
	if (bearer !== void 0) return {
		scheme: "bearer",
		realm: bearer.parameters.get("realm") ?? "",
		service: bearer.parameters.get("service") ?? null
	};
	return offers.some(({ scheme }) => scheme === "basic") ? { scheme: "basic" } : null;
}
const SEPARATORS = /[\s,]*/y;
const TOKEN = /[A-Za-z0-9!#$%&'*+.^_`|~-]+/y;
const PARAMETER = /\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/y;
function readOffers(header) {
	let offers = [];
	let at = 0;
	let take = (pattern) => {
		pattern.lastIndex = at;
		let match = pattern.exec(header);
		match !== null && (at = pattern.lastIndex);
		return match;
	};
	for (; at < header.length;) {
		take(SEPARATORS);
		let word = take(TOKEN)?.[0];
		if (word === void 0) return offers;
		let value = take(PARAMETER);
		value === null ? offers.push({
			scheme: word.toLowerCase(),
			parameters: new Map()
		}) : offers.at(-1)?.parameters.set(word.toLowerCase(), (value[1] ?? value[2] ?? "").replace(/\\(.)/g, "$1"));
	}
	return offers;
}
var Authorization = class {
	#options;
	#challenge;
	#firstContact;
	#access = new Map();
	#sorted = new Map();
	#credentials = new Map();
	#tokens = new Map();
	#rejected = new Set();
	constructor(options) {
		this.#options = options;
	}
	announce(repository, access) {
		let known = this.#access.get(repository);
		if (known === access || known === "pull,push") return;
		this.#access.set(repository, access);
		this.#sorted = new Map();
	}
	async send(repository, access, attempt, from) {
		this.announce(repository, access);
		from !== void 0 && this.announce(from, "pull");
		let arrived = await this.#arrive();
		try {
			let shown = await this.#header(repository, from);
			for (let tries = 1;; tries += 1) {
				let response = await attempt(shown);
				if (response.status !== 401) {
					this.#challenge ??= null;
					return response;
				}
				let said = response.headers.get("www-authenticate");
				this.#challenge = parseChallenge(said) ?? this.#challenge ?? null;
				if (tries >= (/invalid_token/.test(said ?? "") ? 5 : 2)) return response;
				shown !== null && this.#rejected.add(shown);
				let next = await this.#header(repository, from);
				if (next === shown) return response;
				await response.body?.cancel();
				shown = next;
			}
		} finally {
			arrived();
		}
	}
	async #arrive() {
		for (; this.#challenge === void 0 && this.#firstContact !== void 0;) await this.#firstContact;
		if (this.#challenge !== void 0) return () => {};
		let { promise, resolve } = Promise.withResolvers();
		this.#firstContact = promise;
		return () => {
			this.#firstContact = void 0;
			resolve();
		};
	}
	async #header(repository, from) {
		let challenge = this.#challenge ?? null;
		if (challenge === null) return null;
		let credential = await this.#credential(repository);
		if (challenge.scheme === "basic") {
			if (credential?.kind !== "password") throw this.#noCredentials(repository);
			return basic(credential);
		}
		if (credential?.kind === "access") return bearer(credential.token);
		return bearer((await this.#token(challenge, repository, from, credential)).value);
	}
	async #token(challenge, repository, from, credential) {
		let scopes = await this.#scopes(repository, from, credential);
		let key = scopes.join(" ");
		let known = this.#tokens.get(key);
		let token = await known;
		if (token !== void 0 && this.#options.now() < token.refreshAt && !this.#rejected.has(bearer(token.value))) return token;
		let current = this.#tokens.get(key);
		if (current !== void 0 && current !== known) return current;
		let requested = this.#request(challenge, scopes, credential);
		this.#tokens.set(key, requested);
		requested.catch(() => this.#tokens.delete(key));
		return requested;
	}
	async #scopes(repository, from, credential) {
		let mine = await this.#opened(credential);
		let start = Math.floor(mine.indexOf(repository) / 20) * 20;
		let some = mine.slice(start, start + 20);
		return (from === void 0 || some.includes(from) || !mine.includes(from) ? some : [repository, from]).map((name) => ({
			name,
			access: this.#access.get(name) ?? "pull"
		})).sort((one, other) => Number(one.access === "pull") - Number(other.access === "pull")).map(({ name, access }) => `repository:${name}:${access}`);
	}
	async #opened(credential) {
		let key = JSON.stringify(credential);
		if (this.#sorted.size === 0) {
			let names = [...this.#access.keys()];
			let keys = await Promise.all(names.map(async (name) => JSON.stringify(await this.#credential(name))));
			let sorted = new Map();
			for (let [index, name] of names.entries()) {
				let own = keys[index] ?? "";
				sorted.set(own, [...sorted.get(own) ?? [], name]);
			}
			if (names.length !== this.#access.size) return this.#opened(credential);
			this.#sorted = sorted;
		}
		return this.#sorted.get(key) ?? [];
	}
	async #request({ realm, service }, scopes, credential) {
		let { registry, now, onSecret, request } = this.#options;
		let url = this.#realm(realm, credential);
		let parameters = scopes.map((scope) => ["scope", scope]);
		service !== null && parameters.unshift(["service", service]);
		let asked = now();
		let answer;
		if (credential?.kind === "identity") answer = await request(url, {
			method: "POST",
			headers: { "content-type": "application/x-www-form-urlencoded" },
			body: new URLSearchParams([
				["grant_type", "refresh_token"],
				["client_id", "codeflare-actions"],
				["refresh_token", credential.token],
				...parameters.filter(([name]) => name !== "scope"),
				["scope", scopes.join(" ")]
			]).toString()
		});
		else {
			for (let [name, value] of parameters) url.searchParams.append(name, value);
			answer = await request(url, {
				method: "GET",
				headers: credential?.kind === "password" ? { authorization: basic(credential) } : {}
			});
		}
		if (answer.status === 401 || answer.status === 403) throw this.#refused(credential, answer.problem);
		let { value, lifetime } = readToken(answer.status === 200 ? answer.body : null);
		if (value === null) throw new ServiceError(`${url.host} gave no token for ${registry}: ${answer.problem}.`);
		onSecret(value);
		return {
			value,
			refreshAt: asked + lifetime - Math.min(lifetime / 5, 15e3)
		};
	}
	#realm(realm, credential) {
		let { endpoint, registry } = this.#options;
		let url = URL.canParse(realm, endpoint) ? new URL(realm, endpoint) : null;
		let isSafe = url?.protocol === "https:" || url?.protocol === "http:" && endpoint.startsWith("http:");
		if (url === null || !(isSafe || url.protocol === "http:" && credential === null)) throw new ServiceError(`${registry} names “${realm.slice(0, 200)}” as the place of its tokens.`, { advice: "An https address was expected; no credentials were sent there." });
		return url;
	}
	#credential(repository) {
		let { credentials, registry, onSecret } = this.#options;
		let known = this.#credentials.get(repository);
		if (known !== void 0) return known;
		let found = credentials({
			registry,
			repository
		}).then((credential) => {
			credential !== null && onSecret(credential.kind === "password" ? credential.password : credential.token);
			return credential;
		});
		this.#credentials.set(repository, found);
		return found;
	}
	#noCredentials(repository) {
		let { registry } = this.#options;
		return new UserError(`${registry} asks for a user name and password for ${repository}, and none were found.`, { advice: `Give the inputs “username” and “password”, or log in to ${registry} in an earlier step.` });
	}
	#refused(credential, problem) {
		let { registry } = this.#options;
		if (credential === null) return new UserError(`${registry} gives no token without credentials (${problem}).`, { advice: `Give the inputs “username” and “password”, or log in to ${registry} in an earlier step.` });
		let who = credential.kind === "password" ? `of user “${credential.username}” ` : "";
		return new UserError(`${registry} does not accept the credentials ${who}(${problem}).`, { advice: "User name or password is wrong, or the token has ended. A robot account needs its whole name (org+robot on quay.io)." });
	}
};
function bearer(token) {
	return `Bearer ${token}`;
}
function basic({ username, password }) {
	return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}
function readToken(body) {
	let content = null;
	try {
		content = body === null ? null : JSON.parse(Buffer.from(body).toString("utf8"));
	} catch {}
	if (!isObject(content)) return {
		value: null,
		lifetime: 0
	};
	let value = [content.token, content.access_token].find((text) => typeof text == "string" && text !== "");
	let lifetime = typeof content.expires_in == "number" ? content.expires_in : 60;
	return {
		value: typeof value == "string" ? value : null,
		lifetime: Math.max(lifetime, 0) * 1e3
	};
}
// packages/registry/endpoints.ts
function endpointOf(registry, { endpoints, insecure }) {
	let given = endpoints?.get(registry);
	if (given !== void 0) return given;
	if (registry === "docker.io") return "https://registry-1.docker.io";
	return `${insecure?.includes(registry) === !0 ? "http" : "https"}://${registry}`;
}
function parseEndpoints(text) {
	let items = (text ?? "").split(",").map((item) => item.trim());
	return new Map(items.filter((item) => item !== "").map(parseEndpoint));
}
function parseEndpoint(item) {
	let [, registry = "", url = ""] = /^([^=\s]+)=(\S+)$/.exec(item) ?? [];
	let parsed = URL.canParse(url) ? new URL(url) : null;
	if (registry === "" || parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.pathname !== "/") throw new UserError(`CODEFLARE_REGISTRY_ENDPOINTS: “${item}” is not HOST=ORIGIN.`, { advice: "Write it like quay.io=http://127.0.0.1:5001, without a path." });
	return [registry, parsed.origin];
}
// packages/registry/connection.ts
async function readAnswer(response, limit) {
	let { status, headers, body } = response;
	let isGood = status >= 200 && status < 300;
	let most = isGood ? limit : LONGEST_ERROR;
	let chunks = [];
	let length = 0;
	for await (let chunk of body ?? []) {
		chunks.push(chunk);
		length += chunk.length;
		if (length <= most) continue;
		if (isGood) throw new UserError(`The answer of ${new URL(response.url).host} is longer than ${most} bytes; it was not read.`);
		break;
	}
	return {
		status,
		headers,
		body: Buffer.concat(chunks).subarray(0, most)
	};
}
function connectionFault(error, host, patience) {
	if (error instanceof ServiceError || error instanceof UserError) throw error;
	let isTimeout = error instanceof DOMException && error.name === "TimeoutError";
	if (!isTimeout && !(error instanceof TypeError)) throw error;
	let code = rootCode(error);
	if (code === "ENOTFOUND") throw new UserError(`There is no registry at ${host}: its name cannot be resolved.`, {
		advice: "Check the host in the image reference.",
		cause: error
	});
	if (/^ERR_SSL|^ERR_TLS|CERT|SELF_SIGNED|UNABLE_TO/.test(code)) throw new UserError(`No trusted TLS connection to ${host} (${code}).`, {
		advice: "For a private certificate set NODE_EXTRA_CA_CERTS; a registry on plain HTTP belongs into “insecure-registries”.",
		cause: error
	});
	let why = isTimeout ? `no answer within ${patience / 1e3} s` : code || "the connection was cut";
	return new ServiceError(`${host} cannot be reached (${why}), and trying again did not help.`, { cause: error });
}
function rootCode(error) {
	for (let at = error; at instanceof Error; at = at.cause) {
		if ("code" in at && typeof at.code == "string") return at.code;
		if (at instanceof AggregateError && at.errors.length > 0) return rootCode(at.errors[0]);
	}
	return "";
}
// packages/registry/patience.ts
var Patience = class {
	#controller = new AbortController();
	#given;
	#milliseconds;
	#timer;
	constructor(milliseconds, given) {
		this.#milliseconds = milliseconds;
		this.#given = given;
		given?.aborted === !0 && this.#controller.abort(given.reason);
		given?.addEventListener("abort", this.#pass, { once: !0 });
		this.renew();
	}
	get signal() {
		return this.#controller.signal;
	}
	get milliseconds() {
		return this.#milliseconds;
	}
	renew(milliseconds = this.#milliseconds) {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#controller.abort(new DOMException("nothing came in time", "TimeoutError"));
		}, milliseconds);
	}
	end() {
		clearTimeout(this.#timer);
		this.#given?.removeEventListener("abort", this.#pass);
	}
	async *watch(pieces, last = this.#milliseconds) {
		for await (let piece of pieces) {
			this.renew();
			yield piece;
		}
		this.renew(last);
	}
	#pass = () => this.#controller.abort(this.#given?.reason);
};
async function* patientStream(response, patience, registry) {
	try {
		response.body !== null && (yield* patience.watch(response.body));
	} catch (error) {
		throw connectionFault(error, registry, patience.milliseconds);
	} finally {
		patience.end();
	}
}
const PATIENCE = 6e4;
var Transport = class {
	#options;
	#hosts = new Map();
	#warned = new Set();
	#concealed = new Set();
	constructor(options) {
		this.#options = options;
	}
	announce({ registry, repository }, access) {
		this.#host(registry).authorization.announce(repository, access);
	}
	async send(call) {
		let isBusy = (answer) => isTransient(answer.status) || call.isTransient?.(answer) === !0;
		let { registry } = call.repository;
		let { limit } = this.#host(registry);
		let tries = {
			registry,
			isBusy,
			limit,
			...call.beforeRetry && { beforeRetry: call.beforeRetry },
			...typeof call.body == "function" && { attempts: 1 }
		};
		return this.#retrying(tries, async () => {
			let patience = new Patience(PATIENCE, this.#options.signal);
			try {
				return await readAnswer(await this.#attempt(call, patience), call.limit ?? 65536);
			} finally {
				patience.end();
			}
		});
	}
	async open(call) {
		let { registry } = call.repository;
		let { limit } = this.#host(registry);
		let isBusy = (answer) => isTransient(answer.status);
		return this.#retrying({
			registry,
			isBusy,
			limit
		}, async () => {
			let patience = new Patience(PATIENCE, this.#options.signal);
			let response = await this.#attempt(call, patience).catch((error) => {
				patience.end();
				throw error;
			});
			let { status, headers } = response;
			if (status === 200 || status === 206) return {
				status,
				headers,
				body: new Uint8Array(),
				stream: patientStream(response, patience, registry)
			};
			try {
				return await readAnswer(response, LONGEST_ERROR);
			} finally {
				patience.end();
			}
		});
	}
	location({ registry }, { headers }, known) {
		let { endpoint } = this.#host(registry);
		let text = headers.get("location");
		if (text === null && known !== void 0) return known;
		let url = text !== null && URL.canParse(text, endpoint) ? new URL(text, endpoint) : null;
		if (url?.protocol === "https:" || url?.protocol === "http:" && endpoint.startsWith("http:")) return url;
		throw new ServiceError(`${registry} does not say where an upload goes on (“${(text ?? "").slice(0, 200)}”).`);
	}
	now() {
		return (this.#options.now ?? Date.now)();
	}
	async pause(attempt) {
		let { retry = RETRY, random = Math.random } = this.#options;
		await this.sleep(pauseAfter(attempt, null, random, retry));
	}
	async sleep(milliseconds) {
		let { signal, sleep = (ms) => setTimeout$1(ms, void 0, { signal }) } = this.#options;
		await sleep(milliseconds).catch(() => signal?.throwIfAborted());
	}
	async #attempt(call, patience) {
		let { registry, repository } = call.repository;
		let { endpoint, authorization } = this.#host(registry);
		let { path, headers = {}, body } = call;
		let url = path instanceof URL ? path : new URL(endpoint + (path.startsWith("/") ? path : `/v2/${repository}/${path}`));
		let request = {
			method: call.method,
			headers,
			...body && { body }
		};
		let response = await (url.origin === endpoint ? authorization.send(repository, call.access, (header) => this.#fetch(url, header === null ? request : {
			...request,
			headers: {
				...headers,
				authorization: header
			}
		}, patience), call.from?.repository) : this.#fetch(url, request, patience));
		this.#warn(registry, response.headers.get("warning"));
		return response;
	}
	#host(registry) {
		let known = this.#hosts.get(registry);
		if (known !== void 0) return known;
		let { credentials, now = Date.now } = this.#options;
		let endpoint = endpointOf(registry, this.#options);
		let host = {
			endpoint,
			authorization: new Authorization({
				registry,
				endpoint,
				credentials,
				now,
				onSecret: (secret) => this.#conceal(secret),
				request: async (url, request) => {
					let tries = {
						registry: url.host,
						isBusy: ({ status }) => isTransient(status)
					};
					let answer = await this.#retrying(tries, async () => {
						let patience = new Patience(PATIENCE, this.#options.signal);
						try {
							let { signal } = patience;
							return await readAnswer(await fetch(url.href, {
								...request,
								redirect: "manual",
								signal
							}), LONGEST_ERROR);
						} finally {
							patience.end();
						}
					});
					return {
						...answer,
						problem: answer.status === 200 ? "an answer without a token" : describeAnswer(answer)
					};
				}
			}),
			limit: pLimit(12)
		};
		this.#hosts.set(registry, host);
		return host;
	}
	async #retrying(tries, attempt) {
		let { retry = RETRY, random = Math.random, signal } = this.#options;
		let { registry, isBusy, beforeRetry, limit = (work) => work(), attempts = retry.attempts } = tries;
		let waited = 0;
		for (let count = 1;; count += 1) {
			let outcome = await limit(async () => {
				signal?.throwIfAborted();
				let answer = await attempt().catch((error) => {
					signal?.throwIfAborted();
					return connectionFault(error, registry, PATIENCE);
				});
				if (!(answer instanceof ServiceError) && !isBusy(answer)) return answer;
				let asked = answer instanceof ServiceError ? null : retryAfter(answer.headers.get("retry-after"), this.now());
				let pause = pauseAfter(count, asked, random, retry);
				if (count >= attempts || waited + pause > retry.budget) {
					if (!(answer instanceof ServiceError)) return answer;
					throw answer;
				}
				await this.sleep(pause);
				waited += pause;
				return "again";
			});
			if (outcome !== "again") return outcome;
			await beforeRetry?.();
		}
	}
	async #fetch(url, { method, body, ...request }, patience) {
		let at = url;
		let { headers } = request;
		for (let hops = 0; hops <= 5; hops += 1) {
			let response = await fetch(at.href, {
				method,
				headers,
				signal: patience.signal,
				...typeof body == "function" ? {
					body: ReadableStream.from(patience.watch(body(), 3e5)),
					duplex: "half",
					window: null,
					redirect: "error"
				} : {
					redirect: "manual",
					...body !== void 0 && { body }
				}
			});
			let location = response.headers.get("location");
			if (![
				301,
				302,
				303,
				307,
				308
			].includes(response.status) || location === null) return response;
			await response.body?.cancel();
			let next = URL.canParse(location, at.href) ? new URL(location, at) : null;
			let isSafe = next?.protocol === "https:" || next?.protocol === "http:" && at.protocol === "http:";
			let keepsBody = body === void 0 || response.status === 307 || response.status === 308;
			if (next === null || !isSafe || !keepsBody) throw new UserError(`${url.host} redirects ${method} to “${(next?.origin ?? location).slice(0, 200)}”, which is not followed.`);
			at = next;
			headers = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "authorization"));
		}
		throw new ServiceError(`${url.host} redirected more than 5 times.`);
	}
	#conceal(secret) {
		if (secret === "" || this.#concealed.has(secret)) return;
		this.#concealed.add(secret);
		this.#options.onSecret?.(secret);
	}
	#warn(registry, header) {
		let text = /^299 - "((?:[^"\\]|\\.)*)"/.exec((header ?? "").slice(0, 4096))?.[1];
		if (text === void 0 || this.#warned.has(`${registry} ${text}`)) return;
		this.#warned.add(`${registry} ${text}`);
		this.#options.onWarning?.(`${registry}: ${text.replace(/\\(.)/g, "$1").replace(/[\p{C}]+/gu, " ")}`);
	}
};
// packages/registry/client.ts
const LARGEST_MANIFEST = 16777216;
var RegistryClient = class {
	#transport;
	blobs;
	#singleTag = new Set();
	#withoutReferrers = new Set();
	constructor(options) {
		this.#transport = new Transport(options);
		this.blobs = new Blobs(this.#transport);
	}
	announce(repository, access) {
		this.#transport.announce(repository, access);
	}
	sleep(milliseconds) {
		return this.#transport.sleep(milliseconds);
	}
	async head(reference) {
		let answer = await this.#manifest("HEAD", reference);
		if (answer.status === 404) return null;
		let digest = namedDigest(answer);
		if (answer.status === 200 && digest !== null) return {
			digest,
			mediaType: contentType(answer)
		};
		if (answer.status !== 200 && answer.status !== 405) throw this.#failure("to look at", reference, answer);
		let whole = await this.#manifest("GET", reference);
		if (whole.status === 404) return null;
		if (whole.status !== 200) throw this.#failure("to read", reference, whole);
		return {
			digest: namedDigest(whole) ?? digestOf(whole.body),
			mediaType: contentType(whole)
		};
	}
	async get(reference) {
		let what = formatReference(reference);
		let answer = await this.#manifest("GET", reference);
		if (answer.status === 404) return null;
		if (answer.status !== 200) throw this.#failure("to read", reference, answer);
		let mediaType = contentType(answer);
		if (isSchema1(mediaType)) return readManifest(answer.body, "", mediaType, what);
		let named = reference.digest ?? namedDigest(answer);
		if (named !== null && matchesDigest(answer.body, named)) return readManifest(answer.body, named, mediaType, what);
		if (reference.digest !== void 0) throw new ServiceError(`${what} was served with other content: its hash is ${digestOf(answer.body)}.`, { advice: "A proxy or cache on the way changes answers. Nothing was written." });
		let digest = named ?? namedDigest(await this.#manifest("HEAD", reference));
		if (digest === null) throw new ServiceError(`${reference.registry} does not say which digest ${what} has.`, { advice: "Give the source by its digest (NAME@sha256:…); a body alone is not trusted." });
		let { registry, repository } = reference;
		let manifest = await this.get({
			registry,
			repository,
			digest
		});
		if (manifest !== null) return manifest;
		throw new ServiceError(`${registry} says that ${what} is ${digest}, and has no such manifest.`, { advice: "The registry, or a cache before it, contradicts itself. Run again later." });
	}
	async put(reference, manifest, options = {}) {
		let what = formatReference(reference);
		let answer = await this.#put(reference, nameOf(reference), manifest, options);
		let named = namedDigest(answer);
		if (answer.status === 201 && (named === null || matchesDigest(manifest.bytes, named))) {
			let subject = manifest.subject?.digest;
			return {
				confirmed: named !== null,
				listed: subject === void 0 || answer.headers.get("oci-subject") === subject
			};
		}
		if (answer.status === 201) throw new ServiceError(`${what} was written as ${manifest.digest}, and ${reference.registry} says it now is ${named}.`, { advice: "The registry or something before it changed the manifest. Look at the tag before anybody pulls it." });
		if (answer.status >= 200 && answer.status < 300) throw new ServiceError(`${reference.registry} answered ${answer.status} to the PUT of ${what}, where the specification allows only 201: the tag was not written.`, { advice: "Something before the registry answers in its place (quay.io: “Healthcheck requested”). Run again later." });
		if (answer.status === 400 || answer.status === 409) {
			let found = await this.head(reference);
			if (found !== null && matchesDigest(manifest.bytes, found.digest)) return {
				confirmed: !0,
				listed: !1
			};
		}
		throw this.#failure("to write", reference, answer);
	}
	async putTags(repository, tags, manifest, options = {}) {
		if (tags.length < 2 || !this.takesSeveralTags(repository)) return [];
		let query = new URLSearchParams(tags.map((tag) => ["tag", tag]));
		let answer = await this.#put(repository, `${manifest.digest}?${query.toString()}`, manifest, options);
		let said = new Set((answer.headers.get("oci-tag") ?? "").split(",").map((tag) => tag.trim()));
		let named = namedDigest(answer);
		let written = answer.status === 201 && (named === null || matchesDigest(manifest.bytes, named)) ? tags.filter((tag) => said.has(tag)) : [];
		written.length === 0 && this.#singleTag.add(repository.registry);
		return written;
	}
	takesSeveralTags({ registry }) {
		return !this.#singleTag.has(registry);
	}
	#put(repository, name, manifest, { beforeRetry }) {
		return this.#transport.send({
			method: "PUT",
			repository,
			access: "pull,push",
			path: `manifests/${name}`,
			headers: { "content-type": manifest.mediaType },
			body: new Uint8Array(manifest.bytes),
			isTransient: ({ status }) => status === 200,
			...beforeRetry && { beforeRetry }
		});
	}
	async tags(repository) {
		let tags = [];
		for await (let page of this.#pages(repository, "tags/list?n=1000", "the list of tags")) {
			let listed = Array.isArray(page.tags) ? page.tags : [];
			for (let tag of listed) typeof tag == "string" && tags.push(tag);
		}
		return tags;
	}
	async referrers(repository, digest) {
		return await this.referrersListed(repository, digest) ?? [...(await this.fallback(repository, digest))?.manifests ?? []];
	}
	async referrersListed(repository, digest) {
		let { registry } = repository;
		if (this.#withoutReferrers.has(registry)) return null;
		let found = [];
		let isMissing = (status) => {
			status === 404 && this.#withoutReferrers.add(registry);
			return status === 404 || status === 400;
		};
		let path = `referrers/${digest}`;
		for await (let page of this.#pages(repository, path, `the referrers of ${digest}`, isMissing)) {
			let bytes = Buffer.from(JSON.stringify(page));
			let list = readManifest(bytes, digestOf(bytes), bareMediaType(String(page.mediaType)), "The list of referrers");
			found.push(...list.manifests);
		}
		return this.#withoutReferrers.has(registry) ? null : found;
	}
	async fallback({ registry, repository }, digest) {
		let reference = {
			registry,
			repository,
			tag: fallbackTag(digest)
		};
		let index = await this.get(reference);
		if (index === null || isReferrersIndex(index, digest)) return index;
		throw new ServiceError(`${formatReference(reference)} should list the referrers of ${digest} and is not an index of that kind.`, { advice: "Another tool took the name that the specification keeps for referrers. Look at that tag." });
	}
	async config(repository, { digest }) {
		let what = `Configuration ${digest} of ${formatReference(repository)}`;
		let answer = await this.#transport.send({
			method: "GET",
			repository,
			access: "pull",
			path: `blobs/${digest}`,
			limit: 4194304
		});
		if (answer.status !== 200) throw this.#failure("to read", {
			...repository,
			digest
		}, answer);
		if (!matchesDigest(answer.body, digest)) throw new ServiceError(`${what} was served with other content.`);
		return parseObject(answer.body, what);
	}
	async #manifest(method, reference) {
		let answer = await this.#transport.send({
			method,
			repository: reference,
			access: "pull",
			path: `manifests/${nameOf(reference)}`,
			headers: { accept: ACCEPT },
			limit: LARGEST_MANIFEST,
			isTransient: (page) => page.status === 200 && namedDigest(page) === null && !isManifest(contentType(page))
		});
		answer.headers.has("docker-distribution-api-version") && this.#singleTag.add(reference.registry);
		return answer;
	}
	async *#pages(repository, path, what, isMissing = (status) => status === 404) {
		let seen = new Set();
		for (let at = path; at !== null;) {
			seen.add(at);
			let answer = await this.#transport.send({
				method: "GET",
				repository,
				access: "pull",
				path: at,
				headers: { accept: "application/json, application/vnd.oci.image.index.v1+json" },
				limit: LARGEST_MANIFEST
			});
			if (isMissing(answer.status)) return;
			let of = `${what} of ${formatReference(repository)}`;
			if (answer.status !== 200) throw failure(`to read ${of}`, repository.registry, answer);
			yield parseObject(answer.body, of);
			at = nextLink(answer.headers.get("link"));
			if (at !== null && (seen.has(at) || seen.size >= 1e3)) throw new ServiceError(`${repository.registry} gives ${of} without an end.`);
		}
	}
	#failure(doing, reference, answer) {
		return failure(`${doing} ${formatReference(reference)}`, reference.registry, answer);
	}
};
function nameOf(reference) {
	let name = reference.digest ?? reference.tag;
	if (name !== void 0) return name;
	throw new UserError(`${formatReference(reference)} names neither a tag nor a digest.`, { advice: "Say which image is meant: NAME:TAG or NAME@sha256:…." });
}
function isReferrersIndex({ mediaType, digest }, subject) {
	return isIndex(mediaType) && digest !== subject;
}
function fallbackTag(digest) {
	let [algorithm = "", hex = ""] = digest.split(":", 2);
	return `${algorithm.slice(0, 32)}-${hex.slice(0, 64)}`;
}
function contentType({ headers }) {
	return bareMediaType(headers.get("content-type"));
}
function namedDigest({ headers }) {
	let named = headers.get("docker-content-digest")?.trim() ?? "";
	return isDigest(named) ? named : null;
}
// packages/registry/credentials.ts
function findCredentials(options) {
	let { given, environment } = options;
	let files = authFiles(environment).map((path) => ({
		path,
		config: once(() => readConfig(path))
	}));
	let askHelper = memoized(options.askHelper ?? ((program, server) => runHelper(program, server, environment)));
	return async (repository) => {
		if (given?.registry === repository.registry) return {
			kind: "password",
			username: given.username,
			password: given.password
		};
		for (let { path, config } of files) {
			let content = await config();
			let helper = content.helpers.get(repository.registry) ?? content.store;
			if (helper !== null) {
				let server = repository.registry === "docker.io" ? HUB_SERVER : repository.registry;
				let found = readHelperAnswer(await askHelper(`docker-credential-${helper}`, server), helper);
				if (found !== null) return found;
			}
			let entry = bestEntry(content.entries, repository);
			let credential = entry === null ? null : readEntry(entry, path);
			if (credential !== null) return credential;
		}
		return null;
	};
}
const HUB_SERVER = "https://index.docker.io/v1/";
const HUB_NAMES = new Set([
	"index.docker.io",
	"registry-1.docker.io",
	"registry.hub.docker.com"
]);
function splitKey(key) {
	let isUrl = /^https?:\/\//.test(key);
	let [host = "", ...path] = key.replace(/^https?:\/\//, "").split("/");
	return {
		registry: HUB_NAMES.has(host) ? DOCKER_HUB : host,
		namespace: isUrl ? "" : legacy(path.join("/"))
	};
}
function legacy(path) {
	return /^v[12]?\/?$/.test(path) ? "" : path.replace(/\/$/, "");
}
function bestEntry(entries, { registry, repository }) {
	return entries.filter((entry) => entry.registry === registry && (entry.namespace === "" || repository === entry.namespace || repository.startsWith(`${entry.namespace}/`))).sort((one, other) => other.namespace.length - one.namespace.length)[0] ?? null;
}
function authFiles(environment) {
	let home = environment.HOME ?? environment.USERPROFILE;
	let under = (directory, ...path) => directory === void 0 || directory === "" ? [] : [join(directory, ...path)];
	let explicit = under(environment.REGISTRY_AUTH_FILE);
	let docker = environment.DOCKER_CONFIG || home && join(home, ".docker");
	let config = environment.XDG_CONFIG_HOME || home && join(home, ".config");
	return [
		...explicit,
		...under(docker, "config.json"),
		...under(environment.XDG_RUNTIME_DIR, "containers", "auth.json"),
		...under(config, "containers", "auth.json")
	];
}
async function readConfig(path) {
	let content;
	try {
		content = JSON.parse(await readFile(path, "utf8"));
	} catch (error) {
		if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return {
			entries: [],
			helpers: new Map(),
			store: null
		};
		throw unreadable(path, "it is not JSON or cannot be read");
	}
	if (!isObject(content)) throw unreadable(path, "it is not a JSON object");
	let auths = isObject(content.auths) ? content.auths : {};
	let helpers = isObject(content.credHelpers) ? content.credHelpers : {};
	return {
		entries: Object.entries(auths).flatMap(([key, auth]) => isObject(auth) ? [{
			key,
			...splitKey(key),
			auth
		}] : []),
		helpers: new Map(Object.entries(helpers).flatMap(([key, name]) => typeof name == "string" && name !== "" ? [[splitKey(key).registry, helperName(name, path)]] : [])),
		store: typeof content.credsStore == "string" && content.credsStore !== "" ? helperName(content.credsStore, path) : null
	};
}
function helperName(name, path) {
	if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return name;
	throw unreadable(path, "the name of a credential helper in it is not a program name");
}
function readEntry({ auth, key }, path) {
	let text = (name) => typeof auth[name] == "string" ? auth[name] : "";
	if (text("identitytoken") !== "") return {
		kind: "identity",
		token: text("identitytoken")
	};
	if (text("registrytoken") !== "") return {
		kind: "access",
		token: text("registrytoken")
	};
	if (text("username") !== "") return {
		kind: "password",
		username: text("username"),
		password: text("password")
	};
	if (text("auth") === "") return null;
	let decoded = Buffer.from(text("auth"), "base64").toString("utf8");
	let colon = decoded.indexOf(":");
	if (colon < 1) throw unreadable(path, `the entry “${key}” does not hold “user:password” in base64`);
	return {
		kind: "password",
		username: decoded.slice(0, colon),
		password: decoded.slice(colon + 1).replace(/\0+$/, "")
	};
}
function readHelperAnswer(answer, helper) {
	if (answer === "") return null;
	let content;
	try {
		content = JSON.parse(answer);
	} catch {
		content = null;
	}
	if (!isObject(content) || typeof content.Username != "string" || typeof content.Secret != "string") throw new ServiceError(`docker-credential-${helper} answered something that is not a credential.`);
	let { Username: username, Secret: secret } = content;
	return username === "<token>" ? {
		kind: "identity",
		token: secret
	} : {
		kind: "password",
		username,
		password: secret
	};
}
const run = promisify(execFile);
async function runHelper(program, server, environment) {
	let asked = run(program, ["get"], {
		env: { ...environment },
		timeout: 3e4,
		maxBuffer: 1048576
	});
	asked.child.stdin?.on("error", () => {});
	asked.child.stdin?.end(`${server}\n`);
	try {
		return (await asked).stdout;
	} catch (error) {
		let said = isObject(error) && typeof error.stdout == "string" ? error.stdout : "";
		if (/credentials not found/i.test(said)) return "";
		let missing = isObject(error) && error.code === "ENOENT";
		throw new ServiceError(missing ? `The credential helper ${program} is not installed.` : `The credential helper ${program} failed for ${server}.`, { advice: "A credentials file names it. Install it, or give the inputs “username” and “password”." });
	}
}
function unreadable(path, why) {
	return new UserError(`The credentials file ${path} cannot be used: ${why}.`, {
		file: path,
		advice: "Log in again, or give the inputs “username” and “password”."
	});
}
function once(make) {
	let made;
	return () => made ??= make();
}
function memoized(ask) {
	let answers = new Map();
	return (program, server) => {
		let key = `${program} ${server}`;
		let answer = answers.get(key) ?? ask(program, server);
		answers.set(key, answer);
		return answer;
	};
}
// packages/registry/index.ts
var registry_exports = __exportAll({
	RegistryClient: () => RegistryClient,
	findCredentials: () => findCredentials,
	parseEndpoints: () => parseEndpoints,
	parseReference: () => parseReference
});
export { isDigest as _, isReferrersIndex as a, platformsOf as c, parseObject as d, formatReference as f, digestOf as g, sameRepository as h, fallbackTag as i, OCI_INDEX as l, parseReference as m, findCredentials as n, parseEndpoints as o, isTag as p, RegistryClient as r, blobsOf as s, registry_exports as t, isIndex as u, matchesDigest as v, shortDigest as y };
