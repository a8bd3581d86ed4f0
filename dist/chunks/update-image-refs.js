import { c as flag, d as manifestInput, g as Workspace, m as text, o as defineAction, u as list } from "./core.js";
import { i as planUpdate, n as checkedOut, t as imageDigests } from "./image-digests.js";
import { i as reportReferences, n as wantedReferences, r as referenceFindings, t as pinnedDigest } from "./references.js";
import { t as loadManifest } from "./manifest.js";
// actions/update-image-refs/action.ts
var action_default = defineAction({
	name: "update-image-refs",
	title: "Update image references",
	description: "",
	branding: "",
	permissions: "",
	inputs: {
		versions: list({
			description: "",
			example: "",
			commas: !0
		}),
		images: list({
			description: "",
			example: ""
		}),
		paths: list({
			description: "",
			example: "",
			commas: !0
		}),
		digests: flag({
			description: "",
			default: "false"
		}),
		repository: text({
			description: "",
			example: ""
		}),
		manifest: manifestInput()
	},
	outputs: {
		files: "",
		paths: "",
		references: ""
	},
	async plan(inputs, context) {
		let workspace = new Workspace(context.workspace);
		let train = await loadManifest(workspace, inputs.manifest);
		let { wanted, idle } = await wantedReferences({
			...inputs,
			workspace,
			train,
			repository: checkedOut(inputs.repository, context.environment)
		});
		let update = await planUpdate(workspace, wanted, inputs.digests ? pinnedDigest(imageDigests(context)) : void 0);
		return {
			changes: update.changes,
			findings: referenceFindings(update, idle, train.file),
			outputs: () => ({
				files: update.files,
				paths: update.files.join("\n"),
				references: update.edits.map(({ file, line, before, after }) => ({
					file,
					line,
					before,
					after
				}))
			}),
			report: () => reportReferences(update, idle)
		};
	}
});
export { action_default as default };
