import { A as paragraph, D as list, E as link, F as UserError, T as heading, _ as text, a as renderSummary, d as flag, j as table, k as mermaid, l as defineAction, m as manifestInput, v as tokenInput, w as details, y as Workspace } from "./core.js";
import { V as GitHub, Z as AnswerCache, o as runPlace, r as planTracking } from "./github.js";
import { n as renderTable } from "./render.js";
import { a as parseEndpoints, n as RegistryClient, t as findCredentials } from "./credentials.js";
import { s as dayOf, t as loadManifest } from "./manifest.js";
import { t as TagTemplate } from "./tag-template.js";
import { c as tagPage, l as matrixRows, n as findRelease, o as isUpToDate, r as releaseRequest, s as tagOf, t as releaseWorld } from "./world.js";
import { i as leader } from "./train.js";
// packages/train/outputs.ts
function summarizeRelease(found) {
	const { observation, judgement } = found;
	const { train } = observation;
	const tags = (of) => Object.fromEntries(membersOf(train).flatMap((member) => {
		const planned = judgement.members.get(member.id);
		const version = planned === void 0 ? null : of(planned);
		return version === null ? [] : [[member.id, tagOf(member, version)]];
	}));
	const versions = tags(({ after }) => after);
	return {
		stage: judgement.stage,
		next: judgement.next ?? "",
		done: judgement.steps.filter(({ state }) => state === "done").map(({ id, number, title, items }) => ({
			step: id,
			number,
			title,
			links: items.flatMap(({ done, what }) => done ? linksIn(what) : [])
		})),
		"blocked-by": judgement.blockedBy,
		frozen: judgement.frozen,
		version: tagOf(leader(train), judgement.version),
		semver: judgement.version,
		versions,
		"previous-versions": tags(({ before }) => before),
		"version-list": Object.entries(versions).map(([id, tag]) => `${id}=${tag}`).join("\n"),
		"stable-images": imagesOf(found, (image, tag) => image.channels.includes("stable") ? [`${image.name}:${tag} => stable`] : []).join("\n"),
		images: imagesOf(found, (image, tag, { id, leads }) => [`${id}=${image.name}:${leads && observation.tag === null ? "dev" : tag}`]).join("\n"),
		adoptions: judgement.adoptions.map(({ external, version, releasedOn, due, state }) => ({
			id: external.id,
			name: external.name,
			tag: tagOf(external, version),
			releasedOn,
			due,
			state
		})),
		deadlines: judgement.deadlines,
		downstream: observation.downstream.filter((state) => !isUpToDate(state, observation)).map(({ downstream: { name, repository, branch, matrix } }) => ({
			name,
			repository,
			branch,
			file: matrix?.file ?? "",
			section: matrix?.section ?? ""
		}))
	};
}
function imagesOf({ observation: { train }, judgement }, about) {
	return train.components.flatMap((component) => {
		const after = judgement.members.get(component.id)?.after ?? null;
		if (after === null) return [];
		return component.images.flatMap((image) => about(image, new TagTemplate(image.tag, `tag of ${image.name}`).format(after), component));
	});
}
function linksIn(text) {
	if (typeof text === "string" || "code" in text) return [];
	return "link" in text ? [{
		text: text.link,
		url: text.href
	}] : text.flatMap(linksIn);
}
function matrixTable({ observation: { train }, judgement }, server) {
	return {
		head: ["Component", "Version"],
		align: [],
		rows: matrixRows(train).flatMap(({ name, id }) => {
			const member = membersOf(train).find((one) => one.id === id);
			const after = judgement.members.get(id)?.after ?? null;
			if (member === void 0 || after === null) return [];
			const tag = tagOf(member, after);
			return [[name.replaceAll("|", "\\|"), `[${tag}](${tagPage(server, member.repository, tag)})`]];
		})
	};
}
function findingsOf({ observation: { train }, judgement: { warnings, blockedBy } }) {
	return [...blockedBy.map(({ step, message, advice }) => ({
		severity: "warning",
		rule: `blocked-${step}`,
		message,
		advice,
		file: train.file
	})), ...warnings.map(({ message, advice }) => ({
		severity: "warning",
		rule: "to-look-at",
		message,
		advice,
		file: train.file
	}))];
}
const membersOf = (train) => [...train.components, ...train.external];
// packages/train/report.ts
const SIGNS = {
	done: "✅ done",
	ready: "▶️ next",
	blocked: "⛔ blocked",
	waiting: "⏳ waits",
	none: "➖ none"
};
function reportRelease({ observation, judgement, unfinished }) {
	const { train, server, candidates, pullRequests } = observation;
	return [
		heading(`${train.title} ${tagOf(leader(train), judgement.version)}`, 2),
		paragraph(summaryOf(judgement)),
		...judgement.blockedBy.flatMap(({ message, advice, url }) => [paragraph("⛔ ", url === null ? message : link(message, url), ` ${advice}`)]),
		table([
			"",
			"Step",
			"State",
			"Left to do"
		], judgement.steps.map((step) => [
			String(step.number),
			step.title,
			SIGNS[step.state],
			leftOf(step)
		])),
		...pullRequests.length === 0 ? [] : [paragraph("Open pull requests: ", ...joined(pullRequests.map(({ title, url }) => link(title, url))))],
		...candidates.length === 0 ? [] : [paragraph("Candidates: ", ...joined(candidates.map((tag) => link(tag, tagPage(server, leader(train).repository, tag)))))],
		...warningsOf(judgement, unfinished),
		heading("Versions"),
		table([
			"Component",
			"Last release",
			"This release",
			"Why"
		], matrixRows(train).map(({ name, id }) => [name, ...versionCells(train, id, judgement.members.get(id))])),
		heading("Order"),
		mermaid(dependencyGraph(train, judgement.members)),
		...calendarOf(judgement),
		details("Everything that was looked at", judgement.steps.flatMap(({ number, title, items }) => [paragraph(`${number}. ${title}`), list(items.length === 0 ? ["nothing belongs to this step"] : items.map(({ done, what }) => [done ? "✅ " : "⬜ ", what]))]))
	];
}
function dependencyGraph(train, members) {
	const places = new Map([...train.components, ...train.external].map(({ id }, index) => [id, `n${index}`]));
	const label = (member) => {
		const version = members.get(member.id)?.after ?? null;
		return `${member.name.replaceAll(/["<>&#]/g, " ")}${version === null ? "" : `<br/>${tagOf(member, version)}`}`;
	};
	return [
		"flowchart LR",
		...train.components.map((one) => one.leads ? `  ${places.get(one.id)}[["${label(one)}"]]` : `  ${places.get(one.id)}["${label(one)}"]`),
		...train.external.map((one) => `  ${places.get(one.id)}(["${label(one)}"])`),
		...train.components.flatMap(({ id, dependsOn }) => dependsOn.map((need) => `  ${places.get(need)} --> ${places.get(id)}`))
	].join("\n");
}
function summaryOf({ stage, next, steps, blockedBy }) {
	if (stage === "complete") return "This release is complete.";
	const current = steps.find(({ id }) => id === stage);
	const where = `Step ${current?.number} of ${steps.length}`;
	if (next !== null) return `${where} is next: ${current?.title}.`;
	return `${where} is held up${blockedBy.length > 1 ? ` for ${blockedBy.length} reasons` : ""}: ${current?.title}.`;
}
function leftOf({ state, items }) {
	const open = items.filter(({ done }) => !done);
	if (state !== "ready" && state !== "blocked") return "";
	const shown = open.slice(0, 6).map(({ what }) => what);
	return [...joined(shown), open.length > shown.length ? `; and ${open.length - shown.length} more` : ""];
}
function joined(parts) {
	return parts.map((part, index) => index === 0 ? part : ["; ", part]);
}
function versionCells(train, id, planned) {
	const member = [...train.components, ...train.external].find((one) => one.id === id);
	if (planned === void 0 || member === void 0) return [
		"",
		"",
		""
	];
	const { before, after, reasons, problem } = planned;
	const shown = (version) => version === null ? "unknown" : tagOf(member, version);
	const isNew = before !== null && after !== before;
	return [
		before === null ? "" : shown(before),
		isNew ? `${shown(after)} ⬆️` : shown(after),
		problem === null ? reasons.join("; ") : problem.message
	];
}
function warningsOf({ warnings }, unfinished) {
	const all = [...(unfinished?.steps.filter(({ id, state }) => LASTING.has(id) && state !== "done" && state !== "none") ?? []).map(({ number, title }) => `Release ${unfinished?.version} was not finished: step ${number}, ${title}.`), ...warnings.map(({ message, advice }) => `${message} ${advice}`)];
	return all.length === 0 ? [] : [heading("To look at"), list(all)];
}
const LASTING = new Set([
	"catalog",
	"stable",
	"downstream"
]);
function calendarOf({ sprint, frozen, adoptions, deadlines }) {
	const adopted = adoptions.map(({ external, version, releasedOn, due, state }) => [
		`Adopt ${external.name} ${tagOf(external, version)}`,
		due ?? "no deadline",
		[state === "overdue" ? "⚠️ overdue" : state, releasedOn === null ? "" : `, out since ${releasedOn}`]
	]);
	const told = deadlines.map(({ name, due, state }) => [
		`Update ${name}`,
		due,
		state === "overdue" ? "⚠️ overdue" : state
	]);
	const rows = [
		...sprint === null ? [] : [[
			`Sprint ${sprint.number} ends`,
			sprint.lastDay,
			`began on ${sprint.firstDay}`
		], ...sprint.freezeFrom === null ? [] : [[
			"Freeze begins",
			sprint.freezeFrom,
			frozen ? "❄️ frozen now" : "not frozen now"
		]]],
		...adopted,
		...told
	];
	return rows.length === 0 ? [] : [heading("Calendar"), table([
		"What",
		"Day",
		""
	], rows)];
}
// actions/release-plan/action.ts
const LONGEST_COMMENT = 6e4;
var action_default = defineAction({
	name: "release-plan",
	title: "Plan a release",
	description: "Tells where a release of the whole train stands: what is done, what comes next, what blocks it, and what each version will be. Read from tags, releases, pull requests, files and image digests; nothing is written but, where wanted, a comment on the release’s tracking issue.",
	branding: {
		icon: "map",
		color: "blue"
	},
	permissions: {
		contents: "read",
		"pull-requests": "read"
	},
	inputs: {
		version: text({
			description: "Version of the train. Default: the release that is under way, else the one that comes next, as its commits ask for it.",
			example: "v1.3.0"
		}),
		hotfix: flag({
			description: "An out-of-band release on a release line: the next patch, with nothing but what was fixed. The freeze does not hold it up.",
			default: "false"
		}),
		line: text({
			description: "Release line, for a hotfix of an older one. Default: the newest.",
			example: "1.2"
		}),
		now: text({
			description: "The time, for rehearsals. Default: the clock.",
			example: "2024-04-05T09:00:00Z"
		}),
		"ignore-freeze": flag({
			description: "Begin a release although the sprint is frozen.",
			default: "false"
		}),
		"tracking-issue": text({
			description: "Number of the issue on which a comment says where the release stands and is kept up to date; `auto` for an issue of its own, which is opened. Needs `issues: write`. Default: no comment.",
			example: "auto"
		}),
		"cache-file": text({
			description: "A file, relative to the workspace, that keeps GitHub’s answers between runs (with `actions/cache`): what has not changed is then asked for without counting against the rate limit. Default: none is kept.",
			example: ".release-plan/answers"
		}),
		manifest: manifestInput(),
		token: tokenInput("`contents: read` and `pull-requests: read`; other repositories of the train are read as the public sees them")
	},
	outputs: {
		stage: "The first step that is not done: `components`, `references`, `bundle`, `tag`, `catalog`, `stable`, `announce`, `downstream`; `complete` when all are.",
		next: "The same, when that step can be done now; empty when it is held up, or nothing is left.",
		done: "JSON array of `{step, number, title}`: what is done.",
		"blocked-by": "JSON array of `{step, message, advice, url}`: what holds the stage up.",
		frozen: "`true` on the last days of a sprint, as many as the calendar says.",
		version: "Tag of the train’s version: `v1.3.0`.",
		semver: "The same without its prefix, as a bundle wants it: `1.3.0`.",
		versions: "JSON object: the tag of each component and external project in this release by its id.",
		"previous-versions": "JSON object: the same for the release before.",
		"version-list": "The versions as other actions take them: `operator=v1.3.0`, one a line.",
		matrix: "The support matrix of this release, as Markdown.",
		"stable-images": "What `retag-image` takes as `images` to move `stable` to this release: `IMAGE:v1.3.0 => stable`, one a line.",
		images: "What `nightly-integration` takes as `images` to test this release: `mcad=IMAGE:v1.41.0`, one a line; the leading component as built from its branch until its tag is there.",
		adoptions: "JSON array of `{id, name, tag, releasedOn, due, state}`: releases of external projects that are to be adopted; `state` is `due`, `overdue`, or `open` for one without a deadline.",
		deadlines: "JSON array of `{name, due, state}`: by when each downstream repository must have this release; `state` is `met`, `due` or `overdue`.",
		downstream: "JSON array of `{name, repository, branch, file, section}`: downstream repositories that do not have this release yet; the last two say where their support matrix is, empty for none."
	},
	async plan(inputs, { environment, workspace, log, signal }) {
		const now = inputs.now === "" ? new Date().toISOString() : inputs.now;
		const request = releaseRequest({
			...inputs,
			ignoreFreeze: inputs["ignore-freeze"],
			today: dayOf(now, "Input “now”")
		});
		const files = new Workspace(workspace);
		const train = await loadManifest(files, inputs.manifest);
		const tracked = trackedIssue(inputs["tracking-issue"]);
		const cacheFile = inputs["cache-file"];
		const cache = cacheFile === "" ? void 0 : await AnswerCache.open(await files.locate(cacheFile, "Input “cache-file”"));
		const github = new GitHub({
			token: inputs.token,
			environment,
			signal,
			log: (line) => log.info(line),
			cache
		});
		const registry = new RegistryClient({
			credentials: findCredentials({ environment }),
			endpoints: parseEndpoints(environment["CODEFLARE_REGISTRY_ENDPOINTS"]),
			insecure: [],
			signal,
			onWarning: (line) => log.warning(line),
			onSecret: (value) => log.mask(value)
		});
		const found = await findRelease(train, releaseWorld(train, github, registry), request);
		const matrix = renderTable(matrixTable(found, github.serverUrl), "\n");
		const report = reportRelease(found);
		const version = summarizeRelease(found).version;
		return {
			changes: tracked === null ? [] : await planTracking(github, runPlace(environment, "").repository, {
				issue: tracked,
				key: `${train.id}@${version}`,
				title: `Release ${train.title} ${version}`,
				body: renderSummary(report, LONGEST_COMMENT)
			}, `to say where ${version} stands`),
			findings: findingsOf(found),
			outputs: () => ({
				...summarizeRelease(found),
				matrix
			}),
			report: () => report,
			...cache !== void 0 && { afterwards: () => cache.save() }
		};
	}
});
function trackedIssue(given) {
	if (given === "" || given === "auto") return given === "" ? null : given;
	if (/^#?[1-9]\d{0,8}$/.test(given)) return Number(given.replace("#", ""));
	throw new UserError(`Input “tracking-issue” is “${given}”; allowed: the number of an issue, auto.`, { advice: "Correct “tracking-issue” in the workflow step." });
}
export { action_default as default };
