import { r as __toESM } from "./rolldown-runtime.js";
import { F as UserError, N as ReportedError, P as ServiceError, t as pLimit } from "./core.js";
import { c as OCI_INDEX, d as isTag, f as parseReference, g as digestOf, h as parseObject, i as isReferrersIndex, l as isIndex, m as isObject, o as blobsOf, p as sameRepository, r as fallbackTag, u as formatReference, v as matchesDigest, y as shortDigest } from "./credentials.js";
import { t as require_parse } from "./semver.js";
// packages/registry/fallback-list.ts
async function addToFallback(client, to, subject, added) {
	const old = await client.fallback(to, subject);
	const content = old === null ? {} : parseObject(old.bytes, `The list of referrers of ${subject}`);
	const has = new Set(old?.manifests.map(({ digest }) => digest));
	const entries = added.filter(({ digest }) => !has.has(digest)).map(entryOf);
	if (entries.length === 0) return;
	const listed = Array.isArray(content["manifests"]) ? content["manifests"] : [];
	const bytes = Buffer.from(JSON.stringify({
		schemaVersion: 2,
		mediaType: OCI_INDEX,
		...content,
		manifests: [...listed, ...entries]
	}));
	const digest = digestOf(bytes);
	const reference = {
		registry: to.registry,
		repository: to.repository,
		tag: fallbackTag(subject)
	};
	await client.put(reference, {
		mediaType: old?.mediaType ?? "application/vnd.oci.image.index.v1+json",
		digest,
		bytes,
		annotations: {},
		layers: [],
		manifests: []
	});
	const now = (await client.head(reference))?.digest;
	if (now === digest) return;
	throw new ServiceError(`${formatReference(reference)} was written as ${digest} and points at ${now ?? "nothing"}.`, { advice: "Another run adds to the same list of referrers. Run again." });
}
function entryOf({ mediaType, digest, bytes, artifactType, config, annotations }) {
	return {
		mediaType,
		digest,
		size: bytes.length,
		artifactType: artifactType ?? config?.mediaType,
		...Object.keys(annotations).length > 0 && { annotations }
	};
}
// packages/registry/belongings.ts
const SUFFIXES = [
	".sig",
	".att",
	".sbom"
];
const MOST_DIGESTS = 1e3;
async function belongingsOf(client, copier, from, image) {
	const listed = new Set(await client.tags(from));
	const tags = [];
	const referrers = [];
	const findings = [];
	const seen = new Set();
	const own = await digestsOf(copier, from, image);
	let level = [image.digest];
	while (level.length > 0 && seen.size < MOST_DIGESTS) {
		for (const digest of level) seen.add(digest);
		const lists = await Promise.all(level.map((digest) => referrersOf(client, from, digest, listed, findings)));
		for (const [index, list] of lists.entries()) {
			const subject = level[index];
			if (subject === void 0) continue;
			tags.push(...SUFFIXES.map((suffix) => fallbackTag(subject) + suffix).filter((tag) => listed.has(tag)));
			if (list.length > 0) referrers.push({
				subject,
				list
			});
		}
		level = [...new Set([...own, ...lists.flat().map(({ digest }) => digest)])].filter((digest) => !seen.has(digest));
	}
	const held = await Promise.all(tags.map((tag) => client.get({
		...bare$1(from),
		tag
	})));
	return {
		tags: tags.flatMap((tag, index) => {
			const manifest = held[index] ?? null;
			return manifest === null ? [] : [{
				tag,
				manifest
			}];
		}),
		referrers,
		findings
	};
}
async function digestsOf(copier, from, image) {
	const below = await Promise.all(image.manifests.map(async ({ digest, mediaType }) => isIndex(mediaType) ? digestsOf(copier, from, await copier.manifest(from, digest)) : [digest]));
	return [image.digest, ...below.flat()];
}
async function referrersOf(client, from, digest, listed, findings) {
	const found = await client.referrersListed(from, digest) ?? [];
	const tag = fallbackTag(digest);
	if (!listed.has(tag)) return found;
	const index = await client.get({
		...bare$1(from),
		tag
	});
	if (index !== null && !isReferrersIndex(index, digest)) {
		const name = formatReference({
			...bare$1(from),
			tag
		});
		findings.push({
			severity: "warning",
			rule: "referrers-tag-taken",
			message: `${name} has the name of a list of referrers and is not one; it was not taken along.`,
			advice: "Some versions of “cosign copy” write such tags. Nothing is missing unless a registry without referrers API is used."
		});
		return found;
	}
	const known = new Set(found.map((entry) => entry.digest));
	return [...found, ...(index?.manifests ?? []).filter((entry) => !known.has(entry.digest))];
}
async function planBelongings(client, copier, { from, to, belongings }, now) {
	const moves = await Promise.all(belongings.tags.map(({ tag, manifest }) => tagMove(client, copier, from, to, tag, manifest, now)));
	const referrers = await Promise.all(belongings.referrers.map(({ subject, list }) => referrerChange(client, copier, from, to, subject, list)));
	return {
		tags: moves.flatMap((move) => move === null || "severity" in move ? [] : [move]),
		referrers: referrers.filter((change) => change !== null),
		findings: moves.flatMap((move) => move !== null && "severity" in move ? [move] : [])
	};
}
async function tagMove(client, copier, from, to, tag, manifest, now) {
	const target = {
		...bare$1(to),
		tag
	};
	const seenAt = now();
	const before = (await client.head(target))?.digest ?? null;
	if (before === manifest.digest) return null;
	if (before !== null) {
		const old = await client.get({
			...bare$1(to),
			digest: before
		});
		const has = new Set(manifest.layers.map(({ digest }) => digest));
		if (old === null || old.layers.length === 0 || old.layers.some(({ digest }) => !has.has(digest))) return {
			severity: "warning",
			rule: "belonging-differs",
			message: `${formatReference(target)} holds something else than ${formatReference({
				...bare$1(from),
				tag
			})}; it was left alone.`,
			advice: "Both were written on their own. If those at the source should count, delete the tag there and run again."
		};
	}
	return {
		target,
		kind: "other",
		before,
		seenAt,
		manifest,
		reason: "belongs to the image",
		prepare: () => copier.contents(manifest, from, to)
	};
}
async function referrerChange(client, copier, from, to, subject, list) {
	const wanted = list.map(({ digest }) => digest).sort();
	const present = async () => {
		const there = new Set((await client.referrers(bare$1(to), subject)).map(({ digest }) => digest));
		return wanted.filter((digest) => there.has(digest));
	};
	const text = (digests) => digests.length === 0 ? null : digests.join(", ");
	const found = await present();
	if (found.length === wanted.length) return null;
	const before = text(found);
	let known = before;
	return {
		action: before === null ? "create" : "update",
		subject: `referrers of ${formatReference({
			...bare$1(to),
			digest: subject
		})}`,
		before,
		after: text(wanted),
		reason: `${[...new Set(list.map(({ artifactType, mediaType }) => artifactType ?? mediaType))].join(", ")}: belongs to the image`,
		async probe() {
			const answer = known === void 0 ? text(await present()) : known;
			known = void 0;
			return answer;
		},
		async act() {
			const missing = list.filter(({ digest }) => !found.includes(digest));
			const manifests = await Promise.all(missing.map(({ digest }) => copier.manifest(from, digest)));
			const written = await Promise.all(manifests.map((manifest) => copier.whole(manifest, from, to)));
			const unlisted = manifests.filter((_, index) => written[index]?.listed !== true);
			if (unlisted.length > 0) await addToFallback(client, to, subject, unlisted);
			known = text(wanted);
		}
	};
}
function bare$1({ registry, repository }) {
	return {
		registry,
		repository
	};
}
// packages/registry/copy.ts
const STREAMS = 6;
const QUIET = 1e4;
const DEEPEST = 8;
var Copier = class {
	#client;
	#options;
	#streams = pLimit(STREAMS);
	#manifests = new Map();
	#blobs = new Map();
	#read = new Map();
	#transferred = new Map();
	#spoken;
	constructor(client, options = {}) {
		this.#client = client;
		this.#options = options;
		this.#spoken = this.#now();
	}
	transferred(to) {
		return { ...this.#count(to) };
	}
	manifest(repository, digest) {
		return once(this.#read, keyOf(repository, digest), async () => {
			const { registry, repository: name } = repository;
			const found = await this.#client.get({
				registry,
				repository: name,
				digest
			});
			if (found !== null) return found;
			throw new ServiceError(`${formatReference({
				registry,
				repository: name,
				digest
			})} is missing, although it is listed.`, { advice: "The image is incomplete where it comes from; push it again. No tag was moved to it." });
		});
	}
	async contents(manifest, from, to, depth = 0) {
		if (depth > DEEPEST) throw new ServiceError(`${formatReference(from)}: indexes within indexes, ${DEEPEST} deep.`);
		if (isIndex(manifest.mediaType)) await all(manifest.manifests.map((child) => this.#child(child, from, to, depth)));
		else await all(blobsOf(manifest).map((blob) => this.#blob(blob, from, to)));
	}
	async whole(manifest, from, to) {
		await this.contents(manifest, from, to);
		return this.#put(manifest, to);
	}
	async #child({ digest }, from, to, depth) {
		await once(this.#manifests, keyOf(to, digest), async () => {
			const manifest = await this.manifest(from, digest);
			if (await this.#isThere(manifest, from, to)) return;
			await this.contents(manifest, from, to, depth + 1);
			await this.#put(manifest, to);
		});
	}
	async #isThere({ digest, config, mediaType }, from, to) {
		if (from.registry === to.registry) return false;
		if (config === void 0 ? !isIndex(mediaType) : await this.#blob(config, from, to, true) === "sent") return false;
		return await this.#client.head({
			...bare(to),
			digest
		}) !== null;
	}
	#blob(blob, from, to, isProbe = false) {
		return once(this.#blobs, keyOf(to, blob.digest), async () => {
			const count = this.#count(to);
			const copy = () => this.#client.blobs.copy(from, to, blob, {
				isProbe,
				onProgress: (bytes) => {
					count.bytes += bytes;
					this.#speak(to);
				}
			});
			const fate = await (from.registry === to.registry ? copy() : this.#streams(copy));
			count[fate] += 1;
			this.#speak(to);
			return fate;
		});
	}
	async #put(manifest, to) {
		const written = await this.#client.put({
			...bare(to),
			digest: manifest.digest
		}, manifest);
		this.#count(to).manifests += 1;
		return written;
	}
	#count(to) {
		const name = formatReference(bare(to));
		const known = this.#transferred.get(name) ?? {
			manifests: 0,
			mounted: 0,
			sent: 0,
			bytes: 0
		};
		this.#transferred.set(name, known);
		return known;
	}
	#speak(to) {
		const { onProgress } = this.#options;
		if (onProgress === void 0 || this.#now() - this.#spoken < QUIET) return;
		this.#spoken = this.#now();
		const { mounted, sent, bytes } = this.#count(to);
		onProgress(`${formatReference(bare(to))}: ${mounted + sent} blobs are there, ${formatBytes(bytes)} were sent`);
	}
	#now() {
		return (this.#options.now ?? Date.now)();
	}
};
function formatBytes(bytes) {
	const units = [
		"bytes",
		"kB",
		"MB",
		"GB",
		"TB"
	];
	const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
	return `${step === 0 ? bytes : (bytes / 1e3 ** step).toFixed(1)} ${units[step] ?? ""}`;
}
async function all(work) {
	const outcomes = await Promise.allSettled(work);
	for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}
