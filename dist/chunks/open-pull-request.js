import { c as flag, f as required, g as Workspace, h as tokenInput, m as text, o as defineAction, s as choice, u as list } from "./core.js";
import { Z as GitHub, _ as proposalFiles, g as proposalBody, m as planProposal, o as runPlace, v as reportProposal } from "./github.js";
// actions/open-pull-request/action.ts
var action_default = defineAction({
	name: "open-pull-request",
	title: "Open a pull request",
	description: "",
	branding: "",
	permissions: "",
	inputs: {
		repository: text({ description: "" }),
		base: text({ description: "" }),
		branch: required({
			description: "The branch of the pull request. The same name is the same pull request in the next run.",
			example: "release/update-crds"
		}),
		title: required({
			description: "Title of the pull request.",
			example: "Update the CRDs of MCAD to v1.40.0"
		}),
		body: text({ description: "" }),
		"body-file": text({ description: "" }),
		paths: list({
			description: "",
			example: ""
		}),
		"from-dir": text({
			description: "",
			example: ""
		}),
		"to-dir": text({
			description: "",
			example: ""
		}),
		"commit-message": text({ description: "" }),
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
		draft: flag({
			description: "",
			default: "false"
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
		token: tokenInput("`contents: write` and `pull-requests: write`; with the default token no checks start on the pull request, with an app’s they do")
	},
	outputs: {
		"pull-request-number": "",
		"pull-request-url": "",
		state: "",
		sha: ""
	},
	async plan(inputs, { environment, workspace, log, signal }) {
		let files = new Workspace(workspace);
		let proposal = await planProposal(new GitHub({
			token: inputs.token,
			environment,
			signal,
			log: (told) => log.info(told)
		}), {
			repository: runPlace(environment, inputs.repository).repository,
			base: inputs.base,
			branch: inputs.branch,
			forkOwner: inputs["fork-owner"],
			files: proposalFiles(files, {
				paths: inputs.paths,
				from: inputs["from-dir"],
				to: inputs["to-dir"]
			}),
			title: inputs.title,
			body: await proposalBody(files, {
				body: inputs.body,
				file: inputs["body-file"],
				temp: environment.RUNNER_TEMP
			}),
			message: inputs["commit-message"] === "" ? inputs.title : inputs["commit-message"],
			signOff: inputs["sign-off"],
			draft: inputs.draft,
			labels: inputs.labels,
			reviewers: inputs.reviewers,
			autoMerge: inputs["auto-merge"] === "none" ? null : inputs["auto-merge"]
		});
		return {
			changes: proposal.changes,
			findings: proposal.findings,
			outputs() {
				let { state, pull, commit } = proposal.outcome();
				return {
					"pull-request-number": pull?.number ?? "",
					"pull-request-url": pull?.url ?? "",
					state,
					sha: commit ?? ""
				};
			},
			report: () => reportProposal(proposal)
		};
	}
});
export { action_default as default };
