import { r as __toESM } from "./rolldown-runtime.js";
import { M as ReportedError, N as ServiceError, O as isObject, P as UserError, t as pLimit } from "./core.js";
import { a as isReferrersIndex, d as parseObject, f as formatReference, g as digestOf, h as sameRepository, i as fallbackTag, l as OCI_INDEX, m as parseReference, p as isTag, s as blobsOf, u as isIndex, v as matchesDigest, y as shortDigest } from "./registry.js";
import { t as require_parse } from "./semver.js";
// packages/registry/fallback-list.ts
async function addToFallback(client, to, subject, added) {
	let old = await client.fallback(to, subject);
	let content = old === null ? {} : parseObject(old.bytes, `The list of referrers of ${subject}`);
	let has = new Set(old?.manifests.map(({ digest }) => digest));
	let entries = added.filter(({ digest }) => !has.has(digest)).map(entryOf);
	if (entries.length === 0) return;
	let listed = Array.isArray(content.manifests) ? content.manifests : [];
	let bytes = Buffer.from(JSON.stringify({
		schemaVersion: 2,
		mediaType: OCI_INDEX,
		...content,
		manifests: [...listed, ...entries]
	}));
	let digest = digestOf(bytes);
	let reference = {
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
	let now = (await client.head(reference))?.digest;
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
async function belongingsOf(client, copier, from, image) {
	let listed = new Set(await client.tags(from));
	let tags = [];
	let referrers = [];
	let findings = [];
	let seen = new Set();
	let own = await digestsOf(copier, from, image);
	let level = [image.digest];
	for (; level.length > 0 && seen.size < 1e3;) {
		for (let digest of level) seen.add(digest);
		let lists = await Promise.all(level.map((digest) => referrersOf(client, from, digest, listed, findings)));
		for (let [index, list] of lists.entries()) {
			let subject = level[index];
			if (subject === void 0) continue;
			tags.push(...SUFFIXES.map((suffix) => fallbackTag(subject) + suffix).filter((tag) => listed.has(tag)));
			list.length > 0 && referrers.push({
				subject,
				list
			});
		}
		level = [...new Set([...own, ...lists.flat().map(({ digest }) => digest)])].filter((digest) => !seen.has(digest));
	}
	let held = await Promise.all(tags.map((tag) => client.get({
		...bare$1(from),
		tag
	})));
	return {
		tags: tags.flatMap((tag, index) => {
			let manifest = held[index] ?? null;
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
	let below = await Promise.all(image.manifests.map(async ({ digest, mediaType }) => isIndex(mediaType) ? digestsOf(copier, from, await copier.manifest(from, digest)) : [digest]));
	return [image.digest, ...below.flat()];
}
async function referrersOf(client, from, digest, listed, findings) {
	let found = await client.referrersListed(from, digest) ?? [];
	let tag = fallbackTag(digest);
	if (!listed.has(tag)) return found;
	let index = await client.get({
		...bare$1(from),
		tag
	});
	if (index !== null && !isReferrersIndex(index, digest)) {
		let name = formatReference({
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
	let known = new Set(found.map((entry) => entry.digest));
	return [...found, ...(index?.manifests ?? []).filter((entry) => !known.has(entry.digest))];
}
async function planBelongings(client, copier, { from, to, belongings }, now) {
	let moves = await Promise.all(belongings.tags.map(({ tag, manifest }) => tagMove(client, copier, from, to, tag, manifest, now)));
	let referrers = await Promise.all(belongings.referrers.map(({ subject, list }) => referrerChange(client, copier, from, to, subject, list)));
	return {
		tags: moves.flatMap((move) => move === null || "severity" in move ? [] : [move]),
		referrers: referrers.filter((change) => change !== null),
		findings: moves.flatMap((move) => move !== null && "severity" in move ? [move] : [])
	};
}
async function tagMove(client, copier, from, to, tag, manifest, now) {
	let target = {
		...bare$1(to),
		tag
	};
	let seenAt = now();
	let before = (await client.head(target))?.digest ?? null;
	if (before === manifest.digest) return null;
	if (before !== null) {
		let old = await client.get({
			...bare$1(to),
			digest: before
		});
		let has = new Set(manifest.layers.map(({ digest }) => digest));
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
	let wanted = list.map(({ digest }) => digest).sort();
	let present = async () => {
		let there = new Set((await client.referrers(bare$1(to), subject)).map(({ digest }) => digest));
		return wanted.filter((digest) => there.has(digest));
	};
	let text = (digests) => digests.length === 0 ? null : digests.join(", ");
	let found = await present();
	if (found.length === wanted.length) return null;
	let before = text(found);
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
			let answer = known === void 0 ? text(await present()) : known;
			known = void 0;
			return answer;
		},
		async act() {
			let missing = list.filter(({ digest }) => !found.includes(digest));
			let manifests = await Promise.all(missing.map(({ digest }) => copier.manifest(from, digest)));
			let written = await Promise.all(manifests.map((manifest) => copier.whole(manifest, from, to)));
			let unlisted = manifests.filter((_, index) => written[index]?.listed !== !0);
			unlisted.length > 0 && await addToFallback(client, to, subject, unlisted);
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
var Copier = class {
	#client;
	#options;
	#streams = pLimit(6);
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
			let { registry, repository: name } = repository;
			let found = await this.#client.get({
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
		if (depth > 8) throw new ServiceError(`${formatReference(from)}: indexes within indexes, 8 deep.`);
		isIndex(manifest.mediaType) ? await all(manifest.manifests.map((child) => this.#child(child, from, to, depth))) : await all(blobsOf(manifest).map((blob) => this.#blob(blob, from, to)));
	}
	async whole(manifest, from, to) {
		await this.contents(manifest, from, to);
		return this.#put(manifest, to);
	}
	async #child({ digest }, from, to, depth) {
		await once(this.#manifests, keyOf(to, digest), async () => {
			let manifest = await this.manifest(from, digest);
			if (await this.#isThere(manifest, from, to)) return;
			await this.contents(manifest, from, to, depth + 1);
			await this.#put(manifest, to);
		});
	}
	async #isThere({ digest, config, mediaType }, from, to) {
		if (from.registry === to.registry) return !1;
		if (config === void 0 ? !isIndex(mediaType) : await this.#blob(config, from, to, !0) === "sent") return !1;
		return await this.#client.head({
			...bare(to),
			digest
		}) !== null;
	}
	#blob(blob, from, to, isProbe = !1) {
		return once(this.#blobs, keyOf(to, blob.digest), async () => {
			let count = this.#count(to);
			let copy = () => this.#client.blobs.copy(from, to, blob, {
				isProbe,
				onProgress: (bytes) => {
					count.bytes += bytes;
					this.#speak(to);
				}
			});
			let fate = await (from.registry === to.registry ? copy() : this.#streams(copy));
			count[fate] += 1;
			this.#speak(to);
			return fate;
		});
	}
	async #put(manifest, to) {
		let written = await this.#client.put({
			...bare(to),
			digest: manifest.digest
		}, manifest);
		this.#count(to).manifests += 1;
		return written;
	}
	#count(to) {
		let name = formatReference(bare(to));
		let known = this.#transferred.get(name) ?? {
			manifests: 0,
			mounted: 0,
			sent: 0,
			bytes: 0
		};
		this.#transferred.set(name, known);
		return known;
	}
	#speak(to) {
		let { onProgress } = this.#options;
		if (onProgress === void 0 || this.#now() - this.#spoken < 1e4) return;
		this.#spoken = this.#now();
		let { mounted, sent, bytes } = this.#count(to);
		onProgress(`${formatReference(bare(to))}: ${mounted + sent} blobs are there, ${formatBytes(bytes)} were sent`);
	}
	#now() {
		return (this.#options.now ?? Date.now)();
	}
};
function formatBytes(bytes) {
	let units = [
		"bytes",
		"kB",
		"MB",
		"GB",
		"TB"
	];
	let step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
	return `${step === 0 ? bytes : (bytes / 1e3 ** step).toFixed(1)} ${units[step] ?? ""}`;
}
async function all(work) {
	let outcomes = await Promise.allSettled(work);
	for (let outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}
function once(done, key, make) {
	let known = done.get(key);
	if (known !== void 0) return known;
	let made = make();
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
	let next = versions.after;
	if (next === null) return refused(`${tag} was asked to move to ${shortDigest(after)}, which no version tag points at and no label names a version of.`, `Release it first: give it a version tag, alone or in the same step before “${tag}”.`);
	if (isPrerelease(next.version)) return refused(`${tag} was asked to move to ${next.version.version} (${next.evidence}), which is a pre-release.`, `“${tag}” only shows releases. Promote the pre-release to a version first.`);
	if (before === null) return { kind: "moves" };
	let now = versions.before;
	if (now === null) return refused(`${tag} points at ${before}, which no version tag points at and no label names a version of: whether ${next.version.version} is newer cannot be told.`, "Give the present image its version tag, or, when you are sure, run this once with “guard: off”.");
	if (isHigher(next.version, now.version)) return { kind: "moves" };
	let [from, to] = [now.version.version, next.version.version];
	return refused(from === to ? `${tag} shows ${from} already, as another image: ${before}; it was asked to become ${after}.` : `${tag} shows ${from} (${now.evidence}) and was asked to go back to ${to} (${next.evidence}).`, "To take a release back on purpose, run this once with “guard: off”.");
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
		let learned = this.learned(digest);
		if (learned !== null && !isPrerelease(learned.version)) return learned;
		let candidates = await this.#candidates();
		for (let at = 0, size = 1; at < candidates.length && at < 256; at += size, size = Math.min(size * 2, 32)) {
			let some = candidates.slice(at, at + size);
			await Promise.all(some.map((tag) => this.#lookUp(tag)));
			let found = highest(some.filter((tag) => this.#digests.get(tag) === digest));
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
		let manifest = await this.#client.get({
			...this.#repository,
			digest
		});
		if (manifest === null) return null;
		let annotated = claim(manifest.annotations[LABEL]);
		if (annotated !== null) return annotated;
		let image = await this.#firstImage(manifest);
		if (image?.config === void 0) return null;
		let { config } = await this.#client.config(this.#repository, image.config);
		return isObject(config) && isObject(config.Labels) ? claim(config.Labels[LABEL]) : null;
	}
	async #firstImage(manifest) {
		let [first] = manifest.manifests;
		return first === void 0 ? manifest : this.#client.get({
			...this.#repository,
			digest: first.digest
		});
	}
};
async function releaseAbove(client, repository, { version }) {
	let [tag] = inOrder(await client.tags(repository));
	let found = tag === void 0 ? null : versionOf(tag);
	return found !== null && !isPrerelease(found) && isHigher(found, version) ? tag ?? null : null;
}
function highest(tags) {
	let [tag] = inOrder(tags);
	let version = tag === void 0 ? null : versionOf(tag);
	return version === null ? null : {
		version,
		evidence: `tag ${tag}`
	};
}
function inOrder(tags) {
	return tags.flatMap((tag) => {
		let version = versionOf(tag);
		return version === null ? [] : [{
			tag,
			version
		}];
	}).sort((one, other) => bySearchOrder(one.version, other.version)).map(({ tag }) => tag);
}
function claim(label) {
	let version = typeof label == "string" ? versionOf(label) : null;
	return version === null ? null : {
		version,
		evidence: `label ${LABEL}`
	};
}
var TagWave = class {
	#client;
	#entries;
	#now;
	#earlier;
	#run;
	#isOver = !1;
	#hasFailed = !1;
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
			confirmed: !1,
			acted: !1,
			writtenAt: -Infinity,
			repeated: !1
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
				entry.acted && !entry.confirmed && (entry.seen = {
					digest: entry.before,
					at: -Infinity
				});
				if (!this.#isOver || entry.acted && !entry.confirmed) return this.#look(entry);
				return entry.state === "written" && !entry.acted ? entry.before : entry.seen.digest;
			},
			act: async () => {
				this.#run ??= this.#make();
				await this.#run;
				entry.acted = !0;
			}
		}));
	}
	async #make() {
		let copies = pLimit(4);
		await Promise.all(this.#entries.map((entry) => this.#guarded(entry, () => copies(() => entry.prepare?.()))));
		let groups = pLimit(12);
		await Promise.all([...this.#groups().values()].map((group) => groups(() => this.#writeGroup(group))));
		await Promise.all(this.#entries.map((entry) => this.#guarded(entry, () => this.#confirm(entry))));
		let failed = this.#entries.filter(({ error }) => error !== void 0);
		if (failed.length > 0) throw await this.#failure(failed);
		this.#isOver = !0;
	}
	#groups() {
		let groups = new Map();
		for (let entry of this.#entries) {
			let { registry, repository } = entry.target;
			let key = formatReference({
				registry,
				repository,
				digest: entry.manifest.digest
			});
			groups.set(key, [...groups.get(key) ?? [], entry]);
		}
		return groups;
	}
	async #writeGroup(group) {
		let [first, ...others] = group;
		if (first === void 0) return;
		others.length > 0 && await this.#guarded(first, () => this.#writeTogether(group));
		await Promise.all(group.map((entry) => this.#guarded(entry, () => entry.state === "planned" ? this.#write(entry) : void 0)));
	}
	async #writeTogether(group) {
		let [first] = group;
		if (first === void 0 || !this.#client.takesSeveralTags(first.target)) return;
		let due = [];
		for (let entry of group) await this.#guarded(entry, async () => {
			await this.#isDue(entry) && due.push(entry);
		});
		if (this.#hasFailed) return;
		let tags = due.map(({ target }) => target.tag);
		let beforeRetry = async () => {
			for (let entry of due) await this.#lookAgain(entry);
		};
		let written = await this.#client.putTags(first.target, tags, first.manifest, { beforeRetry });
		for (let entry of due) written.includes(entry.target.tag) && await this.#guarded(entry, () => this.#note(entry, !0));
	}
	async #write(entry) {
		if (!await this.#isDue(entry)) return;
		let beforeRetry = () => this.#lookAgain(entry);
		let { confirmed } = await this.#client.put(entry.target, entry.manifest, { beforeRetry });
		await this.#note(entry, confirmed);
	}
	async #note(entry, confirmed) {
		entry.state = "written";
		entry.writtenAt = this.#now();
		if (entry.kind !== "channel") {
			if (!confirmed) return;
			entry.confirmed = !0;
			entry.seen = {
				digest: entry.manifest.digest,
				at: entry.writtenAt
			};
			return;
		}
		let took = entry.writtenAt - entry.seen.at;
		if (took <= 1e3 && !entry.repeated) return;
		let higher = await entry.higher?.() ?? null;
		if (higher !== null) throw doubtful(entry, higher, took);
	}
	async #isDue(entry) {
		let { before, name, manifest } = entry;
		let found = await this.#look(entry);
		if (found === manifest.digest) {
			entry.state = "already";
			entry.confirmed = !0;
			return !1;
		}
		if (found === before) return !0;
		throw new UserError(`image tag ${name} was ${shown(before)} when this run planned to move it; now it is ${shown(found)}.`, { advice: "Somebody else changed it in between. It was not overwritten; look at it and run again." });
	}
	async #lookAgain(entry) {
		entry.repeated = !0;
		entry.seen = {
			digest: entry.before,
			at: -Infinity
		};
		let found = await this.#look(entry);
		if (found !== entry.before && found !== entry.manifest.digest) throw lost(entry, found);
	}
	async #confirm(entry) {
		if (entry.state !== "written" || entry.confirmed) return;
		entry.kind === "channel" && await this.#client.sleep(Math.max(0, entry.writtenAt + 1050 - this.#now()));
		entry.seen = {
			digest: entry.before,
			at: -Infinity
		};
		let found = await this.#look(entry);
		if (found === entry.manifest.digest) entry.confirmed = !0;
		else if (found !== entry.before) throw lost(entry, found);
	}
	async #look(entry) {
		let fresh = entry.kind === "channel" ? 700 : 2e3;
		if (this.#now() - entry.seen.at < fresh) return entry.seen.digest;
		let at = this.#now();
		let found = (await this.#client.head(entry.target))?.digest ?? null;
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
			this.#hasFailed = !0;
			entry.state !== "written" && (entry.state = "failed");
			entry.error = error;
		}
	}
	async #failure(failed) {
		let [first] = failed;
		let earlier = this.#earlier?.places() ?? [];
		if (first?.error !== void 0 && this.#entries.length + earlier.length === 1) return first.error;
		let places = [];
		for (let entry of this.#entries) places.push(`- ${entry.name}: ${await this.#settle(entry)}`);
		let lines = failed.map(({ name, error }) => `- ${name}: ${error?.message ?? ""}`);
		return new (failed.every(({ error }) => error instanceof UserError) ? UserError : ServiceError)(`${failed.length} of ${this.#entries.length} tags could not be moved:\n${lines.join("\n")}\nWhat is where now:\n${[...earlier, ...places].join("\n")}`, {
			advice: first?.error?.advice ?? "Run again: what is in its place is left alone.",
			...first?.error !== void 0 && { cause: first.error }
		});
	}
	places() {
		return this.#entries.map(({ name, manifest }) => `- ${name}: at ${manifest.digest}`);
	}
	async #settle(entry) {
		let { before, kind, manifest, target } = entry;
		if (entry.state === "planned") return `not touched, at ${before ?? "nothing (it does not exist)"}`;
		if (entry.state === "already") return `at ${manifest.digest} already`;
		if (kind !== "channel" && entry.state === "written") return `at ${manifest.digest}`;
		try {
			entry.seen = {
				digest: before,
				at: -Infinity
			};
			let found = await this.#look(entry);
			if (found === null) return "does not exist";
			if (found !== manifest.digest || kind !== "channel") return found === before ? `still at ${found}` : `at ${found}`;
			if (before === null) return `new, at ${found}; delete it by hand if it should not be there yet`;
			if (this.#entries.length === 1) return `at ${found}`;
			let { registry, repository } = target;
			let old = await this.#client.get({
				registry,
				repository,
				digest: before
			});
			if (old === null) return `at ${found}; not put back, because ${before} is gone`;
			await this.#client.put(target, old);
			let now = (await this.#client.head(target))?.digest;
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
	for (let { source, targets } of requests) {
		for (let target of targets) client.announce(target, "pull,push");
		client.announce(source, "pull");
	}
	let wanted = await resolve(client, requests, policy);
	let sources = wanted.map(({ source }) => source);
	let copier = new Copier(client, {
		now,
		...onProgress && { onProgress }
	});
	let copies = await planCopies(client, copier, wanted, policy, now);
	let looks = pLimit(12);
	let seen = (await Promise.all(wanted.flatMap(({ source, targets }) => targets.map((target) => looks(() => look(client, target, source, policy, now)))))).sort((one, other) => ORDER[one.kind] - ORDER[other.kind]);
	let judged = await readVersions(client, seen, policy);
	let tags = seen.map((tag, index) => {
		let move = {
			...tag,
			...judged[index] ?? UNKNOWN
		};
		return {
			...move,
			verdict: judge(move, policy.guard)
		};
	});
	let findings = copies.flatMap(({ belongings }) => belongings.findings);
	let refusal = refusalOf(tags);
	if (refusal !== null) return {
		sources,
		tags,
		changes: [],
		copies,
		findings,
		refusal
	};
	let moves = tags.filter(({ verdict }) => verdict.kind === "moves").map((tag) => moveOf(tag, copier));
	let isChannel = ({ kind }) => kind === "channel";
	let versions = new TagWave(client, moves.filter((move) => !isChannel(move)), now);
	let belongings = copies.map((copy) => copy.belongings);
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
	let { target, kind, before, seenAt, source, higher } = tag;
	let { manifest, reference } = source;
	let move = {
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
async function planCopies(client, copier, wanted, { referrers = !0 }, now) {
	let ways = new Map();
	for (let { source, targets } of wanted) for (let { registry, repository } of targets) {
		let to = {
			registry,
			repository
		};
		sameRepository(to, source.reference) || ways.set(`${source.manifest.digest} ${repositoryOf(to)}`, {
			source,
			to
		});
	}
	return Promise.all([...ways.values()].map(async ({ source, to }) => {
		let { registry, repository } = source.reference;
		let from = {
			registry,
			repository
		};
		let none = {
			tags: [],
			referrers: [],
			findings: []
		};
		let transferred = () => copier.transferred(to);
		if (!referrers) return {
			source,
			to,
			belongings: none,
			transferred
		};
		let found = await belongingsOf(client, copier, from, source.manifest);
		let planned = await planBelongings(client, copier, {
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
	let found = await Promise.all(requests.map(async (request) => ({
		...request,
		manifest: await client.get(request.source)
	})));
	let missing = found.flatMap(({ source, manifest }) => manifest === null ? [formatReference(source)] : []);
	if (missing.length > 0 && onMissing !== "skip") {
		let [verb, what] = missing.length === 1 ? ["does", "the source"] : ["do", "the sources"];
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
	let seenAt = now();
	let found = await client.head(target);
	let { tag } = target;
	let after = source.manifest.digest;
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
	let repositories = new Map();
	let versionsIn = ({ registry, repository }) => {
		let name = repositoryOf({
			registry,
			repository
		});
		let known = repositories.get(name) ?? new ImageVersions(client, {
			registry,
			repository
		});
		repositories.set(name, known);
		return known;
	};
	for (let { target, source, after, before, kind } of tags) {
		let { reference } = source;
		reference.tag !== void 0 && reference.digest === void 0 && versionsIn(reference).learn(reference.tag, after);
		kind === "version" && versionsIn(target).learn(target.tag, before ?? after);
	}
	return Promise.all(tags.map(async (tag) => {
		if (!needsVersions(tag, guard)) return UNKNOWN;
		let known = versionsIn(tag.target);
		let before = tag.before === null ? null : await known.of(tag.before);
		let { reference } = tag.source;
		let version = await versionsIn(sameRepository(reference, tag.target) ? tag.target : reference).of(tag.after) ?? known.learned(tag.after);
		let versions = {
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
	let [from, to] = [versions.before?.version.version, versions.after?.version.version];
	if (kind === "channel" && to !== void 0) return from === void 0 ? `${tag} starts at ${to}` : `${tag} goes from ${from} to ${to}`;
	return `points at what ${formatReference(source.reference)} holds`;
}
function refusalOf(tags) {
	let refused = tags.flatMap(({ target, verdict }) => verdict.kind === "refused" ? [{
		target,
		verdict
	}] : []);
	let [first] = refused;
	if (first === void 0) return null;
	if (refused.length === 1) return new UserError(`${repositoryOf(first.target)}: ${first.verdict.why}`, { advice: first.verdict.advice });
	let lines = refused.map(({ target, verdict }) => `- ${repositoryOf(target)}: ${verdict.why} ${verdict.advice}`);
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
	let [source = "", targets, ...more] = line.split("=>").map((part) => part.trim());
	let tags = (targets ?? "").split(/[\s,]+/).filter((tag) => tag !== "");
	if (source === "" || tags.length === 0 || more.length > 0) throw new UserError(`Input “images”: “${line}” is not SOURCE => TAG TAG….`, { advice: "One image a line, for example quay.io/project-codeflare/instascale:v0.1.0 => stable." });
	return readRequest(source, tags, "images", "images");
}
function readRequest(text, tags, sourceInput, tagsInput) {
	let source = parseReference(text, `Input “${sourceInput}”`);
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
	let { tag, digest, ...repository } = parseReference(text, what);
	if (tag === void 0 || digest !== void 0) throw new UserError(`${what}: “${text}” is not a tag: it must end in “:TAG” and hold no digest.`);
	return {
		...repository,
		tag
	};
}
function withoutContradictions(requests) {
	let sources = new Map();
	return requests.map(({ source, targets }) => {
		let from = formatReference(source);
		return {
			source,
			targets: targets.filter((target) => {
				let name = formatReference(target);
				let other = sources.get(name);
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
	let registries = [...new Set(requests.flatMap(({ targets }) => targets.map((target) => target.registry)))];
	let [registry = ""] = registries;
	if (registries.length > 1) throw new UserError(`Inputs “username” and “password” are for one registry; tags are to be written in ${registries.join(" and ")}.`, { advice: "Log in to each registry in an earlier step, and leave “username” and “password” away." });
	return { given: {
		registry,
		username,
		password
	} };
}
export { formatBytes as i, readRequests as n, planRetag as r, credentialsGiven as t };
