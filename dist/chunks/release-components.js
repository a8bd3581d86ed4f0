import { D as table, E as paragraph, M as ReportedError, N as ServiceError, P as UserError, S as link, T as mermaid, b as details, c as flag, d as manifestInput, g as Workspace, h as tokenInput, j as apply, l as integer, m as text, o as defineAction, u as list, v as code, x as heading, y as codeBlock } from "./core.js";
import { B as awaitRun, D as dispatchOnce, H as waitingWords, I as tagCommit, Q as orAbsent, T as failedJobs, V as conclusionWords, X as parseRepository, Z as GitHub, i as createTag, n as readDispatchInterface } from "./github.js";
import { n as toldVersions } from "./told.js";
import { m as parseReference, n as findCredentials, o as parseEndpoints, r as RegistryClient } from "./registry.js";
import { r as releaseOrder, s as dayOf, t as loadManifest } from "./manifest.js";
import { i as compareLines, o as lineOf } from "./next-version.js";
import { o as parts } from "./version.js";
import { t as TagTemplate } from "./tag-template.js";
import { a as releasesOf, i as lineBranches, l as nextVersion, n as findRelease, r as releaseRequest, t as releaseWorld } from "./world.js";
import { t as findComponent } from "./train.js";
const CORRELATION_INPUT = "correlation-id";
async function lookAtRelease(world, component, version) {
	let tag = new TagTemplate(component.tag, `tag of ${component.id}`).format(version);
	let images = component.images.map((image) => ({
		name: image.name,
		tag: new TagTemplate(image.tag, `tag of ${image.name}`).format(version)
	}));
	let [commit, page, digests] = await Promise.all([
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
	let missing = lacking(state, component);
	return missing.length === 0 ? "released" : `begun, without ${missing.join(", ")}`;
}
async function refFor(world, component, version, given) {
	let { repository, branch } = component;
	let lines = given === "" && parts(version).patch > 0 ? lineBranches(lineOf(version)) : [];
	for (let name of [
		given,
		...lines,
		branch
	]) {
		let head = name === "" ? null : await world.planning.head(repository, name);
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
	let { id, repository } = component;
	let tag = new TagTemplate(component.tag, `tag of ${id}`).format(version);
	let before = await lookAtRelease(world, component, version);
	if (before.commit !== null && lacking(before, component).length === 0) return {
		component,
		version,
		tag,
		ref: component.branch,
		commit: before.commit,
		start: null,
		before
	};
	let { ref, head, isLine } = await refFor(world, component, version, given);
	before.commit === null ? await checkVersion(world, component, {
		version,
		tag,
		head,
		ref,
		isLine
	}) : await checkPlace(world, component, {
		tag,
		commit: before.commit,
		ref,
		head
	});
	let commit = before.commit ?? head;
	let { workflow } = component;
	if (workflow === null) return {
		component,
		version,
		tag,
		ref,
		commit,
		start: null,
		before
	};
	let file = await world.workflow(repository, workflow, ref);
	let correlation = `${train.id}/${id}/${tag}`;
	let inputs = inputsFor(component, file, ref, {
		version: tag,
		...valuesOf(component, {
			tag,
			version,
			commit
		})
	}, {
		commit,
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
			isNamed: CORRELATION_INPUT in inputs && RegExp(`inputs\\.${CORRELATION_INPUT}\\b`).test(file?.runName ?? "")
		},
		before
	};
}
async function checkPlace(world, { name, repository }, { tag, commit, ref, head }) {
	if (await world.planning.history(repository).contains(head, commit)) return;
	throw new UserError(`${name}: tag ${tag} is on commit ${commit.slice(0, 12)}, which branch ${ref} does not have.`, { advice: "A version tag never moves. Release under the next version, or give the branch that has it as “ref”." });
}
async function checkVersion(world, component, { version, tag, head, ref, isLine }) {
	let releases = await releasesOf(world.planning, component);
	let line = isLine ? lineOf(version) : null;
	let { previous } = await nextVersion(world.planning, component, {
		head,
		version,
		line,
		releases
	});
	if (previous === null || previous.commit !== head) return;
	let older = compareLines(lineOf(previous.version), lineOf(version)) === 0 && isLine;
	throw new UserError(`${component.name}: ${tag} would be the same commit as ${previous.tag}: nothing is new on branch ${ref}.`, { advice: older ? `Pick the fix to branch ${ref} first, or give another branch as “ref”.` : `Keep ${previous.tag} in this release. A version that brings nothing is burnt.` });
}
function valuesOf({ workflowInputs }, { tag, version, commit }) {
	return Object.fromEntries(workflowInputs.map((line) => {
		let at = line.indexOf("=");
		let value = line.slice(at + 1).replaceAll("{tag}", tag).replaceAll("{version}", version).replaceAll("{commit}", commit);
		return [line.slice(0, at), value];
	}));
}
function inputsFor({ name, repository, workflow, workflowInputs }, file, ref, versions, others) {
	let known = {
		...others,
		...versions
	};
	let where = `.github/workflows/${workflow} of ${repository}`;
	if (file === null) throw new UserError(`${name}: there is no ${where} on ${ref}.`, { advice: "Correct “workflow” in the manifest, or add the workflow (template “component-release”). Without “workflow” the release is only a tag." });
	let declared = file.inputs;
	if (declared === null) throw new UserError(`${name}: ${where} cannot be started: it has no “on: workflow_dispatch:”.`, { advice: "Add that trigger, with an input “version”." });
	let undeclared = workflowInputs.map((line) => line.slice(0, line.indexOf("="))).find((one) => !declared.has(one));
	if (undeclared !== void 0) throw new UserError(`${name}: ${where} has no input “${undeclared}”, which the manifest gives it.`, { advice: `Its inputs are: ${[...declared.keys()].join(", ") || "none"}. Correct “workflow-inputs” in the manifest.` });
	let missing = [...declared].find(([input, { required }]) => required && known[input] === void 0);
	if (missing !== void 0) throw new UserError(`${name}: ${where} requires the input “${missing[0]}”, and nobody gives it.`, { advice: `Say under “workflow-inputs” in the manifest what it gets, for example “${missing[0]}={version}”.` });
	if (!Object.entries(versions).some(([input, value]) => declared.has(input) && /\d+\.\d+\.\d+/.test(value))) throw new UserError(`${name}: ${where} takes no version: it would release what it likes.`, { advice: "Give it an input “version”, or say under “workflow-inputs” which input is the version." });
	return Object.fromEntries(Object.entries(known).filter(([input]) => declared.has(input)));
}
// packages/train/component-report.ts
function reportComponents(releases, stateOf, runs) {
	let open = releases.filter((one) => lacking(stateOf(one), one.component).length > 0);
	let rows = releases.map((release) => {
		let { component, tag } = release;
		let state = stateOf(release);
		let run = runs.find((one) => one.component === component.id);
		return [
			component.name,
			state.page === null ? tag : link(tag, state.page),
			stateWords(release, state),
			state.commit === null ? "" : code(state.commit.slice(0, 12)),
			run === void 0 ? "" : link(run.conclusion ?? "under way", run.url)
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
	let missing = lacking(state, component);
	if (missing.length === 0) return before === state ? "✅ released before" : "✅ released now";
	if (state.commit !== null) return `⚠️ begun; missing: ${missing.join(", ")}`;
	return start === null ? "▶️ to be tagged" : `▶️ to be released by ${start.workflow}`;
}
function orderGraph(releases, stateOf) {
	let places = new Map(releases.map(({ component }, index) => [component.id, `n${index}`]));
	return [
		"flowchart LR",
		...releases.map((release) => {
			let { component, tag } = release;
			let sign = lacking(stateOf(release), component).length === 0 ? "✅ " : "";
			return `  ${places.get(component.id)}["${sign}${component.name.replaceAll(/["<>&#]/g, " ")}<br/>${tag}"]`;
		}),
		...releases.flatMap(({ component }) => component.dependsOn.flatMap((need) => {
			let from = places.get(need);
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
			acted: !1,
			seen: release.before
		}]));
	}
	changes() {
		return [...this.#entries.values()].map((entry) => {
			let { component, tag } = entry.release;
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
					entry.acted = !0;
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
		let { component, version } = entry.release;
		entry.seen = await lookAtRelease(this.#world, component, version);
		return entry.seen;
	}
	async #make() {
		let ends = new Map();
		for (let [id, entry] of this.#entries) {
			let needs = entry.release.component.dependsOn.flatMap((need) => ends.get(need) ?? []);
			ends.set(id, this.#afterwards(entry, needs));
		}
		let defect = (await Promise.allSettled(ends.values())).find((one) => one.status === "rejected");
		if (defect !== void 0) throw defect.reason;
		let open = [...this.#entries.values()].filter(({ state }) => state === "failed" || state === "held back");
		if (open.length > 0) throw notReleased(open, [...this.#entries.values()]);
	}
	async #afterwards(entry, needs) {
		if (!(await Promise.all(needs)).every(Boolean)) {
			entry.state = "held back";
			return !1;
		}
		try {
			await this.#release(entry);
			entry.state = "done";
			return !0;
		} catch (error) {
			if (!(error instanceof ReportedError)) throw error;
			entry.state = "failed";
			entry.error = error;
			this.#options.log(`${nameOf(entry.release)}: ${error.message}`);
			return !1;
		}
	}
	async #release(entry) {
		let { component, tag, commit, start } = entry.release;
		let { log } = this.#options;
		if (start === null) {
			if (entry.release.before.commit === null) {
				await this.#world.createTag(component.repository, tag, commit);
				log(`${component.name}: tagged ${tag}.`);
			}
			await this.#whole(entry, this.#untilBuilt());
			return;
		}
		let started = await this.#world.start(component.repository, start);
		log(`${nameOf(entry.release)}: ${started.adopted ? "is under way already" : "started"}, ${started.url}`);
		entry.run = told(entry.release, started, null);
		if (!this.#options.wait) return;
		let ended = await this.#followed(entry, started);
		if (started.adopted && ended.conclusion === "success" && !start.isNamed && lacking(await this.#look(entry), component).length > 0) {
			let again = await this.#world.start(component.repository, start);
			log(`${nameOf(entry.release)}: the run under way was for something else; ${again.url}`);
			ended = await this.#followed(entry, again);
		}
		let state = await this.#whole(entry, ended.conclusion === "success" ? UNTIL_SHOWN : [], ended);
		this.#check(entry, state, ended);
	}
	async #followed(entry, run) {
		let { component } = entry.release;
		let ended = await this.#world.ended(component.repository, run, (line) => this.#options.log(`${nameOf(entry.release)}: ${line}`));
		entry.run = told(entry.release, ended, ended.conclusion);
		this.#options.log(`${nameOf(entry.release)}: the run ${ended.words}.`);
		return ended;
	}
	async #whole(entry, pauses, ended = null) {
		let { component } = entry.release;
		let state = await this.#look(entry);
		for (let pause of pauses) {
			if (lacking(state, component).length === 0) return state;
			await this.#options.sleep(pause);
			state = await this.#look(entry);
		}
		if (lacking(state, component).length === 0) return state;
		if (ended === null) throw unbuilt(entry.release, state);
		ended.conclusion !== "success" && (entry.failures = await this.#world.failures(component.repository, {
			...ended,
			adopted: !0
		}));
		throw incomplete(entry, state, ended);
	}
	*#untilBuilt() {
		let start = this.#options.now();
		for (let pause = 2e3; this.#options.now() - start + pause <= this.#options.timeoutMs; pause = Math.min(3e4, pause * 1.5)) yield pause;
	}
	#check({ release }, state, ended) {
		let finding = (rule, message, advice) => this.#findings.push({
			severity: "warning",
			rule,
			message,
			advice
		});
		ended.conclusion !== "success" && finding("run-failed-after-release", `${nameOf(release)} is released, and its run ${ended.words} (${ended.url}).`, "Tag, release and images are there; look what came after them in the run.");
		state.commit !== release.commit && finding("other-commit", `${nameOf(release)} is on ${state.commit?.slice(0, 12)}; ${release.commit.slice(0, 12)} was planned.`, "The workflow took the branch as it was when it ran. Give it an input “commit”, and tag that.");
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
	let on = `${commit.slice(0, 12)} of ${ref}`;
	let what = start === null ? `a tag on ${on}` : `workflow ${start.workflow} on ${on}`;
	let after = component.dependsOn.length === 0 ? "" : `, after ${component.dependsOn.join(", ")}`;
	return before.commit === null ? `${what}${after}` : `${what}${after}, to finish what was begun`;
}
function unbuilt(release, state) {
	return new ServiceError(`${nameOf(release)} is tagged; missing: ${lacking(state, release.component).join(", ")}.`, { advice: "Look what builds its images when a tag is pushed, then run again. (A tag made with the default token starts no workflow.)" });
}
function incomplete(entry, state, { conclusion, words, url }) {
	let { release, failures } = entry;
	let missing = lacking(state, release.component).join(", ");
	let [first] = failures;
	let where = first === void 0 ? "" : ` in job “${first.name}”${first.step === null ? "" : `, step “${first.step}”`}: ${first.url}`;
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
	let failed = open.filter(({ state }) => state === "failed");
	let held = open.filter(({ state }) => state === "held back");
	let done = all.filter(({ state }) => state === "done");
	let [only] = failed;
	let message = [
		...failed.map(({ error }) => error?.message ?? ""),
		...held.length === 0 ? [] : [`Held back, because they depend on it: ${held.map(({ release }) => nameOf(release)).join(", ")}.`],
		...done.length === 0 ? [] : [`Released: ${done.map(({ release }) => nameOf(release)).join(", ")}.`]
	].join(" ");
	let advices = new Set(failed.flatMap(({ error }) => error?.advice ?? []));
	return new (only?.error instanceof ServiceError ? ServiceError : UserError)(message, {
		advice: `${[...advices].join(" ")} What was released is found then and not released again.`,
		report: failed.flatMap(({ release, failures }) => failures.flatMap((failure) => logReport(release, failure)))
	});
}
function logReport(release, { name, step, url, tail }) {
	let where = step === null ? name : `${name} / ${step}`;
	if (tail.length === 0) return [paragraph(`${nameOf(release)}: `, link(where, url))];
	return [details([`${nameOf(release)}: the end of the log of `, link(where, url)], [codeBlock(tail.join("\n"))])];
}
// packages/train/plan-components.ts
function chosenComponents(train, names) {
	let named = new Set(names.map((name) => findComponent(train, name, "Input “components”").id));
	return releaseOrder(train).filter(({ id, leads }) => named.size === 0 ? !leads : named.has(id));
}
async function planComponents(train, world, { components: names, versions, ref }, options) {
	let chosen = chosenComponents(train, names);
	let unknown = chosen.filter(({ id }) => !versions.has(id));
	if (unknown.length > 0) throw new UserError(`No version is given for ${unknown.map(({ name }) => name).join(", ")}.`, { advice: "Give “versions” as release-plan’s output “version-list” has them, or name fewer “components”." });
	let releases = await Promise.all(chosen.map((component) => {
		let version = versions.get(component.id);
		if (version === void 0) throw Error(`no version of ${component.id}`);
		return planComponentRelease(train, world, {
			component,
			version,
			ref
		});
	}));
	let open = releases.filter((one) => lacking(one.before, one.component).length > 0);
	let begun = options.wait ? open : open.filter((one) => !needsOneOf(one, open));
	let wave = new ReleaseWave(world, begun, options);
	let stateOf = (release) => wave.seen(release) ?? release.before;
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
	let later = open.filter((one) => !begun.includes(one)).map(({ component, tag }) => `${component.name} ${tag}`);
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
	let today = dayOf(now, "Input “now”");
	let request = releaseRequest({
		version: "",
		line: "",
		hotfix: !1,
		ignoreFreeze: !1,
		today
	});
	let { judgement } = await findRelease(train, world, request);
	let blocker = judgement.blockedBy.find(({ step }) => step === "components");
	if (blocker !== void 0) throw new UserError(blocker.message, { advice: `${blocker.advice} Or give “versions”, as somebody decided them; then nothing is asked here.` });
	return new Map([...judgement.members].flatMap(([id, { after }]) => after === null ? [] : [[id, after]]));
}
// actions/release-components/world.ts
function componentWorld(train, planning, github, registry, waiting) {
	let named = (repository) => parseRepository(repository, train.file);
	return {
		planning,
		tagCommit: (repository, tag) => tagCommit(github, named(repository), tag),
		async releasePage(repository, tag) {
			let place = {
				...named(repository),
				tag
			};
			let found = await orAbsent(github.request("GET /repos/{owner}/{repo}/releases/tags/{tag}", place));
			return found === null || found.data.draft ? null : found.data.html_url;
		},
		async digest(image, tag) {
			return (await registry.head(parseReference(`${image}:${tag}`, train.file)))?.digest ?? null;
		},
		workflow: (repository, file, ref) => readDispatchInterface(github, named(repository), file, ref),
		start: (repository, wish) => dispatchOnce(github, named(repository), wish),
		async ended(repository, run, told) {
			let ended = await awaitRun(github, named(repository), run, {
				...waiting,
				onChange: (seen) => {
					let attempt = seen.attempt > 1 ? `, attempt ${seen.attempt}` : "";
					seen.status !== "completed" && told(`${seen.status.replace("_", " ")}${attempt}. ${waitingWords(seen) ?? ""}`.trimEnd());
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
			let wish = {
				tag,
				commit,
				message: `Release ${tag}`
			};
			let change = await createTag(github, named(repository), wish, `release ${tag}`);
			change !== null && await apply([change], { sleep: github.sleep });
		}
	};
}
// actions/release-components/action.ts
var action_default = defineAction({
	name: "release-components",
	title: "Release the components",
	description: "",
	branding: "",
	permissions: "",
	inputs: {
		components: list({
			description: "",
			example: "",
			commas: !0
		}),
		versions: list({
			description: "",
			example: "",
			commas: !0
		}),
		wait: flag({
			description: "",
			default: "true"
		}),
		"timeout-minutes": integer({
			description: "",
			default: "120",
			min: 1,
			max: 2880
		}),
		ref: text({
			description: "",
			example: ""
		}),
		now: text({
			description: "",
			example: ""
		}),
		manifest: manifestInput(),
		token: tokenInput("`actions: write` and `contents: read` on each component’s repository (`contents: write` where a release is only a tag). The default token only has that on its own repository: use an app’s token for a train")
	},
	outputs: {
		released: "",
		runs: "",
		versions: ""
	},
	async plan(inputs, { environment, workspace, log, signal, now, sleep }) {
		let train = await loadManifest(new Workspace(workspace), inputs.manifest);
		let told = toldVersions(train, inputs.versions, "versions");
		let github = new GitHub({
			token: inputs.token,
			environment,
			signal,
			log: (line) => log.info(line),
			...sleep !== void 0 && { sleep }
		});
		let registry = new RegistryClient({
			credentials: findCredentials({ environment }),
			endpoints: parseEndpoints(environment.CODEFLARE_REGISTRY_ENDPOINTS),
			insecure: [],
			signal,
			onWarning: (line) => log.warning(line),
			onSecret: (value) => log.mask(value)
		});
		let waiting = {
			timeoutMs: inputs["timeout-minutes"] * 6e4,
			now: () => performance.now()
		};
		let planning = releaseWorld(train, github, registry);
		let versions = told.size > 0 ? new Map([...told].map(([id, { version }]) => [id, version])) : await plannedVersions(train, planning, inputs.now === "" ? now().toISOString() : inputs.now);
		let plan = await planComponents(train, componentWorld(train, planning, github, registry, waiting), {
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
