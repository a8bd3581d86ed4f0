import { P as UserError } from "./core.js";
import { d as isMap, f as isNode, i as parseDocument, l as isAlias, m as isSeq, o as LineCounter, p as isScalar } from "./yaml.js";
import { n as isRefName, t as TagTemplate } from "./tag-template.js";
// packages/train/calendar.ts
function sprintOf(calendar, day) {
	return sprint(calendar, Math.floor((daysSinceEpoch(day) - daysSinceEpoch(calendar.firstDay)) / (calendar.sprintWeeks * 7)) + 1);
}
function sprint(calendar, number) {
	let length = calendar.sprintWeeks * 7;
	let firstDay = addDays(calendar.firstDay, (number - 1) * length);
	let lastDay = addDays(firstDay, length - 1);
	return {
		number,
		firstDay,
		lastDay,
		freezeFrom: calendar.freezeDays === 0 ? null : addDays(lastDay, 1 - calendar.freezeDays)
	};
}
function isFrozen(calendar, day) {
	let { number, freezeFrom } = sprintOf(calendar, day);
	return number > 0 && freezeFrom !== null && day >= freezeFrom;
}
function adoptionDeadline(calendar, releasedOn, withinSprints) {
	let { number } = sprintOf(calendar, releasedOn);
	return sprint(calendar, Math.max(number, 0) + withinSprints).lastDay;
}
function addDays(day, days) {
	return new Date((daysSinceEpoch(day) + days) * DAY_MS).toISOString().slice(0, 10);
}
function daysBetween(from, to) {
	return daysSinceEpoch(to) - daysSinceEpoch(from);
}
function dayOf(time, what) {
	let written = time.slice(0, 10);
	let parsed = Date.parse(time.length === 10 ? `${time}T00:00:00Z` : time);
	if (!RFC_3339.test(time) || !isDay(written) || Number.isNaN(parsed)) throw new UserError(`${what}: “${time}” is no time.`, { advice: "Write a day (2024-04-05) or a time with its zone (2024-04-05T09:00:00Z)." });
	return new Date(parsed).toISOString().slice(0, 10);
}
function isDay(text) {
	let parsed = Date.parse(`${text}T00:00:00Z`);
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text);
}
const RFC_3339 = /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2}))?$/;
const DAY_MS = 864e5;
function daysSinceEpoch(day) {
	return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}
