import { C as list, D as table, E as paragraph, P as UserError, v as code, x as heading, y as codeBlock } from "./core.js";
import { c as mentions, l as occurrences, o as loadForm, u as sourceOf } from "./train.js";
import { a as readSource, r as knownRepository } from "./image-digests.js";
import { n as toldVersions, t as toldImages } from "./told.js";
import { basename, matchesGlob } from "node:path/posix";
// packages/matrix/references-report.ts
function referenceFindings({ untidy, edits }, idle, train) {
	return [...untidy.map((file) => {
		let line = edits.find((edit) => edit.file === file)?.line;
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
	let found = new Set();
	let all = null;
	for (let pattern of patterns) {
		let path = pattern.replace(/^\.\//, "");
		let plain = !/[*?[{]/.test(path) || await workspace.read(path, `Input “${input}”`) !== null;
		all ??= plain ? null : await workspace.list(".", `Input “${input}”`);
		let files = plain ? [path] : (all ?? []).filter((file) => matchesGlob(file, path));
		if (files.length === 0 || plain && await workspace.read(path, `Input “${input}”`) === null) throw new UserError(`Input “${input}”: “${pattern}” matches no file.`, { advice: "Write paths relative to the root of the checkout; “**” stands for any directories." });
		for (let file of files) found.add(file);
	}
	return [...found].sort();
}
// packages/matrix/image-search.ts
async function findImages(workspace, files, images) {
	let places = [];
	for (let file of files) {
		let forms = formsOf(file);
		let bytes = forms.length === 0 ? null : await workspace.read(file, "file");
		let named = bytes === null || bytes.includes(0) ? [] : images.filter((image) => bytes.includes(image));
		if (bytes === null || named.length === 0) continue;
		let source = sourceOf(file, bytes);
		for (let key of named) for (let form of forms) mentions(source, await loadForm(form), key) && places.push({
			file,
			form,
			key
		});
	}
	return places;
}
function formsOf(file) {
	let name = basename(file);
	if (/^kustomization\.ya?ml$|^Kustomization$/.test(name)) return ["kustomize-image", "yaml-image"];
	if (/^values\b.*\.ya?ml$/.test(name)) return ["helm-values"];
	if (/\.ya?ml$/.test(name)) return ["imagestream", "yaml-image"];
	if (/\.env$|^\.env/.test(name)) return ["params-env"];
	return /^(?:Dockerfile|Containerfile)(?:\.|$)|\.(?:Dockerfile|Containerfile)$/i.test(name) ? ["dockerfile"] : [];
}
// packages/matrix/references.ts
async function wantedReferences(request) {
	let { workspace, train, repository, paths } = request;
	let versions = toldVersions(train, request.versions, "versions");
	let images = toldImages(train, request.images, "images");
	if (versions.size === 0 && images.size === 0) throw new UserError("Neither “versions” nor “images” says what to write.", { advice: "Give “versions:” with lines like “Component=v1.2.3”, or “images:” with lines like “NAME=quay.io/org/image:v1.2.3”." });
	let files = paths.length === 0 ? null : await filesMatching(workspace, paths, "paths");
	let all = knownRepository(train, repository).versions;
	let declared = files === null ? all : all.filter(({ file }) => files.includes(file));
	let name = (id) => [...train.components, ...train.external].find((member) => member.id === id)?.name ?? id;
	let wanted = [];
	let used = new Set();
	for (let place of declared) {
		let { file, form, key, of } = place;
		let image = await imageToldFor(workspace, place, images);
		let to = image === null ? versions.get(of) : images.get(image);
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
	let named = new Set(declared.map(({ file }) => file));
	let owners = new Map([...versions.values()].flatMap(({ of, images: own }) => [...own?.keys() ?? []].map((image) => [image, of.id])));
	let others = (files ?? []).filter((file) => !named.has(file));
	for (let place of await findImages(workspace, others, [...images.keys(), ...owners.keys()])) {
		let of = owners.get(place.key) ?? "";
		let to = images.get(place.key) ?? versions.get(of);
		if (to === void 0) continue;
		wanted.push({
			...place,
			to,
			of: of === "" ? place.key : name(of)
		});
		used.add(images.has(place.key) ? place.key : of);
	}
	let lost = [...images.keys()].find((image) => !used.has(image));
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
	let where = files === null ? `the files that ${train.file} names for this repository` : files.join(", ");
	return new UserError(`Nothing to write: ${what} is written nowhere in ${where}.`, { advice: `Name the place under “versions:” in ${train.file} ({ of, file, form, key }), or give its file in “paths”.` });
}
function pinnedDigest(look) {
	return async (image) => {
		let digest = await look(image);
		if (digest !== null) return digest;
		throw new UserError(`${image} was not published, so there is no digest to pin it to.`, { advice: "Publish the image first, or leave “digests” out." });
	};
}
export { reportReferences as i, wantedReferences as n, referenceFindings as r, pinnedDigest as t };
