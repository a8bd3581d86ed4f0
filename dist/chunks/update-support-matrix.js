import { A as paragraph, D as list, F as UserError, O as markdown, S as code, T as heading, _ as text, d as flag, j as table, l as defineAction, m as manifestInput, p as list$1, u as choice, v as tokenInput, x as displayWidth, y as Workspace } from "./core.js";
import { P as tagCommit, V as GitHub, X as parseRepository } from "./github.js";
import { i as readSource, n as knownRepository, t as checkedOut } from "./repository.js";
import { a as loadForm, c as occurrences, l as sourceOf, n as findMember } from "./train.js";
import { i as problem, r as placeOf } from "./form.js";
import { l as suggestVersion, s as readVersion, t as compareVersions } from "./version.js";
import { t as TagTemplate } from "./tag-template.js";
import { n as renderTable, t as cellText } from "./render.js";
import { n as kindOf } from "./kind.js";
import { t as versionColumn } from "./version-column.js";
import { n as toldVersions } from "./told.js";
import { t as loadManifest } from "./manifest.js";
// packages/versions/markdown.ts
async function readMarkdown(source) {
	const { markdownBlocks } = await import("./markdown.js");
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
	const files = new Map();
	const readings = [];
	const findings = [];
	for (const place of written) try {
		const source = files.get(place.file) ?? await readSource(workspace, place.file);
		files.set(place.file, source);
		readings.push({
			...place,
			found: occurrences(source, await loadForm(place.form), place.key)
		});
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const { message, advice = "", place: at } = error;
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
// packages/matrix/check-sources.ts
function checkSources(file, rows, said, entries, readings, place) {
	return readings.flatMap(({ of, key, found }) => {
		const entry = entries.find((one) => one.of.id === of);
		const shown = said.get(of);
		if (entry === void 0 || shown === void 0) return [];
		const row = rows.find((one) => one.entry === entry);
		return [...new Map(found.map((one) => [one.value, one])).values()].flatMap((one) => {
			const verdict = judge(one, shown, entry);
			if (verdict === null) return [];
			const where = `${one.file}:${one.line}`;
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
// packages/matrix/choose.ts
function chooseVersions(entries, told, readings, rows) {
	const chosen = new Map();
	for (const { of, template } of entries) {
		const found = chosen.get(of.id) ?? fromInput(told.get(of.id)) ?? fromSources(of.id, template, readings) ?? fromRows(of.id, template, rows);
		if (found !== null) chosen.set(of.id, found);
	}
	return chosen;
}
function fromInput(release) {
	if (release === void 0) return null;
	const { template, version, build } = release;
	return {
		version,
		tag: template.format(version, build),
		because: "the input “versions”"
	};
}
function fromSources(id, template, readings) {
	for (const { of, found } of readings) {
		const first = of === id ? found.find(isReleased) : void 0;
		if (first?.version == null) continue;
		const read = template.parse(first.value);
		const tag = read !== null ? first.value : template.counts ? null : template.format(first.version);
		if (tag !== null) return {
			version: read?.version ?? first.version,
			tag,
			because: `${first.file}:${first.line}`
		};
	}
	return null;
}
function fromRows(id, template, rows) {
	for (const { entry, versions } of rows) {
		const text = entry?.of.id === id ? versions[0]?.text : void 0;
		const version = text === void 0 ? null : versionShown(text, template);
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
// packages/matrix/check-table.ts
function checkTable(source, table, rows, entries) {
	const missing = entries.filter((entry) => rows.every((row) => row.entry !== entry));
	const place = placeOf(source, table.start);
	return [
		...checkAlignment(source, table),
		...missing.map(({ name }) => error("missing-component", `${name} has no row in the matrix.`, "Run the action in mode “update”.", place)),
		...rows.flatMap((row) => [...checkRow(source.file, row, rows), ...checkCells(source.file, row)])
	];
}
function checkAlignment(source, table) {
	const lines = source.text.slice(table.start, table.end).split(/\r?\n/);
	const widths = [...new Set(lines.map((line) => displayWidth(line.trim())))].sort((a, b) => a - b);
	if (widths.length < 2) return [];
	return [{
		severity: "warning",
		rule: "misaligned-table",
		message: `The table's lines are ${widths.join(", ")} characters long: its columns are not straight.`,
		advice: "Run the action in mode “update”.",
		...placeOf(source, table.start)
	}];
}
function checkRow(file, row, rows) {
	if (row.entry === null) return row.versions.length === 0 ? [] : [removedComponent(file, row, "error")];
	const first = rows.find(({ entry }) => entry === row.entry);
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
	const { entry, versions, name } = row;
	if (entry === null) return [];
	if (versions.length === 0) return [error("not-a-version", `The matrix names no version of ${name}.`, "Run the action in mode “update”.", {
		file,
		...at(row)
	})];
	return versions.flatMap((shown) => {
		const place = {
			file,
			...at(shown)
		};
		const version = versionShown(shown.text, entry.template);
		if (version === null) {
			const right = suggestVersion(shown.text);
			const advice = right === null ? "Run the action in mode “update” with the released version." : `Write “${right}”.`;
			return [error("not-a-version", `“${shown.text}” of ${name} is no version.`, advice, place)];
		}
		if (isPlaceholder(version)) return [error("placeholder-version", `“${shown.text}” of ${name} stands for “not released yet”.`, "Run the action in mode “update” with the released version.", place)];
		const linked = shown.link?.tag;
		if (linked === void 0 || versionShown(linked, entry.template) === version || linked === shown.text) return [];
		return [error("link-differs", `The row of ${name} says ${shown.text} and links ${linked}.`, "Run the action in mode “update”.", place)];
	});
}
// packages/matrix/check-tags.ts
async function checkLinks(file, rows, own, exists) {
	const asked = rows.flatMap((row) => row.versions.flatMap((shown) => {
		const version = row.entry === null ? null : versionShown(shown.text, row.entry.template);
		if (row.entry === null || version === null) return [];
		const { of, template } = row.entry;
		const tag = template.parse(shown.text) !== null || template.counts ? shown.text : template.format(version);
		const targets = isPlaceholder(version) ? [] : [{
			rule: "tag-missing",
			repository: of.repository,
			tag
		}];
		if (shown.link !== null && shown.link.repository !== of.repository) targets.push({
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
	const answers = await Promise.all(asked.map(async ({ repository, tag }) => exists(repository, tag)));
	return asked.filter((_one, index) => answers[index] === false).map(({ rule, repository, tag, row, shown }) => error(rule, `The matrix says ${row.name} ${shown.text}; ${repository} has no tag “${tag}”.`, rule === "dead-link" ? "Link the repository that released it: run the action in mode “update”." : "Give the released version.", {
		file,
		...at(shown)
	}));
}
async function checkTags(file, entries, chosen, own, exists) {
	const members = [...new Map(entries.map(({ of }) => [of.id, of])).values()].filter(({ repository }) => repository !== own);
	return (await Promise.all(members.map(async ({ id, name, repository }) => {
		const { tag, because } = chosen.get(id) ?? {};
		if (tag === void 0 || await exists(repository, tag)) return [];
		return [error("tag-missing", `${name} ${tag} (${because ?? ""}): ${repository} has no tag “${tag}”.`, "Release it first, or give the version that was released.", { file })];
	}))).flat();
}
function checkDirection(file, rows, chosen, downgrades) {
	return rows.flatMap(({ entry, versions, name }) => {
		const shown = versions[0];
		const next = entry === null ? void 0 : chosen.get(entry.of.id);
		if (entry === null || shown === void 0 || next === void 0 || downgrades.has(entry.of.id)) return [];
		const before = versionShown(shown.text, entry.template);
		if (before === null || compareVersions(next.version, before) >= 0) return [];
		return [error("went-backwards", `${name} would go back from ${shown.text} to ${next.tag} (${next.because}).`, `If that is meant, name “${entry.of.id}” in the input “downgrades”.`, {
			file,
			...at(shown)
		})];
	});
}
// packages/matrix/audit.ts
async function auditMatrix(request) {
	const { source, name, section, rows, entries, told, readings, repository, tagExists } = request;
	const { file } = source;
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
		...checkTold(file, rows, told),
		...tagExists === null ? [] : await checkLinks(file, rows, repository, tagExists)
	];
}
function shownVersions$1(rows) {
	const shown = new Map();
	for (const { entry, versions, line } of rows) {
		const text = versions[0]?.text;
		const version = entry === null || text === void 0 ? null : versionShown(text, entry.template);
		if (entry !== null && text !== void 0 && version !== null && !shown.has(entry.of.id)) shown.set(entry.of.id, {
			tag: text,
			version,
			because: `line ${line}`
		});
	}
	return shown;
}
function checkTold(file, rows, told) {
	const first = shownVersions$1(rows);
	return rows.flatMap(({ entry, versions, name, line, column }) => {
		const [shown] = versions;
		const version = entry === null || shown === void 0 ? null : versionShown(shown.text, entry.template);
		if (entry === null || shown === void 0 || version === null) return [];
		const input = told.get(entry.of.id);
		const expected = input?.version ?? first.get(entry.of.id)?.version;
		if (expected === void 0 || expected === version) return [];
		const says = input === void 0 ? first.get(entry.of.id)?.because ?? "" : "the input “versions”";
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
// packages/matrix/entries.ts
function matrixEntries(train) {
	const below = (id) => train.external.filter(({ under }) => under === id);
	const components = train.components.flatMap((component) => [
		entry(component, component.name, null),
		...below(component.id).map((external) => entry(external, external.name, component.name)),
		...component.images.flatMap(({ row }) => row === null ? [] : [entry(component, row, component.name)])
	]);
	const own = train.external.filter(({ under }) => under === null);
	return [...components, ...own.map((external) => entry(external, external.name, null))];
}
function entry(of, name, under) {
	return {
		of,
		name,
		under,
		template: new TagTemplate(of.tag, `tag of ${of.id}`)
	};
}
const sameName = (a, b) => plain(a) === plain(b);
const plain = (name) => name.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, "");
// packages/matrix/rewrite.ts
function rewriteTable(source, table, rows, entries, chosen, server) {
	const head = table?.head.map(({ start, end }) => source.text.slice(start, end)) ?? ["Component", "Version"];
	const column = table === null ? 1 : versionColumn(table);
	refuseDoubles(source.file, rows);
	const removed = rows.filter(({ entry, versions }) => entry === null && versions.some(({ text }) => kindOf(text) !== null));
	const written = rows.filter((row) => !removed.includes(row)).map(({ entry, ...row }) => ({
		entry,
		cells: entry === null || !chosen.has(entry.of.id) ? row.cells : rewriteRow({
			entry,
			...row
		}, entry)
	}));
	for (const entry of entries) {
		if (!chosen.has(entry.of.id) || written.some((row) => row.entry === entry)) continue;
		const cells = head.map((_title, index) => index === 0 ? cellText(entry.name) : index === column ? linkTo(entry) : "");
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
	function linkTo(entry) {
		const tag = chosen.get(entry.of.id)?.tag ?? "";
		return `[${cellText(tag)}](${server}/${entry.of.repository}/releases/tag/${encodeURIComponent(tag).replaceAll("%2F", "/")})`;
	}
	function rewriteRow(row, entry) {
		return head.map((_title, index) => {
			const cell = row.cells[index] ?? "";
			if (index !== column) return cell;
			const shown = versionToReplace(source.file, row, entry);
			return shown === null ? linkTo(entry) : cell.slice(0, shown.from) + linkTo(entry) + cell.slice(shown.to);
		});
	}
}
function versionToReplace(file, { versions, name, cells, line, column }, entry) {
	const [only, second] = versions;
	if (only === void 0 && cells.every((cell, index) => index === 0 || cell === "")) return null;
	const own = versions.filter(({ link }) => link?.repository === entry.of.repository);
	const found = second === void 0 ? only : own.length === 1 ? own[0] : void 0;
	if (found !== void 0 && kindOf(found.text) !== null) return found;
	const seen = versions.map(({ text }) => `“${text}”`).join(" and ") || "no version";
	throw new UserError(`${file}:${line}:${column}: the cell of “${name}” holds ${seen}; one version was expected.`, {
		file,
		line,
		column,
		advice: `Write one version there, or one that links a release of ${entry.of.repository}.`
	});
}
function positionOf(entry, rows, entries) {
	const before = entries.slice(0, entries.indexOf(entry));
	const anchors = entry.under === null ? before : before.filter(({ name, under }) => name === entry.under || under === entry.under);
	for (const anchor of anchors.reverse()) {
		const index = rows.findIndex((row) => row.entry === anchor);
		if (index !== -1) return index + 1;
	}
	return entry.under === null ? 0 : rows.length;
}
function refuseDoubles(file, rows) {
	const seen = new Map();
	for (const row of rows) {
		if (row.entry === null) continue;
		const first = seen.get(row.entry);
		if (first !== void 0) {
			const { line, column } = row;
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
// packages/matrix/rows.ts
function readRows(source, table, entries) {
	const column = versionColumn(table);
	return table.rows.map((cells) => {
		const name = cells[0]?.text ?? "";
		const cell = cells[column];
		const versions = cell === void 0 ? [] : shownVersions(source, cell);
		const { line, column: at } = placeOf(source, cell?.start ?? cells[0]?.start ?? table.start);
		return {
			name,
			entry: entryOf(name, versions, entries),
			cells: cells.map(({ start, end }) => source.text.slice(start, end)),
			versions,
			line,
			column: at
		};
	});
}
function entryOf(name, versions, entries) {
	const named = entries.find((entry) => sameName(entry.name, name) || entry.name === entry.of.name && sameName(entry.of.id, name));
	if (named !== void 0) return named;
	const linked = versions[0]?.link?.repository;
	return entries.find(({ of, name: own }) => own === of.name && of.repository === linked) ?? null;
}
function shownVersions(source, cell) {
	const shown = (text, link, { start, end }) => {
		const { line, column } = placeOf(source, start);
		return {
			text,
			link,
			from: start - cell.start,
			to: end - cell.start,
			line,
			column
		};
	};
	if (cell.links.length === 0) return cell.text === "" ? [] : [shown(cell.text, null, cell)];
	return cell.links.filter(({ text }) => kindOf(text) !== null).map((link) => shown(link.text, releaseLink(link), link));
}
function releaseLink({ url }) {
	const [, repository, tag] = /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/(?:releases\/tag|tree)\/([^?#]+)/.exec(url) ?? [];
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
async function findSection(source, name) {
	const blocks = await readMarkdown(source);
	const bounds = markedBounds(source, blocks, name) ?? headedBounds(source, blocks, name);
	if (bounds === null) return null;
	const inside = blocks.filter(({ start, end }) => start >= bounds.start && end <= bounds.end);
	const [table, second] = inside.filter((block) => block.kind === "table");
	if (second !== void 0) throw problem(source, second.start, `a second table stands in “${name}”.`, "Keep one table there, or move the other out of the section.");
	const html = inside.find((block) => block.kind === "html" && /<table/i.test(block.text));
	if (table === void 0 && html !== void 0) throw problem(source, html.start, `the matrix in “${name}” is HTML.`, "Write it as a Markdown table once: | Component | Version |.");
	return {
		table: table?.table ?? null,
		end: bounds.end
	};
}
async function requireSection(source, name) {
	const found = await findSection(source, name);
	if (found !== null) return found;
	throw new UserError(`${source.file} has neither the comments “${marker(name, "start")}” and “${marker(name, "end")}” nor a heading “${name}”.`, {
		file: source.file,
		advice: "Put the two comments, each on a line of its own, where the matrix belongs."
	});
}
const marker = (name, edge) => `<!-- ${name} ${edge} -->`;
function markedBounds(source, blocks, name) {
	const comments = blocks.flatMap((block) => {
		if (block.kind !== "html") return [];
		return [...source.text.slice(block.start, block.end).matchAll(/<!--\s*([\s\S]*?)\s*-->/g)].map((match) => ({
			says: match[1] ?? "",
			start: block.start + match.index,
			end: block.start + match.index + match[0].length
		}));
	});
	const starts = comments.filter(({ says }) => says === `${name} start`);
	const ends = comments.filter(({ says }) => says === `${name} end`);
	const [start, end] = [starts[0], ends[0]];
	if (start === void 0 && end === void 0) return null;
	const doubled = starts[1] ?? ends[1];
	if (doubled !== void 0) {
		const line = placeOf(source, (starts[1] === void 0 ? end : start)?.start ?? 0).line;
		throw problem(source, doubled.start, `“<!-- ${doubled.says} -->” stands on line ${line} already.`, "Keep one pair of comments.");
	}
	if (start === void 0 || end === void 0) {
		const edge = start === void 0 ? "start" : "end";
		throw problem(source, (start ?? end)?.start ?? 0, `“${marker(name, edge)}” is missing.`, "Put it around the table, on a line of its own.");
	}
	if (start.start > end.start) throw problem(source, end.start, `“${marker(name, "end")}” stands before its start.`, "Exchange the two comments.");
	return {
		start: start.end,
		end: end.start
	};
}
function headedBounds(source, blocks, name) {
	const headings = blocks.filter((block) => block.kind === "heading");
	const [found, second] = headings.filter(({ text }) => text.trim().toLowerCase() === name.toLowerCase());
	if (found === void 0) return null;
	if (second !== void 0) throw problem(source, second.start, `a second heading is called “${name}”.`, `Mark the right one: “${marker(name, "start")}”, “${marker(name, "end")}”.`);
	const next = headings.find(({ start, depth }) => start > found.start && depth <= found.depth);
	return {
		start: found.end,
		end: next?.start ?? source.text.length
	};
}
// packages/matrix/splice.ts
const newlineOf = ({ text }) => text.includes("\r\n") ? "\r\n" : "\n";
function replaceTable(source, { table, end }, text) {
	const [before, after] = [source.text.slice(0, table?.start ?? end), source.text.slice(table?.end ?? end)];
	if (table !== null) return before + text + after;
	const newline = newlineOf(source);
	return `${before}${/\n[ \t]*\r?\n$/.test(before) ? "" : before.endsWith("\n") ? newline : newline + newline}${text}${newline}${after === "" || /^(?:\r?\n|<!--)/.test(after) ? "" : newline}${after}`;
}
async function notesChange(workspace, file, name, text) {
	const source = sourceOf(file, await workspace.read(file, "notes-file") ?? Buffer.alloc(0));
	const newline = newlineOf(source);
	const table = text.replaceAll("\r\n", "\n").replaceAll("\n", newline);
	const section = await findSection(source, name);
	const gap = source.text === "" ? "" : source.text.endsWith("\n") ? newline : newline + newline;
	const content = section === null ? `${source.text}${gap}## ${name}${newline}${newline}${table}${newline}` : replaceTable(source, section, table);
	return workspace.change(file, content, `holds the ${name}`);
}
// packages/matrix/plan.ts
async function planMatrix(request) {
	const { workspace, train, file, section: name, repository, tagExists } = request;
	const entries = matrixEntries(train);
	const told = toldVersions(train, request.versions, "versions");
	const downgrades = new Set(request.downgrades.map((given) => findMember(train, given, "Input “downgrades”").id));
	const source = await readSource(workspace, file);
	const section = await requireSection(source, name);
	const rows = section.table === null ? [] : readRows(source, section.table, entries);
	const { readings, findings: unreadable } = await readSources(workspace, request.sources ? knownRepository(train, repository).versions : []);
	if (request.mode === "check") {
		const audit = await auditMatrix({
			...request,
			source,
			name,
			section,
			rows,
			entries,
			told,
			readings
		});
		const findings = [...unreadable, ...audit];
		return {
			changes: [],
			findings,
			refusal: refusalOf(file, findings),
			markdown: source.text.slice(section.table?.start ?? 0, section.table?.end ?? 0),
			versions: tagsOf(shownVersions$1(rows)),
			lines: []
		};
	}
	const chosen = chooseVersions(entries, told, readings, rows);
	const rewritten = rewriteTable(source, section.table, rows, entries, chosen, request.server);
	const markdown = renderTable(rewritten.table, newlineOf(source));
	const lines = linesOf(entries, rows, chosen);
	const blocking = [...checkDirection(file, rows, chosen, downgrades), ...tagExists === null ? [] : await checkTags(file, entries, chosen, repository, tagExists)];
	return {
		changes: [await workspace.change(file, replaceTable(source, section, markdown), reasonFor(lines, rewritten)), request.notesFile === null ? null : await notesChange(workspace, request.notesFile, name, markdown)].filter((change) => change !== null),
		findings: [
			...blocking,
			...unknownVersions(file, entries, rows, chosen),
			...unreadable,
			...checkSources(file, rows, chosen, entries, readings, "source"),
			...rewritten.removed.map((row) => removedComponent(file, row, "warning"))
		],
		refusal: refusalOf(file, blocking),
		markdown,
		versions: tagsOf(chosen),
		lines
	};
}
function tagsOf(versions) {
	return Object.fromEntries([...versions].map(([id, { tag }]) => [id, tag]));
}
function unknownVersions(file, entries, rows, chosen) {
	return entries.filter(({ of, name }) => !chosen.has(of.id) && name === of.name).map((entry) => {
		const row = rows.find((one) => one.entry === entry);
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
	const errors = findings.filter(({ severity }) => severity === "error");
	const [first] = errors;
	if (first === void 0) return null;
	const { line, column } = first;
	return new UserError(`${first.message}${errors.length === 1 ? "" : ` And ${errors.length - 1} more.`}`, {
		file: first.file ?? file,
		...line !== void 0 && { line },
		...column !== void 0 && { column },
		advice: first.advice
	});
}
function linesOf(entries, rows, chosen) {
	return entries.flatMap((entry) => {
		const next = chosen.get(entry.of.id);
		const row = rows.find((one) => one.entry === entry);
		if (next === void 0) return [];
		const before = row?.versions[0]?.text ?? null;
		return [{
			name: row?.name ?? entry.name,
			before,
			after: next.tag,
			because: next.because
		}];
	});
}
function reasonFor(lines, { removed }) {
	const moved = lines.filter(({ before, after }) => before !== after).map(({ name, after }) => `${name} ${after}`);
	const gone = removed.map(({ name }) => `without ${name}`);
	return [...moved, ...gone].join(", ") || "the table in straight columns, with links";
}
// packages/matrix/report.ts
function reportMatrix(plan, title) {
	const moved = plan.lines.filter(({ before, after }) => before !== after);
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
		...plan.findings.length === 0 ? [] : [heading("What does not fit"), list(plan.findings.map(({ severity, rule, message, advice, file, line }) => [`${severity}: ${message} ${advice} `, code(`${rule}${file === void 0 ? "" : `, ${file}${line === void 0 ? "" : `:${line}`}`}`)]))],
		markdown(plan.markdown)
	];
}
// actions/update-support-matrix/action.ts
var action_default = defineAction({
	name: "update-support-matrix",
	title: "Update the support matrix",
	description: "Keeps the table of the versions that belong together: each version from its source of truth, compared with every other place where it is written, checked to be a real tag, linked, in straight columns. Nothing outside the table changes.",
	branding: {
		icon: "grid",
		color: "blue"
	},
	permissions: { contents: "read" },
	inputs: {
		file: text({
			description: "The Markdown file that holds the matrix.",
			default: "README.md"
		}),
		section: text({
			description: "Name of the comments around the matrix (`<!-- NAME start -->`, `<!-- NAME end -->`), or of the heading above it.",
			default: "Compatibility Matrix"
		}),
		versions: list$1({
			description: "Versions of this release, one a line: `Component=vX.Y.Z`. A component that is not named keeps what its source of truth says: the first place that the manifest names, else the matrix itself.",
			example: "mcad=v1.40.0",
			commas: true
		}),
		downgrades: list$1({
			description: "Components whose version may go back; for any other one that is refused.",
			example: "kuberay",
			commas: true
		}),
		verify: flag({
			description: "Every version must be a tag of the linked repository. Tags of the repository itself are left out: they are made after the matrix.",
			default: "true"
		}),
		sources: flag({
			description: "Take versions from, and compare them with, every file that the manifest names for this repository.",
			default: "true"
		}),
		mode: choice(["update", "check"], {
			description: "`update` writes the matrix; `check` writes nothing and fails on what is wrong with it.",
			default: "update"
		}),
		"notes-file": text({ description: "A Markdown file, release notes for instance, that also gets the matrix." }),
		repository: text({
			description: "The repository that is checked out, `OWNER/NAME`, as the manifest knows it. Default: the one that the workflow runs in.",
			example: "opendatahub-io/distributed-workloads"
		}),
		manifest: manifestInput(),
		token: tokenInput("`contents: read`; other repositories of the train are asked for their public tags")
	},
	outputs: {
		matrix: "The table, as Markdown.",
		versions: "JSON object: the tag of each component by its id.",
		inconsistencies: "JSON array of findings: `{severity, rule, message, advice, file, line, column}`."
	},
	async plan(inputs, { environment, workspace: root, log, signal }) {
		const workspace = new Workspace(root);
		const github = new GitHub({
			token: inputs.token,
			environment,
			signal,
			log: (line) => log.info(line)
		});
		const tagExists = async (repository, tag) => await tagCommit(github, parseRepository(repository, "repository"), tag) !== null;
		const plan = await planMatrix({
			...inputs,
			workspace,
			train: await loadManifest(workspace, inputs.manifest),
			repository: checkedOut(inputs.repository, environment),
			server: github.serverUrl,
			tagExists: inputs.verify ? tagExists : null,
			notesFile: inputs["notes-file"] === "" ? null : inputs["notes-file"]
		});
		return {
			changes: plan.changes,
			findings: plan.findings,
			...plan.refusal !== null && { refusal: plan.refusal },
			outputs: () => ({
				matrix: plan.markdown,
				versions: plan.versions,
				inconsistencies: plan.findings
			}),
			report: () => reportMatrix(plan, inputs.section)
		};
	}
});
export { action_default as default };
