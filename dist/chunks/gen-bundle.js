import { F as UserError, P as ServiceError, _ as text$1, d as flag, l as defineAction, p as list, v as tokenInput, y as Workspace } from "./core.js";
import { _ as Normalizer, a as placeBundle, c as parseOlmRange, f as catalogMode, g as Mismatch, h as readStream, i as reportBundle, n as githubCatalog, o as drawChannels, s as validateBundle, t as readOperator, v as goNumber, y as isPlainText } from "./read-catalog.js";
import { a as isObject, c as textMember, i as isList, n as entriesOf, o as listMember, s as member, t as canonical } from "./json.js";
import { d as isMap, i as parseDocument, m as isSeq, p as isScalar } from "./yaml.js";
import { a as parseEndpoints, f as parseReference, n as RegistryClient, t as findCredentials, u as formatReference } from "./credentials.js";
import { V as GitHub, X as parseRepository } from "./github.js";
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
	const [a, b] = [[...one], [...other]];
	const common = Math.min(a.length, b.length);
	for (let at = 0; at < common; at++) {
		const [left = "", right = ""] = [a[at], b[at]];
		if (left === right) continue;
		const [leftIsLetter, rightIsLetter] = [LETTER.test(left), LETTER.test(right)];
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
	const within = (a[at] === "0" || b[at] === "0") && followsNumber(a, at);
	const [left, right] = [readNumber(a, at, within), readNumber(b, at, within)];
	if (left.value !== right.value) return left.value < right.value ? -1 : 1;
	return left.end - right.end;
}
function followsNumber(key, at) {
	for (let before = at - 1; before >= 0 && DIGIT.test(key[before] ?? ""); before--) if (key[before] !== "0") return true;
	return false;
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
// packages/yaml/go-write.ts
const WIDTH = 80;
const LONGEST_KEY = 128;
function writeGoYaml(value) {
	const writer = new Writer();
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
		if (value !== null && typeof value === "object") {
			if (isList(value)) this.#list(value, position);
			else this.#mapping(value, position);
			return;
		}
		if (position.place === "value") this.#put(" ");
		this.#scalar(value, position.indent);
	}
	#list(items, { indent, place }) {
		if (items.length === 0) return this.#put(place === "value" ? " []" : "[]");
		const column = place === "value" ? indent : indent + 2;
		let first = place !== "value";
		for (const item of items) {
			if (first) first = false;
			else this.#newLine(column);
			this.#put("- ");
			this.node(item, {
				indent: column,
				place: "item"
			});
		}
	}
	#mapping(members, { indent, place }) {
		const keys = Object.keys(members);
		if (keys.length === 0) return this.#put(place === "value" ? " {}" : "{}");
		const column = indent + 2;
		let first = place !== "value";
		for (const key of keys.sort(compareKeys)) {
			if (first) first = false;
			else this.#newLine(column);
			const value = members[key] ?? null;
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
		if (typeof value === "number") this.#put(goNumber(value));
		else if (typeof value !== "string") this.#put(String(value));
		else if (value.includes("\n") && allowsBlock(value)) this.#literal(value, indent + 2);
		else {
			const style = styleOf(value);
			if (style === "double") this.#double(value, indent + 2);
			else if (style === "plain") this.#folded(value, indent + 2, 0);
			else this.#folded(quoted(value), indent + 2, 1);
		}
	}
	#literal(value, column) {
		const hint = /^[ \n\r\u0085\u2028\u2029]/.test(value) ? "2" : "";
		this.#put(`|${hint}${chomping(value)}`);
		const pad = " ".repeat(column);
		const lines = value.split(/(?<=[\n\u0085\u2028\u2029])/);
		let text = "\n";
		for (const line of lines) text += ONE_BREAK.test(line) ? line : pad + line;
		this.#parts.push(text.endsWith("\n") ? text.slice(0, -1) : text);
		this.#column = WIDTH;
	}
	#folded(text, column, quotes) {
		if (SEPARATOR.test(text)) return this.#separated(text, column, quotes);
		let start = 0;
		for (;;) {
			const at = this.#column + text.length - start > WIDTH ? this.#breakOf(text, start, quotes) : -1;
			if (at < 0) return this.#put(text.slice(start));
			this.#parts.push(text.slice(start, at));
			this.#newLine(column);
			start = at + 1;
		}
	}
	#breakOf(text, start, quotes) {
		const last = text.length - 2 - quotes;
		let at = text.indexOf(" ", start + Math.max(0, 81 - this.#column));
		while (at >= 0 && (at <= quotes || text[at - 1] === " " || text[at + 1] === " ")) at = text.indexOf(" ", at + 1);
		return at > last ? -1 : at;
	}
	#separated(text, column, quotes) {
		const end = text.length - quotes;
		for (let at = 0; at < text.length; at++) {
			const point = text[at] ?? "";
			const isInside = at > quotes && at < end - 1;
			if (point === " " && this.#column > WIDTH && isInside && text[at - 1] !== " " && text[at + 1] !== " ") {
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
		const points = [...value];
		let line = "\"";
		this.#column++;
		let spaces = false;
		for (const [at, point] of points.entries()) {
			if (point === " " && !spaces && this.#column > WIDTH && at > 0 && at < points.length - 1) {
				this.#parts.push(line);
				this.#newLine(column);
				line = points[at + 1] === " " ? "\\" : "";
				this.#column += line.length;
				spaces = true;
				continue;
			}
			const written = escaped(point);
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
	return !/[\n\r\u0085\u2028\u2029]/.test(key) && (key.length <= LONGEST_KEY / 3 || Buffer.byteLength(key) <= LONGEST_KEY);
}
function oneLine(key) {
	const style = styleOf(key);
	if (style === "plain") return key;
	return style === "single" ? quoted(key) : `"${[...key].map(escaped).join("")}"`;
}
function quoted(text) {
	return `'${text.replaceAll("'", "''")}'`;
}
const SPECIAL = /[^\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/;
const BREAK = "\\n\\r\\u0085\\u2028\\u2029";
const SPACE_BREAK = new RegExp(` [${BREAK}]`);
const BREAK_SPACE = new RegExp(`[${BREAK}] `);
const ENDS = new RegExp(`^[ ${BREAK}]|[ ${BREAK}]$`);
const ANY_BREAK = new RegExp(`[${BREAK}]`);
const ONE_BREAK = new RegExp(`^[${BREAK}]$`);
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
	const name = NAMED.get(point);
	if (name !== void 0) return `\\${name}`;
	if (!SPECIAL.test(point)) return point;
	const code = point.codePointAt(0) ?? 0;
	const hex = code.toString(16).toUpperCase();
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
	const { objects, others: noObjects } = readStream(text, file);
	const findings = noObjects.map((line) => ({
		severity: "warning",
		rule: "not-an-object",
		file,
		line,
		message: `The document that starts on line ${line} of ${file} has no “kind” and is left out.`,
		advice: "Remove it, or give it apiVersion and kind."
	}));
	const byStruct = new Map();
	const others = [];
	for (const object of objects) {
		const struct = STRUCTS.get(`${object.group}/${object.kind}`);
		if (struct === void 0) others.push(object);
		else {
			const name = structOf(struct, object, file);
			const list = byStruct.get(name) ?? [];
			list.push(typed(name, object, file, findings));
			byStruct.set(name, list);
		}
	}
	const of = (struct) => byStruct.get(struct) ?? [];
	const [scorecard = null, second] = of("Configuration");
	if (scorecard !== null && second !== void 0) throw new UserError(`${file} has two scorecard configurations, on lines ${scorecard.line} and ${second.line}.`, {
		file,
		line: second.line,
		advice: "A bundle has one tests/scorecard/config.yaml: keep one."
	});
	const definitions = distinct(of("CustomResourceDefinition"));
	const oldDefinitions = distinct(of("CustomResourceDefinitionBeta"));
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
	const normalizer = new Normalizer();
	const { kind, name, line } = object;
	try {
		const value = normalizer.struct(struct, object.value);
		for (const path of normalizer.unknown) findings.push({
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
			namespace: textMember(value["metadata"], "namespace") ?? ""
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
	if (typeof value === "object") return isObject(value) ? "an object" : "a list";
	return `“${String(value).slice(0, 80)}”`;
}
function distinct(objects) {
	const byName = Map.groupBy(objects, ({ name }) => name);
	if (byName.size === objects.length) return objects;
	const seen = new Set();
	return objects.filter(({ name, value }) => {
		if ((byName.get(name) ?? []).length === 1) return true;
		const text = canonical(value);
		if (seen.has(text)) return false;
		seen.add(text);
		return true;
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
	const served = new Set(definitions.flatMap(({ value }) => {
		const spec = member(value, "spec");
		const kind = `${textMember(spec, "group") ?? ""}/${textMember(member(spec, "names"), "kind") ?? ""}`;
		return servedVersions(value).map((version) => `${kind}/${version}`);
	}));
	return distinct(others.filter(({ group, kind, version }) => served.has(`${group}/${kind}/${version}`)));
}
function servedVersions(definition) {
	const spec = member(definition, "spec");
	const versions = listMember(spec, "versions");
	if (versions.length === 0) return [textMember(spec, "version") ?? []].flat();
	return versions.filter((version) => member(version, "served") === true).flatMap((version) => textMember(version, "name") ?? []);
}
// packages/bundle/generate/base.ts
function chooseBase(manifests, packageName, bases, file) {
	const [first, second] = manifests.csvs.filter(({ name }) => name.startsWith(`${packageName}.`));
	if (first !== void 0) {
		const findings = second === void 0 ? [] : [twoCsvs(first, second, file)];
		return {
			value: first.value,
			place: {
				file,
				line: first.line
			},
			findings
		};
	}
	const [foreign] = manifests.csvs;
	if (foreign !== void 0) return {
		value: madeUp(packageName),
		place: null,
		findings: [otherPackage(foreign, packageName, file)]
	};
	const found = bases === null ? void 0 : collect(bases.text, bases.path).csvs[0];
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
	const version = textMember(member(value, "spec"), "version") ?? "0.0.0";
	return {
		...value,
		metadata: {
			...asObject(value["metadata"]),
			name: `${packageName}.v${version}`
		}
	};
}
function asObject(value) {
	return typeof value === "object" && value !== null ? { ...value } : {};
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
	const displayName = displayNameOf(packageName);
	const mode = (type, supported) => ({
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
				mode("OwnNamespace", false),
				mode("SingleNamespace", false),
				mode("MultiNamespace", false),
				mode("AllNamespaces", true)
			]
		}
	};
}
function displayNameOf(name) {
	return name.split(/[-._ ]+/).filter((word) => word !== "").map((word) => word.replaceAll(/(?<=[^\p{Lu}])(?=\p{Lu})/gu, " ")).join(" ").replaceAll(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}
// packages/bundle/generate/go-json.ts
function goJson(value, indent = "") {
	const inner = `${indent}  `;
	if (isList(value)) {
		if (value.length === 0) return "[]";
		return `[\n${value.map((item) => inner + goJson(item, inner)).join(",\n")}\n${indent}]`;
	}
	if (isObject(value)) {
		const keys = Object.keys(value).sort();
		if (keys.length === 0) return "{}";
		return `{\n${keys.map((key) => `${inner}${text(key)}: ${goJson(value[key] ?? null, inner)}`).join(",\n")}\n${indent}}`;
	}
	if (typeof value === "string") return text(value);
	return typeof value === "number" && Number.isInteger(value) ? goNumber(value) : String(value);
}
function text(value) {
	return JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, (point) => `\\u${point.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
// packages/bundle/generate/csv.ts
const SKIP_RANGE = "olm.skipRange";
function assembleCsv(base, manifests, parts) {
	const { packageName, version, place } = parts;
	const metadata = objectMember(base, "metadata");
	const spec = objectMember(base, "spec");
	const skipRange = place.skipRange === void 0 ? {} : { [SKIP_RANGE]: place.skipRange };
	const annotations = {
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
	const found = member(value, key);
	return isObject(found) ? found : {};
}
function installOf(install, manifests, parts) {
	const strategy = textMember(install, "strategy") ?? "deployment";
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
	const template = objectMember(spec, "template");
	const pod = objectMember(template, "spec");
	const containers = member(pod, "containers");
	if (!isList(containers)) return spec;
	const watching = containers.map((container) => {
		const env = member(container, "env");
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
	const known = listMember(described, "owned");
	const owned = (definition) => {
		const kind = textMember(member(member(definition.value, "spec"), "names"), "kind") ?? "";
		return servedVersions(definition.value).map((version) => {
			return known.findLast((one) => member(one, "name") === definition.name && member(one, "version") === version && member(one, "kind") === kind) ?? {
				name: definition.name,
				version,
				kind
			};
		});
	};
	return [...manifests.definitions, ...manifests.oldDefinitions].flatMap(owned);
}
function cleared(csv) {
	const { status: _, ...rest } = csv;
	const { cleanup, ...spec } = objectMember(rest, "spec");
	const isOff = member(cleanup, "enabled") === false;
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
		const { creationTimestamp: _, ...rest } = value;
		return rest;
	}
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, isObject(inner) ? withoutCreation(inner) : isList(inner) ? inner.map((item) => isObject(item) ? withoutCreation(item) : item) : inner]));
}
// packages/bundle/generate/kinds.ts
const SUPPORTED = new Set([
	"ClusterServiceVersion",
	"CustomResourceDefinition",
	"Secret",
	"ClusterRole",
	"ClusterRoleBinding",
	"ConfigMap",
	"ServiceAccount",
	"Service",
	"Role",
	"RoleBinding",
	"PrometheusRule",
	"ServiceMonitor",
	"PodDisruptionBudget",
	"PriorityClass",
	"VerticalPodAutoscaler",
	"ConsoleYAMLSample",
	"ConsoleQuickStart",
	"ConsoleCLIDownload",
	"ConsoleLink",
	"ConsolePlugin",
	"NetworkPolicy"
]);
function isSupported(kind) {
	return SUPPORTED.has(kind);
}
const NEEDLESS = new Map([
	["Namespace", "OLM installs the operator into a namespace that exists."],
	["Certificate", "OLM makes the certificates of webhooks itself."],
	["Issuer", "OLM makes the certificates of webhooks itself."]
]);
function droppedKinds(manifests, file) {
	const examples = new Set(manifests.customResources);
	const dropped = manifests.others.filter((object) => !isSupported(object.kind) && !examples.has(object));
	return [...Map.groupBy(dropped, ({ group, kind }) => group === "" ? kind : `${kind}.${group}`)].map(([kind, objects]) => {
		const needless = NEEDLESS.get(objects[0]?.kind ?? "");
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
		if (entriesOf(value["metadata"], "annotations").length === 0) return [];
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
	const objects = [
		...manifests.definitions,
		...manifests.oldDefinitions,
		...manifests.services,
		...manifests.others.filter(({ kind }) => isSupported(kind)),
		...rbac
	];
	const files = new Map();
	let duplicates = 0;
	for (const object of objects) {
		const name = fileName(object, stream);
		const free = files.has(name) ? `dup${duplicates++}_${name}` : name;
		files.set(free, writeGoYaml(withoutNamespace(object.value)));
	}
	return files;
}
function fileName(object, stream) {
	const { group, version, kind, name, line } = object;
	const spec = member(object.value, "spec");
	const plural = textMember(member(spec, "names"), "plural");
	const definesGroup = kind === "CustomResourceDefinition" ? textMember(spec, "group") : void 0;
	const said = definesGroup !== void 0 && plural !== void 0 ? `${definesGroup}_${plural}.yaml` : `${[
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
	const metadata = value["metadata"];
	if (!isObject(metadata)) return value;
	const { namespace: _, ...rest } = metadata;
	return {
		...value,
		metadata: rest
	};
}
// packages/bundle/generate/pods.ts
function containersOf(deployment) {
	const pod = member(member(member(deployment, "spec"), "template"), "spec");
	return [...listMember(pod, "containers"), ...listMember(pod, "initContainers")];
}
// packages/bundle/generate/images.ts
const PLACEHOLDER = "controller:latest";
function repositoryOf(image) {
	const [name = ""] = image.split("@");
	return name.replace(/:[^:/]*$/, "");
}
function putImage(deployments, image, file) {
	const repository = repositoryOf(image);
	const seen = new Set();
	let put = 0;
	const replaced = mapImages(deployments, (found) => {
		seen.add(found);
		if (found !== "controller:latest" && repositoryOf(found) !== repository) return found;
		put++;
		return image;
	});
	if (put > 0) return replaced;
	throw new UserError(`Input “image”: no deployment in ${file} runs ${repository}.`, {
		file,
		advice: `Images found: ${[...seen].join(", ") || "none"}. Name one of their repositories, or let kustomize set the image and leave “image” out.`
	});
}
async function pinImages(parts, digests) {
	const { deployments, relatedImages, containerImage } = parts;
	const wanted = new Set(relatedImages.map(({ image }) => image));
	mapImages(deployments, (image) => {
		wanted.add(image);
		return image;
	});
	if (containerImage !== void 0) wanted.add(containerImage);
	const pinned = new Map(await Promise.all([...wanted].map(async (image) => [image, await digests.pin(image)])));
	const pin = (image) => pinned.get(image) ?? image;
	return {
		deployments: mapImages(deployments, pin),
		relatedImages: listed(deployments, relatedImages, pin),
		annotations: containerImage === void 0 ? {} : { containerImage: pin(containerImage) }
	};
}
function listed(deployments, relatedImages, pin) {
	const byImage = new Map();
	const names = new Set();
	const list = (name, longer, image) => {
		const digest = pin(image);
		if (byImage.has(digest)) return;
		const free = [name, longer].find((one) => one !== "" && !names.has(one)) ?? `${longer}-${names.size + 1}`;
		names.add(free);
		byImage.set(digest, free);
	};
	for (const { name, image } of relatedImages) list(name, nameOfImage(image), image);
	for (const deployment of deployments) for (const container of containersOf(deployment.value)) {
		const name = textMember(container, "name") ?? "";
		const image = textMember(container, "image");
		if (image !== void 0) list(name, `${deployment.name}-${name}`, image);
	}
	return [...byImage].map(([image, name]) => ({
		name,
		image
	}));
}
function nameOfImage(image) {
	return repositoryOf(image).split("/").at(-1) ?? "";
}
function mapImages(deployments, change) {
	const containers = (list) => isList(list) ? list.map((container) => isObject(container) ? withImages(container, change) : container) : [];
	return deployments.map((deployment) => {
		const spec = member(deployment.value, "spec");
		const template = member(spec, "template");
		const pod = member(template, "spec");
		if (!isObject(spec) || !isObject(template) || !isObject(pod)) return deployment;
		const changed = {
			...pod,
			containers: containers(pod["containers"]),
			...isList(pod["initContainers"]) && { initContainers: containers(pod["initContainers"]) }
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
	const image = textMember(container, "image");
	const env = listMember(container, "env");
	return {
		...container,
		...image !== void 0 && { image: change(image) },
		...env.length > 0 && { env: env.map((variable) => {
			const value = textMember(variable, "value");
			const isImage = (textMember(variable, "name") ?? "").startsWith("RELATED_IMAGE_");
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
	const { defaultChannel } = options;
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
	const { core, tests } = blocksOf(options);
	const block = (title, entries) => {
		const lines = Object.entries(entries).map(([name, value]) => `  ${writeGoYaml({ [name]: value }).trimEnd().replaceAll("\n", "\n  ")}`);
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
	const { core, tests } = blocksOf(options);
	const labels = (title, entries) => {
		const lines = Object.entries(entries).map(([name, value]) => `LABEL ${name}=${labelValue(value)}`);
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
	const document = parseDocument(text, {
		schema: "failsafe",
		prettyErrors: false,
		logLevel: "silent"
	});
	const annotations = document.errors.length > 0 ? void 0 : document.get("annotations");
	if (!isMap(annotations)) throw new UserError(`${path} is there and holds no “annotations”.`, {
		file: path,
		advice: "Correct or delete it. It would be written anew, and what it says of its own would be lost."
	});
	const own = {};
	for (const { key, value } of annotations.items) {
		const name = isScalar(key) ? String(key.value) : "";
		if (!OURS.some((prefix) => name.startsWith(prefix)) && isScalar(value)) own[name] = String(value.value);
	}
	return own;
}
// packages/bundle/generate/rbac.ts
function splitRbac(manifests, extraServiceAccounts = []) {
	const accounts = new Set([...manifests.deployments.map(accountOf), ...extraServiceAccounts]);
	const used = new Set();
	const left = [];
	const rulesOf = (bindings, kinds) => {
		const rules = new Map();
		for (const binding of bindings) {
			const role = roleOf(binding, kinds, manifests);
			const subjects = listMember(binding.value, "subjects");
			const ours = subjects.filter((subject) => isAccount(subject, accounts));
			if (role !== void 0 && ours.length > 0) {
				used.add(role);
				for (const subject of ours) {
					const name = textMember(subject, "name") ?? "";
					rules.set(name, [...rules.get(name) ?? [], ...listMember(role.value, "rules")]);
				}
			}
			if (role === void 0 || ours.length < subjects.length) left.push(binding);
		}
		return [...rules].filter(([, list]) => list.length > 0).map(([serviceAccountName, list]) => ({
			serviceAccountName,
			rules: list
		})).sort((one, other) => one.serviceAccountName < other.serviceAccountName ? -1 : 1);
	};
	const permissions = rulesOf(manifests.roleBindings, ["Role", "ClusterRole"]);
	const clusterPermissions = rulesOf(manifests.clusterRoleBindings, ["ClusterRole"]);
	const unbound = [...manifests.roles, ...manifests.clusterRoles].filter((role) => !used.has(role));
	const foreign = manifests.serviceAccounts.filter(({ name }) => !accounts.has(name));
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
	const pod = member(member(member(deployment.value, "spec"), "template"), "spec");
	return textMember(pod, "serviceAccountName") ?? "default";
}
function isAccount(subject, accounts) {
	return textMember(subject, "kind") === "ServiceAccount" && accounts.has(textMember(subject, "name") ?? "");
}
function roleOf(binding, kinds, manifests) {
	const reference = member(binding.value, "roleRef");
	const group = textMember(reference, "apiGroup") ?? "";
	if (group !== "" && group !== "rbac.authorization.k8s.io") return void 0;
	const kind = kinds.find((known) => known === textMember(reference, "kind"));
	if (kind === void 0) return void 0;
	const name = textMember(reference, "name") ?? "";
	const namesakes = (kind === "Role" ? manifests.roles : manifests.clusterRoles).filter((role) => role.name === name);
	return namesakes.find(({ namespace }) => kind === "Role" && namespace === binding.namespace) ?? namesakes.at(-1);
}
// packages/bundle/generate/related-images.ts
const PREFIX = "RELATED_IMAGE_";
function relatedImages(deployments, base, file) {
	const found = deployments.flatMap((deployment) => declaredIn(deployment, file));
	const distinct = found.filter(({ name, image }, index) => found.findIndex((one) => one.name === name && one.image === image) === index);
	const findings = [];
	const images = [];
	for (const { name, image, container } of distinct) {
		const namesakes = distinct.filter((one) => one.name === name);
		const same = distinct.filter((one) => one.image === image);
		const [first] = same;
		if (same.length > 1 && first?.name !== name) continue;
		if (same.length > 1) {
			const names = same.map((one) => one.name).join(", ");
			findings.push({
				severity: "warning",
				rule: "related-image-names",
				file,
				message: `The image ${image} has several names (${names}), so it is listed without one.`,
				advice: `Use one name for it in all ${PREFIX}… variables.`
			});
		}
		const full = namesakes.length > 1 ? `${container}-${name}` : name;
		images.push({
			name: same.length > 1 ? "" : full,
			image
		});
	}
	const listed = new Set(images.map(({ image }) => image));
	for (const entry of listMember(member(base, "spec"), "relatedImages")) {
		const image = textMember(entry, "image");
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
	const containers = containersOf(deployment.value);
	return containers.flatMap((container) => {
		const reference = containers.length > 1 ? `${deployment.name}-${textMember(container, "name") ?? ""}` : deployment.name;
		return listMember(container, "env").flatMap((variable) => {
			const name = textMember(variable, "name") ?? "";
			if (!name.startsWith(PREFIX)) return [];
			if (isObject(member(variable, "valueFrom"))) throw new UserError(`Deployment ${deployment.name}: ${name} takes its value from elsewhere (valueFrom).`, {
				file,
				line: deployment.line,
				advice: "Write the image as its value: what OLM mirrors must be known when the bundle is made."
			});
			const image = textMember(variable, "value") ?? "";
			return [{
				name: name.slice(14).replaceAll("_", "-").toLowerCase(),
				image,
				container: reference
			}];
		});
	});
}
// packages/bundle/generate/webhooks.ts
const DEFAULT_PORT = 443;
function describeWebhooks(manifests, file) {
	const findings = [];
	const admission = [...manifests.validatingWebhooks.map((webhook) => ({
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
	const conversion = manifests.services.flatMap((service) => describeConversion(service, manifests));
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
	const reference = member(member(webhook, "clientConfig"), "service");
	const versions = listMember(webhook, "admissionReviewVersions");
	const description = {
		type,
		generateName: webhook["name"] ?? "",
		sideEffects: webhook["sideEffects"] ?? "None",
		admissionReviewVersions: versions.length === 0 ? ["v1beta1"] : versions
	};
	for (const field of [
		"rules",
		"failurePolicy",
		"matchPolicy",
		"objectSelector",
		"timeoutSeconds",
		"reinvocationPolicy"
	]) description[field] = webhook[field] ?? null;
	if (!isObject(reference)) return description;
	const name = textMember(reference, "name") ?? "";
	const service = manifests.services.find((one) => one.name === name);
	return {
		...description,
		...portsOf(service, member(reference, "port") ?? DEFAULT_PORT),
		deploymentName: deploymentOf(service, manifests) ?? withoutSuffix(name),
		webhookPath: member(reference, "path") ?? null
	};
}
function deploymentOf(service, manifests) {
	if (service === void 0) return void 0;
	const spec = member(service.value, "spec");
	if (textMember(spec, "type") === "ExternalName" || entriesOf(spec, "selector").length === 0) return void 0;
	return selectedBy(service, manifests);
}
function selectedBy(service, manifests) {
	const selector = entriesOf(member(service.value, "spec"), "selector");
	return manifests.deployments.find(({ value }) => {
		const labels = new Map(entriesOf(member(member(member(value, "spec"), "template"), "metadata"), "labels"));
		return labels.size > 0 && selector.every(([key, wanted]) => labels.get(key) === wanted);
	})?.name;
}
function portsOf(service, wanted) {
	const port = listMember(member(service?.value, "spec"), "ports").find((one) => member(one, "port") === wanted);
	return port === void 0 ? {} : {
		containerPort: wanted,
		targetPort: member(port, "targetPort") ?? 0
	};
}
function withoutSuffix(service) {
	return service.replace(/-service$/, "");
}
function describeConversion(service, manifests) {
	const converted = conversions(manifests).filter((one) => one.service === service.name);
	return [...Map.groupBy(converted, ({ port, path, versions }) => canonical([
		port,
		path,
		versions
	])).values()].flatMap((group) => {
		const [first] = group;
		if (first === void 0) return [];
		const definitions = [...new Set(group.map(({ definition }) => definition))].sort(order);
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
		const conversion = member(member(definition.value, "spec"), "conversion");
		const webhook = member(conversion, "webhook");
		const service = member(member(webhook, "clientConfig") ?? member(conversion, "webhookClientConfig"), "service");
		if (!isObject(service)) return [];
		return [{
			definition: definition.name,
			service: textMember(service, "name") ?? "",
			port: member(service, "port") ?? DEFAULT_PORT,
			path: member(service, "path") ?? null,
			versions: listMember(webhook ?? conversion, "conversionReviewVersions"),
			line: definition.line
		}];
	});
}
function lossesOf({ value, line }, manifests, file) {
	const name = textMember(value, "name") ?? "";
	const about = {
		severity: "warning",
		file,
		line
	};
	const losses = [];
	const selector = member(value, "namespaceSelector");
	if (isObject(selector) && Object.keys(selector).length > 0) losses.push({
		...about,
		rule: "webhook-namespace-selector",
		path: ".webhooks[*].namespaceSelector",
		message: `The namespaceSelector of webhook ${name} is lost: OLM selects the namespaces that the operator watches.`,
		advice: "Select by objectSelector, or let the webhook itself pass what it does not care for."
	});
	if (listMember(value, "matchConditions").length > 0) losses.push({
		...about,
		rule: "webhook-match-conditions",
		path: ".webhooks[*].matchConditions",
		message: `The matchConditions of webhook ${name} are lost: OLM's webhook descriptions have none.`,
		advice: "Check them in the webhook itself."
	});
	const reference = member(member(value, "clientConfig"), "service");
	if (!isObject(reference)) {
		losses.push({
			...about,
			rule: "webhook-without-service",
			message: `Webhook ${name} is called by URL; OLM calls webhooks of the operator's own deployments only.`,
			advice: "Serve it from the operator, or install its configuration by other means."
		});
		return losses;
	}
	const service = textMember(reference, "name") ?? "";
	if (deploymentOf(manifests.services.find((one) => one.name === service), manifests) === void 0) losses.push({
		...about,
		rule: "webhook-without-deployment",
		message: `No deployment was found behind the service ${service} of webhook ${name}; “${withoutSuffix(service)}” was taken.`,
		advice: "Add the service with a selector that the labels of the pods match."
	});
	return losses;
}
function unreachable(manifests, file) {
	const services = new Set(manifests.services.map(({ name }) => name));
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
	const { stream, packageName } = options;
	checkOptions(options);
	const read = collect(stream.text, stream.path);
	const base = chooseBase(read, packageName, options.bases ?? null, stream.path);
	const manifests = {
		...read,
		...withImage(read.deployments, options)
	};
	const related = relatedImages(manifests.deployments, base.value, stream.path);
	const { deployments, images, annotations } = await pinned(manifests.deployments, related.images, base.value, options);
	const rbac = splitRbac(manifests, options.extraServiceAccounts);
	const webhooks = describeWebhooks(manifests, stream.path);
	const layout = options.layout ?? "unknown";
	const csv = assembleCsv(base.value, {
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
	const csvPath = `manifests/${packageName.toLowerCase()}.clusterserviceversion.yaml`;
	const metadata = {
		packageName,
		channels: options.channels,
		defaultChannel: options.defaultChannel,
		builder: BUILDER,
		layout,
		hasScorecard: manifests.scorecard !== null || options.hasScorecard === true,
		kept: options.annotations === void 0 || options.annotations === null ? {} : ownAnnotations(options.annotations)
	};
	const files = new Map([[csvPath, writeGoYaml(csv)]]);
	for (const [name, text] of manifestFiles(manifests, rbac.files, stream.path)) files.set(`manifests/${name}`, text);
	files.set("metadata/annotations.yaml", annotationsFile(metadata));
	if (manifests.scorecard !== null) files.set("tests/scorecard/config.yaml", writeGoYaml(manifests.scorecard.value));
	const spec = member(csv, "spec");
	return {
		packageName,
		csvName: textMember(csv["metadata"], "name") ?? "",
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
	const metadata = base["metadata"];
	const written = textMember(isObject(metadata) ? metadata["annotations"] : void 0, "containerImage");
	const containerImage = image ?? written;
	if (digests === void 0 || digests === null) return {
		deployments,
		images,
		annotations: image === void 0 ? {} : { containerImage: image }
	};
	const result = await pinImages({
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
	if (version?.includes("+") === true) throw new UserError(`Input “version” is “${version}”: the name ${packageName}.v${version} would hold a “+”.`, { advice: "Kubernetes allows no “+” in names: leave the build metadata out." });
	if (channels.length === 0) throw new UserError("Input “channels” names no channel.", { advice: "Name one at least, for example alpha." });
	for (const channel of [...channels, ...defaultChannel === void 0 ? [] : [defaultChannel]]) if (!CHANNEL.test(channel)) throw new UserError(`The channel “${channel}” is not allowed.`, { advice: "Use letters, digits, “-”, “_” and “.”, at most 63, beginning and ending with a letter or digit." });
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
	const { toolCache, platform, architecture } = options;
	const system = `${platform}_${architecture === "x64" ? "amd64" : architecture}`;
	const checksum = (options.checksums ?? CHECKSUMS).get(system);
	if (checksum === void 0) throw new UserError(`There is neither kustomize nor kubectl on this machine, and none is fetched for ${system}.`, { advice: "Install kustomize in an earlier step, or give the rendered manifests as a file in “manifests”." });
	const home = join(toolCache, "kustomize", VERSION, architecture);
	const program = join(home, "kustomize");
	if (await exists(`${home}.complete`)) return program;
	const name = `kustomize_v${VERSION}_${system}.tar.gz`;
	const archive = await download(`https://github.com/kubernetes-sigs/kustomize/releases/download/kustomize%2Fv${VERSION}/${name}`, options);
	const digest = createHash("sha256").update(archive).digest("hex");
	if (digest !== checksum) throw new ServiceError(`${name} was fetched and is another file: its checksum is ${digest}, not ${checksum}.`, { advice: "It was not run. Look at what stands between this machine and github.com, or install kustomize yourself." });
	await place(program, fileOf(gunzipSync(archive), "kustomize"));
	await writeFile(`${home}.complete`, "");
	return program;
}
async function download(url, { get }) {
	const problem = (why, cause) => new ServiceError(`kustomize could not be fetched from ${url}: ${why}.`, {
		advice: "Run again, or install kustomize (or kubectl) in an earlier step.",
		cause
	});
	try {
		const response = await get(url);
		if (!response.ok) throw problem(`status ${response.status}`);
		return Buffer.from(await response.arrayBuffer());
	} catch (error) {
		throw error instanceof ServiceError ? error : problem("no answer", error);
	}
}
function fileOf(tar, name) {
	for (let at = 0; at + 512 <= tar.length;) {
		const field = (from, length) => tar.subarray(at + from, at + from + length).toString("latin1").split("\0")[0] ?? "";
		const size = Number.parseInt(field(124, 12), 8);
		if (field(0, 100) === name) return tar.subarray(at + 512, at + 512 + size);
		at += 512 * (1 + Math.ceil((Number.isNaN(size) ? 0 : size) / 512));
	}
	throw new ServiceError(`The archive of kustomize ${VERSION} holds no “${name}”.`);
}
async function place(path, content) {
	await mkdir(dirname(path), { recursive: true });
	const beside = `${path}.${randomUUID()}`;
	await writeFile(beside, content, { mode: 493 });
	await rename(beside, path);
}
async function exists(path) {
	return stat(path).then(() => true, () => false);
}
// packages/bundle/generate/kustomize.ts
const LONGEST_MS = 3e5;
const LARGEST_OUTPUT = 268435456;
async function renderKustomization(directory, options) {
	const rendered = await run("kustomize", ["build", directory], options) ?? await run("kubectl", ["kustomize", directory], options) ?? await run(await options.fetch(), ["build", directory], options);
	if (rendered === null) throw new Error("The kustomize that was fetched cannot be started.");
	return rendered;
}
function run(program, args, options) {
	return new Promise((resolve, reject) => {
		const settings = {
			env: passedOn(options.environment),
			signal: options.signal,
			timeout: LONGEST_MS,
			maxBuffer: LARGEST_OUTPUT
		};
		execFile(program, args, settings, (error, stdout, stderr) => {
			const complaints = stderr.split(/\r?\n/).filter((line) => line.trim() !== "");
			if (error === null) {
				for (const line of complaints) options.onWarning(line);
				return resolve(stdout);
			}
			if (error.code === "ENOENT") return resolve(null);
			if (options.signal.aborted) return reject(error);
			const command = [program.split(/[/\\]/).at(-1), ...args].join(" ");
			const ending = error.killed === true ? "did not end in time" : "failed";
			const said = complaints.slice(-12).join("\n") || "It gave no reason.";
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
	const match = /^([\w.-]+\/[\w.-]+)(?:@([^:\s]+))?(?::([^:\s]+))?$/.exec(text);
	const path = (match?.[3] ?? `operators/${packageName}`).replace(/\/+$/, "");
	const [operator = "", ...above] = path.split("/").reverse();
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
	const { packageName, version, replaces } = inputs;
	const skipRange = inputs.skipRange === "" ? void 0 : inputs.skipRange;
	if (skipRange !== void 0 && parseOlmRange(skipRange) === null) throw new UserError(`Input “skip-range” is “${skipRange}”, which OLM does not understand.`, { advice: "Write comparisons with whole versions, for example “>=1.0.0 <1.2.3”; there is no “^” and no “~”." });
	const ownName = version === void 0 ? void 0 : `${packageName}.v${version}`;
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
	const bundle = {
		name: ownName,
		version,
		package: packageName,
		channels: inputs.channels,
		defaultChannel: inputs.defaultChannel ?? null,
		skipRange: skipRange ?? null,
		minKubeVersion: null,
		openshiftVersions: null
	};
	const placement = placeBundle(bundle, catalog);
	const placed = {
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
	const parts = manifests.split("/").filter((part) => part !== "" && part !== ".");
	for (let depth = parts.length; depth >= 0; depth--) {
		const path = [...parts.slice(0, depth), "PROJECT"].join("/");
		const bytes = await workspace.read(path, "PROJECT");
		if (bytes !== null) return parseProject(bytes.toString("utf8"), path);
	}
	return null;
}
function parseProject(text, path) {
	const document = parseDocument(text, {
		prettyErrors: false,
		logLevel: "silent"
	});
	const [problem] = document.errors;
	if (problem !== void 0) throw new UserError(`${path} is not YAML: ${problem.message}`, {
		file: path,
		advice: "Correct it."
	});
	const name = document.get("projectName");
	const layout = document.get("layout", true);
	return {
		name: typeof name === "string" ? name : "",
		layout: textsOf(layout).join(",")
	};
}
function textsOf(node) {
	if (isScalar(node)) return [String(node.value)];
	return isSeq(node) ? node.items.flatMap(textsOf) : [];
}
// packages/bundle/generate/plan.ts
async function planBundle(inputs, workspace, world) {
	const directory = outputDirectory(inputs["output-dir"]);
	const manifests = tidy(inputs.manifests);
	const project = await readProject(workspace, manifests);
	const packageName = inputs.package === "" ? project?.name ?? "" : inputs.package;
	if (packageName === "") throw new UserError("Input “package” is missing, and there is no PROJECT file with a “projectName”.", { advice: "Give the name of the operator, for example “package: codeflare-operator”." });
	const version = inputs.version === "" ? void 0 : inputs.version;
	const defaultChannel = inputs["default-channel"] === "" ? void 0 : inputs["default-channel"];
	const { channels } = inputs;
	const createdAt = givenTime(inputs["created-at"]);
	const place = {
		packageName,
		version,
		channels,
		defaultChannel,
		replaces: inputs.replaces
	};
	const catalogPlace = inputs.replaces === "auto" && inputs.catalog !== "" ? readCatalogInput(inputs.catalog, packageName) : null;
	const [source, catalog, present] = await Promise.all([
		readManifests(workspace, manifests, packageName, world),
		catalogPlace === null ? null : world.catalog(catalogPlace),
		presentFiles(workspace, directory)
	]);
	const placed = placeInCatalog({
		...place,
		skipRange: inputs["skip-range"]
	}, catalog);
	const bundle = await generateBundle({
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
	const files = createdAt === null ? unchangedTime(bundle, present) : bundle.files;
	const findings = [
		...placed.findings,
		...bundle.findings,
		...inputs.validate ? validateBundle(wholeBundle(files, present), { directory }) : []
	];
	const errors = findings.filter(({ severity }) => severity === "error");
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
	const directory = posix.normalize(tidy(given));
	if (directory !== "." && !directory.startsWith("..") && !directory.startsWith("/")) return directory;
	throw new UserError(`Input “output-dir” is “${given}”; a directory below the root of the checkout was expected.`, { advice: "The bundle has this directory for itself, for example “bundle”." });
}
async function readManifests(workspace, manifests, packageName, world) {
	const target = await workspace.locate(manifests, "Input “manifests”");
	const found = await stat(target).catch(() => null);
	if (found === null) throw new UserError(`Input “manifests”: there is no “${manifests}” in the checkout.`, { advice: "Name a kustomize directory or a file of rendered manifests. Was the repository checked out before?" });
	const home = found.isDirectory() ? manifests : posix.dirname(manifests);
	const basePath = posix.join(home, "bases", `${packageName}.clusterserviceversion.yaml`);
	const base = await workspace.read(basePath, "Input “manifests”");
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
	const files = new Map();
	for (const path of await workspace.list(directory, "Input “output-dir”")) {
		const bytes = await workspace.read(path, "Input “output-dir”");
		if (bytes !== null) files.set(posix.relative(directory, path), bytes);
	}
	return files;
}
function textOf(present, directory, path) {
	const bytes = present.get(path);
	return bytes === void 0 ? null : {
		path: posix.join(directory, path),
		text: bytes.toString("utf8")
	};
}
function givenTime(given) {
	if (given === "") return null;
	const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(given) ? Date.parse(given) : NaN;
	if (!Number.isNaN(at)) return `${new Date(at).toISOString().slice(0, 19)}Z`;
	throw new UserError(`Input “created-at” is “${given}”, which is no time as in RFC 3339.`, { advice: "Write it as 2026-01-31T12:00:00Z, or leave it out: then it is the time of the commit." });
}
const CREATED_AT = /^(    createdAt: ")([^"\n]+)(")$/m;
async function timeOfCommit(world, present) {
	const time = await world.commitTime() ?? earlierTime(present);
	if (time !== void 0) return time;
	throw new UserError("Input “created-at” is missing, and the checkout has no commit to take the time from.", { advice: "Check the repository out with actions/checkout, or give “created-at”." });
}
function earlierTime(present) {
	const [, csv] = [...present].find(([path]) => path.endsWith(".clusterserviceversion.yaml")) ?? [];
	return csv === void 0 ? void 0 : CREATED_AT.exec(csv.toString("utf8"))?.[2];
}
function unchangedTime(bundle, present) {
	const before = earlierTime(present);
	const csv = bundle.files.get(bundle.csvPath);
	if (before === void 0 || csv === void 0) return bundle.files;
	const files = new Map(bundle.files);
	files.set(bundle.csvPath, csv.replace(CREATED_AT, `$1${before}$3`));
	return [...files].every(([path, text]) => present.get(path)?.toString("utf8") === text) ? files : bundle.files;
}
function wholeBundle(files, present) {
	const kept = [...present].filter(([path]) => !isStale(path, files));
	return new Map([...kept, ...[...files].map(([path, text]) => [path, Buffer.from(text)])]);
}
function isStale(path, files) {
	return path.startsWith("manifests/") && !files.has(path);
}
async function changesOf(workspace, directory, bundle, present) {
	const reason = `the bundle ${bundle.csvName}`;
	const wanted = [
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
	const [first] = errors;
	const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
	return new UserError(`The bundle was not written: ${first?.message ?? ""}${more}`, {
		...first?.file !== void 0 && { file: first.file },
		...first?.line !== void 0 && { line: first.line },
		advice: first?.advice ?? ""
	});
}
// packages/bundle/generate/registry-digests.ts
function registryDigests(registries) {
	return { async pin(image) {
		if (image === "controller:latest") throw new UserError(`A deployment runs “${PLACEHOLDER}”, which stands for an image that is still to be named.`, { advice: "Name it in “image”, or let kustomize set it." });
		const { registry, repository, tag = "latest", digest } = parseReference(image, "The image of a deployment");
		if (digest !== void 0) return image;
		const found = await registries.head({
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
		const { code, stdout } = await new Git(directory, options).run([
			"show",
			"-s",
			"--format=%ct",
			"HEAD"
		]);
		const seconds = Number(stdout.trim());
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
	description: "Makes the OLM bundle of an operator from its kustomize manifests, as operator-sdk would: every image by digest, in its place in the catalog’s update graph, checked before anything is written, and the same bytes every time.",
	branding: {
		icon: "package",
		color: "blue"
	},
	permissions: { contents: "read" },
	inputs: {
		token: tokenInput("to read the catalog, when `catalog` is given"),
		version: text$1({
			description: "Version of the bundle, without `v`. Default: name and version as the base CSV has them.",
			example: "1.2.3"
		}),
		package: text$1({
			description: "Name of the operator in the catalog. Default: `projectName` of the PROJECT file.",
			example: "codeflare-operator"
		}),
		manifests: text$1({
			description: "A kustomize directory, rendered by `kustomize` or `kubectl kustomize` (fetched once where there is neither), or a file of rendered manifests.",
			default: "config/manifests"
		}),
		image: text$1({
			description: "The operator’s image: put wherever a deployment names its repository or `controller:latest`, and into the annotation `containerImage`. Default: as in the manifests.",
			example: "quay.io/project-codeflare/codeflare-operator:v1.2.3"
		}),
		channels: list({
			description: "Channels that the bundle is published in.",
			default: "alpha",
			commas: true
		}),
		"default-channel": text$1({ description: "The channel of users who choose none: one of `channels`." }),
		replaces: text$1({
			description: "What the bundle updates. `auto`: by the published bundles and open pull requests of `catalog`; without `catalog`, what the manifests say stays. `none`: nothing. Or the name of a CSV.",
			default: "auto",
			example: "codeflare-operator.v1.2.2"
		}),
		"skip-range": text$1({
			description: "Versions that are updated to this one at once (`olm.skipRange`).",
			example: ">=1.0.0 <1.2.3"
		}),
		catalog: text$1({
			description: "Where the published bundles are, for `replaces: auto`: `OWNER/REPO[@BRANCH][:DIRECTORY]`. Default of the directory: `operators/PACKAGE`.",
			example: "redhat-openshift-ecosystem/community-operators-prod"
		}),
		"output-dir": text$1({
			description: "Directory of the bundle, which it has for itself.",
			default: "bundle"
		}),
		"use-image-digests": flag({
			description: "Write every image by digest, and list all of them in `spec.relatedImages`.",
			default: "true"
		}),
		"created-at": text$1({
			description: "Time in the annotation `createdAt`. Default: of the commit that is checked out; a bundle in which nothing else changes keeps its own.",
			example: "2026-01-31T12:00:00Z"
		}),
		"extra-service-accounts": list({
			description: "Service accounts that the operator uses besides those of its deployments.",
			commas: true
		}),
		"insecure-registries": list({
			description: "Registry hosts that are spoken to over plain HTTP.",
			example: "localhost:5000",
			commas: true
		}),
		validate: flag({
			description: "Check the bundle, and write nothing when it has errors: the rules of `operator-sdk bundle validate` and what they miss.",
			default: "true"
		})
	},
	outputs: {
		"bundle-dir": "Path of the bundle, as `output-dir` says it.",
		"csv-name": "Name of the bundle: `codeflare-operator.v1.2.3`.",
		replaces: "The CSV that it updates; empty for none.",
		"related-images": "JSON array of `{name, image}`: what a mirror of the operator needs.",
		findings: "JSON array of findings: what is wrong, what of the manifests OLM cannot take, what to look at."
	},
	async plan(inputs, { environment, workspace, log, signal }) {
		const plan = await planBundle(inputs, new Workspace(workspace), {
			render: (directory) => renderKustomization(directory, {
				environment,
				signal,
				onWarning: (line) => log.warning(line),
				fetch: () => fetchKustomize({
					toolCache: environment["RUNNER_TOOL_CACHE"] ?? environment["RUNNER_TEMP"] ?? workspace,
					platform: process.platform,
					architecture: process.arch,
					get: (url) => fetch(url, { signal })
				})
			}),
			digests: registryDigests(new RegistryClient({
				credentials: findCredentials({ environment }),
				endpoints: parseEndpoints(environment["CODEFLARE_REGISTRY_ENDPOINTS"]),
				insecure: inputs["insecure-registries"],
				signal,
				onWarning: (line) => log.warning(line),
				onSecret: (value) => log.mask(value)
			})),
			async catalog({ repository, branch, operator, directory }) {
				const github = new GitHub({
					token: inputs.token,
					environment,
					signal,
					log: (line) => log.info(line)
				});
				const catalog = await githubCatalog(github, parseRepository(repository, "catalog"), branch);
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
