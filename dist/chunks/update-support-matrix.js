import { c as flag, d as manifestInput, g as Workspace, h as tokenInput, l as integer, m as text, o as defineAction, s as choice, u as list } from "./core.js";
import { F as listTags, G as fileAt, Q as orAbsent, X as parseRepository, Z as GitHub } from "./github.js";
import { n as checkedOut, t as imageDigests } from "./image-digests.js";
import { n as reportMatrix, r as planMatrix, t as tagExistsOn } from "./tag-exists.js";
import { t as loadManifest } from "./manifest.js";
// actions/update-support-matrix/past.ts
function pastOn(github) {
	let named = (repository) => parseRepository(repository, "the manifest");
	return {
		async tags(repository) {
			let found = await orAbsent(listTags(github, named(repository), ""));
			return found === null ? [] : [...found.keys()];
		},
		file: (repository, path, tag) => fileAt(github, named(repository), path, `refs/tags/${tag}`)
	};
}
// actions/update-support-matrix/action.ts
var action_default = defineAction({
	name: "update-support-matrix",
	title: "Update the support matrix",
	description: "",
	branding: "",
	permissions: "",
	inputs: {
		file: text({
			description: "",
			default: "README.md"
		}),
		section: text({
			description: "",
			default: "Compatibility Matrix"
		}),
		versions: list({
			description: "",
			example: "",
			commas: !0
		}),
		downgrades: list({
			description: "",
			example: "",
			commas: !0
		}),
		verify: flag({
			description: "",
			default: "true"
		}),
		sources: flag({
			description: "",
			default: "true"
		}),
		mode: choice(["update", "check"], {
			description: "",
			default: "update"
		}),
		"notes-file": text({ description: "" }),
		"history-file": text({
			description: "",
			example: ""
		}),
		"history-length": integer({
			description: "",
			default: "10",
			min: 1,
			max: 100
		}),
		digests: flag({
			description: "",
			default: "false"
		}),
		repository: text({
			description: "",
			example: ""
		}),
		manifest: manifestInput(),
		token: tokenInput("`contents: read`; other repositories of the train are asked for their public tags")
	},
	outputs: {
		matrix: "",
		rows: "",
		versions: "",
		inconsistencies: "",
		history: ""
	},
	async plan(inputs, context) {
		let { environment, signal, log } = context;
		let workspace = new Workspace(context.workspace);
		let github = new GitHub({
			token: inputs.token,
			environment,
			signal,
			log: (line) => log.info(line)
		});
		let plan = await planMatrix({
			...inputs,
			workspace,
			train: await loadManifest(workspace, inputs.manifest),
			repository: checkedOut(inputs.repository, environment),
			server: github.serverUrl,
			tagExists: inputs.verify ? tagExistsOn(github) : null,
			notesFile: orNull(inputs["notes-file"]),
			digestOf: imageDigests(context),
			past: inputs.verify || inputs["history-file"] !== "" ? pastOn(github) : null,
			historyFile: orNull(inputs["history-file"]),
			historyLength: inputs["history-length"]
		});
		return {
			changes: plan.changes,
			findings: plan.findings,
			...plan.refusal !== null && { refusal: plan.refusal },
			outputs: () => ({
				matrix: plan.markdown,
				rows: plan.rows,
				versions: plan.versions,
				inconsistencies: plan.findings,
				history: plan.history?.releases ?? []
			}),
			report: () => reportMatrix(plan, inputs.section)
		};
	}
});
const orNull = (given) => given === "" ? null : given;
export { action_default as default };
