import { _ as text, d as flag, h as required, l as defineAction, p as list, u as choice, v as tokenInput, y as Workspace } from "./core.js";
import { V as GitHub, _ as proposalFiles, g as proposalBody, m as planProposal, o as runPlace, v as reportProposal } from "./github.js";
// actions/open-pull-request/action.ts
var action_default = defineAction({
	name: "open-pull-request",
	title: "Open a pull request",
	description: "Proposes files of the checkout as a pull request, in this repository or another, without git and without a clone. Run again, it updates the same pull request or finds nothing to do.",
	branding: {
		icon: "git-pull-request",
		color: "purple"
	},
	permissions: {
		contents: "write",
		"pull-requests": "write"
	},
	inputs: {
		repository: text({ description: "The repository to propose to, as `OWNER/NAME`. Default: this one." }),
		base: text({ description: "The branch that the pull request goes into. Default: the default branch." }),
		branch: required({
			description: "The branch of the pull request. The same name is the same pull request in the next run.",
			example: "release/update-crds"
		}),
		title: required({
			description: "Title of the pull request.",
			example: "Update the CRDs of MCAD to v1.40.0"
		}),
		body: text({ description: "Text of the pull request, Markdown." }),
		"body-file": text({ description: "A file with the text, instead of `body`: in the checkout, or a report that an earlier step wrote for this job." }),
		paths: list({
			description: "Files and directories of the checkout to commit. What is listed and not in the checkout is deleted, also within a directory.",
			example: "config/crd"
		}),
		"from-dir": text({
			description: "A directory of the checkout, to be put into `to-dir` instead of `paths`.",
			example: "bundle"
		}),
		"to-dir": text({
			description: "The directory of the repository that holds exactly what `from-dir` holds.",
			example: "operators/codeflare-operator/1.2.0"
		}),
		"commit-message": text({ description: "Message of the commit. Default: the title." }),
		"fork-owner": text({ description: "User or organization whose fork holds the branch; the fork is made when it is missing. Default: the branch is in the repository itself." }),
		labels: list({
			description: "Labels to add.",
			commas: true,
			example: "release"
		}),
		reviewers: list({
			description: "Users, or teams as `ORG/TEAM`, to ask for a review.",
			commas: true,
			example: "project-codeflare/maintainers"
		}),
		"sign-off": flag({
			description: "End the commit with the `Signed-off-by` line of the token’s account, as the DCO asks.",
			default: "true"
		}),
		draft: flag({
			description: "Open it as a draft.",
			default: "false"
		}),
		"auto-merge": choice([
			"none",
			"merge",
			"squash",
			"rebase"
		], {
			description: "Let GitHub merge it in this way once its requirements are met; at once when they are.",
			default: "none"
		}),
		token: tokenInput("`contents: write` and `pull-requests: write`; with the default token no checks start on the pull request, with an app’s they do")
	},
	outputs: {
		"pull-request-number": "Number of the pull request; empty when there is none.",
		"pull-request-url": "Its page; empty when there is none.",
		state: "`open`, `merged`, `closed`, or `none` when there was nothing to propose.",
		sha: "The commit with the content: the merge commit once merged, else the head of the branch; empty for `none`."
	},
	async plan(inputs, { environment, workspace, log, signal }) {
		const files = new Workspace(workspace);
		const proposal = await planProposal(new GitHub({
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
				temp: environment["RUNNER_TEMP"]
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
				const { state, pull, commit } = proposal.outcome();
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
