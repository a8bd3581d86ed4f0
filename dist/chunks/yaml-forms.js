import { c as visit, d as isMap, m as isSeq, p as isScalar, r as parseAllDocuments, u as isCollection } from "./yaml.js";
import { P as UserError } from "./core.js";
import { i as problem, n as literally, o as refuseLarge } from "./form.js";
import { a as imageParts, c as valueSpan, n as operatorLength, o as imageSpan, r as pinned } from "./requirement.js";
// packages/versions/forms/yaml.ts
function documentsOf(source) {
	refuseLarge(source, 4, "YAML or JSON");
	let text = source.text.replace(/^\uFEFF/, "\n");
	let documents = parseAllDocuments(text, {
		uniqueKeys: !1,
		logLevel: "silent"
	});
	let found = Array.isArray(documents) ? documents : [];
	for (let { errors } of found) {
		let [first] = errors;
		if (first !== void 0) throw problem(source, first.pos[0], first.message.split("\n")[0] ?? first.code, "Correct the YAML.");
	}
	return found;
}
function scalarRange(source, node, escapes = "none") {
	if (!isScalar(node) || !node.range) return null;
	let [start, end] = node.range;
	if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") return {
		start,
		end,
		text: source.text.slice(start, end),
		kind: "block"
	};
	let quotes = +(node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
	let inner = {
		start: start + quotes,
		end: end - quotes
	};
	let text = source.text.slice(inner.start, inner.end);
	return escapes === "raw" || typeof node.value != "string" || node.value === text || node.type === "QUOTE_SINGLE" ? {
		...inner,
		text,
		kind: "flow"
	} : null;
}
function scalarText(map, name) {
	let node = map.get(name, !0);
	return isScalar(node) && typeof node.value == "string" ? node.value : null;
}
function scalarsOf(source, word) {
	if (!source.text.includes(word)) return [];
	let found = [];
	for (let document of documentsOf(source)) visit(document, { Scalar(key, node) {
		let range = key === "key" ? null : scalarRange(source, node, "raw");
		range !== null && found.push(range);
	} });
	return found;
}
// packages/versions/forms/embedded.ts
function embeddedIn(source, { start, end, kind }) {
	let raw = source.text.slice(start, end);
	let header = kind === "block" ? raw.indexOf("\n") + 1 : 0;
	let text = source.text[start - 1] === "\"" ? unescapedQuotes(raw) : raw.slice(header);
	if (text === null) return null;
	let inner = {
		file: source.file,
		text
	};
	try {
		return {
			documents: documentsOf(inner),
			source: inner,
			shift: start + header
		};
	} catch (error) {
		if (error instanceof UserError) return null;
		throw error;
	}
}
function unescapedQuotes(raw) {
	if (/\\[^"]/.test(raw)) return null;
	let opened = !1;
	return raw.replace(/\\"/g, () => {
		opened = !opened;
		return opened ? " \"" : "\" ";
	});
}
// packages/versions/forms/annotation-json.ts
const annotationJson = {
	name: "annotation-json",
	matches: "once",
	spelling: "kept",
	keyNames: "annotation and name",
	find(source, key) {
		let at = key.lastIndexOf("#");
		if (at < 1) throw problem(source, 0, `“${key}” names no entry of an annotation.`, "Write “ANNOTATION#NAME”.");
		let [annotation, name] = [key.slice(0, at), key.slice(at + 1)];
		if (!source.text.includes(annotation)) return [];
		let found = [];
		for (let document of documentsOf(source)) visit(document, { Pair(_key, pair) {
			if (!isScalar(pair.key) || pair.key.value !== annotation) return;
			let written = scalarRange(source, pair.value, "raw");
			let embedded = written === null ? null : embeddedIn(source, written);
			embedded !== null && found.push(...entriesOf(source, embedded, name));
		} });
		return found;
	}
};
function entriesOf(source, { documents, source: inner, shift }, name) {
	return documents.flatMap(({ contents }) => (isSeq(contents) ? contents.items.map((item) => isMap(item) && scalarText(item, "name") === name ? item.get("version", !0) : void 0) : [isMap(contents) ? contents.get(name, !0) : void 0]).flatMap((value) => {
		let range = scalarRange(inner, value);
		return range === null ? [] : [valueSpan(source.text, {
			start: range.start + shift,
			end: range.end + shift
		})];
	}));
}
// packages/versions/forms/csv.ts
const csv = {
	name: "csv",
	matches: "many",
	spelling: "kept",
	keyNames: "version of the CSV",
	find(source, key) {
		if (key !== "version" && key !== "replaces") throw problem(source, 0, `“${key}” is neither “version” nor “replaces”.`, "Correct the key in the manifest.");
		return documentsOf(source).flatMap(({ contents }) => {
			if (!isMap(contents) || scalarText(contents, "kind") !== "ClusterServiceVersion") return [];
			let at = (...path) => scalarRange(source, contents.getIn(path, !0));
			if (key === "replaces") return behindPackage(source, at("spec", "replaces"));
			let version = at("spec", "version");
			let own = version === null ? [] : [{
				start: version.start,
				end: version.end,
				value: version.text
			}];
			return [...behindPackage(source, at("metadata", "name")), ...own].sort((a, b) => a.start - b.start);
		});
	}
};
function behindPackage(source, name) {
	if (name === null) return [];
	let dot = name.text.indexOf(".");
	if (dot < 1) throw problem(source, name.start, `“${name.text}” is no name of a CSV.`, "Write PACKAGE.vVERSION once.");
	return [{
		start: name.start + dot + 1,
		end: name.end,
		value: name.text.slice(dot + 1)
	}];
}
// packages/versions/forms/kubernetes.ts
const yamlImage = {
	name: "yaml-image",
	matches: "many",
	spelling: "kept",
	keyNames: "image",
	find(source, key) {
		let inside = RegExp(`(?<=["']|^[ \\t-]*[\\w."'-]+:[ \\t]+)${literally(key)}[:@][^\\s"'\\\\]+(?=\\\\?["']|[ \\t]*$)`, "gm");
		return scalarsOf(source, key).flatMap(({ start, text, kind }) => {
			let whole = kind === "flow" ? spanAt(text, start, key) : [];
			if (whole.length > 0) return whole;
			return [...text.matchAll(inside)].flatMap((match) => spanAt(match[0], start + match.index, key));
		});
	}
};
function spanAt(text, start, key) {
	let parts = text.startsWith(key) ? imageParts(text) : null;
	return parts?.repository === key && (parts.tag !== null || parts.digest !== null) ? [imageSpan(parts, start)] : [];
}
const imagestream = {
	name: "imagestream",
	matches: "many",
	spelling: "kept",
	keyNames: "image or ImageStream",
	find(source, key) {
		let importing = documentsOf(source).flatMap((document) => {
			if (!isMap(document.contents) || document.getIn(["kind"]) !== "ImageStream") return [];
			let tags = document.getIn(["spec", "tags"]);
			let named = document.getIn(["metadata", "name"]) === key;
			return isSeq(tags) ? tags.items.map((tag) => tagOf(source, tag, named ? null : key)) : [];
		}).filter((spans) => spans.length > 0);
		let second = importing[1]?.[0];
		if (second !== void 0) throw problem(source, second.start, `a second tag of the ImageStream imports ${key}; which one shall be moved cannot be told.`, "Keep one tag in this file, or edit the older ones away first.");
		return importing.flat();
	}
};
function tagOf(source, tag, key) {
	if (!isMap(tag)) return [];
	let from = scalarRange(source, tag.getIn(["from", "name"], !0));
	let repository = key ?? imageParts(from?.text ?? "")?.repository ?? "";
	let [imported] = from === null ? [] : spanAt(from.text, from.start, repository);
	if (imported === void 0) return [];
	let name = scalarRange(source, tag.get("name", !0));
	if (name === null || name.text !== imported.value) return [imported];
	return [{
		start: name.start,
		end: name.end,
		value: name.text,
		tagOf: repository
	}, imported].sort((a, b) => a.start - b.start);
}
// packages/versions/forms/pointer.ts
const json = {
	name: "json",
	matches: "once",
	spelling: "bare",
	keyNames: "JSON Pointer",
	find: pointed
};
const yaml = {
	...json,
	name: "yaml",
	spelling: "kept"
};
function pointed(source, key) {
	if (!key.startsWith("/")) throw problem(source, 0, `“${key}” is no JSON Pointer.`, `Write it with slashes from the root: “/${key}”.`);
	let path = key.slice(1).split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
	return documentsOf(source).flatMap((document) => {
		let node = document.contents;
		for (let part of path) node = isCollection(node) ? node.get(part, !0) : void 0;
		let range = isScalar(node) ? scalarRange(source, node) : null;
		if (range === null || range.kind === "block") return [];
		let start = range.start + operatorLength(range.text);
		return [valueSpan(source.text, {
			start,
			end: range.end
		})];
	});
}
// packages/versions/forms/helm.ts
const helmValues = {
	name: "helm-values",
	matches: "many",
	spelling: "kept",
	keyNames: "image or JSON Pointer",
	find(source, key) {
		if (key.startsWith("/")) return pointed(source, key);
		let last = key.slice(key.lastIndexOf("/") + 1);
		if (!source.text.includes(last)) return [];
		let found = [];
		for (let document of documentsOf(source)) visit(document, { Map(_key, map) {
			found.push(...fieldsOf(source, map, key));
		} });
		return [...found, ...yamlImage.find(source, key)].sort((a, b) => a.start - b.start);
	}
};
function fieldsOf(source, map, key) {
	let field = (name) => scalarRange(source, map.get(name, !0));
	let [registry, repository, tag, digest] = [
		field("registry"),
		field("repository"),
		field("tag"),
		field("digest")
	];
	if (repository === null || tag === null && digest === null) return [];
	let whole = registry === null || registry.text === "" ? repository.text : `${registry.text}/${repository.text}`;
	if (whole !== key) return [];
	let image = {
		repository: whole,
		tag: tag?.text || null,
		digest: digest?.text || null,
		written: { fields: [
			{
				name: "repository",
				part: "repository",
				at: whole === repository.text ? repository : null
			},
			{
				name: "tag",
				part: "tag",
				at: tag
			},
			{
				name: "digest",
				part: "digest",
				at: digest
			}
		] }
	};
	let at = image.tag === null && image.digest !== null ? digest : tag ?? digest;
	if (at === null) return [];
	if (at.text === "") throw problem(source, at.start, `the tag of ${whole} is empty: the chart’s own “appVersion” counts.`, "Name “appVersion” of Chart.yaml (form “helm-chart”) instead, or write a tag here once.");
	return [{
		start: at.start,
		end: at.end,
		value: at.text,
		image
	}];
}
const helmChart = {
	name: "helm-chart",
	matches: "once",
	spelling: "kept",
	keyNames: "“version”, “appVersion” or dependency",
	find(source, key) {
		if (key === "version" || key === "appVersion") return pointed(source, `/${key}`);
		return documentsOf(source).flatMap(({ contents }) => {
			let dependencies = isMap(contents) ? contents.get("dependencies") : void 0;
			if (!isSeq(dependencies)) return [];
			return dependencies.items.flatMap((entry) => {
				let range = isMap(entry) && [scalarText(entry, "name"), scalarText(entry, "alias")].includes(key) ? scalarRange(source, entry.get("version", !0)) : null;
				return range === null ? [] : [pinned(source, range, key)];
			});
		});
	}
};
// packages/versions/forms/kustomize.ts
const kustomizeRef = {
	name: "kustomize-ref",
	matches: "many",
	spelling: "tag",
	keyNames: "remote address",
	find(source, key) {
		let address = RegExp(`^(?:git::)?(?:https?://|ssh://)?(?:git@)?${literally(key)}(?:\\.git)?(?:/[^?\\s]*)?\\?(?:[^\\s]*&)?(?:ref|version)=([^&\\s]*)`);
		return scalarsOf(source, key).flatMap(({ start, text }) => {
			let match = address.exec(text);
			if (match === null) return [];
			let value = match[1] ?? "";
			let end = start + match[0].length;
			return [{
				start: end - value.length,
				end,
				value
			}];
		});
	}
};
const kustomizeImage = {
	name: "kustomize-image",
	matches: "once",
	spelling: "kept",
	keyNames: "image",
	find(source, key) {
		return documentsOf(source).flatMap((document) => {
			let images = isMap(document.contents) ? document.contents.get("images") : void 0;
			if (!isSeq(images)) return [];
			return images.items.flatMap((entry) => isMap(entry) ? entryOf(source, entry, key) : []);
		});
	}
};
function entryOf(source, entry, key) {
	let field = (name) => scalarRange(source, entry.get(name, !0));
	let [name, newName, newTag, digest] = [
		field("name"),
		field("newName"),
		field("newTag"),
		field("digest")
	];
	if (name?.text !== key) return [];
	let image = {
		repository: newName?.text ?? key,
		tag: newTag?.text ?? null,
		digest: digest?.text ?? null,
		written: { fields: [
			{
				name: "newName",
				part: "repository",
				at: newName
			},
			{
				name: "newTag",
				part: "tag",
				at: newTag
			},
			{
				name: "digest",
				part: "digest",
				at: digest
			}
		] }
	};
	let at = newTag ?? digest ?? {
		start: name.start,
		end: name.start
	};
	return [{
		start: at.start,
		end: at.end,
		value: at.text ?? "",
		image
	}];
}
const kustomizePatch = {
	name: "kustomize-patch",
	matches: "many",
	spelling: "kept",
	keyNames: "path of a patch",
	find(source, key) {
		if (!source.text.includes(key)) return [];
		let own = documentsOf(source).flatMap((document) => operationsIn(source, document, key));
		let inside = scalarsOf(source, key).flatMap((written) => {
			let embedded = written.text.trim() === key ? null : embeddedIn(source, written);
			if (embedded === null) return [];
			let { documents, source: inner, shift } = embedded;
			return documents.flatMap((document) => operationsIn(inner, document, key)).map(({ start, end }) => ({
				start: start + shift,
				end: end + shift
			}));
		});
		return [...own, ...inside].sort((a, b) => a.start - b.start).map((range) => valueSpan(source.text, range));
	}
};
function operationsIn(source, document, key) {
	let found = [];
	visit(document, { Map(_key, map) {
		if (scalarText(map, "path") !== key || !map.has("op")) return;
		let value = scalarRange(source, map.get("value", !0));
		value?.kind === "flow" && found.push({
			start: value.start,
			end: value.end
		});
	} });
	return found;
}
// packages/versions/forms/yaml-forms.ts
const YAML_FORMS = [
	kustomizeRef,
	kustomizeImage,
	kustomizePatch,
	yamlImage,
	yaml,
	imagestream,
	annotationJson,
	helmValues,
	helmChart,
	csv,
	json
];
export { YAML_FORMS };
