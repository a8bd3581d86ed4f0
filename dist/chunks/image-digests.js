import { P as UserError } from "./core.js";
import { a as quoted, i as problem, r as placeOf } from "./form.js";
import { n as kindOf, r as spell } from "./kind.js";
import { a as imageParts, s as imageText } from "./requirement.js";
import { d as spans, l as occurrences, o as loadForm, s as goMod, u as sourceOf } from "./train.js";
// packages/versions/edit.ts
function releaseEdits(source, form, key, release, digests) {
	let { spelling } = form;
	return spans(source, form, key).flatMap((span) => {
		if (span.image !== void 0) {
			let wanted = releasedImage(source, span, span.image, release, spelling, digests);
			return imageEdits(source, span.image, wanted);
		}
		let before = source.text.slice(span.start, span.end);
		let expected = spelling === "go" ? goVersion(source, span, key, before, release) : void 0;
		if (span.fixed !== void 0) return fixedEdits(source, span, expected ?? spell(span.value, release, spelling));
		refuseForeign(source, span, key);
		return [edit(source, span, expected ?? spell(before, release, spelling, span.tagOf))];
	});
}
function releasedImages(source, form, key, release) {
	let { spelling } = form;
	return spans(source, form, key).flatMap(({ image }) => image === void 0 ? [] : [`${image.repository}:${releasedTag(image, release, spelling)}`]);
}
function referenceEdits(source, form, key, reference) {
	let wanted = imageParts(reference);
	if (wanted === null) throw new UserError(`“${reference}” is no image reference.`, { advice: "Write “registry/path:tag” or “…@sha256:…”." });
	return spans(source, form, key).flatMap((span) => {
		if (span.tagOf !== void 0 && wanted.tag !== null) return [edit(source, span, wanted.tag)];
		if (span.image === void 0) throw problem(source, span.start, `“${key}” is a version here, not an image reference.`, "Give the version instead, or correct the manifest.");
		return imageEdits(source, span.image, wanted);
	});
}
function edited({ text }, edits) {
	let ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
	let result = "";
	let at = 0;
	let last = null;
	for (let one of ordered) {
		if (last !== null && one.start < last.end) {
			if (one.start === last.start && one.end === last.end && one.after === last.after) continue;
			throw new UserError(`${one.file}:${one.line}:${one.column}: “${one.before}” shall become “${last.after}” and “${one.after}”.`, {
				...one,
				advice: "Two entries of the manifest name this place for different versions. Remove one."
			});
		}
		result += text.slice(at, one.start) + one.after;
		at = one.end;
		last = one;
	}
	return result + text.slice(at);
}
function edit(source, { start, end }, after) {
	return {
		...placeOf(source, start),
		start,
		end,
		before: source.text.slice(start, end),
		after
	};
}
function fixedEdits(source, span, expected) {
	if (span.fixed === void 0 || span.value === expected) return [];
	throw problem(source, span.start, `${span.fixed.because}; it cannot be set to ${expected}.`, span.fixed.advice);
}
function refuseForeign(source, span, key) {
	if (kindOf(span.value) !== null) return;
	throw problem(source, span.start, `${quoted(span.value)} stands where the version of “${key}” is expected; it was not overwritten.`, "Write a version there by hand once, or correct file, form and key in the manifest.");
}
function releasedTag(image, release, spelling) {
	return spell(image.tag ?? "", release, spelling, image.repository);
}
function releasedImage(source, span, image, release, spelling, digests) {
	image.tag !== null && refuseForeign(source, {
		...span,
		value: image.tag
	}, image.repository);
	let tag = releasedTag(image, release, spelling);
	let digest = digests?.get(`${image.repository}:${tag}`) ?? null;
	if (digest === null && (image.digest !== null || digests !== void 0)) throw problem(source, span.start, digests === void 0 ? `${image.repository} is pinned to a digest (${image.digest ?? ""}), which a version alone cannot replace.` : `no digest is known for ${image.repository}:${tag}.`, "Set “digests: true”, or give the whole reference in “images”.");
	return {
		repository: image.repository,
		tag: image.tag === null ? null : tag,
		digest
	};
}
function imageEdits(source, image, wanted) {
	if ("whole" in image.written) return [edit(source, image.written.whole, imageText(wanted))];
	let { fields } = image.written;
	return fields.flatMap(({ name, part, at }) => {
		let [is, shall] = [image[part], wanted[part]];
		if (at !== null && shall !== null) return [edit(source, at, shall)];
		if (is === shall) return [];
		let anchor = at ?? fields.toReversed().find((field) => field.at !== null)?.at;
		throw problem(source, anchor?.start ?? 0, at === null ? `${image.repository} shall get “${name}: ${shall ?? ""}”, and its entry has no field “${name}”.` : `${image.repository} has “${name}: ${is ?? ""}”, and the new reference has none.`, at === null ? `Add “${name}:” to the entry by hand once.` : `Remove “${name}:” from the entry by hand.`);
	});
}
function goVersion(source, span, module, before, release) {
	let version = spell(before, release, "go");
	let major = Number(/^v(\d+)/.exec(version)?.[1] ?? 0);
	let suffix = /(?:\/|^gopkg\.in\/.*\.)v(\d+)$/.exec(module)?.[1];
	if (suffix === void 0 ? major < 2 : Number(suffix) === major || module.startsWith("gopkg.in/") && major < 2) return version;
	if (suffix === void 0 && before.endsWith("+incompatible")) return `${version}+incompatible`;
	throw problem(source, span.start, `Go does not find ${version} under the module path ${module}.`, `A major version from 2 on has its own path (“${module.replace(/\/v\d+$/, "")}/v${major}”); change the imports and go.mod by hand.`);
}
// packages/versions/go-sum.ts
async function needsTidy(workspace, goMod$1, modules) {
	let sum = await workspace.read(goMod$1.file.replace(/go\.mod$/, "go.sum"), "go.sum");
	if (sum === null) return null;
	let lines = String(sum);
	return modules.some((module) => occurrences(goMod$1, goMod, module).some(({ value }) => !`\n${lines}`.includes(`\n${module} ${value} h1:`)));
}
// packages/versions/update.ts
async function planUpdate(workspace, wanted, digestOf) {
	let byFile = [...Map.groupBy(wanted, (one) => one.file)].sort(([a], [b]) => a < b ? -1 : 1);
	let changes = [];
	let edits = [];
	let untidy = [];
	for (let [file, places] of byFile) {
		let source = await readSource(workspace, file);
		let found = [];
		for (let place of places) found.push(...await editsOf(source, place, digestOf));
		let text = edited(source, found);
		let names = [...new Set(places.map(({ of }) => of))].join(", ");
		let change = await workspace.change(file, text, `holds the versions of ${names}`);
		if (change !== null) {
			changes.push(change);
			edits.push(...unique(found.filter(({ before, after }) => before !== after)));
		}
		let modules = places.flatMap(({ form, key }) => form === "go-mod" ? [key] : []);
		modules.length > 0 && (await needsTidy(workspace, {
			file,
			text
		}, modules) ?? change !== null) && untidy.push(file);
	}
	return {
		changes,
		edits,
		files: byFile.map(([file]) => file),
		untidy
	};
}
async function readSource(workspace, file) {
	let bytes = await workspace.read(file, "file");
	if (bytes !== null) return sourceOf(file, bytes);
	throw new UserError(`${file}: the file does not exist, and a version should be written in it.`, {
		file,
		advice: "Check out the repository first, or correct the path in the manifest."
	});
}
async function editsOf(source, { form: name, key, to }, digestOf) {
	let form = await loadForm(name);
	if (typeof to == "string") return referenceEdits(source, form, key, to);
	if (digestOf === void 0) return releaseEdits(source, form, key, to);
	let digests = new Map();
	for (let image of releasedImages(source, form, key, to)) digests.set(image, await digestOf(image));
	return releaseEdits(source, form, key, to, digests);
}
function unique(edits) {
	return [...new Map(edits.map((edit) => [`${edit.start}-${edit.end}`, edit])).values()].sort((a, b) => a.start - b.start);
}
// packages/matrix/repository.ts
function checkedOut(given, environment) {
	let repository = given === "" ? environment.GITHUB_REPOSITORY ?? "" : given;
	if (/^[^/\s]+\/[^/\s]+$/.test(repository)) return repository;
	throw new UserError(`${given === "" ? "GITHUB_REPOSITORY" : "Input “repository”"} is “${repository}”; which repository is checked out cannot be told.`, { advice: "Give “repository: OWNER/NAME”." });
}
function knownRepository(train, repository) {
	let all = [...train.components, ...train.downstream];
	let same = (one) => one.repository.toLowerCase() === repository.toLowerCase();
	let forked = all.filter((one) => nameOf(one.repository) === nameOf(repository));
	let found = all.find(same) ?? (forked.length === 1 ? forked[0] : void 0);
	if (found !== void 0) return found;
	throw new UserError(`${train.file}: the repository “${repository}” is no component and not downstream of this train.`, {
		file: train.file,
		advice: `It knows ${all.map((one) => one.repository).join(", ")}. Add the repository, or run where one of these is checked out.`
	});
}
const nameOf = (repository) => (repository.split("/")[1] ?? "").toLowerCase();
// actions/image-digests.ts
function imageDigests({ environment, signal, log }) {
	let connected = async () => {
		let { findCredentials, parseEndpoints, parseReference, RegistryClient } = await import("./registry.js").then((n) => n.t);
		let client = new RegistryClient({
			credentials: findCredentials({ environment }),
			endpoints: parseEndpoints(environment.CODEFLARE_REGISTRY_ENDPOINTS),
			signal,
			onWarning: (line) => log.warning(line),
			onSecret: (value) => log.mask(value)
		});
		return async (image) => (await client.head(parseReference(image, "image")))?.digest ?? null;
	};
	let ask;
	return async (image) => (await (ask ??= connected()))(image);
}
export { readSource as a, planUpdate as i, checkedOut as n, knownRepository as r, imageDigests as t };
