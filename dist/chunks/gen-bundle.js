import { N as ServiceError, P as UserError, c as flag, g as Workspace, h as tokenInput, m as text$1, o as defineAction, u as list } from "./core.js";
import { _ as Mismatch, a as placeBundle, b as isPlainText, c as parseOlmRange, f as catalogMode, g as readStream, h as SUPPORTED_KINDS, i as reportBundle, n as githubCatalog, o as drawChannels, s as validateBundle, t as readOperator, v as Normalizer, y as goNumber } from "./read-catalog.js";
import { a as isObject, c as textMember, i as isList, n as entriesOf, o as listMember, s as member, t as canonical } from "./json.js";
import { d as isMap, i as parseDocument, m as isSeq, p as isScalar } from "./yaml.js";
import { f as formatReference, m as parseReference, n as findCredentials, o as parseEndpoints, r as RegistryClient } from "./registry.js";
import { X as parseRepository, Z as GitHub } from "./github.js";
import { t as Git } from "./git.js";
import { createHash, randomUUID } from "node:crypto";
import { dirname, join, posix } from "node:path";
import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { execFile } from "node:child_process";
// packages/yaml/go-order.ts
function compareKeys(one, other) {
	if (one === other) return 0;
	if (WORD.test(one) && WORD.test(other)) return one < other ? -1 : 1;
	let [a, b] = [Array.from(one), Array.from(other)];
	let common = Math.min(a.length, b.length);
	for (let at = 0; at < common; at++) {
		let [left = "", right = ""] = [a[at], b[at]];
		if (left === right) continue;
		let [leftIsLetter, rightIsLetter] = [LETTER.test(left), LETTER.test(right)];
		if (leftIsLetter !== rightIsLetter) return rightIsLetter ? -1 : 1;
		if (leftIsLetter) return byCodePoint(left, right);
		return compareNumbers(a, b, at) || byCodePoint(left, right);
	}
	return a.length - b.length;
}
const WORD = /^[A-Za-z]+$/;
const LETTER = /^\p{L}$/u;
const DIGIT = /^\p{Nd}$/u;
function byCodePoint(one, other) {
	return (one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
}
function compareNumbers(a, b, at) {
	let within = (a[at] === "0" || b[at] === "0") && followsNumber(a, at);
	let [left, right] = [readNumber(a, at, within), readNumber(b, at, within)];
	if (left.value !== right.value) return left.value < right.value ? -1 : 1;
	return left.end - right.end;
}
function followsNumber(key, at) {
	for (let before = at - 1; before >= 0 && DIGIT.test(key[before] ?? ""); before--) if (key[before] !== "0") return !0;
	return !1;
}
function readNumber(key, at, within) {
	let value = within ? 1n : 0n;
	let end = at;
	for (; DIGIT.test(key[end] ?? ""); end++) value = BigInt.asIntN(64, value * 10n + BigInt((key[end]?.codePointAt(0) ?? 48) - 48));
	return {
		value,
		end
	};
}
function writeGoYaml(value) {
	let writer = new Writer();
	writer.node(value, {
		indent: -2,
		place: "root"
	});
	return writer.text();
}
var Writer = class {
	#parts = [];
	#column = 0;
	text() {
		this.#parts.push("\n");
		return this.#parts.join("");
	}
	node(value, position) {
		if (typeof value == "object" && value) {
			isList(value) ? this.#list(value, position) : this.#mapping(value, position);
			return;
		}
		position.place === "value" && this.#put(" ");
		this.#scalar(value, position.indent);
	}
	#list(items, { indent, place }) {
		if (items.length === 0) return this.#put(place === "value" ? " []" : "[]");
		let column = place === "value" ? indent : indent + 2;
		let first = place !== "value";
		for (let item of items) {
			first ? first = !1 : this.#newLine(column);
			this.#put("- ");
			this.node(item, {
				indent: column,
				place: "item"
			});
		}
	}
	#mapping(members, { indent, place }) {
		let keys = Object.keys(members);
		if (keys.length === 0) return this.#put(place === "value" ? " {}" : "{}");
		let column = indent + 2;
		let first = place !== "value";
		for (let key of keys.sort(compareKeys)) {
			first ? first = !1 : this.#newLine(column);
			let value = members[key] ?? null;
			if (isSimple(key)) {
				this.#put(oneLine(key));
				this.#put(":");
				this.node(value, {
					indent: column,
					place: "value"
				});
			} else {
				this.#put("? ");
				this.#scalar(key, column);
				this.#newLine(column);
				this.#put(": ");
				this.node(value, {
					indent: column,
					place: "complex"
				});
			}
		}
	}
	#scalar(value, indent) {
		if (typeof value == "number") this.#put(goNumber(value));
		else if (typeof value != "string") this.#put(String(value));
		else if (value.includes("\n") && allowsBlock(value)) this.#literal(value, indent + 2);
		else {
			let style = styleOf(value);
			style === "double" ? this.#double(value, indent + 2) : style === "plain" ? this.#folded(value, indent + 2, 0) : this.#folded(quoted(value), indent + 2, 1);
		}
	}
	#literal(value, column) {
		let hint = /^[ \n\r\u0085\u2028\u2029]/.test(value) ? "2" : "";
		this.#put(`|${hint}${chomping(value)}`);
		let pad = " ".repeat(column);
		let lines = value.split(/(?<=[\n\u0085\u2028\u2029])/);
		let text = "\n";
		for (let line of lines) text += ONE_BREAK.test(line) ? line : pad + line;
		this.#parts.push(text.endsWith("\n") ? text.slice(0, -1) : text);
		this.#column = 80;
	}
	#folded(text, column, quotes) {
		if (SEPARATOR.test(text)) return this.#separated(text, column, quotes);
		let start = 0;
		for (;;) {
			let at = this.#column + text.length - start > 80 ? this.#breakOf(text, start, quotes) : -1;
			if (at < 0) return this.#put(text.slice(start));
			this.#parts.push(text.slice(start, at));
			this.#newLine(column);
			start = at + 1;
		}
	}
	#breakOf(text, start, quotes) {
		let last = text.length - 2 - quotes;
		let at = text.indexOf(" ", start + Math.max(0, 81 - this.#column));
		for (; at >= 0 && (at <= quotes || text[at - 1] === " " || text[at + 1] === " ");) at = text.indexOf(" ", at + 1);
		return at > last ? -1 : at;
	}
	#separated(text, column, quotes) {
		let end = text.length - quotes;
		for (let at = 0; at < text.length; at++) {
			let point = text[at] ?? "";
			let isInside = at > quotes && at < end - 1;
			if (point === " " && this.#column > 80 && isInside && text[at - 1] !== " " && text[at + 1] !== " ") {
				this.#newLine(column);
				continue;
			}
			this.#put(point);
			if (SEPARATOR.test(point) && at < end - 1 && !SEPARATOR.test(text[at + 1] ?? "")) {
				this.#parts.push(" ".repeat(column));
				this.#column = column;
			}
		}
	}
	#double(value, column) {
		let points = Array.from(value);
		let line = "\"";
		this.#column++;
		let spaces = !1;
		for (let [at, point] of points.entries()) {
			if (point === " " && !spaces && this.#column > 80 && at > 0 && at < points.length - 1) {
				this.#parts.push(line);
				this.#newLine(column);
				line = points[at + 1] === " " ? "\\" : "";
				this.#column += line.length;
				spaces = !0;
				continue;
			}
			let written = escaped(point);
			line += written;
			this.#column += written.length;
			spaces = point === " ";
		}
		this.#parts.push(`${line}"`);
		this.#column++;
	}
	#newLine(column) {
		this.#parts.push(`\n${" ".repeat(column)}`);
		this.#column = column;
	}
	#put(text) {
		this.#parts.push(text);
		this.#column += text.length;
	}
};
function isSimple(key) {
	return !/[\n\r\u0085\u2028\u2029]/.test(key) && (key.length <= 128 / 3 || Buffer.byteLength(key) <= 128);
}
function oneLine(key) {
	let style = styleOf(key);
	if (style === "plain") return key;
	return style === "single" ? quoted(key) : `"${Array.from(key, escaped).join("")}"`;
}
function quoted(text) {
	return `'${text.replaceAll("'", "''")}'`;
}
const SPECIAL = /[^\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/;
const BREAK = "\\n\\r\\u0085\\u2028\\u2029";
const SPACE_BREAK = RegExp(` [${BREAK}]`);
const BREAK_SPACE = RegExp(`[${BREAK}] `);
const ENDS = RegExp(`^[ ${BREAK}]|[ ${BREAK}]$`);
const ANY_BREAK = RegExp(`[${BREAK}]`);
const ONE_BREAK = RegExp(`^[${BREAK}]$`);
const SEPARATOR = /[\u2028\u2029]/;
const INDICATOR = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?:[ \t]|$))|:(?:[ \t]|$)| #/;
const WORDS = /^[A-Za-z][\w./-]*(?: [\w.,/()'-]+)*$/;
function styleOf(text) {
	if (WORDS.test(text) && (text.length > 5 || isPlainText(text))) return "plain";
	if (!isPlainText(text)) return "double";
	if (text.includes("\n") || SPECIAL.test(text) || SPACE_BREAK.test(text)) return "double";
	if (!ENDS.test(text) && !ANY_BREAK.test(text) && !INDICATOR.test(text)) return "plain";
	return BREAK_SPACE.test(text) ? "double" : "single";
}
function allowsBlock(text) {
	return !text.endsWith(" ") && !SPACE_BREAK.test(text) && !SPECIAL.test(text);
}
function chomping(text) {
	if (!/[\n\u0085\u2028\u2029]$/.test(text)) return "-";
	return /(?:^|[\n\u0085\u2028\u2029])[\n\u0085\u2028\u2029]$/.test(text) ? "+" : "";
}
const NAMED = new Map([
	["\0", "0"],
	["\x07", "a"],
	["\b", "b"],
	["	", "t"],
	["\n", "n"],
	["\v", "v"],
	["\f", "f"],
	["\r", "r"],
	["\x1B", "e"],
	["\"", "\""],
	["\\", "\\"],
	["", "N"],
	["\u2028", "L"],
	["\u2029", "P"]
]);
function escaped(point) {
	let name = NAMED.get(point);
	if (name !== void 0) return `\\${name}`;
	if (!SPECIAL.test(point)) return point;
	let code = point.codePointAt(0) ?? 0;
	let hex = code.toString(16).toUpperCase();
	if (code <= 255) return `\\x${hex.padStart(2, "0")}`;
	return code <= 65535 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}
// packages/bundle/generate/manifests.ts
const STRUCTS = new Map([
	["operators.coreos.com/ClusterServiceVersion", "ClusterServiceVersion"],
	["rbac.authorization.k8s.io/Role", "Role"],
	["rbac.authorization.k8s.io/ClusterRole", "ClusterRole"],
	["rbac.authorization.k8s.io/RoleBinding", "RoleBinding"],
	["rbac.authorization.k8s.io/ClusterRoleBinding", "ClusterRoleBinding"],
	["/ServiceAccount", "ServiceAccount"],
	["/Service", "Service"],
	["apps/Deployment", "Deployment"],
	["apiextensions.k8s.io/CustomResourceDefinition", "CustomResourceDefinition"],
	["admissionregistration.k8s.io/ValidatingWebhookConfiguration", "ValidatingWebhookConfiguration"],
	["admissionregistration.k8s.io/MutatingWebhookConfiguration", "MutatingWebhookConfiguration"],
	["scorecard.operatorframework.io/Configuration", "Configuration"]
]);
function collect(text, file) {
	let { objects, others: noObjects } = readStream(text, file);
	let findings = noObjects.map((line) => ({
		severity: "warning",
		rule: "not-an-object",
		file,
		line,
		message: `The document that starts on line ${line} of ${file} has no “kind” and is left out.`,
		advice: "Remove it, or give it apiVersion and kind."
	}));
	let byStruct = new Map();
	let others = [];
	for (let object of objects) {
		let struct = STRUCTS.get(`${object.group}/${object.kind}`);
		if (struct === void 0) others.push(object);
		else {
			let name = structOf(struct, object, file);
			let list = byStruct.get(name) ?? [];
			list.push(typed(name, object, file, findings));
			byStruct.set(name, list);
		}
	}
	let of = (struct) => byStruct.get(struct) ?? [];
	let [scorecard = null, second] = of("Configuration");
	if (scorecard !== null && second !== void 0) throw new UserError(`${file} has two scorecard configurations, on lines ${scorecard.line} and ${second.line}.`, {
		file,
		line: second.line,
		advice: "A bundle has one tests/scorecard/config.yaml: keep one."
	});
	let definitions = distinct(of("CustomResourceDefinition"));
	let oldDefinitions = distinct(of("CustomResourceDefinitionBeta"));
	return {
		csvs: of("ClusterServiceVersion"),
		roles: distinct(of("Role")),
		clusterRoles: distinct(of("ClusterRole")),
		roleBindings: of("RoleBinding"),
		clusterRoleBindings: of("ClusterRoleBinding"),
		serviceAccounts: of("ServiceAccount"),
		services: of("Service"),
		deployments: distinct(of("Deployment")),
		definitions,
		oldDefinitions,
		validatingWebhooks: webhooks(of("ValidatingWebhookConfiguration")),
		mutatingWebhooks: webhooks(of("MutatingWebhookConfiguration")),
		scorecard,
		others,
		customResources: customResources(others, [...definitions, ...oldDefinitions]),
		findings
	};
}
function structOf(struct, { version, name, line }, file) {
	if (struct !== "CustomResourceDefinition" || version === "v1") return struct;
	if (version === "v1beta1") return "CustomResourceDefinitionBeta";
	throw new UserError(`${file}: the definition ${name} is of version “${version}”; v1 and v1beta1 are known.`, {
		file,
		line,
		advice: "Generate it as apiextensions.k8s.io/v1."
	});
}
function typed(struct, object, file, findings) {
	let normalizer = new Normalizer();
	let { kind, name, line } = object;
	try {
		let value = normalizer.struct(struct, object.value);
		for (let path of normalizer.unknown) findings.push({
			severity: "warning",
			rule: "unknown-field",
			file,
			line,
			path,
			message: `${kind} ${name}: the field ${path} is not known and is left out.`,
			advice: "Correct its name, or remove it. OLM would not understand it either."
		});
		return {
			...object,
			value,
			namespace: textMember(value.metadata, "namespace") ?? ""
		};
	} catch (error) {
		if (!(error instanceof Mismatch)) throw error;
		throw new UserError(`${file}: ${kind} ${name} has ${shown(error.found)} at ${error.path}; expected ${error.message}.`, {
			file,
			line,
			advice: "The API server would refuse it too: correct the manifest.",
			cause: error
		});
	}
}
function shown(value) {
	if (value === null) return "null";
	if (typeof value == "object") return isObject(value) ? "an object" : "a list";
	return `“${String(value).slice(0, 80)}”`;
}
function distinct(objects) {
	let byName = Map.groupBy(objects, ({ name }) => name);
	if (byName.size === objects.length) return objects;
	let seen = new Set();
	return objects.filter(({ name, value }) => {
		if ((byName.get(name) ?? []).length === 1) return !0;
		let text = canonical(value);
		if (seen.has(text)) return !1;
		seen.add(text);
		return !0;
	});
}
function webhooks(configurations) {
	return distinct(configurations.flatMap(({ value, line }) => listMember(value, "webhooks").flatMap((webhook) => isObject(webhook) ? [{
		name: textMember(webhook, "name") ?? "",
		value: webhook,
		line
	}] : [])));
}
function customResources(others, definitions) {
	let served = new Set(definitions.flatMap(({ value }) => {
		let spec = member(value, "spec");
		let kind = `${textMember(spec, "group") ?? ""}/${textMember(member(spec, "names"), "kind") ?? ""}`;
		return servedVersions(value).map((version) => `${kind}/${version}`);
	}));
	return distinct(others.filter(({ group, kind, version }) => served.has(`${group}/${kind}/${version}`)));
}
function servedVersions(definition) {
	let spec = member(definition, "spec");
	let versions = listMember(spec, "versions");
	if (versions.length === 0) return [textMember(spec, "version") ?? []].flat();
	return versions.filter((version) => member(version, "served") === !0).flatMap((version) => textMember(version, "name") ?? []);
}
// packages/bundle/generate/base.ts
function chooseBase(manifests, packageName, bases, file) {
	let [first, second] = manifests.csvs.filter(({ name }) => name.startsWith(`${packageName}.`));
	if (first !== void 0) {
		let findings = second === void 0 ? [] : [twoCsvs(first, second, file)];
		return {
			value: first.value,
			place: {
				file,
				line: first.line
			},
			findings
		};
	}
	let [foreign] = manifests.csvs;
	if (foreign !== void 0) return {
		value: madeUp(packageName),
		place: null,
		findings: [otherPackage(foreign, packageName, file)]
	};
	let found = bases === null ? void 0 : collect(bases.text, bases.path).csvs[0];
	if (bases === null || found === void 0) return {
		value: madeUp(packageName),
		place: null,
		findings: [noCsv(packageName, bases, file)]
	};
	return {
		value: migrated(found, packageName),
		place: {
			file: bases.path,
			line: found.line
		},
		findings: []
	};
}
function migrated({ name, value }, packageName) {
	if (name !== `${packageName}.vX.Y.Z`) return value;
	let version = textMember(member(value, "spec"), "version") ?? "0.0.0";
	return {
		...value,
		metadata: {
			...asObject(value.metadata),
			name: `${packageName}.v${version}`
		}
	};
}
function asObject(value) {
	return typeof value == "object" && value ? { ...value } : {};
}
function twoCsvs(first, second, file) {
	return {
		severity: "error",
		rule: "two-csvs",
		file,
		line: second.line,
		message: `${file} has two ClusterServiceVersions of this package: ${first.name} on line ${first.line}, ${second.name} on line ${second.line}.`,
		advice: "A bundle holds one: render one base."
	};
}
function otherPackage(found, packageName, file) {
	return {
		severity: "error",
		rule: "csv-of-another-package",
		file,
		line: found.line,
		message: `The ClusterServiceVersion ${found.name} in ${file} is not of the package “${packageName}”: its name would begin with “${packageName}.”.`,
		advice: "Correct “package”, or the name of the base."
	};
}
function noCsv(packageName, bases, file) {
	return {
		severity: "error",
		rule: "no-csv",
		file: bases?.path ?? file,
		message: `There is no ClusterServiceVersion in ${bases === null ? file : `${file}, nor in ${bases.path}`}.`,
		advice: `Write bases/${packageName}.clusterserviceversion.yaml with description, icon, maintainers and links, and name it in the kustomization.`
	};
}
function madeUp(packageName) {
	let displayName = displayNameOf(packageName);
	let mode = (type, supported) => ({
		type,
		supported
	});
	return {
		apiVersion: "operators.coreos.com/v1alpha1",
		kind: "ClusterServiceVersion",
		metadata: {
			name: `${packageName}.v0.0.0`,
			namespace: "placeholder",
			annotations: {
				capabilities: "Basic Install",
				"alm-examples": "[]"
			}
		},
		spec: {
			displayName,
			description: `${displayName} description. TODO.`,
			provider: {
				name: "Provider Name",
				url: "https://your.domain"
			},
			maintainers: [{
				name: "Maintainer Name",
				email: "your@email.com"
			}],
			links: [{
				name: displayName,
				url: `https://${packageName}.domain`
			}],
			maturity: "alpha",
			keywords: [packageName],
			icon: [{}],
			installModes: [
				mode("OwnNamespace", !1),
				mode("SingleNamespace", !1),
				mode("MultiNamespace", !1),
				mode("AllNamespaces", !0)
			]
		}
	};
}
function displayNameOf(name) {
	return name.split(/[-._ ]+/).filter((word) => word !== "").map((word) => word.replaceAll(/(?<=[^\p{Lu}])(?=\p{Lu})/gu, " ")).join(" ").replaceAll(/(?<=(?:^|\s)\P{L}*)(?<!\p{L}\S*)\p{L}/gu, (letter) => letter.toUpperCase());
}
// packages/bundle/generate/go-json.ts
function goJson(value, indent = "") {
	let inner = `${indent}  `;
	if (isList(value)) {
		if (value.length === 0) return "[]";
		return `[\n${value.map((item) => inner + goJson(item, inner)).join(",\n")}\n${indent}]`;
	}
	if (isObject(value)) {
		let keys = Object.keys(value).sort();
		if (keys.length === 0) return "{}";
		return `{\n${keys.map((key) => `${inner}${text(key)}: ${goJson(value[key] ?? null, inner)}`).join(",\n")}\n${indent}}`;
	}
	if (typeof value == "string") return text(value);
	return typeof value == "number" && Number.isInteger(value) ? goNumber(value) : String(value);
}
function text(value) {
	return JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, (point) => `\\u${point.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function assembleCsv(base, manifests, parts) {
	let { packageName, version, place } = parts;
	let metadata = objectMember(base, "metadata");
	let spec = objectMember(base, "spec");
	let skipRange = place.skipRange === void 0 ? {} : { "olm.skipRange": place.skipRange };
	let annotations = {
		...objectMember(metadata, "annotations"),
		"alm-examples": goJson(manifests.customResources.map(({ value }) => value)),
		...skipRange,
		...parts.annotations
	};
	return cleared(new Normalizer().struct("ClusterServiceVersion", {
		...base,
		metadata: {
			...metadata,
			annotations: Object.fromEntries(Object.entries(annotations).filter(([, value]) => value !== null)),
			...version !== void 0 && { name: `${packageName}.v${version}` }
		},
		spec: {
			...spec,
			...version !== void 0 && { version },
			...place.replaces !== void 0 && { replaces: place.replaces },
			...place.skips !== void 0 && { skips: place.skips },
			relatedImages: parts.relatedImages.map((image) => ({ ...image })),
			install: installOf(objectMember(spec, "install"), manifests, parts),
			customresourcedefinitions: {
				...objectMember(spec, "customresourcedefinitions"),
				owned: ownedDefinitions(member(spec, "customresourcedefinitions"), manifests)
			},
			webhookdefinitions: parts.webhooks
		}
	}));
}
function objectMember(value, key) {
	let found = member(value, key);
	return isObject(found) ? found : {};
}
function installOf(install, manifests, parts) {
	let strategy = textMember(install, "strategy") ?? "deployment";
	if (strategy !== "deployment") return install;
	return {
		strategy,
		spec: {
			deployments: manifests.deployments.map(({ name, value }) => ({
				name,
				spec: watchingTargets(objectMember(value, "spec")),
				label: member(member(value, "metadata"), "labels") ?? null
			})),
			permissions: parts.permissions.map((permission) => ({ ...permission })),
			clusterPermissions: parts.clusterPermissions.map((permission) => ({ ...permission }))
		}
	};
}
function watchingTargets(spec) {
	let template = objectMember(spec, "template");
	let pod = objectMember(template, "spec");
	let containers = member(pod, "containers");
	if (!isList(containers)) return spec;
	let watching = containers.map((container) => {
		let env = member(container, "env");
		if (!isObject(container) || !isList(env)) return container;
		return {
			...container,
			env: env.map((variable) => member(variable, "name") === WATCHED ? TARGETS : variable)
		};
	});
	return {
		...spec,
		template: {
			...template,
			spec: {
				...pod,
				containers: watching
			}
		}
	};
}
const WATCHED = "WATCH_NAMESPACE";
const TARGETS = {
	name: WATCHED,
	valueFrom: { fieldRef: { fieldPath: "metadata.annotations['olm.targetNamespaces']" } }
};
function ownedDefinitions(described, manifests) {
	let known = listMember(described, "owned");
	let owned = (definition) => {
		let kind = textMember(member(member(definition.value, "spec"), "names"), "kind") ?? "";
		return servedVersions(definition.value).map((version) => known.findLast((one) => member(one, "name") === definition.name && member(one, "version") === version && member(one, "kind") === kind) ?? {
			name: definition.name,
			version,
			kind
		});
	};
	return [...manifests.definitions, ...manifests.oldDefinitions].flatMap(owned);
}
function cleared(csv) {
	let { status: _, ...rest } = csv;
	let { cleanup, ...spec } = objectMember(rest, "spec");
	let isOff = member(cleanup, "enabled") === !1;
	return withoutCreation({
		...rest,
		spec: cleanup === void 0 || isOff ? spec : {
			...spec,
			cleanup
		}
	});
}
function withoutCreation(value) {
	if (Object.hasOwn(value, "creationTimestamp")) {
		let { creationTimestamp: _, ...rest } = value;
		return rest;
	}
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, isObject(inner) ? withoutCreation(inner) : isList(inner) ? inner.map((item) => isObject(item) ? withoutCreation(item) : item) : inner]));
}
// packages/bundle/generate/kinds.ts
function isSupported(kind) {
	return SUPPORTED_KINDS["v1.42.3"].has(kind);
}
const NEEDLESS = new Map([
	["Namespace", "OLM installs the operator into a namespace that exists."],
	["Certificate", "OLM makes the certificates of webhooks itself."],
	["Issuer", "OLM makes the certificates of webhooks itself."]
]);
function droppedKinds(manifests, file) {
	let examples = new Set(manifests.customResources);
	let dropped = manifests.others.filter((object) => !isSupported(object.kind) && !examples.has(object));
	return [...Map.groupBy(dropped, ({ group, kind }) => group === "" ? kind : `${kind}.${group}`)].map(([kind, objects]) => {
		let needless = NEEDLESS.get(objects[0]?.kind ?? "");
		return {
			severity: needless === void 0 ? "warning" : "info",
			rule: "dropped-kind",
			file,
			...objects[0] !== void 0 && { line: objects[0].line },
			message: `${kind} is no kind that a bundle can hold; left out: ${objects.map(({ name }) => name).join(", ")}.`,
			advice: needless ?? "Let the operator create it, or install it by other means."
		};
	});
}
function lostOfDeployments({ deployments }, file) {
	return deployments.flatMap(({ name, line, value }) => {
		if (entriesOf(value.metadata, "annotations").length === 0) return [];
		return [{
			severity: "info",
			rule: "deployment-annotations",
			file,
			line,
			path: ".metadata.annotations",
			message: `The annotations of Deployment ${name} are lost: OLM takes a deployment's labels and its spec.`,
			advice: "Annotations of the pods (.spec.template.metadata) stay."
		}];
	});
}
// packages/bundle/generate/files.ts
function manifestFiles(manifests, rbac, stream) {
	let objects = [
		...manifests.definitions,
		...manifests.oldDefinitions,
		...manifests.services,
		...manifests.others.filter(({ kind }) => isSupported(kind)),
		...rbac
	];
	let files = new Map();
	let duplicates = 0;
	for (let object of objects) {
		let name = fileName(object, stream);
		let free = files.has(name) ? `dup${duplicates++}_${name}` : name;
		files.set(free, writeGoYaml(withoutNamespace(object.value)));
	}
	return files;
}
function fileName(object, stream) {
	let { group, version, kind, name, line } = object;
	let spec = member(object.value, "spec");
	let plural = textMember(member(spec, "names"), "plural");
	let definesGroup = kind === "CustomResourceDefinition" ? textMember(spec, "group") : void 0;
	let said = definesGroup !== void 0 && plural !== void 0 ? `${definesGroup}_${plural}.yaml` : `${[
		name,
		group,
		version,
		kind.toLowerCase()
	].filter((part, index) => part !== "" || index !== 1).join("_")}.yaml`;
	if (/[/\\]|\p{Cc}/u.test(said)) throw new UserError(`${stream}: the name “${name}” of the ${kind} cannot be part of a file's name.`, {
		file: stream,
		line,
		advice: "Kubernetes allows no such name either: correct it."
	});
	return said;
}
function withoutNamespace(value) {
	let metadata = value.metadata;
	if (!isObject(metadata)) return value;
	let { namespace: _, ...rest } = metadata;
	return {
		...value,
		metadata: rest
	};
}
// packages/bundle/generate/pods.ts
function containersOf(deployment) {
	let pod = member(member(member(deployment, "spec"), "template"), "spec");
	return [...listMember(pod, "containers"), ...listMember(pod, "initContainers")];
}
function repositoryOf(image) {
	let [name = ""] = image.split("@");
	return name.replace(/:[^:/]*$/, "");
}
function nameOf$1(image) {
	return repositoryOf(image).split("/").at(-1) ?? "";
}
function putImage(deployments, image, file) {
	let repository = repositoryOf(image);
	let seen = new Set();
	mapImages(deployments, (found) => {
		seen.add(found);
		return found;
	});
	let meant = [...seen].filter((found) => found === "controller:latest" || repositoryOf(found) === repository);
	let targets = new Set(meant.length > 0 ? meant : [...seen].filter((found) => nameOf$1(found) === nameOf$1(image)));
	if (targets.size > 0) return mapImages(deployments, (found) => targets.has(found) ? image : found);
	throw new UserError(`Input “image”: no deployment in ${file} runs ${repository}.`, {
		file,
		advice: `Images found: ${[...seen].join(", ") || "none"}. Name one of their repositories, or let kustomize set the image and leave “image” out.`
	});
}
async function pinImages(parts, digests) {
	let { deployments, relatedImages, containerImage } = parts;
	let wanted = new Set(relatedImages.map(({ image }) => image));
	mapImages(deployments, (image) => {
		wanted.add(image);
		return image;
	});
	containerImage !== void 0 && wanted.add(containerImage);
	let pinned = new Map(await Promise.all([...wanted].map(async (image) => [image, await digests.pin(image)])));
	let pin = (image) => pinned.get(image) ?? image;
	return {
		deployments: mapImages(deployments, pin),
		relatedImages: listed(deployments, relatedImages, pin),
		annotations: containerImage === void 0 ? {} : { containerImage: pin(containerImage) }
	};
}
function listed(deployments, relatedImages, pin) {
	let byImage = new Map();
	let names = new Set();
	let list = (name, longer, image) => {
		let digest = pin(image);
		if (byImage.has(digest)) return;
		let free = [name, longer].find((one) => one !== "" && !names.has(one)) ?? `${longer}-${names.size + 1}`;
		names.add(free);
		byImage.set(digest, free);
	};
	for (let { name, image } of relatedImages) list(name, nameOf$1(image), image);
	for (let deployment of deployments) for (let container of containersOf(deployment.value)) {
		let name = textMember(container, "name") ?? "";
		let image = textMember(container, "image");
		image !== void 0 && list(name, `${deployment.name}-${name}`, image);
	}
	return [...byImage].map(([image, name]) => ({
		name,
		image
	}));
}
function mapImages(deployments, change) {
	let containers = (list) => isList(list) ? list.map((container) => isObject(container) ? withImages(container, change) : container) : [];
	return deployments.map((deployment) => {
		let spec = member(deployment.value, "spec");
		let template = member(spec, "template");
		let pod = member(template, "spec");
		if (!isObject(spec) || !isObject(template) || !isObject(pod)) return deployment;
		let changed = {
			...pod,
			containers: containers(pod.containers),
			...isList(pod.initContainers) && { initContainers: containers(pod.initContainers) }
		};
		return {
			...deployment,
			value: {
				...deployment.value,
				spec: {
					...spec,
					template: {
						...template,
						spec: changed
					}
				}
			}
		};
	});
}
function withImages(container, change) {
	let image = textMember(container, "image");
	let env = listMember(container, "env");
	return {
		...container,
		...image !== void 0 && { image: change(image) },
		...env.length > 0 && { env: env.map((variable) => {
			let value = textMember(variable, "value");
			let isImage = (textMember(variable, "name") ?? "").startsWith("RELATED_IMAGE_");
			return isObject(variable) && isImage && value !== void 0 ? {
				...variable,
				value: change(value)
			} : variable;
		}) }
	};
}
// packages/bundle/generate/metadata.ts
const BUNDLE = "operators.operatorframework.io.bundle";
const METRICS = "operators.operatorframework.io.metrics";
const TEST = "operators.operatorframework.io.test";
const OURS = [
	BUNDLE,
	METRICS,
	TEST
].map((prefix) => `${prefix}.`);
function blocksOf(options) {
	let { defaultChannel } = options;
	return {
		core: {
			[`${BUNDLE}.mediatype.v1`]: "registry+v1",
			[`${BUNDLE}.manifests.v1`]: "manifests/",
			[`${BUNDLE}.metadata.v1`]: "metadata/",
			[`${BUNDLE}.package.v1`]: options.packageName,
			[`${BUNDLE}.channels.v1`]: options.channels.join(","),
			...defaultChannel !== void 0 && { [`${BUNDLE}.channel.default.v1`]: defaultChannel },
			[`${METRICS}.builder`]: options.builder,
			[`${METRICS}.mediatype.v1`]: "metrics+v1",
			[`${METRICS}.project_layout`]: options.layout
		},
		tests: options.hasScorecard ? {
			[`${TEST}.mediatype.v1`]: "scorecard+v1",
			[`${TEST}.config.v1`]: "tests/scorecard/"
		} : {}
	};
}
function annotationsFile(options) {
	let { core, tests } = blocksOf(options);
	let block = (title, entries) => {
		let lines = Object.entries(entries).map(([name, value]) => `  ${writeGoYaml({ [name]: value }).trimEnd().replaceAll("\n", "\n  ")}`);
		return lines.length === 0 ? [] : [
			"",
			`  # ${title}`,
			...lines
		];
	};
	return [
		"annotations:",
		...block("Core bundle annotations.", core).slice(1),
		...block("Annotations for testing.", tests),
		...block("Annotations of this project.", options.kept),
		""
	].join("\n");
}
function dockerfile(options, directory) {
	let { core, tests } = blocksOf(options);
	let labels = (title, entries) => {
		let lines = Object.entries(entries).map(([name, value]) => `LABEL ${name}=${labelValue(value)}`);
		return lines.length === 0 ? [] : [
			"",
			`# ${title}`,
			...lines
		];
	};
	return [
		"FROM scratch",
		...labels("Core bundle labels.", core),
		...labels("Labels for testing.", tests),
		...labels("Labels of this project.", options.kept),
		"",
		"# Copy files to locations specified by labels.",
		`COPY ${directory}/manifests /manifests/`,
		`COPY ${directory}/metadata /metadata/`,
		...options.hasScorecard ? [`COPY ${directory}/tests/scorecard /tests/scorecard/`] : [],
		""
	].join("\n");
}
function labelValue(value) {
	return /^[\w./:@,+=-]+$/.test(value) ? value : JSON.stringify(value).replaceAll("$", String.raw`\$`);
}
function ownAnnotations({ path, text }) {
	let document = parseDocument(text, {
		schema: "failsafe",
		prettyErrors: !1,
		logLevel: "silent"
	});
	let annotations = document.errors.length > 0 ? void 0 : document.get("annotations");
	if (!isMap(annotations)) throw new UserError(`${path} is there and holds no “annotations”.`, {
		file: path,
		advice: "Correct or delete it. It would be written anew, and what it says of its own would be lost."
	});
	let own = {};
	for (let { key, value } of annotations.items) {
		let name = isScalar(key) ? String(key.value) : "";
		!OURS.some((prefix) => name.startsWith(prefix)) && isScalar(value) && (own[name] = String(value.value));
	}
	return own;
}
// packages/bundle/generate/rbac.ts
function splitRbac(manifests, extraServiceAccounts = []) {
	let accounts = new Set([...manifests.deployments.map(accountOf), ...extraServiceAccounts]);
	let used = new Set();
	let left = [];
	let rulesOf = (bindings, kinds) => {
		let rules = new Map();
		for (let binding of bindings) {
			let role = roleOf(binding, kinds, manifests);
			let subjects = listMember(binding.value, "subjects");
			let ours = subjects.filter((subject) => isAccount(subject, accounts));
			if (role !== void 0 && ours.length > 0) {
				used.add(role);
				for (let subject of ours) {
					let name = textMember(subject, "name") ?? "";
					rules.set(name, [...rules.get(name) ?? [], ...listMember(role.value, "rules")]);
				}
			}
			(role === void 0 || ours.length < subjects.length) && left.push(binding);
		}
		return [...rules].filter(([, list]) => list.length > 0).map(([serviceAccountName, list]) => ({
			serviceAccountName,
			rules: list
		})).sort((one, other) => one.serviceAccountName < other.serviceAccountName ? -1 : 1);
	};
	let permissions = rulesOf(manifests.roleBindings, ["Role", "ClusterRole"]);
	let clusterPermissions = rulesOf(manifests.clusterRoleBindings, ["ClusterRole"]);
	let unbound = [...manifests.roles, ...manifests.clusterRoles].filter((role) => !used.has(role));
	let foreign = manifests.serviceAccounts.filter(({ name }) => !accounts.has(name));
	return {
		permissions,
		clusterPermissions,
		files: [
			...unbound,
			...left,
			...foreign
		]
	};
}
function accountOf(deployment) {
	let pod = member(member(member(deployment.value, "spec"), "template"), "spec");
	return textMember(pod, "serviceAccountName") ?? "default";
}
function isAccount(subject, accounts) {
	return textMember(subject, "kind") === "ServiceAccount" && accounts.has(textMember(subject, "name") ?? "");
}
function roleOf(binding, kinds, manifests) {
	let reference = member(binding.value, "roleRef");
	let group = textMember(reference, "apiGroup") ?? "";
	if (group !== "" && group !== "rbac.authorization.k8s.io") return;
	let kind = kinds.find((known) => known === textMember(reference, "kind"));
	if (kind === void 0) return;
	let name = textMember(reference, "name") ?? "";
	let namesakes = (kind === "Role" ? manifests.roles : manifests.clusterRoles).filter((role) => role.name === name);
	return namesakes.find(({ namespace }) => kind === "Role" && namespace === binding.namespace) ?? namesakes.at(-1);
}
// packages/bundle/generate/related-images.ts
const PREFIX = "RELATED_IMAGE_";
function relatedImages(deployments, base, file) {
	let found = deployments.flatMap((deployment) => declaredIn(deployment, file));
	let distinct = found.filter(({ name, image }, index) => found.findIndex((one) => one.name === name && one.image === image) === index);
	let findings = [];
	let images = [];
	for (let { name, image, container } of distinct) {
		let namesakes = distinct.filter((one) => one.name === name);
		let same = distinct.filter((one) => one.image === image);
		let [first] = same;
		if (same.length > 1 && first?.name !== name) continue;
		if (same.length > 1) {
			let names = same.map((one) => one.name).join(", ");
			findings.push({
				severity: "warning",
				rule: "related-image-names",
				file,
				message: `The image ${image} has several names (${names}), so it is listed without one.`,
				advice: `Use one name for it in all ${PREFIX}… variables.`
			});
		}
		let full = namesakes.length > 1 ? `${container}-${name}` : name;
		images.push({
			name: same.length > 1 ? "" : full,
			image
		});
	}
	let listed = new Set(images.map(({ image }) => image));
	for (let entry of listMember(member(base, "spec"), "relatedImages")) {
		let image = textMember(entry, "image");
		if (image === void 0 || listed.has(image)) continue;
		listed.add(image);
		images.push({
			name: textMember(entry, "name") ?? "",
			image
		});
	}
	return {
		images,
		findings
	};
}
function declaredIn(deployment, file) {
	let containers = containersOf(deployment.value);
	return containers.flatMap((container) => {
		let reference = containers.length > 1 ? `${deployment.name}-${textMember(container, "name") ?? ""}` : deployment.name;
		return listMember(container, "env").flatMap((variable) => {
			let name = textMember(variable, "name") ?? "";
			if (!name.startsWith(PREFIX)) return [];
			if (isObject(member(variable, "valueFrom"))) throw new UserError(`Deployment ${deployment.name}: ${name} takes its value from elsewhere (valueFrom).`, {
				file,
				line: deployment.line,
				advice: "Write the image as its value: what OLM mirrors must be known when the bundle is made."
			});
			let image = textMember(variable, "value") ?? "";
			return [{
				name: name.slice(14).replaceAll("_", "-").toLowerCase(),
				image,
				container: reference
			}];
		});
	});
}
function describeWebhooks(manifests, file) {
	let findings = [];
	let admission = [...manifests.validatingWebhooks.map((webhook) => ({
		webhook,
		type: "ValidatingAdmissionWebhook"
	})), ...manifests.mutatingWebhooks.map((webhook) => ({
		webhook,
		type: "MutatingAdmissionWebhook"
	}))].map(({ webhook, type }) => {
		findings.push(...lossesOf(webhook, manifests, file));
		return describeAdmission(webhook.value, type, manifests);
	});
	findings.push(...unreachable(manifests, file));
	let conversion = manifests.services.flatMap((service) => describeConversion(service, manifests));
	return {
		descriptions: [...admission, ...conversion].sort((one, other) => order(nameOf(one), nameOf(other))),
		findings
	};
}
function nameOf(description) {
	return textMember(description, "generateName") ?? "";
}
function order(one, other) {
	return one === other ? 0 : one < other ? -1 : 1;
}
function describeAdmission(webhook, type, manifests) {
	let reference = member(member(webhook, "clientConfig"), "service");
	let versions = listMember(webhook, "admissionReviewVersions");
	let description = {
		type,
		generateName: webhook.name ?? "",
		sideEffects: webhook.sideEffects ?? "None",
		admissionReviewVersions: versions.length === 0 ? ["v1beta1"] : versions
	};
	for (let field of [
		"rules",
		"failurePolicy",
		"matchPolicy",
		"objectSelector",
		"timeoutSeconds",
		"reinvocationPolicy"
	]) description[field] = webhook[field] ?? null;
	if (!isObject(reference)) return description;
	let name = textMember(reference, "name") ?? "";
	let service = manifests.services.find((one) => one.name === name);
	return {
		...description,
		...portsOf(service, member(reference, "port") ?? 443),
		deploymentName: deploymentOf(service, manifests) ?? withoutSuffix(name),
		webhookPath: member(reference, "path") ?? null
	};
}
function deploymentOf(service, manifests) {
	if (service === void 0) return;
	let spec = member(service.value, "spec");
	if (textMember(spec, "type") === "ExternalName" || entriesOf(spec, "selector").length === 0) return;
	return selectedBy(service, manifests);
}
function selectedBy(service, manifests) {
	let selector = entriesOf(member(service.value, "spec"), "selector");
	return manifests.deployments.find(({ value }) => {
		let labels = new Map(entriesOf(member(member(member(value, "spec"), "template"), "metadata"), "labels"));
		return labels.size > 0 && selector.every(([key, wanted]) => labels.get(key) === wanted);
	})?.name;
}
function portsOf(service, wanted) {
	let port = listMember(member(service?.value, "spec"), "ports").find((one) => member(one, "port") === wanted);
	return port === void 0 ? {} : {
		containerPort: wanted,
		targetPort: member(port, "targetPort") ?? 0
	};
}
function withoutSuffix(service) {
	return service.replace(/-service$/, "");
}
function describeConversion(service, manifests) {
	let converted = conversions(manifests).filter((one) => one.service === service.name);
	return [...Map.groupBy(converted, ({ port, path, versions }) => canonical([
		port,
		path,
		versions
	])).values()].flatMap((group) => {
		let [first] = group;
		if (first === void 0) return [];
		let definitions = [...new Set(group.map(({ definition }) => definition))].sort(order);
		return [{
			type: "ConversionWebhook",
			generateName: `c${definitions.map((name) => name.split(".")[0]).join("")}.kb.io`,
			conversionCRDs: definitions,
			admissionReviewVersions: first.versions,
			sideEffects: "None",
			deploymentName: selectedBy(service, manifests) ?? withoutSuffix(service.name),
			webhookPath: first.path,
			...portsOf(service, first.port)
		}];
	});
}
function conversions(manifests) {
	return [...manifests.definitions, ...manifests.oldDefinitions].flatMap((definition) => {
		let conversion = member(member(definition.value, "spec"), "conversion");
		let webhook = member(conversion, "webhook");
		let service = member(member(webhook, "clientConfig") ?? member(conversion, "webhookClientConfig"), "service");
		if (!isObject(service)) return [];
		return [{
			definition: definition.name,
			service: textMember(service, "name") ?? "",
			port: member(service, "port") ?? 443,
			path: member(service, "path") ?? null,
			versions: listMember(webhook ?? conversion, "conversionReviewVersions"),
			line: definition.line
		}];
	});
}
function lossesOf({ value, line }, manifests, file) {
	let name = textMember(value, "name") ?? "";
	let about = {
		severity: "warning",
		file,
		line
	};
	let losses = [];
	let selector = member(value, "namespaceSelector");
	isObject(selector) && Object.keys(selector).length > 0 && losses.push({
		...about,
		rule: "webhook-namespace-selector",
		path: ".webhooks[*].namespaceSelector",
		message: `The namespaceSelector of webhook ${name} is lost: OLM selects the namespaces that the operator watches.`,
		advice: "Select by objectSelector, or let the webhook itself pass what it does not care for."
	});
	listMember(value, "matchConditions").length > 0 && losses.push({
		...about,
		rule: "webhook-match-conditions",
		path: ".webhooks[*].matchConditions",
		message: `The matchConditions of webhook ${name} are lost: OLM's webhook descriptions have none.`,
		advice: "Check them in the webhook itself."
	});
	let reference = member(member(value, "clientConfig"), "service");
	if (!isObject(reference)) {
		losses.push({
			...about,
			rule: "webhook-without-service",
			message: `Webhook ${name} is called by URL; OLM calls webhooks of the operator's own deployments only.`,
			advice: "Serve it from the operator, or install its configuration by other means."
		});
		return losses;
	}
	let service = textMember(reference, "name") ?? "";
	deploymentOf(manifests.services.find((one) => one.name === service), manifests) === void 0 && losses.push({
		...about,
		rule: "webhook-without-deployment",
		message: `No deployment was found behind the service ${service} of webhook ${name}; “${withoutSuffix(service)}” was taken.`,
		advice: "Add the service with a selector that the labels of the pods match."
	});
	return losses;
}
function unreachable(manifests, file) {
	let services = new Set(manifests.services.map(({ name }) => name));
	return conversions(manifests).filter(({ service }) => !services.has(service)).map(({ definition, service, line }) => ({
		severity: "warning",
		rule: "conversion-without-service",
		file,
		line,
		crd: definition,
		message: `${definition} is converted by the service ${service}, which the stream does not have, so OLM will not serve its conversion.`,
		advice: "Add the service to what kustomize renders."
	}));
}
// packages/bundle/generate/generate.ts
const BUILDER = "codeflare-actions-v1";
async function generateBundle(options) {
	let { stream, packageName } = options;
	checkOptions(options);
	let read = collect(stream.text, stream.path);
	let base = chooseBase(read, packageName, options.bases ?? null, stream.path);
	let manifests = {
		...read,
		...withImage(read.deployments, options)
	};
	let related = relatedImages(manifests.deployments, base.value, stream.path);
	let { deployments, images, annotations } = await pinned(manifests.deployments, related.images, base.value, options);
	let rbac = splitRbac(manifests, options.extraServiceAccounts);
	let webhooks = describeWebhooks(manifests, stream.path);
	let layout = options.layout ?? "unknown";
	let csv = assembleCsv(base.value, {
		...manifests,
		deployments
	}, {
		packageName,
		version: options.version,
		...rbac,
		relatedImages: images,
		webhooks: webhooks.descriptions,
		annotations: {
			...annotations,
			createdAt: options.createdAt,
			"operators.operatorframework.io/builder": BUILDER,
			"operators.operatorframework.io/project_layout": layout
		},
		place: options.place ?? {}
	});
	let csvPath = `manifests/${packageName.toLowerCase()}.clusterserviceversion.yaml`;
	let metadata = {
		packageName,
		channels: options.channels,
		defaultChannel: options.defaultChannel,
		builder: BUILDER,
		layout,
		hasScorecard: manifests.scorecard !== null || options.hasScorecard === !0,
		kept: options.annotations === void 0 || options.annotations === null ? {} : ownAnnotations(options.annotations)
	};
	let files = new Map([[csvPath, writeGoYaml(csv)]]);
	for (let [name, text] of manifestFiles(manifests, rbac.files, stream.path)) files.set(`manifests/${name}`, text);
	files.set("metadata/annotations.yaml", annotationsFile(metadata));
	manifests.scorecard !== null && files.set("tests/scorecard/config.yaml", writeGoYaml(manifests.scorecard.value));
	let spec = member(csv, "spec");
	return {
		packageName,
		csvName: textMember(csv.metadata, "name") ?? "",
		version: textMember(spec, "version") ?? null,
		replaces: textMember(spec, "replaces") ?? null,
		relatedImages: imagesOf(spec),
		files,
		csvPath,
		dockerfile: dockerfile(metadata, options.directory ?? "bundle"),
		findings: [
			...base.findings,
			...manifests.findings,
			...droppedKinds(manifests, stream.path),
			...lostOfDeployments(manifests, stream.path),
			...related.findings,
			...webhooks.findings
		]
	};
}
function imagesOf(spec) {
	return listMember(spec, "relatedImages").map((entry) => ({
		name: textMember(entry, "name") ?? "",
		image: textMember(entry, "image") ?? ""
	}));
}
function withImage(deployments, { image, stream }) {
	return { deployments: image === void 0 ? deployments : putImage(deployments, image, stream.path) };
}
async function pinned(deployments, images, base, { image, digests }) {
	let metadata = base.metadata;
	let written = textMember(isObject(metadata) ? metadata.annotations : void 0, "containerImage");
	let containerImage = image ?? written;
	if (digests == null) return {
		deployments,
		images,
		annotations: image === void 0 ? {} : { containerImage: image }
	};
	let result = await pinImages({
		deployments,
		relatedImages: images,
		containerImage
	}, digests);
	return {
		deployments: result.deployments,
		images: result.relatedImages,
		annotations: result.annotations
	};
}
const SEMVER = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*)?(?:\+[\dA-Za-z.-]+)?$/;
const CHANNEL = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const PACKAGE = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;
function checkOptions({ packageName, version, channels, defaultChannel }) {
	if (!PACKAGE.test(packageName)) throw new UserError(`Input “package” is “${packageName}”; letters, digits, “-” and “.” are allowed.`, { advice: "Use the name of the operator in the catalog, for example codeflare-operator." });
	if (version !== void 0 && !SEMVER.test(version)) throw new UserError(`Input “version” is “${version}”, which is not a semantic version.`, { advice: "Write three numbers without a “v”, for example 1.2.3 or 1.3.0-rc.1." });
	if (version?.includes("+") === !0) throw new UserError(`Input “version” is “${version}”: the name ${packageName}.v${version} would hold a “+”.`, { advice: "Kubernetes allows no “+” in names: leave the build metadata out." });
	if (channels.length === 0) throw new UserError("Input “channels” names no channel.", { advice: "Name one at least, for example alpha." });
	for (let channel of [...channels, ...defaultChannel === void 0 ? [] : [defaultChannel]]) if (!CHANNEL.test(channel)) throw new UserError(`The channel “${channel}” is not allowed.`, { advice: "Use letters, digits, “-”, “_” and “.”, at most 63, beginning and ending with a letter or digit." });
	if (defaultChannel !== void 0 && !channels.includes(defaultChannel)) throw new UserError(`Input “default-channel” is “${defaultChannel}”, which is none of ${channels.join(", ")}.`, { advice: "Users without a choice would be sent to a channel that this bundle is not in. Name one of its channels." });
}
// packages/bundle/generate/fetch-kustomize.ts
const VERSION = "5.6.0";
const CHECKSUMS = new Map([
	["linux_amd64", "54e4031ddc4e7fc59e408da29e7c646e8e57b8088c51b84b3df0864f47b5148f"],
	["linux_arm64", "ad8ab62d4f6d59a8afda0eec4ba2e5cd2f86bf1afeea4b78d06daac945eb0660"],
	["darwin_amd64", "3432be97f9fb4899148bf2485ccf9080e5e7702758eb16c92cd2f2f335e12a03"],
	["darwin_arm64", "791d9497d2973d4af17c9c0c2b3991ce82e61d1a2bf79f4ef78dd9dce25a6d3d"]
]);
async function fetchKustomize(options) {
	let { toolCache, platform, architecture } = options;
	let system = `${platform}_${architecture === "x64" ? "amd64" : architecture}`;
	let checksum = (options.checksums ?? CHECKSUMS).get(system);
	if (checksum === void 0) throw new UserError(`There is neither kustomize nor kubectl on this machine, and none is fetched for ${system}.`, { advice: "Install kustomize in an earlier step, or give the rendered manifests as a file in “manifests”." });
	let home = join(toolCache, "kustomize", VERSION, architecture);
	let program = join(home, "kustomize");
	if (await exists(`${home}.complete`)) return program;
	let name = `kustomize_v${VERSION}_${system}.tar.gz`;
	let archive = await download(`https://github.com/kubernetes-sigs/kustomize/releases/download/kustomize%2Fv${VERSION}/${name}`, options);
	let digest = createHash("sha256").update(archive).digest("hex");
	if (digest !== checksum) throw new ServiceError(`${name} was fetched and is another file: its checksum is ${digest}, not ${checksum}.`, { advice: "It was not run. Look at what stands between this machine and github.com, or install kustomize yourself." });
	await place(program, fileOf(gunzipSync(archive), "kustomize"));
	await writeFile(`${home}.complete`, "");
	return program;
}
async function download(url, { get }) {
	let problem = (why, cause) => new ServiceError(`kustomize could not be fetched from ${url}: ${why}.`, {
		advice: "Run again, or install kustomize (or kubectl) in an earlier step.",
		cause
	});
	try {
		let response = await get(url);
		if (!response.ok) throw problem(`status ${response.status}`);
		return Buffer.from(await response.arrayBuffer());
	} catch (error) {
		throw error instanceof ServiceError ? error : problem("no answer", error);
	}
}
function fileOf(tar, name) {
	for (let at = 0; at + 512 <= tar.length;) {
		let field = (from, length) => tar.subarray(at + from, at + from + length).toString("latin1").split("\0")[0] ?? "";
		let size = Number.parseInt(field(124, 12), 8);
		if (field(0, 100) === name) return tar.subarray(at + 512, at + 512 + size);
		at += 512 * (1 + Math.ceil((Number.isNaN(size) ? 0 : size) / 512));
	}
	throw new ServiceError(`The archive of kustomize ${VERSION} holds no “${name}”.`);
}
async function place(path, content) {
	await mkdir(dirname(path), { recursive: !0 });
	let beside = `${path}.${randomUUID()}`;
	await writeFile(beside, content, { mode: 493 });
	await rename(beside, path);
}
async function exists(path) {
	return stat(path).then(() => !0, () => !1);
}
async function renderKustomization(directory, options) {
	let rendered = await run("kustomize", ["build", directory], options) ?? await run("kubectl", ["kustomize", directory], options) ?? await run(await options.fetch(), ["build", directory], options);
	if (rendered === null) throw Error("The kustomize that was fetched cannot be started.");
	return rendered;
}
function run(program, args, options) {
	return new Promise((resolve, reject) => {
		let settings = {
			env: passedOn(options.environment),
			signal: options.signal,
			timeout: 3e5,
			maxBuffer: 268435456
		};
		execFile(program, args, settings, (error, stdout, stderr) => {
			let complaints = stderr.split(/\r?\n/).filter((line) => line.trim() !== "");
			if (error === null) {
				for (let line of complaints) options.onWarning(line);
				return resolve(stdout);
			}
			if (error.code === "ENOENT") return resolve(null);
			if (options.signal.aborted) return reject(error);
			let command = [program.split(/[/\\]/).at(-1), ...args].join(" ");
			let ending = error.killed === !0 ? "did not end in time" : "failed";
			let said = complaints.slice(-12).join("\n") || "It gave no reason.";
			reject(new UserError(`Input “manifests”: ${command} ${ending}.\n${said}`, {
				advice: "Correct the kustomization. Nothing was generated from what it had printed until then.",
				cause: error
			}));
		});
	});
}
function passedOn(environment) {
	return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value === void 0 || /^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/i.test(name) ? [] : [[name, value]]));
}
// packages/bundle/generate/catalog-input.ts
function readCatalogInput(text, packageName) {
	let match = /^([\w.-]+\/[\w.-]+)(?:@([^:\s]+))?(?::([^:\s]+))?$/.exec(text);
	let path = (match?.[3] ?? `operators/${packageName}`).replace(/\/+$/, "");
	let [operator = "", ...above] = path.split("/").reverse();
	if (match === null || operator === "" || path.startsWith("/") || path.split("/").includes("..")) throw new UserError(`Input “catalog” is “${text}”; expected OWNER/REPO[@BRANCH][:DIRECTORY].`, { advice: `For example redhat-openshift-ecosystem/community-operators-prod:operators/${packageName}.` });
	return {
		repository: match[1] ?? "",
		branch: match[2] ?? "",
		directory: above.reverse().join("/") || ".",
		operator
	};
}
// packages/bundle/generate/place-in-catalog.ts
function placeInCatalog(inputs, catalog) {
	let { packageName, version, replaces } = inputs;
	let skipRange = inputs.skipRange === "" ? void 0 : inputs.skipRange;
	if (skipRange !== void 0 && parseOlmRange(skipRange) === null) throw new UserError(`Input “skip-range” is “${skipRange}”, which OLM does not understand.`, { advice: "Write comparisons with whole versions, for example “>=1.0.0 <1.2.3”; there is no “^” and no “~”." });
	let ownName = version === void 0 ? void 0 : `${packageName}.v${version}`;
	if (replaces === "none") return {
		place: {
			replaces: null,
			skipRange
		},
		reason: "It replaces nothing, as asked.",
		findings: [],
		graph: []
	};
	if (replaces !== "auto") {
		if (!/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(replaces) || !replaces.includes(".")) throw new UserError(`Input “replaces” is “${replaces}”; allowed: auto, none, or the name of a CSV.`, { advice: `Write it whole, for example ${packageName}.v1.2.3.` });
		if (replaces === ownName) throw new UserError(`Input “replaces” is “${replaces}”, which is this bundle itself.`, { advice: "Name the bundle that is updated to this one." });
		return {
			place: {
				replaces,
				skipRange
			},
			reason: "It was named by “replaces”.",
			findings: [],
			graph: []
		};
	}
	if (catalog === null) return {
		place: { skipRange },
		reason: "No “catalog” was given: it is as in the manifests.",
		findings: [],
		graph: []
	};
	if (ownName === void 0 || version === void 0) throw new UserError("Input “version” is missing: without it the bundle has no place in the catalog.", { advice: "Give “version”, or leave “catalog” out." });
	let bundle = {
		name: ownName,
		version,
		package: packageName,
		channels: inputs.channels,
		defaultChannel: inputs.defaultChannel ?? null,
		skipRange: skipRange ?? null,
		minKubeVersion: null,
		openshiftVersions: null
	};
	let placement = placeBundle(bundle, catalog);
	let placed = {
		...bundle,
		directory: version,
		replaces: placement.replaces,
		skips: placement.skips
	};
	return {
		place: {
			replaces: placement.replaces,
			skips: placement.skips,
			skipRange
		},
		reason: placement.reason,
		findings: placement.findings,
		graph: drawChannels(placed, catalog.bundles, catalogMode(catalog.ci).mode)
	};
}
// packages/bundle/generate/project-file.ts
async function readProject(workspace, manifests) {
	let parts = manifests.split("/").filter((part) => part !== "" && part !== ".");
	for (let depth = parts.length; depth >= 0; depth--) {
		let path = [...parts.slice(0, depth), "PROJECT"].join("/");
		let bytes = await workspace.read(path, "PROJECT");
		if (bytes !== null) return parseProject(bytes.toString("utf8"), path);
	}
	return null;
}
function parseProject(text, path) {
	let document = parseDocument(text, {
		prettyErrors: !1,
		logLevel: "silent"
	});
	let [problem] = document.errors;
	if (problem !== void 0) throw new UserError(`${path} is not YAML: ${problem.message}`, {
		file: path,
		advice: "Correct it."
	});
	let name = document.get("projectName");
	let layout = document.get("layout", !0);
	return {
		name: typeof name == "string" ? name : "",
		layout: textsOf(layout).join(",")
	};
}
function textsOf(node) {
	if (isScalar(node)) return [String(node.value)];
	return isSeq(node) ? node.items.flatMap(textsOf) : [];
}
// packages/bundle/generate/plan.ts
async function planBundle(inputs, workspace, world) {
	let directory = outputDirectory(inputs["output-dir"]);
	let manifests = tidy(inputs.manifests);
	let project = await readProject(workspace, manifests);
	let packageName = inputs.package === "" ? project?.name ?? "" : inputs.package;
	if (packageName === "") throw new UserError("Input “package” is missing, and there is no PROJECT file with a “projectName”.", { advice: "Give the name of the operator, for example “package: codeflare-operator”." });
	let version = inputs.version === "" ? void 0 : inputs.version;
	let defaultChannel = inputs["default-channel"] === "" ? void 0 : inputs["default-channel"];
	let { channels } = inputs;
	let createdAt = givenTime(inputs["created-at"]);
	let place = {
		packageName,
		version,
		channels,
		defaultChannel,
		replaces: inputs.replaces
	};
	let catalogPlace = inputs.replaces === "auto" && inputs.catalog !== "" ? readCatalogInput(inputs.catalog, packageName) : null;
	let [source, catalog, present] = await Promise.all([
		readManifests(workspace, manifests, packageName, world),
		catalogPlace === null ? null : world.catalog(catalogPlace),
		presentFiles(workspace, directory)
	]);
	let placed = placeInCatalog({
		...place,
		skipRange: inputs["skip-range"]
	}, catalog);
	let bundle = await generateBundle({
		...place,
		...source,
		place: placed.place,
		createdAt: createdAt ?? await timeOfCommit(world, present),
		layout: project?.layout ?? "unknown",
		image: inputs.image === "" ? void 0 : inputs.image,
		digests: inputs["use-image-digests"] ? world.digests : null,
		annotations: textOf(present, directory, "metadata/annotations.yaml"),
		hasScorecard: present.has("tests/scorecard/config.yaml"),
		directory: posix.basename(directory),
		extraServiceAccounts: inputs["extra-service-accounts"]
	});
	let files = createdAt === null ? unchangedTime(bundle, present) : bundle.files;
	let findings = [
		...placed.findings,
		...bundle.findings,
		...inputs.validate ? validateBundle(wholeBundle(files, present), { directory }) : []
	];
	let errors = findings.filter(({ severity }) => severity === "error");
	return {
		bundle: {
			...bundle,
			files
		},
		directory,
		channels,
		placed,
		changes: await changesOf(workspace, directory, {
			...bundle,
			files
		}, present),
		findings,
		...inputs.validate && errors.length > 0 && { refusal: refusalOf(errors) }
	};
}
function tidy(path) {
	return path.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "").replace(/\/+$/, "") || ".";
}
function outputDirectory(given) {
	let directory = posix.normalize(tidy(given));
	if (directory !== "." && !directory.startsWith("..") && !directory.startsWith("/")) return directory;
	throw new UserError(`Input “output-dir” is “${given}”; a directory below the root of the checkout was expected.`, { advice: "The bundle has this directory for itself, for example “bundle”." });
}
async function readManifests(workspace, manifests, packageName, world) {
	let target = await workspace.locate(manifests, "Input “manifests”");
	let found = await stat(target).catch(() => null);
	if (found === null) throw new UserError(`Input “manifests”: there is no “${manifests}” in the checkout.`, { advice: "Name a kustomize directory or a file of rendered manifests. Was the repository checked out before?" });
	let home = found.isDirectory() ? manifests : posix.dirname(manifests);
	let basePath = posix.join(home, "bases", `${packageName}.clusterserviceversion.yaml`);
	let base = await workspace.read(basePath, "Input “manifests”");
	return {
		stream: {
			path: manifests,
			text: found.isDirectory() ? await world.render(target) : (await workspace.read(manifests, "Input “manifests”"))?.toString("utf8") ?? ""
		},
		bases: base === null ? null : {
			path: basePath,
			text: base.toString("utf8")
		}
	};
}
async function presentFiles(workspace, directory) {
	let files = new Map();
	for (let path of await workspace.list(directory, "Input “output-dir”")) {
		let bytes = await workspace.read(path, "Input “output-dir”");
		bytes !== null && files.set(posix.relative(directory, path), bytes);
	}
	let paths = [...files.keys()];
	if (paths.some((path) => path === "metadata/annotations.yaml" || path.endsWith(CSV_SUFFIX)) || !paths.some((path) => path.startsWith("manifests/"))) return files;
	throw new UserError(`Input “output-dir”: ${directory}/manifests holds files, and ${directory} is no bundle.`, { advice: "They would be deleted as left from an earlier run. Give the bundle a directory of its own." });
}
const CSV_SUFFIX = ".clusterserviceversion.yaml";
function textOf(present, directory, path) {
	let bytes = present.get(path);
	return bytes === void 0 ? null : {
		path: posix.join(directory, path),
		text: bytes.toString("utf8")
	};
}
function givenTime(given) {
	if (given === "") return null;
	let at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(given) ? Date.parse(given) : NaN;
	if (!Number.isNaN(at)) return `${new Date(at).toISOString().slice(0, 19)}Z`;
	throw new UserError(`Input “created-at” is “${given}”, which is no time as in RFC 3339.`, { advice: "Write it as 2026-01-31T12:00:00Z, or leave it out: then it is the time of the commit." });
}
const CREATED_AT = /^(    createdAt: ")([^"\n]+)(")$/m;
async function timeOfCommit(world, present) {
	let time = await world.commitTime() ?? earlierTime(present);
	if (time !== void 0) return time;
	throw new UserError("Input “created-at” is missing, and the checkout has no commit to take the time from.", { advice: "Check the repository out with actions/checkout, or give “created-at”." });
}
function earlierTime(present) {
	let [, csv] = [...present].find(([path]) => path.endsWith(CSV_SUFFIX)) ?? [];
	return csv === void 0 ? void 0 : CREATED_AT.exec(csv.toString("utf8"))?.[2];
}
function unchangedTime(bundle, present) {
	let before = earlierTime(present);
	let csv = bundle.files.get(bundle.csvPath);
	if (before === void 0 || csv === void 0) return bundle.files;
	let files = new Map(bundle.files);
	files.set(bundle.csvPath, csv.replace(CREATED_AT, `$1${before}$3`));
	return [...files].every(([path, text]) => present.get(path)?.toString("utf8") === text) ? files : bundle.files;
}
function wholeBundle(files, present) {
	let kept = [...present].filter(([path]) => !isStale(path, files));
	return new Map([...kept, ...[...files].map(([path, text]) => [path, Buffer.from(text)])]);
}
function isStale(path, files) {
	return path.startsWith("manifests/") && !files.has(path);
}
async function changesOf(workspace, directory, bundle, present) {
	let reason = `the bundle ${bundle.csvName}`;
	let wanted = [
		...[...bundle.files].map(([path, text]) => [
			posix.join(directory, path),
			text,
			reason
		]),
		[
			posix.join(posix.dirname(directory), "bundle.Dockerfile"),
			bundle.dockerfile,
			reason
		],
		...[...present.keys()].filter((path) => isStale(path, bundle.files)).map((path) => [
			posix.join(directory, path),
			null,
			"no object of the manifests makes it any more"
		])
	];
	return (await Promise.all(wanted.map(([path, text, why]) => workspace.change(path, text, why)))).filter((change) => change !== null);
}
function refusalOf(errors) {
	let [first] = errors;
	let more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
	return new UserError(`The bundle was not written: ${first?.message ?? ""}${more}`, {
		...first?.file !== void 0 && { file: first.file },
		...first?.line !== void 0 && { line: first.line },
		advice: first?.advice ?? ""
	});
}
// packages/bundle/generate/registry-digests.ts
function registryDigests(registries) {
	return { async pin(image) {
		if (image === "controller:latest") throw new UserError("A deployment runs “controller:latest”, which stands for an image that is still to be named.", { advice: "Name it in “image”, or let kustomize set it." });
		let { registry, repository, tag = "latest", digest } = parseReference(image, "The image of a deployment");
		if (digest !== void 0) return image;
		let found = await registries.head({
			registry,
			repository,
			tag
		});
		if (found !== null) return formatReference({
			registry,
			repository,
			digest: found.digest
		});
		throw new UserError(`There is no image ${image}, so its digest cannot be written into the bundle.`, { advice: "Publish it first, correct its name, or set “use-image-digests: false” for a bundle that names tags." });
	} };
}
// packages/versions/checkout/commit-time.ts
async function commitTime(directory, options) {
	try {
		let { code, stdout } = await new Git(directory, options).run([
			"show",
			"-s",
			"--format=%ct",
			"HEAD"
		]);
		let seconds = Number(stdout.trim());
		return code === 0 && seconds > 0 ? `${new Date(seconds * 1e3).toISOString().slice(0, 19)}Z` : null;
	} catch (error) {
		if (error instanceof UserError) return null;
		throw error;
	}
}
// actions/gen-bundle/action.ts
var action_default = defineAction({
	name: "gen-bundle",
	title: "Generate an OLM bundle",
	description: "",
	branding: "",
	permissions: "",
	inputs: {
		token: tokenInput("to read the catalog, when `catalog` is given"),
		version: text$1({
			description: "",
			example: ""
		}),
		package: text$1({
			description: "",
			example: ""
		}),
		manifests: text$1({
			description: "",
			default: "config/manifests"
		}),
		image: text$1({
			description: "",
			example: ""
		}),
		channels: list({
			description: "",
			default: "alpha",
			commas: !0
		}),
		"default-channel": text$1({ description: "" }),
		replaces: text$1({
			description: "",
			default: "auto",
			example: ""
		}),
		"skip-range": text$1({
			description: "",
			example: ""
		}),
		catalog: text$1({
			description: "",
			example: ""
		}),
		"output-dir": text$1({
			description: "",
			default: "bundle"
		}),
		"use-image-digests": flag({
			description: "",
			default: "true"
		}),
		"created-at": text$1({
			description: "",
			example: ""
		}),
		"extra-service-accounts": list({
			description: "",
			commas: !0
		}),
		"insecure-registries": list({
			description: "",
			example: "",
			commas: !0
		}),
		validate: flag({
			description: "",
			default: "true"
		})
	},
	outputs: {
		"bundle-dir": "",
		"csv-name": "",
		replaces: "",
		"related-images": "",
		findings: ""
	},
	async plan(inputs, { environment, workspace, log, signal }) {
		let plan = await planBundle(inputs, new Workspace(workspace), {
			render: (directory) => renderKustomization(directory, {
				environment,
				signal,
				onWarning: (line) => log.info(line),
				fetch: () => fetchKustomize({
					toolCache: environment.RUNNER_TOOL_CACHE ?? environment.RUNNER_TEMP ?? workspace,
					platform: process.platform,
					architecture: process.arch,
					get: (url) => fetch(url, { signal })
				})
			}),
			digests: registryDigests(new RegistryClient({
				credentials: findCredentials({ environment }),
				endpoints: parseEndpoints(environment.CODEFLARE_REGISTRY_ENDPOINTS),
				insecure: inputs["insecure-registries"],
				signal,
				onWarning: (line) => log.warning(line),
				onSecret: (value) => log.mask(value)
			})),
			async catalog({ repository, branch, operator, directory }) {
				let github = new GitHub({
					token: inputs.token,
					environment,
					signal,
					log: (line) => log.info(line)
				});
				let catalog = await githubCatalog(github, parseRepository(repository, "catalog"), branch);
				return readOperator(catalog, operator, directory);
			},
			commitTime: () => commitTime(workspace, {
				environment,
				signal
			})
		});
		return {
			changes: plan.changes,
			findings: plan.findings,
			...plan.refusal !== void 0 && { refusal: plan.refusal },
			outputs: () => ({
				"bundle-dir": plan.directory,
				"csv-name": plan.bundle.csvName,
				replaces: plan.bundle.replaces ?? "",
				"related-images": plan.bundle.relatedImages,
				findings: plan.findings
			}),
			report: () => reportBundle(plan)
		};
	}
});
export { action_default as default };
