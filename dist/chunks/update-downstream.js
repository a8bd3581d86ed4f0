import { E as paragraph, F as placeText, P as UserError, c as flag, d as manifestInput, g as Workspace, h as tokenInput, j as apply, m as text, o as defineAction, s as choice, u as list, x as heading } from "./core.js";
import { E as draftOn, X as parseRepository, Z as GitHub, g as proposalBody, m as planProposal, v as reportProposal } from "./github.js";
import { i as planUpdate, t as imageDigests } from "./image-digests.js";
import { n as reportMatrix, r as planMatrix, t as tagExistsOn } from "./tag-exists.js";
import { i as reportReferences, n as wantedReferences, r as referenceFindings, t as pinnedDigest } from "./references.js";
import { n as toldVersions } from "./told.js";
import { a as leader, n as findDownstream } from "./train.js";
import { t as loadManifest } from "./manifest.js";
import { t as matrixOf } from "./matrix-of.js";
// packages/matrix/downstream.ts
async function editDownstream(draft, request) {
	let { downstream } = request;
	try {
		let references = downstream.versions.length === 0 ? null : await writeVersions(draft, request);
		let matrix = downstream.matrix === null ? null : await writeMatrix(draft, request);
		return {
			references,
			matrix,
			findings: [...references === null ? [] : referenceFindings(references, [], ""), ...matrix?.findings ?? []].map((finding) => inWords(finding, downstream))
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		let { message, advice, place } = error;
		let at = placeIn(downstream, place.file !== void 0 && message.includes(place.file) ? {} : place);
		throw new UserError(`${downstream.name} (${at}): ${message}`, { ...advice !== void 0 && { advice } });
	}
}
function inWords({ severity, rule, message, advice, ...place }, downstream) {
	return {
		severity,
		rule,
		message: `${placeIn(downstream, place)}: ${message}`,
		advice
	};
}
function placeIn({ repository }, place) {
	let text = placeText(place);
	return text === "" ? repository : `${repository}, ${text}`;
}
async function writeVersions(draft, request) {
	let { train, versions, digests, digestOf, signal } = request;
	let { repository } = request.downstream;
	let { wanted } = await wantedReferences({
		workspace: draft,
		train,
		repository,
		versions,
		images: [],
		paths: []
	});
	let update = await planUpdate(draft, wanted, digests ? pinnedDigest(digestOf) : void 0);
	await apply(update.changes, { signal });
	return update;
}
async function writeMatrix(draft, { downstream, ...request }) {
	let plan = await planMatrix({
		...request,
		...downstream.matrix ?? {
			file: "",
			section: ""
		},
		workspace: draft,
		repository: downstream.repository,
		downgrades: [],
		mode: "update",
		sources: !0,
		notesFile: null,
		past: null,
		historyFile: null,
		historyLength: 0
	});
	if (plan.refusal !== null) throw plan.refusal;
	await apply(plan.changes, { signal: request.signal });
	return plan;
}
// actions/update-downstream/update.ts
function pullRequestOf({ downstream: { name, repository }, proposal }) {
	let { state, pull, commit } = proposal.outcome();
	return {
		name,
		repository,
		number: pull?.number ?? null,
		url: pull?.url ?? null,
		state,
		sha: commit,
		files: proposal.paths
	};
}
function findingsOf({ edit, proposal }) {
	return [...edit.findings, ...proposal.findings];
}
function reportOf({ downstream, edit: { references, matrix }, proposal }) {
	return [
		heading(`${downstream.name} (${downstream.repository})`),
		...reportProposal(proposal),
		...references === null ? [] : reportReferences(references, []),
		...matrix === null ? [] : reportMatrix(matrix, downstream.matrix?.section ?? "")
	];
}
// actions/update-downstream/wording.ts
function wordingOf(train, told, server) {
	let tags = Object.fromEntries([...told].map(([id, { template, version, build }]) => [id, template.format(version, build)]));
	let { id, name } = leader(train);
	let tag = tags[id];
	if (tag === void 0) throw new UserError(`Input “versions” does not say the version of ${name}, after which a release is named.`, { advice: `Add a line “${id}=v1.2.3”. The output “version-list” of release-plan has all of them.` });
	let release = `${train.title} ${tag}`;
	return {
		branch: `release/${tag}`,
		title: `chore: update ${train.title} to ${tag}`,
		body: `The versions of ${release}:\n\n${matrixOf(train, tags, server)}`
	};
}
// actions/update-downstream/action.ts
var action_default = defineAction({
	name: "update-downstream",
	title: "Update downstream repositories",
	description: "",
	branding: "",
	permissions: "",
	inputs: {
		versions: list({
			description: "",
			example: "",
			commas: !0
		}),
		downstream: list({
			description: "",
			example: ""
		}),
		branch: text({ description: "" }),
		title: text({ description: "" }),
		body: text({ description: "" }),
		"body-file": text({ description: "" }),
		digests: flag({
			description: "",
			default: "false"
		}),
		verify: flag({
			description: "",
			default: "true"
		}),
		"fork-owner": text({ description: "" }),
		labels: list({
			description: "",
			commas: !0,
			example: ""
		}),
		reviewers: list({
			description: "",
			commas: !0,
			example: ""
		}),
		"sign-off": flag({
			description: "",
			default: "true"
		}),
		"auto-merge": choice([
			"none",
			"merge",
			"squash",
			"rebase"
		], {
			description: "",
			default: "none"
		}),
		manifest: manifestInput(),
		token: tokenInput("`contents: write` and `pull-requests: write` on the downstream repositories, or on their forks: a token of an account or an app that has these rights there")
	},
	outputs: {
		"pull-requests": "",
		findings: ""
	},
	async plan(inputs, context) {
		let { environment, signal, log } = context;
		let workspace = new Workspace(context.workspace);
		let train = await loadManifest(workspace, inputs.manifest);
		let told = toldVersions(train, inputs.versions, "versions");
		let chosen = inputs.downstream.length === 0 ? train.downstream : inputs.downstream.map((given) => findDownstream(train, given, "Input “downstream”"));
		let github = new GitHub({
			token: inputs.token,
			environment,
			signal,
			log: (line) => log.info(line)
		});
		let usual = wordingOf(train, told, github.serverUrl);
		let title = inputs.title === "" ? usual.title : inputs.title;
		let given = await proposalBody(workspace, {
			body: inputs.body,
			file: inputs["body-file"]
		});
		let digestOf = imageDigests(context);
		let updates = [];
		for (let downstream of chosen) {
			let repository = parseRepository(downstream.repository, `“downstream” in ${train.file}`);
			let edit = {
				references: null,
				matrix: null,
				findings: []
			};
			let proposal = await planProposal(github, {
				repository,
				base: downstream.branch,
				branch: inputs.branch === "" ? usual.branch : inputs.branch,
				forkOwner: inputs["fork-owner"],
				async files(_, base) {
					let draft = draftOn(github, repository, base);
					edit = await editDownstream(draft, {
						train,
						downstream,
						versions: inputs.versions,
						server: github.serverUrl,
						tagExists: inputs.verify ? tagExistsOn(github) : null,
						digests: inputs.digests,
						digestOf,
						signal
					});
					return {
						files: new Map([...draft.edits].sort(byPath)),
						modes: new Map()
					};
				},
				title,
				body: given === "" ? usual.body : given,
				message: title,
				signOff: inputs["sign-off"],
				draft: !1,
				labels: inputs.labels,
				reviewers: inputs.reviewers,
				autoMerge: inputs["auto-merge"] === "none" ? null : inputs["auto-merge"]
			});
			updates.push({
				downstream,
				proposal,
				edit
			});
		}
		return {
			changes: updates.flatMap(({ proposal }) => proposal.changes),
			get findings() {
				return updates.flatMap(findingsOf);
			},
			outputs: () => ({
				"pull-requests": updates.map(pullRequestOf),
				findings: updates.flatMap(findingsOf)
			}),
			report: () => updates.length === 0 ? [paragraph(`${train.file} names no downstream repository.`)] : updates.flatMap(reportOf)
		};
	}
});
const byPath = ([a], [b]) => a < b ? -1 : 1;
export { action_default as default };
