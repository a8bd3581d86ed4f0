import { normalize } from "node:path/posix";
import { createHash, hash, randomUUID } from "node:crypto";
import { appendFileSync, lstatSync, mkdirSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { EOL } from "node:os";
// packages/plan/errors.ts
function placeText({ file, line }) {
	return file === void 0 || line === void 0 ? file ?? "" : `${file}:${line}`;
}
var ReportedError = class extends Error {
	advice;
	report;
	place;
	constructor(message, details = {}) {
		super(message, details.cause === void 0 ? void 0 : { cause: details.cause });
		this.name = new.target.name;
		this.advice = details.advice;
		this.report = details.report ?? [];
		this.place = {
			...details.file !== void 0 && { file: details.file },
			...details.line !== void 0 && { line: details.line },
			...details.column !== void 0 && { column: details.column }
		};
	}
};
var UserError = class extends ReportedError {};
var ServiceError = class extends ReportedError {};
// packages/plan/apply.ts
const SETTLING = [
	250,
	1e3,
	3e3
];
async function apply(changes, options = {}) {
	for (let change of changes) {
		options.signal?.throwIfAborted();
		let found = await change.probe();
		if (found === change.after) {
			options.onChange?.(change, "already");
			continue;
		}
		if (found !== change.before) throw new UserError(`${change.subject} was ${shown(change.before)} when this run planned to ${change.action} it; now it is ${shown(found)}.`, { advice: "Somebody else changed it in between. Nothing was overwritten; look at it and run again." });
		await change.act();
		await verify(change, options);
		options.onChange?.(change, "applied");
	}
}
async function verify(change, options) {
	let sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
	let found = await change.probe();
	for (let pause of SETTLING) {
		if (found === change.after) return;
		await sleep(pause);
		options.signal?.throwIfAborted();
		found = await change.probe();
	}
	if (found === change.after) return;
	throw new ServiceError(`${change.subject} was written as ${shown(change.after)} and reads back as ${shown(found)}.`, { advice: "The service accepted the change and does not show it. Look at it before running again." });
}
function shown(state) {
	return state === null ? "absent" : `“${state}”`;
}
// packages/plan/change.ts
function describePlan(changes) {
	return changes.map(({ action, subject, before, after, reason }) => ({
		action,
		subject,
		before,
		after,
		reason
	}));
}
// packages/plan/files.ts
async function fileChange(path, content, reason, { read, write }) {
	let probe = async () => contentDigest(await read());
	let wanted = typeof content == "string" ? Buffer.from(content) : content;
	let [before, after] = [await probe(), contentDigest(wanted)];
	if (before === after) return null;
	return {
		action: before === null ? "create" : after === null ? "delete" : "update",
		subject: `file ${path}`,
		before,
		after,
		reason,
		probe,
		act: async () => write(wanted)
	};
}
function contentDigest(content) {
	return content === null ? null : `sha256:${hash("sha256", content).slice(0, 12)}`;
}
// packages/plan/draft.ts
var Draft = class {
	edits = new Map();
	#paths;
	#fetch;
	#fetched = new Map();
	constructor(paths, fetch) {
		this.#paths = new Set(paths);
		this.#fetch = fetch;
	}
	async read(given) {
		let path = normalize(given);
		let edited = this.edits.get(path);
		if (edited !== void 0) return edited;
		if (!this.#paths.has(path)) return null;
		let fetched = this.#fetched.get(path) ?? this.#fetch(path);
		this.#fetched.set(path, fetched);
		return fetched;
	}
	async list(directory) {
		let at = normalize(`${directory}/`);
		let below = (path) => at === "./" || path.startsWith(at);
		let there = [...this.#paths].filter((path) => this.edits.get(path) !== null);
		let made = [...this.edits].flatMap(([path, content]) => content === null ? [] : [path]);
		return [...new Set([...there, ...made])].filter(below).sort();
	}
	change(path, content, reason) {
		return fileChange(path, content, reason, {
			read: () => this.read(path),
			write: (wanted) => void this.edits.set(normalize(path), wanted)
		});
	}
};
// packages/plan/json.ts
function isObject(value) {
	return typeof value == "object" && !!value && !Array.isArray(value);
}
// packages/plan/report.ts
const heading = (text, level = 3) => ({
	kind: "heading",
	text,
	level
});
const paragraph = (...text) => ({
	kind: "paragraph",
	text
});
const list$1 = (items) => ({
	kind: "list",
	items
});
const table = (head, rows) => ({
	kind: "table",
	head,
	rows
});
const details = (summary, blocks) => ({
	kind: "details",
	summary,
	blocks
});
const codeBlock = (text, language) => language === void 0 ? {
	kind: "code",
	text
} : {
	kind: "code",
	text,
	language
};
const mermaid = (text) => ({
	kind: "mermaid",
	text
});
const markdown = (text) => ({
	kind: "markdown",
	text
});
const code = (text) => ({ code: text });
const link = (text, href) => ({
	link: text,
	href
});
// packages/plan/width.ts
function displayWidth(text) {
	if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
	let width = 0;
	graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
	for (let { segment } of graphemes.segment(text)) /^[\p{Mark}\p{Cf}]+$/u.test(segment) || (width += WIDE.test(segment) ? 2 : 1);
	return width;
}
let graphemes;
const WIDE = /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u;
// packages/plan/workspace.ts
var Workspace = class {
	root;
	#realRoot;
	constructor(root) {
		this.root = resolve(root);
	}
	async locate(path, what) {
		let target = resolve(this.root, path);
		if (isAbsolute(path) || /^[A-Za-z]:/.test(path) || path.includes("\0") || !inside(this.root, target)) throw escape(path, what);
		this.#realRoot ??= realpathSync.native(this.root);
		if (!inside(this.#realRoot, realPath(target))) throw escape(path, what);
		return target;
	}
	async read(path, what = "path") {
		let target = await this.locate(path, what);
		try {
			return readFileSync(target);
		} catch (error) {
			if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return null;
			if (isCode(error, "EISDIR")) throw new UserError(`${what}: “${path}” is a directory; a file was expected.`);
			throw error;
		}
	}
	async list(directory, what = "path", links = "without links") {
		let start = await this.locate(directory, what);
		let found = [];
		let walk = (at) => {
			for (let entry of entriesOf(at)) entry.isDirectory() && entry.name !== ".git" ? walk(join(at, entry.name)) : (entry.isFile() || links === "with links" && entry.isSymbolicLink()) && found.push(relative(this.root, join(at, entry.name)).split(sep).join("/"));
		};
		walk(start);
		return found.sort();
	}
	async change(path, content, reason) {
		let target = resolve(this.root, path);
		return fileChange(path, content, reason, {
			read: () => this.read(path, "file"),
			write: (wanted) => wanted === null ? rmSync(target) : replaceFile(target, wanted)
		});
	}
};
function replaceFile(target, content) {
	mkdirSync(dirname(target), { recursive: !0 });
	let mode = (lstatSync(target, { throwIfNoEntry: !1 })?.mode ?? 420) & 511;
	let beside = `${target}.${randomUUID()}`;
	writeFileSync(beside, content, { mode });
	renameSync(beside, target);
}
function realPath(path) {
	try {
		return realpathSync.native(path);
	} catch {
		return realpathSync.native(nearestExisting(path));
	}
}
function nearestExisting(path) {
	for (let at = path;; at = dirname(at)) if (exists(at) || dirname(at) === at) return at;
}
function exists(path) {
	try {
		return lstatSync(path, { throwIfNoEntry: !1 }) !== void 0;
	} catch {
		return !1;
	}
}
function entriesOf(directory) {
	try {
		return readdirSync(directory, { withFileTypes: !0 });
	} catch (error) {
		if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return [];
		throw error;
	}
}
function inside(root, path) {
	return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
function escape(path, what) {
	return new UserError(`${what}: “${path}” leaves the workspace.`, { advice: "Give a path relative to the root of the checkout, without “..” and not through a symbolic link that leads outside." });
}
function isCode(error, errno) {
	return error instanceof Error && "code" in error && error.code === errno;
}
// packages/action/input.ts
function text(details) {
	return {
		...details,
		type: "string",
		required: !1,
		secret: !1,
		parse: (given) => given.trim()
	};
}
function required(details) {
	return {
		...text(details),
		required: !0
	};
}
function secret(details) {
	return {
		...text(details),
		secret: !0
	};
}
function choice(allowed, details) {
	return {
		...details,
		type: "enum",
		required: !1,
		secret: !1,
		allowed,
		parse(given, name) {
			let match = allowed.find((word) => word === given.trim());
			if (match === void 0) throw wrong(name, given, allowed.join(", "));
			return match;
		}
	};
}
function flag(details) {
	return {
		...details,
		type: "boolean",
		required: !1,
		secret: !1,
		parse(given, name) {
			let word = given.trim();
			if (word !== "true" && word !== "false") throw wrong(name, given, "true, false");
			return word === "true";
		}
	};
}
function integer({ min, max, ...details }) {
	return {
		...details,
		type: "integer",
		required: !1,
		secret: !1,
		parse(given, name) {
			let value = /^-?\d+$/.test(given.trim()) ? Number(given) : NaN;
			if (!(value >= min && value <= max)) throw wrong(name, given, `a whole number from ${min} to ${max}`);
			return value;
		}
	};
}
function list(details) {
	let { commas = !1, ...rest } = details;
	return {
		...rest,
		type: "list",
		separator: "\\n",
		required: !1,
		secret: !1,
		parse: (given) => given.split(/\r?\n/).filter((line) => !line.trimStart().startsWith("#")).flatMap((line) => commas ? line.split(",") : [line]).map((item) => item.trim()).filter((item) => item !== "")
	};
}
function wrong(name, given, allowed) {
	return new UserError(`Input “${name}” is “${given.trim()}”; allowed: ${allowed}.`, { advice: `Correct “${name}” in the workflow step.` });
}
function parseInputs(inputs, texts) {
	return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.parse(textOf(name, input, texts), name)]));
}
function textOf(name, input, texts) {
	let given = texts.get(name) ?? "";
	if (given.trim() !== "") return given;
	if (input.required) throw new UserError(`Input “${name}” is missing. ${input.description}`, { advice: `Add “${name}:” to the step${input.example === void 0 ? "." : `, for example “${name}: ${input.example}”.`}` });
	let standing = input.default ?? "";
	return standing.includes("${{") ? "" : standing;
}
const tokenInput = (needs) => secret({
	description: `Token for GitHub's API. Needs ${needs}.`,
	default: "${{ github.token }}"
});
const manifestInput = () => text({ description: "The `release-train.yaml`, relative to the root of the checkout. Default: `release-train.yaml`, then `.github/release-train.yaml`." });
// packages/action/definition.ts
const COMMON_OUTPUTS = {
	changed: "`true` when something was changed, or in a dry run would be.",
	plan: "JSON array of `{action, subject, before, after, reason}`, in the order applied."
};
function defineAction(spec) {
	let inputs = {
		...spec.inputs,
		"dry-run": flag({
			description: "Plan and report, and write nothing anywhere.",
			default: "false"
		})
	};
	return {
		name: spec.name,
		title: spec.title,
		description: spec.description,
		branding: spec.branding,
		permissions: spec.permissions,
		inputs,
		outputs: {
			...spec.outputs,
			...COMMON_OUTPUTS
		},
		decide: (texts, context) => spec.plan(parseInputs(spec.inputs, texts), context)
	};
}
const NOTE = "\n> The rest was cut: a job summary holds 1 MiB. Everything is in the outputs of this step.\n";
function renderMarkdown(report) {
	return report.map(renderBlock).join("\n");
}
function renderSummary(report, limit = 1048576) {
	let whole = renderMarkdown(report);
	if (Buffer.byteLength(whole) <= limit) return whole;
	return renderMarkdown(fit(report, limit - Buffer.byteLength(NOTE))) + NOTE;
}
function fit(blocks, budget) {
	let kept = [];
	let left = budget;
	for (let block of blocks) {
		let size = Buffer.byteLength(renderBlock(block)) + 1;
		if (size <= left) {
			kept.push(block);
			left -= size;
			continue;
		}
		let part = shorten$1(block, left);
		part !== null && kept.push(part);
		break;
	}
	return kept;
}
function shorten$1(block, budget) {
	if (block.kind === "details") {
		let frame = Buffer.byteLength(renderBlock({
			...block,
			blocks: []
		})) + 2;
		return budget <= frame ? null : {
			...block,
			blocks: fit(block.blocks, budget - frame)
		};
	}
	if (block.kind !== "table") return null;
	let left = budget - Buffer.byteLength(renderBlock({
		...block,
		rows: []
	})) - 1;
	let rows = block.rows.filter((row) => (left -= Buffer.byteLength(renderRow(row)) + 1) >= 0);
	return rows.length === 0 ? null : {
		...block,
		rows
	};
}
function renderBlock(block) {
	switch (block.kind) {
		case "heading": return `${"#".repeat(block.level ?? 3)} ${renderInline(block.text)}\n`;
		case "paragraph": return `${renderInline(block.text)}\n`;
		case "list": return block.items.map((item) => `- ${renderInline(item)}\n`).join("");
		case "table": return [
			renderRow(block.head),
			`|${" --- |".repeat(block.head.length)}`,
			...block.rows.map(renderRow),
			""
		].join("\n");
		case "code": return fence(block.text, block.language ?? "");
		case "mermaid": return fence(block.text, "mermaid");
		case "details": return `<details><summary>${summaryText(block.summary)}</summary>\n\n${block.blocks.map(renderBlock).join("\n")}\n</details>\n`;
		case "markdown": return block.text.endsWith("\n") ? block.text : `${block.text}\n`;
	}
}
function renderRow(cells) {
	return `| ${cells.map((cell) => renderInline(cell).replaceAll("|", "\\|").replaceAll("\n", "<br>")).join(" | ")} |`;
}
function renderInline(inline) {
	if (typeof inline == "string") return escapeText(inline);
	if ("code" in inline) return codeSpan(inline.code);
	if ("link" in inline) return /^https?:\/\//.test(inline.href) ? `[${escapeText(inline.link)}](${escapeHref(inline.href)})` : escapeText(inline.link);
	return inline.map(renderInline).join("");
}
function summaryText(inline) {
	if (typeof inline == "string") return escapeHtml(inline);
	if ("code" in inline) return `<code>${escapeHtml(inline.code)}</code>`;
	if ("link" in inline) return escapeHtml(inline.link);
	return inline.map(summaryText).join("");
}
function escapeText(text) {
	return text.replace(/[\\`*_[\]#~]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function escapeHtml(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function escapeHref(href) {
	return href.replace(/[()<>\s\\]/g, (character) => encodeURIComponent(character).replace("(", "%28").replace(")", "%29"));
}
function codeSpan(text) {
	let flat = text.replaceAll(/\s*\r?\n\s*/g, " ");
	if (flat === "") return "";
	let ticks = "`".repeat(longestRun(flat) + 1);
	let pad = flat.startsWith("`") || flat.endsWith("`") ? " " : "";
	return `${ticks}${pad}${flat}${pad}${ticks}`;
}
function fence(text, language) {
	let ticks = "`".repeat(Math.max(3, longestRun(text) + 1));
	return `${ticks}${language}\n${text.replace(/\n$/, "")}\n${ticks}\n`;
}
function longestRun(text) {
	return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
// packages/action/proxy.ts
const PROXY_VARIABLES = [
	"http_proxy",
	"https_proxy",
	"HTTP_PROXY",
	"HTTPS_PROXY"
];
async function useProxyOf(environment) {
	if (PROXY_VARIABLES.every((name) => (environment[name] ?? "") === "")) return;
	let { setGlobalProxyFromEnv } = await import("node:http");
	setGlobalProxyFromEnv(environment);
}
// packages/action/run.ts
async function execute(action, texts, context, options = {}) {
	for (let [name, input] of Object.entries(action.inputs)) input.secret && context.log.mask(texts.get(name) ?? "");
	let dryRun = parseInputs(action.inputs, texts)["dry-run"] === !0;
	let { sleep } = options;
	let decision = await action.decide(texts, sleep === void 0 ? context : {
		...context,
		sleep
	});
	let plan = describePlan(decision.changes);
	decision.refusal === void 0 && options.onPlan?.(plan, dryRun);
	let applied = 0;
	!dryRun && decision.refusal === void 0 && await apply(decision.changes, {
		signal: context.signal,
		...sleep !== void 0 && { sleep },
		onChange(change, outcome) {
			outcome === "applied" && (applied += 1);
			options.onChange?.(change, outcome);
		}
	});
	dryRun || await decision.afterwards?.();
	let changed = decision.refusal === void 0 && (dryRun ? plan.length > 0 : applied > 0);
	return {
		dryRun,
		changed,
		plan,
		outputs: textOutputs(action, {
			...decision.outputs(),
			changed,
			plan
		}),
		findings: decision.findings ?? [],
		report: decision.report(),
		...decision.refusal !== void 0 && { refusal: decision.refusal }
	};
}
function textOutputs(action, values) {
	return Object.fromEntries(Object.keys(action.outputs).map((name) => {
		let value = values[name] ?? "";
		return [name, typeof value == "string" ? value : JSON.stringify(value)];
	}));
}
// packages/action/commands.ts
function command(name, properties, message) {
	let list = Object.entries(properties).filter(([, value]) => value !== void 0 && value !== "").map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
	return `::${name}${list === "" ? "" : ` ${list}`}::${escapeData(message)}`;
}
function annotation(finding) {
	let level = finding.severity === "info" ? "notice" : finding.severity;
	let { file, line, column, rule } = finding;
	return command(level, {
		title: rule,
		file,
		line,
		col: column
	}, [finding.message, finding.advice].filter(Boolean).join("\n"));
}
function writeOutput(file, name, value) {
	if (file === void 0 || file === "") return;
	let delimiter = `ghadelimiter_${createHash("sha256").update(value).digest("hex")}`;
	appendFileSync(file, `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`);
}
function defuse(text) {
	return text.split(/\r\n|\n|\r/).map((line) => /^\s*(?:::|##\[)/.test(line) ? `| ${line}` : line).join("\n");
}
function escapeData(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
	return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
// packages/action/secrets.ts
var Secrets = class {
	#known = [];
	add(secret) {
		for (let part of [secret, ...secret.split(/\r?\n/)]) {
			if (part.trim().length < 4) continue;
			let forms = [
				part,
				encodeURIComponent(part),
				Buffer.from(part).toString("base64"),
				JSON.stringify(part).slice(1, -1),
				escapeText(part)
			];
			this.#known = [...new Set([...this.#known, ...forms])].sort((a, b) => b.length - a.length);
		}
	}
	redact(text) {
		let clean = text;
		for (let secret of this.#known) clean = clean.replaceAll(secret, "***");
		return clean;
	}
};
async function runOnRunner(action, environment, write, signal) {
	let secrets = new Secrets();
	let print = (line) => write(`${secrets.redact(line)}\n`);
	let log = runnerLog(print, secrets, environment);
	let context = {
		environment,
		workspace: environment.GITHUB_WORKSPACE ?? process.cwd(),
		log,
		signal,
		now: () => new Date()
	};
	let summarise = (report) => {
		let file = environment.GITHUB_STEP_SUMMARY;
		file !== void 0 && file !== "" && appendFileSync(file, secrets.redact(renderSummary(report)));
	};
	let done = [];
	let planned = [];
	try {
		let execution = await execute(action, readInputs(action, environment), context, {
			onPlan(plan, dryRun) {
				planned = plan;
				print(planTitle(plan.length, dryRun));
				for (let change of plan) print(defuse(`  ${changeLine(change)}`));
			},
			onChange(change, outcome) {
				done.push(change.subject);
				print(defuse(`${outcome === "applied" ? "Done" : "Found done"}: ${change.action} ${change.subject}`));
			}
		});
		for (let [name, value] of Object.entries(execution.outputs)) writeOutput(environment.GITHUB_OUTPUT, name, secrets.redact(value));
		annotate(execution.findings, print);
		summarise([
			heading(action.title, 2),
			...dryRunNote(execution.dryRun),
			...execution.report
		]);
		if (execution.refusal === void 0) return 0;
		print(failureLine(execution.refusal));
		return 1;
	} catch (error) {
		print(failureLine(error));
		error instanceof ReportedError || print(defuse(error instanceof Error ? error.stack ?? error.message : String(error)));
		summarise([heading(action.title, 2), ...failureReport(error, planned, done)]);
		return 1;
	}
}
function readInputs(action, environment) {
	let given = new Map();
	for (let name of Object.keys(action.inputs)) {
		let text = environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`];
		text !== void 0 && given.set(name, text);
	}
	return given;
}
function runnerLog(print, secrets, environment) {
	return {
		info: (line) => print(defuse(line)),
		debug(line) {
			environment.RUNNER_DEBUG === "1" && print(command("debug", {}, line));
		},
		warning: (line) => print(command("warning", {}, line)),
		async group(title, body) {
			print(command("group", {}, title));
			try {
				return await body();
			} finally {
				print(command("endgroup", {}, ""));
			}
		},
		mask(secret) {
			if (secret.trim() === "") return;
			for (let line of secret.split(/\r?\n/)) line.trim() !== "" && secrets.redact(line) === line && print(command("add-mask", {}, line));
			secrets.add(secret);
		}
	};
}
function annotate(findings, print) {
	for (let severity of [
		"error",
		"warning",
		"info"
	]) {
		let of = findings.filter((finding) => finding.severity === severity && finding.waived !== !0);
		for (let finding of of.slice(0, 10)) print(annotation(finding));
		of.length > 10 && print(`${of.length - 10} more of level ${severity}: see the job summary.`);
	}
}
function failureLine(error) {
	if (!(error instanceof ReportedError)) return command("error", { title: "Defect" }, `${error instanceof Error ? error.message : String(error)}\nThis is a defect of the action, not of your workflow: please report it with the lines below.`);
	let { file, line, column } = error.place;
	return command("error", {
		file,
		line,
		col: column
	}, [error.message, error.advice].filter(Boolean).join("\n"));
}
function failureReport(error, planned, done) {
	let message = error instanceof Error ? error.message : String(error);
	let advice = error instanceof ReportedError ? error.advice : "This is a defect of the action: please report it with the log of this step.";
	let rows = planned.map((change) => [
		done.includes(change.subject) ? "done" : "not done",
		change.action,
		change.subject
	]);
	return [
		paragraph("❌ ", message),
		...advice === void 0 ? [] : [paragraph(advice)],
		...rows.length === 0 ? [paragraph("Nothing was changed.")] : [table([
			"",
			"change",
			"subject"
		], rows)],
		...error instanceof ReportedError ? error.report : []
	];
}
function planTitle(count, dryRun) {
	if (count === 0) return "Nothing to change.";
	return `${count} ${count === 1 ? "change" : "changes"}${dryRun ? " (dry run: none is applied)" : ""}:`;
}
function changeLine({ action, subject, before, after, reason }) {
	return shorten(`${action} ${subject}: ${before ?? "absent"} -> ${after ?? "absent"} (${reason})`);
}
function shorten(line) {
	return line.replaceAll(/\b([0-9a-f]{12})[0-9a-f]{28,}\b/g, "$1");
}
function dryRunNote(dryRun) {
	return dryRun ? [paragraph("Dry run: this is what would be done; nothing was written. ", code("dry-run: true"))] : [];
}
// node_modules/yocto-queue/index.js
var Node = class {
	value;
	next;
	constructor(value) {
		this.value = value;
	}
};
var Queue = class {
	#head;
	#tail;
	#size;
	constructor() {
		this.clear();
	}
	enqueue(value) {
		let node = new Node(value);
		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}
		this.#size++;
	}
	dequeue() {
		let current = this.#head;
		if (!current) return;
		this.#head = this.#head.next;
		this.#size--;
		this.#head || (this.#tail = void 0);
		return current.value;
	}
	peek() {
		if (!this.#head) return;
		return this.#head.value;
	}
	clear() {
		this.#head = void 0;
		this.#tail = void 0;
		this.#size = 0;
	}
	get size() {
		return this.#size;
	}
	*[Symbol.iterator]() {
		let current = this.#head;
		for (; current;) {
			yield current.value;
			current = current.next;
		}
	}
	*drain() {
		for (; this.#head;) yield this.dequeue();
	}
};
// node_modules/p-limit/index.js
function pLimit(concurrency) {
	let rejectOnClear = !1;
	typeof concurrency == "object" && ({concurrency, rejectOnClear = !1} = concurrency);
	validateConcurrency(concurrency);
	if (typeof rejectOnClear != "boolean") throw TypeError("Expected `rejectOnClear` to be a boolean");
	let queue = new Queue();
	let activeCount = 0;
	let resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};
	let next = () => {
		activeCount--;
		resumeNext();
	};
	let run = async (function_, resolve, arguments_) => {
		let result = (async () => function_(...arguments_))();
		resolve(result);
		try {
			await result;
		} catch {}
		next();
	};
	let enqueue = (function_, resolve, reject, arguments_) => {
		let queueItem = { reject };
		new Promise((internalResolve) => {
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(void 0, function_, resolve, arguments_));
		activeCount < concurrency && resumeNext();
	};
	let generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});
	Object.defineProperties(generator, {
		activeCount: { get: () => activeCount },
		pendingCount: { get: () => queue.size },
		clearQueue: { value() {
			if (!rejectOnClear) {
				queue.clear();
				return;
			}
			let abortError = AbortSignal.abort().reason;
			for (; queue.size > 0;) queue.dequeue().reject(abortError);
		} },
		concurrency: {
			get: () => concurrency,
			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;
				queueMicrotask(() => {
					for (; activeCount < concurrency && queue.size > 0;) resumeNext();
				});
			}
		},
		map: { async value(iterable, function_) {
			let promises = [];
			try {
				Array.from(iterable, (value, index) => {
					let promise = generator(function_, value, index);
					promises.push(promise);
					return promise;
				});
			} catch (error) {
				for (let promise of promises) promise.catch(() => {});
				throw error;
			}
			return Promise.all(promises);
		} }
	});
	return generator;
}
function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Infinity) && concurrency > 0)) throw TypeError("Expected `concurrency` to be a number from 1 and up");
}
export { contentDigest as A, list$1 as C, table as D, paragraph as E, placeText as F, ReportedError as M, ServiceError as N, isObject as O, UserError as P, link as S, mermaid as T, displayWidth as _, renderSummary as a, details as b, flag as c, manifestInput as d, required as f, Workspace as g, tokenInput as h, renderMarkdown as i, apply as j, Draft as k, integer as l, text as m, runOnRunner as n, defineAction as o, secret as p, useProxyOf as r, choice as s, pLimit as t, list as u, code as v, markdown as w, heading as x, codeBlock as y };
