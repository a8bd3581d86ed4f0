import { P as UserError } from "./core.js";
import { r as githubRefs, t as deliveredTo } from "./receipts.js";
import { t as readLock } from "./lock.js";
import { m as parseReference } from "./registry.js";
import { N as branchHead, Q as orAbsent, X as parseRepository, w as RepositoryHistory } from "./github.js";
import { a as formatLine, c as parseReleaseLine, i as compareLines, o as lineOf, t as decideVersion } from "./next-version.js";
import { a as parseRelease, c as releaseOf, o as parts, r as isPrerelease, t as compareVersions, u as versionOf } from "./version.js";
import { t as TagTemplate } from "./tag-template.js";
import { a as leader, r as findMember } from "./train.js";
import { a as addDays, c as daysBetween, l as isFrozen, n as parseManifest, o as adoptionDeadline, r as releaseOrder, s as dayOf, u as sprintOf } from "./manifest.js";
import { a as versionsSaid, i as versionIn, n as readMatrix, r as readWritten, t as matrixRows } from "./read-versions.js";
// packages/train/next-version.ts
async function nextVersion(world, { id, repository, tag }, { head, version, line, releases }) {
	let history = world.history(repository);
	let template = new TagTemplate(tag, `tag of ${id}`);
	let request = {
		version,
		bump: "auto",
		prereleaseId: "rc",
		line,
		template,
		target: head
	};
	try {
		return await decideVersion(request, history);
	} catch (error) {
		let [highest] = releases;
		if (!(error instanceof UserError) || version !== null || line !== null || highest === void 0) throw error;
		if (await history.contains(head, await history.commitOf(template.format(highest)))) throw error;
		return decideVersion({
			...request,
			bump: "minor"
		}, history);
	}
}
// packages/train/manifest-change.ts
function manifestChange(train, tag, text) {
	let then = text === null ? null : readable(text, train.file);
	if (then === null || JSON.stringify(then) === JSON.stringify(train)) return null;
	let names = (of) => new Map([...of.components, ...of.external].map(({ id, name }) => [id, name]));
	let [before, now] = [names(then), names(train)];
	let came = [...now].flatMap(([id, name]) => before.has(id) ? [] : [name]);
	let went = [...before].flatMap(([id, name]) => now.has(id) ? [] : [name]);
	let what = [...came.length > 0 ? [`${came.join(", ")} came in`] : [], ...went.length > 0 ? [`${went.join(", ")} went out`] : []];
	return {
		message: `${train.file} has changed since ${tag} was tagged${what.length === 0 ? "" : `: ${what.join("; ")}`}.`,
		advice: `The release is judged by the manifest that was read. To finish it as it was begun, check out ${tag}; what is new comes with the next release.`
	};
}
function readable(text, file) {
	try {
		return parseManifest(text, file);
	} catch (error) {
		if (error instanceof UserError) return null;
		throw error;
	}
}
// packages/train/members.ts
function planComponent(facts, hotfix) {
	let planned = hotfix ? hotfixOf(facts) : regular(facts);
	if (!(facts.carried !== null && planned.after !== null && compareVersions(planned.after, facts.carried) < 0) || planned.problem !== null) return planned;
	return {
		...planned,
		problem: {
			message: `${facts.name} would go back from ${facts.carried} to ${planned.after}.`,
			advice: `Release a version above ${facts.carried} that holds its fixes.`
		}
	};
}
function regular({ carried, next, problem }) {
	let base = {
		before: carried,
		problem,
		warnings: warningsOf$1(next)
	};
	if (next === null) return {
		...base,
		after: carried,
		released: carried !== null,
		reasons: []
	};
	if (next.exists) {
		let unchanged = carried !== null && compareVersions(next.version, carried) === 0;
		return {
			...base,
			after: next.version,
			released: !0,
			reasons: unchanged ? ["nothing new"] : next.reasons
		};
	}
	let { previous } = next;
	if (carried !== null && previous !== null && compareVersions(previous, carried) > 0) return {
		...base,
		after: previous,
		released: !0,
		reasons: [`released since ${carried}; later changes wait`]
	};
	return {
		...base,
		after: next.version,
		released: !1,
		reasons: next.reasons
	};
}
function hotfixOf({ name, carried, releases, next, fix, problem }) {
	let base = {
		before: carried,
		released: !0,
		warnings: warningsOf$1(next)
	};
	if (carried === null) {
		let [newest = null] = releases;
		return {
			...base,
			released: newest !== null,
			after: newest,
			reasons: [],
			problem
		};
	}
	let line = lineOf(carried);
	if (fix !== null && !fix.exists && compareVersions(fix.version, carried) > 0) return {
		...base,
		warnings: warningsOf$1(fix),
		released: !1,
		after: fix.version,
		reasons: fix.reasons,
		problem: null
	};
	let fixed = releases.find((one) => compareLines(lineOf(one), line) === 0 && compareVersions(one, carried) > 0);
	return fixed === void 0 ? {
		...base,
		after: carried,
		reasons: ["not part of the hotfix"],
		problem: null
	} : {
		...base,
		after: fixed,
		reasons: [`newest fix of ${name} ${formatLine(line)}`],
		problem: null
	};
}
function planExternal(facts, hotfix) {
	let { external, carried, written, releases } = facts;
	let [newest = null] = releases;
	let now = hotfix ? carried ?? written : written ?? carried;
	let follows = !hotfix && external.adoptWithinSprints !== null;
	let adopts = newest !== null && (now === null || follows && compareVersions(newest, now) > 0 && parts(newest).major === parts(now).major);
	let after = adopts ? newest : now;
	let backwards = carried !== null && after !== null && compareVersions(after, carried) < 0;
	return {
		before: carried,
		after,
		released: after !== null && releases.some((one) => compareVersions(one, after) === 0),
		reasons: adopts ? [now === null ? "newest release; no version is written" : `adopts ${newest}`] : [],
		problem: newest === null ? noTags(external) : backwards ? backTo(external, carried, after) : null,
		warnings: []
	};
}
function noTags({ name, repository, tag }) {
	return {
		message: `${name}: no tag of ${repository} reads as ${tag}, or this token cannot see them.`,
		advice: "Correct “repository” or “tag” in the manifest, or give a token that may read it."
	};
}
function backTo({ name }, from, to) {
	return {
		message: `${name} would go back from ${from} to ${to}.`,
		advice: `Write ${from} or a later version again; a release never takes an adopted version back.`
	};
}
function adoptionOf(facts, calendar, today) {
	let { external, written, releases, newestOn } = facts;
	let [version] = releases;
	if (version === void 0 || written === null || compareVersions(version, written) <= 0) return null;
	let { adoptWithinSprints } = external;
	let due = calendar === null || newestOn === null || adoptWithinSprints === null ? null : adoptionDeadline(calendar, newestOn, adoptWithinSprints);
	return {
		external,
		version,
		releasedOn: newestOn,
		due,
		state: due === null ? "open" : today > due ? "overdue" : "due"
	};
}
function warningsOf$1(next) {
	return (next?.warnings ?? []).map((message) => ({
		message,
		advice: "Look at it before the release."
	}));
}
// packages/train/steps.ts
const STEPS = [
	{
		id: "components",
		title: "Components are released"
	},
	{
		id: "references",
		title: "References are updated, CRDs copied"
	},
	{
		id: "bundle",
		title: "The bundle is generated, the support matrix written"
	},
	{
		id: "tag",
		title: "The train is tagged, with the matrix in its release notes"
	},
	{
		id: "catalog",
		title: "The bundle is proposed to the catalog"
	},
	{
		id: "stable",
		title: "Stable tags move"
	},
	{
		id: "announce",
		title: "The release is announced"
	},
	{
		id: "downstream",
		title: "Downstream is updated"
	}
];
function itemsOf(observation) {
	let first = firstItemsOf(observation);
	if (isPrerelease(observation.version)) return {
		...first,
		catalog: [],
		stable: [],
		announce: [],
		downstream: []
	};
	return {
		...first,
		catalog: catalogItems(observation),
		stable: stableItems(observation),
		announce: announceItems(observation),
		downstream: downstreamItems(observation)
	};
}
function firstItemsOf(observation) {
	return {
		components: componentItems(observation),
		references: [...writtenItems(observation.written, observation), ...copyItems(observation)],
		bundle: [...bundleItems(observation), ...matrixItems(observation.matrix, observation)],
		tag: tagItems(observation)
	};
}
function asWritten(version) {
	return isPrerelease(version) ? releaseOf(version) : version;
}
function tagOf(member, version) {
	let template = new TagTemplate(member.tag, `tag of ${member.id}`);
	return template.counts ? version : template.format(version);
}
function tagPage(server, repository, tag) {
	return `${server}/${repository}/releases/tag/${encodeURIComponent(tag)}`;
}
function componentItems({ train, server, members, images }) {
	return releaseOrder(train).flatMap((component) => {
		let { after, released = !1, problem = null } = members.get(component.id) ?? {};
		if (component.leads) return [];
		if (problem !== null) return [{
			done: !1,
			what: problem.message
		}];
		if (after == null) return [{
			done: !1,
			what: `${component.name}: no version is known`
		}];
		let tag = tagOf(component, after);
		let name = `${component.name} ${tag}`;
		return [{
			done: released,
			what: released ? {
				link: name,
				href: tagPage(server, component.repository, tag)
			} : name
		}, ...released ? imagesOf$1(images, component, after) : []];
	});
}
function imagesOf$1(images, component, version) {
	return images.filter((state) => state.component === component.id).map(({ image, digest }) => ({
		done: digest !== null,
		what: ["image ", { code: `${image.name}:${new TagTemplate(image.tag, "image").format(version)}` }]
	}));
}
function writtenItems(written, { train, members }) {
	return written.map(({ place, found, problem }) => {
		let after = members.get(place.of)?.after ?? null;
		let where = [{ code: place.file }, place.key === "" ? "" : [" ", { code: place.key }]];
		if (problem !== null) return {
			done: !1,
			what: [where, `: ${problem}`]
		};
		if (after === null) return {
			done: !1,
			what: [where, `: which version of ${place.of} belongs there is not known`]
		};
		let wanted = asWritten(after);
		let tag = tagOf(findMember(train, place.of, train.file), wanted);
		let done = found.length > 0 && found.every((one) => versionIn(one) === wanted);
		return {
			done,
			what: done ? [where, ` says ${tag}`] : [where, ` says ${found.join(", ")}, not ${tag}`]
		};
	});
}
function copyItems({ copies, members, train }) {
	return copies.map(({ copy, ref }) => {
		let owner = findMember(train, copy.from, train.file);
		let after = members.get(copy.from)?.after ?? null;
		let wanted = after === null ? "its release" : tagOf(owner, after);
		if (after !== null && ref === wanted) return {
			done: !0,
			what: `CRDs of ${owner.name} as of ${ref}`
		};
		let found = ref === null ? `are not known to be those of ${wanted}` : `are those of ${ref}, not of ${wanted}`;
		return {
			done: !1,
			what: [
				`CRDs of ${owner.name} in `,
				{ code: copy.to },
				` ${found}`
			]
		};
	});
}
function bundleItems({ train, version, bundle, tag }) {
	if (train.bundle === null || tag !== null) return [];
	let wanted = asWritten(version);
	return [{
		done: bundle === wanted,
		what: `bundle ${train.bundle.package} ${wanted}`
	}];
}
function matrixItems(matrix, { train, members }) {
	if (matrix === null) return [];
	return matrixRows(train).flatMap(({ name, id, isBelow }) => {
		let after = members.get(id)?.after ?? null;
		let shown = matrix.get(name);
		if (after === null || isBelow && shown === void 0) return [];
		let wanted = asWritten(after);
		let tag = tagOf(findMember(train, id, train.file), wanted);
		if (shown !== void 0 && versionIn(shown) === wanted) return [{
			done: !0,
			what: `support matrix: ${name} ${shown}`
		}];
		return [{
			done: !1,
			what: `support matrix: ${name} ${shown === void 0 ? "is missing" : `is ${shown}`}, not ${tag}`
		}];
	});
}
function tagItems({ train, server, version, tag, members, matrix, images }) {
	let leading = leader(train);
	let name = `${leading.name} ${tagOf(leading, version)}`;
	let release = tag?.release ?? null;
	let wanted = [...members].flatMap(([, { after }]) => after === null ? [] : [after]);
	let noted = release !== null && wanted.every((one) => release.notes.includes(one));
	return [
		{
			done: tag !== null,
			what: tag === null ? name : {
				link: name,
				href: tagPage(server, leading.repository, tag.tag)
			}
		},
		...imagesOf$1(images, leading, version),
		{
			done: release !== null,
			what: release === null ? "GitHub release" : {
				link: "GitHub release",
				href: release.url
			}
		},
		...matrix === null || isPrerelease(version) ? [] : [{
			done: noted,
			what: "support matrix in the release notes"
		}]
	];
}
function catalogItems({ train, version, catalog }) {
	if (train.bundle === null) return [];
	let what = `${train.bundle.package} ${version} to ${train.bundle.catalog}`;
	return [{
		done: proposed(catalog),
		what: catalog.url === null ? what : {
			link: what,
			href: catalog.url
		}
	}];
}
const proposed = ({ state }) => state === "open" || state === "merged";
function stableItems({ train, images, tag }) {
	let item = (done, name) => ({
		done,
		what: { code: `${name}:stable` }
	});
	if (tag !== null) return images.filter(({ image }) => image.channels.includes("stable")).map(({ image, digest, channels }) => item(digest !== null && channels.get("stable") === digest, image.name));
	return train.components.flatMap((component) => component.images).filter(({ channels }) => channels.includes("stable")).map(({ name }) => item(!1, name));
}
function announceItems({ train: { announce }, announced }) {
	if (announce === null) return [];
	if (announced.length > 0) return [{
		done: !0,
		what: `announced: ${announced.join(", ")}`
	}];
	let { slackChannel, mailTo, discussionCategory } = announce;
	let to = [
		...slackChannel === null ? [] : [slackChannel],
		...mailTo,
		...discussionCategory === null ? [] : ["GitHub Discussions"]
	];
	return to.length === 0 ? [] : [{
		done: !1,
		what: `announcement to ${to.join(", ")}`
	}];
}
function downstreamItems(observation) {
	if (observation.tag === null) return observation.train.downstream.map(({ name, repository }) => ({
		done: !1,
		what: `${name} (${repository})`
	}));
	return observation.downstream.flatMap((state) => {
		let { downstream, pullRequest } = state;
		let parts = downstreamParts(state, observation);
		let open = parts.filter(({ done }) => !done);
		if (parts.length === 0) return [];
		let name = `${downstream.name} (${downstream.repository})`;
		if (open.length === 0) return [{
			done: !0,
			what: name
		}];
		if (pullRequest !== null) return [{
			done: !1,
			what: [
				`${name}: `,
				{
					link: pullRequest.title,
					href: pullRequest.url
				},
				" is open"
			]
		}];
		return [{
			done: !1,
			what: [`${name}: `, ...open.map(({ what }, index) => index === 0 ? what : ["; ", what])]
		}];
	});
}
function isUpToDate(state, observation) {
	return downstreamParts(state, observation).every(({ done }) => done);
}
function downstreamParts({ written, matrix }, observation) {
	return [...writtenItems(written, observation), ...matrixItems(matrix, observation)];
}
// packages/train/observe-members.ts
function releasedMembers(train, { version, reasons }, carried, said) {
	return new Map([...train.components, ...train.external].map((member) => {
		let leads = "leads" in member && member.leads;
		let after = leads ? version : said.get(member.id) ?? null;
		let before = carried.get(member.id) ?? null;
		return [member.id, {
			before,
			after,
			released: after !== null,
			reasons: leads ? reasons : [],
			problem: null,
			warnings: []
		}];
	}));
}
async function plannedMembers(train, world, subject, { carried, said }) {
	let { hotfix, version, previous, reasons } = subject;
	let before = (id) => carried.get(id) ?? null;
	let [components, facts] = await Promise.all([Promise.all(train.components.map(async (component) => [component.id, component.leads ? {
		before: previous,
		after: version,
		released: !1,
		reasons,
		problem: null,
		warnings: []
	} : planComponent(await factsOf(world, component, before(component.id), hotfix), hotfix)])), Promise.all(train.external.map((one) => externalFacts(world, one, before(one.id), said.get(one.id) ?? null)))]);
	let external = facts.map((one) => [one.external.id, planExternal(one, hotfix)]);
	return {
		members: new Map([...components, ...external]),
		facts
	};
}
async function factsOf(world, component, carried, hotfix) {
	let { name, repository, branch } = component;
	let head = await world.head(repository, branch);
	let releases = await releasesOf(world, component);
	let facts = {
		name,
		carried,
		releases,
		fix: hotfix && carried !== null ? await fixOf(world, component, carried, releases) : null
	};
	if (head === null) return {
		...facts,
		next: null,
		problem: noBranch(repository, branch)
	};
	if (carried !== null && releases.length === 0) return {
		...facts,
		next: null,
		problem: noTags(component)
	};
	try {
		let decision = await nextVersion(world, component, {
			head,
			version: null,
			line: null,
			releases
		});
		let next = {
			...decision,
			previous: decision.previous?.version ?? null
		};
		return {
			...facts,
			next,
			problem: null
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {
			...facts,
			next: null,
			problem: {
				message: `${name}: ${error.message}`,
				advice: error.advice ?? ""
			}
		};
	}
}
async function fixOf(world, component, carried, releases) {
	let line = lineOf(carried);
	let head = (await Promise.all(lineBranches(line).map((name) => world.head(component.repository, name)))).find((one) => one !== null);
	if (head === void 0) return null;
	let decision = await nextVersion(world, component, {
		head,
		version: null,
		line,
		releases
	});
	return {
		...decision,
		previous: decision.previous?.version ?? null
	};
}
function lineBranches(line) {
	return [`release-${formatLine(line)}`, `v${formatLine(line)}`];
}
function noBranch(repository, branch) {
	return {
		message: `${repository} has no branch “${branch}”, or this token cannot see it.`,
		advice: "Correct “repository” or “branch” in the manifest, or give a token that may read it."
	};
}
async function releasesOf(world, member) {
	let template = new TagTemplate(member.tag, `tag of ${member.id}`);
	let versions = (await world.history(member.repository).tags(template.prefix)).flatMap((tag) => template.parse(tag)?.version ?? []);
	return [...new Set(versions)].filter((one) => !isPrerelease(one)).sort((a, b) => compareVersions(b, a));
}
async function externalFacts(world, external, carried, written) {
	let releases = await releasesOf(world, external);
	let [newest] = releases;
	return {
		external,
		carried,
		written,
		releases,
		newestOn: (newest !== void 0 && (written === null || compareVersions(newest, written) > 0) ? await world.published(external.repository, tagOf(external, newest)) : null)?.publishedOn ?? null
	};
}
// packages/train/observe.ts
async function observe(train, world, subject) {
	let leading = leader(train);
	let { version, ref, commit, hotfix, today, ignoreFreeze } = subject;
	let { repository } = leading;
	let [written, matrix, carried] = await Promise.all([
		readWritten(world, {
			repository,
			ref
		}, leading.versions),
		matrixAt(train, world, leading, ref),
		carriedBy(train, world, leading, subject.previous)
	]);
	let said = versionsSaid(train, written, matrix);
	let { members, facts } = commit === null ? await plannedMembers(train, world, subject, {
		carried,
		said
	}) : {
		members: releasedMembers(train, subject, carried, said),
		facts: []
	};
	let found = {
		candidates: await candidatesOf(world, leading, version),
		train,
		server: world.server,
		version,
		today,
		hotfix,
		ignoreFreeze,
		members,
		written,
		matrix
	};
	let adoptions = facts.flatMap((one) => adoptionOf(one, train.calendar, today) ?? []);
	let images = await imagesOf(train, world, members, commit !== null);
	return commit === null ? {
		...found,
		adoptions,
		images,
		...await beforeTag(train, world, subject)
	} : {
		...found,
		adoptions,
		images,
		...await afterTag(train, world, version, commit)
	};
}
async function beforeTag(train, world, { version, ref }) {
	let leading = leader(train);
	let [copies, bundle, pullRequests, catalog] = await Promise.all([
		copiesAt(world, leading, ref),
		bundleAt(train, world, ref),
		world.pullRequests(leading.repository),
		catalogState(train, world, version)
	]);
	return {
		copies,
		bundle,
		pullRequests: openAbout(pullRequests, tagOf(leading, version)),
		catalog,
		tag: null,
		announced: [],
		downstream: [],
		manifestChange: null
	};
}
async function afterTag(train, world, version, commit) {
	let leading = leader(train);
	let [tag, catalog, announced, downstream, manifest] = await Promise.all([
		tagState(world, leading, version, commit),
		catalogState(train, world, version),
		train.announce === null ? Promise.resolve([]) : world.announced(leading.repository, tagOf(leading, version)),
		downstreamStates(train, world, version),
		world.file(leading.repository, train.file, tagOf(leading, version))
	]);
	return {
		tag,
		catalog,
		announced,
		downstream,
		manifestChange: manifestChange(train, tag.tag, manifest),
		copies: [],
		bundle: null,
		pullRequests: []
	};
}
async function candidatesOf(world, leading, version) {
	let template = new TagTemplate(leading.tag, `tag of ${leading.id}`);
	return (await world.history(leading.repository).tags(template.prefix)).flatMap((tag) => template.parse(tag)?.version ?? []).filter((one) => isPrerelease(one) && releaseOf(one) === version).sort((a, b) => compareVersions(b, a)).map((one) => template.format(one));
}
const NO_CATALOG = {
	state: "none",
	url: null
};
async function matrixAt(train, world, component, ref) {
	let rows = matrixRows(train).map(({ name }) => name);
	let { repository, matrix } = component;
	return matrix === null ? null : readMatrix(world, {
		repository,
		ref
	}, matrix, rows);
}
async function carriedBy(train, world, leading, previous) {
	if (previous === null) return new Map();
	let ref = tagOf(leading, previous);
	let written = await readWritten(world, {
		repository: leading.repository,
		ref
	}, leading.versions);
	return versionsSaid(train, written, await matrixAt(train, world, leading, ref)).set(leading.id, previous);
}
function imagesOf(train, world, members, isTagged) {
	let wanted = train.components.flatMap((component) => {
		let { after = null, released: isOut = !1 } = members.get(component.id) ?? {};
		return after === null || !isOut ? [] : component.images.map((image) => ({
			component: component.id,
			image,
			after
		}));
	});
	return Promise.all(wanted.map(async ({ component, image, after }) => {
		let tag = new TagTemplate(image.tag, `tag of ${image.name}`).format(after);
		let isPromoted = isTagged && image.channels.includes("stable");
		let [digest, stable] = await Promise.all([world.digest(image.name, tag), isPromoted ? world.digest(image.name, "stable") : Promise.resolve(null)]);
		return {
			component,
			image,
			digest,
			channels: new Map(isPromoted ? [["stable", stable]] : [])
		};
	}));
}
async function tagState(world, leading, version, commit) {
	let tag = tagOf(leading, version);
	return {
		tag,
		commit,
		release: await world.published(leading.repository, tag)
	};
}
function copiesAt(world, { repository, crds }, ref) {
	return Promise.all(crds.map(async (copy) => ({
		copy,
		ref: await world.copiedFrom(repository, copy, ref)
	})));
}
async function bundleAt({ bundle, components }, world, ref) {
	let owner = components.find(({ id }) => id === bundle?.component);
	if (bundle === null || owner === void 0) return null;
	let csv = await world.file(owner.repository, `bundle/manifests/${bundle.package}.clusterserviceversion.yaml`, ref);
	return csv === null ? null : /^ {2}version: *["']?([^\s"']+)/m.exec(csv)?.[1] ?? null;
}
async function catalogState({ bundle }, world, version) {
	if (bundle === null) return NO_CATALOG;
	let { catalog, directory } = bundle;
	if (await world.hasDirectory(catalog, `${directory}/${version}`, "main")) return {
		state: "merged",
		url: null
	};
	let found = (await world.pullRequests(catalog)).find(({ title, branch }) => mentions(title, bundle.package) && (mentions(title, version) || mentions(branch, version)));
	return found === void 0 ? NO_CATALOG : {
		state: found.state,
		url: found.url
	};
}
function downstreamStates(train, world, version) {
	let tag = tagOf(leader(train), version);
	let rows = matrixRows(train).map(({ name }) => name);
	return Promise.all(train.downstream.map(async (downstream) => {
		let { repository, branch: ref } = downstream;
		let [written, matrix, pullRequests] = await Promise.all([
			readWritten(world, {
				repository,
				ref
			}, downstream.versions),
			downstream.matrix === null ? Promise.resolve(null) : readMatrix(world, {
				repository,
				ref
			}, downstream.matrix, rows),
			world.pullRequests(repository)
		]);
		return {
			downstream,
			written,
			matrix,
			pullRequest: openAbout(pullRequests, tag)[0] ?? null
		};
	}));
}
function openAbout(pullRequests, tag) {
	return pullRequests.filter(({ state, title, branch }) => state === "open" && (mentions(title, tag) || mentions(branch, tag))).map(({ title, url }) => ({
		title,
		url
	}));
}
function mentions(text, word) {
	let at = text.indexOf(word);
	if (at < 0) return !1;
	let [before = "", after = ""] = [text[at - 1], text[at + word.length]];
	let isEdge = (neighbour) => !/[\d.]/.test(neighbour);
	return isEdge(before) && isEdge(after) || mentions(text.slice(at + 1), word);
}
// packages/train/stage.ts
function judgeRelease(observation) {
	let { train, version, today, members } = observation;
	let items = itemsOf(observation);
	let isOver = (id) => items[id].every(({ done }) => done) || observation.tag !== null && BEFORE_TAG.includes(id);
	let current = STEPS.find(({ id }) => !isOver(id))?.id ?? null;
	let blockedBy = current === null ? [] : blockersOf(current, observation);
	let stateOf = (id) => {
		if (items[id].length === 0) return "none";
		if (isOver(id)) return "done";
		if (id !== current && (id !== "downstream" || current !== "announce")) return "waiting";
		return blockedBy.length > 0 ? "blocked" : "ready";
	};
	return {
		version,
		stage: current ?? "complete",
		next: blockedBy.length > 0 ? null : current,
		steps: STEPS.map(({ id, title }, index) => ({
			id,
			number: index + 1,
			title,
			state: stateOf(id),
			items: items[id]
		})),
		blockedBy,
		frozen: train.calendar !== null && isFrozen(train.calendar, today),
		sprint: train.calendar === null ? null : sprintOf(train.calendar, today),
		members,
		adoptions: observation.adoptions,
		deadlines: deadlinesOf(observation),
		warnings: warningsOf(observation, items)
	};
}
const BEFORE_TAG = [
	"components",
	"references",
	"bundle"
];
function blockersOf(step, observation) {
	let { train, members, catalog } = observation;
	let problems = (ids) => ids.flatMap((id) => {
		let problem = members.get(id)?.problem ?? null;
		return problem === null ? [] : [{
			step,
			...problem,
			url: null
		}];
	});
	let leading = train.components.filter(({ leads }) => leads).map(({ id }) => id);
	let others = [...train.components.filter(({ leads }) => !leads), ...train.external].map(({ id }) => id);
	switch (step) {
		case "components":
		case "references": return [...freeze(step, observation), ...problems([...leading, ...others])];
		case "tag": return [...problems(leading), ...untagged(observation).map((reason) => ({
			step,
			...reason,
			url: catalog.url
		}))];
		case "catalog": return catalog.state === "closed" ? [{
			step,
			message: `The pull request to ${train.bundle?.catalog} was closed without a merge.`,
			advice: "Read there why, mend the bundle and propose it again.",
			url: catalog.url
		}] : [];
		case "stable":
		case "announce":
		case "downstream": return train.bundle === null || catalog.state === "merged" ? [] : [{
			step,
			message: `${train.bundle.catalog} has not merged the bundle yet.`,
			advice: "Look at its checks and reviews; stable tags move once it is merged.",
			url: catalog.url
		}];
		case "bundle": return [];
	}
}
function freeze(step, { train, today, hotfix, ignoreFreeze, members }) {
	if (train.calendar === null || hotfix || ignoreFreeze || !isFrozen(train.calendar, today)) return [];
	if (train.components.some(({ id, leads }) => {
		let { before = null, after = null, released = !1 } = members.get(id) ?? {};
		return !leads && released && before !== null && after !== before;
	})) return [];
	let { number, lastDay } = sprintOf(train.calendar, today);
	return [{
		step,
		message: `Sprint ${number} is frozen until ${lastDay}.`,
		advice: `Begin on ${addDays(lastDay, 1)}, or set “ignore-freeze: true”. A hotfix is not held up.`,
		url: null
	}];
}
function deadlinesOf(observation) {
	let publishedOn = observation.tag?.release?.publishedOn;
	if (publishedOn === void 0) return [];
	return observation.downstream.map((state) => {
		let { name, withinDays } = state.downstream;
		let due = addDays(publishedOn, withinDays);
		return {
			name,
			due,
			state: isUpToDate(state, observation) ? "met" : observation.today > due ? "overdue" : "due"
		};
	});
}
function warningsOf(observation, items) {
	let late = observation.adoptions.filter(({ state }) => state === "overdue").map(({ external, version, due }) => ({
		message: `${external.name} ${version} was to be adopted by ${due}.`,
		advice: `Write ${version} where ${observation.train.file} says, and test it.`
	}));
	let missed = deadlinesOf(observation).filter(({ state }) => state === "overdue").map(({ name, due }) => ({
		message: `${name} was to have ${observation.version} by ${due}.`,
		advice: "Open the pull request there, or see why it is not merged."
	}));
	let early = tooEarly(observation).map((name) => ({
		message: `${name}:stable has moved before the catalog merged ${observation.version}.`,
		advice: "Users of stable run what the catalog may still refuse. Move it back, or get the bundle merged."
	}));
	let tagged = (observation.tag === null ? [] : BEFORE_TAG.flatMap((id) => items[id]).filter(({ done }) => !done)).map(({ what }) => ({
		message: `The tag ${observation.tag?.tag} does not hold what it should: ${plainText(what)}.`,
		advice: "A tag never moves: correct it in the next release."
	}));
	return [
		...observation.manifestChange === null ? [] : [observation.manifestChange],
		...[...observation.members.values()].flatMap(({ warnings }) => warnings),
		...untagged(observation),
		...late,
		...missed,
		...early,
		...tagged
	];
}
function untagged({ train, version, tag, catalog }) {
	if (train.bundle === null || tag !== null || catalog.state !== "merged") return [];
	let name = tagOf(leader(train), version);
	return [{
		message: `${train.bundle.catalog} has published ${train.bundle.package} ${version}, but there is no tag ${name}.`,
		advice: `Tag the commit of that bundle as ${name} (semver-tag with “target”) and go on from there, or release the next version: published bundles are immutable.`
	}];
}
function tooEarly({ train, tag, catalog, images, members }) {
	if (train.bundle === null || tag === null || catalog.state === "merged") return [];
	return images.filter(({ digest, channels }) => digest !== null && channels.get("stable") === digest).filter(({ component }) => members.get(component)?.before !== members.get(component)?.after).map(({ image }) => image.name);
}
function plainText(text) {
	if (typeof text == "string") return text;
	if ("code" in text) return text.code;
	return "link" in text ? text.link : text.map(plainText).join("");
}
// packages/train/find-release.ts
function releaseRequest(inputs) {
	let { hotfix, ignoreFreeze, today } = inputs;
	let version = inputs.version === "" ? null : parseRelease(inputs.version, "Input “version”");
	let line = inputs.line === "" ? null : parseReleaseLine(inputs.line, "Input “line”");
	if (version !== null && line !== null && compareLines(lineOf(version), line) !== 0) throw new UserError(`Input “version” is ${version}, which is not of release line ${formatLine(line)} (input “line”).`, { advice: "Leave one of the two out." });
	return {
		version,
		hotfix,
		line,
		ignoreFreeze,
		today
	};
}
async function findRelease(train, world, request) {
	let leading = leader(train);
	let releases = await releasesOf(world, leading);
	let look = async (subject) => {
		let observation = await observe(train, world, subject);
		return {
			observation,
			judgement: judgeRelease(observation),
			unfinished: null
		};
	};
	if (request.version !== null) return look(await taggedSubject(world, leading, request.version, releases, request) ?? await nextSubject(world, leading, releases, request));
	let line = request.line;
	let newest = releases.find((one) => line === null || compareLines(lineOf(one), line) === 0) ?? null;
	if (newest === null || request.hotfix) return look(await nextSubject(world, leading, releases, request));
	let last = await taggedSubject(world, leading, newest, releases, request);
	let found = last === null ? null : await look(last);
	if (found !== null && found.judgement.stage !== "complete" && !isForgotten(found.observation)) return found;
	let own = await nextSubject(world, leading, releases, request);
	if (line !== null) return own.version === newest && found !== null ? found : look(own);
	let next = own.version === newest ? {
		...own,
		...patchAfter(newest),
		ref: leading.branch,
		commit: null
	} : own;
	let first = await look(next);
	let brought = broughtByMembers(first.observation);
	if (brought === null && own.version === newest && found !== null) return found;
	let unfinished = found === null || found.judgement.stage === "complete" ? null : found.judgement;
	return {
		...brought === null ? first : await look({
			...next,
			...brought
		}),
		unfinished
	};
}
function patchAfter(previous) {
	let { major, minor, patch } = parts(previous);
	return {
		version: versionOf(major, minor, patch + 1),
		previous
	};
}
function broughtByMembers({ train, version, members }) {
	let last = members.get(leader(train).id)?.before ?? null;
	if (last === null || compareLines(lineOf(last), lineOf(version)) !== 0) return null;
	let moved = [...members].flatMap(([id, { before, after }]) => before === null || after === null || compareVersions(after, before) <= 0 || id === leader(train).id ? [] : [{
		name: findMember(train, id, train.file).name,
		before,
		after
	}]);
	let newLine = moved.find(({ before, after }) => compareLines(lineOf(after), lineOf(before)) > 0);
	let cause = newLine ?? moved[0];
	if (cause === void 0) return null;
	let { major, minor } = parts(version);
	let because = `because ${cause.name} goes from ${cause.before} to ${cause.after}`;
	return newLine === void 0 ? {
		version,
		reasons: [`patch after ${last}, ${because}`]
	} : {
		version: versionOf(major, minor + 1, 0),
		reasons: [`minor after ${last}, ${because}`]
	};
}
function isForgotten({ train, tag, today }) {
	let publishedOn = tag?.release?.publishedOn;
	let days = train.calendar === null ? 14 : Math.max(7, (train.calendar.sprintWeeks - 1) * 7);
	return publishedOn !== void 0 && daysBetween(publishedOn, today) > days;
}
async function taggedSubject(world, leading, version, releases, { hotfix, ignoreFreeze, today }) {
	let history = world.history(leading.repository);
	let tag = tagOf(leading, version);
	if (!(await history.tags(new TagTemplate(leading.tag, `tag of ${leading.id}`).prefix)).includes(tag)) return null;
	return {
		version,
		previous: releaseBefore(version, releases),
		ref: tag,
		commit: await history.commitOf(tag),
		reasons: [],
		hotfix,
		ignoreFreeze,
		today
	};
}
async function nextSubject(world, leading, releases, request) {
	let { hotfix, ignoreFreeze, today } = request;
	let line = lineFor(request, releases, leading);
	let { branch, head } = await branchFor(world, leading, line);
	let decision = await nextVersion(world, leading, {
		head,
		version: request.version,
		line,
		releases
	});
	return {
		version: decision.version,
		previous: releaseBefore(decision.version, releases),
		ref: decision.exists ? decision.tag : branch,
		commit: decision.exists ? decision.commit : null,
		reasons: decision.reasons,
		hotfix,
		ignoreFreeze,
		today
	};
}
function lineFor({ line, hotfix, version }, releases, { name }) {
	if (line !== null || !hotfix) return line;
	let of = version ?? releases[0];
	if (of !== void 0) return lineOf(of);
	throw new UserError(`There is no release of ${name} yet, so there is nothing to fix.`, { advice: "Leave “hotfix” out for the first release." });
}
async function branchFor(world, { repository, branch }, line) {
	let names = line === null ? [branch] : lineBranches(line);
	let heads = await Promise.all(names.map(async (name) => ({
		branch: name,
		head: await world.head(repository, name)
	})));
	for (let { branch: name, head } of heads) if (head !== null) return {
		branch: name,
		head
	};
	let { message, advice } = line === null ? noBranch(repository, branch) : noLine(repository, line, names);
	throw new UserError(message, { advice });
}
function noLine(repository, line, names) {
	return {
		message: `${repository} has no branch ${names.map((name) => `“${name}”`).join(" or ")} for release line ${formatLine(line)}.`,
		advice: `Create “release-${formatLine(line)}” from the newest tag of the line and pick the fix to it.`
	};
}
function releaseBefore(version, releases) {
	let lower = releases.filter((one) => !isPrerelease(one) && compareVersions(one, version) < 0);
	return lower.find((one) => compareLines(lineOf(one), lineOf(version)) === 0) ?? lower[0] ?? null;
}
// actions/release-plan/world.ts
function releaseWorld(train, github, registry) {
	let named = (repository) => parseRepository(repository, train.file);
	let histories = new Map();
	let contents = remembering(async (repository, path, ref) => {
		let place = {
			...named(repository),
			path,
			ref
		};
		return (await orAbsent(github.request("GET /repos/{owner}/{repo}/contents/{path}", place)))?.data ?? null;
	});
	let bytes = async (repository, path, ref) => {
		let found = await contents(repository, path, ref);
		return isFile(found) ? Buffer.from(found.content, "base64") : null;
	};
	return {
		server: github.serverUrl,
		history(repository) {
			let known = histories.get(repository) ?? listingOnce(new RepositoryHistory(github, named(repository)));
			histories.set(repository, known);
			return known;
		},
		head: remembering((repository, branch) => branchHead(github, named(repository), branch)),
		file: async (repository, path, ref) => (await bytes(repository, path, ref))?.toString("utf8") ?? null,
		hasDirectory: async (repository, path, ref) => Array.isArray(await contents(repository, path, ref)),
		published: remembering((repository, tag) => published(github, named(repository), tag)),
		pullRequests: remembering((repository) => pullRequests(github, named(repository))),
		async digest(image, tag) {
			return (await registry.head(parseReference(`${image}:${tag}`, train.file)))?.digest ?? null;
		},
		async copiedFrom(repository, { from, path, to }, ref) {
			let file = `${to.replace(/\/$/, "")}/crds.lock.yaml`;
			let { crds } = readLock(await bytes(repository, file, ref), file);
			let owner = findMember(train, from, train.file).repository.toLowerCase();
			let copied = [...crds.values()].filter((one) => one.repository.toLowerCase() === owner && (one.path === path || one.path.startsWith(`${path}/`)));
			let [first, ...others] = new Set(copied.map((one) => one.ref));
			return others.length === 0 ? first ?? null : null;
		},
		announced: (repository, tag) => deliveredTo(githubRefs(github, named(repository), ""), `${repository}@${tag}`)
	};
}
async function published(github, place, tag) {
	let found = await orAbsent(github.request("GET /repos/{owner}/{repo}/releases/tags/{tag}", {
		...place,
		tag
	}));
	if (found === null || found.data.draft) return null;
	let { html_url: url, published_at: at, created_at: made, body } = found.data;
	return {
		url,
		publishedOn: dayOf(at ?? made, `release ${tag}`),
		notes: body ?? ""
	};
}
async function pullRequests(github, place) {
	let newest = {
		...place,
		state: "all",
		sort: "created",
		direction: "desc",
		per_page: 100
	};
	return ((await orAbsent(github.request("GET /repos/{owner}/{repo}/pulls", newest)))?.data ?? []).map(({ title, head, html_url: url, state, merged_at: mergedAt }) => ({
		title,
		branch: head.ref,
		url,
		state: mergedAt === null ? state === "open" ? "open" : "closed" : "merged"
	}));
}
function isFile(data) {
	return typeof data == "object" && !!data && "content" in data && typeof data.content == "string" && "encoding" in data && data.encoding === "base64";
}
function listingOnce(history) {
	return {
		tags: remembering(async (prefix) => await orAbsent(history.tags(prefix)) ?? []),
		commitOf: (tag) => history.commitOf(tag),
		contains: (head, commit) => history.contains(head, commit),
		since: remembering((ancestor, head) => history.since(ancestor, head))
	};
}
function remembering(ask) {
	let known = new Map();
	return (...given) => {
		let key = JSON.stringify(given);
		let answer = known.get(key) ?? ask(...given);
		known.set(key, answer);
		return answer;
	};
}
export { releasesOf as a, tagPage as c, lineBranches as i, nextVersion as l, findRelease as n, isUpToDate as o, releaseRequest as r, tagOf as s, releaseWorld as t };
