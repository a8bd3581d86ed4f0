import { A as paragraph, C as codeBlock, E as link, F as UserError, M as apply, N as ReportedError, P as ServiceError, S as code, T as heading, _ as text, d as flag, f as integer, j as table, k as mermaid, l as defineAction, m as manifestInput, p as list, v as tokenInput, w as details, y as Workspace } from "./core.js";
import { B as waitingWords, E as dispatchOnce, H as orAbsent, P as tagCommit, R as awaitRun, T as failedJobs, V as GitHub, X as parseRepository, i as createTag, n as readDispatchInterface, z as conclusionWords } from "./github.js";
import { n as toldVersions } from "./told.js";
import { a as parseEndpoints, f as parseReference, n as RegistryClient, t as findCredentials } from "./credentials.js";
import { r as releaseOrder, s as dayOf, t as loadManifest } from "./manifest.js";
import { i as compareLines, o as lineOf } from "./next-version.js";
import { o as parts } from "./version.js";
import { t as TagTemplate } from "./tag-template.js";
import { a as releasesOf, i as lineBranches, n as findRelease, r as releaseRequest, t as releaseWorld, u as nextVersion } from "./world.js";
import { t as findComponent } from "./train.js";
// packages/train/component-release.ts
const VERSION_INPUT = "version";
const COMMIT_INPUT = "commit";
const CORRELATION_INPUT = "correlation-id";
async function lookAtRelease(world, component, version) {
	const tag = new TagTemplate(component.tag, `tag of ${component.id}`).format(version);
	const images = component.images.map((image) => ({
		name: image.name,
		tag: new TagTemplate(image.tag, `tag of ${image.name}`).format(version)
	}));
	const [commit, page, digests] = await Promise.all([
		world.tagCommit(component.repository, tag),
		component.workflow === null ? null : world.releasePage(component.repository, tag),
		Promise.all(images.map((image) => world.digest(image.name, image.tag)))
	]);
	return {
		commit,
		page,
		images: images.map((image, index) => ({
			reference: `${image.name}:${image.tag}`,
			digest: digests[index] ?? null
		}))
	};
}
function lacking({ commit, page, images }, { workflow }) {
	return [
		...commit === null ? ["tag"] : [],
		...workflow !== null && page === null ? ["GitHub release"] : [],
		...images.flatMap(({ reference, digest }) => digest === null ? [reference] : [])
	];
}
function stateText(state, component) {
	if (state.commit === null) return null;
	const missing = lacking(state, component);
	return missing.length === 0 ? "released" : `begun, without ${missing.join(", ")}`;
}
async function refFor(world, component, version, given) {
	const { repository, branch } = component;
	const lines = given === "" && parts(version).patch > 0 ? lineBranches(lineOf(version)) : [];
	for (const name of [
		given,
		...lines,
		branch
	]) {
		const head = name === "" ? null : await world.planning.head(repository, name);
		if (head !== null) return {
			ref: name,
			head,
			isLine: lines.includes(name)
		};
		if (name === given && name !== "") break;
	}
	throw new UserError(`${repository} has no branch “${given === "" ? branch : given}”, or this token cannot see it.`, { advice: given === "" ? "Correct “branch” in the manifest." : "Correct “ref”, or leave it out." });
}
async function planComponentRelease(train, world, { component, version, ref: given }) {
	const { id, repository } = component;
	const tag = new TagTemplate(component.tag, `tag of ${id}`).format(version);
	const before = await lookAtRelease(world, component, version);
	if (before.commit !== null && lacking(before, component).length === 0) return {
		component,
		version,
		tag,
		ref: component.branch,
		commit: before.commit,
		start: null,
		before
	};
	const { ref, head, isLine } = await refFor(world, component, version, given);
	if (before.commit !== null) await checkPlace(world, component, {
		tag,
		commit: before.commit,
		ref,
		head
	});
	else await checkVersion(world, component, {
		version,
		tag,
		head,
		ref,
		isLine
	});
	const commit = before.commit ?? head;
	const { workflow } = component;
	if (workflow === null) return {
		component,
		version,
		tag,
		ref,
		commit,
		start: null,
		before
	};
	const file = await world.workflow(repository, workflow, ref);
	const correlation = `${train.id}/${id}/${tag}`;
	const inputs = inputsFor(component, file, ref, {
		[VERSION_INPUT]: tag,
		...valuesOf(component, {
			tag,
			version,
			commit
		})
	}, {
		[COMMIT_INPUT]: commit,
		[CORRELATION_INPUT]: correlation
	});
	return {
		component,
		version,
		tag,
		ref,
		commit,
		start: {
			workflow,
			ref,
			inputs,
			correlation,
			isNamed: CORRELATION_INPUT in inputs && new RegExp(`inputs\\.${CORRELATION_INPUT}\\b`).test(file?.runName ?? "")
		},
		before
	};
}
async function checkPlace(world, { name, repository }, { tag, commit, ref, head }) {
	if (await world.planning.history(repository).contains(head, commit)) return;
	throw new UserError(`${name}: tag ${tag} is on commit ${commit.slice(0, 12)}, which branch ${ref} does not have.`, { advice: "A version tag never moves. Release under the next version, or give the branch that has it as “ref”." });
}
async function checkVersion(world, component, { version, tag, head, ref, isLine }) {
	const releases = await releasesOf(world.planning, component);
	const line = isLine ? lineOf(version) : null;
	const { previous } = await nextVersion(world.planning, component, {
		head,
		version,
		line,
		releases
	});
	if (previous === null || previous.commit !== head) return;
	const older = compareLines(lineOf(previous.version), lineOf(version)) === 0 && isLine;
	throw new UserError(`${component.name}: ${tag} would be the same commit as ${previous.tag}: nothing is new on branch ${ref}.`, { advice: older ? `Pick the fix to branch ${ref} first, or give another branch as “ref”.` : `Keep ${previous.tag} in this release. A version that brings nothing is burnt.` });
}
function valuesOf({ workflowInputs }, { tag, version, commit }) {
	return Object.fromEntries(workflowInputs.map((line) => {
		const at = line.indexOf("=");
		const value = line.slice(at + 1).replaceAll("{tag}", tag).replaceAll("{version}", version).replaceAll("{commit}", commit);
		return [line.slice(0, at), value];
	}));
}
function inputsFor({ name, repository, workflow, workflowInputs }, file, ref, versions, others) {
	const known = {
		...others,
		...versions
	};
	const where = `.github/workflows/${workflow} of ${repository}`;
	if (file === null) throw new UserError(`${name}: there is no ${where} on ${ref}.`, { advice: "Correct “workflow” in the manifest, or add the workflow (template “component-release”). Without “workflow” the release is only a tag." });
	const declared = file.inputs;
	if (declared === null) throw new UserError(`${name}: ${where} cannot be started: it has no “on: workflow_dispatch:”.`, { advice: "Add that trigger, with an input “version”." });
	const undeclared = workflowInputs.map((line) => line.slice(0, line.indexOf("="))).find((one) => !declared.has(one));
	if (undeclared !== void 0) throw new UserError(`${name}: ${where} has no input “${undeclared}”, which the manifest gives it.`, { advice: `Its inputs are: ${[...declared.keys()].join(", ") || "none"}. Correct “workflow-inputs” in the manifest.` });
	const missing = [...declared].find(([input, { required }]) => required && known[input] === void 0);
	if (missing !== void 0) throw new UserError(`${name}: ${where} requires the input “${missing[0]}”, and nobody gives it.`, { advice: `Say under “workflow-inputs” in the manifest what it gets, for example “${missing[0]}={version}”.` });
	if (!Object.entries(versions).some(([input, value]) => declared.has(input) && /\d+\.\d+\.\d+/.test(value))) throw new UserError(`${name}: ${where} takes no version: it would release what it likes.`, { advice: "Give it an input “version”, or say under “workflow-inputs” which input is the version." });
	return Object.fromEntries(Object.entries(known).filter(([input]) => declared.has(input)));
}
// packages/train/component-report.ts
function reportComponents(releases, stateOf, runs) {
	const open = releases.filter((one) => lacking(stateOf(one), one.component).length > 0);
	const rows = releases.map((release) => {
		const { component, tag } = release;
		const state = stateOf(release);
		const run = runs.find((one) => one.component === component.id);
		return [
			component.name,
			state.page === null ? tag : link(tag, state.page),
			stateWords(release, state),
			state.commit === null ? "" : code(state.commit.slice(0, 12)),
			run === void 0 ? "" : link(`${run.conclusion ?? "under way"}`, run.url)
		];
	});
	return [
		heading("Components"),
		paragraph(summaryOf(releases.length, open.length)),
		table([
			"Component",
			"Version",
			"State",
			"Commit",
			"Run"
		], rows),
		...releases.length > 1 ? [mermaid(orderGraph(releases, stateOf))] : []
	];
}
function summaryOf(all, open) {
	if (all === 0) return "The train has no other components.";
	if (open === 0) return all === 1 ? "It is released." : `All ${all} are released.`;
	return `${all - open} of ${all} are released.`;
}
function stateWords({ component, start, before }, state) {
	const missing = lacking(state, component);
	if (missing.length === 0) return before === state ? "✅ released before" : "✅ released now";
	if (state.commit !== null) return `⚠️ begun; missing: ${missing.join(", ")}`;
	return start === null ? "▶️ to be tagged" : `▶️ to be released by ${start.workflow}`;
}
function orderGraph(releases, stateOf) {
	const places = new Map(releases.map(({ component }, index) => [component.id, `n${index}`]));
	return [
		"flowchart LR",
		...releases.map((release) => {
			const { component, tag } = release;
			const sign = lacking(stateOf(release), component).length === 0 ? "✅ " : "";
			return `  ${places.get(component.id)}["${sign}${component.name.replaceAll(/["<>&#]/g, " ")}<br/>${tag}"]`;
		}),
		...releases.flatMap(({ component }) => component.dependsOn.flatMap((need) => {
			const from = places.get(need);
			return from === void 0 ? [] : [`  ${from} --> ${places.get(component.id)}`];
		}))
	].join("\n");
}
// packages/train/release-wave.ts
const UNTIL_SHOWN = [
	1e3,
	3e3,
	1e4
];
var ReleaseWave = class {
	#world;
	#entries;
	#options;
	#findings = [];
	#made;
	constructor(world, releases, options) {
		this.#world = world;
		this.#options = options;
		this.#entries = new Map(releases.map((release) => [release.component.id, {
			release,
			before: stateText(release.before, release.component),
			after: options.wait || release.start === null ? "released" : "started",
			run: null,
			state: "planned",
			error: null,
			failures: [],
			acted: false,
			seen: release.before
		}]));
	}
	changes() {
		return [...this.#entries.values()].map((entry) => {
			const { component, tag } = entry.release;
			return {
				action: entry.release.start === null ? "create" : "run",
				subject: entry.release.start === null ? `tag ${tag} of ${component.repository}` : `release ${tag} of ${component.repository}`,
				before: entry.before,
				after: entry.after,
				reason: reasonOf(entry.release),
				probe: async () => {
					if (this.#made !== void 0 && !entry.acted) return entry.before;
					if (entry.after === "started" && entry.run !== null) return "started";
					return stateText(entry.acted ? entry.seen : await this.#look(entry), component);
				},
				act: async () => {
					this.#made ??= this.#make();
					await this.#made;
					entry.acted = true;
				}
			};
		});
	}
	seen({ component }) {
		return this.#entries.get(component.id)?.seen ?? null;
	}
	runs() {
		return [...this.#entries.values()].flatMap(({ run }) => run ?? []);
	}
	findings() {
		return this.#findings;
	}
	async #look(entry) {
		const { component, version } = entry.release;
		entry.seen = await lookAtRelease(this.#world, component, version);
		return entry.seen;
	}
	async #make() {
		const ends = new Map();
		for (const [id, entry] of this.#entries) {
			const needs = entry.release.component.dependsOn.flatMap((need) => ends.get(need) ?? []);
			ends.set(id, this.#afterwards(entry, needs));
		}
		const defect = (await Promise.allSettled(ends.values())).find((one) => one.status === "rejected");
		if (defect !== void 0) throw defect.reason;
		const open = [...this.#entries.values()].filter(({ state }) => state === "failed" || state === "held back");
		if (open.length > 0) throw notReleased(open, [...this.#entries.values()]);
	}
	async #afterwards(entry, needs) {
		if (!(await Promise.all(needs)).every(Boolean)) {
			entry.state = "held back";
			return false;
		}
		try {
			await this.#release(entry);
			entry.state = "done";
			return true;
		} catch (error) {
			if (!(error instanceof ReportedError)) throw error;
			entry.state = "failed";
			entry.error = error;
			this.#options.log(`${nameOf(entry.release)}: ${error.message}`);
			return false;
		}
	}
	async #release(entry) {
		const { component, tag, commit, start } = entry.release;
		const { log } = this.#options;
		if (start === null) {
			if (entry.release.before.commit === null) {
				await this.#world.createTag(component.repository, tag, commit);
				log(`${component.name}: tagged ${tag}.`);
			}
			await this.#whole(entry, this.#untilBuilt());
			return;
		}
		const started = await this.#world.start(component.repository, start);
		log(`${nameOf(entry.release)}: ${started.adopted ? "is under way already" : "started"}, ${started.url}`);
		entry.run = told(entry.release, started, null);
		if (!this.#options.wait) return;
		let ended = await this.#followed(entry, started);
		if (started.adopted && ended.conclusion === "success" && !start.isNamed) {
			if (lacking(await this.#look(entry), component).length > 0) {
				const again = await this.#world.start(component.repository, start);
				log(`${nameOf(entry.release)}: the run under way was for something else; ${again.url}`);
				ended = await this.#followed(entry, again);
			}
		}
		const state = await this.#whole(entry, ended.conclusion === "success" ? UNTIL_SHOWN : [], ended);
		this.#check(entry, state, ended);
	}
	async #followed(entry, run) {
		const { component } = entry.release;
		const ended = await this.#world.ended(component.repository, run, (line) => this.#options.log(`${nameOf(entry.release)}: ${line}`));
		entry.run = told(entry.release, ended, ended.conclusion);
		this.#options.log(`${nameOf(entry.release)}: the run ${ended.words}.`);
		return ended;
	}
	async #whole(entry, pauses, ended = null) {
		const { component } = entry.release;
		let state = await this.#look(entry);
		for (const pause of pauses) {
			if (lacking(state, component).length === 0) return state;
			await this.#options.sleep(pause);
			state = await this.#look(entry);
		}
		if (lacking(state, component).length === 0) return state;
		if (ended === null) throw unbuilt(entry.release, state);
		if (ended.conclusion !== "success") entry.failures = await this.#world.failures(component.repository, {
			...ended,
			adopted: true
		});
		throw incomplete(entry, state, ended);
	}
	*#untilBuilt() {
		const start = this.#options.now();
		for (let pause = 2e3; this.#options.now() - start + pause <= this.#options.timeoutMs; pause = Math.min(3e4, pause * 1.5)) yield pause;
	}
	#check({ release }, state, ended) {
		const finding = (rule, message, advice) => this.#findings.push({
			severity: "warning",
			rule,
			message,
			advice
		});
		if (ended.conclusion !== "success") finding("run-failed-after-release", `${nameOf(release)} is released, and its run ${ended.words} (${ended.url}).`, "Tag, release and images are there; look what came after them in the run.");
		if (state.commit !== release.commit) finding("other-commit", `${nameOf(release)} is on ${state.commit?.slice(0, 12)}; ${release.commit.slice(0, 12)} was planned.`, "The workflow took the branch as it was when it ran. Give it an input “commit”, and tag that.");
	}
};
const nameOf = ({ component, tag }) => `${component.name} ${tag}`;
function told({ component }, { id, url }, conclusion) {
	return {
		component: component.id,
		repository: component.repository,
		id,
		url,
		conclusion
	};
}
function reasonOf({ component, start, commit, ref, before }) {
	const on = `${commit.slice(0, 12)} of ${ref}`;
	const what = start === null ? `a tag on ${on}` : `workflow ${start.workflow} on ${on}`;
	const after = component.dependsOn.length === 0 ? "" : `, after ${component.dependsOn.join(", ")}`;
	return before.commit === null ? `${what}${after}` : `${what}${after}, to finish what was begun`;
}
function unbuilt(release, state) {
	return new ServiceError(`${nameOf(release)} is tagged; missing: ${lacking(state, release.component).join(", ")}.`, { advice: "Look what builds its images when a tag is pushed, then run again. (A tag made with the default token starts no workflow.)" });
}
function incomplete(entry, state, { conclusion, words, url }) {
	const { release, failures } = entry;
	const missing = lacking(state, release.component).join(", ");
	const [first] = failures;
	const where = first === void 0 ? "" : ` in job “${first.name}”${first.step === null ? "" : `, step “${first.step}”`}: ${first.url}`;
	return conclusion === "success" ? new UserError(`${nameOf(release)}: its run succeeded (${url}); missing: ${missing}.`, { advice: "Look what the workflow released instead: does it use its input for the version? Then run again." }) : new UserError(`${nameOf(release)}: its run ${words}${where === "" ? ` (${url})` : where}; missing: ${missing}.`, { advice: NEXT_STEP[conclusion] ?? "Mend it there, then run this again (or re-run the failed jobs there first)." });
}
const NEXT_STEP = {
	cancelled: "If nobody cancelled it, a newer run pushed it out of the queue of its concurrency group (“queue: max” keeps all). Run this again.",
	action_required: "Approve it on its page, then run this again: it waits for that run.",
	skipped: "Look at the “if:” of its jobs, then run this again.",
	timed_out: "Look what took so long, then run this again.",
	startup_failure: "Mend the workflow file, then run this again."
};
function notReleased(open, all) {
	const failed = open.filter(({ state }) => state === "failed");
	const held = open.filter(({ state }) => state === "held back");
	const done = all.filter(({ state }) => state === "done");
	const [only] = failed;
	const message = [
		...failed.map(({ error }) => error?.message ?? ""),
		...held.length === 0 ? [] : [`Held back, because they depend on it: ${held.map(({ release }) => nameOf(release)).join(", ")}.`],
		...done.length === 0 ? [] : [`Released: ${done.map(({ release }) => nameOf(release)).join(", ")}.`]
	].join(" ");
	const advices = new Set(failed.flatMap(({ error }) => error?.advice ?? []));
	return new (only?.error instanceof ServiceError ? ServiceError : UserError)(message, {
		advice: `${[...advices].join(" ")} What was released is found then and not released again.`,
		report: failed.flatMap(({ release, failures }) => failures.flatMap((failure) => logReport(release, failure)))
	});
}
function logReport(release, { name, step, url, tail }) {
	const where = step === null ? name : `${name} / ${step}`;
	if (tail.length === 0) return [paragraph(`${nameOf(release)}: `, link(where, url))];
	return [details([`${nameOf(release)}: the end of the log of `, link(where, url)], [codeBlock(tail.join("\n"))])];
}
// packages/train/plan-components.ts
function chosenComponents(train, names) {
	const named = new Set(names.map((name) => findComponent(train, name, "Input “components”").id));
	return releaseOrder(train).filter(({ id, leads }) => named.size === 0 ? !leads : named.has(id));
}
async function planComponents(train, world, { components: names, versions, ref }, options) {
	const chosen = chosenComponents(train, names);
	const unknown = chosen.filter(({ id }) => !versions.has(id));
	if (unknown.length > 0) throw new UserError(`No version is given for ${unknown.map(({ name }) => name).join(", ")}.`, { advice: "Give “versions” as release-plan’s output “version-list” has them, or name fewer “components”." });
	const releases = await Promise.all(chosen.map((component) => {
		const version = versions.get(component.id);
		if (version === void 0) throw new Error(`no version of ${component.id}`);
		return planComponentRelease(train, world, {
			component,
			version,
			ref
		});
	}));
	const open = releases.filter((one) => lacking(one.before, one.component).length > 0);
	const begun = options.wait ? open : open.filter((one) => !needsOneOf(one, open));
	const wave = new ReleaseWave(world, begun, options);
	const stateOf = (release) => wave.seen(release) ?? release.before;
	return {
		changes: wave.changes(),
		findings: () => [...wave.findings(), ...waiting(open, begun)],
		runs: () => wave.runs(),
		versions: Object.fromEntries(releases.map(({ component, tag }) => [component.id, tag])),
		released: () => releases.flatMap((one) => releasedNow(one, stateOf(one))),
		report: () => reportComponents(releases, stateOf, wave.runs())
	};
}
function needsOneOf({ component }, open) {
	return open.some((other) => component.dependsOn.includes(other.component.id));
}
function waiting(open, begun) {
	const later = open.filter((one) => !begun.includes(one)).map(({ component, tag }) => `${component.name} ${tag}`);
	if (later.length === 0) return [];
	return [{
		severity: "info",
		rule: "begun-later",
		message: `Not begun yet, because what they depend on is not released: ${later.join(", ")}.`,
		advice: "Run again when it is, or with “wait: true”."
	}];
}
function releasedNow({ component, tag }, state) {
	if (state.commit === null || lacking(state, component).length > 0) return [];
	return [{
		component: component.id,
		repository: component.repository,
		version: tag,
		commit: state.commit,
		url: state.page,
		images: state.images.flatMap(({ reference, digest }) => digest === null ? [] : [{
			reference,
			digest
		}])
	}];
}
// packages/train/planned-versions.ts
async function plannedVersions(train, world, now) {
	const today = dayOf(now, "Input “now”");
	const request = releaseRequest({
		version: "",
		line: "",
		hotfix: false,
		ignoreFreeze: false,
		today
	});
	const { judgement } = await findRelease(train, world, request);
	const [blocker] = judgement.blockedBy.filter(({ step }) => step === "components");
	if (blocker !== void 0) throw new UserError(blocker.message, { advice: `${blocker.advice} Or give “versions”, as somebody decided them; then nothing is asked here.` });
	return new Map([...judgement.members].flatMap(([id, { after }]) => after === null ? [] : [[id, after]]));
}
// actions/release-components/world.ts
function componentWorld(train, planning, github, registry, waiting) {
	const named = (repository) => parseRepository(repository, train.file);
	return {
		planning,
		tagCommit: (repository, tag) => tagCommit(github, named(repository), tag),
		async releasePage(repository, tag) {
			const place = {
				...named(repository),
				tag
			};
			const found = await orAbsent(github.request("GET /repos/{owner}/{repo}/releases/tags/{tag}", place));
			return found === null || found.data.draft ? null : found.data.html_url;
		},
		async digest(image, tag) {
			return (await registry.head(parseReference(`${image}:${tag}`, train.file)))?.digest ?? null;
		},
		workflow: (repository, file, ref) => readDispatchInterface(github, named(repository), file, ref),
		start: (repository, wish) => dispatchOnce(github, named(repository), wish),
		async ended(repository, run, told) {
			const ended = await awaitRun(github, named(repository), run, {
				...waiting,
				onChange: (seen) => {
					const attempt = seen.attempt > 1 ? `, attempt ${seen.attempt}` : "";
					if (seen.status !== "completed") told(`${seen.status.replace("_", " ")}${attempt}. ${waitingWords(seen) ?? ""}`.trimEnd());
				}
			});
			return {
				id: ended.id,
				url: ended.url,
				conclusion: ended.conclusion ?? "",
				words: conclusionWords(ended)
			};
		},
		failures: (repository, { id }) => failedJobs(github, named(repository), id),
		async createTag(repository, tag, commit) {
			const wish = {
				tag,
				commit,
				message: `Release ${tag}`
			};
			const change = await createTag(github, named(repository), wish, `release ${tag}`);
			if (change !== null) await apply([change], { sleep: github.sleep });
		}
	};
}
// actions/release-components/action.ts
var action_default = defineAction({
	name: "release-components",
	title: "Release the components",
	description: "Starts the release workflow of each component that needs a release, in dependency order and side by side where nothing depends on another, waits for them, and makes sure that tag, release and images came to be. Run again after anything: what is released is skipped, what is under way is waited for.",
	branding: {
		icon: "play-circle",
		color: "blue"
	},
	permissions: {
		contents: "read",
		actions: "write"
	},
	inputs: {
		components: list({
			description: "Components to release, by id or name. Default: all but the leading one, which is released when it has taken the others in.",
			example: "mcad",
			commas: true
		}),
		versions: list({
			description: "Versions, one a line: `Component=vX.Y.Z`, as `release-plan` gives them in `version-list`. Default: as `release-plan` would plan them now.",
			example: "mcad=v1.41.0",
			commas: true
		}),
		wait: flag({
			description: "Wait until the runs have ended. `false` starts what can be started and ends; run again to go on when those are done.",
			default: "true"
		}),
		"timeout-minutes": integer({
			description: "How long to wait for one run, in minutes. What was started goes on by itself after that.",
			default: "120",
			min: 1,
			max: 2880
		}),
		ref: text({
			description: "The branch on which the workflows are started. Default: for a patch the branch of its line (`release-1.4` or `v1.4`) where there is one, else the component’s branch.",
			example: "release-1.4"
		}),
		now: text({
			description: "The time, for rehearsals: a frozen sprint holds up what is planned here. Default: the clock.",
			example: "2024-04-05T09:00:00Z"
		}),
		manifest: manifestInput(),
		token: tokenInput("`actions: write` and `contents: read` on each component’s repository (`contents: write` where a release is only a tag). The default token only has that on its own repository: use an app’s token for a train")
	},
	outputs: {
		released: "JSON array of `{component, repository, version, commit, url, images}`: every component asked for that is released, before or by this run; `images` are `{reference, digest}`.",
		runs: "JSON array of `{component, repository, id, url, conclusion}`: the runs that were started or waited for; `conclusion` is null for one that is under way.",
		versions: "JSON object: the tag of each component asked for by its id."
	},
	async plan(inputs, { environment, workspace, log, signal, sleep }) {
		const train = await loadManifest(new Workspace(workspace), inputs.manifest);
		const told = toldVersions(train, inputs.versions, "versions");
		const github = new GitHub({
			token: inputs.token,
			environment,
			signal,
			log: (line) => log.info(line),
			...sleep !== void 0 && { sleep }
		});
		const registry = new RegistryClient({
			credentials: findCredentials({ environment }),
			endpoints: parseEndpoints(environment["CODEFLARE_REGISTRY_ENDPOINTS"]),
			insecure: [],
			signal,
			onWarning: (line) => log.warning(line),
			onSecret: (value) => log.mask(value)
		});
		const waiting = {
			timeoutMs: inputs["timeout-minutes"] * 6e4,
			now: () => performance.now()
		};
		const planning = releaseWorld(train, github, registry);
		const versions = told.size > 0 ? new Map([...told].map(([id, { version }]) => [id, version])) : await plannedVersions(train, planning, inputs.now === "" ? new Date().toISOString() : inputs.now);
		const plan = await planComponents(train, componentWorld(train, planning, github, registry, waiting), {
			components: inputs.components,
			versions,
			ref: inputs.ref
		}, {
			wait: inputs.wait,
			...waiting,
			sleep: github.sleep,
			log: (line) => log.info(line)
		});
		return {
			changes: plan.changes,
			get findings() {
				return plan.findings();
			},
			outputs: () => ({
				released: plan.released(),
				runs: plan.runs(),
				versions: plan.versions
			}),
			report: () => plan.report()
		};
	}
});
export { action_default as default };
