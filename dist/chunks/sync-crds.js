import { C as list, D as table, E as paragraph, P as UserError, b as details, c as flag, f as required, g as Workspace, h as tokenInput, i as renderMarkdown, m as text$1, o as defineAction, s as choice, t as pLimit, u as list$1, v as code, x as heading, y as codeBlock } from "./core.js";
import { a as stringify, d as isMap, i as parseDocument, m as isSeq, o as LineCounter, p as isScalar } from "./yaml.js";
import { a as isObject, c as textMember, i as isList, n as entriesOf, o as listMember, r as isJson, s as member, t as canonical } from "./json.js";
import { a as parse, i as isBlank, n as writeLock, o as splitDocuments, r as decode, t as readLock } from "./lock.js";
import { _ as safeParse, b as trim, i as isoDate, m as pipe, r as getDotPath, s as minLength, t as array, v as strictObject, y as string } from "./dist.js";
import { K as listFiles, U as readBlobs, X as parseRepository, Z as GitHub, j as resolveCommit } from "./github.js";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { isIP, isIPv4, isIPv6 } from "node:net";
// packages/crds/report/report-file.ts
function reportFile(report, runnerTemp) {
	if (runnerTemp === void 0 || runnerTemp === "") return "";
	let text = renderMarkdown(report);
	let digest = createHash("sha256").update(text).digest("hex").slice(0, 12);
	let path = join(runnerTemp, `sync-crds-${digest}.md`);
	mkdirSync(runnerTemp, { recursive: !0 });
	writeFileSync(path, text);
	return path;
}
function parseSource(text) {
	if (text.startsWith("./") || text === ".") return {
		kind: "local",
		path: cleanPath(text, text)
	};
	let [, repository = "", at = "", ref = "", colon = "", path = ""] = /^([^@:]*)(@?)([^:]*)(:?)(.*)$/s.exec(text) ?? [];
	if (!/^[A-Za-z0-9][\w.-]*\/[\w.-]+$/.test(repository)) throw wrong(text, `“${repository}” is not a repository`, "Write OWNER/REPO, or start a path of this checkout with ./");
	if (at === "" || ref === "") throw wrong(text, "the ref is missing", `Add a tag: “${repository}@v1.2.0:${path || "config/crd/bases"}”; or write “./${repository}” for this checkout.`);
	if (/[\s~^?*[\\]|\.\.|@\{|^[-/]|\/$/.test(ref)) throw wrong(text, `“${ref}” is not a ref`, "Give a tag, a branch or a commit.");
	if (colon === "" || path === "") throw wrong(text, "the path is missing", `Add it: “${repository}@${ref}:config/crd/bases”.`);
	return {
		kind: "remote",
		repository,
		ref,
		path: cleanPath(path, text)
	};
}
function showSource(source) {
	return source.kind === "local" ? `./${source.path}` : `${source.repository}@${source.ref}:${source.path || "."}`;
}
function collectDefinitions(files) {
	let found = new Map();
	for (let { documents, origin } of files) for (let { definition, text } of documents) {
		if (definition === void 0) continue;
		let other = found.get(definition.name);
		if (other !== void 0) throw new UserError(`CRD “${definition.name}” comes from two places: ${showOrigin(other.origin)} and ${showOrigin(origin)}.`, { advice: "Name one of them in “sources”: narrow a path, or leave one source out." });
		found.set(definition.name, {
			definition,
			origin,
			text
		});
	}
	return found;
}
function showOrigin({ source, path }) {
	return source.kind === "local" ? `./${path}` : `${source.repository}@${source.ref}:${path}`;
}
function cleanPath(path, text) {
	let clean = posix.normalize(path).replace(/\/+$/, "");
	if (clean.startsWith("..") || clean.startsWith("/") || clean.includes("\\") || clean.includes("\0")) throw wrong(text, `the path “${path}” leaves the repository`, "Give a path from the root, without “..” and “/” in front.");
	return clean === "." ? "" : clean;
}
function wrong(text, what, advice) {
	return new UserError(`Input “sources”: in “${text}” ${what}; expected OWNER/REPO@REF:PATH or ./local/path.`, { advice });
}
// packages/crds/compare/group.ts
function groupFindings(findings) {
	let groups = new Map();
	for (let finding of findings) {
		let key = keyOf$1(finding);
		let group = groups.get(key);
		group === void 0 ? groups.set(key, [finding]) : group.push(finding);
	}
	return [...groups.values()].flatMap((all) => all[0] === void 0 ? [] : [{
		first: all[0],
		all
	}]);
}
function keyOf$1({ severity, rule, crd, path, before, after, file, line, waived }) {
	let common = [
		severity,
		rule,
		crd ?? "",
		String(waived === !0)
	];
	if (path === void 0 || !path.startsWith(".")) return [
		...common,
		file ?? "",
		line ?? "",
		path ?? ""
	].join("\n");
	if (severity === "info") return common.join("\n");
	return [
		...common,
		tail(path),
		text(before),
		text(after)
	].join("\n");
}
function tail(path) {
	return /(?:\.[^.[]+(?:\[\*\])*){1,2}$/.exec(path)?.[0] ?? path;
}
function text(value) {
	return isJson(value) ? canonical(value) : "";
}
function showPlaces({ first, all }, most) {
	let others = all.filter((finding) => finding !== first);
	let shown = others.slice(0, most).map(({ version, path }) => [version, path].filter((part) => part !== void 0).join(" "));
	let rest = others.length - shown.length;
	return shown.join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
function reportFindings(findings) {
	let of = (severity) => findings.filter((finding) => finding.severity === severity && finding.waived !== !0);
	let [errors, warnings, news] = [
		of("error"),
		of("warning"),
		of("info")
	];
	let broken = groupFindings(errors);
	let waived = findings.filter((finding) => finding.waived === !0);
	return [
		...broken.length === 0 ? [] : [
			heading(`What breaks: ${count$1(broken.length, "change")}${inPlaces(broken)}`),
			toTable(broken.slice(0, 12)),
			...broken.length > 12 ? [details(`${broken.length - 12} more that break`, [toTable(broken.slice(12))])] : [],
			...examples(broken)
		],
		...folded("to look at", warnings),
		...folded("waived", waived),
		...folded("that harm nobody", news)
	];
}
function inPlaces(groups) {
	let places = groups.reduce((sum, { all }) => sum + all.length, 0);
	return places === groups.length ? "" : `, at ${places} places`;
}
function folded(what, findings) {
	let groups = groupFindings(findings);
	return groups.length === 0 ? [] : [details(`${count$1(groups.length, "change")} ${what}${inPlaces(groups)}`, [toTable(groups)])];
}
function toTable(groups) {
	return table([
		"Rule",
		"What",
		"What to do"
	], groups.map(toRow));
}
function toRow(group) {
	let { rule, message, advice } = group.first;
	let places = showPlaces(group, 3);
	return [
		code(rule),
		places === "" ? message : [
			message,
			" Also: ",
			code(places)
		],
		advice
	];
}
function examples(groups) {
	let shown = groups.flatMap(({ first }) => first.witness === void 0 ? [] : [first]).slice(0, 8);
	if (shown.length === 0) return [];
	return [details(`${count$1(shown.length, "example object")} that the old definition takes`, shown.flatMap(({ rule, version, path, witness }) => [{
		kind: "paragraph",
		text: [
			code(rule),
			` ${version ?? ""} `,
			code(path ?? "")
		]
	}, codeBlock(stringify(witness, { lineWidth: 0 }).trimEnd(), "yaml")]))];
}
function count$1(number, noun) {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
// packages/crds/report/report.ts
const WORDS = new Map([
	["added", "new"],
	["updated", "changed"],
	["removed", "gone"],
	["edited", "edited here"],
	["kept", "left alone"]
]);
function listSteps({ plan, destination }, action) {
	return plan.steps.filter((step) => step.action === action).map(({ crd, file, origin }) => ({
		crd,
		file: posix.join(destination, file),
		repository: origin?.source.kind === "remote" ? origin.source.repository : null,
		ref: origin?.source.kind === "remote" ? origin.source.ref : null,
		commit: origin?.commit ?? null,
		path: origin?.path ?? null
	}));
}
function reportSync(sync) {
	let { plan, findings } = sync;
	let eventful = plan.steps.filter(({ action }) => action !== "unchanged");
	let quiet = plan.steps.filter(({ action }) => action === "unchanged");
	return [
		heading("CRDs"),
		paragraph(verdict(sync)),
		...eventful.length === 0 ? [] : [table([
			"CRD",
			"What",
			"Versions",
			"From",
			"File"
		], eventful.map((step) => row(step, sync)))],
		...reportFindings(findings),
		...quiet.length === 0 ? [] : [details(`${count(quiet.length, "CRD")} unchanged`, [list(quiet.map(({ crd }) => code(crd)))])],
		details("Where they come from", [list([...origins(sync), ...skipped(sync)])])
	];
}
function verdict({ plan, refusal }) {
	let told = [...WORDS].map(([action, word]) => [word, plan.steps.filter((step) => step.action === action).length]).filter(([, number]) => number > 0).map(([word, number]) => `${number} ${word}`);
	return `${told.length === 0 ? `All ${count(plan.steps.length, "CRD")} are up to date` : `${count(plan.steps.length, "CRD")}: ${told.join(", ")}`}.${plan.breaking ? " Users of a CRD are affected; read the findings." : ""}${refusal === void 0 ? "" : " Nothing was written."}`;
}
function row({ crd, action, before, after, origin, file, note }, { destination }) {
	let [old, now] = [before, after].map((definition) => definition?.versions.map(({ name }) => name).join(", "));
	return [
		code(crd),
		[WORDS.get(action) ?? action, note].filter((part) => part !== void 0).join(": "),
		old === now || old === void 0 ? now ?? "" : now === void 0 ? old : `${old} → ${now}`,
		origin === null ? "" : code(showOrigin(origin)),
		code(posix.join(destination, file))
	];
}
function origins({ sources }) {
	let lines = sources.map(({ origin }) => {
		let commit = origin.commit === null ? [] : [" at ", code(origin.commit.slice(0, 12))];
		return {
			shown: showSource(origin.source),
			line: [code(showSource(origin.source)), ...commit]
		};
	});
	return [...new Map(lines.map(({ shown, line }) => [shown, line])).values()];
}
function skipped({ sources }) {
	return sources.flatMap(({ origin, documents }) => documents.flatMap(({ other }) => other === void 0 ? [] : [[
		"not copied: ",
		code(showOrigin(origin)),
		` (${other})`
	]]));
}
function count(number, noun) {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
// packages/crds/document/definition.ts
const IGNORED_ANNOTATIONS = new Set(["controller-gen.kubebuilder.io/version"]);
function mayHoldDefinitions(path) {
	return /\.(ya?ml|json)$/i.test(path);
}
function readDefinitions(bytes, path, excerpts = "refuse") {
	let text = decode(bytes, path);
	if (!text.includes("CustomResourceDefinition")) return {
		path,
		documents: [{
			text,
			line: 1,
			definition: void 0,
			other: isBlank(text) ? void 0 : "other text"
		}]
	};
	return {
		path,
		documents: splitDocuments(text).map((document) => {
			let value = isBlank(document.text) ? null : parse(document, path);
			if (value === null) return {
				...document,
				definition: void 0,
				other: void 0
			};
			let isExcerpt = excerpts === "name" && member(member(value, "spec"), "names") === void 0;
			if (!isDefinition(value) || isExcerpt) return {
				...document,
				definition: void 0,
				other: describe(value)
			};
			return {
				...document,
				definition: toDefinition(value, path, document.line),
				other: void 0
			};
		})
	};
}
function isDefinition(value) {
	return textMember(value, "kind") === "CustomResourceDefinition" && (textMember(value, "apiVersion")?.startsWith("apiextensions.k8s.io/") ?? !1);
}
function describe(value) {
	let kind = textMember(value, "kind") ?? "a document without a kind";
	let name = textMember(member(value, "metadata"), "name");
	return name === void 0 ? kind : `${kind} ${name}`;
}
function toDefinition(value, file, line) {
	let metadata = member(value, "metadata");
	let spec = member(value, "spec");
	let name = need(textMember(metadata, "name"), "metadata.name");
	if (isObject(metadata) && canonical(metadata).includes("{{")) throw new UserError(`${file}: CRD “${name}” is a Helm template that was not rendered.`, {
		file,
		line,
		advice: "Point to the CRDs that the project generates (config/crd/bases in most), or render the chart first."
	});
	let apiVersion = need(textMember(value, "apiVersion"), "apiVersion").slice(21);
	if (apiVersion !== "v1" && apiVersion !== "v1beta1") throw wrong(`CRD “${name}” has apiVersion “apiextensions.k8s.io/${apiVersion}”; v1 and v1beta1 are known`);
	let group = need(textMember(spec, "group"), "spec.group");
	let names = member(spec, "names");
	let plural = need(textMember(names, "plural"), "spec.names.plural");
	if (name !== `${plural}.${group}`) throw wrong(`CRD “${name}” must be named “${plural}.${group}”, after its plural and its group`);
	let kind = need(textMember(names, "kind"), "spec.names.kind");
	let versions = readVersions(spec);
	let said = canonical(withoutIgnored(value));
	if (versions.length === 0) throw wrong(`CRD “${name}” has no spec.versions`);
	return {
		name,
		group,
		names: {
			kind,
			plural,
			singular: textMember(names, "singular") ?? kind.toLowerCase(),
			listKind: textMember(names, "listKind") ?? `${kind}List`,
			shortNames: texts$1(listMember(names, "shortNames")),
			categories: texts$1(listMember(names, "categories"))
		},
		scope: textMember(spec, "scope") ?? "Namespaced",
		versions,
		conversion: member(spec, "conversion") ?? null,
		annotations: new Map(entriesOf(metadata, "annotations").flatMap(([key, text]) => typeof text == "string" ? [[key, text]] : [])),
		value,
		prunes: (member(spec, "preserveUnknownFields") ?? apiVersion === "v1beta1") === !1,
		digest: `sha256:${createHash("sha256").update(said).digest("hex")}`,
		bytes: Buffer.byteLength(said)
	};
	function need(found, path) {
		if (found !== void 0) return found;
		throw wrong(`a CustomResourceDefinition lacks ${path}`);
	}
	function wrong(what) {
		return new UserError(`${file}: ${what}.`, {
			file,
			line,
			advice: "A kustomize patch or an excerpt is not a CRD: point to the directory with the whole definitions."
		});
	}
}
function readVersions(spec) {
	let common = member(member(spec, "validation"), "openAPIV3Schema");
	let single = textMember(spec, "version");
	let shared = member(spec, "subresources");
	let columns = listMember(spec, "additionalPrinterColumns");
	let listed = listMember(spec, "versions").flatMap((version) => {
		let name = textMember(version, "name");
		if (name === void 0) return [];
		return [{
			name,
			served: member(version, "served") === !0,
			storage: member(version, "storage") === !0,
			schema: member(member(version, "schema"), "openAPIV3Schema") ?? common,
			deprecated: member(version, "deprecated") === !0,
			subresources: objectOr(member(version, "subresources") ?? shared),
			printerColumns: member(version, "additionalPrinterColumns") === void 0 ? columns : listMember(version, "additionalPrinterColumns"),
			selectableFields: listMember(version, "selectableFields").flatMap((field) => textMember(field, "jsonPath") ?? [])
		}];
	});
	return listed.length === 0 && single !== void 0 ? [{
		name: single,
		served: !0,
		storage: !0,
		schema: common,
		deprecated: !1,
		subresources: objectOr(shared),
		printerColumns: columns,
		selectableFields: []
	}] : listed;
}
function objectOr(value) {
	return isObject(value) ? value : {};
}
function texts$1(list) {
	return list.filter((item) => typeof item == "string");
}
function withoutIgnored(value) {
	let metadata = member(value, "metadata");
	if (!isObject(metadata)) return value;
	let { annotations: _, ...rest } = metadata;
	let kept = entriesOf(metadata, "annotations").filter(([name]) => !IGNORED_ANNOTATIONS.has(name));
	return {
		...value,
		metadata: kept.length === 0 ? rest : {
			...rest,
			annotations: Object.fromEntries(kept)
		}
	};
}
// packages/crds/sync/drift.ts
function drift(steps, destination) {
	return steps.flatMap((step) => {
		let told = tell$1(step);
		return told === null ? [] : [{
			...told,
			crd: step.crd,
			file: posix.join(destination, step.file)
		}];
	});
}
function tell$1({ crd, action, origin, note }) {
	let from = origin === null ? "the source" : showOrigin(origin);
	switch (action) {
		case "added": return problem("crd-missing", `CRD ${crd} is missing; ${from} has it.`, "Run sync-crds.");
		case "updated": return problem("crd-outdated", `CRD ${crd} is not what ${from} has.`, "Run sync-crds.");
		case "removed": return problem("crd-orphaned", `CRD ${crd} is still here; no source has it any more.`, "Run sync-crds to remove it.");
		case "edited": return problem("crd-edited", `CRD ${crd}: ${note ?? "edited"}, and it is not what ${from} has.`, "Take the edit to the source repository; or delete the file to drop it; or exclude the CRD to keep it.");
		case "unchanged":
		case "kept": return null;
	}
}
function problem(rule, message, advice) {
	return {
		severity: "error",
		rule,
		message,
		advice
	};
}
// packages/crds/sync/kustomization.ts
function editResources(text, file, present, absent) {
	let list = findResources(text, file);
	let listed = new Set(list.items.map((item) => posix.normalize(item.value)));
	let unwanted = new Set(absent.map((path) => posix.normalize(path)));
	let missing = present.filter((path) => !listed.has(posix.normalize(path)));
	let leaving = list.items.filter((item) => unwanted.has(posix.normalize(item.value)));
	if (missing.length === 0 && leaving.length === 0) return text;
	return list.write(missing, new Set(leaving));
}
function findResources(text, file) {
	let lines = new LineCounter();
	let document = parseDocument(text, {
		lineCounter: lines,
		prettyErrors: !1,
		logLevel: "silent"
	});
	let [problem] = document.errors;
	if (problem !== void 0) throw cannot(problem.message, problem.pos[0]);
	let newline = text.includes("\r\n") ? "\r\n" : "\n";
	let root = document.contents;
	if (root !== null && !isMap(root)) throw cannot("it is not a mapping", 0);
	let pair = root?.items.find(({ key }) => isScalar(key) && key.value === "resources");
	if (pair === void 0) return {
		items: [],
		write: (added) => atEnd(`resources:${asLines(added, "")}`)
	};
	let { key, value } = pair;
	let afterKey = isScalar(key) && key.range ? text.indexOf(":", key.range[1]) + 1 : 0;
	if (value == null || isScalar(value) && value.value === null) return {
		items: [],
		write: (added) => splice(afterKey, afterKey, asLines(added, "").trimEnd())
	};
	if (!isSeq(value)) throw cannot("“resources” is not a list", afterKey);
	let items = value.items.map((node) => {
		if (!isScalar(node) || typeof node.value != "string" || !node.range) throw cannot("“resources” lists something that is not a path", afterKey);
		return {
			value: node.value,
			start: node.range[0],
			end: node.range[1]
		};
	});
	return {
		items,
		write: value.flow === !0 ? flow(value, items) : block(items)
	};
	function flow(list, before) {
		let [start, end] = rangeOf(list);
		if (text.slice(start, end).includes("#")) throw cannot("“resources” is a [list] with comments in it", start);
		return (added, removed) => {
			let kept = before.filter((item) => !removed.has(item)).map((item) => text.slice(item.start, item.end));
			return splice(start, end, `[${[...kept, ...added].join(", ")}]`);
		};
	}
	function block(before) {
		let rows = before.map((item) => {
			let start = text.lastIndexOf("\n", item.start - 1) + 1;
			let found = text.indexOf("\n", item.end);
			let indent = /^([ ]*)-[ \t]+$/.exec(text.slice(start, item.start))?.[1];
			if (indent === void 0) throw cannot(`“${item.value}” does not stand on a line of its own`, item.start);
			return {
				item,
				start,
				end: found < 0 ? text.length : found + 1,
				indent
			};
		});
		return (added, removed) => {
			let gone = rows.filter((row) => removed.has(row.item));
			let end = rows.at(-1)?.end ?? text.length;
			let tail = asLines(added, rows.at(-1)?.indent ?? "").slice(newline.length);
			let open = added.length > 0 && gone.at(-1)?.end !== end && !text.slice(0, end).endsWith("\n");
			return edit([
				...gone.length === rows.length && added.length === 0 ? [{
					start: afterKey,
					end: afterKey,
					by: " []"
				}] : [],
				...gone.map(({ start, end: until }) => ({
					start,
					end: until,
					by: ""
				})),
				{
					start: end,
					end,
					by: (open ? newline : "") + tail
				}
			]);
		};
	}
	function asLines(paths, indent) {
		return newline + paths.map((path) => `${indent}- ${path}${newline}`).join("");
	}
	function atEnd(addition) {
		return text === "" || text.endsWith("\n") ? text + addition : text + newline + addition;
	}
	function splice(start, end, by) {
		return edit([{
			start,
			end,
			by
		}]);
	}
	function edit(edits) {
		return edits.map(({ start, by }, index) => text.slice(edits[index - 1]?.end ?? 0, start) + by).join("") + text.slice(edits.at(-1)?.end ?? 0);
	}
	function cannot(why, offset) {
		let { line, col } = lines.linePos(offset);
		return new UserError(`${file}: ${why}; its resources cannot be kept up to date.`, {
			file,
			line: Math.max(line, 1),
			column: Math.max(col, 1),
			advice: "Write the resources one a line (“- crd.yaml”), or set “kustomization: none”."
		});
	}
}
function rangeOf(node) {
	if (!node.range) throw TypeError("a parsed node has a range");
	return node.range;
}
// packages/crds/sync/kustomized.ts
const KUSTOMIZATIONS = [
	"kustomization.yaml",
	"kustomization.yml",
	"Kustomization"
];
function isKustomization(path) {
	return KUSTOMIZATIONS.includes(posix.basename(path));
}
const TRANSFORMS = [
	"patches",
	"patchesJson6902",
	"patchesStrategicMerge",
	"namePrefix",
	"nameSuffix",
	"commonLabels",
	"commonAnnotations",
	"labels",
	"transformers",
	"replacements"
];
function readKustomization(bytes, path) {
	let value = parse({
		text: decode(bytes, path),
		line: 1
	}, path);
	let listed = [
		"resources",
		"bases",
		"components"
	].flatMap((name) => listMember(value, name));
	let resources = [];
	let elsewhere = [];
	for (let entry of listed) {
		if (typeof entry != "string" || entry === "") continue;
		if (/^(?:https?|ssh|git):|^git@|^[\w.-]+\.[a-z]+\/|\?(?:ref|version)=|\/\//.test(entry)) elsewhere.push(entry);
		else {
			let found = posix.normalize(posix.join(posix.dirname(path), entry)).replace(/\/+$/, "");
			if (found.startsWith("..") || found.startsWith("/")) throw new UserError(`${path}: the resource “${entry}” lies outside the repository.`, {
				file: path,
				advice: "Name the CRDs as a source of their own."
			});
			resources.push(found);
		}
	}
	return {
		resources,
		elsewhere,
		transforms: TRANSFORMS.filter((name) => {
			let said = member(value, name);
			return isList(said) ? said.length > 0 : textMember(value, name) !== void 0 || entriesOf(value, name).length > 0;
		})
	};
}
// packages/crds/compare/compare-serving.ts
function compareServing(old, now) {
	return [...subresources(old, now), ...columns(old, now)];
}
function subresources(old, now) {
	let version = now.name;
	let at = (name) => ({
		version,
		path: `spec.versions[${version}].subresources.${name}`
	});
	let findings = [];
	let has = ({ subresources: all }, name) => member(all, name) !== void 0;
	if (has(old, "status") !== has(now, "status")) {
		let gone = has(old, "status");
		findings.push({
			...at("status"),
			severity: gone ? "error" : "warning",
			rule: gone ? "status-subresource-removed" : "status-subresource-added",
			message: gone ? `${version}: the status subresource goes away. Controllers that write /status get 404, and whoever may edit objects may edit their status.` : `${version}: status is a subresource now. A status written with the rest of the object is ignored without a word.`,
			advice: gone ? "Keep it." : "Controllers must write /status from now on; give them the right to.",
			before: gone ? "present" : null,
			after: gone ? null : "present"
		});
	}
	let [oldScale, newScale] = [scaleOf(old.subresources), scaleOf(now.subresources)];
	if (canonical(oldScale) !== canonical(newScale)) {
		let added = oldScale === null;
		findings.push({
			...at("scale"),
			severity: added ? "info" : "error",
			rule: added ? "scale-subresource-added" : "scale-subresource-changed",
			message: added ? `${version}: it can be scaled now (kubectl scale, HorizontalPodAutoscaler).` : `${version}: the scale subresource ${newScale === null ? "goes away" : "reads or writes other fields"}. Autoscalers that use it ${newScale === null ? "fail" : "act on something else"}.`,
			advice: added ? "Nothing to do." : "Keep it as it was.",
			before: oldScale,
			after: newScale
		});
	}
	return findings;
}
function scaleOf(subresources_) {
	return member(subresources_, "scale") ?? null;
}
function columns(old, now) {
	let version = now.name;
	let findings = [];
	let named = (version_) => new Map(version_.printerColumns.map((column) => [textMember(column, "name") ?? "", textMember(column, "jsonPath") ?? textMember(column, "JSONPath") ?? ""]));
	let [was, is] = [named(old), named(now)];
	let gone = [...was.keys()].filter((name) => !is.has(name));
	let moved = [...was].filter(([name, path]) => is.has(name) && is.get(name) !== path).map(([name]) => name);
	let added = [...is.keys()].filter((name) => !was.has(name));
	gone.length + moved.length > 0 ? findings.push({
		severity: "warning",
		rule: "printer-columns-changed",
		message: `${version}: kubectl get ${[gone.length > 0 ? `no longer shows ${gone.join(", ")}` : "", moved.length > 0 ? `shows something else as ${moved.join(", ")}` : ""].filter(Boolean).join(" and ")}.`,
		advice: "Scripts that cut columns from its output may break; they should use -o json.",
		version,
		path: `spec.versions[${version}].additionalPrinterColumns`,
		before: [...was.keys()],
		after: [...is.keys()]
	}) : added.length > 0 && findings.push({
		severity: "info",
		rule: "printer-columns-added",
		message: `${version}: kubectl get shows ${added.join(", ")}, too.`,
		advice: "Nothing to do.",
		version,
		path: `spec.versions[${version}].additionalPrinterColumns`,
		before: [...was.keys()],
		after: [...is.keys()]
	});
	let unselectable = old.selectableFields.filter((path) => !now.selectableFields.includes(path));
	unselectable.length > 0 && findings.push({
		severity: "error",
		rule: "selectable-field-removed",
		message: `${version}: field selectors can no longer use ${unselectable.join(", ")}. Clients that select or watch by it are refused.`,
		advice: "Keep the field selectable.",
		version,
		path: `spec.versions[${version}].selectableFields`,
		before: old.selectableFields,
		after: now.selectableFields
	});
	return findings;
}
// packages/crds/cel/rules.ts
function rulesOf(schema) {
	return new Map(listMember(schema, "x-kubernetes-validations").flatMap((entry) => {
		let rule = textMember(entry, "rule");
		if (rule === void 0) return [];
		let optional = member(entry, "optionalOldSelf") === !0;
		return [[`${squeeze(rule)}${optional ? " (optionalOldSelf)" : ""}`, {
			rule,
			transition: isTransition(rule) && !optional,
			message: textMember(entry, "message") ?? rule
		}]];
	}));
}
const CEL_TEXTS = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;
function squeeze(rule) {
	let texts = rule.match(CEL_TEXTS) ?? [];
	return [rule.replaceAll(CEL_TEXTS, "\"").replaceAll(/\s+/g, ""), ...texts].join(" ");
}
function isTransition(rule) {
	return /\boldSelf\b/.test(rule.replaceAll(CEL_TEXTS, "''"));
}
// packages/crds/cel/parse.ts
const TOKEN = /\s+|\/\/[^\n]*|(?<bytes>[bB])?(?<raw>[rR])?(?:"""(?<t1>(?:[^\\]|\\.)*?)"""|'''(?<t2>(?:[^\\]|\\.)*?)'''|"(?<s1>(?:[^"\\\n]|\\.)*)"|'(?<s2>(?:[^'\\\n]|\\.)*)')|(?<double>\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?)|(?<int>0x[0-9a-fA-F]+|\d+)(?<uint>[uU])?|(?<name>[A-Za-z_]\w*)|(?<sign>&&|\|\||[=!<>]=|\?\.|\[\?|[-+*/%<>!?:.,()[\]{}])/sy;
function parseCel(text) {
	return new Parser$1(tokenize(text)).whole();
}
function tokenize(text) {
	let tokens = [];
	let pattern = new RegExp(TOKEN);
	for (let at = 0; at < text.length; at = pattern.lastIndex) {
		pattern.lastIndex = at;
		let groups = pattern.exec(text)?.groups;
		if (groups === void 0) throw SyntaxError(`Syntax error: token recognition error at: '${text.slice(at, at + 10)}'`);
		let { bytes, raw, t1, t2, s1, s2, double, int, uint, name, sign } = groups;
		let quoted = t1 ?? t2 ?? s1 ?? s2;
		quoted === void 0 ? double === void 0 ? int === void 0 ? name === void 0 ? sign !== void 0 && tokens.push({
			kind: "sign",
			text: sign,
			at
		}) : tokens.push({
			kind: "name",
			text: name,
			at
		}) : tokens.push({
			kind: uint === void 0 ? "int" : "uint",
			text: int,
			at
		}) : tokens.push({
			kind: "double",
			text: double,
			at
		}) : tokens.push({
			kind: bytes === void 0 ? "string" : "bytes",
			text: raw === void 0 ? unescape(quoted) : quoted,
			at
		});
	}
	return [...tokens, {
		kind: "end",
		text: "<EOF>",
		at: text.length
	}];
}
const ESCAPES = new Map([
	["a", "\x07"],
	["b", "\b"],
	["f", "\f"],
	["n", "\n"],
	["r", "\r"],
	["t", "	"],
	["v", "\v"]
]);
function unescape(text) {
	return text.replaceAll(/\\(?:[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|(.))/gs, (_, x, u, long, octal, plain = "") => {
		let hex = x ?? u ?? long;
		if (hex !== void 0) return String.fromCodePoint(Number.parseInt(hex, 16));
		if (octal !== void 0) return String.fromCodePoint(Number.parseInt(octal, 8));
		if (!/[abfnrtv\\?"'`]/.test(plain)) throw SyntaxError(`Syntax error: token recognition error at: '\\${plain}'`);
		return ESCAPES.get(plain) ?? plain;
	});
}
const BINARY = [
	["||"],
	["&&"],
	[
		"<",
		"<=",
		">",
		">=",
		"==",
		"!=",
		"in"
	],
	["+", "-"],
	[
		"*",
		"/",
		"%"
	]
];
const NEVER_NAMES = new Set([
	"true",
	"false",
	"null",
	"in"
]);
const RESERVED = new Set("as break const continue else for function if import let loop package namespace return var void while".split(" "));
const MACROS = new Set([
	"all",
	"exists",
	"exists_one",
	"map",
	"filter"
]);
var Parser$1 = class {
	#tokens;
	#at = 0;
	#depth = 0;
	constructor(tokens) {
		this.#tokens = tokens;
	}
	whole() {
		let found = this.#expression();
		if (this.#now().kind !== "end") throw this.#wrong("expecting <EOF>");
		return found;
	}
	#expression() {
		if (++this.#depth > 250) throw this.#wrong("nested too deeply");
		let condition = this.#binary(0);
		this.#depth--;
		if (!this.#take("?")) return condition;
		let yes = this.#binary(0);
		this.#need(":");
		return {
			kind: "call",
			name: "_?_:_",
			target: void 0,
			args: [
				condition,
				yes,
				this.#expression()
			]
		};
	}
	#binary(level) {
		let operators = BINARY[level];
		if (operators === void 0) return this.#unary();
		let left = this.#binary(level + 1);
		for (;;) {
			let { kind, text } = this.#now();
			if (kind !== "sign" && (kind !== "name" || text !== "in") || !operators.includes(text)) return left;
			this.#at++;
			left = {
				kind: "call",
				name: `_${text}_`,
				target: void 0,
				args: [left, this.#binary(level + 1)]
			};
		}
	}
	#unary() {
		for (let sign of ["!", "-"]) {
			if (!this.#take(sign)) continue;
			if (++this.#depth > 250) throw this.#wrong("nested too deeply");
			let inner = this.#unary();
			this.#depth--;
			if (sign === "-" && inner.kind === "literal" && typeof inner.value == "bigint") return {
				...inner,
				value: -inner.value
			};
			if (sign === "-" && inner.kind === "literal" && typeof inner.value == "number") return {
				...inner,
				value: -inner.value
			};
			return {
				kind: "call",
				name: `${sign}_`,
				target: void 0,
				args: [inner]
			};
		}
		return this.#member();
	}
	#member() {
		let left = this.#primary();
		for (;;) if (this.#take(".") || this.#take("?.")) {
			let optional = this.#tokens[this.#at - 1]?.text === "?." || this.#take("?");
			let { kind, text } = this.#now();
			if (kind !== "name" || NEVER_NAMES.has(text)) throw this.#wrong("expecting IDENTIFIER");
			this.#at++;
			left = this.#take("(") ? this.#method(left, text) : {
				kind: "select",
				of: left,
				field: text,
				optional
			};
		} else if (this.#take("[") || this.#take("[?")) {
			let optional = this.#tokens[this.#at - 1]?.text === "[?";
			let index = this.#expression();
			this.#need("]");
			left = {
				kind: "call",
				name: optional ? "_[?_]" : "_[_]",
				target: void 0,
				args: [left, index]
			};
		} else return left;
	}
	#method(target, name) {
		let args = this.#list(")");
		if (!MACROS.has(name)) return {
			kind: "call",
			name,
			target,
			args
		};
		let names = args.slice(0, -1).filter((arg) => arg.kind === "ident");
		let [first, ...more] = args;
		if (first?.kind !== "ident" || args.length < 2) throw this.#wrong(`${name} needs a variable and an expression`);
		let macro = isMacro(name) ? name : "all";
		let two = more.length === 2 && names.length === 2 && macro !== "map";
		return {
			kind: "fold",
			macro,
			of: target,
			names: two ? names.map((one) => one.name) : [first.name],
			bodies: two ? more.slice(1) : more
		};
	}
	#primary() {
		let token = this.#now();
		this.#at++;
		switch (token.kind) {
			case "int": return {
				kind: "literal",
				type: "int",
				value: BigInt(token.text)
			};
			case "uint": return {
				kind: "literal",
				type: "uint",
				value: BigInt(token.text)
			};
			case "double": return {
				kind: "literal",
				type: "double",
				value: Number(token.text)
			};
			case "string":
			case "bytes": return {
				kind: "literal",
				type: token.kind,
				value: token.text
			};
			case "name": return this.#name(token.text);
			case "sign": break;
			case "end": throw this.#wrong("the expression ends too early");
		}
		if (token.text === "(") {
			let inner = this.#expression();
			this.#need(")");
			return inner;
		}
		if (token.text === "[") return {
			kind: "list",
			items: this.#list("]")
		};
		if (token.text === "{") return this.#map();
		if (token.text === ".") return this.#primary();
		this.#at--;
		throw this.#wrong("extraneous input");
	}
	#name(name) {
		if (name === "true" || name === "false") return {
			kind: "literal",
			type: "bool",
			value: name === "true"
		};
		if (name === "null") return {
			kind: "literal",
			type: "null",
			value: null
		};
		if (name === "in" || RESERVED.has(name)) throw this.#wrong(`reserved identifier: ${name}`);
		if (!this.#take("(")) return {
			kind: "ident",
			name
		};
		let args = this.#list(")");
		if (name !== "has") return {
			kind: "call",
			name,
			target: void 0,
			args
		};
		let [of] = args;
		if (of?.kind !== "select" || args.length !== 1) throw this.#wrong("invalid argument to has() macro");
		return {
			kind: "has",
			of: of.of,
			field: of.field
		};
	}
	#map() {
		let entries = [];
		for (; !this.#take("}");) {
			let key = this.#expression();
			this.#need(":");
			entries.push([key, this.#expression()]);
			if (!this.#take(",")) {
				this.#need("}");
				break;
			}
		}
		return {
			kind: "map",
			entries
		};
	}
	#list(end) {
		let items = [];
		for (; !this.#take(end);) {
			items.push(this.#expression());
			if (!this.#take(",")) {
				this.#need(end);
				break;
			}
		}
		return items;
	}
	#now() {
		return this.#tokens[this.#at] ?? {
			kind: "end",
			text: "<EOF>",
			at: 0
		};
	}
	#take(sign) {
		let { kind, text } = this.#now();
		if (kind !== "sign" || text !== sign) return !1;
		this.#at++;
		return !0;
	}
	#need(sign) {
		if (!this.#take(sign)) throw this.#wrong(`expecting '${sign}'`);
	}
	#wrong(what) {
		let { text, at } = this.#now();
		return SyntaxError(`Syntax error: mismatched input '${text}' at ${at + 1}: ${what}`);
	}
};
function isMacro(name) {
	return MACROS.has(name);
}
// packages/crds/schema/schema.ts
const TYPES$1 = new Set([
	"object",
	"array",
	"string",
	"integer",
	"number",
	"boolean"
]);
function typeOf(schema) {
	if (member(schema, "x-kubernetes-int-or-string") === !0) return "int-or-string";
	let own = textMember(schema, "type");
	if (own !== void 0) return isType(own) ? own : "any";
	for (let part of listMember(schema, "allOf")) {
		let type = textMember(part, "type");
		if (type !== void 0 && isType(type)) return type;
	}
	return "any";
}
function isType(text) {
	return TYPES$1.has(text);
}
function propertyOf(schema, name) {
	return member(member(schema, "properties"), name);
}
function valuesOf(schema) {
	let values = member(schema, "additionalProperties");
	return isObject(values) ? values : void 0;
}
function itemsOf(schema) {
	let items = member(schema, "items");
	return isObject(items) ? items : void 0;
}
function requiredOf(schema) {
	return listMember(schema, "required").filter((name) => typeof name == "string");
}
function isNullable(schema) {
	return member(schema, "nullable") === !0;
}
function defaultOf(schema) {
	return member(schema, "default");
}
function keepsUnknown(schema) {
	return member(schema, "x-kubernetes-preserve-unknown-fields") === !0 || member(schema, "additionalProperties") === !0;
}
function listTypeOf(schema) {
	let type = member(schema, "x-kubernetes-list-type");
	return type === "set" || type === "map" ? type : "atomic";
}
function listKeysOf(schema) {
	return listMember(schema, "x-kubernetes-list-map-keys").filter((name) => typeof name == "string");
}
function mapTypeOf(schema) {
	return member(schema, "x-kubernetes-map-type") === "atomic" ? "atomic" : "granular";
}
function isEmbedded(schema) {
	return member(schema, "x-kubernetes-embedded-resource") === !0;
}
const SERVER_OWNED = new Set([
	"apiVersion",
	"kind",
	"metadata"
]);
function showPath(path) {
	let text = path.map((segment) => segment.kind === "field" ? `.${segment.name}` : "[*]").join("");
	return text === "" ? "." : text;
}
// packages/crds/cel/types.ts
const DYN = { kind: "dyn" };
const KEYWORDS$1 = new Set("true false null in as break const continue else for function if import let loop package namespace return var void while".split(" "));
function escapeName(name) {
	if (KEYWORDS$1.has(name)) return `__${name}__`;
	let escaped = name.replaceAll("__", "__underscores__").replaceAll(".", "__dot__").replaceAll("-", "__dash__").replaceAll("/", "__slash__");
	return /^[A-Za-z_]\w*$/.test(escaped) ? escaped : void 0;
}
function celTypeOf(schema, isRoot = !1) {
	if (isNullable(schema)) return DYN;
	switch (typeOf(schema)) {
		case "boolean": return { kind: "bool" };
		case "integer": return { kind: "int" };
		case "number": return { kind: "double" };
		case "string": {
			let length = maximum(schema, "maxLength");
			let kind = textType(textMember(schema, "format"));
			return length === void 0 ? { kind } : {
				kind,
				bytes: length * 4
			};
		}
		case "array": {
			let items = itemsOf(schema);
			return {
				kind: "list",
				of: items === void 0 ? DYN : celTypeOf(items),
				schema
			};
		}
		case "object": {
			let values = valuesOf(schema);
			if (values !== void 0) return {
				kind: "map",
				of: celTypeOf(values),
				schema
			};
			let properties = entriesOf(schema, "properties");
			if (properties.length === 0 && !isRoot && !isEmbedded(schema)) return keepsUnknown(schema) ? DYN : {
				kind: "object",
				fields: new Map(),
				schema
			};
			return {
				kind: "object",
				fields: fieldsOf(properties, isRoot || isEmbedded(schema)),
				schema
			};
		}
		case "int-or-string":
		case "any": return DYN;
	}
}
function textType(format) {
	if (format === "byte") return "bytes";
	if (format === "date" || format === "date-time" || format === "datetime") return "timestamp";
	return format === "duration" ? "duration" : "string";
}
function fieldsOf(properties, isResource) {
	let fields = new Map();
	for (let [name, schema] of properties) {
		let field = {
			name,
			type: () => celTypeOf(schema)
		};
		let escaped = escapeName(name);
		escaped !== void 0 && fields.set(escaped, field);
		KEYWORDS$1.has(name) && fields.set(name, field);
	}
	if (isResource) {
		let text = { kind: "string" };
		for (let name of ["apiVersion", "kind"]) fields.set(name, {
			name,
			type: () => text
		});
		let names = new Map(["name", "generateName"].map((name) => [name, {
			name,
			type: () => text
		}]));
		fields.set("metadata", {
			name: "metadata",
			type: () => ({
				kind: "object",
				fields: names,
				schema: {}
			})
		});
	}
	return fields;
}
function maximum(schema, keyword) {
	let found = member(schema, keyword);
	return typeof found == "bigint" || typeof found == "number" ? Number(found) : void 0;
}
// packages/crds/schema/re2.ts
const MOST_REPEATS = 1e3;
function parsePattern(pattern) {
	return new Parser(pattern).parse();
}
function contains({ ranges, classes, negated }, point) {
	return (ranges.some(([from, to]) => from <= point && point <= to) || classes.some((one) => one.test(String.fromCodePoint(point)))) !== negated;
}
const DIGIT = [[48, 57]];
const WORD = [
	[48, 57],
	[65, 90],
	[95, 95],
	[97, 122]
];
const PERL = new Map([
	["d", DIGIT],
	["w", WORD],
	["s", [
		[9, 10],
		[12, 13],
		[32, 32]
	]]
]);
const POSIX = new Map([
	["alnum", [
		...DIGIT,
		[65, 90],
		[97, 122]
	]],
	["alpha", [[65, 90], [97, 122]]],
	["ascii", [[0, 127]]],
	["blank", [[9, 9], [32, 32]]],
	["cntrl", [[0, 31], [127, 127]]],
	["digit", DIGIT],
	["graph", [[33, 126]]],
	["lower", [[97, 122]]],
	["print", [[32, 126]]],
	["punct", [
		[33, 47],
		[58, 64],
		[91, 96],
		[123, 126]
	]],
	["space", [[9, 13], [32, 32]]],
	["upper", [[65, 90]]],
	["word", WORD],
	["xdigit", [
		[48, 57],
		[65, 70],
		[97, 102]
	]]
]);
const CONTROL = new Map([
	["a", 7],
	["f", 12],
	["t", 9],
	["n", 10],
	["r", 13],
	["v", 11]
]);
const ASSERTIONS = new Map([
	["A", "start"],
	["z", "end"],
	["b", "word-edge"],
	["B", "no-word-edge"]
]);
const ANY_BUT_NEWLINE = {
	ranges: [[10, 10]],
	classes: [],
	negated: !0
};
const ANY = {
	ranges: [],
	classes: [],
	negated: !0
};
var Parser = class {
	#points;
	#at = 0;
	#depth = 0;
	#flags = {
		ignoreCase: !1,
		multiLine: !1,
		dotAll: !1,
		lazy: !1
	};
	constructor(pattern) {
		this.#points = Array.from(pattern);
	}
	parse() {
		let found = this.#choice();
		if (this.#at < this.#points.length) throw this.#wrong("an unopened “)”");
		return found;
	}
	#choice() {
		if (++this.#depth > 1e3) throw this.#wrong("groups nested too deeply");
		let outer = this.#flags;
		let branches = [this.#sequence()];
		for (; this.#take("|");) branches.push(this.#sequence());
		this.#flags = outer;
		this.#depth--;
		let [only] = branches;
		return branches.length === 1 && only !== void 0 ? only : {
			kind: "choice",
			of: branches
		};
	}
	#sequence() {
		let parts = [];
		for (; this.#at < this.#points.length && this.#peek() !== "|" && this.#peek() !== ")";) {
			let atom = this.#atom();
			atom !== void 0 && parts.push(this.#repeats(atom));
		}
		return {
			kind: "sequence",
			of: parts
		};
	}
	#repeats(atom) {
		let bounds = this.#bounds();
		if (bounds === void 0) return atom;
		this.#take("?");
		if (this.#bounds() !== void 0) throw this.#wrong("one repeat after another");
		return {
			kind: "repeat",
			of: atom,
			min: bounds[0],
			max: bounds[1]
		};
	}
	#bounds() {
		if (this.#take("*")) return [0, Infinity];
		if (this.#take("+")) return [1, Infinity];
		if (this.#take("?")) return [0, 1];
		let found = /^\{(\d+)(?:(,)(\d*))?\}/.exec(this.#points.slice(this.#at, this.#at + 12).join(""));
		if (found === null) return;
		this.#at += found[0].length;
		let min = Number(found[1]);
		let max = found[2] === void 0 ? min : found[3] === "" ? Infinity : Number(found[3]);
		if (min > MOST_REPEATS || max !== Infinity && max > MOST_REPEATS || max < min) throw this.#wrong(found[0]);
		return [min, max];
	}
	#atom() {
		let point = this.#next();
		switch (point) {
			case "(": return this.#group();
			case "[": return {
				kind: "one",
				set: this.#bracket()
			};
			case ".": return {
				kind: "one",
				set: this.#flags.dotAll ? ANY : ANY_BUT_NEWLINE
			};
			case "^": return {
				kind: "assert",
				at: this.#flags.multiLine ? "line-start" : "start"
			};
			case "$": return {
				kind: "assert",
				at: this.#flags.multiLine ? "line-end" : "end"
			};
			case "*":
			case "+":
			case "?": throw this.#wrong("a repeat of nothing");
			case "\\": return this.#escape();
			default: return this.#literal(point);
		}
	}
	#literal(point) {
		let code = point.codePointAt(0) ?? 0;
		return {
			kind: "one",
			set: this.#folded({
				ranges: [[code, code]],
				classes: [],
				negated: !1
			})
		};
	}
	#group() {
		if (this.#take("?")) {
			let rest = this.#points.slice(this.#at, this.#at + 80).join("");
			let name = /^P?<[A-Za-z_]\w*>/.exec(rest);
			let flags = /^([imsU]*)(?:-([imsU]*))?([:)])/.exec(rest);
			if (name !== null) this.#at += name[0].length;
			else if (flags === null) throw this.#wrong("look-around");
			else {
				this.#at += flags[0].length;
				let [, on = "", off = "", end] = flags;
				let flag = (letter, was) => (on.includes(letter) || was) && !off.includes(letter);
				let { ignoreCase, multiLine, dotAll, lazy } = this.#flags;
				let now = {
					ignoreCase: flag("i", ignoreCase),
					multiLine: flag("m", multiLine),
					dotAll: flag("s", dotAll),
					lazy: flag("U", lazy)
				};
				if (end === ")") {
					this.#flags = now;
					return;
				}
				let outer = this.#flags;
				this.#flags = now;
				let inner = this.#closed();
				this.#flags = outer;
				return inner;
			}
		}
		return this.#closed();
	}
	#closed() {
		let inner = this.#choice();
		if (!this.#take(")")) throw this.#wrong("a “(” that is not closed");
		return inner;
	}
	#escape() {
		let point = this.#next();
		let assertion = ASSERTIONS.get(point);
		if (assertion !== void 0) return {
			kind: "assert",
			at: assertion
		};
		if (point === "Q") {
			let parts = [];
			for (; this.#at < this.#points.length && (this.#peek() !== "\\" || this.#points[this.#at + 1] !== "E");) parts.push(this.#literal(this.#next()));
			this.#at += 2;
			return {
				kind: "sequence",
				of: parts
			};
		}
		if (point === "C") return {
			kind: "one",
			set: ANY
		};
		return {
			kind: "one",
			set: this.#folded(this.#escaped(point))
		};
	}
	#escaped(point) {
		let perl = PERL.get(point.toLowerCase());
		if (perl !== void 0) return {
			ranges: perl,
			classes: [],
			negated: point !== point.toLowerCase()
		};
		if (point === "p" || point === "P") return this.#property(point === "P");
		let code = this.#code(point);
		return {
			ranges: [[code, code]],
			classes: [],
			negated: !1
		};
	}
	#property(negated) {
		let rest = this.#points.slice(this.#at, this.#at + 40).join("");
		let found = /^(?:([A-Z])|\{(\^?)(\w+)\})/.exec(rest);
		if (found === null) throw this.#wrong("a character class");
		this.#at += found[0].length;
		let name = found[1] ?? found[3] ?? "";
		let isNegated = found[2] === "^" !== negated;
		for (let form of [name, `Script=${name}`]) try {
			return {
				ranges: [],
				classes: [RegExp(`\\p{${form}}`, "u")],
				negated: isNegated
			};
		} catch {}
		throw this.#wrong(`the character class ${name}`);
	}
	#code(point) {
		let control = CONTROL.get(point);
		if (control !== void 0) return control;
		if (point === "x") {
			let found = /^(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/.exec(this.#points.slice(this.#at, this.#at + 8).join(""));
			if (found === null) throw this.#wrong("\\x");
			this.#at += found[0].length;
			return Number.parseInt(found[1] ?? found[2] ?? "", 16);
		}
		if (/[0-7]/.test(point)) {
			let octal = /^[0-7]{1,2}/.exec(this.#points.slice(this.#at, this.#at + 2).join(""))?.[0];
			if (point !== "0" && octal === void 0) throw this.#wrong("a back-reference");
			this.#at += octal?.length ?? 0;
			return Number.parseInt(point + (octal ?? ""), 8);
		}
		if (/[A-Za-z0-9]/.test(point)) throw this.#wrong(`\\${point}`);
		return point.codePointAt(0) ?? 0;
	}
	#bracket() {
		let negated = this.#take("^");
		let ranges = [];
		let classes = [];
		for (let first = !0; first || this.#peek() !== "]"; first = !1) {
			if (this.#at >= this.#points.length) throw this.#wrong("a “[” that is not closed");
			let posix = /^\[:(\^?)(\w+):\]/.exec(this.#points.slice(this.#at, this.#at + 16).join(""));
			if (posix !== null) {
				let known = POSIX.get(posix[2] ?? "");
				if (known === void 0) throw this.#wrong(posix[0]);
				this.#at += posix[0].length;
				ranges.push(...posix[1] === "^" ? complement(known) : known);
				continue;
			}
			let from = this.#member();
			if ("set" in from) {
				let { set } = from;
				set.classes.length === 0 ? ranges.push(...set.negated ? complement(set.ranges) : set.ranges) : classes.push(...set.classes.map((one) => set.negated ? RegExp(`[^${one.source}]`, "u") : one));
				continue;
			}
			let to = from.code;
			if (this.#peek() === "-" && this.#points[this.#at + 1] !== "]" && this.#at + 1 < this.#points.length) {
				this.#at++;
				let end = this.#member();
				if ("set" in end || end.code < from.code) throw this.#wrong("a range");
				to = end.code;
			}
			ranges.push([from.code, to]);
		}
		this.#at++;
		return this.#folded({
			ranges,
			classes,
			negated
		});
	}
	#member() {
		let point = this.#next();
		if (point !== "\\") return { code: point.codePointAt(0) ?? 0 };
		let escaped = this.#next();
		return /[dDwWsSpP]/.test(escaped) ? { set: this.#escaped(escaped) } : { code: this.#code(escaped) };
	}
	#folded(set) {
		if (!this.#flags.ignoreCase) return set;
		let more = set.ranges.flatMap(([from, to]) => [...shifted(from, to, 65, 90, 32), ...shifted(from, to, 97, 122, -32)]);
		return {
			...set,
			ranges: [...set.ranges, ...more]
		};
	}
	#peek() {
		return this.#points[this.#at];
	}
	#next() {
		let point = this.#points[this.#at++];
		if (point === void 0) throw this.#wrong("an end too early");
		return point;
	}
	#take(point) {
		if (this.#peek() !== point) return !1;
		this.#at++;
		return !0;
	}
	#wrong(what) {
		return SyntaxError(`RE2 does not accept ${what} (at character ${Math.min(this.#at, this.#points.length)})`);
	}
};
function shifted(from, to, low, high, by) {
	let [start, end] = [Math.max(from, low), Math.min(to, high)];
	return start <= end ? [[start + by, end + by]] : [];
}
function complement(ranges) {
	let gaps = [];
	let at = 0;
	for (let [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
		from > at && gaps.push([at, from - 1]);
		at = Math.max(at, to + 1);
	}
	at <= 1114111 && gaps.push([at, 1114111]);
	return gaps;
}
var Pattern = class {
	expression;
	#steps = [];
	#answers = new Map();
	constructor(pattern) {
		this.expression = parsePattern(pattern);
		this.#compile(this.expression);
		this.#steps.push({ op: "end" });
	}
	matches(text) {
		let known = this.#answers.get(text);
		if (known !== void 0) return known;
		let answer = this.#find(text);
		this.#answers.size < 2e3 && this.#answers.set(text, answer);
		return answer;
	}
	#find(text) {
		let points = Array.from(text, (char) => char.codePointAt(0) ?? 0);
		let threads = new Set();
		for (let at = 0; at <= points.length; at++) {
			if (this.#follow(threads, 0, points, at)) return !0;
			let next = new Set();
			let point = points[at];
			if (point === void 0) return !1;
			for (let index of threads) {
				let step = this.#steps[index];
				if (step?.op === "one" && contains(step.set, point) && this.#follow(next, index + 1, points, at + 1)) return !0;
			}
			threads = next;
		}
		return !1;
	}
	#follow(threads, start, points, at) {
		let open = [start];
		for (let index = open.pop(); index !== void 0; index = open.pop()) {
			let step = this.#steps[index];
			if (step === void 0 || threads.has(index)) continue;
			threads.add(index);
			if (step.op === "end") return !0;
			step.op === "split" ? open.push(...step.to) : step.op === "assert" && holds(step.at, points, at) && open.push(index + 1);
		}
		return !1;
	}
	#compile(expression) {
		if (this.#steps.length > 5e4) throw SyntaxError("the pattern is too large");
		switch (expression.kind) {
			case "one":
				this.#steps.push({
					op: "one",
					set: expression.set
				});
				return;
			case "assert":
				this.#steps.push({
					op: "assert",
					at: expression.at
				});
				return;
			case "sequence":
				for (let part of expression.of) this.#compile(part);
				return;
			case "choice":
				this.#choice(expression.of);
				return;
			case "repeat": this.#repeat(expression);
		}
	}
	#choice(branches) {
		let split = {
			op: "split",
			to: []
		};
		this.#steps.push(split);
		let ends = branches.map((branch) => {
			split.to.push(this.#steps.length);
			this.#compile(branch);
			let jump = {
				op: "split",
				to: []
			};
			this.#steps.push(jump);
			return jump;
		});
		for (let jump of ends) jump.to.push(this.#steps.length);
	}
	#repeat({ of, min, max }) {
		for (let count = 0; count < min; count++) this.#compile(of);
		if (max === Infinity) {
			let start = this.#steps.length;
			let split = {
				op: "split",
				to: [start + 1]
			};
			this.#steps.push(split);
			this.#compile(of);
			this.#steps.push({
				op: "split",
				to: [start]
			});
			split.to.push(this.#steps.length);
			return;
		}
		let splits = [];
		for (let count = min; count < max; count++) {
			let split = {
				op: "split",
				to: [this.#steps.length + 1]
			};
			this.#steps.push(split);
			splits.push(split);
			this.#compile(of);
		}
		for (let split of splits) split.to.push(this.#steps.length);
	}
};
function holds(place, points, at) {
	switch (place) {
		case "start": return at === 0;
		case "end": return at === points.length;
		case "line-start": return at === 0 || points[at - 1] === 10;
		case "line-end": return at === points.length || points[at] === 10;
		case "word-edge": return isWord(points[at - 1]) !== isWord(points[at]);
		case "no-word-edge": return isWord(points[at - 1]) === isWord(points[at]);
	}
}
function isWord(point) {
	return point !== void 0 && /\w/.test(String.fromCodePoint(point));
}
const compiled = new Map();
function toPattern(pattern) {
	let known = compiled.get(pattern);
	if (known !== void 0) return known;
	let made = compile(pattern);
	compiled.set(pattern, made);
	return made;
}
function compile(pattern) {
	try {
		return new Pattern(pattern);
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof RangeError) return null;
		throw error;
	}
}
function samplesOf(pattern, most = 40) {
	let known = sampled.get(pattern)?.get(most);
	if (known !== void 0) return known;
	let made = makeSamples(pattern, most);
	sampled.set(pattern, (sampled.get(pattern) ?? new Map()).set(most, made));
	return made;
}
const sampled = new WeakMap();
function makeSamples(pattern, most) {
	let found = new Set();
	for (let variant = 0; variant < most * 2 && found.size < most; variant++) {
		let text = write(pattern.expression, {
			variant,
			length: 0
		});
		text.length < 5e3 && pattern.matches(text) && found.add(text);
	}
	return [...found];
}
const TELLING = Array.from("ab0A9Z-._/: @é_+%*", (char) => char.codePointAt(0) ?? 0);
function write(expression, state) {
	switch (expression.kind) {
		case "assert": return "";
		case "one": {
			let usable = TELLING.filter((point) => contains(expression.set, point));
			let first = expression.set.ranges[0]?.[0] ?? 19968;
			let choice = usable.length === 0 ? first : usable[state.variant % usable.length] ?? first;
			state.length++;
			return String.fromCodePoint(choice);
		}
		case "sequence": return expression.of.map((part) => write(part, state)).join("");
		case "choice": {
			let branch = expression.of[state.variant % expression.of.length];
			return branch === void 0 ? "" : write(branch, state);
		}
		case "repeat": {
			let extra = [
				0,
				1,
				2,
				7,
				64,
				300
			][Math.floor(state.variant / 3) % 6] ?? 0;
			let times = Math.min(expression.max, expression.min + (state.length > 2e3 ? 0 : extra));
			let text = "";
			for (let count = 0; count < times && text.length < 4e3; count++) text += write(expression.of, state);
			return text;
		}
	}
}
// packages/crds/cel/run.ts
var Unsupported = class extends Error {};
var Failed = class extends Error {};
const parsed = new Map();
function runRule(rule, self) {
	let expression = parsedRule(rule);
	if (expression === null) return "unknown";
	try {
		let result = evaluate(expression, new Map([["self", self]]));
		return typeof result == "boolean" ? result ? "true" : "false" : "unknown";
	} catch (error) {
		if (error instanceof Failed) return "error";
		if (error instanceof Unsupported || error instanceof RangeError) return "unknown";
		throw error;
	}
}
function parsedRule(rule) {
	let known = parsed.get(rule);
	if (known !== void 0) return known;
	let made = null;
	try {
		made = parseCel(rule);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
	}
	parsed.set(rule, made);
	return made;
}
function evaluate(expression, names) {
	switch (expression.kind) {
		case "literal": return expression.value;
		case "ident": {
			let value = names.get(expression.name);
			if (value === void 0) throw new Unsupported(expression.name);
			return value;
		}
		case "select":
			if (expression.optional) throw new Unsupported("optional");
			return select$1(evaluate(expression.of, names), expression.field);
		case "has": {
			let of = evaluate(expression.of, names);
			return isObject(of) ? find(of, expression.field) !== void 0 : fail(`no such key: ${expression.field}`);
		}
		case "list": return expression.items.map((item) => evaluate(item, names));
		case "map": return Object.fromEntries(expression.entries.map(([key, value]) => [keyOf(evaluate(key, names)), evaluate(value, names)]));
		case "fold": return fold$1(expression, names);
		case "call": return call$1(expression, names);
	}
}
function fail(message) {
	throw new Failed(message);
}
function select$1(of, field) {
	let found = isObject(of) ? find(of, field) : void 0;
	return found ?? (found === null ? null : fail(`no such key: ${field}`));
}
function find(of, field) {
	let own = member(of, field);
	if (own !== void 0) return own;
	if (!field.includes("__")) return;
	return Object.entries(of).find(([name]) => escapeName(name) === field)?.[1];
}
function fold$1({ macro, of, names: variables, bodies }, names) {
	let range = evaluate(of, names);
	let [first = "", second] = variables;
	let entries = isList(range) ? range.map((item, at) => [BigInt(at), item]) : isObject(range) ? Object.entries(range) : fail("no such overload");
	let keyed = isObject(range);
	let inner = ([key, value]) => {
		let next = new Map(names);
		next.set(first, second !== void 0 || keyed ? key : value);
		second !== void 0 && next.set(second, value);
		return next;
	};
	let [body, more] = bodies;
	if (body === void 0) throw new Unsupported(macro);
	let isTrue = (entry) => evaluate(body, inner(entry)) === !0;
	switch (macro) {
		case "all": return !someDecides(entries, (entry) => !isTrue(entry));
		case "exists": return someDecides(entries, isTrue);
		case "exists_one": return entries.filter(isTrue).length === 1;
		case "filter": return entries.filter(isTrue).map(([key, value]) => keyed ? key : value);
		case "map": return (more === void 0 ? entries : entries.filter(isTrue)).map((entry) => evaluate(more ?? body, inner(entry)));
	}
}
function someDecides(entries, decides) {
	let failed;
	for (let entry of entries) try {
		if (decides(entry)) return !0;
	} catch (error) {
		if (!(error instanceof Failed)) throw error;
		failed = error;
	}
	if (failed !== void 0) throw failed;
	return !1;
}
function call$1({ name, target, args }, names) {
	let run = (one) => one === void 0 ? fail("no such overload") : evaluate(one, names);
	let [left, right, other] = args;
	switch (name) {
		case "_&&_": return !someDecides(args, (arg) => run(arg) === !1);
		case "_||_": return someDecides(args, (arg) => run(arg) === !0);
		case "!_": {
			let value = run(left);
			return typeof value == "boolean" ? !value : fail("no such overload");
		}
		case "_?_:_": return run(left) === !0 ? run(right) : run(other);
		case "_==_": return canonical(run(left)) === canonical(run(right));
		case "_!=_": return canonical(run(left)) !== canonical(run(right));
		case "_in_": return isIn(run(left), run(right));
		case "_[_]": return index(run(left), run(right));
		case "_<_":
		case "_<=_":
		case "_>_":
		case "_>=_": return compare(name, run(left), run(right));
		case "_+_":
		case "_-_":
		case "_*_":
		case "_/_":
		case "_%_": return calculate(name, run(left), run(right));
		case "-_": {
			let value = run(left);
			return typeof value == "bigint" || typeof value == "number" ? -value : fail("no such overload");
		}
		default: return method(name, target === void 0 ? args.map(run) : [run(target), ...args.map(run)]);
	}
}
function keyOf(value) {
	return typeof value == "string" ? value : canonical(value);
}
function isIn(value, all) {
	if (isObject(all)) return Object.hasOwn(all, keyOf(value));
	if (!isList(all)) return fail("no such overload");
	let wanted = canonical(value);
	return all.some((item) => canonical(item) === wanted);
}
function index(of, at) {
	let found = isList(of) ? of[Number(at)] : isObject(of) ? member(of, keyOf(at)) : void 0;
	return found ?? (found === null ? null : fail(`no such key: ${keyOf(at)}`));
}
function compare(name, left, right) {
	if (![left, right].every((one) => typeof one == "bigint" || typeof one == "number") && (typeof left != "string" || typeof right != "string")) throw new Unsupported(name);
	if (left === null || right === null) return fail("no such overload");
	if (name === "_<_") return left < right;
	if (name === "_<=_") return left <= right;
	return name === "_>_" ? left > right : left >= right;
}
function calculate(name, left, right) {
	if (name === "_+_" && typeof left == "string" && typeof right == "string") return left + right;
	if (name === "_+_" && isList(left) && isList(right)) return [...left, ...right];
	if (typeof left == "bigint" && typeof right == "bigint") {
		if ((name === "_/_" || name === "_%_") && right === 0n) return fail("division by zero");
		if (name === "_+_") return left + right;
		if (name === "_-_") return left - right;
		if (name === "_*_") return left * right;
		return name === "_/_" ? left / right : left % right;
	}
	if (typeof left == "number" && typeof right == "number" && name !== "_%_") {
		if (name === "_+_") return left + right;
		if (name === "_-_") return left - right;
		return name === "_*_" ? left * right : left / right;
	}
	throw new Unsupported(name);
}
function method(name, args) {
	let [self, first, second] = args;
	if (name === "size" && args.length === 1) {
		if (typeof self == "string") return BigInt(Array.from(self).length);
		if (isList(self)) return BigInt(self.length);
		return isObject(self) ? BigInt(Object.keys(self).length) : fail("no such overload");
	}
	if (name === "string" && args.length === 1 && (typeof self == "string" || typeof self == "bigint")) return String(self);
	if (name === "int" && typeof self == "bigint") return self;
	if (name === "int" && typeof self == "string") return /^[+-]?\d+$/.test(self) ? BigInt(self) : fail("type conversion error");
	if (name === "double" && (typeof self == "bigint" || typeof self == "number")) return Number(self);
	if (typeof self != "string") throw new Unsupported(name);
	if (name === "lowerAscii") return self.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
	if (name === "upperAscii") return self.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase());
	if (name === "trim") return self.trim();
	if (name === "isIP") return isIP(self) !== 0;
	if (name === "isURL") return URL.canParse(self);
	if (typeof first != "string") throw new Unsupported(name);
	switch (name) {
		case "startsWith": return self.startsWith(first);
		case "endsWith": return self.endsWith(first);
		case "contains": return self.includes(first);
		case "matches": {
			let pattern = toPattern(first);
			if (pattern === null) return fail("invalid pattern");
			return pattern.matches(self);
		}
		case "indexOf": return BigInt(self.indexOf(first));
		case "split": return self.split(first);
		case "replace": return typeof second == "string" ? self.replaceAll(first, second) : fail("no such overload");
		default: throw new Unsupported(name);
	}
}
// packages/crds/schema/format.ts
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?([0-9a-f])[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
function isUuid(version) {
	return (text) => {
		let found = UUID.exec(text);
		return found !== null && (version === void 0 || found[1] === version);
	};
}
function isUri(text) {
	return URL.canParse(text) || /^\/[^\s]*$/.test(text);
}
function isCidr(text) {
	let [address = "", bits = "", ...rest] = text.split("/");
	return rest.length === 0 && /^\d{1,3}$/.test(bits) && isIP(address) !== 0 && Number(bits) <= (isIPv4(address) ? 32 : 128);
}
function isDate(text) {
	let found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
	if (found === null) return !1;
	let [year, month, day] = [
		Number(found[1]),
		Number(found[2]),
		Number(found[3])
	];
	return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
function isDateTime(text) {
	let found = /^(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-]\d\d:?\d\d)$/.exec(text);
	if (found === null) return !1;
	return isDate(found[1] ?? "") && Number(found[2]) < 24 && Number(found[3]) < 60 && Number(found[4]) < 60;
}
const CHECKS = new Map([
	["bsonobjectid", (text) => /^[0-9a-f]{24}$/i.test(text)],
	["uri", isUri],
	["email", (text) => /^[^\s@<>]+@[^\s@<>]+$/.test(text)],
	["hostname", (text) => /^(?=.{1,255}$)[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?)*$/i.test(text)],
	["ipv4", isIPv4],
	["ipv6", isIPv6],
	["cidr", isCidr],
	["mac", (text) => /^([0-9a-f]{2}([:-]))([0-9a-f]{2}\2){4}[0-9a-f]{2}$/i.test(text)],
	["uuid", isUuid()],
	["uuid3", isUuid("3")],
	["uuid4", isUuid("4")],
	["uuid5", isUuid("5")],
	["isbn", (text) => /^(?:\d[ -]?){9}[\dXx]$|^(?:\d[ -]?){13}$/.test(text)],
	["isbn10", (text) => /^(?:\d[ -]?){9}[\dXx]$/.test(text)],
	["isbn13", (text) => /^(?:\d[ -]?){13}$/.test(text)],
	["creditcard", (text) => /^\d{12,19}$/.test(text.replaceAll(/[ -]/g, ""))],
	["ssn", (text) => /^\d{3}[- ]?\d{2}[- ]?\d{4}$/.test(text)],
	["hexcolor", (text) => /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.test(text)],
	["rgbcolor", (text) => /^rgb\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*\)$/.test(text)],
	["byte", (text) => text.length % 4 == 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)],
	["date", isDate],
	["duration", (text) => /^-?(\d+(\.\d+)?(ns|us|µs|μs|ms|[smhdw]))+$|^0$/.test(text)],
	["datetime", isDateTime]
]);
const SAMPLES = new Map([
	["uri", ["https://example.com/a"]],
	["email", ["a@example.com"]],
	["hostname", ["example.com", "a"]],
	["ipv4", ["192.0.2.1"]],
	["ipv6", ["2001:db8::1"]],
	["cidr", ["192.0.2.0/24", "2001:db8::/32"]],
	["mac", ["00:00:5e:00:53:01"]],
	["uuid", ["9bcb13c4-8e0e-5b29-9f3f-1b2b6f4f1f6a"]],
	["byte", ["", "YWJj"]],
	["hexcolor", ["#00ff00"]],
	["rgbcolor", ["rgb(0,255,0)"]],
	["isbn", ["0306406152"]],
	["ssn", ["078-05-1120"]],
	["bsonobjectid", ["507f1f77bcf86cd799439011"]],
	["date", ["2024-01-31"]],
	["duration", ["5s", "1h30m"]],
	["datetime", ["2024-01-31T12:00:00Z", "2024-01-31T12:00:00.5+01:00"]]
]);
function checkOf(format) {
	return CHECKS.get(format.replaceAll("-", ""));
}
function isFormat(format, text) {
	return checkOf(format)?.(text) ?? !0;
}
function formatSamples(format) {
	return SAMPLES.get(format.replaceAll("-", "")) ?? [];
}
const ALL_FORMAT_SAMPLES = [...SAMPLES.values()].flat();
// packages/crds/evaluate/evaluate.ts
function admit(schema, object, prunes = !0) {
	let dropped = [];
	let value = withDefaults(schema, prunes ? prune(schema, object, "", !0, dropped) : object);
	return {
		value,
		dropped,
		complaints: validate(schema, value)
	};
}
function under(at, name) {
	return at === "" ? name : `${at}.${name}`;
}
function prune(schema, value, at, isResource, dropped) {
	if (isList(value)) {
		let items = itemsOf(schema);
		if (items === void 0) return value;
		return value.map((item, index) => prune(items, item, `${at}[${index}]`, isEmbedded(items), dropped));
	}
	if (!isObject(value)) return value;
	let kept = [];
	for (let [name, inner] of Object.entries(value)) {
		if (isResource && SERVER_OWNED.has(name)) {
			kept.push([name, inner]);
			continue;
		}
		let here = propertyOf(schema, name) ?? valuesOf(schema);
		here === void 0 ? keepsUnknown(schema) ? kept.push([name, inner]) : dropped.push(under(at, name)) : inner === null && !isNullable(here) && defaultOf(here) === void 0 && typeOf(here) !== "any" ? dropped.push(under(at, name)) : kept.push([name, prune(here, inner, under(at, name), isEmbedded(here), dropped)]);
	}
	return Object.fromEntries(kept);
}
function withDefaults(schema, value) {
	if (isList(value)) {
		let items = itemsOf(schema);
		return items === void 0 ? value : value.map((item) => withDefaults(items, orDefault(items, item)));
	}
	if (!isObject(value)) return value;
	let all = new Map(Object.entries(value));
	for (let [name, property] of entriesOf(schema, "properties")) {
		let fallback = defaultOf(property);
		fallback !== void 0 && !all.has(name) && all.set(name, fallback);
	}
	for (let [name, inner] of all) {
		let here = propertyOf(schema, name) ?? valuesOf(schema);
		here !== void 0 && all.set(name, withDefaults(here, orDefault(here, inner)));
	}
	return Object.fromEntries(all);
}
function orDefault(schema, value) {
	return value === null && !isNullable(schema) ? defaultOf(schema) ?? null : value;
}
function validate(schema, value, at = "") {
	let complaints = [];
	check(schema, value, at, complaints);
	return complaints;
}
function isValid(schema, value) {
	return validate(schema, value).length === 0;
}
function accepts(schema, value) {
	return isValid(schema, withDefaults(schema, value));
}
function check(schema, value, at, complaints) {
	let say = (message, where = at) => void complaints.push({
		at: where,
		message
	});
	if (value === null) {
		if (isNullable(schema)) return;
		let type = typeOf(schema);
		if (type !== "any") return say(`must be of type ${type}: “null”`);
	} else if (!hasType(typeOf(schema), value)) return say(`must be of type ${typeOf(schema)}: “${typeName(value)}”`);
	checkEnum(schema, value, say);
	typeof value == "string" ? checkText(schema, value, say) : typeof value == "number" || typeof value == "bigint" ? checkNumber(schema, value, say) : isList(value) ? checkList(schema, value, at, complaints, say) : isObject(value) && checkObject(schema, value, at, complaints, say);
	checkJunctors(schema, value, at, complaints, say);
	checkRules(schema, value, say);
}
function checkRules(schema, value, say) {
	for (let entry of listMember(schema, "x-kubernetes-validations")) {
		let rule = textMember(entry, "rule");
		if (rule === void 0 || isTransition(rule)) continue;
		let verdict = runRule(rule, value);
		verdict === "false" ? say(textMember(entry, "message") ?? `failed rule: ${rule}`) : verdict === "error" && say(`rule cannot be evaluated: ${rule}`);
	}
}
function hasType(type, value) {
	switch (type) {
		case "any": return !0;
		case "object": return isObject(value);
		case "array": return isList(value);
		case "int-or-string": return typeof value == "string" || isWhole$1(value);
		case "integer": return isWhole$1(value);
		case "number": return typeof value == "number" || typeof value == "bigint";
		case "string":
		case "boolean": return typeof value === type;
	}
}
function isWhole$1(value) {
	return typeof value == "bigint" || typeof value == "number" && Number.isInteger(value);
}
function typeName(value) {
	if (isList(value)) return "array";
	if (isWhole$1(value)) return "integer";
	return typeof value;
}
function checkEnum(schema, value, say) {
	let allowed = member(schema, "enum");
	if (!isList(allowed) || allowed.length === 0) return;
	let text = canonical(value);
	if (allowed.some((one) => canonical(one) === text)) return;
	say(`Unsupported value: ${text}: supported values: ${allowed.slice(0, 12).map(canonical).join(", ")}`);
}
function boundOf(schema, keyword) {
	let found = member(schema, keyword);
	return typeof found == "number" || typeof found == "bigint" ? found : void 0;
}
function checkText(schema, text, say) {
	let [min, max] = [boundOf(schema, "minLength"), boundOf(schema, "maxLength")];
	let length = min === void 0 && max === void 0 ? 0 : Array.from(text).length;
	min !== void 0 && length < min && say(`should be at least ${min} chars long`);
	max !== void 0 && length > max && say(`Too long: may not be more than ${max} chars`);
	let pattern = textMember(schema, "pattern");
	pattern !== void 0 && toPattern(pattern)?.matches(text) === !1 && say(`should match '${pattern}'`);
	let format = textMember(schema, "format");
	format !== void 0 && !isFormat(format, text) && say(`must be of type ${format}`);
}
const RANGES = new Map([
	["int32", [-(2n ** 31n), 2n ** 31n - 1n]],
	["int64", [-(2n ** 63n), 2n ** 63n - 1n]],
	["uint32", [0n, 2n ** 32n - 1n]],
	["uint64", [0n, 2n ** 64n - 1n]]
]);
function checkNumber(schema, value, say) {
	let [min, max] = [boundOf(schema, "minimum"), boundOf(schema, "maximum")];
	let [overMin, underMax] = [member(schema, "exclusiveMinimum") === !0, member(schema, "exclusiveMaximum") === !0];
	min !== void 0 && (overMin ? value <= min : value < min) && say(`should be greater than ${overMin ? "" : "or equal to "}${min}`);
	max !== void 0 && (underMax ? value >= max : value > max) && say(`should be less than ${underMax ? "" : "or equal to "}${max}`);
	let factor = boundOf(schema, "multipleOf");
	factor !== void 0 && !isMultiple(value, factor) && say(`should be a multiple of ${factor}`);
	if (typeOf(schema) !== "integer") return;
	let range = RANGES.get(textMember(schema, "format") ?? "int64") ?? RANGES.get("int64");
	range !== void 0 && (value < range[0] || value > range[1]) && say(`must be of type integer with format ${textMember(schema, "format") ?? "int64"}`);
}
function isMultiple(value, factor) {
	if (typeof value == "bigint" && typeof factor == "bigint") return factor === 0n || value % factor === 0n;
	return Number(factor) === 0 || Number.isInteger(Number(value) / Number(factor));
}
function checkList(schema, list, at, complaints, say) {
	checkCount(schema, list.length, "Items", "items", say);
	let items = itemsOf(schema);
	items !== void 0 && list.forEach((item, index) => check(items, item, `${at}[${index}]`, complaints));
	let type = listTypeOf(schema);
	if (type === "atomic" && member(schema, "uniqueItems") !== !0) return;
	let keys = listKeysOf(schema);
	let seen = new Set();
	list.forEach((item, index) => {
		let identity = canonical(type === "map" ? keyed(item, keys) : item);
		seen.has(identity) && say(`Duplicate value: ${identity}`, `${at}[${index}]`);
		seen.add(identity);
	});
}
function keyed(item, keys) {
	return Object.fromEntries(keys.flatMap((key) => {
		let value = member(item, key);
		return value === void 0 ? [] : [[key, value]];
	}));
}
function checkCount(schema, count, what, noun, say) {
	let [min, max] = [boundOf(schema, `min${what}`), boundOf(schema, `max${what}`)];
	min !== void 0 && count < min && say(`should have at least ${min} ${noun}`);
	max !== void 0 && count > max && say(`Too many: ${count}: must have at most ${max} ${noun}`);
}
function checkObject(schema, object, at, complaints, say) {
	checkCount(schema, Object.keys(object).length, "Properties", "properties", say);
	for (let name of requiredOf(schema)) Object.hasOwn(object, name) || say("Required value", under(at, name));
	for (let [name, inner] of Object.entries(object)) {
		let here = propertyOf(schema, name) ?? valuesOf(schema);
		here !== void 0 && check(here, inner, under(at, name), complaints);
	}
	if (!isEmbedded(schema)) return;
	for (let name of ["apiVersion", "kind"]) {
		let own = member(object, name);
		(typeof own != "string" || own === "") && say("must not be empty", under(at, name));
	}
}
function checkJunctors(schema, value, at, complaints, say) {
	for (let part of listMember(schema, "allOf")) check(part, value, at, complaints);
	let any = listMember(schema, "anyOf");
	any.length > 0 && !any.some((part) => isValid(part, value)) && say("must validate at least one schema (anyOf)");
	let one = listMember(schema, "oneOf");
	let matching = one.filter((part) => isValid(part, value)).length;
	one.length > 0 && matching !== 1 && say(`must validate one and only one schema (oneOf); ${matching} were valid`);
	let not = member(schema, "not");
	not !== void 0 && isValid(not, value) && say("must not validate the schema (not)");
}
function samples(schema, against = schema) {
	let found = new Map();
	for (let candidate of candidates(schema, against, 0)) {
		let text = canonical(candidate);
		!found.has(text) && accepts(schema, candidate) && found.set(text, candidate);
	}
	return [...found.values()];
}
function smallest$1(schema, depth = 0) {
	if (depth > 60 || !isObject(schema)) return;
	if (known.has(schema)) return known.get(schema);
	let found = defaultOf(schema) ?? firstValid(schema, depth);
	known.set(schema, found);
	return found;
}
const known = new WeakMap();
function firstValid(schema, depth) {
	for (let candidate of candidates(schema, schema, depth)) if (accepts(schema, candidate)) return candidate;
}
function* candidates(schema, against, depth) {
	for (let node of [
		schema,
		...listMember(schema, "allOf"),
		against,
		...listMember(against, "allOf")
	]) yield* listMember(node, "enum");
	for (let part of branches(schema)) yield* listMember(part, "enum");
	switch (typeOf(schema)) {
		case "boolean":
			yield* [!0, !1];
			return;
		case "string":
			yield* texts(schema, against);
			return;
		case "integer":
		case "number":
			yield* numbers(schema, against);
			return;
		case "int-or-string":
			yield* [...numbers(schema, against), ...texts(schema, against)];
			return;
		case "array":
			yield* lists$1(schema, against, depth);
			return;
		case "object":
			yield* objects$1(schema, against, depth);
			return;
		case "any":
			yield* objects$1(schema, against, depth);
			yield* [
				"a",
				1n,
				!0,
				["a"]
			];
			schema !== against && (yield* [
				...numbers(schema, against),
				...texts(schema, against),
				...lists$1(schema, against, depth)
			]);
	}
}
function branches(schema) {
	return [
		"anyOf",
		"oneOf",
		"allOf"
	].flatMap((name) => listMember(schema, name));
}
const PLAIN = [
	"a",
	"",
	"A",
	"1",
	"a-b",
	"a.b",
	"a b",
	"é",
	"-",
	"_",
	"a/b",
	"/",
	"*",
	"10m",
	"1Gi",
	"a\nb",
	"",
	"{}"
];
function* texts(schema, against) {
	let nodes = [schema, ...branches(schema)];
	let patterns = nodes.flatMap((node) => toPattern(textMember(node, "pattern") ?? "") ?? []);
	let base = [
		...nodes.flatMap((node) => formatSamples(textMember(node, "format") ?? "")),
		...nodes.some((node) => member(node, "pattern") !== void 0) ? patterns.flatMap((one) => samplesOf(one)) : [],
		...PLAIN
	];
	yield* base;
	for (let other of [against, ...branches(against)].flatMap((node) => textMember(node, "pattern") ?? [])) for (let text of samplesOfText(other)) yield* [
		text,
		`${text}!`,
		`-${text}`,
		text.toUpperCase(),
		text.slice(1)
	];
	textMember(against, "format") !== void 0 && (yield* ALL_FORMAT_SAMPLES);
	for (let bound of bounds([
		...nodes,
		against,
		...branches(against)
	], ["minLength", "maxLength"])) for (let length of [
		bound,
		bound - 1,
		bound + 1
	].filter((one) => one >= 0 && one <= 5e3)) for (let text of base.slice(0, 60)) {
		let first = text[0] ?? "a";
		text.length < length ? yield* [text.padEnd(length, text.at(-1) ?? "a"), text.padStart(length, first)] : yield text.slice(0, length);
	}
}
function samplesOfText(pattern) {
	let made = toPattern(pattern);
	return made === null ? [] : samplesOf(made, 10);
}
function bounds(schemas, keywords) {
	return [...new Set(schemas.flatMap((schema) => keywords.flatMap((name) => Number(boundOf(schema, name) ?? []))))].filter((one) => Number.isSafeInteger(one));
}
function* numbers(schema, against) {
	let whole = typeOf(schema) !== "number";
	yield* [1n, 0n];
	let near = [
		schema,
		against,
		...branches(schema),
		...branches(against)
	].flatMap((node) => [
		"minimum",
		"maximum",
		"multipleOf"
	].flatMap((name) => boundOf(node, name) ?? []));
	for (let bound of near) {
		if (typeof bound == "bigint" || Number.isInteger(bound)) {
			let at = BigInt(bound);
			yield* [
				at,
				at - 1n,
				at + 1n,
				at * 2n
			];
		}
		whole ? typeof bound == "number" && (yield* [BigInt(Math.floor(bound)), BigInt(Math.ceil(bound))]) : yield* [
			Number(bound),
			Number(bound) - .5,
			Number(bound) + .5
		];
	}
	yield* [
		-1n,
		2n,
		10n,
		100n,
		2n ** 31n,
		-(2n ** 31n) - 1n,
		2n ** 53n
	];
	whole || (yield* [
		.5,
		1.5,
		-.5
	]);
}
function* lists$1(schema, against, depth) {
	let min = Number(boundOf(schema, "minItems") ?? 0);
	min === 0 && (yield []);
	let items = itemsOf(schema);
	let usable = (items === void 0 ? ["a", "b"] : depth > 3 ? [smallest$1(items, depth + 1)] : several(items, depth + 1)).filter((item) => item !== void 0);
	let [first] = usable;
	if (first === void 0) return;
	let lengths = [
		1,
		2,
		min,
		...bounds([schema, against], ["minItems", "maxItems"]).flatMap((at) => [
			at,
			at - 1,
			at + 1
		])
	];
	for (let length of new Set(lengths)) {
		if (length < min || length < 1 || length > 400) continue;
		listTypeOf(schema) === "atomic" && (yield Array.from({ length }, () => first));
		yield Array.from({ length }, (_, index) => usable[index] ?? varied(first, index));
	}
}
function varied(value, index) {
	if (typeof value == "string") return `${value}${index}`;
	if (typeof value == "bigint") return value + BigInt(index);
	if (isList(value)) return value.map((item) => varied(item, index));
	if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, varied(inner, index)]));
	return value;
}
function several(schema, depth) {
	let found = [];
	for (let candidate of candidates(schema, schema, depth)) {
		accepts(schema, candidate) && found.push(candidate);
		if (found.length === 3) break;
	}
	return found;
}
function* objects$1(schema, against, depth) {
	let base = withRequired(schema, requiredOf(schema), {}, depth);
	if (base === void 0) return;
	yield base;
	for (let part of branches(schema)) {
		let filled = withRequired(schema, [...requiredOf(part), ...Object.keys(objectOf(member(part, "properties")))], base, depth);
		filled !== void 0 && (yield filled);
	}
	let names = Object.keys(objectOf(member(schema, "properties")));
	let isRuled = listMember(schema, "x-kubernetes-validations").length > 0;
	if (depth === 0 || isRuled) for (let name of names.slice(0, 60)) yield* single(schema, name, base, depth);
	if (depth > 2) return;
	for (let count of bounds([schema, against], ["minProperties", "maxProperties"]).flatMap((at) => [
		at,
		at - 1,
		at + 1
	])) {
		let filled = withCount(schema, count, base, depth);
		filled !== void 0 && (yield filled);
	}
}
function* single(schema, name, base, depth) {
	let filled = withRequired(schema, [name], base, depth);
	filled !== void 0 && (yield filled);
}
function withRequired(schema, names, base, depth) {
	let filled = new Map(Object.entries(base));
	if (isEmbedded(schema)) for (let [name, value] of [["apiVersion", "v1"], ["kind", "Example"]]) filled.set(name, value);
	for (let name of names) {
		if (filled.has(name)) continue;
		let here = propertyOf(schema, name) ?? valuesOf(schema);
		let value = here === void 0 ? "a" : smallest$1(here, depth + 1);
		if (value === void 0) return;
		filled.set(name, value);
	}
	return Object.fromEntries(filled);
}
function withCount(schema, count, base, depth) {
	if (count < Object.keys(base).length || count > 400) return;
	let values = valuesOf(schema);
	let missing = count - Object.keys(base).length;
	let names = values === void 0 ? Object.keys(objectOf(member(schema, "properties"))).filter((name) => !Object.hasOwn(base, name)) : Array.from({ length: missing }, (_, index) => `key-${index}`);
	return names.length < missing ? void 0 : withRequired(schema, names.slice(0, missing), base, depth);
}
function objectOf(value) {
	return isObject(value) ? value : {};
}
function tryRule(rule, old) {
	let expression;
	try {
		expression = parseCel(rule);
	} catch {
		return {
			refused: [],
			isConclusive: !1
		};
	}
	let focus = {
		fields: new Set(),
		literals: []
	};
	collect(expression, focus);
	let values = unique$1([...made(old, focus, 0), ...samples(old)]).filter((value) => accepts(old, value));
	let verdicts = values.map((value) => runRule(rule, withDefaults(old, value)));
	return {
		refused: values.filter((_, index) => verdicts[index] === "false" || verdicts[index] === "error"),
		isConclusive: values.length > 0 && !keepsUnknown(old) && verdicts.every((verdict) => verdict === "true")
	};
}
function* companions(schema, field) {
	let rules = [...rulesOf(schema).values()].flatMap(({ rule }) => {
		let focus = {
			fields: new Set(),
			literals: []
		};
		try {
			collect(parseCel(rule), focus);
		} catch {
			return [];
		}
		return [focus];
	});
	let near = rules.filter(({ fields }) => fields.has(field));
	for (let chosen of [near, rules]) {
		let focus = {
			fields: new Set(chosen.flatMap(({ fields }) => [...fields]).filter((name) => name !== field)),
			literals: chosen.flatMap(({ literals }) => literals)
		};
		focus.fields.size > 0 && (yield* objects(schema, focus, 1));
	}
}
function collect(expression, focus) {
	let all = (parts) => {
		for (let part of parts) part !== void 0 && collect(part, focus);
	};
	switch (expression.kind) {
		case "literal":
			expression.value !== null && focus.literals.push(expression.value);
			return;
		case "ident": return;
		case "select":
		case "has":
			focus.fields.add(expression.field);
			return all([expression.of]);
		case "call": return all([expression.target, ...expression.args]);
		case "list": return all(expression.items);
		case "map": return all(expression.entries.flat());
		case "fold": return all([expression.of, ...expression.bodies]);
	}
}
function unique$1(values) {
	return [...new Map(values.map((value) => [canonical(value), value])).values()];
}
function made(schema, focus, depth) {
	if (depth > 6) return [];
	switch (typeOf(schema)) {
		case "object": return objects(schema, focus, depth);
		case "array": {
			let items = itemsOf(schema);
			return items === void 0 ? [] : lists(made(items, focus, depth + 1));
		}
		case "string":
		case "integer":
		case "number":
		case "boolean":
		case "int-or-string":
		case "any": return unique$1([...focus.literals.filter((value) => accepts(schema, value)).slice(0, 5), ...samples(schema).slice(0, 5)]).slice(0, 7);
	}
}
function objects(schema, focus, depth) {
	let values = valuesOf(schema);
	if (values !== void 0) {
		let inner = made(values, focus, depth + 1).slice(0, 5);
		return [
			{},
			...inner.map((value) => ({ key: value })),
			...inner.slice(0, 1).map((value) => ({
				a: value,
				b: value
			}))
		];
	}
	let required = new Set(requiredOf(schema));
	let found = [{}];
	for (let [name, child] of entriesOf(schema, "properties")) {
		let isNamed = focus.fields.has(name) || focus.fields.has(escapeName(name) ?? name);
		if (!isNamed && !required.has(name)) continue;
		let fallback = smallest$1(child);
		let options = isNamed ? made(child, focus, depth + 1) : fallback === void 0 ? [] : [fallback];
		let absent = required.has(name) ? [] : found;
		let present = options.flatMap((value) => found.map((object) => ({
			...object,
			[name]: value
		})));
		found = thinned([...absent, ...present], 32);
	}
	return found;
}
function lists(items) {
	let few = thinned(items, 10);
	let pairs = few.flatMap((one) => few.map((other) => [one, other]));
	return [
		[],
		...thinned(items, 24).map((item) => [item]),
		...thinned(pairs, 40)
	];
}
function thinned(all, most) {
	if (all.length <= most) return [...all];
	return Array.from({ length: most }, (_, index) => all[Math.floor(index * all.length / most)]).filter((one) => one !== void 0);
}
// packages/crds/compare/constraints.ts
const KEYWORDS = [
	["enum"],
	["minimum", "exclusiveMinimum"],
	["maximum", "exclusiveMaximum"],
	["multipleOf"],
	["minLength"],
	["maxLength"],
	["pattern"],
	["format"],
	["minItems"],
	["maxItems"],
	["uniqueItems"],
	["minProperties"],
	["maxProperties"],
	["allOf"],
	["anyOf"],
	["oneOf"],
	["not"]
];
const LOWER = new Set([
	"minimum",
	"minLength",
	"minItems",
	"minProperties"
]);
const UPPER = new Set([
	"maximum",
	"maxLength",
	"maxItems",
	"maxProperties"
]);
function compareConstraints(old, now) {
	if (!isObject(old) || !isObject(now)) return [];
	let changed = KEYWORDS.filter((names) => names.some((name) => said$1(old, name) !== said$1(now, name)));
	if (changed.length === 0) return [];
	let accepted = samples(old, now);
	return changed.flatMap((names) => {
		let [keyword = ""] = names;
		let common = {
			keyword,
			before: bare(old[keyword]),
			after: bare(now[keyword])
		};
		let mixed = replaced(old, now, names);
		let refused = accepted.filter((value) => validate(mixed, value).length > 0);
		if (refused.length > 0) return [{
			...common,
			direction: "narrower",
			refused
		}];
		if (isSilent(old, now, keyword)) return [];
		if (common.after === null) return [{
			...common,
			direction: "wider",
			refused: []
		}];
		if (accepted.length === 0 || isOutOfReach(old, now, keyword)) return [{
			...common,
			direction: "narrower",
			refused: []
		}];
		let back = replaced(now, old, names);
		if (samples(now, old).some((value) => validate(back, value).length > 0)) return [{
			...common,
			direction: "wider",
			refused: []
		}];
		return keyword === "pattern" || isJunctor(keyword) ? [{
			...common,
			direction: "unclear",
			refused: []
		}] : [];
	});
}
function isJunctor(keyword) {
	return [
		"allOf",
		"anyOf",
		"oneOf",
		"not"
	].includes(keyword);
}
function isSilent(old, now, keyword) {
	if (typeOf(old) === "int-or-string" && typeOf(now) === "int-or-string" && (keyword === "anyOf" || keyword === "allOf")) return !0;
	if (keyword === "format") return formatIsMute(old) && formatIsMute(now);
	return !1;
}
function formatIsMute(schema) {
	let format = textMember(schema, "format");
	return format === void 0 || format === "int64" || format === "password" || !["string", "integer"].includes(typeOf(schema));
}
function isOutOfReach(old, now, keyword) {
	let [before, after] = [boundOf(old, keyword), boundOf(now, keyword)];
	if (after === void 0) return !1;
	if (UPPER.has(keyword)) return after > 400 && (before === void 0 || after < before) && keyword !== "maximum";
	return LOWER.has(keyword) && keyword !== "minimum" && after > 400 && (before === void 0 || after > before);
}
function said$1(schema, keyword) {
	let value = schema[keyword];
	if (value === void 0 || value === !1 || isList(value) && value.length === 0) return "";
	return canonical(bare(value));
}
function bare(value) {
	if (value === void 0) return null;
	if (isList(value)) return value.map(bare);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => [
		"description",
		"title",
		"example",
		"externalDocs"
	].includes(name) && (typeof inner == "string" || name === "externalDocs") ? [] : [[name, bare(inner)]]));
}
function replaced(base, by, names) {
	let made = Object.entries(base).filter(([name]) => !names.includes(name));
	let taken = names.flatMap((name) => by[name] === void 0 ? [] : [[name, by[name]]]);
	return Object.fromEntries([...made, ...taken]);
}
const KEEP_OR_CONVERT = "Keep what was accepted, or introduce a new version with a conversion.";
const none = () => [];
function compareSchemas(before, after, prunes) {
	let changes = [];
	let added = [];
	walk(before, after, []);
	added.length > 0 && changes.push({
		severity: "info",
		rule: "fields-added",
		path: [],
		says: `has ${added.length === 1 ? "a new optional field" : `${added.length} new optional fields`}.`,
		advice: "Nothing to do.",
		before: null,
		after: added,
		at: [],
		values: none
	});
	return changes;
	function say(change) {
		changes.push({
			at: change.path,
			values: none,
			...change
		});
	}
	function walk(old, now, path, keys = []) {
		if (old === now) return;
		if (!isSameOrWider(old, now)) {
			say({
				severity: "error",
				rule: "type-changed",
				path,
				says: `changes from ${typeOf(old)} to ${typeOf(now)}. Existing objects are refused.`,
				advice: "Keep the type and add a new field, or introduce a new version with a conversion.",
				before: typeOf(old),
				after: typeOf(now),
				values: () => samples(old)
			});
			return;
		}
		nullability(old, now, path);
		for (let change of compareConstraints(old, now)) constraint(change, path);
		requirements(old, now, path, keys);
		lists(old, now, path);
		maps(old, now, path);
		rules(old, now, path);
		embedding(old, now, path);
		children(old, now, path);
	}
	function nullability(old, now, path) {
		if (isNullable(old) && !isNullable(now) && typeOf(now) !== "any") {
			let fallback = defaultOf(now);
			say({
				severity: "error",
				rule: "nullable-removed",
				path,
				says: fallback === void 0 ? "can no longer be null. The API server drops a null from an object, and refuses it in a list." : `can no longer be null. The API server puts the default ${canonical(fallback)} in place of a null.`,
				advice: "Keep “nullable: true”, or make sure that no client writes null.",
				before: "nullable",
				after: "not nullable",
				values: () => [null]
			});
		} else !isNullable(old) && isNullable(now) && say({
			severity: "info",
			rule: "nullable-added",
			path,
			says: "can be null now. Clients that read it must expect that.",
			advice: "Nothing to do for those who write objects.",
			before: "not nullable",
			after: "nullable"
		});
	}
	function constraint({ keyword, direction, before: was, after: is, refused }, path) {
		let common = {
			path,
			before: was,
			after: is
		};
		if (direction === "narrower") say({
			...common,
			severity: "error",
			rule: `${toKebab(keyword)}-narrowed`,
			says: `accepts less: ${keyword} ${show$1(was)} → ${show$1(is)}. New objects with such a value are refused, and so are old ones once that part of them is edited.`,
			advice: KEEP_OR_CONVERT,
			values: () => refused
		});
		else if (direction === "unclear") say({
			...common,
			severity: "warning",
			rule: `${toKebab(keyword)}-changed`,
			says: `is checked differently: ${keyword} ${show$1(was)} → ${show$1(is)}. No value was found that is refused only now.`,
			advice: "Read both; samples prove nothing."
		});
		else {
			let produced = keyword === "enum" && isStatus(path);
			say({
				...common,
				severity: produced ? "warning" : "info",
				rule: `${toKebab(keyword)}-widened`,
				says: produced ? `may hold values that no client knows yet: ${keyword} ${show$1(was)} → ${show$1(is)}.` : `accepts more: ${keyword} ${show$1(was)} → ${show$1(is)}.`,
				advice: produced ? "Clients that decide by this value must handle the new ones." : "Nothing to do for those who write objects."
			});
		}
	}
	function requirements(old, now, path, keys) {
		let [was, is] = [new Set(requiredOf(old)), new Set(requiredOf(now))];
		for (let name of [...is].sort()) {
			if (was.has(name) || defaultOf(propertyOf(now, name)) !== void 0) continue;
			if (path.length === 0 && SERVER_OWNED.has(name)) continue;
			let always = path.length === 0 || keys.includes(name);
			say({
				severity: "error",
				rule: "required-added",
				path: [...path, {
					kind: "field",
					name
				}],
				says: `becomes required. ${always ? "Objects without it are refused, on any update." : "New objects without it are refused, and old ones once the part around it is edited."}`,
				advice: "Give it a default, or leave it optional.",
				before: "optional",
				after: "required",
				at: path,
				values: () => samples(old).filter((value) => member(value, name) === void 0)
			});
		}
		for (let name of [...was].sort()) {
			if (is.has(name) || propertyOf(now, name) === void 0) continue;
			say({
				severity: "info",
				rule: "required-removed",
				path: [...path, {
					kind: "field",
					name
				}],
				says: "is optional now. Clients that read it must expect that it is not there.",
				advice: "Nothing to do for those who write objects.",
				before: "required",
				after: "optional"
			});
		}
	}
	function lists(old, now, path) {
		if (typeOf(old) !== "array" || typeOf(now) !== "array") return;
		let [oldItems, newItems] = [itemsOf(old), itemsOf(now)];
		if (oldItems !== void 0 && newItems !== void 0 && !isSameOrWider(oldItems, newItems)) return;
		let [was, is] = [listTypeOf(old), listTypeOf(now)];
		let [oldKeys, newKeys] = [listKeysOf(old), listKeysOf(now)];
		if (was === is && (is !== "map" || canonical([...oldKeys].sort()) === canonical([...newKeys].sort()))) return;
		let stricter = is !== "atomic" && !(was === is && oldKeys.every((key) => newKeys.includes(key)));
		let shown = (type, keys) => type === "map" ? `map by ${keys.join(", ")}` : type;
		say({
			severity: stricter ? "error" : "warning",
			rule: stricter ? "list-uniqueness-added" : "list-type-changed",
			path,
			says: `changes its list type from ${shown(was, oldKeys)} to ${shown(is, newKeys)}. ${stricter ? "New objects in which an item repeats are refused." : "With server-side apply, the whole list has one owner from now on, or other items of it."}`,
			advice: stricter ? "Make sure that no client writes an item twice; say so in the release notes." : "Look at who applies this list; two appliers may now take it from each other.",
			before: shown(was, oldKeys),
			after: shown(is, newKeys),
			values: () => repeated(old, newKeys)
		});
	}
	function maps(old, now, path) {
		let [was, is] = [mapTypeOf(old), mapTypeOf(now)];
		if (was === is || typeOf(now) !== "object") return;
		say({
			severity: "info",
			rule: "map-type-changed",
			path,
			says: `changes its map type from ${was} to ${is}: who owns what in server-side apply.`,
			advice: "Nothing to do unless several appliers write this map.",
			before: was,
			after: is
		});
	}
	function rules(old, now, path) {
		let [was, is] = [rulesOf(old), rulesOf(now)];
		let gone = [...was].filter(([key]) => !is.has(key)).map(([, rule]) => rule);
		for (let [key, { rule, transition, message }] of is) {
			if (was.has(key)) continue;
			let common = {
				path,
				before: gone.length === 0 ? null : gone.map((other) => other.rule),
				after: rule
			};
			if (transition) {
				say({
					...common,
					severity: "warning",
					rule: "cel-transition-added",
					says: `can no longer change freely: ${message}`,
					advice: "Clients that change it must delete and create instead; say so in the release notes."
				});
				continue;
			}
			let { refused, isConclusive } = tryRule(rule, old);
			let harmless = refused.length === 0 && isConclusive;
			say({
				...common,
				severity: harmless ? "warning" : "error",
				rule: harmless ? "cel-rule-changed" : "cel-rule-added",
				says: harmless ? `has a new rule, and no value was found that only it refuses: ${message}` : `must fulfil a new rule: ${/[.!?]$/.test(message) ? message : `${message}.`} Objects that do not are refused.`,
				advice: harmless ? "Read it; samples prove nothing." : "Check existing objects against the rule before the update; say so in the release notes.",
				values: () => refused
			});
		}
		gone.length > 0 && is.size < was.size && say({
			severity: "info",
			rule: "cel-rule-removed",
			path,
			says: `has ${gone.length === 1 ? "a rule less" : `${gone.length} rules less`}.`,
			advice: "Nothing to do for those who write objects.",
			before: gone.map(({ rule }) => rule),
			after: null
		});
	}
	function embedding(old, now, path) {
		if (isEmbedded(old) === isEmbedded(now)) return;
		let gone = isEmbedded(old);
		let loses = gone && prunes && !keepsUnknown(now);
		say({
			severity: gone && !loses ? "info" : "error",
			rule: gone ? "embedded-resource-removed" : "embedded-resource-added",
			path,
			says: gone ? "is no longer an embedded object; apiVersion, kind and metadata are fields like any other." : "must be a whole Kubernetes object now: without apiVersion and kind it is refused.",
			advice: KEEP_OR_CONVERT,
			before: gone ? "embedded resource" : "object",
			after: gone ? "object" : "embedded resource",
			values: () => samples(old)
		});
	}
	function children(old, now, path) {
		let isResource = path.length === 0 || isEmbedded(old);
		for (let [name, child] of entriesOf(old, "properties")) {
			let inner = [...path, {
				kind: "field",
				name
			}];
			if (isResource && SERVER_OWNED.has(name)) {
				name === "metadata" && metadata(child, propertyOf(now, name) ?? {}, inner);
				continue;
			}
			let here = propertyOf(now, name) ?? valuesOf(now);
			if (here !== void 0) {
				walk(child, here, inner);
				defaults(child, here, inner, now);
			} else prunes && !keepsUnknown(now) && removed(inner, child);
		}
		for (let [name, child] of entriesOf(now, "properties")) {
			if (propertyOf(old, name) !== void 0 || isResource && SERVER_OWNED.has(name)) continue;
			let inner = [...path, {
				kind: "field",
				name
			}];
			let values = valuesOf(old);
			if (values !== void 0) walk(values, child, inner);
			else if (keepsUnknown(old) || !prunes) constrained(inner, child);
			else if (!requiredOf(now).includes(name) || defaultOf(child) !== void 0) {
				added.push(showPath(inner));
				newDefault(child, inner);
			}
		}
		let [oldItems, nowItems] = [itemsOf(old), itemsOf(now)];
		oldItems !== void 0 && nowItems !== void 0 && walk(oldItems, nowItems, [...path, { kind: "item" }], listTypeOf(now) === "map" ? listKeysOf(now) : []);
		let [oldValues, nowValues] = [valuesOf(old), valuesOf(now)];
		let value = [...path, { kind: "value" }];
		oldValues !== void 0 && nowValues !== void 0 ? walk(oldValues, nowValues, value) : oldValues !== void 0 && prunes && !keepsUnknown(now) ? removed(value, oldValues) : oldValues === void 0 && nowValues !== void 0 && keepsUnknown(old) && constrained(value, nowValues);
		prunes && oldValues === void 0 && nowValues === void 0 && keepsUnknown(old) && !keepsUnknown(now) && typeOf(now) === "object" && unknownDropped(path);
	}
	function metadata(old, now, path) {
		for (let name of ["name", "generateName"]) {
			let inner = [...path, {
				kind: "field",
				name
			}];
			for (let change of compareConstraints(propertyOf(old, name) ?? { type: "string" }, propertyOf(now, name) ?? { type: "string" })) constraint(change, inner);
		}
	}
	function removed(path, schema) {
		say({
			severity: "error",
			rule: "field-removed",
			path,
			says: "goes away. The API server drops its value from every object that it writes.",
			advice: "Keep the field, deprecated, or introduce a new version with a conversion that carries its value.",
			before: typeOf(schema),
			after: null,
			values: () => samples(schema)
		});
	}
	function unknownDropped(path) {
		say({
			severity: "error",
			rule: "unknown-fields-dropped",
			path,
			says: "no longer keeps fields that the schema does not name. The API server drops them from every object that it writes.",
			advice: "Keep x-kubernetes-preserve-unknown-fields, or name every field that clients use.",
			before: "preserve-unknown-fields",
			after: null,
			values: () => [{ "not-in-the-schema": "a" }]
		});
	}
	function constrained(path, now) {
		if (typeOf(now) === "any") return;
		say({
			severity: "warning",
			rule: "unknown-field-constrained",
			path,
			says: `was kept without a schema and is ${typeOf(now)} now. Objects that hold something else there are refused.`,
			advice: "Check what clients write there.",
			before: "any",
			after: typeOf(now)
		});
	}
	function newDefault(child, path) {
		let value = defaultOf(child);
		if (value === void 0 || isEmptyValue(value)) return;
		say({
			severity: "info",
			rule: "field-added-with-default",
			path,
			says: `is new and appears in every object as ${show$1(value)}.`,
			advice: "Nothing to do; clients that compare objects will see it.",
			before: null,
			after: value
		});
	}
	function defaults(old, now, path, parent) {
		let [was, is] = [defaultOf(old), defaultOf(now)];
		if (was === void 0 && is === void 0 || was !== void 0 && is !== void 0 && canonical(was) === canonical(is)) return;
		let common = {
			path,
			before: was ?? null,
			after: is ?? null
		};
		let name = path.at(-1);
		let required = name?.kind === "field" && requiredOf(parent).includes(name.name);
		if (is === void 0 && required) say({
			...common,
			severity: "error",
			rule: "required-default-removed",
			says: `loses its default ${show$1(was ?? null)} and stays required. Objects that relied on the default are refused.`,
			advice: "Keep the default, or make the field optional.",
			at: path.slice(0, -1),
			values: () => samples(parent).map((value) => without(value, name.name))
		});
		else {
			let empty = was === void 0 && is !== void 0 && isEmptyValue(is);
			say({
				...common,
				severity: empty ? "info" : "warning",
				rule: was === void 0 ? "default-added" : is === void 0 ? "default-removed" : "default-changed",
				says: is === void 0 ? `loses its default ${show$1(was ?? null)}.` : was === void 0 ? `gets the default ${show$1(is)} where it is not set.` : `changes its default from ${show$1(was)} to ${show$1(is)}.`,
				advice: empty ? "Nothing to do." : "Objects that do not set it behave differently after the update; set it where that matters."
			});
		}
	}
}
function isSameOrWider(old, now) {
	let [from, to] = [typeOf(old), typeOf(now)];
	if (from === to || to === "any") return !0;
	if (from === "integer") return to === "number" || to === "int-or-string";
	return from === "string" && to === "int-or-string";
}
function isStatus([first]) {
	return first?.kind === "field" && first.name === "status";
}
function repeated(old, keys) {
	let items = itemsOf(old);
	if (items === void 0) return [];
	let found = samples(items).slice(0, 6);
	return [...found.filter((item) => keys.every((key) => member(item, key) !== void 0)), ...found].map((item) => [item, item]);
}
function without(value, name) {
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
}
function isEmptyValue(value) {
	return value === "" || value === !1 || value === 0 || value === 0n || [
		"[]",
		"{}",
		"null",
		"0"
	].includes(canonical(value));
}
function show$1(value) {
	if (value === null) return "none";
	let text = canonical(value);
	return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
function toKebab(name) {
	return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
// packages/crds/compare/compare-versions.ts
function compareVersions(before, after, stored) {
	return [
		...servedOf(before, after, stored),
		...storageOf(before, after),
		...conversionOf(before, after)
	];
}
function servedOf(before, after, stored) {
	let crd = after.name;
	let findings = [];
	let next = new Map(after.versions.map((version) => [version.name, version]));
	let everStored = new Set([...stored, ...before.versions.filter(({ storage }) => storage).map(({ name }) => name)]);
	for (let version of [...everStored].sort()) {
		if (next.has(version)) continue;
		findings.push({
			severity: "error",
			rule: "stored-version-removed",
			message: `CRD ${crd} drops version ${version}, in which clusters may still store objects. The API server then refuses the update (status.storedVersions).`,
			advice: `Keep ${version} with served: false for one more release, or have users migrate their objects and remove ${version} from status.storedVersions first.`,
			version,
			path: `spec.versions[${version}]`,
			before: "storage",
			after: null
		});
	}
	for (let { name: version, served, deprecated } of before.versions) {
		let now = next.get(version);
		served && now?.served !== !0 ? findings.push({
			severity: "error",
			rule: "served-version-removed",
			message: `CRD ${crd} no longer serves version ${version}. Manifests and clients that use it are refused.`,
			advice: `${deprecated ? `${version} was deprecated, so users were warned: waive this if that was long enough ago; tell` : `Serve ${version} for one more release, marked deprecated, and tell`} users to move to ${servedVersions(after)}.`,
			version,
			path: `spec.versions[${version}].served`,
			before: !0,
			after: now === void 0 && null
		}) : now?.deprecated === !0 && !deprecated && findings.push({
			severity: "info",
			rule: "version-deprecated",
			message: `CRD ${crd} deprecates version ${version}.`,
			advice: `Tell users to move to ${servedVersions(after, version)}.`,
			version,
			path: `spec.versions[${version}].deprecated`,
			before: !1,
			after: !0
		});
	}
	for (let { name, served } of after.versions) {
		if (before.versions.some((version) => version.name === name)) continue;
		findings.push({
			severity: "info",
			rule: "version-added",
			message: `CRD ${crd} has a new version, ${name}${served ? "" : ", not served"}.`,
			advice: "Nothing to do.",
			version: name,
			path: `spec.versions[${name}]`,
			before: null,
			after: name
		});
	}
	return findings;
}
function servedVersions(definition, except) {
	let served = definition.versions.filter((version) => version.served && version.name !== except).map(({ name }) => name);
	return served.length === 0 ? "another kind" : served.join(" or ");
}
function storageOf(before, after) {
	let [old, now] = [before, after].map((definition) => definition.versions.find((version) => version.storage));
	if (old === void 0 || now === void 0 || old.name === now.name) return [];
	if (!after.versions.some(({ name }) => name === old.name)) return [];
	let common = {
		version: now.name,
		path: `spec.versions[${now.name}].storage`,
		before: old.name,
		after: now.name
	};
	let lost = strategyOf(after) === "Webhook" || old.schema === void 0 || now.schema === void 0 ? [] : compareSchemas(old.schema, now.schema, after.prunes).filter(({ severity }) => severity === "error");
	let migrate = `Migrate stored objects (kube-storage-version-migrator) before ${old.name} is ever dropped.`;
	if (lost.length === 0) return [{
		...common,
		severity: "warning",
		rule: "storage-version-changed",
		message: `CRD ${after.name} stores objects in ${now.name} instead of ${old.name}.`,
		advice: migrate
	}];
	let paths = lost.map(({ path }) => showPath(path));
	let shown = `${paths.slice(0, 4).join(", ")}${paths.length > 4 ? ` and ${paths.length - 4} more` : ""}`;
	let isSaid = member(after.conversion, "strategy") !== void 0;
	return [{
		...common,
		severity: isSaid ? "error" : "warning",
		rule: isSaid ? "storage-version-loses-data" : "storage-version-changed",
		message: `CRD ${after.name} stores objects in ${now.name} instead of ${old.name}, and without a conversion webhook they do not fit: ${shown}.`,
		advice: `Add a conversion webhook${isSaid ? "" : " (if a patch adds one, all is well)"}. ${migrate}`
	}];
}
function strategyOf({ conversion }) {
	return textMember(conversion, "strategy") ?? "None";
}
function conversionOf(before, after) {
	let crd = after.name;
	let [old, now] = [strategyOf(before), strategyOf(after)];
	let findings = [];
	if (old !== now) {
		let gone = now === "None";
		findings.push({
			severity: gone && after.versions.length > 1 ? "error" : "warning",
			rule: "conversion-changed",
			message: gone ? `CRD ${crd} no longer converts by a webhook: between versions only apiVersion changes, and fields that one of them lacks are dropped.` : `CRD ${crd} converts by a webhook now. Where the webhook is not reachable, its objects cannot be read in another version.`,
			advice: gone ? "Keep the webhook as long as versions differ." : "Install the webhook and its certificate before the CRD.",
			path: "spec.conversion.strategy",
			before: old,
			after: now
		});
	}
	let [oldService, newService] = [serviceOf(before), serviceOf(after)];
	if (now === "Webhook" && newService !== void 0 && (oldService === void 0 || canonical(oldService) !== canonical(newService))) {
		let namespace = textMember(newService, "namespace") ?? "?";
		findings.push({
			severity: "warning",
			rule: "webhook-namespace",
			message: `CRD ${crd} has its conversion webhook at service ${textMember(newService, "name") ?? "?"} in namespace ${namespace}, as its source installs it.`,
			advice: "Patch namespace, name and caBundle to where you install it, or objects cannot be read in another version.",
			path: "spec.conversion.webhook.clientConfig.service",
			before: oldService ?? null,
			after: newService
		});
	}
	return findings;
}
function serviceOf({ conversion: value }) {
	let webhook = member(value, "webhook") ?? value;
	return member(member(webhook, "clientConfig") ?? member(webhook, "webhookClientConfig"), "service");
}
// packages/crds/compare/compare-definition.ts
function compareDefinitions(before, after, stored) {
	return [
		...names(before, after),
		...compareVersions(before, after, stored),
		...age(before, after),
		...size(before, after),
		...pairs(before, after).flatMap(([old, now]) => compareServing(old, now))
	].map((finding) => ({
		...finding,
		crd: after.name
	}));
}
function pairs(before, after) {
	return before.versions.flatMap((version) => {
		let next = after.versions.find(({ name }) => name === version.name);
		return next === void 0 ? [] : [[version, next]];
	});
}
function names(before, after) {
	let crd = after.name;
	let findings = [];
	before.scope !== after.scope && findings.push({
		severity: "error",
		rule: "scope-changed",
		message: `CRD ${crd} changes from ${before.scope} to ${after.scope}. The API server refuses the update.`,
		advice: "The scope of an established CRD cannot change. A new kind or a new group is needed.",
		path: "spec.scope",
		before: before.scope,
		after: after.scope
	});
	for (let name of [
		"kind",
		"listKind",
		"plural",
		"singular"
	]) {
		let [old, now] = [before.names[name], after.names[name]];
		if (old === now) continue;
		findings.push({
			severity: "error",
			rule: "names-changed",
			message: name === "kind" ? `CRD ${crd} changes its kind from ${old} to ${now}. The API server refuses the update; existing objects say ${old}.` : `CRD ${crd} changes its ${name} from ${old} to ${now}. Clients that use the old name stop working.`,
			advice: "Keep the name. A new kind needs a CRD of its own beside this one.",
			path: `spec.names.${name}`,
			before: old,
			after: now
		});
	}
	for (let [what, noun] of [["shortNames", "short name"], ["categories", "category"]]) {
		let [old, now] = [before.names[what], after.names[what]];
		let gone = old.filter((name) => !now.includes(name));
		let added = now.filter((name) => !old.includes(name));
		let common = {
			path: `spec.names.${what}`,
			before: old,
			after: now
		};
		gone.length > 0 && findings.push({
			...common,
			severity: "warning",
			rule: `${noun.replace(" ", "-")}-removed`,
			message: `CRD ${crd} loses the ${noun} ${gone.join(", ")}. Scripts that use it with kubectl stop working.`,
			advice: "Keep it, or say so in the release notes."
		});
		added.length > 0 && findings.push({
			...common,
			severity: "info",
			rule: `${noun.replace(" ", "-")}-added`,
			message: `CRD ${crd} gets the ${noun} ${added.join(", ")}.`,
			advice: "Where another CRD has the same one, the API server gives it to whichever was first."
		});
	}
	return findings;
}
const AGES = ["gateway.networking.k8s.io/bundle-version", "controller-gen.kubebuilder.io/version"];
function age(before, after) {
	let findings = [];
	for (let name of AGES) {
		let [old, now] = [before.annotations.get(name), after.annotations.get(name)];
		if (old === void 0 || now === void 0 || !isOlder(now, old)) continue;
		findings.push({
			severity: "warning",
			rule: "older-than-copy",
			message: `CRD ${after.name} is older than the copy that is here: ${name} goes from ${old} to ${now}.`,
			advice: "Check the ref in “sources”; a downgrade drops what newer objects hold.",
			path: `metadata.annotations[${name}]`,
			before: old,
			after: now
		});
		break;
	}
	let channel = "gateway.networking.k8s.io/channel";
	let [old, now] = [before.annotations.get(channel), after.annotations.get(channel)];
	old !== void 0 && now !== void 0 && old !== now && findings.push({
		severity: "warning",
		rule: "channel-changed",
		message: `CRD ${after.name} moves from the ${old} channel to the ${now} channel.`,
		advice: now === "experimental" ? "Its fields may change without notice." : "Fields of the other channel are gone; see what is removed.",
		path: `metadata.annotations[${channel}]`,
		before: old,
		after: now
	});
	return findings;
}
function isOlder(now, old) {
	let [a, b] = [now, old].map((text) => text.match(/\d+/g)?.map(Number) ?? []);
	if (a === void 0 || b === void 0) return !1;
	for (let index = 0; index < 3; index++) {
		let difference = (a[index] ?? 0) - (b[index] ?? 0);
		if (difference !== 0) return difference < 0;
	}
	return !1;
}
const APPLY_LIMIT = 262144;
const ETCD_LIMIT = 1572864;
function size(before, after) {
	let { bytes } = after;
	let was = before?.bytes ?? 0;
	let over = (limit) => bytes > limit && was <= limit;
	let common = {
		path: ".",
		before: before === null ? null : was,
		after: bytes
	};
	if (over(ETCD_LIMIT)) return [{
		...common,
		severity: "error",
		rule: "too-large-for-etcd",
		message: `CRD ${after.name} has ${bytes} bytes as JSON; etcd takes ${ETCD_LIMIT}.`,
		advice: "Generate it without descriptions (controller-gen crd:maxDescLen=0)."
	}];
	if (!over(APPLY_LIMIT)) return [];
	return [{
		...common,
		severity: "warning",
		rule: "too-large-for-apply",
		message: `CRD ${after.name} has ${bytes} bytes as JSON; kubectl apply without --server-side takes ${APPLY_LIMIT} (the last-applied annotation).`,
		advice: "Tell users to apply it with --server-side, or generate it without descriptions."
	}];
}
// packages/crds/compare/witness.ts
function findWitness(before, after, path, values) {
	for (let [value, variant] of attempts(values)) {
		let object = embed(before, path, value, variant);
		if (object === void 0 || !isWhole(admit(before.schema, object, before.prunes))) continue;
		let answer = tell(admit(after.schema, object, after.prunes));
		if (answer !== void 0) return {
			object,
			answer
		};
	}
}
function* attempts(values) {
	for (let value of values.slice(0, 24)) yield [value, 0];
	for (let variant = 1; variant < VARIANTS; variant++) for (let value of values.slice(0, 3)) yield [value, variant];
}
const VARIANTS = 8;
function isWhole({ dropped, complaints }) {
	return dropped.length === 0 && complaints.length === 0;
}
function tell({ dropped, complaints }) {
	let [complaint] = complaints;
	if (complaint !== void 0) return `${complaint.at === "" ? "the object" : complaint.at}: ${complaint.message}`;
	return dropped[0] === void 0 ? void 0 : `${dropped[0]} is dropped`;
}
function embed({ apiVersion, kind, schema }, path, value, variant) {
	let inner = place(schema, path, value, variant);
	if (!isObject(inner)) return;
	let { apiVersion: _, kind: __, metadata, ...rest } = inner;
	let name = isObject(metadata) && typeof member(metadata, "name") == "string" ? {} : { name: "example" };
	return {
		apiVersion,
		kind,
		metadata: {
			...isObject(metadata) ? metadata : {},
			...name
		},
		...rest
	};
}
function place(schema, [segment, ...rest], value, variant) {
	if (segment === void 0) return value;
	if (segment.kind === "item") {
		let items = itemsOf(schema);
		let item = items === void 0 ? void 0 : place(items, rest, value, variant);
		return item === void 0 ? void 0 : [item];
	}
	let here = segment.kind === "field" ? propertyOf(schema, segment.name) ?? valuesOf(schema) : valuesOf(schema);
	let inner = here === void 0 ? void 0 : place(here, rest, value, variant);
	if (inner === void 0) return;
	let name = segment.kind === "field" ? segment.name : "key";
	let object = [];
	for (let other of requiredOf(schema)) {
		if (other === name) continue;
		let sibling = propertyOf(schema, other) ?? valuesOf(schema);
		let filled = sibling === void 0 ? "a" : listMember(sibling, "enum")[variant - 1] ?? smallest$1(sibling);
		if (filled === void 0) return;
		object.push([other, filled]);
	}
	isEmbedded(schema) && object.push(["apiVersion", "v1"], ["kind", "Example"]);
	return accompany(schema, Object.fromEntries([...object, [name, inner]]), name);
}
function accompany(schema, object, field) {
	if (listMember(schema, "x-kubernetes-validations").length === 0 || accepts(schema, object)) return object;
	let { [field]: value = null, ...others } = object;
	for (let companion of companions(schema, field)) {
		let candidate = {
			...others,
			...companion,
			[field]: value
		};
		if (accepts(schema, candidate)) return candidate;
	}
	return object;
}
// packages/crds/compare/compatibility.ts
function judge(before, after, stored) {
	return [
		...compareDefinitions(before, after, stored),
		...pairs(before, after).flatMap(([old, now]) => judgeVersion(before, after, old, now)),
		...descriptions(before, after)
	].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
const SEVERITIES = [
	"error",
	"warning",
	"info"
];
function judgeRemoval(crd, versions) {
	return {
		severity: "error",
		rule: "crd-removed",
		message: `CRD ${crd} goes away. Deleting it from a cluster deletes every object of that kind.`,
		advice: "Make sure that no cluster has such objects, and say in the release notes how to migrate. To keep the file, set “prune: false”.",
		crd,
		before: versions,
		after: null
	};
}
function judgeVersion(before, after, old, now) {
	if (old.schema === void 0 || now.schema === void 0) return [];
	let was = kindVersion(before, old.name, old.schema);
	let is = kindVersion(after, now.name, now.schema);
	return compareSchemas(old.schema, now.schema, after.prunes).map((change) => toFinding(change, was, is, after.name, now.name));
}
function kindVersion({ group, names, prunes }, version, schema) {
	return {
		apiVersion: `${group}/${version}`,
		kind: names.kind,
		schema,
		prunes
	};
}
function toFinding(change, was, is, crd, version) {
	let { severity, rule, path, says, advice, before, after } = change;
	let witness = severity === "error" ? findWitness(was, is, change.at, change.values()) : void 0;
	let answer = witness === void 0 ? "" : ` The API server says of the example: “${witness.answer}”.`;
	return {
		severity,
		rule,
		message: `${crd} ${version}: ${path.length === 0 ? "the object" : showPath(path)} ${says}${answer}`,
		advice,
		crd,
		version,
		path: showPath(path),
		before: toPlain(before),
		after: toPlain(after),
		...witness !== void 0 && { witness: toPlain(witness.object) }
	};
}
function toPlain(value) {
	if (typeof value == "bigint") return value >= -(2 ** 53 - 1) && value <= 2 ** 53 - 1 ? Number(value) : String(value);
	if (isList(value)) return value.map(toPlain);
	if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toPlain(inner)]));
	return value;
}
function descriptions(before, after) {
	let [was, is] = [before, after].map((definition) => definition.versions.reduce((sum, { schema }) => sum + countDescriptions(schema), 0));
	if (was === void 0 || is === void 0 || was < 20 || is > was / 2) return [];
	return [{
		severity: "info",
		rule: "descriptions-removed",
		message: `CRD ${after.name} loses ${was - is} of ${was} descriptions; kubectl explain says less.`,
		advice: "Nothing to do.",
		crd: after.name,
		before: was,
		after: is
	}];
}
function countDescriptions(schema) {
	if (!isObject(schema)) return 0;
	let own = +(typeof member(schema, "description") == "string");
	return [
		...entriesOf(schema, "properties").map(([, child]) => child),
		member(schema, "items"),
		member(schema, "additionalProperties")
	].reduce((sum, child) => sum + countDescriptions(child), own);
}
// packages/crds/sync/destination.ts
var Destination = class {
	#files;
	#original;
	constructor(files) {
		this.#files = new Map(files.map(({ path, documents }) => [posix.basename(path), documents]));
		this.#original = new Map([...this.#files].map(([file, documents]) => [file, join$1(documents)]));
		let seen = new Map();
		for (let { definition, file } of this.definitions()) {
			let other = seen.get(definition.name);
			if (other !== void 0) throw new UserError(`destination: CRD “${definition.name}” is in two places: ${other} and ${file}.`, {
				file: files.find(({ path }) => posix.basename(path) === file)?.path ?? file,
				advice: "Delete one of them, so that it is clear which one is kept up to date."
			});
			seen.set(definition.name, file);
		}
	}
	definitions() {
		return [...this.#files].flatMap(([file, documents]) => documents.flatMap(({ definition }) => definition === void 0 ? [] : [{
			definition,
			file
		}]));
	}
	find(crd) {
		return this.definitions().find(({ definition }) => definition.name === crd);
	}
	has(file) {
		return (this.#files.get(file)?.length ?? 0) > 0;
	}
	put(sourced) {
		let { definition } = sourced;
		let present = this.find(definition.name);
		if (present !== void 0) {
			let documents = this.#files.get(present.file) ?? [];
			let index = documents.findIndex((document) => document.definition?.name === definition.name);
			this.#files.set(present.file, documents.with(index, toDocument(sourced, documents.length > 1 && index > 0)));
			return present.file;
		}
		let file = this.#freeName(sourced);
		let documents = this.#files.get(file) ?? [];
		this.#files.set(file, [...documents, toDocument(sourced, documents.length > 0)]);
		return file;
	}
	remove(crd) {
		let present = this.find(crd);
		if (present === void 0) return;
		let rest = (this.#files.get(present.file) ?? []).filter(({ definition }) => definition?.name !== crd);
		let empty = rest.every(({ definition, other }) => definition === void 0 && other === void 0);
		this.#files.set(present.file, empty ? [] : rest);
	}
	edits() {
		return new Map([...this.#files].map(([file, documents]) => [file, documents.length === 0 ? null : join$1(documents)]).filter(([file, text]) => text !== (this.#original.get(file) ?? null)).sort(([a], [b]) => a < b ? -1 : 1));
	}
	#freeName({ definition, origin }) {
		let wanted = posix.basename(origin.path);
		let holder = this.#added.get(wanted);
		if (!this.has(wanted) || holder === showPlace(origin)) {
			this.#added.set(wanted, showPlace(origin));
			return wanted;
		}
		let second = `${definition.group}_${definition.names.plural}.yaml`;
		if (!this.has(second)) return second;
		throw new UserError(`destination: “${wanted}” and “${second}” exist already and hold something else than CRD “${definition.name}”.`, { advice: "Rename the file that is in the way, or put the CRD into a file of your choice; its name is then kept." });
	}
	#added = new Map();
};
function showPlace({ source, path }) {
	return `${source.kind === "remote" ? source.repository : "."}:${path}`;
}
function toDocument({ definition, text }, follows) {
	let bare = text.replace(/^\uFEFF/, "");
	return {
		text: follows && !/^(?:[ \t]*(?:#.*)?\r?\n)*---/.test(bare) ? `---\n${bare}` : follows ? bare : text,
		line: 1,
		definition,
		other: void 0
	};
}
function join$1(documents) {
	let last = documents.length - 1;
	return documents.map(({ text }, index) => index < last && !text.endsWith("\n") ? `${text}\n` : text).join("");
}
// packages/crds/cel/check.ts
const REQUEST = 3145728;
const BYTE = .1;
const BOOL = { kind: "bool" };
const TEXT = { kind: "string" };
const INT = { kind: "int" };
const KEY = {
	kind: "string",
	bytes: 0
};
const TYPE_NAMES = new Set([
	"int",
	"uint",
	"double",
	"bool",
	"string",
	"bytes",
	"list",
	"map",
	"null_type",
	"type",
	"optional",
	"google",
	"math",
	"strings",
	"sets",
	"format",
	"cel",
	"lists",
	"k8s"
]);
const GIVES_BOOL = new Set([
	"startsWith",
	"endsWith",
	"contains",
	"matches",
	"isSorted",
	"isIP",
	"isCIDR",
	"isURL",
	"isQuantity",
	"hasValue",
	"isGreaterThan",
	"isLessThan",
	"containsIP",
	"containsCIDR",
	"isUnspecified",
	"isLoopback"
]);
const GIVES_TEXT = new Set([
	"lowerAscii",
	"upperAscii",
	"replace",
	"substring",
	"trim",
	"join",
	"charAt",
	"format",
	"getScheme",
	"getHost",
	"getHostname",
	"getPort",
	"string"
]);
const READS = new Set([
	"indexOf",
	"lastIndexOf",
	"split",
	"find",
	"findAll",
	"ip",
	"cidr",
	"url",
	"quantity",
	"semver",
	"validate"
]);
const GIVES_INT = new Set([
	"size",
	"int",
	"indexOf",
	"lastIndexOf",
	"getFullYear",
	"getMonth",
	"getHours",
	"getMinutes",
	"getSeconds",
	"getMilliseconds"
]);
function checkCel(expression, names) {
	let check = (one) => checkCel(one, names);
	switch (expression.kind) {
		case "literal": {
			let { type, value } = expression;
			return {
				type: { kind: type },
				size: typeof value == "string" ? Buffer.byteLength(value) : 1,
				cost: 0
			};
		}
		case "ident": {
			let type = names.get(expression.name);
			if (type !== void 0) return {
				type,
				size: sizeOf(type),
				cost: 1
			};
			if (TYPE_NAMES.has(expression.name)) return {
				type: DYN,
				size: 1,
				cost: 0
			};
			throw TypeError(`undeclared reference to '${expression.name}'`);
		}
		case "select": {
			let of = check(expression.of);
			let type = expression.optional ? DYN : select(of.type, expression.field);
			return {
				type,
				size: sizeOf(type),
				cost: of.cost + 1
			};
		}
		case "has": {
			let of = check(expression.of);
			select(of.type, expression.field);
			return {
				type: BOOL,
				size: 1,
				cost: of.cost + 1
			};
		}
		case "list": {
			let items = expression.items.map(check);
			let kinds = new Set(items.map(({ type }) => type.kind));
			let [first] = items;
			return {
				type: {
					kind: "list",
					of: kinds.size === 1 && first !== void 0 ? first.type : DYN
				},
				size: items.length,
				cost: 10 + total(items)
			};
		}
		case "map": {
			let entries = expression.entries.flat().map(check);
			return {
				type: {
					kind: "map",
					of: DYN
				},
				size: expression.entries.length,
				cost: 30 + total(entries)
			};
		}
		case "fold": return fold(expression, names);
		case "call": return call(expression, expression.target === void 0 ? void 0 : check(expression.target), expression.args.map(check));
	}
}
function total(all) {
	return all.reduce((sum, { cost }) => sum + cost, 0);
}
function select(type, field) {
	if (type.kind === "dyn") return DYN;
	if (type.kind === "map") return type.of;
	if (type.kind !== "object") throw TypeError(`type '${show(type)}' does not support field selection`);
	let found = type.fields.get(field);
	if (found === void 0) throw TypeError(`undefined field '${field}'`);
	return found.type();
}
function fold(expression, names) {
	let range = checkCel(expression.of, names);
	let { type } = range;
	if (![
		"list",
		"map",
		"dyn",
		"object"
	].includes(type.kind)) throw TypeError(`expression of type '${show(type)}' cannot be range of a comprehension`);
	let each = type.kind === "list" ? type.of : type.kind === "map" ? KEY : DYN;
	let inner = new Map(names);
	let [first, second] = expression.names;
	first !== void 0 && inner.set(first, second === void 0 ? each : type.kind === "list" ? INT : TEXT);
	second !== void 0 && inner.set(second, type.kind === "list" || type.kind === "map" ? type.of : DYN);
	let bodies = expression.bodies.map((body) => checkCel(body, inner));
	let last = bodies.at(-1);
	if (expression.macro !== "map" && last !== void 0 && last.type.kind !== "bool" && last.type.kind !== "dyn") throw TypeError(`found no matching overload for '_&&_' applied to '(bool, ${show(last.type)})'`);
	let cost = range.cost + range.size * (total(bodies) + 3) + 1;
	if (expression.macro === "map") return {
		type: {
			kind: "list",
			of: last?.type ?? DYN
		},
		size: range.size,
		cost: cost + range.size * 10
	};
	if (expression.macro === "filter") return {
		type: {
			kind: "list",
			of: each
		},
		size: range.size,
		cost: cost + range.size * 10
	};
	return {
		type: BOOL,
		size: 1,
		cost
	};
}
function call({ name }, target, args) {
	let cost = (target?.cost ?? 0) + total(args);
	let [left, right] = args;
	let gives = (type, more = 1, size = 1) => ({
		type,
		size,
		cost: cost + more
	});
	switch (name) {
		case "_&&_":
		case "_||_":
			for (let arg of args) if (arg.type.kind !== "bool" && arg.type.kind !== "dyn") throw noOverload(name, args);
			return {
				type: BOOL,
				size: 1,
				cost
			};
		case "!_":
			if (left !== void 0 && left.type.kind !== "bool" && left.type.kind !== "dyn") throw noOverload(name, args);
			return gives(BOOL);
		case "_?_:_": return {
			type: args[1]?.type ?? DYN,
			size: Math.max(args[1]?.size ?? 1, args[2]?.size ?? 1),
			cost
		};
		case "_==_":
		case "_!=_":
		case "_<_":
		case "_<=_":
		case "_>_":
		case "_>=_":
			if (left === void 0 || right === void 0 || !comparable(left.type, right.type)) throw noOverload(name, args);
			return gives(BOOL, isText(left.type) ? Math.ceil(Math.min(left.size, right.size) * BYTE) : 1);
		case "_in_": return gives(BOOL, right?.size ?? 1);
		case "_[_]": {
			let type = left?.type ?? DYN;
			let of = type.kind === "list" || type.kind === "map" ? type.of : DYN;
			return gives(of, 1, sizeOf(of));
		}
		case "_+_": {
			if (left === void 0 || right === void 0 || !addable(left.type, right.type)) throw noOverload(name, args);
			let size = left.size + right.size;
			return isText(left.type) ? gives(left.type, Math.ceil(size * BYTE), size) : gives(left.type, 1, size);
		}
		case "matches": {
			let [text, pattern] = target === void 0 ? [left, right] : [target, left];
			return gives(BOOL, Math.ceil((text?.size ?? 1) * BYTE) * Math.ceil((pattern?.size ?? 1) * .25));
		}
		case "contains": return gives(BOOL, Math.ceil((target?.size ?? 1) * BYTE) * Math.ceil((left?.size ?? 1) * BYTE));
		case "startsWith":
		case "endsWith": return gives(BOOL, Math.ceil((left?.size ?? 1) * BYTE));
		case "string": {
			let kind = left?.type.kind;
			return gives(TEXT, 1, kind === "string" || kind === "dyn" || kind === "bytes" ? Infinity : 24);
		}
		default: {
			if (!READS.has(name) && !GIVES_BOOL.has(name) && !GIVES_TEXT.has(name)) return gives(GIVES_INT.has(name) ? INT : DYN);
			let read = [target, ...args].reduce((sum, one) => sum + (one !== void 0 && isText(one.type) ? one.size : 0), 0);
			let more = Math.max(1, Math.ceil(read * BYTE));
			if (GIVES_BOOL.has(name)) return gives(BOOL, more);
			if (GIVES_TEXT.has(name)) return gives(TEXT, more, target?.size ?? 24);
			return gives(GIVES_INT.has(name) ? INT : DYN, more);
		}
	}
}
function isText({ kind }) {
	return kind === "string" || kind === "bytes";
}
const NUMERIC = new Set([
	"int",
	"uint",
	"double"
]);
const STRUCTURED = new Set(["map", "object"]);
const TIMES = new Set(["timestamp", "duration"]);
function comparable(left, right) {
	if ([left, right].some(({ kind }) => kind === "dyn" || kind === "null")) return !0;
	if (NUMERIC.has(left.kind) && NUMERIC.has(right.kind)) return !0;
	return left.kind === right.kind || STRUCTURED.has(left.kind) && STRUCTURED.has(right.kind);
}
function addable(left, right) {
	if (left.kind === "dyn" || right.kind === "dyn") return !0;
	return left.kind === right.kind && left.kind !== "bool" || TIMES.has(left.kind) && TIMES.has(right.kind);
}
function noOverload(name, args) {
	return TypeError(`found no matching overload for '${name}' applied to '(${args.map(({ type }) => show(type)).join(", ")})'`);
}
function show(type) {
	if (type.kind === "list") return `list(${show(type.of)})`;
	if (type.kind === "map") return `map(string, ${show(type.of)})`;
	return type.kind;
}
function sizeOf(type) {
	if (type.kind === "list" || type.kind === "map") return type.schema === void 0 ? REQUEST : entriesAtMost(type.schema);
	if (type.kind === "string" || type.kind === "bytes" || type.kind === "dyn") return type.bytes ?? REQUEST;
	return 1;
}
function entriesAtMost(schema) {
	let isList = typeOf(schema) === "array";
	let said = maximum(schema, isList ? "maxItems" : "maxProperties");
	if (said !== void 0) return said;
	let inner = member(schema, isList ? "items" : "additionalProperties");
	return Math.floor(3145726 / (smallest(inner) + (isList ? 1 : 6)));
}
function smallest(schema) {
	if (schema === void 0) return 1;
	let type = typeOf(schema);
	if (type === "boolean") return 4;
	if (type === "string" || type === "array") return 2;
	if (type !== "object") return 1;
	return requiredOf(schema).reduce((sum, name) => {
		let property = propertyOf(schema, name);
		let isGiven = property !== void 0 && member(property, "default") === void 0;
		return sum + name.length + 4 + (isGiven ? smallest(property) : 0);
	}, 2);
}
// packages/crds/validity/check-cel.ts
const REASONS = [
	"FieldValueDuplicate",
	"FieldValueForbidden",
	"FieldValueInvalid",
	"FieldValueRequired"
];
const RULE_LIMIT = 1e7;
const TOTAL_LIMIT = 1e8;
function checkCelRules(schema, field, refuse, broken) {
	let costs = [];
	walk(schema, field, void 0, 1);
	let total = costs.reduce((sum, { cost }) => sum + cost, 0);
	if (total <= TOTAL_LIMIT) return;
	for (let { at, cost } of costs) cost > TOTAL_LIMIT / 100 && refuse(at, "Forbidden", "contributed to estimated rule cost total exceeding cost limit for entire OpenAPIv3 schema");
	refuse(field, "Forbidden", `x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema exceeds budget by factor of ${factor(total / TOTAL_LIMIT)}`);
	function walk(node, at, uncorrelatable, times) {
		for (let [index, entry] of listMember(node, "x-kubernetes-validations").entries()) checkOne(node, entry, `${at}.x-kubernetes-validations[${index}]`, uncorrelatable, at, times);
		let mapType = member(node, "x-kubernetes-map-type");
		let map = uncorrelatable ?? (mapType !== void 0 && mapType !== "atomic" && mapType !== "granular" ? at : void 0);
		for (let [name, child] of entriesOf(node, "properties")) walk(child, `${at}.properties[${name}]`, map, times);
		let values = valuesOf(node);
		values !== void 0 && walk(values, `${at}.additionalProperties`, map, times * entriesAtMost(node));
		let items = itemsOf(node);
		if (items !== void 0) {
			let list = uncorrelatable ?? (listTypeOf(node) === "map" ? void 0 : at);
			walk(items, `${at}.items`, list, times * entriesAtMost(node));
		}
	}
	function compile(node, at, text, what, where, times) {
		let self = celTypeOf(node, where === field);
		let prefix = what === "rule" ? "compilation failed" : "messageExpression compilation failed";
		let names = new Map([["self", self], ["oldSelf", self]]);
		let checked;
		try {
			checked = checkCel(parseCel(text), names);
		} catch (error) {
			if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
			refuse(at, "Invalid", `${prefix}: ${error.message}`);
			return;
		}
		let { kind } = checked.type;
		what === "rule" && kind !== "bool" && kind !== "dyn" && refuse(at, "Invalid", "cel expression must evaluate to a bool");
		what === "messageExpression" && kind !== "string" && kind !== "dyn" && refuse(at, "Invalid", "messageExpression must evaluate to a string");
		let cost = checked.cost * times;
		costs.push({
			at,
			cost
		});
		cost > RULE_LIMIT && refuse(at, "Forbidden", `estimated ${what} cost exceeds budget by factor of ${factor(cost / RULE_LIMIT)} (try simplifying the rule, or adding maxItems, maxProperties, and maxLength where arrays, maps, and strings are declared)`);
	}
	function checkOne(node, entry, at, uncorrelatable, where, times) {
		let rule = textMember(entry, "rule")?.trim() ?? "";
		rule === "" && refuse(`${at}.rule`, "Required", "rule is not specified");
		let message = member(entry, "message");
		typeof message == "string" && message !== "" ? message.trim() === "" ? refuse(`${at}.message`, "Invalid", "message must be non-empty if specified") : /[\r\n]/.test(message) && refuse(`${at}.message`, "Invalid", "message must not contain line breaks") : /[\r\n]/.test(rule) && refuse(`${at}.message`, "Required", "message must be specified if rule contains line breaks");
		let expression = member(entry, "messageExpression");
		typeof expression == "string" && expression !== "" && expression.trim() === "" && refuse(`${at}.messageExpression`, "Required", "messageExpression must be non-empty if specified");
		let reason = textMember(entry, "reason");
		reason !== void 0 && !REASONS.includes(reason) && refuse(`${at}.reason`, "NotSupported", `supported values: ${REASONS.map((one) => `"${one}"`).join(", ")}`);
		let path = member(entry, "fieldPath");
		typeof path == "string" && path !== "" && !resolves(node, path) && refuse(`${at}.fieldPath`, "Invalid", path.trim() === "" ? "must be non-empty if specified" : "must be a valid path");
		if (rule === "") return;
		let usesOld = isTransition(rule);
		usesOld && uncorrelatable !== void 0 && refuse(`${at}.rule`, "Invalid", `oldSelf cannot be used on the uncorrelatable portion of the schema within ${uncorrelatable}`);
		typeof member(entry, "optionalOldSelf") == "boolean" && !usesOld && refuse(`${at}.optionalOldSelf`, "Invalid", "may not be set if oldSelf is not used in rule");
		if (broken.some((one) => one === where || one.startsWith(`${where}.`))) return;
		compile(node, `${at}.rule`, rule, "rule", where, times);
		typeof expression == "string" && expression.trim() !== "" && compile(node, `${at}.messageExpression`, expression, "messageExpression", where, times);
	}
}
function factor(times) {
	return times > 100 ? "more than 100x" : `${times.toPrecision(7).replace(/\.?0+$/, "")}x`;
}
function resolves(node, path) {
	let steps = path.match(/\.[A-Za-z_][\w-]*|\['(?:[^'\\]|\\.)+'\]/g);
	if (steps === null || steps.join("") !== path) return !1;
	let at = node;
	for (let step of steps) {
		let name = step.startsWith(".") ? step.slice(1) : step.slice(2, -2).replaceAll(/\\(.)/g, "$1");
		if (at === void 0) return !1;
		at = propertyOf(at, name) ?? (step.startsWith("[") ? valuesOf(at) : void 0);
	}
	return at !== void 0;
}
// packages/crds/validity/check-defaults.ts
function checkDefaults(schema, field, refuse, options) {
	walk(schema, field, "object", !0);
	function walk(node, at, place, isTop) {
		let value = member(node, "default");
		value != null && checkOne(node, value, `${at}.default`, place, isTop);
		let isResource = place === "object" || isEmbedded(node);
		for (let [name, child] of entriesOf(node, "properties")) {
			let inner = isResource && name === "metadata" || place === "metadata" ? "metadata" : "value";
			walk(child, `${at}.properties[${name}]`, inner, isTop && isResource && (place !== "object" || name === "metadata"));
		}
		let values = valuesOf(node);
		values !== void 0 && (place === "metadata" && member(values, "default") !== void 0 ? refuse(`${at}.additionalProperties.default`, "Forbidden", "must not be set inside additionalProperties applying to object metadata") : walk(values, `${at}.additionalProperties`, place === "metadata" ? place : "value", !1));
		let items = itemsOf(node);
		items !== void 0 && walk(items, `${at}.items`, place === "metadata" ? place : "value", !1);
	}
	function checkOne(node, value, at, place, isTop) {
		if (!options.defaults) {
			refuse(at, "Forbidden", "must not be set");
			return;
		}
		if (!options.structural) return;
		if (place === "metadata" && isTop) {
			refuse(at, "Forbidden", "must not be set in top-level metadata");
			return;
		}
		let { dropped, complaints } = admit(node, value);
		let unknown = place === "metadata" ? [] : dropped.filter((path) => !isServerOwned(path));
		options.prunedDefaults && unknown.length > 0 && refuse(at, "Invalid", "must not have unknown fields");
		for (let complaint of complaints) refuse(complaint.at === "" ? at : `${at}.${complaint.at}`, "Invalid", complaint.message);
		for (let [where, text] of badLabels(node, value, place === "metadata")) refuse(`${at}${where}`, "Invalid", text);
	}
}
function isServerOwned(path) {
	return /(?:^|\.)(?:apiVersion|kind|metadata)(?:\.|$)/.test(path);
}
function badLabels(node, value, isMetadata) {
	let found = [];
	visit(node, value, "", isMetadata);
	return found;
	function visit(schema, at, path, here) {
		isList(at) && at.forEach((item, index) => visit(schema === void 0 ? void 0 : itemsOf(schema), item, `${path}[${index}]`, !1));
		if (!isObject(at)) return;
		if (here) {
			for (let [name, text] of entriesOf(at, "labels")) typeof text == "string" && !/^(?:[A-Za-z0-9](?:[-\w.]*[A-Za-z0-9])?)?$/.test(text) && found.push([`${path}.labels`, `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.': ${name}`]);
			return;
		}
		if (schema === void 0) return;
		for (let [name, inner] of Object.entries(at)) visit(propertyOf(schema, name) ?? valuesOf(schema), inner, `${path}.${name}`, isEmbedded(schema) && name === "metadata");
	}
}
// packages/crds/document/refusal.ts
function* subschemas(schema, field) {
	let properties = member(schema, "properties");
	for (let name of Object.keys(typeof properties == "object" && properties ? properties : {})) {
		let child = member(properties, name);
		child !== void 0 && (yield [`${field}.properties[${name}]`, child]);
	}
	for (let name of [
		"items",
		"additionalProperties",
		"not"
	]) {
		let child = member(schema, name);
		child !== void 0 && typeof child == "object" && (yield [`${field}.${name}`, child]);
	}
	for (let name of [
		"allOf",
		"anyOf",
		"oneOf"
	]) for (let [index, child] of listMember(schema, name).entries()) yield [`${field}.${name}[${index}]`, child];
}
// packages/crds/validity/check-keywords.ts
const FORBIDDEN = [
	"id",
	"additionalItems",
	"patternProperties",
	"definitions",
	"dependencies",
	"$ref"
];
const TYPES = [
	"array",
	"boolean",
	"integer",
	"number",
	"object",
	"string"
];
const SCALARS = new Set([
	"string",
	"number",
	"integer",
	"boolean"
]);
function checkKeywords(schema, field, refuse, options, isRoot = !0) {
	for (let name of FORBIDDEN) member(schema, name) !== void 0 && refuse(`${field}.${name}`, "Forbidden", `${name} is not supported`);
	isRoot && member(schema, "nullable") === !0 && refuse(`${field}.nullable`, "Forbidden", "nullable cannot be true at the root");
	member(schema, "uniqueItems") === !0 && refuse(`${field}.uniqueItems`, "Forbidden", "uniqueItems cannot be set to true since the runtime complexity becomes quadratic");
	isList(member(schema, "items")) && refuse(`${field}.items`, "Forbidden", "items must be a schema object and not an array");
	let values = member(schema, "additionalProperties");
	values !== void 0 && values !== !0 && entriesOf(schema, "properties").length > 0 && refuse(`${field}.additionalProperties`, "Forbidden", "additionalProperties and properties are mutual exclusive");
	member(schema, "x-kubernetes-preserve-unknown-fields") === !1 && refuse(`${field}.x-kubernetes-preserve-unknown-fields`, "Invalid", "must be true or undefined");
	checkType(schema, field, refuse, options);
	checkMapType(schema, field, refuse);
	checkListType(schema, field, refuse, options);
	for (let [inner, child] of subschemas(schema, field)) checkKeywords(child, inner, refuse, options, !1);
}
function checkType(schema, field, refuse, { types }) {
	let type = textMember(schema, "type");
	types && type !== void 0 && !TYPES.includes(type) && refuse(`${field}.type`, "NotSupported", `supported values: ${TYPES.map((one) => `"${one}"`).join(", ")}`);
	type === "null" && refuse(`${field}.type`, "Forbidden", "type cannot be set to null, use nullable as an alternative");
}
function checkMapType(schema, field, refuse) {
	let mapType = member(schema, "x-kubernetes-map-type");
	if (mapType === void 0) return;
	let type = textMember(schema, "type");
	type !== "object" && refuse(`${field}.type`, type === void 0 ? "Required" : "Invalid", "must be object if x-kubernetes-map-type is specified");
	mapType !== "atomic" && mapType !== "granular" && refuse(`${field}.x-kubernetes-map-type`, "NotSupported", "supported values: \"atomic\", \"granular\"");
}
function checkListType(schema, field, refuse, { atomicSets, mapKeys }) {
	let listType = member(schema, "x-kubernetes-list-type");
	let keys = listKeysOf(schema);
	let type = textMember(schema, "type");
	if (listType !== void 0) {
		type !== "array" && refuse(`${field}.type`, type === void 0 ? "Required" : "Invalid", "must be array if x-kubernetes-list-type is specified");
		listType !== "atomic" && listType !== "set" && listType !== "map" && refuse(`${field}.x-kubernetes-list-type`, "NotSupported", "supported values: \"atomic\", \"set\", \"map\"");
	}
	if (keys.length > 0 && listType !== "map") {
		let reason = listType === void 0 ? "Required" : "Invalid";
		refuse(`${field}.x-kubernetes-list-type`, reason, "must be map if x-kubernetes-list-map-keys is non-empty");
	}
	let items = itemsOf(schema);
	listType === "set" && items !== void 0 && checkSetItems(items, `${field}.items`, refuse, atomicSets, mapKeys);
	if (listType !== "map") return;
	keys.length === 0 && refuse(`${field}.x-kubernetes-list-map-keys`, "Required", "must not be empty if x-kubernetes-list-type is map");
	let any = member(schema, "items");
	any == null ? refuse(`${field}.items`, "Required", "must have a schema if x-kubernetes-list-type is map") : isList(any) ? refuse(`${field}.items`, "Invalid", "must only have a single schema if x-kubernetes-list-type is map") : items !== void 0 && checkMapItems(items, keys, field, refuse, mapKeys);
}
function checkSetItems(items, field, refuse, atomicSets, nullableMatters) {
	nullableMatters && member(items, "nullable") === !0 && refuse(`${field}.nullable`, "Forbidden", "cannot be nullable when x-kubernetes-list-type is set");
	if (!atomicSets) return;
	let type = textMember(items, "type");
	let detail = "must be atomic as item of a list with x-kubernetes-list-type=set";
	let listType = member(items, "x-kubernetes-list-type");
	type === "array" && listType !== void 0 && listType !== "atomic" && refuse(`${field}.x-kubernetes-list-type`, "Invalid", detail);
	type === "object" && member(items, "x-kubernetes-map-type") !== "atomic" && refuse(`${field}.x-kubernetes-map-type`, "Invalid", detail);
}
function checkMapItems(items, keys, field, refuse, mapKeys) {
	textMember(items, "type") !== "object" && refuse(`${field}.items.type`, "Invalid", "must be object if parent array's x-kubernetes-list-type is map");
	mapKeys && member(items, "nullable") === !0 && refuse(`${field}.items.nullable`, "Forbidden", "cannot be nullable when x-kubernetes-list-type is map");
	new Set(keys).size < keys.length && refuse(`${field}.x-kubernetes-list-map-keys`, "Invalid", "must not contain duplicate entries");
	for (let key of keys) {
		let property = propertyOf(items, key);
		if (property === void 0) {
			refuse(`${field}.x-kubernetes-list-map-keys`, "Invalid", "entries must all be names of item properties");
			continue;
		}
		let at = `${field}.items.properties[${key}]`;
		SCALARS.has(textMember(property, "type") ?? "") || refuse(`${at}.type`, "Invalid", "must be a scalar type if parent array's x-kubernetes-list-type is map");
		if (!mapKeys) continue;
		member(property, "default") === void 0 && !requiredOf(items).includes(key) && refuse(`${at}.default`, "Required", "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property");
		member(property, "nullable") === !0 && refuse(`${at}.nullable`, "Forbidden", "this property is in x-kubernetes-list-map-keys, so it cannot be nullable");
	}
}
const AT_ROOT = new Set("description type format title maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems\n   minItems uniqueItems multipleOf required items properties externalDocs example x-kubernetes-preserve-unknown-fields\n   x-kubernetes-validations".split(/\s+/));
function checkRoot(schema, field, refuse) {
	let type = textMember(schema, "type");
	if (type !== void 0 && type !== "object") {
		refuse(`${field}.type`, "Invalid", "only \"object\" is allowed as the type at the root of the schema if the status subresource is enabled");
		return;
	}
	let other = isObject(schema) ? Object.keys(schema).find((name) => !AT_ROOT.has(name) && !isNothing(schema[name])) : void 0;
	other !== void 0 && refuse(field, "Invalid", `${other} is not allowed at the root of the schema if the status subresource is enabled`);
}
function isNothing(value) {
	return value == null || value === !1 || isList(value) && value.length === 0;
}
function checkExtensions(schema, field, refuse) {
	let type = textMember(schema, "type");
	if (isEmbedded(schema)) {
		type !== "object" && refuse(`${field}.type`, type === void 0 ? "Required" : "Invalid", "must be object if x-kubernetes-embedded-resource is true");
		member(schema, "x-kubernetes-preserve-unknown-fields") !== !0 && entriesOf(schema, "properties").length === 0 && refuse(`${field}.properties`, "Required", "must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields");
		member(schema, "additionalProperties") !== void 0 && refuse(`${field}.additionalProperties`, "Forbidden", "must not be used if x-kubernetes-embedded-resource is set");
	}
	let intOrString = member(schema, "x-kubernetes-int-or-string") === !0;
	intOrString && type !== void 0 && refuse(`${field}.type`, "Forbidden", "must be empty if x-kubernetes-int-or-string is true");
	intOrString && member(schema, "x-kubernetes-preserve-unknown-fields") === !0 && refuse(`${field}.x-kubernetes-preserve-unknown-fields`, "Forbidden", "must be false if x-kubernetes-int-or-string is true");
	intOrString && isEmbedded(schema) && refuse(`${field}.x-kubernetes-embedded-resource`, "Forbidden", "must be false if x-kubernetes-int-or-string is true");
}
// packages/crds/validity/check-structure.ts
function checkStructure(schema, field, refuse) {
	node(schema, field, "root", refuse);
	complete(schema, schema, field, field, refuse);
}
function node(schema, field, level, refuse) {
	let type = textMember(schema, "type");
	let free = member(schema, "x-kubernetes-preserve-unknown-fields") === !0 || member(schema, "x-kubernetes-int-or-string") === !0;
	if (level === "root") {
		type === void 0 ? refuse(`${field}.type`, "Required", "must not be empty at the root") : type !== "object" && refuse(`${field}.type`, "Invalid", "must be object at the root");
		member(schema, "additionalProperties") !== void 0 && refuse(`${field}.additionalProperties`, "Forbidden", "must not be used at the root");
	} else type === void 0 && !free && refuse(`${field}.type`, "Required", `must not be empty for specified ${level === "item" ? "array items" : "object fields"}`);
	type === "array" && member(schema, "items") === void 0 && refuse(`${field}.items`, "Required", "must be specified");
	checkExtensions(schema, field, refuse);
	checkPattern(schema, field, refuse);
	(level === "root" || isEmbedded(schema)) && metadata(schema, field, refuse);
	for (let [name, child] of entriesOf(schema, "properties")) node(child, `${field}.properties[${name}]`, "field", refuse);
	let values = member(schema, "additionalProperties");
	isObject(values) && node(values, `${field}.additionalProperties`, "field", refuse);
	let items = member(schema, "items");
	isObject(items) && node(items, `${field}.items`, "item", refuse);
	let spelled = spelledIntOrString(schema);
	for (let [at, part] of conditions(schema, field)) condition(part, at, refuse, spelled.has(part));
}
function metadata(schema, field, refuse) {
	for (let name of ["apiVersion", "kind"]) {
		let type = textMember(propertyOf(schema, name), "type");
		type !== void 0 && type !== "string" && refuse(`${field}.properties[${name}].type`, "Invalid", "must be string");
	}
	for (let name of SERVER_OWNED) {
		let inside = propertyOf(schema, name);
		inside !== void 0 && noEmbedded(inside, `${field}.properties[${name}]`, refuse);
	}
	let own = propertyOf(schema, "metadata");
	if (own === void 0) return;
	let type = textMember(own, "type");
	type !== void 0 && type !== "object" && refuse(`${field}.properties[metadata].type`, "Invalid", "must be object");
	let said = Object.keys(isObject(own) ? own : {}).filter((name) => name !== "type" && name !== "description" && name !== "default" && name !== "properties");
	let properties = entriesOf(own, "properties").map(([name]) => name);
	!isEmbedded(schema) && (said.length > 0 || properties.some((name) => name !== "name" && name !== "generateName")) && refuse(`${field}.properties[metadata]`, "Forbidden", "must not specify anything other than name and generateName, but metadata is implicitly specified");
}
function noEmbedded(schema, field, refuse) {
	isEmbedded(schema) && refuse(`${field}.x-kubernetes-embedded-resource`, "Forbidden", "must not be used inside of resource meta");
	for (let [at, child] of subschemas(schema, field)) noEmbedded(child, at, refuse);
}
function checkPattern(schema, field, refuse) {
	let pattern = textMember(schema, "pattern");
	if (pattern === void 0 || toPattern(pattern) !== null) return;
	refuse(`${field}.pattern`, "Invalid", `must be a valid regular expression, but isn't: ${why(pattern)}`);
}
function why(pattern) {
	try {
		parsePattern(pattern);
		return "it is too large";
	} catch (error) {
		return error instanceof Error ? error.message : "it cannot be read";
	}
}
function* conditions(schema, field) {
	for (let name of [
		"allOf",
		"anyOf",
		"oneOf"
	]) for (let [index, part] of listMember(schema, name).entries()) yield [`${field}.${name}[${index}]`, part];
	let not = member(schema, "not");
	isObject(not) && (yield [`${field}.not`, not]);
}
function spelledIntOrString(schema) {
	if (member(schema, "x-kubernetes-int-or-string") !== !0) return new Set();
	let isPair = (parts) => parts.length === 2 && textMember(parts[0], "type") === "integer" && textMember(parts[1], "type") === "string";
	let own = listMember(schema, "anyOf");
	if (isPair(own)) return new Set(own);
	let [first] = listMember(schema, "allOf");
	let inner = listMember(first, "anyOf");
	return isPair(inner) ? new Set(inner) : new Set();
}
const EMPTY_IN_CONDITIONS = [
	["type", "must be empty to be structural"],
	["additionalProperties", "must be undefined to be structural"],
	["title", "must be empty to be structural"],
	["description", "must be empty to be structural"],
	["default", "must be undefined to be structural"],
	["nullable", "must be false to be structural"],
	["x-kubernetes-preserve-unknown-fields", "must be false to be structural"],
	["x-kubernetes-embedded-resource", "must be false to be structural"],
	["x-kubernetes-int-or-string", "must be false to be structural"],
	["x-kubernetes-list-map-keys", "must be empty to be structural"],
	["x-kubernetes-list-type", "must be undefined to be structural"],
	["x-kubernetes-map-type", "must be undefined to be structural"],
	["x-kubernetes-validations", "must be empty to be structural"]
];
function condition(schema, field, refuse, mayHaveType) {
	for (let [name, detail] of EMPTY_IN_CONDITIONS) {
		let value = member(schema, name);
		if (value == null || value === !1 || value === "" || isList(value) && value.length === 0) continue;
		if (name === "type" && mayHaveType) continue;
		refuse(`${field}.${name}`, "Forbidden", detail);
	}
	propertyOf(schema, "metadata") !== void 0 && !/\.(?:properties\[|items|additionalProperties)/.test(afterRoot(field)) && refuse(`${field}.properties[metadata]`, "Forbidden", "must not be specified in a nested context");
	checkPattern(schema, field, refuse);
	for (let [name, child] of entriesOf(schema, "properties")) condition(child, `${field}.properties[${name}]`, refuse, !1);
	let items = member(schema, "items");
	isObject(items) && condition(items, `${field}.items`, refuse, !1);
	for (let [at, part] of conditions(schema, field)) condition(part, at, refuse, mayHaveType || isOnlyAlternative(schema, field));
}
function afterRoot(field) {
	return field.slice(field.indexOf("openAPIV3Schema") + 15);
}
function isOnlyAlternative(schema, field) {
	let [first, second] = listMember(schema, "anyOf");
	return field.endsWith(".allOf[0]") && textMember(first, "type") === "integer" && textMember(second, "type") === "string";
}
function complete(schema, skeleton, field, at, refuse) {
	for (let [where, part] of conditions(schema, field)) within(part, skeleton, where, at, refuse);
	for (let [name, child] of entriesOf(schema, "properties")) complete(child, child, `${field}.properties[${name}]`, `${at}.properties[${name}]`, refuse);
	let items = member(schema, "items");
	isObject(items) && complete(items, items, `${field}.items`, `${at}.items`, refuse);
	let values = member(schema, "additionalProperties");
	isObject(values) && complete(values, values, `${field}.additionalProperties`, `${at}.additionalProperties`, refuse);
}
function within(part, skeleton, where, at, refuse) {
	for (let [name, child] of entriesOf(part, "properties")) {
		let here = propertyOf(skeleton, name) ?? (isObject(member(skeleton, "additionalProperties")) ? member(skeleton, "additionalProperties") : void 0);
		here === void 0 ? refuse(`${at}.properties[${name}]`, "Required", `because it is defined in ${where}.properties[${name}]`) : within(child, here, `${where}.properties[${name}]`, `${at}.properties[${name}]`, refuse);
	}
	let items = member(part, "items");
	if (isObject(items)) {
		let here = member(skeleton, "items");
		isObject(here) ? within(items, here, `${where}.items`, `${at}.items`, refuse) : refuse(`${at}.items`, "Required", `because it is defined in ${where}.items`);
	}
	for (let [inner, nested] of conditions(part, where)) within(nested, skeleton, inner, at, refuse);
}
// packages/crds/validity/check-definition.ts
const ALL = {
	types: !0,
	atomicSets: !0,
	mapKeys: !0,
	structural: !0,
	defaults: !0,
	prunedDefaults: !0,
	status: !1
};
function checkSchema(schema, field, options) {
	let found = [];
	let refuse = (at, reason, detail) => void found.push({
		field: at,
		reason,
		detail
	});
	if (!isObject(schema)) return found;
	options.status && checkRoot(schema, field, refuse);
	checkKeywords(schema, field, refuse, options);
	options.structural && checkStructure(schema, field, refuse);
	let broken = found.map((refusal) => refusal.field);
	checkDefaults(schema, field, refuse, options);
	checkCelRules(schema, field, refuse, broken);
	return found;
}
function checkDefinition(definition) {
	let found = [];
	let refuse = (at, reason, detail) => void found.push({
		field: at,
		reason,
		detail
	});
	let spec = member(definition, "spec");
	checkNames(definition, refuse);
	checkConversion(member(spec, "conversion"), member(spec, "preserveUnknownFields") === !0, refuse);
	member(spec, "preserveUnknownFields") === !0 && refuse("spec.preserveUnknownFields", "Invalid", "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead");
	let versions = listMember(spec, "versions");
	let names = versions.map((version) => textMember(version, "name") ?? "");
	names.forEach((name, index) => {
		isLabel(name) || refuse(`spec.versions[${index}].name`, "Invalid", LABEL);
		names.indexOf(name) < index && refuse(`spec.versions[${index}].name`, "Duplicate", "must contain unique version names");
	});
	versions.filter((version) => member(version, "storage") === !0).length !== 1 && refuse("spec.versions", "Invalid", "must have exactly one version marked as storage version");
	for (let [index, version] of versions.entries()) checkVersion(version, spec, `spec.versions[${index}]`, found, refuse);
	return found;
}
function checkVersion(version, spec, at, found, refuse) {
	let shared = member(member(spec, "validation"), "openAPIV3Schema");
	let schema = member(member(version, "schema"), "openAPIV3Schema") ?? shared;
	let field = shared === void 0 ? `${at}.schema.openAPIV3Schema` : "spec.validation.openAPIV3Schema";
	if (schema == null) refuse(field, "Required", "schemas are required");
	else {
		let status = member(member(version, "subresources") ?? member(spec, "subresources"), "status") !== void 0;
		for (let refusal of checkSchema(schema, field, {
			...ALL,
			status
		})) found.some((other) => canonical({ ...other }) === canonical({ ...refusal })) || found.push(refusal);
	}
	let warning = member(version, "deprecationWarning");
	if (warning != null) {
		member(version, "deprecated") !== !0 && refuse(`${at}.deprecationWarning`, "Invalid", "can only be set for deprecated versions");
		(typeof warning != "string" || warning === "" || warning.length > 256 || /\p{C}/u.test(warning)) && refuse(`${at}.deprecationWarning`, "Invalid", "must be 1 to 256 printable characters");
	}
	checkScale(member(member(version, "subresources") ?? member(spec, "subresources"), "scale"), `${at}.subresources.scale`, refuse);
	(member(version, "additionalPrinterColumns") === void 0 ? [] : listMember(version, "additionalPrinterColumns")).forEach((column, index) => checkColumn(column, `${at}.additionalPrinterColumns[${index}]`, refuse));
	checkSelectable(version, schema, `${at}.selectableFields`, refuse);
}
const LABEL = "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character";
function isLabel(text) {
	return text.length <= 63 && /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(text);
}
function isSubdomain(text) {
	return text.length <= 253 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(text);
}
function checkNames(definition, refuse) {
	let metadata = member(definition, "metadata");
	let spec = member(definition, "spec");
	let group = textMember(spec, "group") ?? "";
	let names = member(spec, "names");
	let plural = textMember(names, "plural") ?? "";
	textMember(metadata, "name") !== `${plural}.${group}` && refuse("metadata.name", "Invalid", "must be spec.names.plural+\".\"+spec.group");
	group === "" ? refuse("spec.group", "Required", "") : isSubdomain(group) ? group.includes(".") || refuse("spec.group", "Invalid", "should be a domain with at least one dot") : refuse("spec.group", "Invalid", "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character");
	let scope = textMember(spec, "scope");
	scope === void 0 ? refuse("spec.scope", "Required", "") : scope !== "Cluster" && scope !== "Namespaced" && refuse("spec.scope", "NotSupported", "supported values: \"Cluster\", \"Namespaced\"");
	plural === "" && refuse("spec.names.plural", "Required", "");
	let kind = textMember(names, "kind");
	kind === void 0 && refuse("spec.names.kind", "Required", "");
	let singular = textMember(names, "singular") ?? kind?.toLowerCase() ?? "";
	let listKind = textMember(names, "listKind") ?? (kind === void 0 ? "" : `${kind}List`);
	for (let [name, value] of [
		["plural", plural],
		["singular", singular],
		["kind", kind ?? ""],
		["listKind", listKind]
	]) value !== "" && !isLabel(value.toLowerCase()) && refuse(`spec.names.${name}`, "Invalid", LABEL);
	for (let name of ["shortNames", "categories"]) listMember(names, name).forEach((value, index) => {
		typeof value == "string" && isLabel(value) || refuse(`spec.names.${name}[${index}]`, "Invalid", LABEL);
	});
	kind !== void 0 && kind === listKind && refuse("spec.names.listKind", "Invalid", "kind and listKind may not be the same");
	checkApproval(group, member(metadata, "annotations"), refuse);
}
function checkApproval(group, annotations, refuse) {
	if (!/(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group)) return;
	let said = textMember(annotations, "api-approved.kubernetes.io");
	let field = "metadata.annotations[api-approved.kubernetes.io]";
	said === void 0 ? refuse(field, "Required", "protected groups must have approval annotation \"api-approved.kubernetes.io\"") : !said.startsWith("unapproved") && !URL.canParse(said) && refuse(field, "Invalid", "must be the URL of the approving pull request, or start with “unapproved”");
}
function checkConversion(conversion, keeps, refuse) {
	if (conversion == null) return;
	let strategy = textMember(conversion, "strategy") ?? "None";
	let webhook = member(conversion, "webhook");
	let client = member(webhook, "clientConfig") ?? member(conversion, "webhookClientConfig");
	let reviewed = member(webhook, "conversionReviewVersions") === void 0 ? listMember(conversion, "conversionReviewVersions") : listMember(webhook, "conversionReviewVersions");
	let at = member(webhook, "clientConfig") === void 0 && member(conversion, "webhookClientConfig") !== void 0 ? "spec.conversion.webhookClientConfig" : "spec.conversion.webhook.clientConfig";
	if (strategy !== "None" && strategy !== "Webhook") {
		refuse("spec.conversion.strategy", "NotSupported", "supported values: \"None\", \"Webhook\"");
		return;
	}
	if (strategy === "None") {
		client !== void 0 && refuse(at, "Forbidden", "should not be set when strategy is not set to Webhook");
		reviewed.length > 0 && refuse("spec.conversion.conversionReviewVersions", "Forbidden", "should not be set when strategy is not set to Webhook");
		return;
	}
	keeps && refuse("spec.conversion.strategy", "Invalid", "must be None if spec.preserveUnknownFields is true");
	client === void 0 ? refuse(at, "Required", "required when strategy is set to Webhook") : checkClient(client, at, refuse);
	let names = reviewed.map((name) => typeof name == "string" ? name : "");
	names.forEach((name, index) => {
		isLabel(name) || refuse(`spec.conversion.conversionReviewVersions[${index}]`, "Invalid", LABEL);
		names.indexOf(name) < index && refuse(`spec.conversion.conversionReviewVersions[${index}]`, "Invalid", "duplicate version");
	});
	names.length === 0 ? refuse("spec.conversion.conversionReviewVersions", "Required", "is required") : !names.includes("v1") && !names.includes("v1beta1") && refuse("spec.conversion.conversionReviewVersions", "Invalid", "must include at least one of v1, v1beta1");
}
function checkClient(client, at, refuse) {
	let [url, service] = [member(client, "url"), member(client, "service")];
	url === void 0 == (service === void 0) && refuse(at, "Required", "exactly one of url or service is required");
	if (typeof url == "string") {
		let parsed = URL.canParse(url) ? new URL(url) : void 0;
		parsed?.protocol !== "https:" && refuse(`${at}.url`, "Invalid", "'https' is the only allowed URL scheme; desired format: https://host[/path]");
		(parsed?.hostname ?? "") === "" && refuse(`${at}.url`, "Invalid", "host must be specified; desired format: https://host[/path]");
	}
	if (!isObject(service)) return;
	textMember(service, "name") === void 0 && refuse(`${at}.service.name`, "Required", "service name is required");
	textMember(service, "namespace") === void 0 && refuse(`${at}.service.namespace`, "Required", "service namespace is required");
	let port = member(service, "port");
	(typeof port == "bigint" || typeof port == "number") && (port < 1 || port > 65535) && refuse(`${at}.service.port`, "Invalid", "port is not valid: must be between 1 and 65535, inclusive");
}
function checkScale(scale, at, refuse) {
	if (!isObject(scale)) return;
	for (let [name, below, needed] of [
		[
			"specReplicasPath",
			[".spec."],
			!0
		],
		[
			"statusReplicasPath",
			[".status."],
			!0
		],
		[
			"labelSelectorPath",
			[".spec.", ".status."],
			!1
		]
	]) {
		let path = textMember(scale, name);
		path === void 0 ? needed && refuse(`${at}.${name}`, "Required", "") : (!below.some((prefix) => path.startsWith(prefix)) || /[[\]]/.test(path)) && refuse(`${at}.${name}`, "Invalid", `should be a json path under ${below.map((prefix) => prefix.slice(0, -1)).join(" or ")}`);
	}
}
function checkColumn(column, at, refuse) {
	textMember(column, "name") === void 0 && refuse(`${at}.name`, "Required", "");
	let type = textMember(column, "type");
	type === void 0 ? refuse(`${at}.type`, "Required", "") : [
		"boolean",
		"date",
		"integer",
		"number",
		"string"
	].includes(type) || refuse(`${at}.type`, "Invalid", "must be one of boolean,date,integer,number,string");
	let path = textMember(column, "jsonPath") ?? textMember(column, "JSONPath");
	path === void 0 ? refuse(`${at}.JSONPath`, "Required", "") : /^\s*\{?\s*\.|^\s*\{?\[/.test(path) || refuse(`${at}.JSONPath`, "Invalid", "is an invalid path: must start with .");
}
function checkSelectable(version, schema, at, refuse) {
	let paths = listMember(version, "selectableFields").map((field) => textMember(field, "jsonPath") ?? "");
	paths.length > 8 && refuse(at, "TooMany", `must have at most 8 items: ${paths.join(", ")}`);
	paths.forEach((path, index) => {
		let field = `${at}[${index}].jsonPath`;
		if (path === "") refuse(field, "Required", "");
		else if (paths.indexOf(path) < index) refuse(field, "Duplicate", "");
		else if (path.startsWith(".metadata")) refuse(field, "Invalid", "must not point to fields in metadata");
		else {
			let found = resolve$1(schema, path);
			found === void 0 ? refuse(field, "Invalid", "is an invalid path: does not refer to a valid field") : [
				"string",
				"boolean",
				"integer"
			].includes(textMember(found, "type") ?? "") || refuse(field, "Invalid", "must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.");
		}
	});
}
function resolve$1(schema, path) {
	let steps = path.match(/\.[\w-]+|\['[^']+'\]|\[\d+\]/g);
	if (steps === null || steps.join("") !== path) return;
	let at = schema;
	for (let step of steps) {
		if (at === void 0) return;
		let name = step.startsWith(".") ? step.slice(1) : step.slice(1, -1).replaceAll("'", "");
		at = /^\d+$/.test(name) ? itemsOf(at) : propertyOf(at, name) ?? valuesOf(at);
	}
	return at;
}
const ONCE_ANYWHERE = /x-kubernetes-list-map-keys, so|x-kubernetes-list-type is (?:map|set)$|list with x-kubernetes-list-type=set$|^must not be empty (?:for specified|at the root)|^schemas are required$/;
function isRatcheted(refusal, before) {
	return before.some((other) => other.reason === refusal.reason && other.detail === refusal.detail && (other.field === refusal.field || ONCE_ANYWHERE.test(refusal.detail)));
}
function versionOf(refusal, definition) {
	let index = /^spec\.versions\[(\d+)\]/.exec(refusal.field)?.[1];
	if (index === void 0) return;
	return textMember(listMember(member(definition, "spec"), "versions")[Number(index)], "name");
}
// packages/crds/validity/validity.ts
function judgeValidity(before, after) {
	let crd = after.name;
	if (textMember(after.value, "apiVersion") === "apiextensions.k8s.io/v1beta1") return [{
		severity: before === null || textMember(before.value, "apiVersion") !== "apiextensions.k8s.io/v1beta1" ? "error" : "warning",
		rule: "definition-invalid",
		message: `CRD ${crd} is written in apiextensions.k8s.io/v1beta1, which Kubernetes 1.22 and later refuse.`,
		advice: "Have the source generate apiextensions.k8s.io/v1 (controller-gen 0.3 and later).",
		crd,
		path: "apiVersion",
		after: "apiextensions.k8s.io/v1beta1"
	}];
	let old = before === null ? [] : checkDefinition(before.value);
	let refusals = checkDefinition(after.value).map((refusal) => {
		let ratcheted = isRatcheted(refusal, old);
		let version = versionOf(refusal, after.value);
		return {
			severity: ratcheted ? "warning" : "error",
			rule: "definition-invalid",
			message: `CRD ${crd}: the API server refuses it${ratcheted ? " where it is not installed yet" : ""}: ${refusal.field}: ${refusal.detail || "required"}.`,
			advice: "Have it corrected in the source.",
			crd,
			...version !== void 0 && { version },
			path: refusal.field
		};
	});
	let large = before === null ? size(null, after).map((told) => ({
		...told,
		crd
	})) : [];
	return [...refusals, ...large];
}
// packages/crds/document/names.ts
function isSelected(name, { include, exclude }) {
	return (include.length === 0 || include.some((glob) => matches(glob, name))) && !exclude.some((glob) => matches(glob, name));
}
function checkSelection(names, { include }) {
	let idle = include.find((glob) => !names.some((name) => matches(glob, name)));
	if (idle === void 0) return;
	throw new UserError(`Input “include”: “${idle}” matches none of the CRDs in the sources: ${names.join(", ")}.`, { advice: "Globs match the whole metadata.name, for example “*.codeflare.dev”." });
}
function matches(glob, name) {
	let [g, n, star, retry] = [
		0,
		0,
		-1,
		0
	];
	for (; n < name.length;) if (glob[g] === "*") {
		star = g++;
		retry = n;
	} else if (g < glob.length && (glob[g] === "?" || glob[g] === name[n])) {
		g++;
		n++;
	} else if (star >= 0) {
		g = star + 1;
		n = ++retry;
	} else return !1;
	for (; glob[g] === "*";) g++;
	return g === glob.length;
}
// packages/crds/sync/waivers.ts
const said = pipe(string(), trim(), minLength(1, "must say something"));
const FILE = strictObject({ waivers: array(strictObject({
	rule: said,
	crd: said,
	path: said,
	reason: said,
	owner: said,
	expires: pipe(string(), isoDate("must be a day, like 2026-12-31"))
})) });
const ADVICE = "Each entry of “waivers” has rule, crd and path (as the finding has them), reason, owner and expires (a day).";
function readWaivers(bytes, path) {
	if (bytes === null) throw new UserError(`Input “waivers”: there is no file “${path}”.`, {
		file: path,
		advice: ADVICE
	});
	let text = decode(bytes, path);
	let read = safeParse(FILE, parse({
		text,
		line: 1
	}, path));
	let lines = linesOf(text);
	if (read.success) return read.output.waivers.map((waiver, index) => ({
		...waiver,
		line: lines[index] ?? 1
	}));
	let [issue] = read.issues;
	let index = Number(/^waivers\.(\d+)/.exec(getDotPath(issue) ?? "")?.[1] ?? NaN);
	throw new UserError(`${path}: ${getDotPath(issue) ?? "the file"}: ${issue.message}.`, {
		file: path,
		line: lines[index] ?? 1,
		advice: ADVICE
	});
}
function linesOf(text) {
	let counter = new LineCounter();
	let root = parseDocument(text, {
		lineCounter: counter,
		prettyErrors: !1,
		logLevel: "silent"
	}).contents;
	let list = isMap(root) ? root.get("waivers") : void 0;
	if (!isSeq(list)) return [];
	return list.items.map((item) => isMap(item) && item.range ? counter.linePos(item.range[0]).line : 1);
}
function applyWaivers(findings, waivers, file, today, judged) {
	let used = new Set();
	let problems = [];
	let marked = findings.map((finding) => {
		let waiver = waivers.find((one) => fits(one, finding));
		if (waiver === void 0 || finding.severity !== "error") return finding;
		used.add(waiver);
		return waiver.expires < today ? finding : {
			...finding,
			waived: !0,
			message: `${finding.message} Waived by ${waiver.owner} until ${waiver.expires}: ${waiver.reason}`
		};
	});
	for (let waiver of waivers) {
		let { rule, crd, path, owner, expires, line } = waiver;
		let what = `the waiver of ${owner} for ${rule} at ${path} of ${crd}`;
		let common = {
			severity: "error",
			crd,
			path,
			file,
			line
		};
		expires < today ? problems.push({
			...common,
			rule: "waiver-expired",
			message: `${file}: ${what} expired on ${expires}.`,
			advice: `Ask ${owner} whether it still holds; then set a new day, or delete it.`
		}) : !used.has(waiver) && judged(crd) !== "unchanged" && problems.push({
			...common,
			rule: "waiver-unused",
			message: `${file}: ${what} waives nothing${judged(crd) === "unknown" ? "; no source has that CRD" : ""}.`,
			advice: "Delete it, or correct rule, crd and path: they must be those of the finding."
		});
	}
	return {
		findings: marked,
		problems
	};
}
function fits({ rule, crd, path }, finding) {
	return rule === finding.rule && crd === finding.crd && matches(path, finding.path ?? ".");
}
// packages/crds/sync/plan.ts
function planSync({ sources, destination, lock, waivers }, policy) {
	let offered = collectDefinitions(sources);
	checkSelection([...offered.keys()].sort(), policy);
	let wanted = new Map([...offered].filter(([name]) => isSelected(name, policy)));
	if (wanted.size === 0) throw new UserError(`Input “exclude” leaves none of the ${offered.size} CRDs in the sources.`, { advice: "Exclude fewer, or leave the source out." });
	let draft = new Destination(destination);
	let started = new Map(draft.definitions().map((placed) => [placed.definition.name, placed]));
	let crds = new Map();
	let steps = [];
	for (let sourced of [...wanted.values()].sort(byName)) {
		let { definition, origin } = sourced;
		let crd = definition.name;
		let present = started.get(crd);
		let locked = lock.crds.get(crd);
		let common = {
			crd,
			origin,
			before: present?.definition ?? null,
			after: definition
		};
		present === void 0 ? steps.push({
			...common,
			action: "added",
			file: draft.put(sourced)
		}) : present.definition.digest === definition.digest ? steps.push({
			...common,
			action: "unchanged",
			file: present.file
		}) : locked !== void 0 && locked.digest !== present.definition.digest ? steps.push({
			...common,
			action: "edited",
			file: present.file,
			note: "changed since it was copied"
		}) : steps.push({
			...common,
			action: "updated",
			file: draft.put(sourced)
		});
		let step = steps.at(-1);
		step !== void 0 && crds.set(crd, renew(locked, lockEntry(sourced, step.file)));
	}
	for (let [crd, entry] of [...lock.crds].sort(([a], [b]) => a < b ? -1 : 1)) {
		if (wanted.has(crd)) continue;
		let present = started.get(crd);
		let common = {
			crd,
			origin: null,
			before: present?.definition ?? null,
			after: null,
			file: present?.file ?? entry.file
		};
		if (offered.has(crd)) present !== void 0 && steps.push({
			...common,
			action: "kept",
			note: "excluded; left as it is from now on"
		});
		else if (present !== void 0) {
			if (present.definition.digest !== entry.digest) {
				steps.push({
					...common,
					action: "edited",
					note: "gone from the source, and changed here since it was copied"
				});
				crds.set(crd, entry);
			} else if (policy.prune) {
				draft.remove(crd);
				steps.push({
					...common,
					action: "removed"
				});
			} else {
				steps.push({
					...common,
					action: "kept",
					note: "gone from the source; kept because of “prune: false”"
				});
				crds.set(crd, entry);
			}
		}
	}
	let owned = new Set([...lock.crds.values()].map(({ file }) => file));
	let { findings: marked, problems } = waive(judgeAll(steps, lock, policy.compatibility), waivers, steps, policy.compatibility);
	let breaking = marked.some(({ severity, waived }) => severity === "error" && waived !== !0);
	let told = [...problems, ...marked];
	let findings = policy.compatibility === "error" ? told : told.map(asWarning);
	return {
		steps: steps.sort((a, b) => a.crd < b.crd ? -1 : 1),
		files: draft.edits(),
		lock: {
			crds,
			stored: remember(lock.stored, steps)
		},
		findings: [
			...findings,
			...movedRefs(sources, lock),
			...movedSources(steps, lock)
		],
		breaking,
		present: unique(steps.filter((step) => isOurs(step) && (step.action === "added" || !owned.has(step.file))).map(({ file }) => file)),
		absent: [...owned].filter((file) => !draft.has(file)).sort()
	};
}
function byName(a, b) {
	return a.definition.name < b.definition.name ? -1 : 1;
}
function isOurs({ action }) {
	return action === "added" || action === "updated" || action === "unchanged";
}
function renew(old, now) {
	if (old === void 0 || old.ref === null || isVersion(old.ref)) return now;
	let { file, repository, ref, path, digest } = now;
	return old.file === file && old.repository === repository && old.ref === ref && old.path === path && old.digest === digest ? old : now;
}
function isVersion(ref) {
	return /\d\.\d/.test(ref) && !ref.includes("/");
}
function unique(items) {
	return [...new Set(items)];
}
function lockEntry({ definition, origin }, file) {
	let { source, commit, blob, path } = origin;
	return {
		file,
		repository: source.kind === "remote" ? source.repository : "./",
		ref: source.kind === "remote" ? source.ref : null,
		commit,
		path,
		blob,
		digest: definition.digest,
		versions: definition.versions.map(({ name }) => name)
	};
}
function remember(stored, steps) {
	let next = new Map(stored);
	for (let { crd, before, after } of steps) {
		let versions = [before, after].flatMap((definition) => definition?.versions ?? []).filter(({ storage }) => storage);
		let known = unique([...next.get(crd) ?? [], ...versions.map(({ name }) => name)]);
		known.length > 0 && next.set(crd, known);
	}
	return next;
}
function asWarning(finding) {
	return finding.severity === "error" ? {
		...finding,
		severity: "warning"
	} : finding;
}
function judgeAll(steps, lock, compatibility) {
	return steps.flatMap(({ crd, action, before, after, file }) => {
		if (action === "removed") return [{
			...judgeGone(crd, before, steps),
			file
		}];
		if (compatibility === "off" || after === null) return [];
		if (action === "added") return judgeValidity(null, after).map((finding) => ({
			...finding,
			file
		}));
		if (action !== "updated" || before === null) return [];
		return [...judge(before, after, lock.stored.get(crd) ?? []), ...judgeValidity(before, after)].map((finding) => ({
			...finding,
			file
		}));
	});
}
function judgeGone(crd, before, steps) {
	let removal = judgeRemoval(crd, before?.versions.map(({ name }) => name) ?? []);
	let heir = steps.find(({ action, after }) => action === "added" && before !== null && after?.names.kind === before.names.kind && after.names.plural === before.names.plural);
	if (heir === void 0) return removal;
	return {
		...removal,
		rule: "crd-moved",
		message: `CRD ${crd} becomes ${heir.crd}. To a cluster that is another kind: deleting the old CRD deletes every object of it, and none appears in the new one.`,
		advice: `Have users copy their objects to ${heir.crd} before ${crd} is deleted. To keep both files, set “prune: false”.`,
		after: heir.crd
	};
}
function waive(judged, file, steps, compatibility) {
	if (file === null || compatibility === "off") return {
		findings: judged,
		problems: []
	};
	return applyWaivers(judged, file.waivers, file.path, file.today, (crd) => {
		let step = steps.find((one) => one.crd === crd);
		if (step === void 0) return "unknown";
		return step.action === "updated" || step.action === "removed" || step.action === "added" ? "compared" : "unchanged";
	});
}
function movedSources(steps, lock) {
	return steps.flatMap(({ crd, origin, file }) => {
		let was = lock.crds.get(crd)?.repository;
		if (origin?.source.kind !== "remote" || was === void 0 || was === "./" || was === origin.source.repository) return [];
		return [{
			severity: "info",
			rule: "source-moved",
			message: `CRD ${crd} comes from ${origin.source.repository} now; it came from ${was}.`,
			advice: "Check that it is the same project.",
			crd,
			file,
			before: was,
			after: origin.source.repository
		}];
	});
}
function movedRefs(sources, lock) {
	let told = new Map();
	for (let { origin } of sources) {
		let { source, commit } = origin;
		if (source.kind !== "remote" || commit === null || !isVersion(source.ref)) continue;
		for (let entry of lock.crds.values()) {
			if (entry.repository !== source.repository || entry.ref !== source.ref) continue;
			if (entry.commit === null || entry.commit === commit) continue;
			told.set(`${source.repository}@${source.ref}`, {
				severity: "warning",
				rule: "tag-moved",
				message: `${showOrigin(origin)} was commit ${entry.commit.slice(0, 12)} when it was last copied; it is ${commit.slice(0, 12)} now.`,
				advice: `A release tag should not move. Ask ${source.repository} what happened before you take its CRDs.`,
				before: entry.commit,
				after: commit
			});
		}
	}
	return [...told.values()];
}
async function readSource(source, workspace, remote, depth = 0) {
	let tree = source.kind === "remote" ? await openRemote(source, remote) : openLocal(workspace);
	let { path } = source;
	let isFile = mayHoldDefinitions(path) || isKustomization(path);
	let all = isFile && source.kind === "local" ? await here(path, workspace) : await tree.list(isFile ? directoryOf(path) : path);
	let candidates = all.filter((file) => file.path === path || directoryOf(file.path) === path).filter((file) => mayHoldDefinitions(file.path) && !isKustomization(file.path));
	let files = isKustomization(path) ? [] : await readFiles(candidates, source, tree);
	if (hasDefinitions(files)) return {
		files,
		findings: []
	};
	let kustomization = KUSTOMIZATIONS.map((name) => posix.join(path, name)).find((name) => all.some((file) => file.path === name));
	let start = isKustomization(path) && all.some((file) => file.path === path) ? path : kustomization;
	if (start !== void 0) {
		let followed = await followKustomization(start, source, tree, workspace, remote, depth);
		if (hasDefinitions(followed.files)) return followed;
	}
	throw nothingFound(source, all.map((file) => file.path));
}
async function here(path, workspace) {
	return await workspace.read(path, "sources") === null ? [] : [{
		path,
		blob: null
	}];
}
function remembering(remote) {
	let commits = new Map();
	let directories = new Map();
	let once = (known, key, ask) => {
		let asked = known.get(key) ?? ask();
		known.set(key, asked);
		return asked;
	};
	return {
		resolve: (repository, ref) => once(commits, `${repository}@${ref}`, () => remote.resolve(repository, ref)),
		list: (repository, commit, directory) => once(directories, `${repository}@${commit}:${directory}`, () => remote.list(repository, commit, directory)),
		read: (repository, commit, blobs) => remote.read(repository, commit, blobs)
	};
}
function hasDefinitions(files) {
	return files.some((file) => file.documents.some((document) => document.definition !== void 0));
}
async function readFiles(candidates, source, tree) {
	let sorted = candidates.toSorted((a, b) => a.path < b.path ? -1 : 1);
	let contents = await tree.read(sorted);
	return sorted.map(({ path, blob }, index) => ({
		...readDefinitions(contents[index] ?? Buffer.alloc(0), path),
		origin: {
			source,
			path,
			commit: tree.commit,
			blob
		}
	}));
}
async function followKustomization(start, source, tree, workspace, remote, depth) {
	if (depth > 8) throw circle(start);
	let all = await tree.list("");
	let byPath = new Map(all.map((file) => [file.path, file]));
	let wanted = new Map();
	let findings = [];
	let others = [];
	let open = [start];
	let seen = new Set();
	for (let at = open.shift(); at !== void 0; at = open.shift()) {
		if (seen.has(at)) continue;
		seen.add(at);
		let file = byPath.get(at);
		let [bytes] = file === void 0 ? [] : await tree.read([file]);
		let { resources, elsewhere, transforms } = readKustomization(bytes ?? Buffer.alloc(0), at);
		transforms.length > 0 && findings.push(transformed(at, source, transforms));
		for (let resource of resources) {
			let inner = KUSTOMIZATIONS.map((name) => posix.join(resource, name)).find((name) => byPath.has(name));
			let found = byPath.get(resource);
			if (found !== void 0) wanted.set(resource, found);
			else if (inner === void 0) throw notThere(resource, at, source);
			else open.push(inner);
		}
		for (let entry of elsewhere) {
			let more = await readSource(remoteBase(entry, at), workspace, remote, depth + 1);
			others.push(...more.files);
			findings.push(...more.findings);
		}
	}
	return {
		files: [...await readFiles([...wanted.values()], source, tree), ...others],
		findings
	};
}
function remoteBase(entry, file) {
	let short = entry.replace(/^(?:git::)?(?:https?:\/\/|ssh:\/\/git@|git@)?/, "").replace(/^github\.com:/, "github.com/");
	let found = /^github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:\/{1,2}([^?]*))?\?(?:.*&)?(?:ref|version)=([^&]+)/.exec(short);
	let raw = /^raw\.githubusercontent\.com\/([\w.-]+)\/([\w.-]+)\/([^/]+)\/(.+)$/.exec(short);
	if (found !== null) return parseSource(`${found[1]}/${found[2]}@${found[4]}:${found[3] === void 0 || found[3] === "" ? "." : found[3]}`);
	if (raw !== null) return parseSource(`${raw[1]}/${raw[2]}@${raw[3]}:${raw[4]}`);
	throw new UserError(`${file}: the resource “${entry}” is not a path of a GitHub repository at a ref.`, {
		file,
		advice: "Name it as a source of its own, as OWNER/REPO@REF:PATH."
	});
}
function transformed(file, source, transforms) {
	return {
		severity: "warning",
		rule: "kustomization-not-applied",
		message: `${file} in ${showSource(source)} has ${transforms.join(", ")}; CRDs are copied as their files are, without that.`,
		advice: "Keep such patches in the kustomization of the destination, where your names and namespaces are known."
	};
}
function notThere(resource, kustomization, source) {
	return new UserError(`sources: ${kustomization} in “${showSource(source)}” lists “${resource}”, which is not there.`, { advice: "Have it corrected in the source, or name the directory of the CRDs instead of the kustomization." });
}
function circle(kustomization) {
	return new UserError(`sources: kustomizations list each other in a circle, back to ${kustomization}.`, { advice: "Name the directory of the CRDs instead of the kustomization." });
}
async function openRemote(source, remote) {
	let { repository, ref } = source;
	let commit = await remote.resolve(repository, ref);
	return {
		commit,
		async list(directory) {
			return (await remote.list(repository, commit, directory)).filter(({ mode }) => mode.startsWith("100"));
		},
		async read(files) {
			if (files.length === 0) return [];
			let found = await remote.read(repository, commit, files.flatMap(({ blob }) => blob ?? []));
			return files.map(({ blob }) => found.get(blob ?? "") ?? Buffer.alloc(0));
		}
	};
}
function openLocal(workspace) {
	return {
		commit: null,
		async list(directory) {
			return (await workspace.list(directory, "sources")).map((path) => ({
				path,
				blob: null
			}));
		},
		read: (files) => pLimit(16).map(files, async ({ path }) => await workspace.read(path, "sources") ?? Buffer.alloc(0))
	};
}
function directoryOf(path) {
	let directory = posix.dirname(path);
	return directory === "." ? "" : directory;
}
function nothingFound(source, paths) {
	let shown = showSource(source);
	if (paths.length === 0) return new UserError(`sources: there is nothing at “${shown}”.`, { advice: "Check the path against the repository at that ref; it is case-sensitive and starts at the root." });
	let inside = source.path === "" ? "" : `${source.path}/`;
	let below = [...new Set(paths.map((path) => posix.dirname(path)).filter((path) => path.startsWith(inside) && path !== source.path))].find((path) => paths.some((p) => posix.dirname(p) === path && mayHoldDefinitions(p)));
	return new UserError(`sources: no CRD in “${shown}” (${paths.length} files, directories below are not searched).`, { advice: below === void 0 ? "Point to the directory that holds the CRDs." : `There are YAML files in “${below}”: is it that one?` });
}
// packages/crds/sync/read-unmoved.ts
async function readUnmoved(source, remote, lock, destination) {
	if (source.kind === "local") return null;
	let { repository, ref, path } = source;
	let entries = [...lock.crds].filter(([, entry]) => entry.repository === repository && entry.ref === ref && isBelow(entry.path, path));
	let commits = new Set(entries.map(([, { commit }]) => commit));
	let [commit] = commits;
	if (commits.size !== 1 || commit == null) return null;
	if (ref !== commit && await remote.resolve(repository, ref) !== commit) return null;
	let files = [];
	for (let [name, entry] of entries) {
		let document = destination.flatMap(({ documents }) => documents).find(({ definition }) => definition?.name === name && definition.digest === entry.digest);
		if (document === void 0) return null;
		files.push({
			path: entry.path,
			documents: [document],
			origin: {
				source,
				path: entry.path,
				commit,
				blob: entry.blob
			}
		});
	}
	return {
		files,
		findings: []
	};
}
function isBelow(file, path) {
	return path === "" || file === path || file.startsWith(`${path}/`);
}
// packages/crds/sync/sync.ts
async function sync(options, workspace, remote) {
	let destination = directory(options.destination);
	let lockFile = options.lockFile === "" ? posix.join(destination, "crds.lock.yaml") : posix.normalize(options.lockFile);
	if (options.sources.length === 0) throw new UserError("Input “sources” is missing: at least one OWNER/REPO@REF:PATH or ./local/path, one a line.", { advice: "For example “project-codeflare/appwrapper@v1.0.4:config/crd/bases”." });
	let parsed = options.sources.map(parseSource);
	await workspace.locate(destination, "destination");
	let [lock, present, kustomization, waivers] = await Promise.all([
		workspace.read(lockFile, "lock-file").then((bytes) => readLock(bytes, lockFile)),
		readDestination(destination, lockFile, workspace),
		findKustomization(options.kustomization, destination, workspace),
		findWaivers(options, workspace)
	]);
	let asking = remembering(remote);
	let read = await Promise.all(parsed.map(async (source) => (options.mode === "check" ? await readUnmoved(source, asking, lock, present) : null) ?? await readSource(source, workspace, asking)));
	let sources = read.flatMap(({ files }) => files);
	let plan = planSync({
		sources,
		destination: present,
		lock,
		waivers
	}, options);
	let told = [...read.flatMap(({ findings }) => findings), ...plan.findings].map((finding) => finding.file === void 0 || finding.rule.startsWith("waiver-") ? finding : {
		...finding,
		file: posix.join(destination, finding.file)
	});
	let change = (path, content, reason) => workspace.change(path, content, reason);
	let written = [];
	let deleted = [];
	for (let [file, text] of plan.files) {
		let path = posix.join(destination, file);
		text === null ? deleted.push(await change(path, null, "no source has the CRD any more")) : written.push(await change(path, text, reasonFor(file, plan)));
	}
	let listed = kustomization === null ? null : await change(kustomization.path, listResources(kustomization, destination, plan), "list the CRD files that are there");
	let locked = await change(lockFile, writeLock(plan.lock), "remember what was copied from where");
	let changes = [
		...written,
		listed,
		...deleted,
		locked
	].filter((item) => item !== null);
	let edited = plan.steps.filter(({ action }) => action === "edited");
	let common = {
		plan,
		sources,
		destination,
		lockFile
	};
	if (options.mode === "check") {
		let found = [
			...drift(plan.steps, destination),
			...listed === null || kustomization === null ? [] : [outdated("kustomization", kustomization.path)],
			...locked === null ? [] : [outdated("lock", lockFile)]
		];
		let wrong = told.filter(({ rule, severity }) => rule.startsWith("waiver-") && severity === "error");
		return {
			...common,
			changes: [],
			findings: [...found, ...told],
			refusal: driftRefusal(found) ?? breakingRefusal(wrong)
		};
	}
	let edits = drift(edited, destination);
	return {
		...common,
		changes,
		findings: [...edits, ...told],
		refusal: editRefusal(edited.length) ?? breakingRefusal(plan.findings)
	};
}
async function readDestination(destination, lockFile, workspace) {
	let paths = (await workspace.list(destination, "destination")).filter((path) => posix.dirname(path) === (destination === "" ? "." : destination) && mayHoldDefinitions(path) && path !== lockFile);
	return Promise.all(paths.map(async (path) => readDefinitions(await workspace.read(path) ?? Buffer.alloc(0), path, "name")));
}
async function findWaivers({ waivers, today }, workspace) {
	if (waivers === "") return null;
	return {
		path: waivers,
		waivers: readWaivers(await workspace.read(waivers, "waivers"), waivers),
		today
	};
}
async function findKustomization(input, destination, workspace) {
	if (input === "none") return null;
	let given = input !== "auto" && input !== "";
	let paths = given ? [posix.normalize(input)] : KUSTOMIZATIONS.map((name) => posix.join(destination, name));
	for (let path of paths) {
		let bytes = await workspace.read(path, "kustomization");
		if (bytes !== null) return {
			path,
			text: bytes.toString("utf8")
		};
	}
	if (!given) return null;
	throw new UserError(`Input “kustomization”: there is no file “${input}”.`, {
		file: input,
		advice: "Give the path of the kustomization.yaml that lists the CRDs, or “auto”, or “none”."
	});
}
function listResources({ path, text }, destination, { present, absent }) {
	let fromThere = (file) => posix.relative(posix.dirname(path), posix.join(destination, file));
	return editResources(text, path, present.map(fromThere), absent.map(fromThere));
}
function reasonFor(file, { steps }) {
	return steps.filter((step) => step.file === file && step.action !== "unchanged" && step.action !== "kept").map(({ crd, action }) => `${crd} ${action === "removed" ? "goes away" : action}`).join(", ");
}
function outdated(which, file) {
	return {
		severity: "error",
		rule: `${which}-outdated`,
		message: `${file} does not say which CRDs are there${which === "lock" ? " and where they came from" : ""}.`,
		advice: "Run sync-crds.",
		file
	};
}
function driftRefusal(found) {
	if (found.length === 0) return;
	let differences = found.length === 1 ? "one difference" : `${found.length} differences`;
	return new UserError(`The CRDs are not what the sources and the lock file say: ${differences}.`, { advice: "Run sync-crds with “mode: sync” and merge the result; see the findings for each file." });
}
function editRefusal(count) {
	if (count === 0) return;
	return new UserError(`${count === 1 ? "A CRD was" : `${count} CRDs were`} edited here after the last copy; copying would undo the edits. Nothing was written.`, { advice: "Take the edit to the source repository. To drop it, delete the file and run again; to keep it, name the CRD in “exclude”." });
}
function breakingRefusal(findings) {
	let errors = findings.filter(({ severity, waived }) => severity === "error" && waived !== !0);
	let breaking = errors.filter(({ rule }) => !rule.startsWith("waiver-"));
	if (errors.length === 0) return;
	if (breaking.length === 0) return new UserError(`${errors.length === 1 ? "A waiver is" : `${errors.length} waivers are`} expired or unused. Nothing was written.`, { advice: "Correct the file of waivers; see the findings." });
	let crds = new Set(breaking.map(({ crd }) => crd)).size;
	return new UserError(`${breaking.length === 1 ? "A change breaks" : `${breaking.length} changes break`} users of ${crds === 1 ? "a CRD" : `${crds} CRDs`}. Nothing was written.`, { advice: "Have them undone in the source; or take them knowingly, each with an entry in “waivers” or all with “compatibility: warn”, and say so in the release notes." });
}
function directory(input) {
	let clean = posix.normalize(input.trim() === "" ? "." : input.trim()).replace(/\/+$/, "");
	return clean === "." ? "" : clean;
}
// actions/sync-crds/action.ts
var action_default = defineAction({
	name: "sync-crds",
	title: "Sync CRDs",
	description: "",
	branding: "",
	permissions: "",
	inputs: {
		token: tokenInput("`contents: read` on the repositories that are named as sources"),
		sources: list$1({
			description: "",
			example: ""
		}),
		destination: required({
			description: "Directory of this checkout that holds the copies. A CRD that is there already keeps its file.",
			example: "config/crd"
		}),
		include: list$1({
			description: "",
			example: "",
			commas: !0
		}),
		exclude: list$1({
			description: "",
			commas: !0
		}),
		prune: flag({
			description: "",
			default: "true"
		}),
		compatibility: choice([
			"error",
			"warn",
			"off"
		], {
			description: "",
			default: "error"
		}),
		waivers: text$1({
			description: "",
			example: ""
		}),
		kustomization: text$1({
			description: "",
			default: "auto"
		}),
		"lock-file": text$1({ description: "" }),
		mode: choice(["sync", "check"], {
			description: "",
			default: "sync"
		})
	},
	outputs: {
		added: "",
		updated: "",
		removed: "",
		breaking: "",
		findings: "",
		report: "",
		"lock-file": ""
	},
	async plan(inputs, { environment, workspace, log, signal, now }) {
		let github = new GitHub({
			token: inputs.token,
			environment,
			signal,
			log: (line) => log.info(line)
		});
		let done = await sync({
			...inputs,
			lockFile: inputs["lock-file"],
			today: now().toISOString().slice(0, 10)
		}, new Workspace(workspace), {
			resolve: (repository, ref) => resolveCommit(github, parseRepository(repository, "sources"), ref, "sources"),
			async list(repository, commit, directory) {
				return [...await listFiles(github, parseRepository(repository, "sources"), commit, directory)].map(([path, entry]) => ({
					path,
					...entry
				}));
			},
			read: (repository, commit, blobs) => readBlobs(github, parseRepository(repository, "sources"), commit, blobs)
		});
		let report = reportSync(done);
		return {
			changes: done.changes,
			findings: done.findings,
			...done.refusal !== void 0 && { refusal: done.refusal },
			outputs: () => ({
				added: listSteps(done, "added"),
				updated: listSteps(done, "updated"),
				removed: listSteps(done, "removed"),
				breaking: done.plan.breaking,
				findings: done.findings,
				report: reportFile(report, environment.RUNNER_TEMP),
				"lock-file": done.lockFile
			}),
			report: () => report
		};
	}
});
export { action_default as default };