function once(done, key, make) {
	const known = done.get(key);
	if (known !== void 0) return known;
	const made = make();
	done.set(key, made);
	made.catch(() => done.delete(key));
	return made;
}
function keyOf(repository, digest) {
	return formatReference({
		...bare(repository),
		digest
	});
}
function bare({ registry, repository }) {
	return {
		registry,
		repository
	};
}
// packages/registry/version-tag.ts
var import_parse = __toESM(require_parse(), 1);
function kindOf(tag, channels) {
	if (versionOf(tag) !== null) return "version";
	return channels.includes(tag) ? "channel" : "other";
}
function versionOf(text) {
	return /^v?\d/.test(text) ? (0, import_parse.default)(text.replace(/^v/, "")) : null;
}
function bySearchOrder(one, other) {
	return Number(isPrerelease(one)) - Number(isPrerelease(other)) || other.compare(one);
}
function isPrerelease(version) {
	return version.prerelease.length > 0;
}
function isHigher(one, other) {
	return one.compare(other) > 0;
}
// packages/registry/guard.ts
function needsVersions({ kind, before, after }, guard) {
	return guard === "strict" && kind === "channel" && before !== after;
}
function judge({ tag, kind, before, after, versions }, guard) {
	if (before === after) return { kind: "same" };
	if (guard === "off" || kind === "other") return { kind: "moves" };
	if (kind === "version") {
		if (before === null) return { kind: "moves" };
		return refused(`${tag} is a version and is published as ${before}; it was asked to become ${after}.`, "A published version never changes. Release this image under the next version; if nobody can have pulled the old one, remove the tag on the registry first.");
	}
	const next = versions.after;
	if (next === null) return refused(`${tag} was asked to move to ${shortDigest(after)}, which no version tag points at and no label names a version of.`, `Release it first: give it a version tag, alone or in the same step before “${tag}”.`);
	if (isPrerelease(next.version)) return refused(`${tag} was asked to move to ${next.version.version} (${next.evidence}), which is a pre-release.`, `“${tag}” only shows releases. Promote the pre-release to a version first.`);
	if (before === null) return { kind: "moves" };
	const now = versions.before;
	if (now === null) return refused(`${tag} points at ${before}, which no version tag points at and no label names a version of: whether ${next.version.version} is newer cannot be told.`, `Give the present image its version tag, or, when you are sure, run this once with “guard: off”.`);
	if (isHigher(next.version, now.version)) return { kind: "moves" };
	const [from, to] = [now.version.version, next.version.version];
	return refused(from === to ? `${tag} shows ${from} already, as another image: ${before}; it was asked to become ${after}.` : `${tag} shows ${from} (${now.evidence}) and was asked to go back to ${to} (${next.evidence}).`, `To take a release back on purpose, run this once with “guard: off”.`);
}
function refused(why, advice) {
	return {
		kind: "refused",
		why,
		advice
	};
}
// packages/registry/image-version.ts
const LABEL = "org.opencontainers.image.version";
const MOST_LOOKUPS = 256;
var ImageVersions = class {
	#client;
	#repository;
	#digests = new Map();
	#listed;
	constructor(client, repository) {
		this.#client = client;
		this.#repository = repository;
	}
	learn(tag, digest) {
		this.#digests.set(tag, digest);
	}
	learned(digest) {
		return highest(this.#pointingAt(digest));
	}
	async of(digest) {
		const learned = this.learned(digest);
		if (learned !== null && !isPrerelease(learned.version)) return learned;
		const candidates = await this.#candidates();
		for (let at = 0, size = 1; at < candidates.length && at < MOST_LOOKUPS; at += size, size = Math.min(size * 2, 32)) {
			const some = candidates.slice(at, at + size);
			await Promise.all(some.map((tag) => this.#lookUp(tag)));
			const found = highest(some.filter((tag) => this.#digests.get(tag) === digest));
			if (found !== null) return found;
		}
		return learned ?? this.#label(digest);
	}
	#pointingAt(digest) {
		return [...this.#digests].filter(([, known]) => known === digest).map(([tag]) => tag);
	}
	async #candidates() {
		this.#listed ??= this.#client.tags(this.#repository);
		return inOrder(await this.#listed);
	}
	async #lookUp(tag) {
		if (this.#digests.has(tag)) return;
		this.learn(tag, (await this.#client.head({
			...this.#repository,
			tag
		}))?.digest ?? null);
	}
	async #label(digest) {
		const manifest = await this.#client.get({
			...this.#repository,
			digest
		});
		if (manifest === null) return null;
		const annotated = claim(manifest.annotations[LABEL]);
		if (annotated !== null) return annotated;
		const image = await this.#firstImage(manifest);
		if (image?.config === void 0) return null;
		const { config } = await this.#client.config(this.#repository, image.config);
		return isObject(config) && isObject(config["Labels"]) ? claim(config["Labels"][LABEL]) : null;
	}
	async #firstImage(manifest) {
		const [first] = manifest.manifests;
		return first === void 0 ? manifest : this.#client.get({
			...this.#repository,
			digest: first.digest
		});
	}
};
async function releaseAbove(client, repository, { version }) {
	const [tag] = inOrder(await client.tags(repository));
	const found = tag === void 0 ? null : versionOf(tag);
	return found !== null && !isPrerelease(found) && isHigher(found, version) ? tag ?? null : null;
}
function highest(tags) {
	const [tag] = inOrder(tags);
	const version = tag === void 0 ? null : versionOf(tag);
	return version === null ? null : {
		version,
		evidence: `tag ${tag}`
	};
}
function inOrder(tags) {
	return tags.flatMap((tag) => {
		const version = versionOf(tag);
		return version === null ? [] : [{
			tag,
			version
		}];
	}).sort((one, other) => bySearchOrder(one.version, other.version)).map(({ tag }) => tag);
}
function claim(label) {
	const version = typeof label === "string" ? versionOf(label) : null;
	return version === null ? null : {
		version,
		evidence: `label ${LABEL}`
	};
}
// packages/registry/tag-wave.ts
const FRESH = 2e3;
const WINDOW = 1e3;
const FRESH_CHANNEL = WINDOW / 2;
const SETTLED = 1050;
const COPIES = 4;
var TagWave = class {
	#client;
	#entries;
	#now;
	#earlier;
	#run;
	#isOver = false;
	#hasFailed = false;
	constructor(client, moves, now, earlier = null) {
		this.#client = client;
		this.#now = now;
		this.#earlier = earlier;
		this.#entries = moves.map((move) => ({
			...move,
			name: formatReference(move.target),
			seen: {
				digest: move.before,
				at: move.seenAt
			},
			state: "planned",
			confirmed: false,
			acted: false,
			writtenAt: -Infinity,
			repeated: false
		}));
	}
	changes() {
		return this.#entries.map((entry) => ({
			action: entry.before === null ? "create" : "move",
			subject: `image tag ${entry.name}`,
			before: entry.before,
			after: entry.manifest.digest,
			reason: entry.reason,
			probe: async () => {
				if (entry.acted && !entry.confirmed) entry.seen = {
					digest: entry.before,
					at: -Infinity
				};
				if (!this.#isOver || entry.acted && !entry.confirmed) return this.#look(entry);
				return entry.state === "written" && !entry.acted ? entry.before : entry.seen.digest;
			},
			act: async () => {
				this.#run ??= this.#make();
				await this.#run;
				entry.acted = true;
			}
		}));
	}
	async #make() {
		const copies = pLimit(COPIES);
		await Promise.all(this.#entries.map((entry) => this.#guarded(entry, () => copies(() => entry.prepare?.()))));
		await Promise.all([...this.#groups().values()].map((group) => this.#writeGroup(group)));
		await Promise.all(this.#entries.map((entry) => this.#guarded(entry, () => this.#confirm(entry))));
		const failed = this.#entries.filter(({ error }) => error !== void 0);
		if (failed.length > 0) throw await this.#failure(failed);
		this.#isOver = true;
	}
	#groups() {
		const groups = new Map();
		for (const entry of this.#entries) {
			const { registry, repository } = entry.target;
			const key = formatReference({
				registry,
				repository,
				digest: entry.manifest.digest
			});
			groups.set(key, [...groups.get(key) ?? [], entry]);
		}
		return groups;
	}
	async #writeGroup(group) {
		const [first, ...others] = group;
		if (first === void 0) return;
		if (others.length > 0) await this.#guarded(first, () => this.#writeTogether(group));
		await Promise.all(group.map((entry) => this.#guarded(entry, () => entry.state === "planned" ? this.#write(entry) : void 0)));
	}
	async #writeTogether(group) {
		const [first] = group;
		if (first === void 0 || !this.#client.takesSeveralTags(first.target)) return;
		const due = [];
		for (const entry of group) await this.#guarded(entry, async () => {
			if (await this.#isDue(entry)) due.push(entry);
		});
		if (this.#hasFailed) return;
		const tags = due.map(({ target }) => target.tag);
		const beforeRetry = async () => {
			for (const entry of due) await this.#lookAgain(entry);
		};
		const written = await this.#client.putTags(first.target, tags, first.manifest, { beforeRetry });
		for (const entry of due) if (written.includes(entry.target.tag)) await this.#guarded(entry, () => this.#note(entry, true));
	}
	async #write(entry) {
		if (!await this.#isDue(entry)) return;
		const beforeRetry = () => this.#lookAgain(entry);
		const { confirmed } = await this.#client.put(entry.target, entry.manifest, { beforeRetry });
		await this.#note(entry, confirmed);
	}
	async #note(entry, confirmed) {
		entry.state = "written";
		entry.writtenAt = this.#now();
		if (entry.kind !== "channel") {
			if (!confirmed) return;
			entry.confirmed = true;
			entry.seen = {
				digest: entry.manifest.digest,
				at: entry.writtenAt
			};
			return;
		}
		const took = entry.writtenAt - entry.seen.at;
		if (took <= WINDOW && !entry.repeated) return;
		const higher = await entry.higher?.() ?? null;
		if (higher !== null) throw doubtful(entry, higher, took);
	}
	async #isDue(entry) {
		const { before, name, manifest } = entry;
		const found = await this.#look(entry);
		if (found === manifest.digest) {
			entry.state = "already";
			entry.confirmed = true;
			return false;
		}
		if (found === before) return true;
		throw new UserError(`image tag ${name} was ${shown(before)} when this run planned to move it; now it is ${shown(found)}.`, { advice: "Somebody else changed it in between. It was not overwritten; look at it and run again." });
	}
	async #lookAgain(entry) {
		entry.repeated = true;
		entry.seen = {
			digest: entry.before,
			at: -Infinity
		};
		const found = await this.#look(entry);
		if (found !== entry.before && found !== entry.manifest.digest) throw lost(entry, found);
	}
	async #confirm(entry) {
		if (entry.state !== "written" || entry.confirmed) return;
		if (entry.kind === "channel") await this.#client.sleep(Math.max(0, entry.writtenAt + SETTLED - this.#now()));
		entry.seen = {
			digest: entry.before,
			at: -Infinity
		};
		const found = await this.#look(entry);
		if (found === entry.manifest.digest) entry.confirmed = true;
		else if (found !== entry.before) throw lost(entry, found);
	}
	async #look(entry) {
		const fresh = entry.kind === "channel" ? FRESH_CHANNEL : FRESH;
		if (this.#now() - entry.seen.at < fresh) return entry.seen.digest;
		const at = this.#now();
		const found = (await this.#client.head(entry.target))?.digest ?? null;
		entry.seen = {
			digest: found !== null && matchesDigest(entry.manifest.bytes, found) ? entry.manifest.digest : found,
			at
		};
		return entry.seen.digest;
	}
	async #guarded(entry, work) {
		if (this.#hasFailed && entry.state !== "written") return;
		try {
			await work();
		} catch (error) {
			if (!(error instanceof ReportedError)) throw error;
			this.#hasFailed = true;
			if (entry.state !== "written") entry.state = "failed";
			entry.error = error;
		}
	}
	async #failure(failed) {
		const [first] = failed;
		const earlier = this.#earlier?.places() ?? [];
		if (first?.error !== void 0 && this.#entries.length + earlier.length === 1) return first.error;
		const places = [];
		for (const entry of this.#entries) places.push(`- ${entry.name}: ${await this.#settle(entry)}`);
		const lines = failed.map(({ name, error }) => `- ${name}: ${error?.message ?? ""}`);
		return new (failed.every(({ error }) => error instanceof UserError) ? UserError : ServiceError)(`${failed.length} of ${this.#entries.length} tags could not be moved:\n${lines.join("\n")}\nWhat is where now:\n${[...earlier, ...places].join("\n")}`, {
			advice: first?.error?.advice ?? "Run again: what is in its place is left alone.",
			...first?.error !== void 0 && { cause: first.error }
		});
	}
	places() {
		return this.#entries.map(({ name, manifest }) => `- ${name}: at ${manifest.digest}`);
	}
	async #settle(entry) {
		const { before, kind, manifest, target } = entry;
		if (entry.state === "planned") return `not touched, at ${before ?? "nothing (it does not exist)"}`;
		if (entry.state === "already") return `at ${manifest.digest} already`;
		if (kind !== "channel" && entry.state === "written") return `at ${manifest.digest}`;
		try {
			entry.seen = {
				digest: before,
				at: -Infinity
			};
			const found = await this.#look(entry);
			if (found === null) return "does not exist";
			if (found !== manifest.digest || kind !== "channel") return found === before ? `still at ${found}` : `at ${found}`;
			if (before === null) return `new, at ${found}; delete it by hand if it should not be there yet`;
			if (this.#entries.length === 1) return `at ${found}`;
			const { registry, repository } = target;
			const old = await this.#client.get({
				registry,
				repository,
				digest: before
			});
			if (old === null) return `at ${found}; not put back, because ${before} is gone`;
			await this.#client.put(target, old);
			const now = (await this.#client.head(target))?.digest;
			return now === before ? `put back to ${before}` : `at ${now ?? "nothing"}; another run moved it while it was put back`;
		} catch (error) {
			if (!(error instanceof ReportedError)) throw error;
			return `NOT put back from ${manifest.digest} to ${before ?? "nothing"} (${error.message})`;
		}
	}
};
function lost({ name, manifest }, found) {
	return new UserError(`${name} was written as ${manifest.digest} and a moment later points at ${found ?? "nothing"}.`, { advice: "Another run moved the same tag; that one won. Let only one job at a time move it (“concurrency:”), and look which image should stay." });
}
function doubtful({ name, manifest }, higher, took) {
	return new ServiceError(`${name} was moved to ${manifest.digest}, but the registry took ${Math.round(took)} ms or several tries for it, and ${higher} is published: if another run moved the tag to that in this time, it was taken back.`, { advice: `Look which release ${name} should show. If it is this one, run again: nothing will be changed.` });
}
function shown(state) {
	return state === null ? "absent" : `“${state}”`;
}
// packages/registry/retag.ts
async function planRetag(client, requests, policy, { now = () => performance.now(), onProgress } = {}) {
	for (const { source, targets } of requests) {
		for (const target of targets) client.announce(target, "pull,push");
		client.announce(source, "pull");
	}
	const wanted = await resolve(client, requests, policy);
	const sources = wanted.map(({ source }) => source);
	const copier = new Copier(client, {
		now,
		...onProgress && { onProgress }
	});
	const copies = await planCopies(client, copier, wanted, policy, now);
	const seen = (await Promise.all(wanted.flatMap(({ source, targets }) => targets.map((target) => look(client, target, source, policy, now))))).sort((one, other) => ORDER[one.kind] - ORDER[other.kind]);
	const judged = await readVersions(client, seen, policy);
	const tags = seen.map((tag, index) => {
		const move = {
			...tag,
			...judged[index] ?? UNKNOWN
		};
		return {
			...move,
			verdict: judge(move, policy.guard)
		};
	});
	const findings = copies.flatMap(({ belongings }) => belongings.findings);
	const refusal = refusalOf(tags);
	if (refusal !== null) return {
		sources,
		tags,
		changes: [],
		copies,
		findings,
		refusal
	};
	const moves = tags.filter(({ verdict }) => verdict.kind === "moves").map((tag) => moveOf(tag, copier));
	const isChannel = ({ kind }) => kind === "channel";
	const versions = new TagWave(client, moves.filter((move) => !isChannel(move)), now);
	const belongings = copies.map((copy) => copy.belongings);
	return {
		sources,
		tags,
		changes: [
			...belongings.flatMap(({ referrers }) => referrers),
			...new TagWave(client, belongings.flatMap((some) => some.tags), now).changes(),
			...versions.changes(),
			...new TagWave(client, moves.filter(isChannel), now, versions).changes()
		],
		copies,
		findings,
		refusal
	};
}
function moveOf(tag, copier) {
	const { target, kind, before, seenAt, source, higher } = tag;
	const { manifest, reference } = source;
	const move = {
		target,
		kind,
		before,
		seenAt,
		manifest,
		reason: reasonOf(tag),
		...higher && { higher }
	};
	if (sameRepository(target, reference)) return move;
	return {
		...move,
		prepare: () => copier.contents(manifest, reference, target)
	};
}
async function planCopies(client, copier, wanted, { referrers = true }, now) {
	const ways = new Map();
	for (const { source, targets } of wanted) for (const { registry, repository } of targets) {
		const to = {
			registry,
			repository
		};
		if (!sameRepository(to, source.reference)) ways.set(`${source.manifest.digest} ${repositoryOf(to)}`, {
			source,
			to
		});
	}
	return Promise.all([...ways.values()].map(async ({ source, to }) => {
		const { registry, repository } = source.reference;
		const from = {
			registry,
			repository
		};
		const none = {
			tags: [],
			referrers: [],
			findings: []
		};
		const transferred = () => copier.transferred(to);
		if (!referrers) return {
			source,
			to,
			belongings: none,
			transferred
		};
		const found = await belongingsOf(client, copier, from, source.manifest);
		const planned = await planBelongings(client, copier, {
			from,
			to,
			belongings: found
		}, now);
		return {
			source,
			to,
			belongings: {
				...planned,
				findings: [...found.findings, ...planned.findings]
			},
			transferred
		};
	}));
}
const ORDER = {
	version: 0,
	other: 1,
	channel: 2
};
const UNKNOWN = { versions: {
	before: null,
	after: null
} };
async function resolve(client, requests, { missing: onMissing }) {
	const found = await Promise.all(requests.map(async (request) => ({
		...request,
		manifest: await client.get(request.source)
	})));
	const missing = found.flatMap(({ source, manifest }) => manifest === null ? [formatReference(source)] : []);
	if (missing.length > 0 && onMissing !== "skip") {
		const [verb, what] = missing.length === 1 ? ["does", "the source"] : ["do", "the sources"];
		throw new UserError(`${missing.join(", ")} ${verb} not exist in the registry.`, { advice: `Check name and tag of ${what}; the job that builds it must have pushed it before.` });
	}
	return found.flatMap(({ source, targets, manifest }) => manifest === null ? [] : [{
		source: {
			reference: source,
			manifest
		},
		targets
	}]);
}
async function look(client, target, source, { channels }, now) {
	const seenAt = now();
	const found = await client.head(target);
	const { tag } = target;
	const after = source.manifest.digest;
	return {
		target,
		source,
		tag,
		kind: kindOf(tag, channels),
		before: found?.digest ?? null,
		after,
		seenAt
	};
}
async function readVersions(client, tags, { guard }) {
	const repositories = new Map();
	const versionsIn = ({ registry, repository }) => {
		const name = repositoryOf({
			registry,
			repository
		});
		const known = repositories.get(name) ?? new ImageVersions(client, {
			registry,
			repository
		});
		repositories.set(name, known);
		return known;
	};
	for (const { target, source, after, before, kind } of tags) {
		const { reference } = source;
		if (reference.tag !== void 0 && reference.digest === void 0) versionsIn(reference).learn(reference.tag, after);
		if (kind === "version") versionsIn(target).learn(target.tag, before ?? after);
	}
	return Promise.all(tags.map(async (tag) => {
		if (!needsVersions(tag, guard)) return UNKNOWN;
		const known = versionsIn(tag.target);
		const before = tag.before === null ? null : await known.of(tag.before);
		const { reference } = tag.source;
		const version = await versionsIn(sameRepository(reference, tag.target) ? tag.target : reference).of(tag.after) ?? known.learned(tag.after);
		const versions = {
			before,
			after: version
		};
		return version === null ? { versions } : {
			versions,
			higher: () => releaseAbove(client, tag.target, version)
		};
	}));
}
function reasonOf({ tag, kind, versions, source }) {
	const [from, to] = [versions.before?.version.version, versions.after?.version.version];
	if (kind === "channel" && to !== void 0) return from === void 0 ? `${tag} starts at ${to}` : `${tag} goes from ${from} to ${to}`;
	return `points at what ${formatReference(source.reference)} holds`;
}
function refusalOf(tags) {
	const refused = tags.flatMap(({ target, verdict }) => verdict.kind === "refused" ? [{
		target,
		verdict
	}] : []);
	const [first] = refused;
	if (first === void 0) return null;
	if (refused.length === 1) return new UserError(`${repositoryOf(first.target)}: ${first.verdict.why}`, { advice: first.verdict.advice });
	const lines = refused.map(({ target, verdict }) => `- ${repositoryOf(target)}: ${verdict.why} ${verdict.advice}`);
	return new UserError(`${refused.length} of ${tags.length} tags must not move:\n${lines.join("\n")}`, { advice: "Nothing was written, the others neither. Correct these, or leave them away, and run again." });
}
function repositoryOf({ registry, repository }) {
	return formatReference({
		registry,
		repository
	});
}
// packages/registry/retag-request.ts
function readRequests({ source, tags, images }) {
	if (images.length > 0 && (source !== "" || tags.length > 0)) throw new UserError("Input “images” was given together with “source” or “tags”.", { advice: "Use “source” and “tags” for one image, or “images” for several." });
	if (images.length > 0) return withoutContradictions(images.map(readImage));
	if (source === "" || tags.length === 0) throw new UserError(`Input “${source === "" ? "source" : "tags"}” is missing: nothing says what to move${source === "" ? "" : " where"}.`, { advice: "Give “source” and “tags”, or a batch in “images”." });
	return withoutContradictions([readRequest(source, tags, "source", "tags")]);
}
function readImage(line) {
	const [source = "", targets, ...more] = line.split("=>").map((part) => part.trim());
	const tags = (targets ?? "").split(/[\s,]+/).filter((tag) => tag !== "");
	if (source === "" || tags.length === 0 || more.length > 0) throw new UserError(`Input “images”: “${line}” is not SOURCE => TAG TAG….`, { advice: "One image a line, for example quay.io/project-codeflare/instascale:v0.1.0 => stable." });
	return readRequest(source, tags, "images", "images");
}
function readRequest(text, tags, sourceInput, tagsInput) {
	const source = parseReference(text, `Input “${sourceInput}”`);
	if (source.tag === void 0 && source.digest === void 0) throw new UserError(`Input “${sourceInput}”: “${text}” names neither a tag nor a digest.`, { advice: "Say which image is meant; “latest” is not assumed." });
	return {
		source,
		targets: tags.map((tag) => readTarget(tag, source, `Input “${tagsInput}”`))
	};
}
function readTarget(text, source, what) {
	if (isTag(text)) return {
		registry: source.registry,
		repository: source.repository,
		tag: text
	};
	if (!text.includes("/")) throw new UserError(`${what}: “${text}” is not a tag: letters, digits, “_”, “.” and “-”, at most 128, not starting with “.” or “-”.`);
	const { tag, digest, ...repository } = parseReference(text, what);
	if (tag === void 0 || digest !== void 0) throw new UserError(`${what}: “${text}” is not a tag: it must end in “:TAG” and hold no digest.`);
	return {
		...repository,
		tag
	};
}
function withoutContradictions(requests) {
	const sources = new Map();
	return requests.map(({ source, targets }) => {
		const from = formatReference(source);
		return {
			source,
			targets: targets.filter((target) => {
				const name = formatReference(target);
				const other = sources.get(name);
				if (other !== void 0 && other !== from) throw new UserError(`${name} is asked to point at two images: ${other} and ${from}.`, { advice: "Leave one of them away." });
				sources.set(name, from);
				return other === void 0;
			})
		};
	});
}
function credentialsGiven(requests, { username, password }) {
	if (username === "" && password === "") return {};
	if (username === "" || password === "") throw new UserError(`Input “${username === "" ? "password" : "username"}” was given without “${username === "" ? "username" : "password"}”.`, { advice: "Give both, or none to use what an earlier step logged in with. An empty secret is often one that the workflow may not read." });
	const registries = [...new Set(requests.flatMap(({ targets }) => targets.map((target) => target.registry)))];
	const [registry = ""] = registries;
	if (registries.length > 1) throw new UserError(`Inputs “username” and “password” are for one registry; tags are to be written in ${registries.join(" and ")}.`, { advice: "Log in to each registry in an earlier step, and leave “username” and “password” away." });
	return { given: {
		registry,
		username,
		password
	} };
}
export { formatBytes as i, readRequests as n, planRetag as r, credentialsGiven as t };
