import { C as list, D as table, E as paragraph, F as placeText, P as UserError, _ as displayWidth, v as code, w as markdown, x as heading } from "./core.js";
import { I as tagCommit, X as parseRepository } from "./github.js";
import { l as suggestVersion, r as isPrerelease, s as readVersion, t as compareVersions } from "./version.js";
import { t as TagTemplate } from "./tag-template.js";
import { i as problem, n as literally, r as placeOf } from "./form.js";
import { n as kindOf } from "./kind.js";
import { a as leader, l as occurrences, o as loadForm, r as findMember, u as sourceOf } from "./train.js";
import { a as readSource, r as knownRepository } from "./image-digests.js";
import { t as versionColumn } from "./version-column.js";
import { a as linked, i as digestText, l as cellText, n as sameName, o as releaseUrl, r as besideText, s as supportedVersion, t as matrixEntries, u as renderTable } from "./entries.js";
import { n as toldVersions } from "./told.js";
// packages/versions/markdown.ts
async function readMarkdown(source) {
	let { markdownBlocks } = await import("./markdown.js");
	return markdownBlocks(source);
}
// packages/matrix/finding.ts
const at = ({ line, column }) => ({
	line,
	column
});
function error(rule, message, advice, place) {
	return {
		severity: "error",
		rule,
		message,
		advice,
		...place
	};
}
// packages/matrix/sources.ts
async function readSources(workspace, written) {
	let files = new Map();
	let readings = [];
	let findings = [];
	for (let place of written) try {
		let source = files.get(place.file) ?? await readSource(workspace, place.file);
		files.set(place.file, source);
		readings.push({
			...place,
			found: occurrences(source, await loadForm(place.form), place.key)
		});
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		let { message, advice = "", place: at } = error;
		findings.push({
			severity: "error",
			rule: "source-unreadable",
			message,
			advice,
			file: place.file,
			...at
		});
	}
	return {
		readings,
		findings
	};
}
const isPseudoVersion = (value) => /[-.]\d{14}-[0-9a-f]{12}(?:\+incompatible)?$/.test(value);
function isReleased({ version, value }) {
	return version !== null && !isPseudoVersion(value) && !isPlaceholder(version);
}
const isPlaceholder = (version) => /^0\.0\.0(?:$|[-+])/.test(version);
// packages/matrix/beside.ts
async function numbersBeside(readings, entries, versions, server, exists) {
	let numbers = new Map();
	for (let { of: id, as, found } of readings) {
		let entry = entries.find(({ of }) => of.id === id);
		let [first] = found;
		if (entry === void 0 || first === void 0 || first.version === versions.get(id)?.version) continue;
		let url = await addressOf(first, entry, server, exists);
		numbers.set(id, [...numbers.get(id) ?? [], {
			as,
			version: first.value,
			url
		}]);
	}
	return numbers;
}
async function addressOf(found, { of, template }, server, exists) {
	let commit = /-([0-9a-f]{12})(?:\+incompatible)?$/.exec(found.value)?.[1];
	if (commit !== void 0) return `${server}/${of.repository}/commit/${commit}`;
	if (found.version === null || template.counts || !isReleased(found)) return null;
	let tag = template.format(found.version);
	return exists === null || await exists(of.repository, tag) ? releaseUrl(server, of.repository, tag) : null;
}
function checkBeside(file, rows, readings, shown) {
	return readings.flatMap(({ of, as, found }) => {
		let row = rows.find(({ entry }) => entry?.of.id === of && entry.name === entry.of.name);
		let [first] = found;
		if (row === void 0 || first === void 0) return [];
		let says = row.beside.find((one) => one.as === as)?.text ?? null;
		let expected = first.version === shown.get(of)?.version ? null : first.value;
		if (says === expected) return [];
		let where = `${first.file}:${first.line} says ${first.value}`;
		return [{
			severity: "error",
			rule: "beside-differs",
			message: `The row of ${row.name} ${says === null ? `does not show its ${as}` : `says ${as} ${says}`}; ${where}.`,
			advice: "Run the action in mode “update”.",
			before: says,
			after: expected,
			file,
			...at(row)
		}];
	});
}
// packages/matrix/choose.ts
function chooseVersions(entries, told, readings, rows) {
	let chosen = new Map();
	for (let { of, template } of entries) {
		let found = chosen.get(of.id) ?? fromInput(told.get(of.id)) ?? fromSources(of.id, template, readings) ?? fromRows(of.id, template, rows);
		found !== null && chosen.set(of.id, found);
	}
	return chosen;
}
function fromInput(release) {
	if (release === void 0) return null;
	let { template, version, build } = release;
	return {
		version,
		tag: template.format(version, build),
		because: "the input “versions”"
	};
}
function fromSources(id, template, readings) {
	for (let { of, found } of readings) {
		let first = of === id ? found.find(isReleased) : void 0;
		if (first?.version == null) continue;
		let read = template.parse(first.value);
		let tag = read === null ? template.counts ? null : template.format(first.version) : first.value;
		if (tag !== null) return {
			version: read?.version ?? first.version,
			tag,
			because: `${first.file}:${first.line}`
		};
	}
	return null;
}
function fromRows(id, template, rows) {
	for (let { entry, versions } of rows) {
		let text = entry?.of.id === id ? versions[0]?.text : void 0;
		let version = text === void 0 ? null : versionShown(text, template);
		if (text !== void 0 && version !== null && !isPlaceholder(version)) return {
			version,
			tag: template.parse(text) === null && !template.counts ? template.format(version) : text,
			because: "the matrix as it is"
		};
	}
	return null;
}
function versionShown(text, template) {
	return template.parse(text)?.version ?? readVersion(text.replace(/^v/, ""));
}
// packages/matrix/rewrite.ts
function rewriteTable(source, table, rows, entries, supported) {
	let titles = table?.head.map(({ start, end }) => source.text.slice(start, end)) ?? ["Component", "Version"];
	let digests = [...supported.values()].some(({ images }) => images !== null);
	let head = digests && digestColumn(titles) === -1 ? [...titles, DIGEST_COLUMN] : titles;
	let columns = {
		version: table === null ? 1 : versionColumn(table),
		digest: digests ? digestColumn(head) : -1
	};
	refuseDoubles(source.file, rows);
	let removed = rows.filter(({ entry, versions }) => entry === null && versions.some(({ text }) => kindOf(text) !== null));
	let written = rows.filter((row) => !removed.includes(row)).map((row) => {
		let version = row.entry === null ? void 0 : supported.get(row.entry);
		let cells = head.map((_title, index) => row.cells[index] ?? "");
		if (row.entry === null || version === void 0) return {
			entry: row.entry,
			cells
		};
		cells[columns.version] = rewriteCell(source.file, row, row.entry, cells[columns.version] ?? "", version);
		columns.digest !== -1 && (cells[columns.digest] = digestText(version.images ?? []));
		return {
			entry: row.entry,
			cells
		};
	});
	for (let entry of entries) {
		let version = supported.get(entry);
		if (version === void 0 || written.some((row) => row.entry === entry)) continue;
		let cells = head.map(() => "");
		cells[0] = cellText(entry.name);
		cells[columns.version] = linked(version) + besideText(version);
		columns.digest !== -1 && (cells[columns.digest] = digestText(version.images ?? []));
		written.splice(positionOf(entry, written, entries), 0, {
			entry,
			cells
		});
	}
	return {
		table: {
			head,
			align: table?.align ?? [],
			rows: written.map(({ cells }) => cells)
		},
		removed
	};
}
const DIGEST_COLUMN = "Image digest";
const digestColumn = (titles) => titles.findIndex((title) => /^image digests?$/i.test(title.trim()));
function rewriteCell(file, row, entry, cell, version) {
	let shown = versionToReplace(file, row, entry, cell);
	let whole = linked(version) + besideText(version);
	if (shown === null) return whole;
	return [{
		...shown,
		text: whole
	}, ...row.beside.map(({ from, to }) => ({
		from,
		to,
		text: ""
	}))].sort((a, b) => b.from - a.from).reduce((text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to), cell);
}
function versionToReplace(file, { versions, name, line, column }, entry, cell) {
	let [only, second] = versions;
	if (only === void 0 && cell === "") return null;
	let own = versions.filter(({ link }) => link?.repository === entry.of.repository);
	let found = second === void 0 ? only : own.length === 1 ? own[0] : void 0;
	if (found !== void 0 && kindOf(found.text) !== null) return found;
	let seen = versions.map(({ text }) => `“${text}”`).join(" and ") || "no version";
	throw new UserError(`${file}:${line}:${column}: the cell of “${name}” holds ${seen}; one version was expected.`, {
		file,
		line,
		column,
		advice: `Write one version there, or one that links a release of ${entry.of.repository}.`
	});
}
function positionOf(entry, rows, entries) {
	let before = entries.slice(0, entries.indexOf(entry));
	let anchors = entry.under === null ? before : before.filter(({ name, under }) => name === entry.under || under === entry.under);
	for (let anchor of anchors.reverse()) {
		let index = rows.findIndex((row) => row.entry === anchor);
		if (index !== -1) return index + 1;
	}
	return entry.under === null ? 0 : rows.length;
}
function refuseDoubles(file, rows) {
	let seen = new Map();
	for (let row of rows) {
		if (row.entry === null) continue;
		let first = seen.get(row.entry);
		if (first !== void 0) {
			let { line, column } = row;
			throw new UserError(`${file}:${line}:${column}: ${row.entry.name} has a row on line ${first.line} already.`, {
				file,
				line,
				column,
				advice: "Remove one of the two rows."
			});
		}
		seen.set(row.entry, row);
	}
}
// packages/matrix/images.ts
async function imagesOf(entry, version, digestOf) {
	return Promise.all(entry.images.map(async ({ name, tag }) => {
		let template = new TagTemplate(tag, `tag of ${name}`);
		return {
			image: name,
			digest: template.counts ? null : await digestOf(`${name}:${template.format(version)}`)
		};
	}));
}
// packages/matrix/check-digests.ts
async function checkDigests(file, head, rows, digestOf) {
	let column = digestColumn(head);
	if (column === -1 || digestOf === null) return [];
	return (await Promise.all(rows.map(async (row) => {
		let { entry, versions, cells, name } = row;
		let version = entry === null || versions[0] === void 0 ? null : versionShown(versions[0].text, entry.template);
		if (entry === null || version === null) return [];
		let expected = digestText(await imagesOf(entry, version, digestOf));
		let cell = cells[column] ?? "";
		if (cell === expected) return [];
		return [error("digest-differs", `The row of ${name} shows ${cell === "" ? "no digest" : cell}; the registry has ${expected}.`, "Run the action in mode “update”.", {
			file,
			...at(row)
		})];
	}))).flat();
}
// packages/matrix/check-sources.ts
function checkSources(file, rows, said, entries, readings, place) {
	return readings.flatMap(({ of, key, found }) => {
		let entry = entries.find((one) => one.of.id === of);
		let shown = said.get(of);
		if (entry === void 0 || shown === void 0) return [];
		let row = rows.find((one) => one.entry === entry);
		return [...new Map(found.map((one) => [one.value, one])).values()].flatMap((one) => {
			let verdict = judge(one, shown, entry);
			if (verdict === null) return [];
			let where = `${one.file}:${one.line}`;
			return [{
				severity: verdict === "source-unreleased" ? "warning" : "error",
				rule: verdict,
				message: `${file} says ${entry.name} ${shown.tag}; ${where}${key === "" ? "" : ` (${key})`} says ${one.value}${verdict === "source-unreleased" ? ", which is no release" : ""}.`,
				advice: ADVICE[verdict],
				before: one.value,
				after: shown.tag,
				...place === "row" && row !== void 0 ? {
					file,
					...at(row)
				} : {
					file: one.file,
					line: one.line,
					column: one.column
				}
			}];
		});
	});
}
const ADVICE = {
	"source-differs": "Run update-image-refs with the same versions, or correct the version.",
	"source-unreleased": "Adopt a release there, or say in the pull request why this commit is tested.",
	"not-a-version": "Run update-image-refs with the released version."
};
function judge(one, shown, { template }) {
	if (one.kind === "digest") return null;
	if (one.kind === "near") return "not-a-version";
	if (!isReleased(one)) return "source-unreleased";
	return (template.parse(one.value)?.version ?? one.version) === shown.version ? null : "source-differs";
}
// packages/matrix/check-table.ts
function checkTable(source, table, rows, entries) {
	let missing = entries.filter((entry) => rows.every((row) => row.entry !== entry));
	let place = placeOf(source, table.start);
	return [
		...checkAlignment(source, table),
		...missing.map(({ name }) => error("missing-component", `${name} has no row in the matrix.`, "Run the action in mode “update”.", place)),
		...rows.flatMap((row) => [...checkRow(source.file, row, rows), ...checkCells(source.file, row)])
	];
}
function checkAlignment(source, table) {
	let lines = source.text.slice(table.start, table.end).split(/\r?\n/);
	let [first, ...others] = lines.map((line) => barsOf(line.trim()));
	if (others.every((bars) => bars.join() === first?.join())) return [];
	let widths = [...new Set(lines.map((line) => displayWidth(line.trim())))].sort((a, b) => a - b);
	return [{
		severity: "warning",
		rule: "misaligned-table",
		message: `The table's ${widths.length === 1 ? "bars stand in different columns" : `lines are ${widths.join(", ")} characters long`}: its columns are not straight.`,
		advice: "Run the action in mode “update”.",
		...placeOf(source, table.start)
	}];
}
function barsOf(line) {
	return [...[...line.matchAll(/(?<!\\)\|/g)].map(({ index }) => displayWidth(line.slice(0, index))), displayWidth(line)];
}
function checkRow(file, row, rows) {
	if (row.entry === null) return row.versions.length === 0 ? [] : [removedComponent(file, row, "error")];
	let first = rows.find(({ entry }) => entry === row.entry);
	if (first === row || first === void 0) return [];
	return [error("duplicate-component", `${row.entry.name} has a row on line ${first.line} already.`, "Remove one of the two rows.", {
		file,
		...at(row)
	})];
}
function removedComponent(file, row, severity) {
	return {
		severity,
		rule: "removed-component",
		message: `The matrix lists “${row.name}”, which is not part of the train.`,
		advice: "Its row goes with the next update; to keep it, name the project under “external:” in the manifest.",
		file,
		...at(row)
	};
}
function checkCells(file, row) {
	let { entry, versions, name } = row;
	if (entry === null) return [];
	if (versions.length === 0) return [error("not-a-version", `The matrix names no version of ${name}.`, "Run the action in mode “update”.", {
		file,
		...at(row)
	})];
	return versions.flatMap((shown) => {
		let place = {
			file,
			...at(shown)
		};
		let version = versionShown(shown.text, entry.template);
		if (version === null) {
			let right = suggestVersion(shown.text);
			let advice = right === null ? "Run the action in mode “update” with the released version." : `Write “${right}”.`;
			return [error("not-a-version", `“${shown.text}” of ${name} is no version.`, advice, place)];
		}
		if (isPlaceholder(version)) return [error("placeholder-version", `“${shown.text}” of ${name} stands for “not released yet”.`, "Run the action in mode “update” with the released version.", place)];
		let linked = shown.link?.tag;
		if (linked === void 0 || versionShown(linked, entry.template) === version || linked === shown.text) return [];
		return [error("link-differs", `The row of ${name} says ${shown.text} and links ${linked}.`, "Run the action in mode “update”.", place)];
	});
}
// packages/matrix/check-tags.ts
async function checkLinks(file, rows, own, exists) {
	let asked = rows.flatMap((row) => row.versions.flatMap((shown) => {
		if (row.entry === null) return [];
		let targets = [{
			rule: "tag-missing",
			repository: row.entry.of.repository,
			tag: tagMeant(shown.text, row.entry)
		}];
		shown.link !== null && targets.push({
			rule: "dead-link",
			repository: shown.link.repository,
			tag: shown.link.tag
		});
		return targets.filter(({ repository }) => repository !== own).map((target) => ({
			...target,
			row,
			shown
		}));
	}));
	let answers = await Promise.all(asked.map(async ({ repository, tag }) => exists(repository, tag)));
	return asked.filter((_one, index) => answers[index] === !1).map(({ rule, repository, tag, row, shown }) => error(rule, `The matrix ${rule === "dead-link" ? "links" : "says"} ${row.name} ${shown.text}; ${repository} has no tag “${tag}”.`, rule === "dead-link" ? "Link the repository that released it: run the action in mode “update”." : "Give the released version.", {
		file,
		...at(shown)
	}));
}
function tagMeant(text, { template }) {
	let version = versionShown(text, template);
	return version === null || template.counts || template.parse(text) !== null ? text : template.format(version);
}
async function checkTags(file, entries, chosen, own, exists) {
	let members = [...new Map(entries.map(({ of }) => [of.id, of])).values()].filter(({ repository }) => repository !== own);
	return (await Promise.all(members.map(async ({ id, name, repository }) => {
		let { tag, because } = chosen.get(id) ?? {};
		if (tag === void 0 || await exists(repository, tag)) return [];
		return [error("tag-missing", `${name} ${tag} (${because ?? ""}): ${repository} has no tag “${tag}”.`, "Release it first, or give the version that was released.", { file })];
	}))).flat();
}
function checkDirection(file, rows, chosen, downgrades) {
	return rows.flatMap(({ entry, versions, name }) => {
		let shown = versions[0];
		let next = entry === null ? void 0 : chosen.get(entry.of.id);
		if (entry === null || shown === void 0 || next === void 0 || downgrades.has(entry.of.id)) return [];
		let before = versionShown(shown.text, entry.template);
		if (before === null || compareVersions(next.version, before) >= 0) return [];
		return [error("went-backwards", `${name} would go back from ${shown.text} to ${next.tag} (${next.because}).`, `If that is meant, name “${entry.of.id}” in the input “downgrades”.`, {
			file,
			...at(shown)
		})];
	});
}
// packages/matrix/audit.ts
async function auditMatrix(request) {
	let { source, name, section, rows, entries, told, readings, besides, repository, tagExists } = request;
	let { file } = source;
	if (section.table === null) return [{
		severity: "error",
		rule: "table-missing",
		message: `“${name}” in ${file} holds no table.`,
		advice: "Run the action in mode “update”.",
		file
	}];
	return [
		...checkTable(source, section.table, rows, entries),
		...checkSources(file, rows, shownVersions$1(rows), entries, readings, "row"),
		...checkBeside(file, rows, besides, shownVersions$1(rows)),
		...checkTold(file, rows, told),
		...tagExists === null ? [] : await checkLinks(file, rows, repository, tagExists),
		...await checkDigests(file, titlesOf(section.table), rows, request.digestOf)
	];
}
const titlesOf = ({ head }) => head.map(({ text }) => text);
function shownVersions$1(rows) {
	let shown = new Map();
	for (let { entry, versions, line } of rows) {
		let text = versions[0]?.text;
		let version = entry === null || text === void 0 ? null : versionShown(text, entry.template);
		entry !== null && text !== void 0 && version !== null && !shown.has(entry.of.id) && shown.set(entry.of.id, {
			tag: text,
			version,
			because: `line ${line}`
		});
	}
	return shown;
}
function checkTold(file, rows, told) {
	let first = shownVersions$1(rows);
	return rows.flatMap(({ entry, versions, name, line, column }) => {
		let [shown] = versions;
		let version = entry === null || shown === void 0 ? null : versionShown(shown.text, entry.template);
		if (entry === null || shown === void 0 || version === null) return [];
		let input = told.get(entry.of.id);
		let expected = input?.version ?? first.get(entry.of.id)?.version;
		if (expected === void 0 || expected === version) return [];
		let says = input === void 0 ? first.get(entry.of.id)?.because ?? "" : "the input “versions”";
		return [{
			severity: "error",
			rule: "version-differs",
			message: `The matrix says ${name} ${shown.text}; ${says} says ${expected}.`,
			advice: "Run the action in mode “update”.",
			file,
			line,
			column
		}];
	});
}
// packages/matrix/history.ts
function historyOf(train, coming, past, server) {
	let { repository } = leader(train);
	let findings = [];
	let told = past.map(({ tag, rows }) => {
		rows === null && findings.push(untold(tag));
		let components = (rows ?? []).flatMap(({ entry, name, versions, beside: shownBeside }) => {
			let [shown] = versions;
			let version = shown === void 0 ? null : entry === null ? readVersion(shown.text.replace(/^v/, "")) : versionShown(shown.text, entry.template);
			if (shown === void 0) return [];
			if (version === null || isPlaceholder(version)) {
				findings.push(unreleased(tag, name, shown.text));
				return [];
			}
			let beside = shownBeside.map(({ as, text, url }) => ({
				as,
				version: text,
				url
			}));
			let url = entry === null ? shown.link?.url ?? "" : urlOf(entry, shown.text, version, server);
			return [{
				id: idOf(entry, name),
				name: entry?.name ?? name,
				version: shown.text,
				url,
				beside,
				images: null
			}];
		});
		return {
			release: tag,
			url: releaseUrl(server, repository, tag),
			components
		};
	});
	let next = coming && {
		release: coming.tag,
		url: releaseUrl(server, repository, coming.tag),
		components: coming.supported
	};
	let at = past.findIndex(({ version }) => coming !== null && compareVersions(version, coming.version) < 0);
	let releases = next === null ? told : told.toSpliced(at === -1 ? told.length : at, 0, next);
	return {
		history: {
			train: train.id,
			title: train.title,
			releases
		},
		findings
	};
}
function historyTable(train, { releases }) {
	let { name: leaderName } = leader(train);
	let names = [...new Set(releases.flatMap(({ components }) => components.map(({ name }) => name)))].filter((name) => name !== leaderName);
	return {
		head: [cellText(leaderName), ...names.map(cellText)],
		align: [],
		rows: releases.map(({ release, url, components }) => [linked({
			version: release,
			url
		}), ...names.map((name) => {
			let found = components.find((one) => one.name === name);
			return found === void 0 ? "–" : found.url === "" ? cellText(found.version) : linked(found);
		})])
	};
}
function urlOf({ of, template }, text, version, server) {
	let tag = template.parse(text) === null && !template.counts ? template.format(version) : text;
	return releaseUrl(server, of.repository, tag);
}
const idOf = (entry, name) => entry?.of.id ?? name;
function untold(tag) {
	return {
		severity: "info",
		rule: "history-untold",
		message: `Release ${tag} was published without a matrix that can be read; its row is empty.`,
		advice: "Nothing is left to do: a published release stays as it is."
	};
}
function unreleased(tag, name, text) {
	return {
		severity: "info",
		rule: "history-unreleased",
		message: `The matrix of ${tag} says ${name} ${text}, which was never released; the history leaves it out.`,
		advice: "Nothing is left to do: a published release stays as it is."
	};
}
// packages/matrix/rows.ts
function readRows(source, table, entries, besides) {
	let column = versionColumn(table);
	return table.rows.map((cells) => {
		let name = cells[0]?.text ?? "";
		let cell = cells[column];
		let beside = cell === void 0 ? [] : shownBeside(source.text.slice(cell.start, cell.end), besides);
		let versions = cell === void 0 ? [] : shownVersions(source, cell, beside);
		let { line, column: at } = placeOf(source, cell?.start ?? cells[0]?.start ?? table.start);
		return {
			name,
			entry: entryOf(name, versions, entries),
			cells: cells.map(({ start, end }) => source.text.slice(start, end)),
			versions,
			beside,
			line,
			column: at
		};
	});
}
function entryOf(name, versions, entries) {
	let named = entries.find((entry) => sameName(entry.name, name) || entry.name === entry.of.name && sameName(entry.of.id, name));
	if (named !== void 0) return named;
	let linked = versions[0]?.link?.repository;
	return entries.find(({ of, name: own }) => own === of.name && of.repository === linked) ?? null;
}
function shownBeside(cell, names) {
	return [...new Set(names)].flatMap((as) => {
		let found = new RegExp(String.raw`\s*\(${literally(cellText(as))} (?:\[([^\]]*)\]\(([^)]*)\)|([^\s()[\]]+))\)`).exec(cell);
		let text = found?.[1] ?? found?.[3];
		if (found === null || text === void 0) return [];
		return [{
			as,
			text,
			url: found[2] ?? null,
			from: found.index,
			to: found.index + found[0].length
		}];
	});
}
function shownVersions(source, cell, beside) {
	let shown = (text, link, { start, end }) => {
		let { line, column } = placeOf(source, start);
		return {
			text,
			link,
			from: start - cell.start,
			to: end - cell.start,
			line,
			column
		};
	};
	let isBeside = ({ start }) => beside.some(({ from, to }) => start - cell.start >= from && start - cell.start < to);
	if (cell.links.every(isBeside)) {
		let [first] = beside;
		let end = first === void 0 ? cell.end : cell.start + first.from;
		let text = first === void 0 ? cell.text : source.text.slice(cell.start, end);
		return text === "" ? [] : [shown(text, null, {
			start: cell.start,
			end
		})];
	}
	return cell.links.filter((link) => kindOf(link.text) !== null && !isBeside(link)).map((link) => shown(link.text, releaseLink(link), link));
}
function releaseLink({ url }) {
	let [, repository, tag] = /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/(?:releases\/tag|tree)\/([^?#]+)/.exec(url) ?? [];
	if (repository === void 0 || tag === void 0) return null;
	return {
		url,
		repository,
		tag: decoded(tag)
	};
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
// packages/matrix/section.ts
async function findSection(source, name, where = "marked") {
	let blocks = await readMarkdown(source);
	let bounds = markedBounds(source, blocks, name) ?? headedBounds(source, blocks, name) ?? (where === "marked" ? null : captionedBounds(source, blocks, name));
	if (bounds === null) return null;
	let inside = blocks.filter(({ start, end }) => start >= bounds.start && end <= bounds.end);
	let [table, second] = inside.filter((block) => block.kind === "table");
	if (second !== void 0) throw problem(source, second.start, `a second table stands in “${name}”.`, "Keep one table there, or move the other out of the section.");
	let html = inside.find((block) => block.kind === "html" && /<table/i.test(block.text));
	if (table === void 0 && html !== void 0) throw problem(source, html.start, `the matrix in “${name}” is HTML.`, "Write it as a Markdown table once: | Component | Version |.");
	return {
		table: table?.table ?? null,
		end: bounds.end
	};
}
async function requireSection(source, name) {
	let found = await findSection(source, name);
	if (found !== null) return found;
	throw new UserError(`${source.file} has neither the comments “${marker(name, "start")}” and “${marker(name, "end")}” nor a heading “${name}”.`, {
		file: source.file,
		advice: "Put the two comments, each on a line of its own, where the matrix belongs."
	});
}
const markersFor = (name) => [marker(name, "start"), marker(name, "end")];
const marker = (name, edge) => `<!-- ${name} ${edge} -->`;
function markedBounds(source, blocks, name) {
	let comments = blocks.flatMap((block) => {
		if (block.kind !== "html") return [];
		return [...source.text.slice(block.start, block.end).matchAll(/<!--\s*([\s\S]*?)\s*-->/g)].map((match) => ({
			says: match[1] ?? "",
			start: block.start + match.index,
			end: block.start + match.index + match[0].length
		}));
	});
	let starts = comments.filter(({ says }) => says === `${name} start`);
	let ends = comments.filter(({ says }) => says === `${name} end`);
	let [start, end] = [starts[0], ends[0]];
	if (start === void 0 && end === void 0) return null;
	let doubled = starts[1] ?? ends[1];
	if (doubled !== void 0) {
		let line = placeOf(source, (starts[1] === void 0 ? end : start)?.start ?? 0).line;
		throw problem(source, doubled.start, `“<!-- ${doubled.says} -->” stands on line ${line} already.`, "Keep one pair of comments.");
	}
	if (start === void 0 || end === void 0) {
		let edge = start === void 0 ? "start" : "end";
		throw problem(source, (start ?? end)?.start ?? 0, `“${marker(name, edge)}” is missing.`, "Put it around the table, on a line of its own.");
	}
	if (start.start > end.start) throw problem(source, end.start, `“${marker(name, "end")}” stands before its start.`, "Exchange the two comments.");
	return {
		start: start.end,
		end: end.start
	};
}
function headedBounds(source, blocks, name) {
	let headings = blocks.filter((block) => block.kind === "heading");
	let [found, second] = headings.filter(({ text }) => text.trim().toLowerCase() === name.toLowerCase());
	if (found === void 0) return null;
	if (second !== void 0) throw problem(source, second.start, `a second heading is called “${name}”.`, `Mark the right one: “${marker(name, "start")}”, “${marker(name, "end")}”.`);
	let next = headings.find(({ start, depth }) => start > found.start && depth <= found.depth);
	return {
		start: found.end,
		end: next?.start ?? source.text.length
	};
}
function captionedBounds(source, blocks, name) {
	let index = blocks.findIndex(({ kind, start, end }, at) => kind === "other" && blocks[at + 1]?.kind === "table" && source.text.slice(start, end).trimEnd().toLowerCase().endsWith(name.toLowerCase()));
	let table = blocks[index + 1];
	return index === -1 || table === void 0 ? null : {
		start: table.start,
		end: table.end
	};
}
// packages/matrix/past.ts
async function releasedVersions(past, train) {
	let { id, repository, tag: template } = leader(train);
	let read = new TagTemplate(template, `tag of ${id}`);
	return (await past.tags(repository)).flatMap((tag) => {
		let version = read.parse(tag)?.version;
		return version === void 0 || isPrerelease(version) || isPlaceholder(version) ? [] : [{
			tag,
			version
		}];
	}).sort((a, b) => compareVersions(b.version, a.version));
}
async function pastMatrix(past, train, { file, section }, entries, besides, { tag, version }) {
	let bytes = await past.file(leader(train).repository, file, tag);
	if (bytes === null) return {
		tag,
		version,
		rows: null
	};
	try {
		let source = sourceOf(file, bytes);
		let table = (await findSection(source, section, "also captioned"))?.table ?? null;
		return {
			tag,
			version,
			rows: table === null ? null : readRows(source, table, entries, besides)
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {
			tag,
			version,
			rows: null
		};
	}
}
function checkAgainstPast(file, rows, before, downgrades) {
	return rows.flatMap(({ entry, versions, name, line, column }) => {
		let earlier = before.rows?.find((one) => entry !== null && one.entry === entry);
		let [now, then] = [versions[0], earlier?.versions[0]];
		if (entry === null || now === void 0 || then === void 0 || downgrades.has(entry.of.id)) return [];
		let [is, was] = [versionShown(now.text, entry.template), versionShown(then.text, entry.template)];
		if (is === null || was === null || compareVersions(is, was) >= 0) return [];
		return [{
			severity: "error",
			rule: "went-backwards",
			message: `The matrix says ${name} ${now.text}; release ${before.tag} said ${then.text} already.`,
			advice: `If that is meant, name “${entry.of.id}” in the input “downgrades”.`,
			file,
			line,
			column
		}];
	});
}
// packages/matrix/splice.ts
const newlineOf = ({ text }) => text.includes("\r\n") ? "\r\n" : "\n";
function replaceTable(source, { table, end }, text) {
	let [before, after] = [source.text.slice(0, table?.start ?? end), source.text.slice(table?.end ?? end)];
	if (table !== null) return before + text + after;
	let newline = newlineOf(source);
	return `${before}${/\n[ \t]*\r?\n$/.test(before) ? "" : before.endsWith("\n") ? newline : newline + newline}${text}${newline}${after === "" || /^(?:\r?\n|<!--)/.test(after) ? "" : newline}${after}`;
}
async function notesChange(workspace, file, name, text, reason = `holds the ${name}`) {
	let source = sourceOf(file, await workspace.read(file, "file") ?? Buffer.alloc(0));
	let newline = newlineOf(source);
	let table = text.replaceAll("\r\n", "\n").replaceAll("\n", newline);
	let section = await findSection(source, name);
	let gap = source.text === "" ? "" : source.text.endsWith("\n") ? newline : newline + newline;
	let content = section === null ? `${source.text}${gap}## ${name}${newline}${newline}${table}${newline}` : replaceTable(source, section, table);
	return workspace.change(file, content, reason);
}
// packages/matrix/plan.ts
async function planMatrix(request) {
	let { workspace, train, file, section: name } = request;
	let entries = matrixEntries(train);
	let told = toldVersions(train, request.versions, "versions");
	let downgrades = new Set(request.downgrades.map((given) => findMember(train, given, "Input “downgrades”").id));
	let source = await readSource(workspace, file);
	let section = request.mode === "check" ? await findSection(source, name, "also captioned") : await requireSection(source, name);
	if (section === null) return withoutMatrix(file, name);
	let nothing = {
		repository: request.repository,
		versions: [],
		beside: []
	};
	let written = request.sources ? knownRepository(train, request.repository) : nothing;
	let sources = await readSources(workspace, written.versions);
	let numbers = await readSources(workspace, written.beside);
	let observed = {
		source,
		section,
		rows: section.table === null ? [] : readRows(source, section.table, entries, besidesOf(train)),
		entries,
		told,
		downgrades,
		readings: sources.readings,
		besides: numbers.readings,
		unreadable: [...sources.findings, ...numbers.findings]
	};
	let asked = {
		...request,
		repository: written.repository
	};
	return request.mode === "check" ? checked(asked, observed) : updated(asked, observed);
}
async function checked(request, observed) {
	let { source, section, rows } = observed;
	let audit = await auditMatrix({
		...request,
		...observed,
		name: request.section
	});
	let findings = [
		...observed.unreadable,
		...audit,
		...await backSinceLastRelease(request, observed)
	];
	return {
		changes: [],
		findings,
		refusal: refusalOf(request.file, findings),
		markdown: source.text.slice(section.table?.start ?? 0, section.table?.end ?? 0),
		rows: [],
		history: null,
		versions: tagsOf(shownVersions$1(rows)),
		lines: []
	};
}
async function updated(request, observed) {
	let { workspace, file, section: name, repository, tagExists } = request;
	let { source, section, rows, entries, told, readings, downgrades } = observed;
	let chosen = chooseVersions(entries, told, readings, rows);
	let supported = await supportedBy(request, observed, chosen);
	let rewritten = rewriteTable(source, section.table, rows, entries, supported);
	let markdown = renderTable(rewritten.table, newlineOf(source));
	let lines = linesOf(entries, rows, chosen);
	let blocking = [...checkDirection(file, rows, chosen, downgrades), ...tagExists === null ? [] : await checkTags(file, entries, chosen, repository, tagExists)];
	let past = await historyFor(request, entries, chosen, [...supported.values()]);
	return {
		changes: [
			await workspace.change(file, replaceTable(source, section, markdown), reasonFor(lines, rewritten)),
			request.notesFile === null ? null : await notesChange(workspace, request.notesFile, name, markdown),
			...past.changes
		].filter((change) => change !== null),
		findings: [
			...blocking,
			...unknownVersions(file, entries, rows, chosen),
			...observed.unreadable,
			...checkSources(file, rows, chosen, entries, readings, "source"),
			...rewritten.removed.map((row) => removedComponent(file, row, "warning")),
			...past.findings
		],
		refusal: refusalOf(file, blocking),
		markdown,
		rows: [...supported.values()],
		history: past.history,
		versions: tagsOf(chosen),
		lines
	};
}
async function supportedBy({ server, tagExists, digests, digestOf }, { section, entries, besides }, chosen) {
	let numbers = await numbersBeside(besides, entries, chosen, server, tagExists);
	let isShown = section.table !== null && digestColumn(section.table.head.map(({ text }) => text)) !== -1;
	let ask = digests || isShown ? digestOf : null;
	let supported = new Map();
	for (let entry of entries) {
		let version = chosen.get(entry.of.id);
		if (version === void 0) continue;
		supported.set(entry, {
			...supportedVersion(entry, version.tag, server),
			beside: entry.name === entry.of.name ? numbers.get(entry.of.id) ?? [] : [],
			images: ask === null ? null : await imagesOf(entry, version.version, ask)
		});
	}
	return supported;
}
async function historyFor({ workspace, train, server, past, historyFile, historyLength, ...request }, entries, chosen, supported) {
	if (past === null || historyFile === null) return {
		changes: [],
		findings: [],
		history: null
	};
	let next = chosen.get(leader(train).id);
	let before = (await releasedVersions(past, train)).filter(({ tag }) => tag !== next?.tag);
	let place = leader(train).matrix ?? {
		file: request.file,
		section: request.section
	};
	let releases = await Promise.all(before.slice(0, historyLength - (next === void 0 ? 0 : 1)).map((release) => pastMatrix(past, train, place, entries, besidesOf(train), release)));
	let { history, findings } = historyOf(train, next === void 0 ? null : {
		...next,
		supported
	}, releases, server);
	let json = historyFile.replace(/(?:\.[^./]*)?$/, ".json");
	return {
		changes: [await notesChange(workspace, historyFile, "Releases", renderTable(historyTable(train, history), "\n"), "holds the matrix of the last releases"), await workspace.change(json, `${JSON.stringify(history, null, 2)}\n`, "holds the same for other tools")].filter((change) => change !== null),
		findings,
		history
	};
}
async function backSinceLastRelease({ train, file, section, past }, { rows, entries, downgrades }) {
	let { id, matrix } = leader(train);
	let now = shownVersions$1(rows).get(id);
	if (past === null || now === void 0) return [];
	let before = (await releasedVersions(past, train)).find(({ version }) => compareVersions(version, now.version) < 0);
	if (before === void 0) return [];
	return checkAgainstPast(file, rows, await pastMatrix(past, train, matrix ?? {
		file,
		section
	}, entries, besidesOf(train), before), downgrades);
}
function withoutMatrix(file, name) {
	let [start, end] = markersFor(name);
	let findings = [{
		severity: "error",
		rule: "matrix-missing",
		message: `${file} has neither the comments “${start}” and “${end}” nor a heading “${name}”.`,
		advice: "Put the two comments, each on a line of its own, where the matrix belongs, and run the action in mode “update”.",
		file
	}];
	return {
		changes: [],
		findings,
		refusal: refusalOf(file, findings),
		markdown: "",
		rows: [],
		history: null,
		versions: {},
		lines: []
	};
}
const besidesOf = ({ components, downstream }) => [...components, ...downstream].flatMap(({ beside }) => beside.map(({ as }) => as));
function tagsOf(versions) {
	return Object.fromEntries([...versions].map(([id, { tag }]) => [id, tag]));
}
function unknownVersions(file, entries, rows, chosen) {
	return entries.filter(({ of, name }) => !chosen.has(of.id) && name === of.name).map((entry) => {
		let row = rows.find((one) => one.entry === entry);
		return {
			severity: "error",
			rule: row === void 0 ? "missing-component" : "not-a-version",
			message: `Nobody says which version of ${entry.name} belongs to this release; its row ${row === void 0 ? "is missing" : "stays as it is"}.`,
			advice: `Give it in the input “versions” (“${entry.of.id}=v1.2.3”), or name a file that says it under “versions:” in the manifest.`,
			file,
			...row !== void 0 && {
				line: row.line,
				column: row.column
			}
		};
	});
}
function refusalOf(file, findings) {
	let errors = findings.filter(({ severity }) => severity === "error");
	let [first] = errors;
	if (first === void 0) return null;
	let { line, column } = first;
	return new UserError(`${first.message}${errors.length === 1 ? "" : ` And ${errors.length - 1} more.`}`, {
		file: first.file ?? file,
		...line !== void 0 && { line },
		...column !== void 0 && { column },
		advice: first.advice
	});
}
function linesOf(entries, rows, chosen) {
	return entries.flatMap((entry) => {
		let next = chosen.get(entry.of.id);
		let row = rows.find((one) => one.entry === entry);
		if (next === void 0) return [];
		let before = row?.versions[0]?.text ?? null;
		return [{
			name: row?.name ?? entry.name,
			before,
			after: next.tag,
			because: next.because
		}];
	});
}
function reasonFor(lines, { removed }) {
	let moved = lines.filter(({ before, after }) => before !== after).map(({ name, after }) => `${name} ${after}`);
	let gone = removed.map(({ name }) => `without ${name}`);
	return [...moved, ...gone].join(", ") || "the table in straight columns, with links";
}
// packages/matrix/report.ts
function reportMatrix(plan, title) {
	let moved = plan.lines.filter(({ before, after }) => before !== after);
	return [
		heading(title),
		moved.length === 0 ? paragraph("Every version in the matrix stays.") : table([
			"Component",
			"Before",
			"After",
			"Says"
		], moved.map(({ name, before, after, because }) => [
			name,
			before ?? "–",
			after,
			because
		])),
		...plan.findings.length === 0 ? [] : [heading("What does not fit"), list(plan.findings.map(({ severity, rule, message, advice, ...place }) => [`${severity}: ${message} ${advice} `, code([rule, placeText(place)].filter((part) => part !== "").join(", "))]))],
		markdown(plan.markdown)
	];
}
// actions/tag-exists.ts
function tagExistsOn(github) {
	return async (repository, tag) => await tagCommit(github, parseRepository(repository, "repository"), tag) !== null;
}
export { reportMatrix as n, planMatrix as r, tagExistsOn as t };
