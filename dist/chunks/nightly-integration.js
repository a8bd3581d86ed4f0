import { D as table, E as paragraph, P as UserError, S as link$1, c as flag, d as manifestInput, f as required, g as Workspace, h as tokenInput, i as renderMarkdown, j as apply, l as integer, m as text, o as defineAction, p as secret, u as list, v as code, x as heading } from "./core.js";
import { $ as RequestRefused, A as compare, J as fullName, R as ownersOf, X as parseRepository, Z as GitHub, c as FollowedIssue, d as isAssignable, f as labelledIssues, j as resolveCommit, k as commitsSince, l as firstLine, o as runPlace, u as changedPaths, z as readCodeowners } from "./github.js";
import { _ as isDigest, c as platformsOf, f as formatReference, m as parseReference, n as findCredentials, o as parseEndpoints, r as RegistryClient } from "./registry.js";
import { _ as short$1, a as nightReport, c as nightsOf, d as watchNights, f as VERDICTS$1, g as percent$1, h as minuteOf, i as failingReport, l as readLog, m as dayOf, n as publish, o as flakeCounts, p as count, r as culpritReport, s as isLogFile, t as branchHistory, u as withRecord } from "./branch.js";
import { r as planRetag, t as credentialsGiven } from "./retag-request.js";
import { t as loadManifest } from "./manifest.js";
import { createHash, randomUUID } from "node:crypto";
import { basename, dirname, join, relative, resolve } from "node:path";
import { hostname, tmpdir } from "node:os";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { glob, link, mkdir, mkdtemp, open, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { spawn } from "node:child_process";
async function assigneesOf(github, repository, { culprit }) {
	let owned = new Map();
	for (let component of culprit?.components ?? []) for (let login of await ownersOfChange(github, component)) owned.set(login, (owned.get(login) ?? 0) + 1);
	let byShare = [...owned].sort(([a, files], [b, more]) => more - files || (a < b ? -1 : 1)).map(([login]) => login);
	let assigned = [];
	for (let login of byShare) assigned.length < 3 && await isAssignable(github, repository, login) && assigned.push(login);
	return assigned;
}
async function ownersOfChange(github, { repository, commits }) {
	if (repository === null || commits.before === null || commits.after === null) return [];
	let place = parseRepository(repository, "culprit");
	let rules = await readCodeowners(github, place, commits.after);
	if (rules === null) return [];
	return (await changedPaths(github, place, commits.before, commits.after) ?? []).flatMap((path) => [...new Set(ownersOf(rules, path))]).flatMap((owner) => /^@([\w-]+)$/.exec(owner)?.[1] ?? []);
}
// packages/nightly/issue/rules.ts
const ISSUE_RULES = {
	labels: ["nightly-failure"],
	closeAfter: 3,
	reopenWithin: 14
};
function markOf(signature) {
	return `<!-- nightly-integration ${signature} -->`;
}
function signatureIn(firstLine) {
	return /^<!-- nightly-integration ([0-9a-f]{8,64}) -->$/.exec(firstLine)?.[1] ?? null;
}
// packages/nightly/issue/decide.ts
const OPENING = new Set([
	"rejected",
	"environment",
	"inconclusive"
]);
function decideIssues(nights, issues, rules) {
	let tonight = nights.at(-1);
	if (tonight === void 0) return [];
	let steps = [];
	let ours = Map.groupBy(issues, ({ body }) => signatureIn(firstLine(body)));
	for (let [signature, all] of ours) {
		if (signature === null) continue;
		let [open, ...others] = all.filter(({ state }) => state === "open");
		if (open === void 0) continue;
		for (let issue of others) steps.push({
			step: "close-duplicate",
			signature,
			issue,
			of: open.number
		});
		let accepted = acceptedSince(nights, signature);
		let isDone = tonight.verdict === "accepted" && accepted >= rules.closeAfter;
		steps.push(isDone ? {
			step: "close",
			signature,
			issue: open,
			accepted
		} : {
			step: "update",
			signature,
			issue: open
		});
	}
	let { signature } = tonight;
	if (signature === null || !OPENING.has(tonight.verdict)) return steps;
	let known = ours.get(signature) ?? [];
	if (known.some(({ state }) => state === "open")) return steps;
	let former = known.findLast(({ stateReason }) => stateReason !== "duplicate");
	let closed = former?.closedAt ?? null;
	if (former === void 0 || closed === null || Date.parse(tonight.at) - Date.parse(closed) > rules.reopenWithin * 864e5) return [...steps, {
		step: "open",
		signature,
		ordinal: known.length + 1
	}];
	return [...steps, {
		step: former.stateReason === "not_planned" ? "leave" : "reopen",
		signature,
		issue: former
	}];
}
function acceptedSince(nights, signature) {
	let last = nights.findLastIndex((night) => night.signature === signature);
	return nights.slice(last + 1).filter(({ verdict }) => verdict === "accepted").length;
}
function issueText(nights, signature, rules) {
	let failed = nights.filter((night) => night.signature === signature);
	let [first, last] = [failed[0], failed.at(-1)];
	if (first === void 0 || last === void 0) return null;
	let named = failed.findLast(({ culprit }) => culprit !== null && culprit.components.length > 0);
	let since = first === last ? `in the night of ${dayOf(first)}` : `${failed.length} times, first in the night of ${dayOf(first)}`;
	let report = [
		paragraph(`The nightly integration failed like this ${since}, last on ${dayOf(last)}: ${quiet(last.reason)}`),
		...culpritReport(named?.culprit ?? null),
		...failingReport(last.failing),
		table([
			"Night (UTC)",
			"Verdict",
			"Payload",
			"What it came to"
		], failed.slice(-14).reverse().map(row)),
		paragraph(outlook(nights, signature, rules))
	];
	return {
		title: titleOf(last),
		body: renderMarkdown(report)
	};
}
function titleOf({ failing, verdict }) {
	let [test = verdict, ...others] = failing;
	let name = test.length > 120 ? `${test.slice(0, 119)}…` : test;
	let more = others.length === 0 ? "" : ` and ${others.length} more`;
	return `Nightly: ${name.replaceAll(/\s+/g, " ")}${more}`;
}
function row(night) {
	let { symbol, word } = VERDICTS$1[night.verdict];
	return [
		night.url === null ? minuteOf(night) : link$1(minuteOf(night), night.url),
		`${symbol} ${word}`,
		code(short$1(night.payload.id)),
		quiet(night.reason)
	];
}
function outlook(nights, signature, { closeAfter, reopenWithin }) {
	let accepted = acceptedSince(nights, signature);
	let so = accepted === 0 ? "" : ` (${accepted} so far)`;
	return `Kept by nightly-integration: closed after ${count(closeAfter, "accepted night")}${so}, opened again when it fails within ${count(reopenWithin, "day")} after that. Close it as “not planned” to be told no more; whom it is assigned to is yours to change.`;
}
function commentText(nights, signature, step) {
	let [before, last] = nights.filter((night) => night.signature === signature).slice(-2);
	let tonight = last ?? before;
	if (tonight === void 0 || tonight !== nights.at(-1)) return null;
	if (step === "reopen") return renderMarkdown([paragraph("Fails again. ", seen(tonight)), ...culpritReport(tonight.culprit)]);
	if (last === void 0 || tonight.culprit === null || guilty(before) === guilty(last)) return null;
	return renderMarkdown([paragraph("The culprit is another than before. ", seen(last)), ...culpritReport(last.culprit)]);
}
function closingText(accepted, tonight) {
	return renderMarkdown([paragraph(`Closed: ${count(accepted, "night")} accepted since it failed last. `, seen(tonight))]);
}
function duplicateText(of) {
	return `The same failure as #${of}, which is kept.\n`;
}
function seen(night) {
	return night.url === null ? `Night of ${minuteOf(night)} UTC.` : link$1(`Night of ${minuteOf(night)} UTC`, night.url);
}
function guilty(night) {
	return (night?.culprit?.components ?? []).map(({ component, after }) => `${component} ${after}`).join("\n");
}
function quiet(text) {
	return text.replaceAll(/[@#](?=\w)/g, "$&​");
}
// packages/nightly/issue/keep.ts
async function planIssues(request, nights) {
	let { github, repository, rules } = request;
	let [label] = rules.labels;
	let night = nights.at(-1);
	let changes = [];
	let findings = [];
	let ofTonight = null;
	for (let step of decideIssues(nights, await labelledIssues(github, repository, label), rules)) {
		let known = step.step === "open" ? null : step.issue;
		let followed = new FollowedIssue(github, {
			repository,
			label,
			mark: markOf(step.signature)
		}, known);
		step.signature === night?.signature && step.step !== "close-duplicate" && (ofTonight = followed);
		step.step === "leave" ? findings.push(left(step.issue)) : night !== void 0 && changes.push(...await changesOf(step, followed, request, nights, night));
	}
	return {
		changes,
		findings,
		tonight: () => ofTonight?.seen ?? null
	};
}
function keepIssues(request, read, told = () => void 0) {
	let plan = async () => {
		let found = await planIssues(request, await read());
		told(found);
		return found;
	};
	return {
		action: "update",
		subject: `issues “${request.rules.labels[0]}” of ${fullName(request.repository)}`,
		before: "behind",
		after: "current",
		reason: "one for each failure, as the nights go",
		probe: async () => (await plan()).changes.length === 0 ? "current" : "behind",
		act: async () => {
			let { changes } = await plan();
			await apply(changes, { sleep: request.github.sleep });
		}
	};
}
async function changesOf(step, followed, { github, repository, commit, rules }, nights, tonight) {
	let text = issueText(nights, step.signature, rules);
	let said = `<!-- night ${tonight.id} -->`;
	let some = (...changes) => changes.filter((change) => change !== null);
	switch (step.step) {
		case "open": {
			if (text === null) return [];
			let assignees = await assigneesOf(github, repository, tonight);
			let claim = `refs/nightly-issues/${step.signature}/${step.ordinal}`;
			return [followed.open({
				...text,
				labels: rules.labels.slice(1),
				assignees,
				claim,
				commit
			}, tonight.reason)];
		}
		case "update":
		case "reopen": {
			let comment = commentText(nights, step.signature, step.step);
			let isBack = step.step === "reopen";
			let assignees = isBack ? await assigneesOf(github, repository, tonight) : [];
			return some(text === null ? null : followed.rewrite(text, `the night of ${tonight.at.slice(0, 10)}: ${tonight.verdict}`), comment === null ? null : await followed.comment(said, comment, "a turning point"), followed.assign(assignees, "the owners of what changed"), isBack ? followed.turn("open", "the same tests fail again") : null);
		}
		case "close": return some(text === null ? null : followed.rewrite(text, "the nights since"), await followed.comment(said, closingText(step.accepted, tonight), "say why it is closed"), followed.turn("completed", `${step.accepted} accepted nights since it failed last`));
		case "close-duplicate": return some(await followed.comment("<!-- duplicate -->", duplicateText(step.of), "say why it is closed"), followed.turn("duplicate", `the same failure as #${step.of}`));
	}
}
function left({ number, url }) {
	return {
		severity: "info",
		rule: "nightly-failure-not-planned",
		message: `These tests fail again; #${number} says that it is not planned to mend them (${url}).`,
		advice: "Reopen it to have it kept again."
	};
}
async function exclusively(file, run, sleep = setTimeout$1) {
	await mkdir(dirname(file), { recursive: !0 });
	for (let attempt = 1; !await claim(file); attempt += 1) {
		let owner = await readFile(file, "utf8").catch(() => "");
		if (isGone(owner)) await rm(file, { force: !0 });
		else if (attempt < 200) await sleep(50);
		else throw new UserError(`${file} is held by ${owner === "" ? "somebody" : owner} for more than ten seconds.`, {
			file,
			advice: "Another run writes to this history. If there is none, remove the file."
		});
	}
	try {
		return await run();
	} finally {
		await rm(file, { force: !0 });
	}
}
async function claim(file) {
	let beside = `${file}.${randomUUID()}`;
	await writeFile(beside, `process ${process.pid} on ${hostname()}`, { flag: "wx" });
	try {
		await link(beside, file);
		return !0;
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "EEXIST") return !1;
		throw error;
	} finally {
		await rm(beside, { force: !0 });
	}
}
function isGone(owner) {
	let [, pid, host] = /^process (\d+) on (.+)$/.exec(owner) ?? [];
	if (pid === void 0 || host !== hostname()) return !1;
	try {
		process.kill(Number(pid), 0);
		return !1;
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "ESRCH";
	}
}
// packages/nightly/history/directory.ts
function directoryHistory(directory, publisher = {}) {
	let root = resolve(directory);
	let { title = basename(root), serverUrl = "https://github.com" } = publisher;
	return {
		read: async () => readLog(await load(root)),
		append: (record) => exclusively(join(root, ".lock"), async () => {
			let files = await load(root);
			let appended = withRecord(files, record);
			if (appended === null) return;
			for (let [path, text] of publish(files, appended, record, {
				title,
				serverUrl
			})) await replace(join(root, path), text);
		})
	};
}
async function load(root) {
	let paths = (await readdir(join(root, "nights")).catch((error) => {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
		throw error;
	})).map((name) => `nights/${name}`).filter(isLogFile);
	return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(root, path), "utf8")])));
}
async function replace(file, text) {
	await mkdir(dirname(file), { recursive: !0 });
	let beside = `${file}.${randomUUID()}`;
	try {
		await using handle = await open(beside, "wx");
		await handle.writeFile(text);
		await handle.sync();
	} catch (error) {
		await rm(beside, { force: !0 });
		throw error;
	}
	await rename(beside, file);
}
function nightMessage(night, issue = null) {
	let { verdict, culprit, failing, url, payload, reason } = night;
	let { symbol, word } = VERDICTS$1[verdict];
	let guilty = (culprit?.components ?? []).map(({ component, compare }) => compare === null ? component : link$1(component, compare));
	let tests = failing.slice(0, 3).map((test, index) => [index === 0 ? "" : ", ", code(test.slice(0, 120))]);
	let more = failing.length > 3 ? ` and ${failing.length - 3} more` : "";
	let places = [...url === null ? [] : [link$1("the run", url)], ...issue === null ? [] : [link$1("the issue", issue)]];
	return renderMarkdown([
		paragraph(`${symbol} Night of ${dayOf(night)}, payload ${short$1(payload.id)}: ${word}. ${reason}`),
		...culprit === null || guilty.length === 0 ? [] : [paragraph("To blame: ", ...between(guilty, " with "), ` (${percent$1(culprit.probability)})`)],
		...failing.length === 0 ? [] : [paragraph("Failing: ", ...tests, more)],
		...places.length === 0 ? [] : [paragraph("See ", ...between(places, " and "), ".")]
	]);
}
function between(items, word) {
	return items.flatMap((item, index) => index === 0 ? [item] : [word, item]);
}
// packages/nightly/trial/log-file.ts
const KEPT = {
	head: 8388608,
	tail: 2097152
};
var LogFile = class LogFile {
	path;
	#file;
	#written = 0;
	#tail = [];
	#tailSize = 0;
	#dropped = 0;
	#queue = Promise.resolve();
	#closed = !1;
	constructor(path, file) {
		this.path = path;
		this.#file = file;
	}
	static async create(path) {
		return new LogFile(path, await open(path, "w"));
	}
	write(chunk) {
		if (this.#closed) return Promise.resolve();
		let head = chunk.subarray(0, Math.max(0, KEPT.head - this.#written));
		this.#written += head.length;
		head.length > 0 && (this.#queue = this.#queue.then(async () => void await this.#file.write(head)));
		head.length < chunk.length && this.#remember(chunk.subarray(head.length));
		return this.#queue;
	}
	async close() {
		if (this.#closed) return;
		this.#closed = !0;
		await this.#queue;
		this.#dropped > 0 && await this.#file.write(`\n… ${this.#dropped} bytes left out …\n`);
		for (let chunk of this.#tail) await this.#file.write(chunk);
		await this.#file.close();
	}
	#remember(chunk) {
		this.#tail.push(chunk);
		this.#tailSize += chunk.length;
		for (let [first] = this.#tail; first !== void 0 && this.#tailSize - first.length >= KEPT.tail; [first] = this.#tail) {
			this.#tail.shift();
			this.#tailSize -= first.length;
			this.#dropped += first.length;
		}
	}
};
// packages/nightly/trial/processes.ts
async function endMarked(mark) {
	let ended = new Set();
	for (let round = 0; round < 2; round += 1) for (let pid of await marked(mark)) signal(pid, "SIGKILL") && ended.add(pid);
	return ended.size;
}
function signal(pid, name) {
	try {
		process.kill(pid, name);
		return !0;
	} catch {
		return !1;
	}
}
async function marked(mark) {
	let entries = await readdir("/proc").catch(() => []);
	return (await Promise.all(entries.filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid).map(async (name) => (await readFile(`/proc/${name}/environ`, "latin1").catch(() => "")).split("\0").includes(mark) ? [Number(name)] : []))).flat();
}
async function runCommand(options) {
	let { name, directory } = options;
	options.signal.throwIfAborted();
	let script = join(directory, `${name}.sh`);
	await writeFile(script, `${options.script.replaceAll("\r\n", "\n").trimEnd()}\n`);
	let log = await LogFile.create(join(directory, `${name}.log`));
	let child = spawn("bash", [
		"--noprofile",
		"--norc",
		"-eo",
		"pipefail",
		script
	], {
		cwd: options.workingDirectory,
		env: options.environment,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		],
		detached: !0
	});
	let lines = new LastLines();
	let exited = exitOf(child, options);
	let flowing = Promise.all([keep(child.stdout, log, lines, options.onLine), keep(child.stderr, log, lines)]);
	let watch = watchOver(child, options);
	let ended;
	try {
		ended = await exited;
	} catch (error) {
		await log.close();
		throw error;
	} finally {
		watch.stop();
	}
	await Promise.race([flowing, pause(1e3)]);
	let release = async () => {
		killGroup(child, "SIGKILL");
		child.stdout.destroy();
		child.stderr.destroy();
		await log.close();
	};
	(watch.timedOut() || options.signal.aborted) && await release();
	options.signal.throwIfAborted();
	return {
		end: {
			...ended,
			timedOut: watch.timedOut(),
			log: log.path,
			lastLines: lines.all()
		},
		release
	};
}
function exitOf(child, { workingDirectory }) {
	return new Promise((resolve, reject) => {
		child.once("exit", (code, signal) => resolve({
			code,
			signal
		}));
		child.once("error", (cause) => reject(new UserError(`Cannot start bash in ${workingDirectory}: ${cause.message}.`, {
			advice: "Check “working-directory”, and that bash is on the PATH of the runner.",
			cause
		})));
	});
}
function watchOver(child, { timeout, signal, grace = 1e4 }) {
	let timedOut = !1;
	let killing;
	let end = () => {
		killGroup(child, "SIGTERM");
		killing = setTimeout(() => killGroup(child, "SIGKILL"), grace);
	};
	let timer = setTimeout(() => {
		timedOut = !0;
		end();
	}, timeout);
	signal.addEventListener("abort", end, { once: !0 });
	return {
		timedOut: () => timedOut,
		stop() {
			clearTimeout(timer);
			clearTimeout(killing);
			signal.removeEventListener("abort", end);
		}
	};
}
function killGroup({ pid }, name) {
	pid !== void 0 && signal(process.platform === "win32" ? pid : -pid, name);
}
async function keep(stream, log, last, onLine) {
	let line = (text) => {
		last.add(text);
		onLine?.(text);
	};
	let open = "";
	let decoder = new TextDecoder();
	try {
		for await (let chunk of stream) {
			let bytes = typeof chunk == "string" ? Buffer.from(chunk) : chunk;
			await log.write(bytes);
			let pieces = (open + decoder.decode(bytes, { stream: !0 })).split("\n");
			open = pieces.pop() ?? "";
			for (let piece of pieces) line(piece);
			open.length > 1048576 && (open = open.slice(-500));
		}
	} catch {}
	open !== "" && line(open);
}
var LastLines = class {
	#lines = [];
	add(line) {
		this.#lines.push(line.slice(0, 500));
		this.#lines.length > 400 && (this.#lines = this.#lines.slice(-200));
	}
	all() {
		return this.#lines.slice(-200);
	}
};
function pause(milliseconds) {
	return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
// packages/nightly/trial/go-test.ts
var GoTestEvents = class {
	#tests = new Map();
	#packages = new Map();
	add(line) {
		let event = parse$1(line);
		if (event === null) return !1;
		let { action, pkg, test } = event;
		if (action !== "pass" && action !== "fail") return !0;
		test === "" ? this.#packages.set(pkg, action === "pass") : this.#tests.set(`${pkg}.${test}`, action === "pass");
		return !0;
	}
	get results() {
		let names = (wanted) => [...this.#tests].flatMap(([name, passed]) => passed === wanted ? [name] : []);
		let failed = names(!1);
		let leaves = failed.filter((name) => !failed.some((other) => other.startsWith(`${name}/`)));
		let packages = [...this.#packages].flatMap(([name, passed]) => passed || failed.some((test) => test.startsWith(`${name}.`)) ? [] : [name]);
		return {
			failed: [...leaves, ...packages].sort(),
			passed: names(!0).sort()
		};
	}
};
function parse$1(line) {
	if (!line.startsWith("{") || !line.includes("\"Action\"")) return null;
	try {
		let event = JSON.parse(line);
		if (typeof event != "object" || !event || !("Action" in event)) return null;
		let [pkg, test] = ["Package" in event ? event.Package : "", "Test" in event ? event.Test : ""];
		if (typeof event.Action != "string" || typeof pkg != "string" || typeof test != "string") return null;
		return {
			action: event.Action,
			pkg,
			test
		};
	} catch {
		return null;
	}
}
// packages/nightly/payload/identity.ts
function payloadOf(images) {
	let ordered = [...images].sort((one, other) => one.component < other.component ? -1 : 1);
	let named = ordered.map(({ component, reference, digest }) => `${component} ${nameOf$1(reference)}@${digest}\n`);
	return {
		id: createHash("sha256").update(named.join("")).digest("hex"),
		images: ordered
	};
}
function pinned({ reference, digest }) {
	return `${nameOf$1(reference)}@${digest}`;
}
function nameOf$1(reference) {
	let [named = ""] = reference.split("@");
	let colon = named.indexOf(":", named.lastIndexOf("/") + 1);
	return colon < 0 ? named : named.slice(0, colon);
}
function shortId(id) {
	return id.slice(0, 12);
}
const NAME = /^[A-Za-z0-9][\w.-]{0,99}$/;
function readPayloadRequest(lines, together, train) {
	let images = lines.length > 0 ? lines.map((line) => fromLine(line, train)) : fromTrain(train);
	if (images.length === 0) throw new UserError("There is no component to test: “images” is empty, and the manifest names no image with the channel “dev”.", { advice: "Give images as COMPONENT=REFERENCE, one a line, or add `channels: [dev]` to the images of release-train.yaml." });
	let variables = new Map();
	for (let { component } of images) {
		let other = variables.get(variableOf(component));
		if (other !== void 0) throw new UserError(other === component ? `Input “images” names “${component}” twice.` : `Input “images”: “${other}” and “${component}” would both be ${variableOf(component)} for the commands.`, { advice: "Give each image a name of its own." });
		variables.set(variableOf(component), component);
	}
	let groups = together.map((line) => readGroup(line, images));
	return {
		images,
		together: lines.length > 0 ? groups : [...groups, ...severalImages(train)]
	};
}
function variableOf(component) {
	return `IMAGE_${component.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}`;
}
function fromLine(line, train) {
	let split = line.indexOf("=");
	let component = line.slice(0, Math.max(0, split)).trim();
	if (!NAME.test(component)) throw new UserError(`Input “images”: “${line}” does not begin with a component’s name and “=”.`, { advice: "Write COMPONENT=REFERENCE, for example instascale=quay.io/project-codeflare/instascale-controller:dev." });
	let reference = parseReference(line.slice(split + 1).trim(), `Input “images”, ${component}`);
	let member = train?.components.find(({ id, name }) => [id, name].includes(component));
	return {
		component,
		reference: tagged(reference),
		repository: member?.repository ?? null
	};
}
function fromTrain(train) {
	return (train?.components ?? []).flatMap((component) => devImages(component).map(({ name, id }) => ({
		component: id,
		reference: {
			...parseReference(name, `image of ${component.id}`),
			tag: "dev"
		},
		repository: component.repository
	})));
}
function devImages(component) {
	return component.images.filter(({ channels }) => channels.includes("dev")).map(({ name }, index) => ({
		name,
		id: index === 0 ? component.id : `${component.id}-${name.split("/").at(-1)}`
	}));
}
function severalImages(train) {
	return (train?.components ?? []).map((component) => devImages(component).map(({ id }) => id)).filter((ids) => ids.length > 1);
}
function readGroup(line, images) {
	let names = line.split(/[\s+,]+/).filter((name) => name !== "");
	let unknown = names.find((name) => !images.some(({ component }) => component === name));
	if (unknown !== void 0 || names.length < 2) throw new UserError(unknown === void 0 ? `Input “together”: “${line}” names one component; it takes two to move together.` : `Input “together”: “${unknown}” is none of the images.`, { advice: `Write components with spaces between, one group a line. There are: ${images.map(({ component }) => component).join(", ")}.` });
	return names;
}
function tagged(reference) {
	if (reference.tag !== void 0 || reference.digest !== void 0) return reference;
	throw new UserError(`Input “images”: ${formatReference(reference)} has neither tag nor digest.`, { advice: "Add the tag to be tested, mostly “:dev”." });
}
// packages/nightly/trial/handover.ts
const KEPT_BACK = /^(?:INPUT_|GITHUB_(?:OUTPUT|STATE|STEP_SUMMARY|ENV|PATH)$|ACTIONS_(?:RUNTIME_TOKEN|ID_TOKEN_REQUEST_TOKEN)$)/;
async function handOver(payload, directory, trial, slot, environment) {
	let results = join(directory, "results");
	let kustomize = join(directory, "kustomize");
	let file = join(directory, "payload.json");
	await mkdir(results, { recursive: !0 });
	await mkdir(kustomize, { recursive: !0 });
	let images = Object.fromEntries(payload.images.map((image) => [image.component, pinned(image)]));
	await writeFile(file, `${JSON.stringify({
		id: payload.id,
		images
	}, null, 2)}\n`);
	await writeFile(join(kustomize, "kustomization.yaml"), imagesPatch(payload));
	let step = Object.entries(environment).filter((entry) => entry[1] !== void 0 && !KEPT_BACK.test(entry[0]));
	let mark = `${directory}#${process.pid}`;
	return {
		environment: {
			...Object.fromEntries(step),
			...Object.fromEntries(payload.images.map((image) => [variableOf(image.component), pinned(image)])),
			NIGHTLY_TRIAL: trial,
			NIGHTLY_SLOT: String(slot),
			NIGHTLY_PAYLOAD_ID: payload.id,
			NIGHTLY_PAYLOAD: file,
			NIGHTLY_KUSTOMIZE: kustomize,
			NIGHTLY_RESULTS: results,
			NIGHTLY_MARK: mark
		},
		results,
		mark: `NIGHTLY_MARK=${mark}`
	};
}
function imagesPatch(payload) {
	return `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages:\n${payload.images.map(({ reference, digest }) => `  - name: ${nameOf$1(reference)}\n    digest: "${digest}"\n`).join("")}`;
}
// packages/nightly/trial/judge.ts
const TROUBLE = [
	[/\b(?:ErrImagePull|ImagePullBackOff|toomanyrequests)\b|failed to pull image|pull access denied/i, "an image could not be pulled"],
	[/no space left on device|DiskPressure/, "a disk is full"],
	[/Unable to connect to the server|The connection to the server \S+ was refused|etcdserver: (?:request timed out|leader changed)/, "the cluster did not answer"],
	[/net\/http: TLS handshake timeout|dial tcp \S+: i\/o timeout|lookup \S+: (?:no such host|i\/o timeout|server misbehaving)|Temporary failure in name resolution|Could not resolve host/, "the network failed"],
	[/ERROR: failed to create cluster|kind: failed to|could not find a log line that matches/, "the cluster could not be made"],
	[/The (?:runner|operation) (?:has received a shutdown signal|was canceled)|cannot allocate memory|OOMKilled.*runner/, "the runner failed"]
];
const UNNAMED = {
	deploy: "deploy-command",
	test: "test-command",
	timeout: "test-command timed out"
};
function judge({ deploy, test, results, isTorn }) {
	let { failed, passed: passing } = results;
	if (deploy !== null && !isClean(deploy)) return {
		outcome: "infrastructure",
		failing: troubleIn(deploy) === null ? [UNNAMED.deploy] : [],
		passing: [],
		detail: `the deployment ${endOf(deploy)}${because(deploy)}`
	};
	if (test === null) return {
		outcome: "infrastructure",
		failing: [],
		passing: [],
		detail: "nothing was tested"
	};
	if (failed.length > 0) return {
		outcome: "failed",
		failing: failed,
		passing,
		detail: `${failed.length} failing: ${some(failed)}`
	};
	if (isClean(test) && !isTorn) return {
		outcome: "passed",
		failing: [],
		passing,
		detail: passing.length === 0 ? "passed" : `${passing.length} ${passing.length === 1 ? "test" : "tests"} passed`
	};
	let trouble = troubleIn(test);
	if (isClean(test) || trouble !== null) return {
		outcome: "infrastructure",
		failing: [],
		passing: [],
		detail: isClean(test) ? "the results of the tests cannot be read" : `the tests ${endOf(test)}: ${trouble}`
	};
	return {
		outcome: "failed",
		failing: [test.timedOut ? UNNAMED.timeout : UNNAMED.test],
		passing,
		detail: `the tests ${endOf(test)} and named no failing test`
	};
}
function holdAgainst({ outcome, failing, passing }, wanted) {
	if (failing.some((test) => wanted.includes(test))) return "failed";
	if (outcome === "infrastructure") return outcome;
	if (outcome === "passed" || wanted.includes(UNNAMED.deploy)) return "passed";
	return wanted.every((test) => passing.includes(test)) ? "passed" : "other";
}
function isClean(end) {
	return end.code === 0 && !end.timedOut;
}
function endOf({ code, signal, timedOut }) {
	if (timedOut) return "ran out of time and was ended";
	return code === null ? `was killed (${signal})` : `ended with exit code ${code}`;
}
function because(end) {
	let trouble = troubleIn(end);
	return trouble === null ? "" : `: ${trouble}`;
}
function troubleIn({ lastLines }) {
	return TROUBLE.find(([pattern]) => lastLines.some((line) => pattern.test(line)))?.[1] ?? null;
}
function some(tests) {
	let shown = tests.slice(0, 3).join(", ");
	return tests.length > 3 ? `${shown} and ${tests.length - 3} more` : shown;
}
const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w.:-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>|</g;
const ATTRIBUTE = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const FAILURES = new Set(["failure", "error"]);
function readJUnit(text) {
	let failed = new Set();
	let passed = new Set();
	let open = [];
	let test = null;
	let close = () => {
		test !== null && test.state !== "skipped" && (test.state === "failed" ? failed : passed).add(test.name);
		test = null;
	};
	let result = () => ({
		failed: [...failed].sort(),
		passed: [...passed].filter((name) => !failed.has(name)).sort()
	});
	let broken = (at, message) => ({
		...result(),
		broken: {
			message,
			line: text.slice(0, at).split("\n").length
		}
	});
	let seen = !1;
	for (let match of text.matchAll(TOKEN)) {
		let [whole, slash, name, attributes = "", empty] = match;
		if (name === void 0) {
			if (whole === "<") return broken(match.index, "a “<” that begins no element");
			continue;
		}
		if (slash === "/") {
			if (open.pop() !== name) return broken(match.index, `</${name}> ends what is not open`);
			name === "testcase" && close();
			continue;
		}
		if (open.length === 0 && seen) return broken(match.index, "a second document");
		if (open.length === 0 && !["testsuites", "testsuite"].includes(name)) return broken(match.index, `<${name}> where <testsuites> or <testsuite> was expected`);
		seen = !0;
		name === "testcase" ? test = {
			name: testName(attributes),
			state: "passed"
		} : test !== null && FAILURES.has(name) ? test.state = "failed" : test !== null && name === "skipped" && test.state === "passed" && (test.state = "skipped");
		empty === "/" ? name === "testcase" && close() : open.push(name);
		if (open.length > 64) return broken(match.index, "elements nested deeper than 64");
	}
	let [last] = open.slice(-1);
	if (!seen) return broken(0, "no JUnit results in it");
	if (last !== void 0) return broken(text.length, `it breaks off within <${last}>`);
	return result();
}
function testName(attributes) {
	let given = new Map([...attributes.matchAll(ATTRIBUTE)].map(([, name = "", double, single]) => [name, unescape(double ?? single ?? "")]));
	return [given.get("classname"), given.get("name")].filter(Boolean).join(".") || "unnamed test";
}
const ENTITIES = {
	lt: "<",
	gt: ">",
	amp: "&",
	quot: "\"",
	apos: "'"
};
function unescape(text) {
	return text.replaceAll(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
		if (typeof name == "string") return ENTITIES[name] ?? whole;
		let point = typeof hex == "string" ? Number.parseInt(hex, 16) : Number(decimal);
		return point <= 1114111 ? String.fromCodePoint(point) : whole;
	}).replaceAll(/\s+/g, " ").trim();
}
// packages/nightly/trial/results.ts
const LARGEST = 67108864;
async function readResults(patterns, directory, since) {
	let failed = new Set();
	let passed = new Set();
	let findings = [];
	let files = new Set((await Promise.all(patterns.map((pattern) => Array.fromAsync(glob(pattern, { cwd: directory }))))).flat());
	for (let file of [...files].sort()) {
		let path = join(file.startsWith("/") ? "" : directory, file);
		let about = await stat(path).catch(() => null);
		if (about === null || !about.isFile() || about.mtimeMs < since) continue;
		let name = relative(directory, path).startsWith("..") ? path : relative(directory, path);
		if (about.size > LARGEST) {
			findings.push(problem(name, `larger than ${LARGEST / 1024 / 1024} MiB, and not read`));
			continue;
		}
		let text = await readFile(path, "utf8");
		let results = name.endsWith(".xml") ? readJUnit(text) : readGoTest(text);
		for (let test of results.failed) failed.add(test);
		for (let test of results.passed) passed.add(test);
		results.broken !== void 0 && findings.push(problem(name, results.broken.message, results.broken.line));
	}
	return {
		failed: [...failed].sort(),
		passed: [...passed].filter((test) => !failed.has(test)).sort(),
		findings
	};
}
function together(...all) {
	let failed = new Set(all.flatMap((results) => results.failed));
	let passed = new Set(all.flatMap((results) => results.passed).filter((test) => !failed.has(test)));
	return {
		failed: [...failed].sort(),
		passed: [...passed].sort()
	};
}
function readGoTest(text) {
	let events = new GoTestEvents();
	let any = !1;
	for (let line of text.split("\n")) any = events.add(line) || any;
	return any ? events.results : {
		failed: [],
		passed: [],
		broken: { message: "no events of “go test -json” in it" }
	};
}
function problem(file, message, line) {
	return {
		severity: "warning",
		rule: "unreadable-results",
		file,
		...line !== void 0 && { line },
		message: `${file} cannot be read as test results: ${message}.`,
		advice: "What could be read counts. A file that breaks off mostly means that the tests were killed while writing it."
	};
}
// packages/nightly/trial/run-trial.ts
async function runTrial(settings, payload, trial, slot) {
	let { commands, workingDirectory, onProgress } = settings;
	let directory = join(settings.directory, trial);
	await rm(directory, {
		recursive: !0,
		force: !0
	});
	await mkdir(directory, { recursive: !0 });
	let { environment, results, mark } = await handOver(payload, directory, trial, slot, settings.environment);
	let started = Date.now();
	let running = [];
	let events = new GoTestEvents();
	let run = async (name, script, onLine) => {
		if (script.trim() === "") return null;
		onProgress(`${trial}: ${name} …`);
		let stillRunning = setInterval(() => onProgress(`${trial}: ${name}, ${minutesSince(started)} min`), 6e4);
		try {
			let { timeout, signal, grace } = settings;
			let command = await runCommand({
				name,
				script,
				directory,
				workingDirectory,
				environment,
				timeout,
				signal,
				...onLine && { onLine },
				...grace !== void 0 && { grace }
			});
			running.push(command);
			return command.end;
		} finally {
			clearInterval(stillRunning);
		}
	};
	try {
		let deploy = await run("deploy", commands.deploy);
		let tested = Date.now();
		let test = deploy === null || deploy.code === 0 && !deploy.timedOut ? await run("test", commands.test, (line) => events.add(line)) : null;
		let since = Math.floor(tested / 1e3) * 1e3;
		let inside = await readResults(["**/*"], results, since);
		let beside = await readResults(settings.results, workingDirectory, since);
		let findings = [...inside.findings, ...beside.findings];
		let seen = judge({
			deploy,
			test,
			results: together(events.results, inside, beside),
			isTorn: findings.length > 0
		});
		let reset = await run("reset", commands.reset);
		let isDirty = reset !== null && (reset.code !== 0 || reset.timedOut);
		return {
			...seen,
			minutes: minutesSince(started),
			findings,
			directory,
			lastLines: (test ?? deploy)?.lastLines ?? [],
			isDirty
		};
	} finally {
		for (let command of running) await command.release();
		let left = await endMarked(mark);
		left > 0 && onProgress(`${trial}: ended ${left} ${left === 1 ? "process that was" : "processes that were"} left behind`);
	}
}
function minutesSince(started) {
	return Math.max(1, Math.ceil((Date.now() - started) / 6e4));
}
// packages/nightly/night/command-laboratory.ts
function commandLaboratory(settings, log) {
	let made = null;
	let directory = () => {
		made ??= mkdtemp(join(settings.environment.RUNNER_TEMP ?? tmpdir(), "nightly-"));
		return made;
	};
	return {
		directory,
		async run(payload, name, slot) {
			let run = await runTrial({
				...settings,
				directory: await directory(),
				onProgress: (line) => log.info(line)
			}, payload, name, slot);
			log.info(`${name}: ${run.outcome}, ${run.detail} (${run.minutes} min; logs in ${run.directory})`);
			run.outcome !== "passed" && await show(run, name, log);
			return run;
		}
	};
}
function show({ lastLines }, name, log) {
	return log.group(`${name}: the end of its log`, async () => {
		for (let line of lastLines.slice(-60)) log.info(line);
	});
}
// packages/nightly/night/given-trial.ts
function ticketOf({ id, base, candidate, moved, payload }, failing) {
	return {
		id,
		base,
		candidate,
		moved,
		failing,
		images: Object.fromEntries(payload.images.map((image) => [image.component, pinned(image)]))
	};
}
function readGivenTrial(text) {
	let { id, base, candidate, moved, failing, images } = parse(text);
	if (typeof id != "string" || !/^[\w.-]{1,100}\.t\d{1,4}$/.test(id)) throw wrong("“id” is no name of a trial");
	if (typeof candidate != "string" || !isPayloadId(candidate)) throw wrong("“candidate” is no payload");
	if (base !== null && (typeof base != "string" || !isPayloadId(base))) throw wrong("“base” is no payload");
	if (moved !== null && !isTexts(moved)) throw wrong("“moved” is no list of components");
	if (!isTexts(failing)) throw wrong("“failing” is no list of tests");
	return {
		id,
		base,
		candidate,
		moved,
		failing,
		payload: payloadIn(images)
	};
}
function payloadIn(images) {
	let entries = typeof images == "object" && images ? Object.entries(images) : [];
	if (entries.length === 0) throw wrong("“images” names no image");
	return payloadOf(entries.map(([component, reference]) => {
		let digest = typeof reference == "string" ? reference.slice(reference.indexOf("@") + 1) : "";
		if (typeof reference != "string" || !isDigest(digest)) throw wrong(`image “${component}” is not given by digest`);
		return {
			component,
			reference,
			digest,
			revision: null,
			version: null,
			repository: null
		};
	}));
}
function parse(text) {
	try {
		let value = JSON.parse(text);
		if (typeof value == "object" && value && !Array.isArray(value)) return Object.fromEntries(Object.entries(value));
	} catch (error) {
		throw wrong(`it is not JSON (${error instanceof Error ? error.message : ""})`);
	}
	throw wrong("it is not a JSON object");
}
function isPayloadId(text) {
	return /^[0-9a-f]{64}$/.test(text);
}
function isTexts(value) {
	return Array.isArray(value) && value.every((item) => typeof item == "string");
}
function wrong(why) {
	return new UserError(`Input “trial” cannot be used: ${why}.`, { advice: "Give one entry of the output “next-trials” as it is: trial: ${{ toJSON(matrix.trial) }}." });
}
const BOUNDS = {
	lowest: .01,
	highest: .45
};
function flakeRate({ passes, failures }) {
	let runs = passes + failures;
	if (runs < 20) return .1;
	let [low, high] = [failures / runs, 1];
	for (; high - low > 1e-6;) {
		let middle = (low + high) / 2;
		chanceOfAtMost(failures, runs, middle) > .09999999999999998 ? low = middle : high = middle;
	}
	return Math.min(BOUNDS.highest, Math.max(BOUNDS.lowest, high));
}
function chanceOfAtMost(most, runs, rate) {
	let term = (1 - rate) ** runs;
	let sum = term;
	for (let count = 1; count <= most; count += 1) {
		term *= (runs - count + 1) / count * (rate / (1 - rate));
		sum += term;
	}
	return sum;
}
// packages/nightly/night/limits.ts
function limitsOf(inputs, records) {
	return {
		maxTrials: inputs["max-trials"],
		maxMinutes: inputs["max-minutes"],
		parallel: inputs.parallel,
		confidence: fraction(inputs.confidence, "confidence", .5, .999),
		flakeRate: inputs["flake-rate"] === "" ? flakeRate(flakeCounts(records)) : fraction(inputs["flake-rate"], "flake-rate", .001, .45)
	};
}
function fraction(text, name, lowest, highest) {
	let value = /^\d*\.?\d+$/.test(text) ? Number(text) : NaN;
	if (value >= lowest && value <= highest) return value;
	throw new UserError(`Input “${name}” is “${text}”; allowed: a number from ${lowest} to ${highest}.`, { advice: `Correct “${name}” in the workflow step.` });
}
// packages/nightly/night/outcome.ts
function nightOutputs(payload, standing, result) {
	let night = result?.night;
	return {
		verdict: night?.verdict ?? "",
		payload: { ...payload },
		"payload-id": payload.id,
		"changed-components": night?.changed ?? standing.changed,
		culprit: night?.culprit ? { ...night.culprit } : null,
		trials: night?.trials ?? [],
		"next-trials": (result?.next ?? []).map((trial) => ticketOf(trial, night?.failing ?? []))
	};
}
const SEVERITY = {
	accepted: null,
	unchanged: null,
	rejected: "error",
	inconclusive: "error",
	flaky: "warning",
	environment: "warning"
};
const ADVICE = {
	accepted: "",
	unchanged: "",
	rejected: "The summary has the commits in question. Until it is mended, the payload accepted last stays the baseline.",
	inconclusive: "Run again: the trials made so far count. More of them (“max-trials”) or less doubt (“flake-rate”) may decide it.",
	flaky: "Mend or quarantine the failing tests; they cost a search each time.",
	environment: "Look at the cluster, the network and what the tests need from elsewhere; no component is to blame."
};
function nightFindings({ night, next, findings }) {
	let severity = next.length > 0 ? "info" : SEVERITY[night.verdict];
	return [...severity === null ? [] : [{
		severity,
		rule: `payload-${night.verdict}`,
		message: night.reason,
		advice: next.length > 0 ? "Other jobs go on with “next-trials”." : ADVICE[night.verdict]
	}], ...findings];
}
function plannedReport(payload, { base, changed }) {
	let against = base === null ? "No payload was ever accepted: this night would be the first, and a failure would not be searched." : `The baseline is the payload ${shortId(base.id)}; ${changed.length === 0 ? "nothing changed since" : `changed since: ${changed.join(", ")}`}.`;
	return [
		heading(`Payload ${shortId(payload.id)}`),
		paragraph(against),
		table([
			"Component",
			"Image",
			"Commit"
		], payload.images.map((image) => [
			image.component,
			code(pinned(image)),
			image.revision?.slice(0, 7) ?? "not labelled"
		]))
	];
}
function trialOutputs(given, records) {
	let trial = madeTrial(given, records);
	return {
		verdict: trial === null ? "" : VERDICTS[trial.outcome],
		message: trial?.detail ?? "",
		payload: { ...given.payload },
		"payload-id": given.payload.id,
		"changed-components": given.moved ?? [],
		culprit: null,
		trials: trial === null ? [] : [trial],
		"next-trials": []
	};
}
const VERDICTS = {
	passed: "accepted",
	failed: "rejected",
	other: "inconclusive",
	infrastructure: "environment"
};
function trialReport(given, records) {
	let trial = madeTrial(given, records);
	let what = given.moved === null ? "the payload of the night" : given.moved.length === 0 ? "the payload accepted last" : `${given.moved.join(" + ")} on the payload accepted last`;
	return [
		heading(`Trial ${given.id}`),
		paragraph(`Tried ${what}: `, trial === null ? "nothing was run." : `${trial.outcome} (${trial.detail}).`),
		table(["Component", "Image"], given.payload.images.map((image) => [image.component, code(image.reference)]))
	];
}
function madeTrial(given, records) {
	let found = records.find((record) => record.record === "trial" && record.id === given.id);
	if (found === void 0 || found.record !== "trial") return null;
	let { record: _, ...trial } = found;
	return trial;
}
// packages/nightly/night/laboratory.ts
async function makeTrials(laboratory, planned, wanted, at, note) {
	let noting = Promise.resolve();
	let made = planned.map(async ({ id, base, candidate, moved, payload }, slot) => {
		let run = await laboratory.run(payload, id.slice(id.lastIndexOf("-") + 1).replaceAll(".", "-"), slot);
		let { failing, detail, minutes } = run;
		let trial = {
			id,
			base,
			candidate,
			moved,
			outcome: wanted === null ? run.outcome : holdAgainst(run, wanted),
			failing,
			detail,
			minutes,
			at
		};
		noting = noting.then(() => note(trial));
		await noting;
		return {
			trial,
			run
		};
	});
	return (await Promise.allSettled(made)).map((one) => {
		if (one.status === "rejected") throw one.reason;
		return one.value;
	});
}
// packages/nightly/search/parts.ts
var Assembly = class {
	parts;
	#stages;
	#base;
	#candidate;
	constructor(base, candidate, moves, together) {
		this.#base = base;
		this.#candidate = candidate;
		this.#stages = groupsOf(moves, together).flatMap(stagesOf);
		this.parts = this.#stages.map(({ part }) => part);
	}
	payload(subset) {
		let images = new Map(this.#base.images.map((image) => [image.component, image]));
		let candidate = new Map(this.#candidate.images.map((image) => [image.component, image]));
		let kept = this.#candidate.images.map((image) => images.get(image.component) ?? image);
		let result = new Map(kept.map((image) => [image.component, image]));
		for (let [index, { images: moved }] of this.#stages.entries()) if (subset[index] === 1) for (let image of moved) result.set(image.component, image);
		return payloadOf([...result.values()].filter(({ component }) => candidate.has(component)));
	}
	name(subset) {
		let taken = this.parts.filter((_, index) => subset[index] === 1);
		let implied = new Set(taken.flatMap(({ requires }) => requires));
		return taken.map(({ id }) => id).filter((id) => !implied.has(id));
	}
	subset(moved) {
		let subset = new Uint8Array(this.parts.length);
		if (moved === null) return subset.fill(1);
		let index = new Map(this.parts.map(({ id }, at) => [id, at]));
		for (let named of moved) {
			let id = named;
			for (; id !== void 0;) {
				let at = index.get(id);
				if (at === void 0) return null;
				subset[at] = 1;
				id = this.parts[at]?.requires[0];
			}
		}
		return subset;
	}
	culprits(id, server) {
		let stage = this.#stages.find(({ part }) => part.id === id);
		return (stage?.images ?? []).map((after, at) => {
			let before = stage?.without[at] ?? after;
			let { repository } = after;
			let commits = {
				before: before.revision,
				after: after.revision
			};
			let isRange = repository !== null && commits.before !== null && commits.after !== null;
			return {
				component: after.component,
				repository,
				before: before.digest,
				after: after.digest,
				commits,
				compare: isRange && commits.before !== commits.after ? `${server}/${repository}/compare/${commits.before}...${commits.after}` : null
			};
		});
	}
};
function groupsOf(moves, together) {
	let groups = moves.map((move) => [move]);
	for (let names of together) {
		let touched = groups.filter((group) => group.some(({ component }) => names.includes(component)));
		if (touched.length < 2) continue;
		for (let group of touched) groups.splice(groups.indexOf(group), 1);
		groups.push(touched.flat());
	}
	return groups;
}
function stagesOf(group) {
	let id = group.map(({ component }) => component).join("+");
	let [move] = group;
	if (group.length !== 1 || move === void 0 || move.between.length === 0) return [{
		part: {
			id,
			weight: group.reduce((sum, { commits, between }) => sum + commits + between.reduce((all, step) => all + step.commits, 0), 0),
			requires: []
		},
		images: group.map(({ after }) => after),
		without: group.map(({ before }) => before)
	}];
	let { before, after, between } = move;
	let stages = [];
	let without = before;
	let last = [];
	for (let { commit, digest, commits } of between) {
		let part = {
			id: `${id}@${commit}`,
			weight: commits,
			requires: last
		};
		let image = {
			...after,
			digest,
			revision: commit,
			version: null
		};
		stages.push({
			part,
			images: [image],
			without: [without]
		});
		without = image;
		last = [part.id];
	}
	return [...stages, {
		part: {
			id,
			weight: move.commits,
			requires: last
		},
		images: [after],
		without: [without]
	}];
}
const PRIOR = {
	regression: .1,
	single: .85,
	pair: .05,
	environment: .1
};
function buildModel(parts, noise) {
	let closure = closures(parts);
	let total = parts.reduce((sum, { weight }) => sum + weight, 0);
	let share = parts.map(({ weight }) => weight / total);
	let pairs = share.flatMap((one, a) => share.flatMap((other, b) => b <= a || requires(closure, a, b) || requires(closure, b, a) ? [] : [{
		members: [a, b],
		weight: one * other
	}]));
	let allPairs = pairs.reduce((sum, { weight }) => sum + weight, 0);
	let entries = [
		...share.map((weight, index) => ({
			hypothesis: named(parts, [index]),
			members: [index],
			weight: PRIOR.regression * PRIOR.single * weight
		})),
		...pairs.map(({ members, weight }) => ({
			hypothesis: named(parts, members),
			members,
			weight: PRIOR.regression * PRIOR.pair * (weight / allPairs)
		})),
		{
			hypothesis: { kind: "environment" },
			members: [-1],
			weight: PRIOR.regression * PRIOR.environment
		},
		{
			hypothesis: { kind: "flake" },
			members: [-2],
			weight: 1 - PRIOR.regression
		}
	];
	let seen = entries.map(({ hypothesis, weight }) => weight * (hypothesis.kind === "flake" ? noise.falseFail : 1 - noise.falsePass));
	return {
		parts,
		noise,
		hypotheses: entries.map(({ hypothesis }) => hypothesis),
		first: Int32Array.from(entries, ({ members }) => members[0] ?? -2),
		last: Int32Array.from(entries, ({ members }) => members.at(-1) ?? -2),
		prior: normalized(Float64Array.from(seen)),
		closure
	};
}
function named(parts, members) {
	return {
		kind: "parts",
		parts: members.map((index) => parts[index]?.id ?? "")
	};
}
function requires(closure, one, other) {
	return closure[one]?.includes(other) ?? !1;
}
function closures(parts) {
	let index = new Map(parts.map(({ id }, at) => [id, at]));
	return parts.map((_, start) => {
		let reached = new Set();
		let open = [start];
		for (let at = open.pop(); at !== void 0; at = open.pop()) {
			if (reached.has(at)) continue;
			reached.add(at);
			for (let id of parts[at]?.requires ?? []) {
				let next = index.get(id);
				next !== void 0 && open.push(next);
			}
		}
		return [...reached];
	});
}
function normalized(weights) {
	let total = weights.reduce((sum, weight) => sum + weight, 0);
	return weights.map((weight) => weight / total);
}
// packages/nightly/search/belief.ts
function isBroken(model, hypothesis, subset) {
	let first = model.first[hypothesis] ?? -2;
	let last = model.last[hypothesis] ?? -2;
	return first < 0 ? first === -1 : subset[first] === 1 && subset[last] === 1;
}
function posterior(model, evidence) {
	let { falseFail, falsePass } = model.noise;
	let belief = model.prior;
	for (let { subset, failed } of evidence) {
		let next = belief.map((weight, hypothesis) => {
			let fails = isBroken(model, hypothesis, subset) ? 1 - falsePass : falseFail;
			return weight * (failed ? fails : 1 - fails);
		});
		next.some((weight) => weight > 0) && (belief = normalized(next));
	}
	return belief;
}
function ranked(model, belief) {
	return model.hypotheses.map((hypothesis, index) => ({
		hypothesis,
		probability: belief[index] ?? 0
	})).sort((one, other) => other.probability - one.probability);
}
function chooseTrials(model, belief, count, excluded = new Set()) {
	let candidates = candidateSubsets(model, belief).filter((subset) => !excluded.has(keyOf(subset)));
	let chosen = [];
	let predicted = new Uint32Array(belief.length);
	let known = 0;
	for (; chosen.length < count;) {
		let best;
		let most = known + 1e-9;
		for (let subset of candidates) {
			let bits = information(model, weigh(model, belief, predicted, subset, chosen.length + 1));
			if (bits <= most) continue;
			best = subset;
			most = bits;
		}
		if (best === void 0) return chosen;
		let next = best;
		predicted = predicted.map((pattern, hypothesis) => pattern * 2 + Number(isBroken(model, hypothesis, next)));
		chosen.push(next);
		known = most;
	}
	return chosen;
}
function keyOf(subset) {
	return subset.join("");
}
function weigh(model, belief, predicted, subset, trials) {
	let weights = new Float64Array(2 ** trials);
	for (let hypothesis = 0; hypothesis < belief.length; hypothesis += 1) {
		let pattern = (predicted[hypothesis] ?? 0) * 2 + +!!isBroken(model, hypothesis, subset);
		weights[pattern] = (weights[pattern] ?? 0) + (belief[hypothesis] ?? 0);
	}
	return weights;
}
function information({ noise: { falseFail, falsePass } }, weights) {
	let outcomes = weights;
	let noise = 0;
	for (let bit = 1; bit < weights.length; bit *= 2) {
		let next = new Float64Array(weights.length);
		for (let pattern = 0; pattern < weights.length; pattern += 1) {
			let isBad = (pattern & bit) !== 0;
			let [weight, fails] = [outcomes[pattern] ?? 0, isBad ? 1 - falsePass : falseFail];
			let [failed, passed] = [pattern | bit, pattern & ~bit];
			next[failed] = (next[failed] ?? 0) + weight * fails;
			next[passed] = (next[passed] ?? 0) + weight * (1 - fails);
			noise += (weights[pattern] ?? 0) * entropy(fails);
		}
		outcomes = next;
	}
	return outcomes.reduce((sum, weight) => sum - plogp(weight), 0) - noise;
}
function entropy(chance) {
	return -plogp(chance) - plogp(1 - chance);
}
function plogp(chance) {
	return chance <= 0 ? 0 : chance * Math.log2(chance);
}
function candidateSubsets(model, belief) {
	let size = model.parts.length;
	let found = new Map();
	let add = (parts) => {
		let subset = new Uint8Array(size);
		for (let part of parts) for (let needed of model.closure[part] ?? []) subset[needed] = 1;
		found.set(keyOf(subset), subset);
	};
	if (2 ** size <= 1024) {
		for (let mask = 0; mask < 2 ** size; mask += 1) add(range(size).filter((part) => (mask >> part & 1) == 1));
		return [...found.values()];
	}
	let share = new Float64Array(size);
	for (let [hypothesis, weight] of belief.entries()) for (let part of new Set([model.first[hypothesis] ?? -2, model.last[hypothesis] ?? -2])) part >= 0 && (share[part] = (share[part] ?? 0) + weight);
	let order = range(size).sort((one, other) => (share[other] ?? 0) - (share[one] ?? 0) || one - other);
	for (let length = 0; length <= size; length += 1) {
		add(order.slice(0, length));
		add(order.slice(length));
	}
	let random = numbersFrom(size);
	for (let half = 0; half < 48; half += 1) add(order.filter(() => random() < .5));
	return [...found.values()];
}
function range(size) {
	return Array.from({ length: size }, (_, index) => index);
}
function numbersFrom(seed) {
	let state = seed;
	return () => {
		state = state + 1831565813 | 0;
		let mixed = Math.imul(state ^ state >>> 15, 1 | state);
		mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
		return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
	};
}
var Search = class {
	#assembly;
	#model;
	constructor(assembly, noise) {
		this.#assembly = assembly;
		this.#model = buildModel(assembly.parts, noise);
	}
	explain(trials) {
		return ranked(this.#model, this.#belief(trials));
	}
	next(trials, count) {
		return chooseTrials(this.#model, this.#belief(trials), count, this.#futile(trials));
	}
	#belief(trials) {
		let evidence = trials.flatMap(({ moved, outcome }) => {
			let subset = this.#assembly.subset(moved);
			if (subset === null || outcome !== "passed" && outcome !== "failed") return [];
			return [{
				subset,
				failed: outcome === "failed"
			}];
		});
		return posterior(this.#model, evidence);
	}
	#futile(trials) {
		let silence = new Map();
		for (let { moved, outcome } of trials) {
			let subset = this.#assembly.subset(moved);
			if (subset === null || outcome === "passed" || outcome === "failed") continue;
			let key = keyOf(subset);
			silence.set(key, (silence.get(key) ?? 0) + (outcome === "other" ? 2 : 1));
		}
		return new Set([...silence].filter(([, times]) => times >= 2).map(([key]) => key));
	}
};
// packages/nightly/night/conclude.ts
function conclude(explanations, confidence, assembly, server, stopped) {
	let [top] = explanations;
	if (top === void 0) return {
		verdict: "rejected",
		reason: "The payload fails.",
		culprit: null
	};
	let { hypothesis, probability } = top;
	let sure = probability >= confidence;
	if (sure && hypothesis.kind === "flake") return {
		verdict: "flaky",
		reason: `The tests fail by chance (${percent(probability)}): the same payload passes.`,
		culprit: null
	};
	if (sure && hypothesis.kind === "environment") return {
		verdict: "environment",
		reason: `The payload that was accepted last fails by now too (${percent(probability)}): look at the environment, not at the changes.`,
		culprit: null
	};
	let culprit = hypothesis.kind === "parts" ? {
		components: hypothesis.parts.flatMap((part) => assembly.culprits(part, server)),
		probability: rounded(probability)
	} : null;
	let inPayload = explanations.reduce((sum, one) => sum + (one.hypothesis.kind === "parts" ? one.probability : 0), 0);
	if (sure) return {
		verdict: "rejected",
		reason: `${blamed(top)} (${percent(probability)}).`,
		culprit
	};
	let reason = `${stopped} What is left: ${explanations.filter((one) => one.probability >= .02).slice(0, 4).map((one) => `${nameOf(one)} ${percent(one.probability)}`).join(", ")}.`;
	return inPayload >= confidence ? {
		verdict: "rejected",
		reason,
		culprit
	} : {
		verdict: "inconclusive",
		reason,
		culprit
	};
}
function percent(probability) {
	return `${Math.min(99, Math.max(1, Math.round(probability * 100)))} %`;
}
function blamed({ hypothesis }) {
	if (hypothesis.kind !== "parts") return "";
	let parts = hypothesis.parts.map(short);
	return parts.length > 1 ? `${parts.join(" and ")} fail together, and neither does alone` : `${parts.join("")} breaks the tests`;
}
function nameOf({ hypothesis }) {
	if (hypothesis.kind === "parts") return hypothesis.parts.map(short).join(" with ");
	return hypothesis.kind === "environment" ? "the environment" : "chance";
}
function short(part) {
	return part.replace(/@([0-9a-f]{7})[0-9a-f]+$/, "@$1");
}
function rounded(probability) {
	return Math.round(probability * 1e3) / 1e3;
}
async function runNight(world, request) {
	let course = new Course(world, request);
	let own = await course.testPayload();
	if (own === null) return course.end(course.unusable());
	if (own.outcome === "passed") return course.end(passed(request.standing.judgedBefore));
	return course.search(own);
}
function passed(before) {
	if (before === null || !["rejected", "inconclusive"].includes(before.verdict)) return {
		verdict: "accepted",
		reason: "All tests passed.",
		culprit: null
	};
	return {
		verdict: "flaky",
		reason: `All tests passed, and the same payload failed in the night ${before.id}.`,
		culprit: null
	};
}
var Course = class {
	#world;
	#request;
	#trials;
	#made = [];
	#failing = [];
	constructor(world, request) {
		this.#world = world;
		this.#request = request;
		this.#trials = [...request.standing.tonight];
	}
	async testPayload() {
		for (;;) {
			let own = this.#trials.filter(({ moved }) => moved === null);
			let said = own.find(({ outcome }) => outcome === "passed" || outcome === "failed");
			if (said !== void 0) {
				this.#failing = said.failing;
				return said;
			}
			if (own.length >= 2) return this.#deploymentFails(own);
			let { payload, standing } = this.#request;
			let planned = {
				id: this.#nextId(0),
				base: standing.base?.id ?? null,
				candidate: payload.id,
				moved: null,
				payload
			};
			await this.#make([planned], null);
		}
	}
	#deploymentFails(own) {
		let [last] = own.slice(-1);
		let isItsOwn = own.every(({ failing }) => failing.includes(UNNAMED.deploy));
		if (last === void 0 || !isItsOwn || this.#request.standing.base === null) return null;
		this.#failing = [UNNAMED.deploy];
		return last;
	}
	unusable() {
		let [last] = this.#trials.filter(({ moved }) => moved === null).slice(-1);
		return {
			verdict: "environment",
			reason: `Nothing could be tested, 2 times: ${last?.detail ?? "no trial"}.`,
			culprit: null
		};
	}
	async search(own) {
		let { payload, standing, limits, server } = this.#request;
		let { base } = standing;
		if (base === null) {
			let reason = `${sentence(own.detail)} No payload was ever accepted, so there is nothing to compare with and no search.`;
			return this.end({
				verdict: "rejected",
				reason,
				culprit: null
			});
		}
		let missing = await this.#world.missing(base);
		if (missing.length > 0) {
			let reason = `${sentence(own.detail)} No search: of the payload accepted last, the ${missing.length === 1 ? "image" : "images"} of ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} no longer in the registry.`;
			return this.end({
				verdict: "rejected",
				reason,
				culprit: null
			});
		}
		let assembly = new Assembly(base, payload, await this.#world.moves(base, payload), this.#request.together);
		let search = new Search(assembly, {
			falseFail: limits.flakeRate,
			falsePass: .05
		});
		let done = (stopped) => this.end(conclude(search.explain(this.#evidence(own)), limits.confidence, assembly, server, stopped));
		for (;;) {
			let evidence = this.#evidence(own);
			let [top] = search.explain(evidence);
			if (top !== void 0 && top.probability >= limits.confidence) return done("");
			let used = this.#trials.filter(({ moved }) => moved !== null).length;
			let left = limits.maxTrials === 0 ? limits.parallel : limits.maxTrials - used;
			if (left <= 0) return done(`The budget of ${limits.maxTrials} trials is spent.`);
			let subsets = search.next(evidence, Math.min(limits.parallel, left));
			if (subsets.length === 0) return done("No other combination would teach anything.");
			let planned = subsets.map((subset, index) => ({
				id: this.#nextId(index),
				base: base.id,
				candidate: payload.id,
				moved: assembly.name(subset),
				payload: assembly.payload(subset)
			}));
			if (limits.maxTrials === 0) return this.#open(planned);
			if (!this.#hasTime()) return done(`The time of ${limits.maxMinutes} minutes is spent.`);
			this.#world.log(progressOf(top, planned));
			if ((await this.#make(planned, this.#failing)).some(({ run }) => run.isDirty)) return done("The reset command failed, so no trial after it would start clean.");
		}
	}
	end({ verdict, reason, culprit }) {
		return {
			night: this.#night(verdict, reason, culprit),
			next: [],
			findings: this.#findings(),
			made: this.#made
		};
	}
	#open(next) {
		let reason = `The payload failed; ${next.length === 1 ? "a trial" : `${next.length} trials`} by other jobs will tell more.`;
		return {
			night: this.#night("inconclusive", reason, null),
			next,
			findings: this.#findings(),
			made: this.#made
		};
	}
	#night(verdict, reason, culprit) {
		let { payload, standing, at, run, url } = this.#request;
		return {
			id: standing.id,
			at,
			run,
			url,
			payload,
			base: standing.base?.id ?? null,
			changed: standing.changed,
			verdict,
			reason,
			failing: this.#failing,
			signature: signatureOf(this.#failing),
			trials: this.#trials.toSorted((one, other) => numberOf(one.id) - numberOf(other.id)),
			culprit
		};
	}
	#evidence(own) {
		let failing = new Set(this.#failing);
		let earlier = this.#request.standing.earlier;
		let nights = new Set(earlier.filter(({ moved, failing: tests }) => moved === null && tests.some((test) => failing.has(test))).map(({ id }) => nightOf(id)));
		let later = this.#trials.filter((trial) => trial !== own);
		return [...earlier.filter(({ id }) => nights.has(nightOf(id))), ...later];
	}
	async #make(planned, wanted) {
		let { history, laboratory } = this.#world;
		let made = await makeTrials(laboratory, planned, wanted, this.#request.at, (trial) => history.append({
			record: "trial",
			...trial
		}));
		this.#trials.push(...made.map(({ trial }) => trial));
		this.#made.push(...made);
		return made;
	}
	#hasTime() {
		let longest = Math.max(0, ...this.#trials.map(({ minutes }) => minutes));
		return this.#world.minutes() + longest <= this.#request.limits.maxMinutes;
	}
	#nextId(index) {
		let last = Math.max(0, ...this.#trials.map(({ id }) => numberOf(id)));
		return `${this.#request.standing.id}.t${last + 1 + index}`;
	}
	#findings() {
		return this.#made.flatMap(({ run }) => run.findings);
	}
};
function signatureOf(failing) {
	if (failing.length === 0) return null;
	return createHash("sha256").update([...failing].sort().join("\n")).digest("hex").slice(0, 16);
}
function progressOf(top, planned) {
	let tried = planned.map(({ moved }) => (moved ?? []).join(" + ") || "the payload accepted last");
	return `${top === void 0 ? "" : `Most probable: ${nameOf(top)}, ${percent(top.probability)}. `}Trying ${tried.join(" | ")}.`;
}
function numberOf(trial) {
	return Number(trial.slice(trial.lastIndexOf(".t") + 2));
}
function nightOf(trial) {
	return trial.slice(0, trial.lastIndexOf(".t"));
}
function sentence(detail) {
	return `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`;
}
// packages/nightly/night/plan.ts
function planNight(request, options) {
	let { standing, payload } = request;
	if (standing.recorded !== null) return settled(standing.recorded, []);
	if (standing.acceptedBy !== null && !options.force) {
		let night = unchanged(request, standing.acceptedBy);
		if (standing.id !== nightName(request)) return settled(night, []);
		return settled(night, [recording(options.history, night, options.place)]);
	}
	let result = null;
	return {
		changes: [{
			action: "run",
			subject: `night ${standing.id} in ${options.place}`,
			before: null,
			after: "recorded",
			reason: reasonOf(request),
			async probe() {
				return result !== null && result.next.length > 0 || await isRecorded(options.history, standing.id) ? "recorded" : null;
			},
			async act() {
				result = await runNight(options, request);
				await options.onResult?.(result);
				result.next.length === 0 && await options.history.append({
					record: "night",
					...result.night
				});
			}
		}],
		result: () => result
	};
	function reasonOf({ standing: { base, changed, tonight } }) {
		if (tonight.length > 0) return `goes on after ${tonight.length} ${tonight.length === 1 ? "trial" : "trials"} of payload ${shortId(payload.id)}`;
		if (base === null) return `payload ${shortId(payload.id)}, the first of all`;
		if (changed.length === 0) return `payload ${shortId(payload.id)} again`;
		return `payload ${shortId(payload.id)}: ${changed.join(", ")} changed`;
	}
}
function planTrial(given, { history, place, laboratory, at }) {
	let findings = [];
	return {
		changes: [{
			action: "run",
			subject: `trial ${given.id} in ${place}`,
			before: null,
			after: "recorded",
			reason: given.moved === null ? "the payload of the night" : given.moved.join(" + ") || "the payload accepted last",
			probe: async () => (await history.read()).some((one) => isTrial(one, given.id)) ? "recorded" : null,
			async act() {
				let made = await makeTrials(laboratory, [given], given.failing, at, (trial) => history.append({
					record: "trial",
					...trial
				}));
				findings.push(...made.flatMap(({ run }) => run.findings));
			}
		}],
		findings
	};
}
function isTrial(record, id) {
	return record.record === "trial" && record.id === id;
}
function settled(night, changes) {
	let result = {
		night,
		next: [],
		findings: [],
		made: []
	};
	return {
		changes,
		result: () => result
	};
}
function unchanged({ payload, standing, at, run, url }, accepted) {
	return {
		id: standing.id,
		at,
		run,
		url,
		payload,
		base: standing.base?.id ?? null,
		changed: [],
		verdict: "unchanged",
		reason: `Nothing to test: the night ${accepted.id} accepted this payload.`,
		failing: [],
		signature: null,
		trials: [],
		culprit: null
	};
}
function nightName({ at, payload }) {
	return `${at.slice(0, 10)}-${payload.id.slice(0, 8)}`;
}
function recording(history, night, place) {
	return {
		action: "create",
		subject: `night ${night.id} in ${place}`,
		before: null,
		after: "recorded",
		reason: "nothing changed since it was accepted",
		probe: async () => await isRecorded(history, night.id) ? "recorded" : null,
		act: () => history.append({
			record: "night",
			...night
		})
	};
}
async function isRecorded(history, id) {
	return (await history.read()).some((record) => record.record === "night" && record.id === id);
}
function onlyIf(change, holds) {
	return {
		...change,
		probe: async () => holds() ? change.probe() : change.after,
		act: () => change.act()
	};
}
function changedComponents(base, candidate) {
	let before = new Map(base.images.map(({ component, digest }) => [component, digest]));
	let after = new Map(candidate.images.map(({ component, digest }) => [component, digest]));
	return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name)).sort();
}
async function movesBetween(base, candidate, commits, tags) {
	let moves = candidate.images.flatMap((after) => {
		let before = base.images.find(({ component }) => component === after.component);
		return before === void 0 || before.digest === after.digest ? [] : [{
			before,
			after
		}];
	});
	return Promise.all(moves.map(({ before, after }) => moveOf(before, after, commits, tags)));
}
async function moveOf(before, after, commits, tags) {
	let plain = {
		component: after.component,
		before,
		after,
		between: [],
		commits: 1
	};
	let { repository, revision: head } = after;
	if (repository === null || head === null || before.revision === null || before.revision === head) return plain;
	let range = await commits.between(repository, before.revision, head);
	if (range === null || range.length === 0) return plain;
	let stride = Math.ceil(range.length / 16);
	let looked = range.map((commit, at) => ({
		commit,
		at
	})).filter(({ at }) => (range.length - 1 - at) % stride == 0);
	let found = await Promise.all(looked.map(async ({ commit, at }) => ({
		commit,
		at,
		digest: commit === head ? null : await digestAt(after, commit, tags)
	})));
	let between = [];
	let last = -1;
	let shown = before.digest;
	for (let { commit, at, digest } of found) {
		if (digest === null || digest === shown || digest === after.digest) continue;
		between.push({
			commit,
			digest,
			commits: at - last
		});
		last = at;
		shown = digest;
	}
	return {
		...plain,
		between,
		commits: Math.max(1, range.length - 1 - last)
	};
}
async function digestAt(image, commit, tags) {
	for (let length of [
		40,
		7,
		12
	]) {
		let digest = await tags.digest(image, `dev-${commit.slice(0, length)}`);
		if (digest !== null) return digest;
	}
	return null;
}
function standingOf(records, payload, { at, run }) {
	let nights = records.filter((record) => record.record === "night");
	let recorded = nights.findLast((night) => run !== null && night.run === run && night.payload.id === payload.id);
	let before = nights.filter((night) => night !== recorded);
	let base = before.filter(({ verdict }) => verdict === "accepted" || verdict === "unchanged").at(-1)?.payload ?? null;
	let name = `${at.slice(0, 10)}-${payload.id.slice(0, 8)}`;
	let taken = new Set(before.map(({ id }) => id));
	let pair = records.filter((record) => record.record === "trial" && record.candidate === payload.id && record.base === (base?.id ?? null));
	let claimed = new Set(before.flatMap(({ trials }) => trials.map(({ id }) => id)));
	let isRecent = (trial) => Date.parse(at) - Date.parse(trial.at) < 6048e5;
	return {
		id: recorded?.id ?? firstFree(name, taken),
		base,
		changed: base === null ? payload.images.map(({ component }) => component) : changedComponents(base, payload),
		recorded: recorded ?? null,
		acceptedBy: before.findLast(({ verdict, payload: of }) => verdict === "accepted" && of.id === payload.id) ?? null,
		judgedBefore: before.findLast(({ payload: of }) => of.id === payload.id) ?? null,
		tonight: distinct(pair.filter((trial) => !claimed.has(trial.id) && isRecent(trial))),
		earlier: distinct(pair.filter((trial) => claimed.has(trial.id) && isRecent(trial)))
	};
}
function firstFree(name, taken) {
	let free = name;
	for (let number = 2; taken.has(free); number += 1) free = `${name}.${number}`;
	return free;
}
function distinct(trials) {
	let seen = new Map(trials.toReversed().map((trial) => [trial.id, trial]));
	return trials.filter((trial) => seen.get(trial.id) === trial).map(plain);
}
function plain({ id, base, candidate, moved, outcome, failing, detail, minutes, at }) {
	return {
		id,
		base,
		candidate,
		moved,
		outcome,
		failing,
		detail,
		minutes,
		at
	};
}
// packages/nightly/payload/promote.ts
function planPromotion(registry, payload, tags, channels) {
	let requests = (tags.length === 0 ? [] : payload.images).map((image) => {
		let source = parseReference(pinned(image));
		return {
			source,
			targets: tags.map((tag) => ({
				registry: source.registry,
				repository: source.repository,
				tag
			}))
		};
	});
	return planRetag(registry, requests, {
		guard: "strict",
		channels
	});
}
// packages/nightly/payload/resolve.ts
const LABELS = {
	revision: "org.opencontainers.image.revision",
	version: "org.opencontainers.image.version",
	source: "org.opencontainers.image.source"
};
async function resolvePayload(registry, wanted, platforms = []) {
	let answers = await Promise.all(wanted.map((image) => resolve$1(registry, image, platforms)));
	let missing = answers.flatMap((answer) => typeof answer == "string" ? [answer] : []);
	if (missing.length > 0) throw new UserError(`${missing.length === 1 ? "An image" : `${missing.length} images`} cannot be tested: ${missing.join("; ")}.`, { advice: "Correct “images” or the manifest, or build and push what is missing. Nothing was tested." });
	return payloadOf(answers.flatMap((answer) => typeof answer == "string" ? [] : [answer]));
}
async function resolve$1(registry, { component, reference, repository }, platforms) {
	let what = `${component} (${formatReference(reference)})`;
	let manifest = await registry.get(reference);
	if (manifest === null) return `${what} does not exist`;
	let labels = await labelsOf(registry, reference, manifest);
	let offered = manifest.manifests.length > 0 ? platformsOf(manifest) : [labels.platform];
	let lacking = platforms.filter((platform) => !offered.some((offer) => offer === platform || offer.startsWith(`${platform}/`)));
	if (lacking.length > 0) return `${what} is not there for ${lacking.join(", ")}, only for ${offered.join(", ")}`;
	return {
		component,
		reference: formatReference(reference),
		digest: manifest.digest,
		revision: labels.revision,
		version: labels.version,
		repository: repository ?? labels.source
	};
}
async function labelsOf(registry, repository, manifest) {
	let [first] = manifest.manifests;
	let { registry: host, repository: name } = repository;
	let image = first === void 0 ? manifest : await registry.get({
		registry: host,
		repository: name,
		digest: first.digest
	});
	let config = image?.config === void 0 ? {} : await registry.config({
		registry: host,
		repository: name
	}, image.config);
	let inner = objectAt(config, "config");
	let labels = {
		...manifest.annotations,
		...image?.annotations,
		...objectAt(inner, "Labels")
	};
	return {
		revision: revisionIn(labels[LABELS.revision]),
		version: textIn(labels[LABELS.version]),
		source: repositoryIn(labels[LABELS.source]),
		platform: [
			config.os,
			config.architecture,
			config.variant
		].filter((part) => typeof part == "string" && part !== "").join("/")
	};
}
function objectAt(value, key) {
	let found = value[key];
	return typeof found == "object" && found ? Object.fromEntries(Object.entries(found)) : {};
}
function textIn(label) {
	return typeof label == "string" && /^[ -~]{1,200}$/.test(label) ? label : null;
}
function revisionIn(label) {
	return typeof label == "string" && /^[0-9a-f]{40}$/.test(label) ? label : null;
}
function repositoryIn(label) {
	if (typeof label != "string") return null;
	return /^(?:https:\/\/|git@)[\w.-]+[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(label)?.[1] ?? null;
}
// actions/nightly-integration/issues.ts
async function planNightIssues(night, { github, environment, history, records }) {
	let { repository } = runPlace(environment, "");
	let request = {
		github,
		repository,
		commit: environment.GITHUB_SHA ?? await resolveCommit(github, repository, "HEAD", "The repository"),
		rules: ISSUE_RULES
	};
	let findings = [];
	let seen = null;
	let told = (plan) => {
		seen = plan;
		findings.splice(0, findings.length, ...plan.findings);
	};
	let tonight = {
		findings,
		number: () => seen?.tonight()?.number ?? "",
		page: () => seen?.tonight()?.url ?? null
	};
	if (night.result() !== null) {
		let plan = await planIssues(request, tonightLast(records, night.result()?.night ?? null));
		told(plan);
		return {
			changes: plan.changes,
			...tonight
		};
	}
	let change = keepIssues(request, async () => nightsOf(await history.read()), told);
	let isOpen = () => (night.result()?.next.length ?? 0) > 0;
	return {
		changes: [onlyIf(change, () => !isOpen())],
		...tonight
	};
}
function tonightLast(records, night) {
	let nights = nightsOf(records);
	let at = nights.findLastIndex(({ id }) => id === night?.id);
	return at < 0 ? night === null ? nights : [...nights, night] : nights.slice(0, at + 1);
}
// actions/nightly-integration/watch.ts
async function missedNights({ environment, files, records, at }) {
	let { GITHUB_WORKFLOW_REF: ref = "", GITHUB_REPOSITORY: repository = "" } = environment;
	let file = /^[^/]+\/[^/]+\/(\.github\/workflows\/[^/@]+)@/.exec(ref)?.[1];
	let text = file === void 0 ? null : await files.read(file, "GITHUB_WORKFLOW_REF");
	if (file === void 0 || text === null) return [];
	let url = `${environment.GITHUB_SERVER_URL ?? "https://github.com"}/${repository}/actions/workflows/${file.slice(file.lastIndexOf("/") + 1)}`;
	let workflow = {
		file,
		text: text.toString("utf8"),
		state: null,
		url
	};
	return watchNights({
		workflow,
		nights: nightsOf(records),
		now: at,
		running: !0
	});
}
// actions/nightly-integration/world.ts
function runOf(environment, now, clock) {
	let at = now === "" ? clock() : new Date(now);
	if (Number.isNaN(at.getTime())) throw new UserError(`Input “now” is “${now}”, which is no time.`, { advice: "Write it as 2024-04-05T02:00:00Z." });
	let { GITHUB_RUN_ID: id = "", GITHUB_RUN_ATTEMPT: attempt = "1", GITHUB_REPOSITORY: repository = "" } = environment;
	let server = environment.GITHUB_SERVER_URL ?? "https://github.com";
	return {
		at: `${at.toISOString().slice(0, 19)}Z`,
		run: id === "" ? null : attempt === "1" ? id : `${id}.${attempt}`,
		url: id === "" || repository === "" ? null : `${server}/${repository}/actions/runs/${id}`
	};
}
function openHistory(name, { environment, workspace, github }) {
	if (/^(?:[./~]|[A-Za-z]:[\\/])/.test(name)) {
		let title = environment.GITHUB_REPOSITORY;
		return {
			history: directoryHistory(resolve(workspace, name), {
				serverUrl: github.serverUrl,
				...title !== void 0 && { title }
			}),
			place: name
		};
	}
	let { repository } = runPlace(environment, "");
	return {
		history: branchHistory({
			github,
			repository,
			branch: name
		}),
		place: `branch ${name} of ${fullName(repository)}`
	};
}
async function trialSettings(inputs, { environment, workspace, signal }) {
	let workingDirectory = resolve(workspace, inputs["working-directory"]);
	if ((await stat(workingDirectory).catch(() => null))?.isDirectory() !== !0) throw new UserError(`Input “working-directory” is “${inputs["working-directory"]}”: there is no such directory.`, { advice: "Give it relative to the checkout, and check the repository out first." });
	return {
		commands: {
			deploy: inputs["deploy-command"],
			test: inputs["test-command"],
			reset: inputs["reset-command"]
		},
		workingDirectory,
		results: inputs.results,
		environment,
		timeout: inputs["timeout-minutes"] * 6e4,
		signal
	};
}
function openRegistry({ images }, inputs, { environment, signal, log }) {
	let places = images.map(({ reference }) => ({
		source: reference,
		targets: [{
			...reference,
			tag: reference.tag ?? ""
		}]
	}));
	let client = new RegistryClient({
		credentials: findCredentials({
			environment,
			...credentialsGiven(places, inputs)
		}),
		endpoints: parseEndpoints(environment.CODEFLARE_REGISTRY_ENDPOINTS),
		insecure: inputs["insecure-registries"],
		signal,
		onWarning: (line) => log.warning(line),
		onSecret: (value) => log.mask(value)
	});
	for (let { reference } of images) client.announce(reference, "pull");
	return client;
}
function searchWorld(github, registry) {
	let started = Date.now();
	let commits = { async between(repository, base, head) {
		try {
			let place = parseRepository(repository, "The image’s source");
			let found = await compare(github, place, base, head);
			if (found?.status !== "ahead") return null;
			return (await commitsSince(github, place, base, head, found)).map(({ sha }) => sha);
		} catch (error) {
			if (error instanceof RequestRefused || error instanceof UserError) return null;
			throw error;
		}
	} };
	let tags = { digest: async ({ reference }, tag) => {
		let { registry: host, repository } = parseReference(reference);
		return (await registry.head({
			registry: host,
			repository,
			tag
		}))?.digest ?? null;
	} };
	return {
		moves: (base, candidate) => movesBetween(base, candidate, commits, tags),
		async missing(base) {
			return (await Promise.all(base.images.map(async ({ component, reference, digest }) => {
				let { registry: host, repository } = parseReference(reference);
				return await registry.head({
					registry: host,
					repository,
					digest
				}) === null ? [component] : [];
			}))).flat();
		},
		minutes: () => (Date.now() - started) / 6e4
	};
}
function afterwards(change, then) {
	return {
		...change,
		act: () => change.act(),
		async probe() {
			let state = await change.probe();
			await then();
			return state;
		}
	};
}
// actions/nightly-integration/action.ts
var action_default = defineAction({
	name: "nightly-integration",
	title: "Nightly integration",
	description: "",
	branding: "",
	permissions: "",
	inputs: {
		images: list({
			description: "",
			example: ""
		}),
		together: list({
			description: "",
			example: ""
		}),
		platforms: list({
			description: "",
			example: "",
			commas: !0
		}),
		"deploy-command": text({
			description: "",
			example: ""
		}),
		"test-command": required({
			description: "Tests it. Judged by its exit code, by JUnit XML or `go test -json` that it leaves in `NIGHTLY_RESULTS` (or where `results` says), and by `go test -json` that it prints.",
			example: "make test-e2e"
		}),
		"reset-command": text({
			description: "",
			example: ""
		}),
		"working-directory": text({
			description: "",
			default: "."
		}),
		results: list({
			description: "",
			example: ""
		}),
		"timeout-minutes": integer({
			description: "",
			default: "60",
			min: 1,
			max: 1440
		}),
		history: text({
			description: "",
			default: "nightly-history"
		}),
		"max-trials": integer({
			description: "",
			default: "8",
			min: 0,
			max: 200
		}),
		"max-minutes": integer({
			description: "",
			default: "300",
			min: 1,
			max: 10080
		}),
		"flake-rate": text({
			description: "",
			example: ""
		}),
		confidence: text({
			description: "",
			default: "0.95"
		}),
		parallel: integer({
			description: "",
			default: "1",
			min: 1,
			max: 8
		}),
		issue: flag({
			description: "",
			default: "true"
		}),
		force: flag({
			description: "",
			default: "false"
		}),
		trial: text({
			description: "",
			example: ""
		}),
		"accepted-tags": list({
			description: "",
			example: "",
			commas: !0
		}),
		username: text({ description: "" }),
		password: secret({ description: "" }),
		"insecure-registries": list({
			description: "",
			example: "",
			commas: !0
		}),
		now: text({
			description: "",
			example: ""
		}),
		manifest: manifestInput(),
		token: tokenInput("`contents: write` for the history and `issues: write` for `issue`")
	},
	outputs: {
		verdict: "",
		payload: "",
		"payload-id": "",
		"changed-components": "",
		culprit: "",
		trials: "",
		"next-trials": "",
		"issue-number": "",
		message: "",
		report: ""
	},
	async plan(inputs, { environment, workspace, log, signal, now }) {
		let files = new Workspace(workspace);
		let run = runOf(environment, inputs.now, now);
		let github = new GitHub({
			token: inputs.token,
			environment,
			signal,
			log: (line) => log.info(line)
		});
		let { history, place } = openHistory(inputs.history, {
			environment,
			workspace,
			github
		});
		let records = await history.read();
		let laboratory = commandLaboratory(await trialSettings(inputs, {
			environment,
			workspace,
			signal
		}), log);
		if (inputs.trial !== "") {
			let given = readGivenTrial(inputs.trial);
			let { changes, findings } = planTrial(given, {
				history,
				place,
				laboratory,
				at: run.at
			});
			let seen = records;
			return {
				changes: changes.map((change) => afterwards(change, async () => seen = await history.read())),
				findings,
				outputs: () => ({
					...trialOutputs(given, seen),
					"issue-number": "",
					report: ""
				}),
				report: () => trialReport(given, seen)
			};
		}
		let train = inputs.images.length > 0 && inputs.manifest === "" ? null : await loadManifest(files, inputs.manifest);
		let wanted = readPayloadRequest(inputs.images, inputs.together, train);
		let registry = openRegistry(wanted, inputs, {
			environment,
			signal,
			log
		});
		let payload = await resolvePayload(registry, wanted.images, inputs.platforms);
		let standing = standingOf(records, payload, run);
		let limits = limitsOf(inputs, records);
		let report = "";
		let night = planNight({
			payload,
			standing,
			together: wanted.together,
			limits,
			...run,
			server: github.serverUrl
		}, {
			...searchWorld(github, registry),
			history,
			place,
			laboratory,
			force: inputs.force,
			log: (line) => log.info(line),
			async onResult({ night: done }) {
				report = join(await laboratory.directory(), "report.md");
				await writeFile(report, renderMarkdown(nightReport(done, nightsOf(records), { serverUrl: github.serverUrl })));
			}
		});
		let isGood = () => ["accepted", "unchanged"].includes(night.result()?.night.verdict ?? "");
		let promotion = await planPromotion(registry, payload, inputs["accepted-tags"], ["stable"]);
		let issues = inputs.issue ? await planNightIssues(night, {
			github,
			environment,
			history,
			records
		}) : {
			changes: [],
			findings: [],
			number: () => "",
			page: () => null
		};
		let missed = await missedNights({
			environment,
			files,
			records,
			at: run.at
		});
		return {
			changes: [
				...night.changes,
				...issues.changes,
				...promotion.changes.map((change) => onlyIf(change, isGood))
			],
			get findings() {
				let result = night.result();
				return result === null ? missed : [
					...nightFindings(result),
					...issues.findings,
					...missed
				];
			},
			...promotion.refusal !== null && { refusal: promotion.refusal },
			outputs() {
				let result = night.result();
				let message = result === null ? "" : nightMessage(result.night, issues.page());
				return {
					...nightOutputs(payload, standing, result),
					"issue-number": issues.number(),
					message,
					report
				};
			},
			report() {
				let result = night.result();
				if (result === null) return plannedReport(payload, standing);
				return nightReport(result.night, nightsOf(records), { serverUrl: github.serverUrl });
			}
		};
	}
});
export { action_default as default };
