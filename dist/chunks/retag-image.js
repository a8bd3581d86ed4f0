import { D as table, E as paragraph, b as details, c as flag, m as text, o as defineAction, p as secret, s as choice, u as list$1, v as code, y as codeBlock } from "./core.js";
import { i as formatBytes, n as readRequests, r as planRetag, t as credentialsGiven } from "./retag-request.js";
import { c as platformsOf, f as formatReference, n as findCredentials, o as parseEndpoints, r as RegistryClient, s as blobsOf, y as shortDigest } from "./registry.js";
// packages/registry/retag-outcome.ts
function movementsOf(plan) {
	return plan.tags.map((tag) => {
		let after = afterOf(tag, plan);
		return {
			reference: formatReference(tag.target),
			before: tag.before,
			after,
			moved: after !== tag.before
		};
	});
}
function afterOf({ verdict, before, after }, { refusal }) {
	return refusal === null && verdict.kind === "moves" ? after : before;
}
function displacedBy(plan) {
	return movementsOf(plan).flatMap(({ reference, before, moved }) => moved && before !== null ? [{
		reference,
		digest: before
	}] : []);
}
function reportRetag(plan) {
	let displaced = displacedBy(plan);
	return [
		table([
			"Image tag",
			"Before",
			"After",
			"What became of it"
		], plan.tags.map((tag) => [
			code(formatReference(tag.target)),
			digestCell(tag.before),
			digestCell(afterOf(tag, plan)),
			fate(tag, plan)
		])),
		...describeSources(plan),
		...describeCopies(plan),
		...displaced.length === 0 ? [] : [details("What was displaced, and how to bring it back", [paragraph("As the input ", code("images"), " of a run with ", code("guard: off"), ":"), codeBlock(displaced.map(({ reference, digest }) => restoreLine(reference, digest)).join("\n"))])]
	];
}
function describeSources({ sources }) {
	let rows = sources.map(({ reference, manifest }) => {
		let platforms = platformsOf(manifest);
		let holds = platforms.length === 0 ? `a single image${sizeOf(manifest)}` : platforms.join(", ");
		return {
			name: code(formatReference(reference)),
			digest: code(manifest.digest),
			holds
		};
	});
	let [only, ...others] = rows;
	if (only === void 0) return [];
	if (others.length === 0) return [paragraph(only.name, " is ", only.digest, ": ", only.holds, ".")];
	let cells = rows.map(({ name, digest, holds }) => [
		name,
		digest,
		holds
	]);
	return [details(`The ${rows.length} images`, [table([
		"Image",
		"Digest",
		"Platforms"
	], cells)])];
}
function sizeOf(manifest) {
	let size = blobsOf(manifest).reduce((sum, blob) => sum + blob.size, 0);
	return size === 0 ? "" : ` of ${formatBytes(size)}`;
}
function describeCopies({ copies }) {
	if (copies.length === 0) return [];
	let rows = copies.map(({ source, to, belongings, transferred }) => {
		let { manifests, mounted, sent, bytes } = transferred();
		let many = belongings.tags.length + belongings.referrers.length;
		return [
			code(formatReference(source.reference)),
			code(formatReference(to)),
			String(manifests),
			`${mounted} mounted or there, ${sent} sent (${formatBytes(bytes)})`,
			many === 0 ? "nothing new" : list([...belongings.tags.map(tagName), ...belongings.referrers.map(referrersOf)])
		];
	});
	return [details("What was copied", [table([
		"From",
		"To",
		"Manifests",
		"Blobs",
		"What belongs to it"
	], rows)])];
}
function tagName({ target }) {
	return code(target.tag.replace(/^(sha\d+-[0-9a-f]{12})[0-9a-f]+/, "$1…"));
}
function referrersOf({ reason }) {
	return reason.replace(/: .*/, "");
}
function list(texts) {
	return texts.flatMap((text, index) => index === 0 ? [text] : [", ", text]);
}
function digestCell(digest) {
	return digest === null ? "—" : code(shortDigest(digest));
}
function fate({ verdict, before }, { refusal }) {
	if (verdict.kind === "refused") return `refused: ${verdict.why}`;
	if (verdict.kind === "same") return "there already";
	if (refusal !== null) return "left alone, because another was refused";
	return before === null ? "new" : "moved";
}
function restoreLine(reference, digest) {
	let colon = reference.lastIndexOf(":");
	return `${reference.slice(0, colon)}@${digest} => ${reference.slice(colon + 1)}`;
}
function summarizeSource({ sources }) {
	let [first, ...others] = sources.map(({ manifest }) => manifest);
	if (first === void 0 || others.some(({ digest }) => digest !== first.digest)) return {
		digest: "",
		"media-type": "",
		platforms: ""
	};
	return {
		digest: first.digest,
		"media-type": first.mediaType,
		platforms: platformsOf(first).join(",")
	};
}
// actions/retag-image/action.ts
var action_default = defineAction({
	name: "retag-image",
	title: "Move image tags",
	description: "",
	branding: "",
	permissions: "",
	inputs: {
		source: text({
			description: "",
			example: ""
		}),
		tags: list$1({
			description: "",
			example: "",
			commas: !0
		}),
		images: list$1({
			description: "",
			example: ""
		}),
		username: text({ description: "" }),
		password: secret({ description: "" }),
		guard: choice(["strict", "off"], {
			description: "",
			default: "strict"
		}),
		channels: list$1({
			description: "",
			default: "stable",
			commas: !0
		}),
		referrers: flag({
			description: "",
			default: "true"
		}),
		missing: choice(["error", "skip"], {
			description: "",
			default: "error"
		}),
		"insecure-registries": list$1({
			description: "",
			example: "",
			commas: !0
		})
	},
	outputs: {
		digest: "",
		"media-type": "",
		platforms: "",
		tags: "",
		displaced: ""
	},
	async plan(inputs, { environment, log, signal }) {
		let requests = readRequests(inputs);
		let client = new RegistryClient({
			credentials: findCredentials({
				environment,
				...credentialsGiven(requests, inputs)
			}),
			endpoints: parseEndpoints(environment.CODEFLARE_REGISTRY_ENDPOINTS),
			insecure: inputs["insecure-registries"],
			signal,
			onWarning: (line) => log.warning(line),
			onSecret: (value) => log.mask(value)
		});
		let plan = await planRetag(client, requests, inputs, { onProgress: (line) => log.info(line) });
		return {
			changes: plan.changes,
			findings: plan.findings,
			...plan.refusal !== null && { refusal: plan.refusal },
			outputs: () => ({
				...summarizeSource(plan),
				tags: movementsOf(plan),
				displaced: displacedBy(plan)
			}),
			report: () => reportRetag(plan)
		};
	}
});
export { action_default as default };
