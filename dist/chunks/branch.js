import { C as list, D as table, E as paragraph, M as ReportedError, P as UserError, S as link, b as details, i as renderMarkdown, v as code, x as heading } from "./core.js";
import { i as parseDocument, o as LineCounter } from "./yaml.js";
import { $ as RequestRefused, J as fullName, K as listFiles, L as commitOnBranch, N as branchHead, P as createRef, U as readBlobs, W as blobName, et as RequestUnanswered } from "./github.js";
import { _ as safeParse, a as literal, c as minValue, d as object, f as parse$1, g as regex, l as nullable, m as pipe, n as check, o as maxValue, p as picklist, r as getDotPath, t as array, u as number, x as variant, y as string } from "./dist.js";
import { createHash } from "node:crypto";
// packages/action/html.ts
function escapeHtml(text) {
	return text.replaceAll(SPECIAL, (character) => ENTITIES[character] ?? character).replaceAll(CONTROL, "�");
}
function safeHref(href) {
	return /^(?:https?:\/\/|#)[^\s"'<>]*$/.test(href) ? escapeHtml(href) : void 0;
}
const SPECIAL = /[&<>"']/g;
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;
// packages/action/html-report.ts
function renderHtml(report, ofMarkdown = preformatted) {
	return report.map((block) => blockHtml(block, ofMarkdown)).join("\n");
}
function inlineHtml(inline) {
	if (typeof inline == "string") return escapeHtml(inline);
	if ("code" in inline) return inline.code === "" ? "" : `<code>${escapeHtml(inline.code)}</code>`;
	if ("link" in inline) {
		let href = safeHref(inline.href);
		return href === void 0 ? escapeHtml(inline.link) : `<a href="${href}">${escapeHtml(inline.link)}</a>`;
	}
	return inline.map(inlineHtml).join("");
}
function tableHtml(head, rows) {
	return `<div class="scroll"><table><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join("")}</tr></thead><tbody>\n${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("\n")}\n</tbody></table></div>`;
}
function detailsHtml(summary, body, id) {
	return `<details${id === void 0 ? "" : ` id="${escapeHtml(id)}"`}><summary>${summary}</summary>\n${body}\n</details>`;
}
function blockHtml(block, ofMarkdown) {
	switch (block.kind) {
		case "heading": return `<h4>${inlineHtml(block.text)}</h4>`;
		case "paragraph": return `<p>${inlineHtml(block.text)}</p>`;
		case "list": return `<ul>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join("")}</ul>`;
		case "table": return tableHtml(block.head.map(inlineHtml), block.rows.map((row) => row.map(inlineHtml)));
		case "code":
		case "mermaid": return preformatted(block.text);
		case "details": return detailsHtml(inlineHtml(block.summary), renderHtml(block.blocks, ofMarkdown));
		case "markdown": return ofMarkdown(block.text);
	}
}
function preformatted(text) {
	return `<pre><code>${escapeHtml(text.replace(/\n$/, ""))}</code></pre>`;
}
// packages/nightly/watchdog/cron.ts
const MONTHS$1 = [
	"jan",
	"feb",
	"mar",
	"apr",
	"may",
	"jun",
	"jul",
	"aug",
	"sep",
	"oct",
	"nov",
	"dec"
];
const WEEKDAYS = [
	"sun",
	"mon",
	"tue",
	"wed",
	"thu",
	"fri",
	"sat"
];
function parseCron(text) {
	let fields = text.trim().split(/\s+/);
	let [minute, hour, day, month, weekday] = fields;
	if (minute === void 0 || hour === void 0 || day === void 0 || month === void 0 || weekday === void 0 || fields.length > 5) throw wrong(text, "it has to have five fields: minute, hour, day, month, day of the week");
	return {
		minutes: parseField(text, minute, 0, 59),
		hours: parseField(text, hour, 0, 23),
		days: parseField(text, day, 1, 31),
		months: parseField(text, month, 1, 12, MONTHS$1),
		weekdays: parseField(text, weekday, 0, 6, WEEKDAYS),
		eitherDay: !day.startsWith("*") && !weekday.startsWith("*")
	};
}
function parseField(text, field, first, last, names) {
	let numbers = new Set();
	let numberOf = (word) => {
		let named = names?.indexOf(word.toLowerCase()) ?? -1;
		let number = named >= 0 ? named + first : /^\d{1,2}$/.test(word) ? Number(word) : NaN;
		if (!(number >= first && number <= last)) throw wrong(text, `“${word}” is not between ${first} and ${last}`);
		return number;
	};
	for (let part of field.split(",")) {
		let [, range, from, to, step] = /^(\*|(\w+)(?:-(\w+))?)(?:\/(\d{1,2}))?$/.exec(part) ?? [];
		if (range === void 0 || step === "0") throw wrong(text, `“${part}” is no list, range or step`);
		let start = from === void 0 ? first : numberOf(from);
		let end = to === void 0 ? from === void 0 || step !== void 0 ? last : start : numberOf(to);
		if (end < start) throw wrong(text, `“${part}” ends before it begins`);
		for (let number = start; number <= end; number += Number(step ?? 1)) numbers.add(number);
	}
	return numbers;
}
function wrong(cron, why) {
	return new UserError(`The schedule “${cron}” cannot be read: ${why}.`, { advice: "Write it as GitHub takes it, for example “30 2 * * *” for half past two each night." });
}
const MINUTE = 6e4;
const DAY = 1440 * MINUTE;
function firings(cron, zone, from, until, most) {
	let found = [];
	let clock = new Clock(zone);
	let last = from.getTime();
	let startOfDay = Math.floor((from.getTime() + clock.offset(from.getTime())) / DAY) * DAY;
	let hours = [...cron.hours].sort((a, b) => a - b);
	let minutes = [...cron.minutes].sort((a, b) => a - b);
	for (let day = startOfDay; day - 2 * DAY < until.getTime(); day += DAY) {
		if (!isDay(cron, new Date(day))) continue;
		for (let hour of hours) for (let minute of minutes) {
			let at = clock.instant(day + (hour * 60 + minute) * MINUTE);
			if (at > until.getTime() || found.length === most) return found;
			if (at <= last) continue;
			last = at;
			found.push(new Date(at));
		}
	}
	return found;
}
function isDay({ days, months, weekdays, eitherDay }, day) {
	if (!months.has(day.getUTCMonth() + 1)) return !1;
	let [isOfMonth, isOfWeek] = [days.has(day.getUTCDate()), weekdays.has(day.getUTCDay())];
	return eitherDay ? isOfMonth || isOfWeek : isOfMonth && isOfWeek;
}
var Clock = class {
	#format;
	constructor(zone) {
		try {
			let parts = {
				year: "numeric",
				month: "numeric",
				day: "numeric",
				hour: "numeric",
				minute: "numeric"
			};
			this.#format = new Intl.DateTimeFormat("en-u-ca-iso8601", {
				...parts,
				hourCycle: "h23",
				timeZone: zone
			});
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			throw new UserError(`“${zone}” is no time zone.`, { advice: "Give its IANA name, for example “Europe/Berlin”." });
		}
	}
	offset(instant) {
		let found = new Map(this.#format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
		let part = (name) => found.get(name) ?? 0;
		return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")) - Math.floor(instant / MINUTE) * MINUTE;
	}
	instant(local) {
		let [before, after] = [this.offset(local - DAY), this.offset(local + DAY)];
		for (let offset of [before, after]) if (this.offset(local - offset) === offset) return local - offset;
		let [low, high] = [local - after, local - before];
		for (; high - low > MINUTE;) {
			let middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE;
			this.offset(middle) === before ? low = middle : high = middle;
		}
		return high;
	}
};
// packages/nightly/watchdog/schedule.ts
function runsNightly(workflow) {
	return /^\s*(?:-\s+)?uses:\s*['"]?[\w./-]*\bnightly-integration(?:\.ya?ml)?(?:@|['"]?\s*(?:#|$))/m.test(workflow);
}
function readSchedules(text, file) {
	let lines = new LineCounter();
	let document = parseDocument(text, { lineCounter: lines });
	let [error] = document.errors;
	if (error !== void 0) {
		let { line } = lines.linePos(error.pos[0]);
		throw new UserError(`${file} is no YAML: ${error.message.split("\n")[0] ?? ""}`, {
			file,
			line,
			advice: "Correct it."
		});
	}
	let schedules = memberOf(memberOf(document.toJS(), "on"), "schedule");
	if (!Array.isArray(schedules)) return [];
	return schedules.map((one) => {
		let [cron, zone] = [memberOf(one, "cron"), memberOf(one, "timezone") ?? "UTC"];
		if (typeof cron != "string" || typeof zone != "string") throw new UserError(`${file}: a schedule has no “cron”.`, {
			file,
			advice: "Give it one, as text in quotes."
		});
		return {
			cron: parseCron(cron),
			zone
		};
	});
}
function memberOf(value, name) {
	return typeof value == "object" && value ? Object.entries(value).find(([key]) => key === name)?.[1] : void 0;
}
// packages/nightly/page/words.ts
const VERDICTS = {
	accepted: {
		symbol: "✓",
		word: "accepted",
		tone: "good",
		colour: "#1a7f4b"
	},
	rejected: {
		symbol: "✗",
		word: "rejected",
		tone: "bad",
		colour: "#b3261e"
	},
	flaky: {
		symbol: "≈",
		word: "flaky",
		tone: "wait",
		colour: "#8a6100"
	},
	environment: {
		symbol: "!",
		word: "environment",
		tone: "outside",
		colour: "#7a3fa0"
	},
	inconclusive: {
		symbol: "?",
		word: "inconclusive",
		tone: "quiet",
		colour: "#5a6675"
	},
	unchanged: {
		symbol: "=",
		word: "unchanged",
		tone: "quiet",
		colour: "#5a6675"
	}
};
function dayOf({ at }) {
	return at.slice(0, 10);
}
function minuteOf({ at }) {
	return `${at.slice(0, 10)} ${at.slice(11, 16)}`;
}
function short(name) {
	let hex = name.slice(name.indexOf(":") + 1);
	return /^[0-9a-f]{40}$/.test(hex) ? hex.slice(0, 7) : hex.slice(0, 12);
}
function count(number, what) {
	return `${number} ${what}${number === 1 ? "" : "s"}`;
}
function percent(probability) {
	return `${Math.min(99, Math.max(1, Math.round(probability * 100)))} %`;
}
const COUNTED = 1e3;
function watchNights({ workflow, nights, now, running }) {
	let disabled = disabledFinding(workflow);
	let last = nights.at(-1);
	if (last === void 0) return disabled;
	let schedules;
	let expected;
	try {
		schedules = readSchedules(workflow.text, workflow.file);
		expected = expectedBetween(schedules, new Date(last.at), new Date(now));
	} catch (error) {
		if (!(error instanceof ReportedError)) throw error;
		return [...disabled, unreadable(workflow, error)];
	}
	let tonight = running ? expected.at(-1) : void 0;
	let missing = running ? expected.slice(0, -1) : expected.filter((at) => Date.parse(now) - at.getTime() > 288e5);
	let late = tonight === void 0 ? 0 : Date.parse(now) - tonight.getTime();
	return [
		...disabled,
		...missing.length === 0 ? [] : [missed(workflow, missing, last, disabled.length > 0)],
		...late > 72e5 && tonight !== void 0 ? [delayed(workflow, tonight, late)] : []
	];
}
function expectedBetween(schedules, from, until) {
	let times = schedules.flatMap(({ cron, zone }) => firings(cron, zone, from, until, COUNTED));
	return [...new Set(times.map((at) => at.getTime()))].sort((a, b) => a - b).map((at) => new Date(at));
}
function missed({ file, url }, missing, last, isDisabled) {
	let named = missing.slice(0, 5).map(shown).join(", ");
	let more = missing.length > 5 ? ` and ${missing.length >= COUNTED ? "many" : missing.length - 5} more` : "";
	return {
		severity: "warning",
		rule: "nightly-missed",
		file,
		message: `${missing.length === 1 ? "A night is missing" : `${missing.length} nights are missing`} since that of ${minuteOf(last)} UTC: the schedule expected ${named}${more}.`,
		advice: isDisabled ? "Enable the workflow as said above, then run it by hand to catch up." : `GitHub drops a schedule when it is busy, and stops it after sixty days without activity in a public repository; a run that was cancelled leaves no record either. See ${url} whether it is enabled, and run it by hand to catch up.`
	};
}
function delayed({ file }, at, late) {
	return {
		severity: "info",
		rule: "nightly-late",
		file,
		message: `This night was due at ${shown(at)} UTC and began ${Math.round(late / 36e5)} hours later.`,
		advice: "GitHub is busiest at the start of an hour: choose an odd minute."
	};
}
function disabledFinding({ file, state, url }) {
	if (state === null || state === "active") return [];
	return [{
		severity: "warning",
		rule: "nightly-disabled",
		file,
		message: `No night will come: ${state === "disabled_inactivity" ? "GitHub has stopped its schedule after sixty days without activity in the repository" : `it is ${state.replaceAll("_", " ")}`}.`,
		advice: `Enable the workflow at ${url}.`
	}];
}
function unreadable({ file }, error) {
	return {
		severity: "warning",
		rule: "nightly-schedule-unreadable",
		file,
		...error.place.line !== void 0 && { line: error.place.line },
		message: `Whether nights are missing is not known. ${error.message}`,
		advice: error.advice ?? "Correct the schedule."
	};
}
function shown(at) {
	return at.toISOString().slice(0, 16).replace("T", " ");
}
// packages/nightly/history/line.ts
function writeLine(record) {
	return JSON.stringify(parse$1(RECORD, record));
}
function readLines(text, file) {
	let lines = text.split("\n");
	lines.at(-1) === "" && lines.pop();
	return lines.map((line, index) => {
		let read = safeParse(RECORD, parse(line));
		if (read.success) return read.output;
		let [issue] = read.issues;
		let path = getDotPath(issue);
		throw corrupted(file, index + 1, path === null ? "this line is no record of a night" : `${path}: ${issue.message}`);
	});
}
function corrupted(file, line, what) {
	return new UserError(`The history is damaged: ${file}, line ${line}: ${what}.`, {
		file,
		line,
		advice: "Nothing was overwritten. Look at what changed the line last (`git log -p` of the file), restore or remove it, then run again. A line of a newer version of this action needs that version."
	});
}
function parse(line) {
	try {
		return JSON.parse(line);
	} catch {
		return;
	}
}
const text = string();
const texts = array(string());
const maybe = nullable(string());
const DIGEST = pipe(text, regex(/^sha(?:256:[0-9a-f]{64}|512:[0-9a-f]{128})$/, "must be a digest"));
const PAYLOAD_ID = pipe(text, regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits"));
const TIME = pipe(text, regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/, "must be a time in UTC"), check((time) => !Number.isNaN(Date.parse(time)), "must be a time in UTC"));
const TRIAL = {
	id: text,
	base: nullable(PAYLOAD_ID),
	candidate: PAYLOAD_ID,
	moved: nullable(texts),
	outcome: picklist([
		"passed",
		"failed",
		"other",
		"infrastructure"
	]),
	failing: texts,
	detail: text,
	minutes: pipe(number(), minValue(0)),
	at: TIME
};
const CULPRIT = object({
	components: array(object({
		component: text,
		repository: maybe,
		before: DIGEST,
		after: DIGEST,
		commits: object({
			before: maybe,
			after: maybe
		}),
		compare: maybe
	})),
	probability: pipe(number(), minValue(0), maxValue(1))
});
const RECORD = variant("record", [object({
	record: literal("trial"),
	...TRIAL
}), object({
	record: literal("night"),
	id: pipe(text, regex(/^[\w.-]{1,100}$/, "must be the name of a night")),
	at: TIME,
	verdict: picklist([
		"accepted",
		"rejected",
		"flaky",
		"environment",
		"inconclusive",
		"unchanged"
	]),
	reason: text,
	run: maybe,
	url: maybe,
	base: nullable(PAYLOAD_ID),
	changed: texts,
	failing: texts,
	signature: maybe,
	culprit: nullable(CULPRIT),
	payload: object({
		id: PAYLOAD_ID,
		images: array(object({
			component: text,
			reference: text,
			digest: DIGEST,
			revision: maybe,
			version: maybe,
			repository: maybe
		}))
	}),
	trials: array(object(TRIAL))
})]);
// packages/nightly/history/log.ts
function isLogFile(path) {
	return /^nights\/\d{4}-\d{2}\.jsonl$/.test(path);
}
function readLog(files) {
	let records = [];
	let nights = new Map();
	for (let [file, text] of [...files].filter(([path]) => isLogFile(path)).sort(([a], [b]) => a < b ? -1 : 1)) for (let [index, record] of readLines(text, file).entries()) {
		let known = record.record === "night" ? nights.get(record.id) : void 0;
		if (known !== void 0 && record.record === "night") throw corrupted(file, index + 1, `night ${record.id} is in ${known} already`);
		record.record === "night" && nights.set(record.id, `${file}, line ${index + 1},`);
		records.push(record);
	}
	return records;
}
function nightsOf(records) {
	return records.flatMap((one) => {
		if (one.record === "trial") return [];
		let { record: _record, ...night } = one;
		return [night];
	}).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
function withRecord(files, record) {
	let known = readLog(files);
	let line = writeLine(record);
	if (known.some((one) => writeLine(one) === line)) return null;
	let twin = record.record === "night" && known.find((one) => one.record === "night" && one.id === record.id);
	if (twin !== !1 && twin !== void 0) throw recordedTwice(twin);
	let path = `nights/${record.at.slice(0, 7)}.jsonl`;
	let text = files.get(path) ?? "";
	return [path, `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${line}\n`];
}
function recordedTwice(twin) {
	let where = twin.record === "night" && twin.url !== null ? ` by ${twin.url}` : "";
	return new UserError(`This night was recorded${where} while this run was under way. Nothing was overwritten.`, { advice: "Two runs tested the same payload at once. Give the workflow a concurrency group, and take what the other run says." });
}
// packages/nightly/page/badge.ts
function badge(nights) {
	let night = nights.findLast(({ verdict }) => verdict !== "unchanged");
	let { word, colour } = night === void 0 ? {
		word: "no night yet",
		colour: "#5a6675"
	} : VERDICTS[night.verdict];
	let value = night === void 0 ? word : `${word} ${dayOf(night)}`;
	let [left, right] = [widthOf("nightly"), widthOf(value)];
	let said = escapeHtml(`nightly: ${value}`);
	let label = (text, start, width) => `<text x="${start + width / 2}" y="14" textLength="${width - 12}">${escapeHtml(text)}</text>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" viewBox="0 0 ${left + right} 20" role="img" aria-label="${said}">
<title>${said}</title>
<clipPath id="r"><rect width="${left + right}" height="20" rx="4"/></clipPath>
<g clip-path="url(#r)"><rect width="${left}" height="20" fill="#3d444d"/><rect x="${left}" width="${right}" height="20" fill="${colour}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">${label("nightly", 0, left)}${label(value, left, right)}</g>
</svg>
`;
}
function widthOf(text) {
	let pixels = text.split("").reduce((sum, letter) => sum + (/[il.\-:]/.test(letter) ? 4 : /[mw]/.test(letter) ? 10 : 7), 0);
	return Math.round(pixels) + 12;
}
// packages/nightly/history/flakes.ts
function flakeCounts(records) {
	let sound = nightsOf(records).slice(-60).flatMap((night) => night.trials.filter((trial) => isSound(night, trial)));
	let count = (outcome) => sound.filter((trial) => trial.outcome === outcome).length;
	return {
		passes: count("passed"),
		failures: count("failed")
	};
}
function isSound({ verdict, culprit }, { moved }) {
	if (verdict === "accepted" || verdict === "flaky") return !0;
	if (verdict !== "rejected" || culprit === null || moved === null) return !1;
	let guilty = culprit.components.map(({ component }) => component);
	return !moved.some((one) => one.includes("@") && guilty.includes(one.slice(0, one.indexOf("@")))) && !guilty.every((component) => moved.includes(component));
}
// packages/nightly/page/grid.ts
const MONTHS = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec"
];
function grid(nights) {
	let columns = nights.map((night, index) => ({
		night,
		former: nights[index - 1]
	})).reverse();
	let months = grouped(columns.map(({ night }) => night.at.slice(0, 7))).map(([month, span]) => `<th colspan="${span}" scope="colgroup">${monthName(month, span)}</th>`).join("");
	let days = columns.map(({ night }) => `<th scope="col">${linked(night, String(Number(night.at.slice(8, 10))))}</th>`);
	let verdicts = columns.map(({ night }) => {
		let { symbol, word, tone } = VERDICTS[night.verdict];
		return `<td class="${tone}" title="${escapeHtml(`${minuteOf(night)} UTC: ${word}. ${night.reason}`)}">${linked(night, symbol, `${dayOf(night)}: ${word}`)}</td>`;
	});
	let rows = componentsOf(nights).map((component) => {
		let cells = columns.map(({ night, former }) => cell(component, night, former));
		return `<tr><th scope="row" title="${escapeHtml(component)}">${escapeHtml(component)}</th>${cells.join("")}</tr>`;
	});
	return `<div class="scroll"><table class="grid">
<thead><tr><th></th>${months}</tr><tr><th scope="row">Night</th>${days.join("")}</tr></thead>
<tbody><tr class="verdicts"><th scope="row">Verdict</th>${verdicts.join("")}</tr>
${rows.join("\n")}</tbody></table></div>`;
}
function anchorOf({ id }) {
	return `night-${id}`;
}
function cell(component, night, former) {
	let { tone } = VERDICTS[night.verdict];
	let image = imageOf(component, night);
	if (image === void 0) return "<td class=\"none\"></td>";
	let before = former === void 0 ? void 0 : imageOf(component, former);
	let isNew = before?.digest !== image.digest;
	let isGuilty = night.culprit?.components.some((one) => one.component === component) ?? !1;
	if (!isNew && !isGuilty) return `<td class="${tone}"></td>`;
	let moved = before === void 0 ? `new: ${nameOf(image)}` : `${nameOf(before)} → ${nameOf(image)}`;
	let said = [
		`${component} on ${dayOf(night)}`,
		isNew ? moved : "",
		isGuilty ? "to blame" : ""
	].filter(Boolean);
	return `<td class="${isGuilty ? "guilty" : tone}" title="${escapeHtml(said.join(", "))}">${linked(night, isGuilty ? "✗" : "●", said.join(", "))}</td>`;
}
function linked(night, text, said) {
	let label = said === void 0 ? "" : ` aria-label="${escapeHtml(said)}"`;
	return `<a href="#${escapeHtml(anchorOf(night))}"${label}>${escapeHtml(text)}</a>`;
}
function imageOf(component, { payload }) {
	return payload.images.find((image) => image.component === component);
}
function nameOf({ revision, digest }) {
	return short(revision ?? digest);
}
function componentsOf(nights) {
	let all = nights.toReversed().flatMap(({ payload }) => payload.images.map(({ component }) => component));
	return [...new Set(all)];
}
function grouped(values) {
	let groups = [];
	for (let value of values) {
		let last = groups.at(-1);
		last?.[0] === value ? last[1] += 1 : groups.push([value, 1]);
	}
	return groups;
}
function monthName(month, span) {
	let name = MONTHS[Number(month.slice(5)) - 1] ?? month;
	return span > 2 ? `${name} ${month.slice(0, 4)}` : name;
}
// packages/nightly/page/changes.ts
function payloadsOf(nights) {
	return new Map(nights.map(({ payload }) => [payload.id, payload]));
}
function changesBetween(before, after, serverUrl) {
	let known = new Map(before?.images.map((image) => [image.component, image]));
	return after.images.flatMap((image) => {
		let former = known.get(image.component) ?? null;
		if (former?.digest === image.digest) return [];
		return [{
			component: image.component,
			before: former,
			after: image,
			compare: compareUrl(former, image, serverUrl)
		}];
	});
}
function compareUrl(before, after, serverUrl) {
	let { repository } = after;
	let commits = [before?.revision, after.revision];
	return repository !== null && /^[\w.-]+\/[\w.-]+$/.test(repository) && commits.every((commit) => /^[0-9a-f]{7,64}$/.test(commit ?? "")) && commits[0] !== commits[1] ? `${serverUrl}/${repository}/compare/${commits.join("...")}` : null;
}
// packages/nightly/page/summary.ts
function nightsReport(nights, { serverUrl }) {
	let newest = nights.slice(-14).reverse();
	if (newest.length === 0) return [heading("Nights"), paragraph("No night has been recorded yet.")];
	let payloads = payloadsOf(nights);
	let rows = newest.map((night) => {
		let { symbol, word } = VERDICTS[night.verdict];
		let changes = changesBetween(night.base === null ? void 0 : payloads.get(night.base), night.payload, serverUrl).filter((one) => night.changed.includes(one.component));
		return [
			night.url === null ? minuteOf(night) : link(minuteOf(night), night.url),
			`${symbol} ${word}`,
			joined(changes.map(changeText)),
			blame(night)
		];
	});
	return [
		heading(newest.length === 1 ? "The last night" : `The last ${count(newest.length, "night")}`),
		paragraph(standing(nights)),
		table([
			"Night (UTC)",
			"Verdict",
			"Changed since the last accepted",
			"What it came to"
		], rows)
	];
}
function standing(nights) {
	let judged = nights.filter(({ verdict }) => verdict !== "unchanged");
	let accepted = judged.findLast(({ verdict }) => verdict === "accepted");
	if (accepted === void 0) return "No payload has been accepted yet.";
	let red = judged.length - 1 - judged.lastIndexOf(accepted);
	let last = `The payload ${short(accepted.payload.id)} of ${dayOf(accepted)} is the last that was accepted`;
	if (red > 0) return `${last}; ${red === 1 ? "the night" : `the ${red} nights`} after it ended otherwise.`;
	let firstOther = judged.findLastIndex(({ verdict }) => verdict !== "accepted");
	let streak = judged.length - 1 - firstOther;
	return streak === 1 ? `${last}.` : `${last}, the ${ordinal(streak)} in a row.`;
}
function changeText({ component, before, after, compare }) {
	let named = (image) => image === null ? "new" : short(image.revision ?? image.digest);
	let moved = before === null ? named(after) : `${named(before)}…${named(after)}`;
	return [
		component,
		" ",
		compare === null ? code(moved) : link(moved, compare)
	];
}
function blame({ verdict, culprit, failing, reason }) {
	if (culprit === null || culprit.components.length === 0) return failing.length === 0 || verdict === "accepted" ? reason : [
		reason,
		" ",
		tests(failing)
	];
	return [
		joined(culprit.components.map(({ component, compare }) => compare === null ? component : link(component, compare)), " with "),
		` (${percent(culprit.probability)}) `,
		tests(failing)
	];
}
function tests(failing) {
	let [first] = failing;
	if (first === void 0) return "";
	let more = failing.length - 1;
	return [code(first.length > 120 ? `${first.slice(0, 119)}…` : first), more === 0 ? "" : ` and ${more} more`];
}
function joined(items, between = ", ") {
	return items.flatMap((item, index) => index === 0 ? [item] : [between, item]);
}
function ordinal(number) {
	let words = [
		"",
		"first",
		"second",
		"third",
		"fourth",
		"fifth",
		"sixth",
		"seventh",
		"eighth",
		"ninth",
		"tenth"
	];
	let ends = [
		"th",
		"st",
		"nd",
		"rd"
	];
	let tens = number % 100;
	return words[number] ?? `${number}${(tens > 10 && tens < 14 ? "th" : ends[number % 10]) ?? "th"}`;
}
function nightReport(night, nights, place) {
	let { symbol, word } = VERDICTS[night.verdict];
	let title = `${symbol} Night of ${minuteOf(night)} UTC: ${word}`;
	return [
		heading(title),
		paragraph(night.reason),
		...nightDetails(night, nights, place)
	];
}
function nightDetails(night, nights, { serverUrl }) {
	return [
		...culpritReport(night.culprit),
		...failingReport(night.failing),
		...changed(night, nights, serverUrl),
		...tried(night),
		details(`Payload ${short(night.payload.id)}: ${count(night.payload.images.length, "image")}`, [images(night)]),
		...night.url === null ? [] : [paragraph(link("Log of the run", night.url))]
	];
}
function culpritReport(culprit) {
	if (culprit === null || culprit.components.length === 0) return [];
	let together = culprit.components.length > 1 ? " They fail only together." : "";
	return [paragraph(`To blame, with a probability of ${percent(culprit.probability)}:${together}`), table([
		"Component",
		"Last good",
		"First bad",
		"Commits"
	], culprit.components.map(({ component, repository, before, after, commits, compare }) => [
		repository === null ? component : `${component} (${repository})`,
		code(short(commits.before ?? before)),
		code(short(commits.after ?? after)),
		compare === null ? "the images do not say what they were built from" : link(range(commits), compare)
	]))];
}
function range({ before, after }) {
	return `${short(before ?? "")}…${short(after ?? "")}`;
}
function failingReport(tests) {
	if (tests.length === 0) return [];
	let listed = tests.slice(0, 50).map((test) => code(test.length > 300 ? `${test.slice(0, 299)}…` : test));
	let rest = tests.length - listed.length;
	return [paragraph(`${count(tests.length, "failing test")}:`), list(rest === 0 ? listed : [...listed, `and ${rest} more`])];
}
function changed(night, nights, serverUrl) {
	if (night.changed.length === 0) return [];
	let changes = changesBetween(night.base === null ? void 0 : payloadsOf(nights).get(night.base), night.payload, serverUrl).filter((one) => night.changed.includes(one.component));
	return [paragraph("Changed since the last accepted payload:"), list(changes.map(changeText))];
}
const OUTCOMES = {
	passed: "✓ passed",
	failed: "✗ failed",
	other: "≠ failed in other tests",
	infrastructure: "! infrastructure"
};
function tried({ trials }) {
	if (trials.length < 2) return [];
	let moved = ({ moved: names }) => names === null ? "everything" : names.length === 0 ? "nothing: the base again" : names.join(", ");
	let rows = trials.map((trial) => [
		moved(trial),
		OUTCOMES[trial.outcome],
		trial.detail,
		`${trial.minutes} min`
	]);
	let minutes = trials.reduce((sum, trial) => sum + trial.minutes, 0);
	return [details(`${count(trials.length, "trial")}, ${minutes} min in all`, [table([
		"Of tonight",
		"Outcome",
		"Seen",
		"Time"
	], rows)])];
}
function images({ payload }) {
	let rows = payload.images.map(({ component, reference, digest, revision, version }) => [
		component,
		code(reference),
		code(short(digest)),
		version ?? "",
		revision === null ? "" : code(short(revision))
	]);
	return table([
		"Component",
		"Image",
		"Digest",
		"Version",
		"Commit"
	], rows);
}
// packages/nightly/page/page.ts
function nightsPage(all, options) {
	let nights = all.slice(-60);
	let style = "\n:root {\n  color-scheme: light dark;\n  --paper: #f6f7f9; --card: #ffffff; --ink: #1b2430; --soft: #5a6675; --line: #dfe4ea; --edge: #b4becb; --shade: #eef1f5;\n  --accent: #0f62ae; --good: #167544; --good-shade: #e3f5ea; --wait: #8a6100; --wait-shade: #fdf3d9; --bad: #b3261e; --bad-shade: #fde8e6;\n}\n@media (prefers-color-scheme: dark) {\n  :root {\n    --paper: #11151b; --card: #191f27; --ink: #e4e9f0; --soft: #99a5b4; --line: #2c3542; --edge: #56637a; --shade: #212935;\n    --accent: #6cb2f5; --good: #5bd08f; --good-shade: #15321f; --wait: #e5bb55; --wait-shade: #352a10; --bad: #ff9a92; --bad-shade: #40191a;\n  }\n}\n* { box-sizing: border-box; }\nhtml { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; scroll-padding-top: 1rem; }\nbody { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif; }\nmain { max-width: 1080px; margin: 0 auto; padding: 0 1.25rem 5rem; }\na { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 2px; }\nheader.top { background: var(--card); border-bottom: 1px solid var(--line); }\nheader.top > div { max-width: 1080px; margin: 0 auto; padding: 2.4rem 1.25rem 1.6rem; }\n.eyebrow { margin: 0 0 .3rem; color: var(--soft); font-size: .82rem; letter-spacing: .06em; text-transform: uppercase; }\nh1 { margin: 0; font-size: clamp(1.7rem, 4.6vw, 2.5rem); line-height: 1.15; letter-spacing: -.02em; }\n.lead { margin: .7rem 0 0; max-width: 46rem; color: var(--soft); }\nh2 { margin: 2.8rem 0 .9rem; font-size: 1.3rem; letter-spacing: -.01em; }\nh3 { margin: 0; font-size: 1.02rem; }\nh4 { margin: 1.1rem 0 .4rem; font-size: .98rem; }\n.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.1rem 1.25rem; }\n.card + .card { margin-top: .8rem; }\n.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: .8rem; margin-top: 1.6rem; }\n.fact { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: .8rem 1rem; }\n.fact b { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }\n.fact span { color: var(--soft); font-size: .88rem; }\n.badge { display: inline-block; padding: .08rem .6rem; border-radius: 99px; font-size: .8rem; font-weight: 600; white-space: nowrap; }\n.scroll { overflow-x: auto; max-width: 100%; }\ntable { border-collapse: collapse; width: 100%; font-size: .94rem; }\nth { text-align: left; color: var(--soft); font-weight: 600; font-size: .84rem; }\nth, td { padding: .45rem .8rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }\ntr:last-child td { border-bottom: 0; }\ncode { font: .88em ui-monospace, SFMono-Regular, Menlo, Consolas, \"Liberation Mono\", monospace; background: var(--shade); border-radius: 4px; padding: .08em .35em; overflow-wrap: anywhere; }\ntd code { white-space: nowrap; }\np, li { overflow-wrap: break-word; }\nth, td { overflow-wrap: normal; }\npre { overflow-x: auto; max-width: 100%; background: var(--shade); border-radius: 8px; padding: .8rem 1rem; font-size: .84rem; line-height: 1.45; }\npre code { background: none; padding: 0; overflow-wrap: normal; font-size: 1em; }\ndetails > summary { cursor: pointer; }\nfooter { margin-top: 3rem; color: var(--soft); font-size: .88rem; }\n\n:root { --outside: #7a3fa0; --outside-shade: #f3e8fa; }\n@media (prefers-color-scheme: dark) { :root { --outside: #cf9bf0; --outside-shade: #32203e; } }\n.good { background: var(--good-shade); color: var(--good); }\n.bad { background: var(--bad-shade); color: var(--bad); }\n.wait { background: var(--wait-shade); color: var(--wait); }\n.outside { background: var(--outside-shade); color: var(--outside); }\n.quiet { background: var(--shade); color: var(--soft); }\n.guilty { background: var(--bad); color: var(--card); font-weight: 700; }\n.eyebrow { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .7rem; }\n.eyebrow .badge { letter-spacing: 0; text-transform: none; }\n.fact b { white-space: nowrap; }\ntable.grid { width: auto; border-collapse: separate; border-spacing: 2px; font-size: .86rem; font-variant-numeric: tabular-nums; }\n.grid th, .grid td { border: 0; padding: 0; text-align: center; }\n.grid td { border-radius: 4px; min-width: 1.75rem; height: 1.75rem; vertical-align: middle; }\n.grid td.none { background: none; }\n.grid thead th { font-weight: 400; }\n.grid th[scope=colgroup] { text-align: left; white-space: nowrap; padding-left: .2rem; }\n.grid a { display: block; line-height: 1.75rem; color: inherit; text-decoration: none; border-radius: 4px; }\n.grid a:hover, .grid a:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }\n.grid th:first-child { position: sticky; left: 0; z-index: 1; background: var(--card); padding-right: .7rem; text-align: left; vertical-align: middle; max-width: 13rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }\n.grid .verdicts th, .grid tbody th { color: var(--ink); font-weight: 600; }\n.grid .verdicts td { font-weight: 700; }\n.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.1rem; margin: 1rem 0 0; color: var(--soft); font-size: .86rem; }\n.key { display: inline-flex; align-items: center; gap: .4rem; }\n.swatch { display: inline-grid; place-items: center; width: 1.35rem; height: 1.35rem; border-radius: 4px; font-size: .82rem; font-weight: 700; }\ndetails.night { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }\ndetails.night + details.night { margin-top: .45rem; }\n.night > summary { padding: .55rem .9rem; }\n.night > summary .badge { min-width: 7.4rem; text-align: center; }\n.night > summary b { font-variant-numeric: tabular-nums; margin: 0 .3rem; }\n.night .why { color: var(--soft); font-size: .92rem; overflow-wrap: anywhere; }\n.inside { padding: .1rem .9rem .9rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; scroll-margin-top: 4rem; }\n.inside details { margin-top: .8rem; }\n.inside:target { box-shadow: inset 3px 0 var(--accent); }\n.nothing { color: var(--soft); margin-top: 1.6rem; }\n@media (max-width: 600px) { .grid th:first-child { max-width: 7rem; } main { padding: 0 .8rem 3rem; } .card { padding: .9rem; } }\n@media print { details.night { break-inside: avoid; } }\n";
	let hash = createHash("sha256").update(style).digest("base64");
	let title = escapeHtml(options.title);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'">
<title>${title}: nightly integration</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header class="top"><div>
<p class="eyebrow">Nightly integration ${newest(nights)}</p>
<h1>${title}</h1>
<p class="lead">${escapeHtml(standing(all))}</p>
</div></header>
<main>
${nights.length === 0 ? "<div class=\"card nothing\">The first night has yet to come.</div>" : body(nights, all, options)}
</main>
</body>
</html>
`;
}
function newest(nights) {
	let last = nights.at(-1);
	if (last === void 0) return "";
	let { symbol, word, tone } = VERDICTS[last.verdict];
	return `<span class="badge ${tone}">${symbol} ${word}, ${dayOf(last)}</span>`;
}
function body(nights, all, options) {
	let details = nights.toReversed().map((night, index) => entry(night, all, options, index === 0));
	return `${facts(nights)}
<section><h2>Components by nights</h2>
<div class="card">${grid(nights)}
<p class="legend">${legend()}</p></div></section>
<section><h2>Night by night</h2>
${details.join("\n")}
</section>
<footer>Times are UTC. The log that this page is made from lies beside it, in nights/, one line a record.</footer>`;
}
function facts(nights) {
	let judged = nights.filter(({ verdict }) => verdict !== "unchanged");
	let accepted = judged.filter(({ verdict }) => verdict === "accepted");
	let last = accepted.at(-1);
	let { passes, failures } = flakeCounts(nights.map((night) => ({
		record: "night",
		...night
	})));
	let trials = judged.reduce((sum, night) => sum + night.trials.length, 0);
	return `<div class="facts">${[
		last === void 0 ? ["–", "no payload accepted"] : [dayOf(last), `last accepted: ${short(last.payload.id)}`],
		[`${accepted.length} of ${judged.length}`, "judged nights were accepted"],
		[passes + failures === 0 ? "–" : `${failures} of ${passes + failures}`, "sound runs failed: flaky tests"],
		[judged.length === 0 ? "–" : (trials / judged.length).toFixed(1), "runs of the tests a judged night"]
	].map(([figure, what]) => `<div class="fact"><b>${escapeHtml(figure)}</b><span>${escapeHtml(what)}</span></div>`).join("")}</div>`;
}
function entry(night, all, options, isOpen) {
	let { symbol, word, tone } = VERDICTS[night.verdict];
	let report = nightDetails(night, all, options);
	return `<details class="night"${isOpen ? " open" : ""}><summary><span class="badge ${tone}">${symbol} ${word}</span> <b>${minuteOf(night)}</b> <span class="why">${escapeHtml(night.reason)}</span></summary>
<div class="inside" id="${escapeHtml(anchorOf(night))}">${renderHtml(report)}</div></details>`;
}
function legend() {
	let verdicts = Object.values(VERDICTS).map(({ symbol, word, tone }) => `<span class="key"><span class="swatch ${tone}">${symbol}</span>${word}</span>`);
	let others = ["<span class=\"key\"><span class=\"swatch\">●</span>a new image that night</span>", "<span class=\"key\"><span class=\"swatch guilty\">✗</span>to blame</span>"];
	return [...verdicts, ...others].join(" ");
}
// packages/nightly/history/publish.ts
function publish(files, [path, text], record, { title, serverUrl }) {
	if (record.record === "trial") return new Map([[path, text]]);
	let nights = nightsOf(readLog(new Map([...files, [path, text]])));
	return new Map([
		["index.html", nightsPage(nights, {
			title,
			serverUrl
		})],
		["badge.svg", badge(nights)],
		["README.md", `![nightly](badge.svg)\n\n${renderMarkdown(nightsReport(nights, { serverUrl }))}`],
		[path, text]
	]);
}
function branchHistory({ github, repository, branch }) {
	let known = new Map();
	let publisher = {
		title: fullName(repository),
		serverUrl: github.serverUrl
	};
	let load = async (head) => {
		if (head === null) return new Map();
		let entries = [...await listFiles(github, repository, head)].filter(([path]) => isLogFile(path));
		let missing = entries.flatMap(([, { blob }]) => known.has(blob) ? [] : [blob]);
		for (let [blob, bytes] of await readBlobs(github, repository, head, missing)) known.set(blob, bytes.toString());
		return new Map(entries.map(([path, { blob }]) => [path, known.get(blob) ?? ""]));
	};
	let write = async (head, files, message) => {
		if (head === null) return begin(github, repository, branch, files, message);
		let bytes = new Map([...files].map(([path, text]) => [path, Buffer.from(text)]));
		for (let [path, content] of bytes) isLogFile(path) && known.set(blobName(content), content.toString());
		await commitOnBranch(github, repository, {
			branch,
			head,
			message,
			files: bytes
		});
	};
	return {
		read: async () => readLog(await load(await branchHead(github, repository, branch))),
		async append(record) {
			for (let attempt = 1;; attempt += 1) {
				let head = await branchHead(github, repository, branch);
				let files = await load(head);
				let appended = withRecord(files, record);
				if (appended === null) return;
				try {
					return await write(head, publish(files, appended, record, publisher), messageOf(record));
				} catch (error) {
					if (!(error instanceof RequestUnanswered || error instanceof RequestRefused && await branchHead(github, repository, branch) !== head) || attempt === 10) throw error;
					await github.sleep(250 * attempt);
				}
			}
		}
	};
}
async function begin(github, repository, branch, files, message) {
	let { owner, repo } = repository;
	let entries = [...files].map(([path, content]) => ({
		path,
		mode: "100644",
		type: "blob",
		content
	}));
	let tree = await github.request("POST /repos/{owner}/{repo}/git/trees", {
		owner,
		repo,
		tree: entries
	});
	let commit = await github.request("POST /repos/{owner}/{repo}/git/commits", {
		owner,
		repo,
		message,
		tree: tree.data.sha,
		parents: []
	});
	await createRef(github, repository, `refs/heads/${branch}`, commit.data.sha);
}
function messageOf(record) {
	if (record.record === "night") return `Night ${record.id}: ${record.verdict}`;
	return `Trial of ${record.moved === null ? "the night’s own test" : record.moved.join(", ") || "the baseline"}: ${record.outcome}`.slice(0, 200);
}
export { short as _, nightReport as a, nightsOf as c, watchNights as d, VERDICTS as f, percent as g, minuteOf as h, failingReport as i, readLog as l, dayOf as m, publish as n, flakeCounts as o, count as p, culpritReport as r, isLogFile as s, branchHistory as t, withRecord as u, runsNightly as v };
