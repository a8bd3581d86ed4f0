import { createHash, hash, randomUUID } from "node:crypto";
import { appendFileSync, lstatSync, mkdirSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { EOL } from "node:os";
// packages/plan/errors.ts
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
	for (const change of changes) {
		options.signal?.throwIfAborted();
		const found = await change.probe();
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
	const sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
	let found = await change.probe();
	for (const pause of SETTLING) {
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
	for (const { segment } of graphemes.segment(text)) if (!/^[\p{Mark}\p{Cf}]+$/u.test(segment)) width += WIDE.test(segment) ? 2 : 1;
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
		const target = resolve(this.root, path);
		if (isAbsolute(path) || /^[A-Za-z]:/.test(path) || path.includes("\0") || !inside(this.root, target)) throw escape(path, what);
		this.#realRoot ??= realpathSync.native(this.root);
		if (!inside(this.#realRoot, realPath(target))) throw escape(path, what);
		return target;
	}
	async read(path, what = "path") {
		const target = await this.locate(path, what);
		try {
			return readFileSync(target);
		} catch (error) {
			if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return null;
			if (isCode(error, "EISDIR")) throw new UserError(`${what}: “${path}” is a directory; a file was expected.`);
			throw error;
		}
	}
	async list(directory, what = "path") {
		const start = await this.locate(directory, what);
		const found = [];
		const walk = (at) => {
			for (const entry of entriesOf(at)) if (entry.isDirectory() && entry.name !== ".git") walk(join(at, entry.name));
			else if (entry.isFile()) found.push(relative(this.root, join(at, entry.name)).split(sep).join("/"));
		};
		walk(start);
		return found.sort();
	}
	async change(path, content, reason) {
		const target = resolve(this.root, path);
		const probe = async () => contentDigest(await this.read(path, "file"));
		const wanted = typeof content === "string" ? Buffer.from(content) : content;
		const [before, after] = [await probe(), contentDigest(wanted)];
		if (before === after) return null;
		return {
			action: before === null ? "create" : after === null ? "delete" : "update",
			subject: `file ${path}`,
			before,
			after,
			reason,
			probe,
			act: async () => wanted === null ? rmSync(target) : replaceFile(target, wanted)
		};
	}
};
function contentDigest(content) {
	return content === null ? null : `sha256:${hash("sha256", content).slice(0, 12)}`;
}
function replaceFile(target, content) {
	mkdirSync(dirname(target), { recursive: true });
	const mode = (lstatSync(target, { throwIfNoEntry: false })?.mode ?? 420) & 511;
	const beside = `${target}.${randomUUID()}`;
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
		return lstatSync(path, { throwIfNoEntry: false }) !== void 0;
	} catch {
		return false;
	}
}
function entriesOf(directory) {
	try {
		return readdirSync(directory, { withFileTypes: true });
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
		required: false,
		secret: false,
		parse: (given) => given.trim()
	};
}
function required(details) {
	return {
		...text(details),
		required: true
	};
}
function secret(details) {
	return {
		...text(details),
		secret: true
	};
}
function choice(allowed, details) {
	return {
		...details,
		type: "enum",
		required: false,
		secret: false,
		allowed,
		parse(given, name) {
			const match = allowed.find((word) => word === given.trim());
			if (match === void 0) throw wrong(name, given, allowed.join(", "));
			return match;
		}
	};
}
function flag(details) {
	return {
		...details,
		type: "boolean",
		required: false,
		secret: false,
		parse(given, name) {
			const word = given.trim();
			if (word !== "true" && word !== "false") throw wrong(name, given, "true, false");
			return word === "true";
		}
	};
}
function integer({ min, max, ...details }) {
	return {
		...details,
		type: "integer",
		required: false,
		secret: false,
		parse(given, name) {
			const value = /^-?\d+$/.test(given.trim()) ? Number(given) : NaN;
			if (!(value >= min && value <= max)) throw wrong(name, given, `a whole number from ${min} to ${max}`);
			return value;
		}
	};
}
function list(details) {
	const { commas = false, ...rest } = details;
	return {
		...rest,
		type: "list",
		separator: "\\n",
		required: false,
		secret: false,
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
	const given = texts.get(name) ?? "";
	if (given.trim() !== "") return given;
	if (input.required) throw new UserError(`Input “${name}” is missing. ${input.description}`, { advice: `Add “${name}:” to the step${input.example === void 0 ? "." : `, for example “${name}: ${input.example}”.`}` });
	const standing = input.default ?? "";
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
	const inputs = {
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
// packages/action/html.ts
function escapeHtml$1(text) {
	return text.replaceAll(SPECIAL, (character) => ENTITIES[character] ?? character).replaceAll(CONTROL, "�");
}
function safeHref(href) {
	return /^(?:https?:\/\/|#)[^\s"'<>]*$/.test(href) ? escapeHtml$1(href) : void 0;
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
	if (typeof inline === "string") return escapeHtml$1(inline);
	if ("code" in inline) return inline.code === "" ? "" : `<code>${escapeHtml$1(inline.code)}</code>`;
	if ("link" in inline) {
		const href = safeHref(inline.href);
		return href === void 0 ? escapeHtml$1(inline.link) : `<a href="${href}">${escapeHtml$1(inline.link)}</a>`;
	}
	return inline.map(inlineHtml).join("");
}
function tableHtml(head, rows) {
	return `<div class="scroll"><table><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join("")}</tr></thead><tbody>\n${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("\n")}\n</tbody></table></div>`;
}
function detailsHtml(summary, body, id) {
	return `<details${id === void 0 ? "" : ` id="${escapeHtml$1(id)}"`}><summary>${summary}</summary>\n${body}\n</details>`;
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
	return `<pre><code>${escapeHtml$1(text.replace(/\n$/, ""))}</code></pre>`;
}
// packages/action/html-style.ts
const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f6f7f9; --card: #ffffff; --ink: #1b2430; --soft: #5a6675; --line: #dfe4ea; --edge: #b4becb; --shade: #eef1f5;
  --accent: #0f62ae; --good: #167544; --good-shade: #e3f5ea; --wait: #8a6100; --wait-shade: #fdf3d9; --bad: #b3261e; --bad-shade: #fde8e6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #11151b; --card: #191f27; --ink: #e4e9f0; --soft: #99a5b4; --line: #2c3542; --edge: #56637a; --shade: #212935;
    --accent: #6cb2f5; --good: #5bd08f; --good-shade: #15321f; --wait: #e5bb55; --wait-shade: #352a10; --bad: #ff9a92; --bad-shade: #40191a;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 0 1.25rem 5rem; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 2px; }
header.top { background: var(--card); border-bottom: 1px solid var(--line); }
header.top > div { max-width: 1080px; margin: 0 auto; padding: 2.4rem 1.25rem 1.6rem; }
.eyebrow { margin: 0 0 .3rem; color: var(--soft); font-size: .82rem; letter-spacing: .06em; text-transform: uppercase; }
h1 { margin: 0; font-size: clamp(1.7rem, 4.6vw, 2.5rem); line-height: 1.15; letter-spacing: -.02em; }
.lead { margin: .7rem 0 0; max-width: 46rem; color: var(--soft); }
h2 { margin: 2.8rem 0 .9rem; font-size: 1.3rem; letter-spacing: -.01em; }
h3 { margin: 0; font-size: 1.02rem; }
h4 { margin: 1.1rem 0 .4rem; font-size: .98rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.1rem 1.25rem; }
.card + .card { margin-top: .8rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: .8rem; margin-top: 1.6rem; }
.fact { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: .8rem 1rem; }
.fact b { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.fact span { color: var(--soft); font-size: .88rem; }
.badge { display: inline-block; padding: .08rem .6rem; border-radius: 99px; font-size: .8rem; font-weight: 600; white-space: nowrap; }
.scroll { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
th { text-align: left; color: var(--soft); font-weight: 600; font-size: .84rem; }
th, td { padding: .45rem .8rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
code { font: .88em ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; background: var(--shade); border-radius: 4px; padding: .08em .35em; overflow-wrap: anywhere; }
td code { white-space: nowrap; }
p, li { overflow-wrap: break-word; }
th, td { overflow-wrap: normal; }
pre { overflow-x: auto; max-width: 100%; background: var(--shade); border-radius: 8px; padding: .8rem 1rem; font-size: .84rem; line-height: 1.45; }
pre code { background: none; padding: 0; overflow-wrap: normal; font-size: 1em; }
details > summary { cursor: pointer; }
footer { margin-top: 3rem; color: var(--soft); font-size: .88rem; }
`;
// packages/action/markdown.ts
const SUMMARY_LIMIT = 1048576;
const NOTE = "\n> The rest was cut: a job summary holds 1 MiB. Everything is in the outputs of this step.\n";
function renderMarkdown(report) {
	return report.map(renderBlock).join("\n");
}
function renderSummary(report, limit = SUMMARY_LIMIT) {
	const whole = renderMarkdown(report);
	if (Buffer.byteLength(whole) <= limit) return whole;
	return renderMarkdown(fit(report, limit - Buffer.byteLength(NOTE))) + NOTE;
}
function fit(blocks, budget) {
	const kept = [];
	let left = budget;
	for (const block of blocks) {
		const size = Buffer.byteLength(renderBlock(block)) + 1;
		if (size <= left) {
			kept.push(block);
			left -= size;
			continue;
		}
		const part = shorten$1(block, left);
		if (part !== null) kept.push(part);
		break;
	}
	return kept;
}
function shorten$1(block, budget) {
	if (block.kind === "details") {
		const frame = Buffer.byteLength(renderBlock({
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
	const rows = block.rows.filter((row) => (left -= Buffer.byteLength(renderRow(row)) + 1) >= 0);
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
	if (typeof inline === "string") return escapeText(inline);
	if ("code" in inline) return codeSpan(inline.code);
	if ("link" in inline) return /^https?:\/\//.test(inline.href) ? `[${escapeText(inline.link)}](${escapeHref(inline.href)})` : escapeText(inline.link);
	return inline.map(renderInline).join("");
}
function summaryText(inline) {
	if (typeof inline === "string") return escapeHtml(inline);
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
	const flat = text.replaceAll(/\s*\r?\n\s*/g, " ");
	if (flat === "") return "";
	const ticks = "`".repeat(longestRun(flat) + 1);
	const pad = flat.startsWith("`") || flat.endsWith("`") ? " " : "";
	return `${ticks}${pad}${flat}${pad}${ticks}`;
}
function fence(text, language) {
	const ticks = "`".repeat(Math.max(3, longestRun(text) + 1));
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
	const { setGlobalProxyFromEnv } = await import("node:http");
	setGlobalProxyFromEnv(environment);
}
// packages/action/run.ts
async function execute(action, texts, context, options = {}) {
	for (const [name, input] of Object.entries(action.inputs)) if (input.secret) context.log.mask(texts.get(name) ?? "");
	const dryRun = parseInputs(action.inputs, texts)["dry-run"] === true;
	const { sleep } = options;
	const decision = await action.decide(texts, sleep === void 0 ? context : {
		...context,
		sleep
	});
	const plan = describePlan(decision.changes);
	if (decision.refusal === void 0) options.onPlan?.(plan, dryRun);
	let applied = 0;
	if (!dryRun && decision.refusal === void 0) await apply(decision.changes, {
		signal: context.signal,
		...sleep !== void 0 && { sleep },
		onChange(change, outcome) {
			if (outcome === "applied") applied += 1;
			options.onChange?.(change, outcome);
		}
	});
	if (!dryRun) await decision.afterwards?.();
	const changed = decision.refusal === void 0 && (dryRun ? plan.length > 0 : applied > 0);
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
		const value = values[name] ?? "";
		return [name, typeof value === "string" ? value : JSON.stringify(value)];
	}));
}
// packages/action/commands.ts
function command(name, properties, message) {
	const list = Object.entries(properties).filter(([, value]) => value !== void 0 && value !== "").map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
	return `::${name}${list === "" ? "" : ` ${list}`}::${escapeData(message)}`;
}
function annotation(finding) {
	const level = finding.severity === "info" ? "notice" : finding.severity;
	const { file, line, column, rule } = finding;
	return command(level, {
		title: rule,
		file,
		line,
		col: column
	}, [finding.message, finding.advice].filter(Boolean).join("\n"));
}
function writeOutput(file, name, value) {
	if (file === void 0 || file === "") return;
	const delimiter = `ghadelimiter_${createHash("sha256").update(value).digest("hex")}`;
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
	#known = new Set();
	add(secret) {
		for (const part of [secret, ...secret.split(/\r?\n/)]) {
			if (part.trim().length < 4) continue;
			const forms = [
				part,
				encodeURIComponent(part),
				Buffer.from(part).toString("base64"),
				JSON.stringify(part).slice(1, -1),
				escapeText(part)
			];
			for (const form of forms) this.#known.add(form);
		}
	}
	redact(text) {
		let clean = text;
		for (const secret of [...this.#known].sort((a, b) => b.length - a.length)) clean = clean.replaceAll(secret, "***");
		return clean;
	}
};
// packages/action/runner.ts
const ANNOTATIONS_SHOWN = 10;
async function runOnRunner(action, environment, write, signal) {
	const secrets = new Secrets();
	const print = (line) => write(`${secrets.redact(line)}\n`);
	const log = runnerLog(print, secrets, environment);
	const context = {
		environment,
		workspace: environment["GITHUB_WORKSPACE"] ?? process.cwd(),
		log,
		signal
	};
	const summarise = (report) => {
		const file = environment["GITHUB_STEP_SUMMARY"];
		if (file !== void 0 && file !== "") appendFileSync(file, secrets.redact(renderSummary(report)));
	};
	const done = [];
	let planned = [];
	try {
		const execution = await execute(action, readInputs(action, environment), context, {
			onPlan(plan, dryRun) {
				planned = plan;
				print(planTitle(plan.length, dryRun));
				for (const change of plan) print(defuse(`  ${changeLine(change)}`));
			},
			onChange(change, outcome) {
				done.push(change.subject);
				print(defuse(`${outcome === "applied" ? "Done" : "Found done"}: ${change.action} ${change.subject}`));
			}
		});
		for (const [name, value] of Object.entries(execution.outputs)) writeOutput(environment["GITHUB_OUTPUT"], name, secrets.redact(value));
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
		if (!(error instanceof ReportedError)) print(defuse(error instanceof Error ? error.stack ?? error.message : String(error)));
		summarise([heading(action.title, 2), ...failureReport(error, planned, done)]);
		return 1;
	}
}
function readInputs(action, environment) {
	const given = new Map();
	for (const name of Object.keys(action.inputs)) {
		const text = environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`];
		if (text !== void 0) given.set(name, text);
	}
	return given;
}
function runnerLog(print, secrets, environment) {
	return {
		info: (line) => print(defuse(line)),
		debug(line) {
			if (environment["RUNNER_DEBUG"] === "1") print(command("debug", {}, line));
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
			for (const line of secret.split(/\r?\n/)) if (line.trim() !== "" && secrets.redact(line) === line) print(command("add-mask", {}, line));
			secrets.add(secret);
		}
	};
}
function annotate(findings, print) {
	for (const severity of [
		"error",
		"warning",
		"info"
	]) {
		const of = findings.filter((finding) => finding.severity === severity && finding.waived !== true);
		for (const finding of of.slice(0, ANNOTATIONS_SHOWN)) print(annotation(finding));
		if (of.length > ANNOTATIONS_SHOWN) print(`${of.length - ANNOTATIONS_SHOWN} more of level ${severity}: see the job summary.`);
	}
}
function failureLine(error) {
	if (!(error instanceof ReportedError)) return command("error", { title: "Defect" }, `${error instanceof Error ? error.message : String(error)}\nThis is a defect of the action, not of your workflow: please report it with the lines below.`);
	const { file, line, column } = error.place;
	return command("error", {
		file,
		line,
		col: column
	}, [error.message, error.advice].filter(Boolean).join("\n"));
}
function failureReport(error, planned, done) {
	const message = error instanceof Error ? error.message : String(error);
	const advice = error instanceof ReportedError ? error.advice : "This is a defect of the action: please report it with the log of this step.";
	const rows = planned.map((change) => [
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
		const node = new Node(value);
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
		const current = this.#head;
		if (!current) return;
		this.#head = this.#head.next;
		this.#size--;
		if (!this.#head) this.#tail = void 0;
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
		while (current) {
			yield current.value;
			current = current.next;
		}
	}
	*drain() {
		while (this.#head) yield this.dequeue();
	}
};
// node_modules/p-limit/index.js
function pLimit(concurrency) {
	let rejectOnClear = false;
	if (typeof concurrency === "object") ({concurrency, rejectOnClear = false} = concurrency);
	validateConcurrency(concurrency);
	if (typeof rejectOnClear !== "boolean") throw new TypeError("Expected `rejectOnClear` to be a boolean");
	const queue = new Queue();
	let activeCount = 0;
	const resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};
	const next = () => {
		activeCount--;
		resumeNext();
	};
	const run = async (function_, resolve, arguments_) => {
		const result = (async () => function_(...arguments_))();
		resolve(result);
		try {
			await result;
		} catch {}
		next();
	};
	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = { reject };
		new Promise((internalResolve) => {
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(void 0, function_, resolve, arguments_));
		if (activeCount < concurrency) resumeNext();
	};
	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
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
			const abortError = AbortSignal.abort().reason;
			while (queue.size > 0) queue.dequeue().reject(abortError);
		} },
		concurrency: {
			get: () => concurrency,
			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;
				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) resumeNext();
				});
			}
		},
		map: { async value(iterable, function_) {
			const promises = [];
			try {
				Array.from(iterable, (value, index) => {
					const promise = generator(function_, value, index);
					promises.push(promise);
					return promise;
				});
			} catch (error) {
				for (const promise of promises) promise.catch(() => {});
				throw error;
			}
			return Promise.all(promises);
		} }
	});
	return generator;
}
function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
}
export { paragraph as A, codeBlock as C, list$1 as D, link as E, UserError as F, apply as M, ReportedError as N, markdown as O, ServiceError as P, code as S, heading as T, text as _, renderSummary as a, contentDigest as b, escapeHtml$1 as c, flag as d, integer as f, secret as g, required as h, renderMarkdown as i, table as j, mermaid as k, defineAction as l, manifestInput as m, runOnRunner as n, PAGE_STYLE as o, list as p, useProxyOf as r, renderHtml as s, pLimit as t, choice as u, tokenInput as v, details as w, displayWidth as x, Workspace as y };
