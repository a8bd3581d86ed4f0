import { A as paragraph, C as codeBlock, D as list, F as UserError, S as code, T as heading, _ as text, d as flag, j as table, l as defineAction, m as manifestInput, p as list$1, y as Workspace } from "./core.js";
import { i as readSource, n as knownRepository, r as planUpdate, t as checkedOut } from "./repository.js";
import { a as loadForm, c as occurrences, l as sourceOf, s as mentions } from "./train.js";
import { n as toldVersions, t as toldImages } from "./told.js";
import { a as parseEndpoints, f as parseReference, n as RegistryClient, t as findCredentials } from "./credentials.js";
import { t as loadManifest } from "./manifest.js";
import { basename, matchesGlob } from "node:path/posix";
// packages/matrix/references-report.ts
function referenceFindings({ untidy, edits }, idle, train) {
	return [...untidy.map((file) => {
		const line = edits.find((edit) => edit.file === file)?.line;
		return {
			severity: "warning",
			rule: "go-mod-tidy",
			message: `${file} requires versions that go.sum does not know yet.`,
			advice: `Run “go mod tidy” in ${directoryOf(file)} and commit go.mod and go.sum together.`,
			file,
			...line !== void 0 && { line }
		};
	}), ...idle.map((name) => ({
		severity: "info",
		rule: "not-written-here",
		message: `The version of ${name} is written nowhere in this repository.`,
		advice: `If it should be, name the place under “versions:” in ${train}.`
	}))];
}
function reportReferences({ edits, untidy }, idle) {
	return [
		heading("Versions in files"),
		edits.length === 0 ? paragraph("Every place says the right version already.") : table([
			"File",
			"Before",
			"After"
		], edits.map(({ file, line, before, after }) => [
			code(`${file}:${line}`),
			code(before),
			code(after)
		])),
		...untidy.length === 0 ? [] : [paragraph("go.sum does not know the new versions yet. Run, and commit the result with this change:"), codeBlock(untidy.map((file) => `(cd ${directoryOf(file)} && go mod tidy)`).join("\n"), "sh")],
		...idle.length === 0 ? [] : [list(idle.map((name) => `${name}: written nowhere in this repository.`))]
	];
}
const directoryOf = (file) => file.replace(/\/?[^/]*$/, "") || ".";
// packages/matrix/files.ts
async function filesMatching(workspace, patterns, input) {
	const found = new Set();
	let all = null;
	for (const pattern of patterns) {
		const path = pattern.replace(/^\.\//, "");
		const plain = !/[*?[{]/.test(path) || await workspace.read(path, `Input “${input}”`) !== null;
		all ??= plain ? null : await workspace.list(".", `Input “${input}”`);
		const files = plain ? [path] : (all ?? []).filter((file) => matchesGlob(file, path));
		if (files.length === 0 || plain && await workspace.read(path, `Input “${input}”`) === null) throw new UserError(`Input “${input}”: “${pattern}” matches no file.`, { advice: "Write paths relative to the root of the checkout; “**” stands for any directories." });
		for (const file of files) found.add(file);
	}
	return [...found].sort();
}
// packages/matrix/image-search.ts
async function findImages(workspace, files, images) {
	const places = [];
	for (const file of files) {
		const forms = formsOf(file);
		const bytes = forms.length === 0 ? null : await workspace.read(file, "file");
		const named = bytes === null || bytes.includes(0) ? [] : images.filter((image) => bytes.includes(image));
		if (bytes === null || named.length === 0) continue;
		const source = sourceOf(file, bytes);
		for (const key of named) for (const form of forms) if (mentions(source, await loadForm(form), key)) places.push({
			file,
			form,
			key
		});
	}
	return places;
}
function formsOf(file) {
	const name = basename(file);
	if (/^kustomization\.ya?ml$|^Kustomization$/.test(name)) return ["kustomize-image", "yaml-image"];
	if (/^values\b.*\.ya?ml$/.test(name)) return ["helm-values"];
	if (/\.ya?ml$/.test(name)) return ["imagestream", "yaml-image"];
	if (/\.env$|^\.env/.test(name)) return ["params-env"];
	return /^(?:Dockerfile|Containerfile)(?:\.|$)|\.(?:Dockerfile|Containerfile)$/i.test(name) ? ["dockerfile"] : [];
}
// packages/matrix/references.ts
async function wantedReferences(request) {
	const { workspace, train, repository, paths } = request;
	const versions = toldVersions(train, request.versions, "versions");
	const images = toldImages(train, request.images, "images");
	if (versions.size === 0 && images.size === 0) throw new UserError("Neither “versions” nor “images” says what to write.", { advice: "Give “versions:” with lines like “Component=v1.2.3”, or “images:” with lines like “NAME=quay.io/org/image:v1.2.3”." });
	const files = paths.length === 0 ? null : await filesMatching(workspace, paths, "paths");
	const all = knownRepository(train, repository).versions;
	const declared = files === null ? all : all.filter(({ file }) => files.includes(file));
	const name = (id) => [...train.components, ...train.external].find((member) => member.id === id)?.name ?? id;
	const wanted = [];
	const used = new Set();
	for (const place of declared) {
		const { file, form, key, of } = place;
		const image = await imageToldFor(workspace, place, images);
		const to = image === null ? versions.get(of) : images.get(image);
		if (to === void 0) continue;
		wanted.push({
			file,
			form,
			key,
			to,
			of: name(of)
		});
		used.add(image ?? of);
	}
	const named = new Set(declared.map(({ file }) => file));
	const owners = new Map([...versions.values()].flatMap(({ of, images: own }) => [...own?.keys() ?? []].map((image) => [image, of.id])));
	const others = (files ?? []).filter((file) => !named.has(file));
	for (const place of await findImages(workspace, others, [...images.keys(), ...owners.keys()])) {
		const of = owners.get(place.key) ?? "";
		const to = images.get(place.key) ?? versions.get(of);
		if (to === void 0) continue;
		wanted.push({
			...place,
			to,
			of: of === "" ? place.key : name(of)
		});
		used.add(images.has(place.key) ? place.key : of);
	}
	const lost = [...images.keys()].find((image) => !used.has(image));
	if (lost !== void 0) throw nowhere(`the image “${lost}”`, train, files);
	if (wanted.length === 0) throw nowhere([...versions.keys()].map(name).join(", "), train, files);
	return {
		wanted,
		idle: [...versions.keys()].filter((id) => !used.has(id)).map(name)
	};
}
async function imageToldFor(workspace, { file, form, key }, images) {
	if (images.has(key)) return key;
	if (images.size === 0) return null;
	return occurrences(await readSource(workspace, file), await loadForm(form), key).map(({ image }) => image?.repository ?? "").find((repository) => images.has(repository)) ?? null;
}
function nowhere(what, train, files) {
	const where = files === null ? `the files that ${train.file} names for this repository` : files.join(", ");
	return new UserError(`Nothing to write: ${what} is written nowhere in ${where}.`, { advice: `Name the place under “versions:” in ${train.file} ({ of, file, form, key }), or give its file in “paths”.` });
}
function pinnedDigest(look) {
	return async (image) => {
		const digest = await look(image);
		if (digest !== null) return digest;
		throw new UserError(`${image} was not published, so there is no digest to pin it to.`, { advice: "Publish the image first, or leave “digests” out." });
	};
}
// actions/update-image-refs/action.ts
var action_default = defineAction({
	name: "update-image-refs",
	title: "Update image references",
	description: "Writes released versions, and digests when asked, wherever the manifest says that they are written: Makefile, go.mod, kustomizations, params.env, ImageStreams and more. Only the version itself changes in a file; a place that is not as expected stops the run before anything is written.",
	branding: {
		icon: "edit-3",
		color: "blue"
	},
	permissions: {},
	inputs: {
		versions: list$1({
			description: "Released versions, one a line: `Component=vX.Y.Z`, a component by id or by name.",
			example: "mcad=v1.40.0",
			commas: true
		}),
		images: list$1({
			description: "Whole image references, one a line: `NAME=REFERENCE`; the name is the key under which it is written, or the image without tag.",
			example: "codeflare-operator-controller-image=quay.io/project-codeflare/codeflare-operator:v1.2.0"
		}),
		paths: list$1({
			description: "Files or globs. Default: every file that the manifest names for this repository. In other files the references to images of the told components are written.",
			example: "config/**/*.yaml",
			commas: true
		}),
		digests: flag({
			description: "Pin images to the digest that the registry has for their new tag.",
			default: "false"
		}),
		repository: text({
			description: "The repository that is checked out, `OWNER/NAME`, as the manifest knows it. Default: the one that the workflow runs in.",
			example: "opendatahub-io/distributed-workloads"
		}),
		manifest: manifestInput()
	},
	outputs: {
		files: "JSON array of the files in which the versions are written, whether they change or not.",
		paths: "The same files, one a line, as `open-pull-request` takes them.",
		references: "JSON array of `{file, line, before, after}`: every place that changes."
	},
	async plan(inputs, { environment, workspace: root, log, signal }) {
		const workspace = new Workspace(root);
		const train = await loadManifest(workspace, inputs.manifest);
		const { wanted, idle } = await wantedReferences({
			...inputs,
			workspace,
			train,
			repository: checkedOut(inputs.repository, environment)
		});
		const registry = new RegistryClient({
			credentials: findCredentials({ environment }),
			endpoints: parseEndpoints(environment["CODEFLARE_REGISTRY_ENDPOINTS"]),
			signal,
			onWarning: (line) => log.warning(line),
			onSecret: (value) => log.mask(value)
		});
		const digestOf = pinnedDigest(async (image) => (await registry.head(parseReference(image, "image")))?.digest ?? null);
		const update = await planUpdate(workspace, wanted, inputs.digests ? digestOf : void 0);
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
