import { C as list, D as table, E as paragraph, P as UserError, S as link, T as mermaid, a as renderSummary, b as details, c as flag, d as manifestInput, g as Workspace, h as tokenInput, m as text, o as defineAction, x as heading } from "./core.js";
import { $ as RequestRefused, K as listFiles, N as branchHead, U as readBlobs, X as parseRepository, Y as getRepository, Z as GitHub, o as runPlace, r as planTracking, tt as AnswerCache } from "./github.js";
import { t as matrixOf } from "./matrix-of.js";
import { c as nightsOf, d as watchNights, t as branchHistory, v as runsNightly } from "./branch.js";
import { n as findCredentials, o as parseEndpoints, r as RegistryClient } from "./registry.js";
import { s as dayOf, t as loadManifest } from "./manifest.js";
import { t as TagTemplate } from "./tag-template.js";
import { c as tagPage, n as findRelease, o as isUpToDate, r as releaseRequest, s as tagOf, t as releaseWorld } from "./world.js";
import { a as leader } from "./train.js";
import { t as matrixRows } from "./read-versions.js";
// packages/nightly/watchdog/watch-repository.ts
async function watchRepository(watched) {
	let { github, repository, branch, now } = watched;
	let { defaultBranch, url } = await getRepository(github, repository);
	let head = await (watched.head?.(defaultBranch) ?? branchHead(github, repository, defaultBranch));
	if (head === null) return [];
	let files = [...await listFiles(github, repository, head, ".github/workflows")].filter(([path]) => /\.ya?ml$/.test(path));
	let texts = await readBlobs(github, repository, head, files.map(([, { blob }]) => blob));
	let nightly = files.flatMap(([file, { blob }]) => {
		let text = texts.get(blob)?.toString("utf8") ?? "";
		return runsNightly(text) && /\bcron\b/.test(text) ? [{
			file,
			text
		}] : [];
	});
	if (nightly.length === 0) return [];
	let nights = nightsOf(await branchHistory({
		github,
		repository,
		branch
	}).read());
	let findings = nightly.map(async ({ file, text }) => {
		let name = file.slice(18);
		let workflow = {
			file,
			text,
			state: await workflowState(github, repository, name),
			url: `${url}/actions/workflows/${encodeURIComponent(name)}`
		};
		return watchNights({
			workflow,
			nights,
			now,
			running: !1
		});
	});
	return (await Promise.all(findings)).flat();
}
async function workflowState(github, { owner, repo }, file) {
	try {
		let asked = {
			owner,
			repo,
			workflow_id: file
		};
		return (await github.request("GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}", asked)).data.state;
	} catch (error) {
		if (error instanceof RequestRefused && (error.status === 403 || error.status === 404)) return null;
		throw error;
	}
}
// packages/train/outputs.ts
function summarizeRelease(found) {
	let { observation, judgement } = found;
	let { train } = observation;
	let tags = (of) => Object.fromEntries(membersOf(train).flatMap((member) => {
		let planned = judgement.members.get(member.id);
		let version = planned === void 0 ? null : of(planned);
		return version === null ? [] : [[member.id, tagOf(member, version)]];
	}));
	let versions = tags(({ after }) => after);
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
		let after = judgement.members.get(component.id)?.after ?? null;
		if (after === null) return [];
		return component.images.flatMap((image) => about(image, new TagTemplate(image.tag, `tag of ${image.name}`).format(after), component));
	});
}
function linksIn(text) {
	if (typeof text == "string" || "code" in text) return [];
	return "link" in text ? [{
		text: text.link,
		url: text.href
	}] : text.flatMap(linksIn);
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
	let { train, server, candidates, pullRequests } = observation;
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
	let places = new Map([...train.components, ...train.external].map(({ id }, index) => [id, `n${index}`]));
	let label = (member) => {
		let version = members.get(member.id)?.after ?? null;
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
	let current = steps.find(({ id }) => id === stage);
	let where = `Step ${current?.number} of ${steps.length}`;
	if (next !== null) return `${where} is next: ${current?.title}.`;
	return `${where} is held up${blockedBy.length > 1 ? ` for ${blockedBy.length} reasons` : ""}: ${current?.title}.`;
}
function leftOf({ state, items }) {
	let open = items.filter(({ done }) => !done);
	if (state !== "ready" && state !== "blocked") return "";
	let shown = open.slice(0, 6).map(({ what }) => what);
	return [...joined(shown), open.length > shown.length ? `; and ${open.length - shown.length} more` : ""];
}
function joined(parts) {
	return parts.map((part, index) => index === 0 ? part : ["; ", part]);
}
function versionCells(train, id, planned) {
	let member = [...train.components, ...train.external].find((one) => one.id === id);
	if (planned === void 0 || member === void 0) return [
		"",
		"",
		""
	];
	let { before, after, reasons, problem } = planned;
	let shown = (version) => version === null ? "unknown" : tagOf(member, version);
	let isNew = before !== null && after !== before;
	return [
		before === null ? "" : shown(before),
		isNew ? `${shown(after)} ⬆️` : shown(after),
		problem === null ? reasons.join("; ") : problem.message
	];
}
function warningsOf({ warnings }, unfinished) {
	let all = [...(unfinished?.steps.filter(({ id, state }) => LASTING.has(id) && state !== "done" && state !== "none") ?? []).map(({ number, title }) => `Release ${unfinished?.version} was not finished: step ${number}, ${title}.`), ...warnings.map(({ message, advice }) => `${message} ${advice}`)];
	return all.length === 0 ? [] : [heading("To look at"), list(all)];
}
const LASTING = new Set([
	"catalog",
	"stable",
	"downstream"
]);
function calendarOf({ sprint, frozen, adoptions, deadlines }) {
	let adopted = adoptions.map(({ external, version, releasedOn, due, state }) => [
		`Adopt ${external.name} ${tagOf(external, version)}`,
		due ?? "no deadline",
		[state === "overdue" ? "⚠️ overdue" : state, releasedOn === null ? "" : `, out since ${releasedOn}`]
	]);
	let told = deadlines.map(({ name, due, state }) => [
		`Update ${name}`,
		due,
		state === "overdue" ? "⚠️ overdue" : state
	]);
	let rows = [
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
var action_default = defineAction({
	name: "release-plan",
	title: "Plan a release",
	description: "",
	branding: "",
	permissions: "",
	inputs: {
		version: text({
			description: "",
			example: ""
		}),
		hotfix: flag({
			description: "",
			default: "false"
		}),
		line: text({
			description: "",
			example: ""
		}),
		now: text({
			description: "",
			example: ""
		}),
		"ignore-freeze": flag({
			description: "",
			default: "false"
		}),
		"tracking-issue": text({
			description: "",
			example: ""
		}),
		"cache-file": text({
			description: "",
			example: ""
		}),
		manifest: manifestInput(),
		token: tokenInput("`contents: read` and `pull-requests: read`; other repositories of the train are read as the public sees them")
	},
	outputs: {
		stage: "",
		next: "",
		done: "",
		"blocked-by": "",
		frozen: "",
		version: "",
		semver: "",
		versions: "",
		"previous-versions": "",
		"version-list": "",
		matrix: "",
		"stable-images": "",
		images: "",
		adoptions: "",
		deadlines: "",
		downstream: ""
	},
	async plan(inputs, { environment, workspace, log, signal, now: clock }) {
		let now = inputs.now === "" ? clock().toISOString() : inputs.now;
		let request = releaseRequest({
			...inputs,
			ignoreFreeze: inputs["ignore-freeze"],
			today: dayOf(now, "Input “now”")
		});
		let files = new Workspace(workspace);
		let train = await loadManifest(files, inputs.manifest);
		let tracked = trackedIssue(inputs["tracking-issue"]);
		let cacheFile = inputs["cache-file"];
		let cache = cacheFile === "" ? void 0 : await AnswerCache.open(await files.locate(cacheFile, "Input “cache-file”"));
		let github = new GitHub({
			token: inputs.token,
			environment,
			signal,
			log: (line) => log.info(line),
			cache
		});
		let registry = new RegistryClient({
			credentials: findCredentials({ environment }),
			endpoints: parseEndpoints(environment.CODEFLARE_REGISTRY_ENDPOINTS),
			insecure: [],
			signal,
			onWarning: (line) => log.warning(line),
			onSecret: (value) => log.mask(value)
		});
		let world = releaseWorld(train, github, registry);
		let found = await findRelease(train, world, request);
		let matrix = matrixOf(train, summarizeRelease(found).versions, github.serverUrl);
		let report = reportRelease(found);
		let version = summarizeRelease(found).version;
		let changes = tracked === null ? [] : await planTracking(github, runPlace(environment, "").repository, {
			issue: tracked,
			key: `${train.id}@${version}`,
			title: `Release ${train.title} ${version}`,
			body: renderSummary(report, 6e4)
		}, `to say where ${version} stands`);
		let { repository } = leader(train);
		let nights = await watchRepository({
			github,
			repository: parseRepository(repository, train.file),
			branch: "nightly-history",
			now,
			head: (branch) => world.head(repository, branch)
		});
		return {
			changes,
			findings: [...findingsOf(found), ...nights],
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