// packages/train/duplicates.ts
function findDuplicates(manifest, at) {
	checkNames(manifest, at);
	checkRepositories(manifest, at);
	checkWrittenVersions(manifest, at);
}
function checkNames({ components, external, downstream }, at) {
	for (let { key } of external) components.some((own) => own.key === key) && at.problemAt(["external", key], "key", "duplicate-name", `“${key}” is a component and an external project.`, "What the train releases is a component, what it adopts is external: remove one of the two.");
	repeated([
		...components.map(({ key, value }) => ({
			name: value.name,
			path: [
				"components",
				key,
				"name"
			]
		})),
		...components.flatMap(({ key, value }) => value.images.map(({ row }, index) => ({
			name: row ?? "",
			path: [
				"components",
				key,
				"images",
				index,
				"row"
			]
		}))),
		...external.map(({ key, value }) => ({
			name: value.name,
			path: [
				"external",
				key,
				"name"
			]
		}))
	], at, (name) => ({
		rule: "duplicate-name",
		message: `“${name}” names two rows of the support matrix.`,
		advice: "Give each its own name."
	}));
	repeated(downstream.map(({ name }, index) => ({
		name,
		path: [
			"downstream",
			index,
			"name"
		]
	})), at, (name) => ({
		rule: "duplicate-name",
		message: `“${name}” names two downstream repositories.`,
		advice: "Give each its own name."
	}));
}
function checkRepositories({ components, external, downstream }, at) {
	repeated(components.flatMap(({ key, value }) => value.images.map(({ name }, index) => ({
		name,
		path: [
			"components",
			key,
			"images",
			index,
			"name"
		]
	}))), at, (name) => ({
		rule: "duplicate-image",
		message: `The image ${name} is published twice; their tags would overwrite each other.`,
		advice: "Remove it from one of the components."
	}));
	repeated([...components.map(({ key, value }) => ({
		section: "components",
		key,
		value
	})), ...external.map(({ key, value }) => ({
		section: "external",
		key,
		value
	}))].map(({ section, key, value: { repository, tag } }) => ({
		name: repository === "" || tag === "" ? "" : `${repository} ${tag}`,
		path: [
			section,
			key,
			"repository"
		]
	})), at, (name) => ({
		rule: "duplicate-repository",
		message: `Two projects tag ${name.replace(" ", " with ")}; their releases could not be told apart.`,
		advice: "Give each its own repository, or its own tag template."
	}));
	repeated(downstream.map(({ repository }, index) => ({
		name: repository,
		path: [
			"downstream",
			index,
			"repository"
		]
	})), at, (name) => ({
		rule: "duplicate-repository",
		message: `The downstream repository ${name} is listed twice.`,
		advice: "Put all its versions into one entry."
	}));
}
function checkWrittenVersions({ components, downstream }, at) {
	let lists = [
		...components.map(({ key, value }) => ({
			versions: value.versions,
			path: [
				"components",
				key,
				"versions"
			]
		})),
		...components.map(({ key, value }) => ({
			versions: value.beside,
			path: [
				"components",
				key,
				"beside"
			]
		})),
		...downstream.map(({ versions }, index) => ({
			versions,
			path: [
				"downstream",
				index,
				"versions"
			]
		})),
		...downstream.map(({ beside }, index) => ({
			versions: beside,
			path: [
				"downstream",
				index,
				"beside"
			]
		}))
	];
	for (let { versions, path } of lists) for (let [index, written] of versions.entries()) {
		let wrong = at.isWrong([
			...path,
			index,
			"form"
		]) || at.isWrong([
			...path,
			index,
			"key"
		]) ? null : faultOfKey(written);
		wrong !== null && at.problemAt([...path, index], "value", "key-of-form", wrong.message, wrong.advice);
		let first = versions.findIndex(({ file, form, key }) => file === written.file && form === written.form && key === written.key);
		if (first === index || written.file === "") continue;
		let same = versions[first]?.of === written.of;
		at.problemAt([...path, index], "value", "duplicate-place", same ? `The same place in ${written.file} is listed twice.` : `The same place in ${written.file} holds the version of “${versions[first]?.of}” and of “${written.of}”.`, "Remove one of the two.");
	}
}
function faultOfKey({ form, key }) {
	if (form === "version-file") return key === "" ? null : {
		message: "The form “version-file” takes no key: the file holds nothing but a version.",
		advice: "Remove “key”."
	};
	if (key === "") return {
		message: `The form “${form}” needs a key.`,
		advice: "Say what to look for in the file: see docs/manifest.md."
	};
	if (form !== "regex") return null;
	let advice = "Write a JavaScript regular expression with one capture group, around the version: VERSION=(\\S+)";
	try {
		let groups = (RegExp(`${key}|`, "u").exec("")?.length ?? 1) - 1;
		return groups === 1 ? null : {
			message: `The expression has ${groups} capture groups; one is expected.`,
			advice
		};
	} catch {
		return {
			message: `“${key}” is no regular expression.`,
			advice
		};
	}
}
function repeated(items, at, problem) {
	let seen = new Set();
	for (let { name, path } of items) {
		let { rule, message, advice } = problem(name);
		seen.has(name.toLowerCase()) && name !== "" && at.problemAt(path, "value", rule, message, advice);
		seen.add(name.toLowerCase());
	}
}
// packages/train/nearest.ts
function nearest(given, candidates) {
	let best = null;
	let least = Infinity;
	for (let candidate of candidates) {
		let away = distance(given.toLowerCase(), candidate.toLowerCase());
		if (away < least && away <= Math.max(1, Math.floor(Math.max(given.length, candidate.length) / 3))) {
			best = candidate;
			least = away;
		}
	}
	return best;
}
function distance(a, b) {
	if (a.length > 100 || b.length > 100) return a === b ? 0 : Infinity;
	let [older, old] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
	for (let i = 1; i <= a.length; i++) {
		let row = [i];
		for (let j = 1; j <= b.length; j++) {
			let same = a[i - 1] === b[j - 1] ? 0 : 1;
			let least = Math.min(at(old, j) + 1, at(row, j - 1) + 1, at(old, j - 1) + same);
			i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && (least = Math.min(least, at(older, j - 2) + 1));
			row.push(least);
		}
		[older, old] = [old, row];
	}
	return at(old, b.length);
}
const at = (row, index) => row[index] ?? Infinity;
// packages/train/order.ts
function levels(graph) {
	let waiting = new Map([...graph].map(([name, needs]) => [name, new Set(needs.filter((need) => graph.has(need)))]));
	let dependents = new Map([...graph.keys()].map((name) => [name, []]));
	for (let [name, needs] of waiting) for (let need of needs) dependents.get(need)?.push(name);
	let position = new Map([...graph.keys()].map((name, index) => [name, index]));
	let found = [];
	let level = [...graph.keys()].filter((name) => waiting.get(name)?.size === 0);
	for (; level.length > 0;) {
		found.push(level);
		let freed = [];
		for (let name of level) for (let dependent of dependents.get(name) ?? []) {
			let needs = waiting.get(dependent);
			needs?.delete(name);
			needs?.size === 0 && freed.push(dependent);
		}
		level = freed.toSorted((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
	}
	if (found.flat().length !== graph.size) throw RangeError("the graph has a cycle");
	return found;
}
function findCycle(graph) {
	let finished = new Set();
	for (let start of graph.keys()) {
		let path = [];
		let onPath = new Set();
		let open = [];
		let enter = (name) => {
			path.push(name);
			onPath.add(name);
			open.push({
				name,
				rest: [...graph.get(name) ?? []].reverse()
			});
		};
		finished.has(start) || enter(start);
		for (let top = open.at(-1); top !== void 0; top = open.at(-1)) {
			let next = top.rest.pop();
			if (next === void 0) {
				finished.add(top.name);
				onPath.delete(top.name);
				path.pop();
				open.pop();
			} else if (onPath.has(next)) return [...path.slice(path.indexOf(next)), next];
			else !finished.has(next) && graph.has(next) && enter(next);
		}
	}
	return null;
}
function releaseLevels(train) {
	let byId = new Map(train.components.map((one) => [one.id, one]));
	return levels(new Map(train.components.map(({ id, dependsOn }) => [id, dependsOn]))).map((level) => level.flatMap((id) => byId.get(id) ?? []));
}
function releaseOrder(train) {
	return releaseLevels(train).flat();
}
var ManifestError = class extends UserError {
	problems;
	constructor(file, problems) {
		let [first] = problems;
		super(problems.length === 1 && first !== void 0 ? first.message : listed(file, problems), {
			file,
			...first?.line !== void 0 && { line: first.line },
			...first?.column !== void 0 && { column: first.column },
			advice: problems.length === 1 && first !== void 0 ? first.advice : `Correct all of them in ${file}.`
		});
		this.problems = problems;
	}
};
function listed(file, problems) {
	let lines = problems.slice(0, 50).map(({ line = 1, column = 1, message, advice }) => `  ${line}:${column} ${message} ${advice}`);
	let rest = problems.length - lines.length;
	return [
		`${file} has ${problems.length} problems:`,
		...lines,
		...rest > 0 ? [`  and ${rest} more`] : []
	].join("\n");
}
function shownPath(path) {
	return path.map((step, at) => typeof step == "number" ? `[${step}]` : at === 0 ? step : `.${step}`).join("");
}
// packages/train/shape.ts
function text(rule) {
	return {
		schema: {
			type: "string",
			pattern: rule.pattern.source,
			maxLength: rule.longest ?? LONGEST,
			examples: [rule.example],
			...rule.format !== void 0 && { format: rule.format }
		},
		blank: "",
		read(given, at) {
			let node = at.open(given);
			if (!isScalar(node) || typeof node.value != "string") {
				at.problem("wrong-type", `${here(at)} is ${shown(node)}; expected ${rule.expected}.`, inQuotes(node, rule));
				return "";
			}
			if (node.type === "PLAIN" && YAML_11.test(node.value)) {
				at.problem("yaml-1.1", `${here(at)} is ${node.value} without quotes, which other readers of YAML take for something else than text.`, `Write it in quotes: "${node.value}".`);
				return "";
			}
			let wrong = faultOf(rule, node.value);
			if (wrong === null) return node.value;
			at.problem(rule.rule, `${here(at)} is “${clipped(node.value)}”; ${wrong}.`, suggestion(rule, node.value));
			return "";
		}
	};
}
function faultOf(rule, given) {
	return given.length <= (rule.longest ?? LONGEST) && rule.pattern.test(given) ? rule.fault?.(given) ?? null : `expected ${rule.expected}`;
}
function suggestion(rule, given) {
	let meant = given.length <= 1e3 ? rule.suggest?.(given) ?? null : null;
	return meant !== null && faultOf(rule, meant) === null ? didYouMean(meant) : `For example: ${rule.example}`;
}
function oneOf(words, blank, expected) {
	let names = Object.keys(words);
	let isWord = (value) => typeof value == "string" && Object.hasOwn(words, value);
	return {
		schema: { enum: names },
		blank,
		read(given, at) {
			let node = at.open(given);
			let found = isScalar(node) ? node.value : null;
			if (isWord(found)) return found;
			let close = typeof found == "string" ? nearest(found, names) : null;
			at.problem("unknown-word", `${here(at)} is ${shown(node)}; expected ${expected}.`, close === null ? `Known: ${names.join(", ")}.` : didYouMean(close));
			return blank;
		}
	};
}
function whole(min, max) {
	return {
		schema: {
			type: "integer",
			minimum: min,
			maximum: max
		},
		blank: min,
		read(given, at) {
			let node = at.open(given);
			let found = isScalar(node) ? node.value : null;
			if (typeof found == "number" && Number.isInteger(found) && found >= min && found <= max) return found;
			let quoted = typeof found == "string" && /^\d+$/.test(found);
			at.problem(typeof found == "number" ? "out-of-range" : "wrong-type", `${here(at)} is ${shown(node)}; expected a whole number from ${min} to ${max}.`, quoted ? "Write it without quotes." : `For example: ${min}`);
			return min;
		}
	};
}
function flag() {
	return {
		schema: { type: "boolean" },
		blank: !1,
		read(given, at) {
			let node = at.open(given);
			let found = isScalar(node) ? node.value : null;
			if (typeof found == "boolean") return found;
			let word = typeof found == "string" ? found.toLowerCase() : "";
			let meant = /^(y|yes|on|true)$/.test(word) ? "true" : /^(n|no|off|false)$/.test(word) ? "false" : null;
			at.problem("wrong-type", `${here(at)} is ${shown(node)}; expected true or false.`, meant === null ? "Write true or false, without quotes." : didYouMean(meant));
			return !1;
		}
	};
}
function shown(node) {
	if (isMap(node)) return "a mapping";
	if (isSeq(node)) return "a list";
	if (!isScalar(node) || node.value === null) return "empty";
	if (typeof node.value == "string") return `“${clipped(node.value)}”`;
	if (typeof node.value == "number" || typeof node.value == "boolean") return `the ${typeof node.value == "number" ? "number" : "truth value"} ${node.source ?? String(node.value)}`;
	return "binary data";
}
function here(at) {
	return at.path.length === 0 ? "the manifest" : shownPath(at.path);
}
function clipped(given) {
	let line = given.replaceAll(/\s+/g, " ").trim();
	return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
const didYouMean = (word) => `Did you mean “${word}”?`;
function inQuotes(node, { example }) {
	if (isScalar(node) && (typeof node.value == "number" || typeof node.value == "boolean")) return `Write it in quotes: "${node.source ?? String(node.value)}".`;
	return `For example: ${example}`;
}
const LONGEST = 255;
const YAML_11 = /^(?:y|n|yes|no|on|off)$|^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$|^[-+]?0[0-7_]+$/i;
// packages/train/contradictions.ts
function findContradictions(manifest, at) {
	checkLeader(manifest, at);
	checkReferences(manifest, at);
	checkOrder(manifest, at);
	findDuplicates(manifest, at);
	checkCalendar(manifest, at);
}
function checkLeader({ components }, at) {
	let leading = components.filter(({ value }) => value.leads);
	let names = leading.map(({ key }) => key).join(", ");
	for (let { key } of leading.slice(1)) at.problemAt([
		"components",
		key,
		"leads"
	], "key", "one-leader", `Several components lead (${names}); exactly one gives the train its version.`, "Remove “leads” from all but one.");
	let unclear = components.some(({ key }) => at.isWrong([
		"components",
		key,
		"leads"
	]));
	leading.length === 0 && components.length > 0 && !unclear && at.problemAt(["components"], "key", "one-leader", "No component leads; exactly one gives the train its version.", "Write “leads: true” in the component whose version is the version of the train.");
}
function checkReferences({ components, external, bundle, downstream }, at) {
	let own = new Set(components.map(({ key }) => key));
	let all = new Set([...own, ...external.map(({ key }) => key)]);
	let check = (id, known, path) => {
		if (id === "" || known.has(id)) return;
		let close = at.isCrowded ? null : nearest(id, known);
		at.problemAt(path, "value", "unknown-component", all.has(id) ? `“${id}” is external; a component is needed here.` : `“${id}” is not described in this manifest.`, `${close === null ? "" : `${didYouMean(close)} `}Known: ${few([...known])}.`);
	};
	for (let { key, value } of components) {
		let within = ["components", key];
		value["depends-on"].forEach((id, index) => check(id, all, [
			...within,
			"depends-on",
			index
		]));
		value.crds.forEach(({ from }, index) => check(from, all, [
			...within,
			"crds",
			index,
			"from"
		]));
		value.versions.forEach(({ of }, index) => check(of, all, [
			...within,
			"versions",
			index,
			"of"
		]));
		value.beside.forEach(({ of }, index) => check(of, all, [
			...within,
			"beside",
			index,
			"of"
		]));
	}
	for (let { key, value } of external) check(value.under ?? "", own, [
		"external",
		key,
		"under"
	]);
	check(bundle?.component ?? "", own, ["bundle", "component"]);
	downstream.forEach(({ versions, beside }, place) => {
		beside.forEach(({ of }, index) => check(of, all, [
			"downstream",
			place,
			"beside",
			index,
			"of"
		]));
		versions.forEach(({ of }, index) => check(of, all, [
			"downstream",
			place,
			"versions",
			index,
			"of"
		]));
	});
}
function checkOrder({ components }, at) {
	let graph = new Map(components.map(({ key, value }) => [key, value["depends-on"]]));
	let circle = findCycle(graph);
	if (circle !== null) {
		let [first = "", second = ""] = circle;
		at.problemAt([
			"components",
			first,
			"depends-on",
			graph.get(first)?.indexOf(second) ?? 0
		], "value", "cycle", `The components depend on each other in a circle: ${circle.join(" -> ")}.`, "Remove one of these dependencies: nothing in the circle could be released first.");
		return;
	}
	for (let { key, value } of components) {
		let uses = [...value.crds.map(({ from }, index) => ({
			id: from,
			path: [
				"crds",
				index,
				"from"
			],
			what: "CRDs"
		})), ...value.versions.map(({ of }, index) => ({
			id: of,
			path: [
				"versions",
				index,
				"of"
			],
			what: "version"
		}))];
		let before = uses.length === 0 ? new Set() : reachable(graph, key);
		for (let { id, path, what } of uses) id === key && what === "CRDs" ? at.problemAt([
			"components",
			key,
			...path
		], "value", "own-crds", `“${key}” would copy its own CRDs.`, "Name the component that owns them, or remove the entry.") : id !== key && graph.has(id) && !before.has(id) && at.problemAt([
			"components",
			key,
			...path
		], "value", "undeclared-dependency", `“${key}” takes the ${what} of “${id}” but does not depend on it, so it could be released first.`, `Add “${id}” to “depends-on” of “${key}”.`);
	}
}
function checkCalendar({ calendar }, at) {
	if (calendar === null || at.isWrong(["calendar", "sprint-weeks"]) || calendar["freeze-days"] < calendar["sprint-weeks"] * 7) return;
	at.problemAt(["calendar", "freeze-days"], "value", "freeze-too-long", `A freeze of ${calendar["freeze-days"]} days leaves nothing of a sprint of ${calendar["sprint-weeks"] * 7} days.`, "Keep the freeze short; PCF-ADR-003 thinks of 2 days.");
}
function reachable(graph, from) {
	let found = new Set();
	let open = [...graph.get(from) ?? []];
	for (let next = open.pop(); next !== void 0; next = open.pop()) {
		if (found.has(next)) continue;
		found.add(next);
		open.push(...graph.get(next) ?? []);
	}
	return found;
}
function few(names) {
	if (names.length === 0) return "none";
	return names.length <= 30 ? names.join(", ") : `${names.slice(0, 30).join(", ")} and ${names.length - 30} more`;
}
function readSource(content, file) {
	let text = decode(content, file);
	let lineCounter = new LineCounter();
	let document = parseDocument(text, {
		lineCounter,
		prettyErrors: !1,
		uniqueKeys: !1
	});
	let place = (offset) => {
		let { line, col } = lineCounter.linePos(offset);
		return {
			line: Math.max(line, 1),
			column: Math.max(col, 1)
		};
	};
	let [error] = document.errors;
	if (error !== void 0) throw new UserError(`This is not YAML: ${plain(error.code, error.message)}.`, {
		file,
		...place(error.pos[0]),
		advice: "Correct the line; the rest of the file is checked once it can be read."
	});
	if (document.directives?.yaml.version === "1.1" || document.directives?.yaml.explicit === !0) throw new UserError("A %YAML directive chooses another version of YAML; this file is read as YAML 1.2.", {
		file,
		line: 1,
		column: 1,
		advice: "Remove the %YAML line."
	});
	let root = document.contents;
	if (root === null || isScalar(root) && root.value === null) throw new UserError("The manifest is empty.", {
		file,
		line: 1,
		column: 1,
		advice: "Describe the train: see docs/manifest.md, or begin with a copy of examples/codeflare/release-train.yaml."
	});
	return {
		document,
		root,
		place
	};
}
function resolved(node, document) {
	return isAlias(node) ? node.resolve(document) ?? null : node;
}
function decode(content, file) {
	if ((typeof content == "string" ? Buffer.byteLength(content) : content.byteLength) > 1048576) throw new UserError("The manifest is larger than 1 MiB.", {
		file,
		advice: "Give the path of a release-train.yaml; a train of hundreds of components fits into a tenth of that."
	});
	let text = typeof content == "string" ? content : utf8(content);
	if (text === null || text.includes("\0")) throw new UserError("The manifest is not UTF-8 text.", {
		file,
		advice: "Save it as UTF-8 (an editor may have written UTF-16 or Latin-1)."
	});
	return text;
}
function utf8(content) {
	try {
		return new TextDecoder("utf-8", { fatal: !0 }).decode(content);
	} catch (error) {
		if (error instanceof TypeError) return null;
		throw error;
	}
}
function plain(code, message) {
	if (code === "RESOURCE_EXHAUSTION") return "it is nested too deeply";
	if (code === "MULTIPLE_DOCS") return "there is a second document after “---”; a manifest is one document";
	return message.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()).replace(/[.:]$/, "");
}
// packages/train/reading.ts
const MOST_VALUES = 1e5;
var Reading = class Reading {
	path;
	#offsets;
	#shared;
	#name;
	constructor(shared, path, name, offsets) {
		this.#shared = shared;
		this.#offsets = offsets;
		this.#name = name;
		this.path = path;
	}
	static of(source, file) {
		let start = source.root.range?.[0];
		return new Reading({
			source,
			file,
			problems: [],
			places: new Map(),
			wrong: new Set(),
			values: 0
		}, [], "", {
			key: start,
			value: start
		});
	}
	get problems() {
		return this.#shared.problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
	}
	isWrong(path) {
		return this.#shared.wrong.has(nameOf(path));
	}
	child(step, key, value) {
		let name = `${this.#name}\0${step}`;
		let [ofKey, ofValue] = [key?.range?.[0], value?.range?.[0]];
		let offsets = {
			key: ofKey ?? ofValue,
			value: ofValue ?? ofKey
		};
		this.#shared.places.has(name) || this.#shared.places.set(name, offsets);
		return new Reading(this.#shared, [...this.path, step], name, offsets);
	}
	open(node) {
		if (node === null) return null;
		this.#shared.values++;
		if (this.#shared.values > MOST_VALUES) {
			this.#shared.values === 100001 && this.problem("too-large", `The manifest holds more than ${MOST_VALUES} values once its aliases are expanded.`, "Write it without aliases.");
			return null;
		}
		let target = resolved(node, this.#shared.source.document);
		target === null ? this.problem("unknown-alias", "This alias has no anchor above it.", "Write the value out.") : target.tag !== void 0 && !CORE_TAGS.test(target.tag) && this.problem("explicit-tag", `The tag ${target.tag} has no meaning here.`, "Remove the tag.");
		return target;
	}
	get isCrowded() {
		return this.#shared.problems.length > 100;
	}
	get exhausted() {
		return this.#shared.values > MOST_VALUES;
	}
	problem(rule, message, advice, on = "value") {
		this.#shared.wrong.add(this.#name);
		this.#note(this.#offsets[on], rule, message, advice);
	}
	problemAt(path, on, rule, message, advice) {
		let found = this.#shared.places.get(nameOf(path));
		found !== void 0 || path.length === 0 ? this.#note(found?.[on], rule, message, advice) : this.problemAt(path.slice(0, -1), "key", rule, message, advice);
	}
	lineOf(key) {
		let offset = this.#shared.places.get(`${this.#name}\0${key}`)?.key;
		return offset === void 0 ? void 0 : this.#shared.source.place(offset).line;
	}
	#note(offset, rule, message, advice) {
		let { file, problems, source } = this.#shared;
		let place = source.place(offset ?? source.root.range?.[0] ?? 0);
		problems.push({
			severity: "error",
			rule,
			message,
			advice,
			file,
			...place
		});
	}
};
const nameOf = (path) => path.map((step) => `\0${step}`).join("");
const CORE_TAGS = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/;
// packages/train/mapping.ts
function listOf(item, bounds = {}) {
	let { least = 0, unique = !1 } = bounds;
	return {
		schema: {
			type: "array",
			items: item.schema,
			...least > 0 && { minItems: least },
			...unique && { uniqueItems: !0 }
		},
		blank: [],
		read(given, at) {
			let node = at.open(given);
			if (!isSeq(node)) {
				at.problem("wrong-type", `${here(at)} is ${shown(node)}; expected a list.`, "Write each item as “- …”.");
				return [];
			}
			node.items.length < least && at.problem("too-few", `${here(at)} is an empty list.`, `Give at least ${least}, or leave the key out.`);
			let read = [];
			let seen = new Set();
			for (let [index, value] of node.items.entries()) {
				let itemNode = nodeOf(value);
				let within = at.child(index, null, itemNode);
				let found = item.read(itemNode, within);
				unique && found !== "" && seen.has(found) && within.problem("duplicate", `${here(within)} repeats “${String(found)}”.`, "Remove one of the two.");
				read.push(found);
				seen.add(found);
			}
			return read;
		}
	};
}
function mapOf(key, value, least = 0) {
	return {
		schema: {
			type: "object",
			propertyNames: text(key).schema,
			additionalProperties: value.schema,
			...least > 0 && { minProperties: least }
		},
		blank: [],
		read(given, at) {
			let node = at.open(given);
			if (!isMap(node)) {
				at.problem("wrong-type", `${here(at)} is ${shown(node)}; expected a mapping.`, `For example: “${key.example}: …”`);
				return [];
			}
			node.items.length < least && at.problem("too-few", `${here(at)} is empty.`, `Give at least ${least}.`);
			return entries(node, at).map(({ key: found, keyNode, value: valueNode }) => {
				let within = at.child(found, keyNode, valueNode);
				let wrong = faultOf(key, found);
				wrong !== null && within.problem(key.rule, `The key “${clipped(found)}”${inPath(at)} is wrong; ${wrong}.`, suggestion(key, found), "key");
				return {
					key: found,
					value: value.read(valueNode, within)
				};
			});
		}
	};
}
function required(shape, description) {
	return {
		shape,
		description,
		required: !0,
		absent: shape.blank,
		read: (node, at) => shape.read(node, at)
	};
}
function optional(shape, absent, description, absentText) {
	return {
		shape,
		description,
		required: !1,
		absent,
		...absentText !== void 0 && { absentText },
		read: (node, at) => shape.read(node, at)
	};
}
function record(what, fields) {
	let names = Object.keys(fields);
	return {
		fields,
		schema: {
			type: "object",
			additionalProperties: !1,
			required: names.filter((name) => fields[name]?.required === !0),
			properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, propertySchema(field)]))
		},
		blank: collect(fields, (_, field) => field.absent),
		read(given, at) {
			let node = at.open(given);
			if (!isMap(node)) {
				at.problem("wrong-type", `${here(at)} is ${shown(node)}; expected ${what}.`, `Its keys: ${names.join(", ")}.`);
				return this.blank;
			}
			let found = new Map(entries(node, at).map((entry) => [entry.key, entry]));
			let misspelt = new Set();
			for (let { key, keyNode, value } of found.values()) {
				if (Object.hasOwn(fields, key)) continue;
				let close = nearest(key, names);
				close !== null && misspelt.add(close);
				at.child(key, keyNode, value).problem("unknown-key", `“${clipped(key)}” is no key of ${what}${inPath(at)}.`, key === "<<" ? "Merge keys belong to YAML 1.1; write the keys out." : close === null ? `Its keys: ${names.join(", ")}.` : didYouMean(close), "key");
			}
			return collect(fields, (name, field) => {
				let entry = found.get(name);
				if (entry !== void 0 && !isAbsent(entry.value)) return field.read(entry.value, at.child(name, entry.keyNode, entry.value));
				entry === void 0 ? field.required && !misspelt.has(name) && at.problem("missing-key", `${at.path.length === 0 ? "The manifest" : here(at)} lacks “${name}”.`, `Add it. ${field.description}`, "key") : at.child(name, entry.keyNode, entry.value).problem("no-value", `“${name}”${inPath(at)} has no value.`, "Give it a value, or remove the key.", "key");
				return field.absent;
			});
		}
	};
}
function collect(fields, value) {
	return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, value(name, field)]));
}
function entries(map, at) {
	let found = new Map();
	for (let pair of map.items) {
		let [keyNode, value] = [nodeOf(pair.key), nodeOf(pair.value)];
		let key = isScalar(keyNode) && typeof keyNode.value == "string" ? keyNode.value : null;
		if (key === null) {
			let given = isScalar(keyNode) ? keyNode.source ?? String(keyNode.value) : "";
			at.child(given, keyNode, value).problem("wrong-key", `A key${inPath(at)} is ${shown(keyNode)}; expected text.`, given === "" ? "Write “name: value”." : `Write it in quotes: "${given}".`, "key");
		} else if (found.has(key)) at.child(key, keyNode, value).problem("duplicate-key", `“${clipped(key)}”${inPath(at)} is given twice; the first is in line ${at.lineOf(key)}.`, "Remove one of the two.", "key");
		else {
			found.set(key, {
				key,
				keyNode,
				value
			});
			at.child(key, keyNode, value);
		}
	}
	return [...found.values()];
}
const inPath = (at) => at.path.length === 0 ? "" : ` in ${here(at)}`;
const nodeOf = (value) => isNode(value) ? value : null;
const isAbsent = (node) => node === null || isScalar(node) && node.value === null;
function propertySchema({ shape, description, required: needed, absent }) {
	let fallback = needed || absent === null || Array.isArray(absent) && absent.length === 0 ? {} : { default: absent };
	return {
		...shape.schema,
		description,
		...fallback
	};
}
// packages/train/rules.ts
const ID = {
	rule: "identifier",
	expected: "a short name of small letters, digits and “-”",
	example: "operator",
	pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
	longest: 63,
	suggest: (given) => given.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "")
};
const TITLE = {
	rule: "title",
	expected: "a name on one line, without space around it",
	example: "CodeFlare Operator",
	pattern: /^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u,
	longest: 100,
	suggest: (given) => given.replaceAll(/[\s\p{Cc}]+/gu, " ").trim()
};
const REPOSITORY = {
	rule: "repository-name",
	expected: "OWNER/NAME of a GitHub repository",
	example: "project-codeflare/codeflare-operator",
	pattern: /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}\/[A-Za-z0-9._-]{1,100}$/,
	fault: (given) => /\/\.{1,2}$|\.git$/i.test(given) ? "GitHub has no repository of that name" : null,
	suggest: (given) => given.trim().replace(/^(?:https?:\/\/|ssh:\/\/)?(?:git@)?github\.com[/:]/i, "").replace(/[?#].*$/, "").split("/").slice(0, 2).join("/").replace(/\.git$/i, "")
};
const BRANCH = {
	rule: "branch-name",
	expected: "the name of a branch",
	example: "main",
	pattern: /^[^\s]+$/,
	fault: (given) => isRefName(given) ? null : "git takes no such name",
	suggest: (given) => given.trim().replace(/^refs\/heads\//, "")
};
const TAG = {
	rule: "tag-template",
	expected: "a template that holds {version} once",
	example: "v{version}",
	pattern: /^[^{}\s]*\{version\}[^{}\s]*$/,
	fault: (given) => faultOfTemplate(given),
	suggest: suggestTemplate
};
const EXTERNAL_TAG = {
	...TAG,
	expected: "a template that holds {version} once and, after it, {n} at most once",
	pattern: /^[^{}\s]*\{version\}[^{}\s]*(?:\{n\}[^{}\s]*)?$/
};
const IMAGE_TAG = {
	...TAG,
	expected: "a template of image tags that holds {version} once (no “/”)",
	pattern: /^(?:[A-Za-z0-9_][A-Za-z0-9._-]*)?\{version\}[A-Za-z0-9._-]*$/
};
const CHANNEL = {
	rule: "channel-tag",
	expected: "a tag that moves, such as dev or stable",
	example: "stable",
	pattern: /^[A-Za-z_][A-Za-z0-9._-]{0,127}$/,
	fault: (given) => /^v?\d+(?:\.\d+)*$/.test(given) ? "a version tag does not move" : null
};
const IMAGE = {
	rule: "image-name",
	expected: "REGISTRY/PATH of an image, without tag or digest",
	example: "quay.io/project-codeflare/codeflare-operator",
	pattern: /^(?:localhost|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+|[a-z0-9-]+(?=:))(?::[0-9]{1,5})?(?:\/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)+$/,
	suggest: (given) => given.trim().replace(/^(?:https?|docker|oci):\/\//i, "").replace(/@sha(?:256|512):.*$/i, "").replace(/:[^/:]*$/, "").toLowerCase()
};
const WORKFLOW = {
	rule: "workflow-file",
	expected: "the file name of a workflow in .github/workflows",
	example: "release.yml",
	pattern: /^[^\s/\\]+\.ya?ml$/,
	suggest: (given) => given.trim().split("/").at(-1) ?? null
};
const WORKFLOW_INPUT = {
	rule: "workflow-input",
	expected: "NAME=VALUE of an input of the workflow",
	example: "release-version={version}",
	pattern: /^[A-Za-z_][A-Za-z0-9_-]*=[^\p{Cc}]*$/u,
	longest: 1e3
};
const FILE = {
	rule: "path",
	expected: "a path within the repository, with “/” and without “..”",
	example: "config/manager/params.env",
	pattern: /^(?:[^/\\\p{Cc}]+\/)*[^/\\\p{Cc}]+\/?$/u,
	fault: (given) => /^[A-Za-z]:|^~/.test(given) || given.split("/").some((part) => part === ".." || part === "." || part === ".git") ? "it leaves the repository or is not written the short way" : null,
	suggest: (given) => given.trim().replaceAll("\\", "/").replaceAll(/\/{2,}/g, "/").replace(/^(?:\.?\/)+/, "")
};
const DAY = {
	rule: "date",
	expected: "a day as YYYY-MM-DD",
	example: "2024-02-05",
	pattern: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
	format: "date",
	fault: (given) => isDay(given) ? null : "there is no such day",
	suggest: (given) => {
		let match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(given.trim());
		return match === null ? null : [
			match[1],
			match[2]?.padStart(2, "0"),
			match[3]?.padStart(2, "0")
		].join("-");
	}
};
const PACKAGE = {
	...ID,
	rule: "package-name",
	expected: "the name of an OLM package: small letters, digits, “-” and “.”",
	example: "codeflare-operator",
	pattern: /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/
};
const BUNDLE_CHANNEL = {
	rule: "bundle-channel",
	expected: "the name of an OLM channel",
	example: "alpha",
	pattern: /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/,
	longest: 63
};
const KEY = {
	rule: "key",
	expected: "what to look for, on one line",
	example: "MCAD_VERSION",
	pattern: /^[^\p{Cc}]+$/u,
	longest: 1e3
};
const SLACK_CHANNEL = {
	rule: "slack-channel",
	expected: "a Slack channel: its name with “#”, or its id",
	example: "#codeflare-announce",
	pattern: /^(?:#[^\s#"']{1,80}|[CG][A-Z0-9]{8,})$/,
	suggest: (given) => `#${given.trim().replace(/^[#@]+/, "").toLowerCase()}`
};
const MAIL = {
	rule: "mail-address",
	expected: "a mail address",
	example: "codeflare-users@example.com",
	pattern: /^[^\s@<>,;"']+@[^\s@<>,;"']+$/,
	suggest: (given) => /<([^<>\s]+)>/.exec(given)?.[1] ?? null
};
function faultOfTemplate(given) {
	if (/[vV](?:[vV]|\.)\{version\}/.test(given)) return "versions have one “v” before them and nothing between";
	try {
		return new TagTemplate(given, "").text === given ? null : "it is no tag template";
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return /: (?<why>[^:]*)\.$/.exec(error.message)?.groups?.why ?? "it is no tag template";
	}
}
function suggestTemplate(given) {
	let one = given.trim().replace(/\$?\{+\s*(?:version|VERSION|Version|vers|ver|semver)\s*\}+|%s|<version>/, "{version}").replace(/[vV](?:[vV]|\.)+\{version\}/, "v{version}");
	return one.includes("{version}") ? one : /^[A-Za-z/-]*$/.test(one) ? `${one}{version}` : null;
}
// packages/train/forms.ts
const FORM_KEYS = {
	makefile: "the variable",
	"go-mod": "the module",
	"go-work": "the module",
	"kustomize-ref": "the address without scheme and `?ref=`",
	"kustomize-image": "the `name` of the image",
	"kustomize-patch": "the `path` of the JSON patch",
	"params-env": "the name before `=`, or the image",
	"yaml-image": "the image",
	yaml: "a JSON Pointer: `/spec/version`",
	imagestream: "the image, or the ImageStream",
	"annotation-json": "annotation and entry: `opendatahub.io/notebook-software#Python`",
	"helm-values": "the image, or a JSON Pointer",
	"helm-chart": "`version`, `appVersion`, or the dependency",
	csv: "`version`, or `replaces`",
	dockerfile: "the argument, or the image",
	"go-const": "the constant",
	"python-const": "the constant",
	pyproject: "the dependency, or `version`",
	requirements: "the package",
	pipfile: "the package",
	"version-file": "nothing: the file holds only a version",
	json: "a JSON Pointer: `/dependencies/left-pad`",
	"markdown-table": "the first cell of the row",
	regex: "a JavaScript regular expression with one capture group"
};
// packages/train/schema.ts
const calendar = record("the calendar", {
	"sprint-weeks": required(whole(1, 26), "Length of a sprint in weeks. A release follows each sprint."),
	"first-day": required(text(DAY), "First day of sprint 1. All days are days in UTC."),
	"freeze-days": optional(whole(0, 30), 0, "How many days at the end of a sprint are frozen.")
});
const image = record("an image", {
	name: required(text(IMAGE), "Where the image is kept: registry and path, without tag or digest."),
	tag: optional(text(IMAGE_TAG), null, "Template of its version tags.", "as the component’s tags"),
	channels: optional(listOf(text(CHANNEL), { unique: !0 }), [], "Tags that move: `dev` on each merge, `stable` after a release."),
	row: optional(text(TITLE), null, "Its own row in the support matrix; it has the version of its component.", "no row")
});
const crdCopy = record("a copy of CRDs", {
	from: required(text(ID), "Component or external project that owns the definitions."),
	path: required(text(FILE), "Where they are in its repository."),
	to: required(text(FILE), "The directory of this repository that they are copied into.")
});
const writtenVersion = record("a written version", {
	of: required(text(ID), "Component or external project whose version is written there."),
	file: required(text(FILE), "The file in this repository."),
	form: required(oneOf(FORM_KEYS, "makefile", "the name of a form in which versions are written"), "How it is written there."),
	key: optional(text(KEY), "", "What to look for in the file; each form says what that is.", "none")
});
const besideVersion = record("a number beside a version", {
	...writtenVersion.fields,
	as: required(text(TITLE), "What the number is called: `Go API`.")
});
const matrix = record("a support matrix", {
	file: optional(text(FILE), "README.md", "The file that holds it."),
	section: optional(text(TITLE), "Compatibility Matrix", "Name of the marker comments, or of the heading, around it.")
});
const BESIDE = "Numbers that may rightly differ from a version: the support matrix shows both, and a release does not write them.";
const component = record("a component", {
	name: required(text(TITLE), "As the support matrix shows it."),
	repository: required(text(REPOSITORY), "Its repository on GitHub."),
	branch: optional(text(BRANCH), "main", "The branch that releases are made from."),
	tag: optional(text(TAG), "v{version}", "Template of its version tags."),
	leads: optional(flag(), !1, "`true` for the one component whose version is the version of the train."),
	workflow: optional(text(WORKFLOW), null, "Its release workflow, for `release-components`.", "a release is only a tag"),
	"workflow-inputs": optional(listOf(text(WORKFLOW_INPUT), { unique: !0 }), [], "What it is given beyond its inputs `version`, `commit` and `correlation-id`, as `NAME=VALUE`; `{tag}`, `{version}` and `{commit}` stand for those of the release."),
	images: optional(listOf(image), [], "The images that a release publishes."),
	"depends-on": optional(listOf(text(ID), { unique: !0 }), [], "Components and external projects that it needs released before it."),
	crds: optional(listOf(crdCopy), [], "Custom resource definitions of others that are copied into its repository."),
	versions: optional(listOf(writtenVersion), [], "Where versions are written in its repository."),
	beside: optional(listOf(besideVersion), [], BESIDE),
	matrix: optional(matrix, null, "The support matrix kept in its repository.")
});
const external = record("an external project", {
	name: required(text(TITLE), "As the support matrix shows it."),
	repository: required(text(REPOSITORY), "Its repository on GitHub."),
	tag: optional(text(EXTERNAL_TAG), "v{version}", "Template of its version tags; `{n}` stands for a build number."),
	"adopt-within-sprints": optional(whole(0, 26), null, "A release is adopted by the end of the sprint this many after the one in which it came out (ADR-003: 1 for KubeRay).", "no deadline"),
	under: optional(text(ID), null, "Component below whose row the support matrix shows it (ADR-003: TorchX under the SDK).", "a row of its own")
});
const bundle = record("the bundle", {
	component: required(text(ID), "Component whose operator the bundle installs."),
	package: required(text(PACKAGE), "Name of the OLM package."),
	catalog: required(text(REPOSITORY), "Repository of the catalog."),
	directory: optional(text(FILE), null, "Where the catalog keeps its versions.", "`operators/<package>`"),
	channels: optional(listOf(text(BUNDLE_CHANNEL), {
		least: 1,
		unique: !0
	}), ["alpha"], "OLM channels, the default channel first.")
});
const downstream = record("a downstream repository", {
	name: required(text(TITLE), "What people call it."),
	repository: required(text(REPOSITORY), "Its repository on GitHub."),
	branch: optional(text(BRANCH), "main", "The branch that is updated."),
	"within-days": optional(whole(0, 365), 7, "Days after the release by which it must be updated (ADR-003: a week)."),
	versions: optional(listOf(writtenVersion), [], "Where versions are written in it."),
	beside: optional(listOf(besideVersion), [], BESIDE),
	matrix: optional(matrix, null, "The support matrix kept in it.")
});
const announce = record("the announcement", {
	"slack-channel": optional(text(SLACK_CHANNEL), null, "Slack channel.", "none"),
	"mail-to": optional(listOf(text(MAIL), { unique: !0 }), [], "Mail addresses."),
	"discussion-category": optional(text(TITLE), null, "Category of GitHub Discussions in the leading repository.", "none")
});
const manifest = record("a release train", {
	train: required(text(ID), "Short name of the train."),
	title: required(text(TITLE), "What people call the stack."),
	calendar: optional(calendar, null, "When releases happen. Without it there are no sprints, no freeze and no adoption deadlines."),
	components: required(mapOf(ID, component, 1), "What the train releases, in any order; exactly one leads."),
	external: optional(mapOf(ID, external), [], "What the train adopts from elsewhere."),
	bundle: optional(bundle, null, "The OLM bundle of the operator and the catalog it is published in.", "nothing is published"),
	downstream: optional(listOf(downstream), [], "Repositories that are updated after the release."),
	announce: optional(announce, null, "Where a release is announced.", "nowhere")
});
// packages/train/manifest.ts
const PLACES = ["release-train.yaml", ".github/release-train.yaml"];
async function loadManifest(workspace, path = "") {
	for (let place of path === "" ? PLACES : [path]) {
		let content = await workspace.read(place, "Input “manifest”");
		if (content !== null) return parseManifest(content, place);
	}
	throw new UserError(`There is no manifest: ${path === "" ? PLACES.join(" and ") : path} not found.`, {
		...path !== "" && { file: path },
		advice: path === "" ? "Add a release-train.yaml that describes the train (docs/manifest.md), or give its path in “manifest”; in a workflow, check the repository out first." : "Correct the path in “manifest”: it is relative to the root of the checkout."
	});
}
function parseManifest(content, file) {
	let source = readSource(content, file);
	let at = Reading.of(source, file);
	let read = manifest.read(source.root, at);
	at.exhausted || findContradictions(read, at);
	if (at.problems.length > 0) throw new ManifestError(file, at.problems);
	return trainOf(read, file);
}
function trainOf(read, file) {
	let { calendar, bundle, announce } = read;
	return {
		file,
		id: read.train,
		title: read.title,
		calendar: calendar && {
			sprintWeeks: calendar["sprint-weeks"],
			firstDay: calendar["first-day"],
			freezeDays: calendar["freeze-days"]
		},
		components: read.components.map(({ key, value }) => componentOf(key, value)),
		external: read.external.map(({ key, value }) => ({
			id: key,
			name: value.name,
			repository: value.repository,
			tag: value.tag,
			adoptWithinSprints: value["adopt-within-sprints"],
			under: value.under
		})),
		bundle: bundle && {
			...bundle,
			directory: bundle.directory ?? `operators/${bundle.package}`
		},
		downstream: read.downstream.map(({ "within-days": withinDays, ...rest }) => ({
			...rest,
			withinDays
		})),
		announce: announce && {
			slackChannel: announce["slack-channel"],
			mailTo: announce["mail-to"],
			discussionCategory: announce["discussion-category"]
		}
	};
}
function componentOf(id, value) {
	let { "depends-on": dependsOn, "workflow-inputs": workflowInputs, images, ...rest } = value;
	return {
		...rest,
		id,
		dependsOn,
		workflowInputs,
		images: images.map((image) => ({
			...image,
			tag: image.tag ?? rest.tag.slice(rest.tag.lastIndexOf("/") + 1)
		}))
	};
}
export { addDays as a, daysBetween as c, nearest as i, isFrozen as l, parseManifest as n, adoptionDeadline as o, releaseOrder as r, dayOf as s, loadManifest as t, sprintOf as u };
