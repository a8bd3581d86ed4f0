import { A as paragraph, C as codeBlock, S as code, _ as text, d as flag, g as secret, j as table, l as defineAction, p as list$1, u as choice, w as details } from "./core.js";
import { i as formatBytes, n as readRequests, r as planRetag, t as credentialsGiven } from "./retag-request.js";
import { a as parseEndpoints, n as RegistryClient, o as blobsOf, s as platformsOf, t as findCredentials, u as formatReference, y as shortDigest } from "./credentials.js";
// packages/registry/retag-outcome.ts
function movementsOf(plan) {
	return plan.tags.map((tag) => {
		const after = afterOf(tag, plan);
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
	const displaced = displacedBy(plan);
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
	const rows = sources.map(({ reference, manifest }) => {
		const platforms = platformsOf(manifest);
		const holds = platforms.length === 0 ? `a single image${sizeOf(manifest)}` : platforms.join(", ");
		return {
			name: code(formatReference(reference)),
			digest: code(manifest.digest),
			holds
		};
	});
	const [only, ...others] = rows;
	if (only === void 0) return [];
	if (others.length === 0) return [paragraph(only.name, " is ", only.digest, ": ", only.holds, ".")];
	const cells = rows.map(({ name, digest, holds }) => [
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
	const size = blobsOf(manifest).reduce((sum, blob) => sum + blob.size, 0);
	return size === 0 ? "" : ` of ${formatBytes(size)}`;
}
function describeCopies({ copies }) {
	if (copies.length === 0) return [];
	const rows = copies.map(({ source, to, belongings, transferred }) => {
		const { manifests, mounted, sent, bytes } = transferred();
		const many = belongings.tags.length + belongings.referrers.length;
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
	const colon = reference.lastIndexOf(":");
	return `${reference.slice(0, colon)}@${digest} => ${reference.slice(colon + 1)}`;
}
function summarizeSource({ sources }) {
	const [first, ...others] = sources.map(({ manifest }) => manifest);
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
	description: "Points tags of a container image at a digest that was tested: every platform, attestation and signature, byte for byte, in this repository or another, without pulling or building anything. A published version never changes, and stable never goes back.",
	branding: {
		icon: "tag",
		color: "blue"
	},
	permissions: {},
	inputs: {
		source: text({
			description: "The image that the tags shall point at, by tag or by digest.",
			example: "quay.io/project-codeflare/codeflare-operator:dev"
		}),
		tags: list$1({
			description: "Tags to point at it: bare tags of the source's repository, or full references, also of other repositories and registries.",
			example: "v1.2.0",
			commas: true
		}),
		images: list$1({
			description: "Several images at once, instead of `source` and `tags`: `SOURCE => TAG TAG…`, one image a line. Nothing is written when one of them is refused.",
			example: "quay.io/project-codeflare/instascale:v0.1.0 => stable"
		}),
		username: text({ description: "User or robot account of the registry that is written to. Default: what an earlier step logged in with (Docker, podman, credential helpers)." }),
		password: secret({ description: "Password or token of that user." }),
		guard: choice(["strict", "off"], {
			description: "`strict`: a version tag never moves to another digest, and a channel tag only to a higher release. `off`: every tag moves.",
			default: "strict"
		}),
		channels: list$1({
			description: "Tags that show the newest release; the guard lets them only go forward.",
			default: "stable",
			commas: true
		}),
		referrers: flag({
			description: "Take along to another repository what belongs to an image and its platforms: signatures, SBOMs, attestations. Within one repository they stay attached to the digest anyway.",
			default: "true"
		}),
		missing: choice(["error", "skip"], {
			description: "What to do about a source that is not in the registry: fail, or leave it out; the output `digest` is then empty. For workflows that build an image only when it is not there.",
			default: "error"
		}),
		"insecure-registries": list$1({
			description: "Registry hosts that are spoken to over plain HTTP.",
			example: "localhost:5000",
			commas: true
		})
	},
	outputs: {
		digest: "Digest of the image, when the run is about one; empty for several, and for one that is missing.",
		"media-type": "Its media type: an index, or a single image.",
		platforms: "The platforms of its index, separated by commas (`linux/amd64,linux/arm64`); empty for a single image.",
		tags: "JSON array of `{reference, before, after, moved}`: every tag that was asked for, with digests or null.",
		displaced: "JSON array of `{reference, digest}`: what the moved tags pointed at before."
	},
	async plan(inputs, { environment, log, signal }) {
		const requests = readRequests(inputs);
		const client = new RegistryClient({
			credentials: findCredentials({
				environment,
				...credentialsGiven(requests, inputs)
			}),
			endpoints: parseEndpoints(environment["CODEFLARE_REGISTRY_ENDPOINTS"]),
			insecure: inputs["insecure-registries"],
			signal,
			onWarning: (line) => log.warning(line),
			onSecret: (value) => log.mask(value)
		});
		const plan = await planRetag(client, requests, inputs, { onProgress: (line) => log.info(line) });
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
