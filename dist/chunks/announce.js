import { A as paragraph, E as link, F as UserError, O as markdown, P as ServiceError, S as code, T as heading, _ as text, g as secret, j as table, l as defineAction, p as list, u as choice, v as tokenInput, w as details, y as Workspace } from "./core.js";
import { n as refReceipts, r as githubRefs } from "./receipts.js";
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
// packages/announce/channel.ts
var DeliveryInDoubt = class extends ServiceError {};
function fingerprint(channel, address) {
	return `${channel}-${createHash("sha256").update(address).digest("hex").slice(0, 12)}`;
}
// packages/announce/announce.ts
const NOTHING = {
	id: null,
	url: null,
	at: null
};
async function planAnnouncement(announcement, { slack, senders, receipts }, inDoubt) {
	const changes = [];
	const skipped = [];
	const delivered = [];
	const pending = [];
	const doubtful = [];
	const { key, title } = announcement;
	const reason = `announce “${title}”`;
	if (slack !== null) {
		const { name, identity } = slack;
		const [found, noted] = await Promise.all([slack.find(key), receipts.read(key, identity)]);
		const to = {
			channel: "slack",
			to: name
		};
		if (found !== null || noted === "delivered") skipped.push({
			...to,
			...found ?? NOTHING,
			reason: "delivered before"
		});
		else {
			pending.push({
				to: name,
				again: false
			});
			changes.push(postToSlack(slack, announcement, reason, (receipt) => delivered.push({
				...to,
				...receipt
			})));
		}
		if (noted !== "delivered") changes.push(note(`Slack message to ${name}`, identity, key, receipts, noted));
	}
	for (const sender of senders) {
		const state = await receipts.read(key, sender.identity);
		const to = {
			channel: sender.channel,
			to: sender.subject
		};
		if (state === "delivered") skipped.push({
			...to,
			...NOTHING,
			reason: "delivered before"
		});
		else if (state === "in doubt" && inDoubt === "settle") {
			changes.push(note(sender.subject, sender.identity, key, receipts, state));
			skipped.push({
				...to,
				...NOTHING,
				reason: "taken as delivered: “in-doubt: settle”"
			});
		} else if (state === "in doubt" && inDoubt === "auto" && !sender.recognised) doubtful.push(sender.subject);
		else {
			pending.push({
				to: sender.subject,
				again: state !== null
			});
			const keep = (receipt) => delivered.push({
				...to,
				...receipt
			});
			changes.push(deliver$1(sender, announcement, receipts, state, reason, keep));
		}
	}
	return {
		changes,
		skipped,
		pending,
		delivered: () => delivered,
		refusal: doubt(doubtful)
	};
}
function postToSlack(slack, announcement, reason, keep) {
	return {
		action: "send",
		subject: `Slack message to ${slack.name}`,
		before: null,
		after: "delivered",
		reason,
		probe: async () => await slack.find(announcement.key) === null ? null : "delivered",
		act: async () => void keep(await slack.post(announcement))
	};
}
function deliver$1(sender, announcement, receipts, before, reason, keep) {
	const { key } = announcement;
	return {
		action: "send",
		subject: sender.subject,
		before,
		after: "delivered",
		reason: before === null ? reason : `${reason}, once more: an earlier run did not say how it ended`,
		probe: () => receipts.read(key, sender.identity),
		async act() {
			if (before === null && !await receipts.begin(key, sender.identity)) throw new UserError(`Another run is delivering this right now (${sender.subject}); this one does not.`, { advice: "Wait for it. Give the workflow a concurrency group, so that it does not run twice at once." });
			try {
				keep(await sender.send(announcement));
			} catch (error) {
				if (before === null && !(error instanceof DeliveryInDoubt)) await receipts.withdraw(key, sender.identity).catch(() => void 0);
				throw error;
			}
			await receipts.confirm(key, sender.identity);
		}
	};
}
function note(subject, identity, key, receipts, before) {
	return {
		action: before === null ? "create" : "update",
		subject: `receipt of ${subject}`,
		before,
		after: "delivered",
		reason: before === null ? "remember that it was delivered" : "somebody looked: it was delivered",
		probe: () => receipts.read(key, identity),
		act: () => receipts.confirm(key, identity)
	};
}
function doubt(subjects) {
	if (subjects.length === 0) return void 0;
	return new UserError(`An earlier run began this and did not say how it ended: ${subjects.join(", ")}. It was delivered, or was not. Nothing was sent now.`, { advice: "Look into the channel. Is it there: run again with “in-doubt: settle”. Is it not: with “in-doubt: resend”." });
}
function reportAnnouncement(announcement, plan) {
	const delivered = plan.delivered();
	const open = plan.pending.filter(({ to }) => !delivered.some((one) => one.to === to));
	const shown = ({ to, id, url, at }, what) => {
		return [
			url === null ? to : link(to, url),
			what,
			id === null ? "" : code(id),
			at ?? ""
		];
	};
	return [
		heading("Announcement"),
		paragraph(announcement.title, " (key ", code(announcement.key), ")"),
		table([
			"Where",
			"What",
			"Id",
			"At"
		], [
			...delivered.map((one) => shown(one, "delivered")),
			...open.map(({ to, again }) => [
				to,
				again ? "to be delivered once more" : "to be delivered",
				"",
				""
			]),
			...plan.skipped.map((one) => shown(one, one.reason))
		]),
		details("Message", [markdown(announcement.body)])
	];
}
// packages/announce/message.ts
const WORD_BYTES = 45;
const LINE = 76;
function renderMessage({ from, to, subject, text, messageId, date }) {
	const lines = text.replaceAll(/\r\n?/g, "\n");
	const plain = /^[\t\n\x20-\x7e]*$/.test(lines) && lines.split("\n").every((line) => line.length <= LINE);
	const headers = [
		`From: ${mailbox(from)}`,
		`To: ${to.map(mailbox).join(",\r\n ")}`,
		`Subject: ${words(subject.replaceAll(/\s+/g, " ").trim())}`,
		`Message-ID: ${messageId}`,
		`Date: ${date.toUTCString().replace("GMT", "+0000")}`,
		"Auto-Submitted: auto-generated",
		"MIME-Version: 1.0",
		"Content-Type: text/plain; charset=utf-8",
		`Content-Transfer-Encoding: ${plain ? "7bit" : "quoted-printable"}`
	];
	const body = plain ? lines.split("\n") : lines.split("\n").map(quotedPrintable);
	return `${headers.join("\r\n")}\r\n\r\n${body.join("\r\n").replace(/(?:\r\n)*$/, "\r\n")}`;
}
function mailbox(text) {
	const [, name = "", address = ""] = /^(.*?)\s*<([^<>]+)>$/.exec(text.trim()) ?? [];
	if (address === "") return text.trim();
	const bare = name.replace(/^"(.*)"$/, "$1").replaceAll(/\\(.)/g, "$1");
	if (bare === "") return address;
	const quoted = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~ ]+$/.test(bare) ? bare : `"${bare.replaceAll(/["\\]/g, "\\$&")}"`;
	return `${isPlain(bare) ? quoted : words(bare)} <${address}>`;
}
function words(value) {
	if (isPlain(value)) return value;
	const parts = [];
	let part = "";
	for (const character of value) {
		if (Buffer.byteLength(part + character) > WORD_BYTES) {
			parts.push(part);
			part = "";
		}
		part += character;
	}
	return [...parts, part].map((each) => `=?UTF-8?B?${Buffer.from(each).toString("base64")}?=`).join("\r\n ");
}
function isPlain(value) {
	return /^[\x20-\x7e]*$/.test(value) && value.length <= 67 && !value.includes("=?");
}
function quotedPrintable(line) {
	const bytes = [...Buffer.from(line)];
	const encoded = bytes.map((byte, index) => {
		return (byte === 32 || byte === 9) && index < bytes.length - 1 || byte > 32 && byte < 127 && byte !== 61 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
	});
	let [done, open] = ["", ""];
	for (const [index, each] of encoded.entries()) {
		const room = index === encoded.length - 1 ? LINE : 75;
		if (open.length + each.length > room) {
			done += `${open}=\r\n`;
			open = "";
		}
		open += each;
	}
	return done + open;
}
// packages/announce/mail.ts
function mailSenders(options) {
	const server = parseServer(options.smtpUrl);
	if (server.auth !== void 0) options.onSecret?.(server.auth.pass);
	const from = parseAddress(options.from, "mail-from");
	return [...new Set(options.to.map((address) => parseAddress(address, "mail-to")))].map((recipient) => ({
		channel: "mail",
		identity: fingerprint("mail", recipient.toLowerCase()),
		subject: `mail to ${recipient}`,
		recognised: true,
		async send({ title, body, key }) {
			const messageId = `<${createHash("sha256").update(key).digest("hex").slice(0, 32)}@${from.split("@")[1] ?? ""}>`;
			const date = options.now();
			const message = renderMessage({
				from: options.from,
				to: options.to,
				subject: title,
				text: body,
				messageId,
				date
			});
			await deliver(server, {
				from,
				to: recipient
			}, message);
			return {
				id: messageId,
				url: null,
				at: date.toISOString()
			};
		}
	}));
}
async function deliver(server, envelope, message) {
	const { default: SMTPConnection } = await import("./smtp-connection.js");
	const connection = new SMTPConnection({
		...server,
		connectionTimeout: 3e4,
		greetingTimeout: 3e4,
		socketTimeout: 6e4
	});
	try {
		await new Promise((resolve, reject) => {
			const send = () => connection.send(envelope, message, (error) => error ? reject(error) : resolve());
			connection.on("error", reject);
			connection.connect((error) => {
				if (error) reject(error);
				else if (server.auth === void 0 || !connection.allowsAuth) send();
				else connection.login(server.auth, (refused) => refused ? reject(refused) : send());
			});
		});
	} catch (error) {
		throw mailError(error, `${server.host}:${server.port}`);
	} finally {
		connection.close();
	}
}
function mailError(error, host) {
	const told = error instanceof Error ? error : new Error(String(error));
	const [code, status, syscall, timeout] = [
		"code",
		"responseCode",
		"syscall",
		"timeoutType"
	].map((name) => {
		const value = Reflect.get(told, name);
		return typeof value === "string" || typeof value === "number" ? String(value) : "";
	});
	if (code === "EAUTH") return new UserError(`The mail server ${host} does not accept user name and password (${status || "no code"}).`, { advice: "Check the credentials in the secret that “smtp-url” takes; special characters must be %-encoded." });
	if (status !== "") {
		const again = status?.startsWith("4");
		const what = `The mail server ${host} refuses the message: ${firstLine(told.message)}`;
		return again ? new ServiceError(what, { advice: "It is temporary: run again later. Nothing was delivered." }) : new UserError(what, { advice: "Check “mail-from”, “mail-to” and what the server allows." });
	}
	if ([
		"EDNS",
		"ETLS",
		"EENVELOPE",
		"EMESSAGE"
	].includes(code ?? "") || syscall === "connect" || told.message.startsWith("Invalid greeting") || ["CONNECTION_TIMEOUT", "GREETING_TIMEOUT"].includes(timeout ?? "")) return new ServiceError(`The mail server ${host} cannot be used: ${firstLine(told.message)}`, { advice: "Check host, port and TLS in “smtp-url” (smtps:// for port 465, smtp:// for 587). Nothing was delivered." });
	return new DeliveryInDoubt(`The mail server ${host} gave no answer (${code || "connection lost"}).`, { advice: "The mail was delivered, or was not. Run again: it is sent once more as the same message (Message-ID)." });
}
function firstLine(message) {
	return `${(message.split("\n")[0] ?? "").slice(0, 200)}.`.replace(/\.\.$/, ".");
}
function parseServer(text) {
	const url = URL.canParse(text) ? new URL(text) : null;
	const secure = url?.protocol === "smtps:";
	if (url === null || !secure && url.protocol !== "smtp:" || url.hostname === "" || url.search !== "") throw new UserError("Input “smtp-url” is not of the form smtps://user:password@host:465 or smtp://user:password@host:587.", { advice: "Special characters in user name and password must be %-encoded. Keep it in a secret." });
	const host = url.hostname.replace(/^\[|\]$/g, "");
	const local = [
		"127.0.0.1",
		"localhost",
		"::1"
	].includes(host);
	const auth = url.username === "" ? {} : { auth: {
		user: decode(url.username),
		pass: decode(url.password)
	} };
	return {
		host,
		port: url.port === "" ? secure ? 465 : 587 : Number(url.port),
		secure,
		requireTLS: !secure && !local && url.username !== "",
		...auth
	};
}
function decode(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		throw new UserError("Input “smtp-url”: user name or password is not properly %-encoded.", { advice: "Encode special characters, for example “%” as “%25” and “@” as “%40”." });
	}
}
function parseAddress(text, input) {
	const given = text.trim();
	const address = /^[^<>\r\n]*<([^<>\s]+)>$/.exec(given)?.[1] ?? given;
	if (/^[^\s@<>,;"]+@[A-Za-z0-9][A-Za-z0-9.-]*$/.test(address) && !/[\r\n]/.test(given)) return address;
	throw new UserError(`Input “${input}”: “${given}” is not a mail address.`, { advice: "Write name@example.com or Name <name@example.com>, one a line." });
}
// packages/announce/request.ts
function requestedChannels(inputs) {
	if (inputs["discussion-category"] !== "") throw new UserError("Input “discussion-category”: announcing in Discussions is not built yet.", { advice: "Leave it out; Slack and mail work." });
	const channels = [];
	if (allOrNone(inputs, ["slack-token", "slack-channel"])) channels.push("slack");
	if (allOrNone(inputs, [
		"smtp-url",
		"mail-from",
		"mail-to"
	])) channels.push("mail");
	if (inputs["slack-webhook"] !== "") channels.push("slack-webhook");
	return channels;
}
function allOrNone(inputs, names) {
	const missing = names.filter((name) => inputs[name].length === 0);
	if (missing.length === names.length) return false;
	const [first] = missing;
	if (first === void 0) return true;
	const given = names.filter((name) => !missing.includes(name)).map((name) => `“${name}”`);
	throw new UserError(`Input “${first}” is missing; ${given.join(" and ")} ${given.length === 1 ? "needs" : "need"} it.`, { advice: "Give all of them or none. If it comes from a secret: this repository, or a fork of it, may not have it." });
}
async function readAnnouncement(inputs, environment, workspace) {
	const { title } = inputs;
	if (title === "" || /[\r\n]/.test(title)) throw new UserError(`Input “title” ${title === "" ? "is missing" : "has more than one line"}.`, { advice: "Give one line, for example “CodeFlare Stack v1.2.0”." });
	const body = await readBody(inputs, workspace);
	if (body.trim() === "") throw new UserError("There is nothing to announce: “body” and “body-file” are empty.", { advice: "Give Markdown in “body”, or the release notes as “body-file”." });
	const key = inputs.key === "" ? keyOfTag(environment) : inputs.key;
	if (key === "") throw new UserError("Input “key” is missing, and this run is not for a tag from which it could be taken.", { advice: "Give what names this announcement, for example “key: ${{ github.repository }}@v1.2.0”." });
	return {
		title,
		body,
		key
	};
}
async function readBody(inputs, workspace) {
	const { body, "body-file": file } = inputs;
	if (file === "") return body;
	if (body !== "") throw new UserError("Both “body” and “body-file” are given.", { advice: "Leave one of them out." });
	const bytes = await workspace.read(file, "body-file");
	if (bytes !== null) return bytes.toString("utf8");
	throw new UserError(`Input “body-file”: there is no file “${file}” in the checkout.`, {
		file,
		advice: "Check the path, and that a step before this one writes it."
	});
}
function keyOfTag(environment) {
	const { GITHUB_REF_TYPE: type, GITHUB_REF_NAME: tag, GITHUB_REPOSITORY: repository } = environment;
	return type === "tag" && tag !== void 0 && repository !== void 0 ? `${repository}@${tag}` : "";
}
// packages/announce/http.ts
const ATTEMPTS = 3;
const TIMEOUT = 3e4;
const LONGEST_WAIT = 6e4;
async function requestHttp(request, { signal, sleep = pauseFor }) {
	for (let attempt = 1;; attempt += 1) {
		const last = attempt === ATTEMPTS;
		try {
			const timeout = AbortSignal.timeout(TIMEOUT);
			const response = await fetch(request.url, {
				method: request.method,
				headers: request.headers,
				redirect: "manual",
				signal: signal === void 0 ? timeout : AbortSignal.any([signal, timeout]),
				...request.body !== void 0 && { body: request.body }
			});
			const text = await response.text();
			if (!last && response.status === 429) await sleep(retryAfter(response.headers.get("retry-after")));
			else if (!last && response.status >= 500 && request.method === "GET") await sleep(1e3 * attempt);
			else return {
				status: response.status,
				text,
				at: timeOf$1(response.headers.get("date"))
			};
		} catch (error) {
			signal?.throwIfAborted();
			const code = codeOf(error);
			if (request.method === "POST") throw lost(request.service, code);
			if (last) throw unreachable(request.service, code);
			await sleep(1e3 * attempt);
		}
	}
}
function lost(service, code) {
	if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "EAI_AGAIN") return unreachable(service, code);
	return new DeliveryInDoubt(`${service} gave no answer (${code}): the message was delivered, or was not.`, { advice: "Look into the channel, then run again; see “in-doubt” in the README of announce." });
}
function unreachable(service, code) {
	return new ServiceError(`${service} cannot be reached (${code}).`, { advice: "Check the address and the runner’s network, then run again; nothing was delivered." });
}
function codeOf(error) {
	for (let at = error; at instanceof Error; at = at.cause) {
		if ("code" in at && typeof at.code === "string") return at.code;
		if (at.name === "TimeoutError") return "no answer within 30 s";
	}
	return "connection lost";
}
function retryAfter(header) {
	const seconds = Number(header ?? "");
	return Math.min(Number.isFinite(seconds) && seconds > 0 ? seconds * 1e3 : 1e3, LONGEST_WAIT);
}
function timeOf$1(header) {
	const time = new Date(header ?? "");
	return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
async function pauseFor(milliseconds) {
	await setTimeout(milliseconds);
}
// packages/announce/mrkdwn.ts
const SLACK_LIMIT = 4e3;
const CUT = "\n_(shortened)_";
async function toMrkdwn(title, body, limit = SLACK_LIMIT) {
	const { parseMarkdown } = await import("./parse-markdown.js");
	const tree = parseMarkdown(body);
	return cut([`*${escaped(title)}*`, ...blocks(tree.children)].join("\n\n"), limit);
}
function escaped(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function blocks(nodes) {
	return nodes.map(block).filter((text) => text !== "");
}
function block(node) {
	switch (node.type) {
		case "heading": return `*${plain(node).trim()}*`;
		case "paragraph": return inline(node.children);
		case "list": return node.children.map((item, index) => {
			return `${node.ordered === true ? `${(node.start ?? 1) + index}.` : "•"} ${blocks(item.children).join("\n").replaceAll("\n", "\n    ")}`;
		}).join("\n");
		case "blockquote": return blocks(node.children).join("\n\n").replace(/^/gm, "> ");
		case "code": return fenced(escaped(node.value));
		case "table": return fenced(tableText(node));
		case "thematicBreak": return "———";
		case "listItem":
		case "tableRow":
		case "tableCell":
		case "definition":
		case "footnoteDefinition":
		case "yaml": return "";
		case "html": return escaped(withoutTags(node.value)).trim();
		case "break":
		case "delete":
		case "emphasis":
		case "footnoteReference":
		case "image":
		case "imageReference":
		case "inlineCode":
		case "link":
		case "linkReference":
		case "strong":
		case "text": return phrase(node);
	}
}
function inline(nodes) {
	return nodes.map(phrase).join("");
}
function phrase(node) {
	switch (node.type) {
		case "text": return escaped(node.value);
		case "strong": return `*${inline(node.children)}*`;
		case "emphasis": return `_${inline(node.children)}_`;
		case "inlineCode": return `\`${escaped(node.value)}\``;
		case "link": return linked(plain(node), node.url);
		case "image": return linked(escaped(node.alt ?? ""), node.url);
		case "break": return "\n";
		case "linkReference":
		case "delete": return inline(node.children);
		case "html":
		case "imageReference":
		case "footnoteReference": return "";
	}
}
function linked(text, url) {
	if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return text;
	const target = url.replaceAll("&", "&amp;").replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll("|", "%7C");
	const label = text.replaceAll("|", "¦").replaceAll("\n", " ").trim();
	return label === "" || label === target ? `<${target}>` : `<${target}|${label}>`;
}
function withoutTags(html) {
	const [first = "", ...commented] = html.split("<!--");
	return [first, ...commented.map((part) => part.slice(part.includes("-->") ? part.indexOf("-->") + 3 : part.length))].join("").replaceAll(/<[a-z/!?][^<>]*>/gi, "");
}
function plain(node) {
	if (node.type === "text" || node.type === "inlineCode") return escaped(node.value);
	if (node.type === "break") return " ";
	return "children" in node ? node.children.map(plain).join("") : "";
}
function fenced(text) {
	return `\`\`\`\n${text.replaceAll("```", "'''")}\n\`\`\``;
}
function tableText(table) {
	const rows = table.children.map((row) => row.children.map((cell) => plain(cell).trim()));
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()).join("\n");
}
function cut(text, limit) {
	if (text.length <= limit) return text;
	const room = limit - 14 - 4;
	const window = text.slice(0, room);
	const boundary = [
		"\n\n",
		"\n",
		" "
	].map((mark) => window.lastIndexOf(mark)).find((at) => at > room / 2);
	let kept = window.slice(0, boundary ?? window.search(/(?:&[a-z]{0,4}|[\uD800-\uDBFF])?$/));
	const open = kept.lastIndexOf("<");
	if (open > kept.lastIndexOf(">")) kept = kept.slice(0, open);
	kept = kept.trimEnd();
	const fence = kept.split("```").length % 2 === 0 ? "\n```" : "";
	return kept + fence + CUT;
}
// packages/announce/slack-api.ts
const EVENT = "codeflare_announcement";
const PAGE = 200;
const PAGES = 5;
async function openSlackChannel(options) {
	const { channel } = options;
	const isId = /^[CG][A-Z0-9]{8,}$/.test(channel);
	const id = isId ? channel : await findChannel(channel.replace(/^#/, ""), options);
	async function receipt(ts) {
		return {
			id: ts,
			url: await permalink(id, ts, options),
			at: timeOf(ts)
		};
	}
	async function find(key) {
		let cursor = "";
		for (let page = 0; page < PAGES; page += 1) {
			const answer = await call("GET", "conversations.history", options, {
				channel: id,
				limit: String(PAGE),
				include_all_metadata: "true",
				...cursor !== "" && { cursor }
			});
			const ts = listOf(answer, "messages").find((message) => keyOf(message) === key)?.["ts"];
			if (typeof ts === "string") return receipt(ts);
			cursor = cursorOf(answer);
			if (cursor === "") return null;
		}
		return null;
	}
	return {
		name: isId ? channel : `#${channel.replace(/^#/, "")}`,
		identity: fingerprint("slack", id),
		find,
		async post({ title, body, key }) {
			const message = {
				channel: id,
				text: await toMrkdwn(title, body),
				unfurl_links: false,
				unfurl_media: false,
				metadata: {
					event_type: EVENT,
					event_payload: { key }
				}
			};
			try {
				const { ts } = await call("POST", "chat.postMessage", options, message);
				return await receipt(String(ts));
			} catch (error) {
				if (!(error instanceof DeliveryInDoubt)) throw error;
				await (options.sleep ?? setTimeout)(1e3);
				const found = await find(key);
				if (found === null) throw error;
				return found;
			}
		}
	};
}
async function findChannel(name, options) {
	let cursor = "";
	do {
		const answer = await call("GET", "conversations.list", options, {
			types: "public_channel,private_channel",
			exclude_archived: "true",
			limit: String(PAGE),
			...cursor !== "" && { cursor }
		});
		const id = listOf(answer, "channels").find((channel) => channel["name"] === name)?.["id"];
		if (typeof id === "string") return id;
		cursor = cursorOf(answer);
	} while (cursor !== "");
	throw new UserError(`Input “slack-channel”: the app sees no channel “#${name}”.`, { advice: `Check the name; for a private channel, invite the app (/invite in the channel) or give the channel’s id.` });
}
async function permalink(channel, ts, options) {
	try {
		const { permalink: url } = await call("GET", "chat.getPermalink", options, {
			channel,
			message_ts: ts
		});
		return typeof url === "string" ? url : null;
	} catch {
		return null;
	}
}
async function call(method, name, options, given) {
	const url = new URL(name, options.api ?? "https://slack.com/api/");
	if (method === "GET") for (const [key, value] of Object.entries(given)) url.searchParams.set(key, String(value));
	const { status, text } = await requestHttp({
		method,
		url,
		headers: {
			authorization: `Bearer ${options.token}`,
			...method === "POST" && { "content-type": "application/json; charset=utf-8" }
		},
		...method === "POST" && { body: JSON.stringify(given) },
		service: `Slack (${name})`
	}, options);
	const answer = parse(text);
	if (answer?.["ok"] === true) return answer;
	throw failure(name, status, answer, options.channel);
}
function failure(name, status, answer, channel) {
	const error = typeof answer?.["error"] === "string" ? answer["error"].slice(0, 60) : null;
	if ((error === null || /^(?:internal_error|fatal_error|service_unavailable|request_timeout)$/.test(error)) && status !== 429) {
		const what = `Slack (${name}) failed: ${error ?? `status ${status}, and not in Slack’s words`}.`;
		return name === "chat.postMessage" ? new DeliveryInDoubt(what, { advice: "Run again: the channel is asked first whether the message is there." }) : new ServiceError(what, { advice: "Run again later; see status.slack.com. Nothing was delivered by this step." });
	}
	if (status === 429 || error === "ratelimited") return new ServiceError(`Slack (${name}) says that there were too many requests.`, { advice: "Run again in a minute." });
	const needed = typeof answer?.["needed"] === "string" ? answer["needed"].slice(0, 100) : "another scope";
	const advice = {
		not_in_channel: `Invite the app: /invite in ${channel}.`,
		channel_not_found: `Check “slack-channel”; for a private channel, invite the app.`,
		is_archived: "Unarchive the channel, or give another one.",
		missing_scope: `Add ${needed} to the app’s bot token scopes and install it again: the channel is read to post exactly once.`
	};
	const token = /^(?:not_authed|invalid_auth|account_inactive|token_(?:revoked|expired)|no_permission)$/.test(error ?? "");
	return new UserError(`Slack (${name}) refuses: ${error ?? "no reason given"}.`, { advice: token ? "Put a valid bot token (xoxb-…) of the app into the secret that “slack-token” takes." : advice[error ?? ""] ?? "See the method’s errors in Slack’s documentation, then run again." });
}
function parse(text) {
	try {
		const value = JSON.parse(text);
		return isAnswer(value) ? value : null;
	} catch {
		return null;
	}
}
function isAnswer(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function listOf(answer, name) {
	const value = answer[name];
	return Array.isArray(value) ? value.filter(isAnswer) : [];
}
function cursorOf({ response_metadata: metadata }) {
	const cursor = isAnswer(metadata) ? metadata["next_cursor"] : "";
	return typeof cursor === "string" ? cursor : "";
}
function keyOf({ metadata }) {
	if (!isAnswer(metadata) || metadata["event_type"] !== EVENT) return void 0;
	const payload = metadata["event_payload"];
	return isAnswer(payload) ? payload["key"] : void 0;
}
function timeOf(ts) {
	const time = new Date(Number.parseInt(ts, 10) * 1e3);
	return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
// packages/announce/slack-webhook.ts
const SERVICE = "Slack’s webhook";
function slackWebhook(address, http = {}) {
	const url = URL.canParse(address) ? new URL(address) : null;
	const local = url !== null && [
		"127.0.0.1",
		"localhost",
		"[::1]"
	].includes(url.hostname);
	if (url === null || !(url.protocol === "https:" || url.protocol === "http:" && local)) throw new UserError("Input “slack-webhook” is not an https address.", { advice: "Store what Slack shows under “Incoming Webhooks” as a secret, and pass it as ${{ secrets.NAME }}." });
	return {
		channel: "slack-webhook",
		identity: fingerprint("slack-webhook", url.href),
		subject: "Slack message through the webhook",
		recognised: false,
		async send({ title, body }) {
			const text = await toMrkdwn(title, body);
			const answer = await requestHttp({
				method: "POST",
				url,
				headers: { "content-type": "application/json; charset=utf-8" },
				body: JSON.stringify({
					text,
					unfurl_links: false,
					unfurl_media: false
				}),
				service: SERVICE
			}, http);
			if (answer.status === 200 && isOk(answer.text)) return {
				id: null,
				url: null,
				at: answer.at
			};
			throw refused(answer.status, answer.text);
		}
	};
}
function isOk(text) {
	return /^(?:ok|\{\s*"ok"\s*:\s*true\b.*\})$/s.test(text.trim());
}
function refused(status, text) {
	const [word] = /^[a-z_]{1,40}$/.exec(text.trim()) ?? ["no reason given"];
	if (status >= 500) return new DeliveryInDoubt(`${SERVICE} failed with ${status} (${word}); the message may have been posted.`, { advice: "Look into the channel, then run again; see “in-doubt” in the README of announce." });
	return new UserError(`${SERVICE} refuses the message: ${status}, ${word}.`, { advice: {
		no_service: "The webhook was removed or its address is incomplete. Create a new one in Slack and update the secret.",
		no_active_hooks: "The webhook is switched off. Create a new one in Slack and update the secret.",
		channel_not_found: "The channel of the webhook was deleted. Create a new webhook and update the secret.",
		channel_is_archived: "Unarchive the channel, or create a webhook for another one.",
		action_prohibited: "An administrator of the workspace forbids it. Ask them to allow the app.",
		invalid_token: "The address is wrong. Copy it again from Slack into the secret."
	}[word] ?? "Check the secret in “slack-webhook” against what Slack shows for the app." });
}
// actions/announce/action.ts
var action_default = defineAction({
	name: "announce",
	title: "Announce a release",
	description: "Tells people about a release in Slack and by mail, exactly once, however often the workflow runs and wherever it was cut off.",
	branding: {
		icon: "message-circle",
		color: "purple"
	},
	permissions: { contents: "write" },
	inputs: {
		token: tokenInput("`contents: write`, to note what was delivered"),
		title: text({
			description: "One line: the mail’s subject, and the bold line in Slack.",
			example: "CodeFlare Stack v1.2.0"
		}),
		body: text({ description: "What to say, in Markdown." }),
		"body-file": text({ description: "The same from a file of the checkout, such as the release notes." }),
		key: text({
			description: "Names this announcement: what was announced under a key is not announced again. Default: repository and tag, in a run for a tag.",
			example: "project-codeflare/codeflare-operator@v1.2.0"
		}),
		"slack-webhook": secret({ description: "Address of an incoming webhook of Slack." }),
		"slack-token": secret({ description: "Bot token of a Slack app, instead of a webhook; needs `chat:write`, `channels:read` and `channels:history`. The safer way: Slack can be asked what was posted." }),
		"slack-channel": text({
			description: "Where the app posts: a name or an id.",
			example: "#codeflare-announce"
		}),
		"smtp-url": secret({ description: "The mail server: `smtps://USER:PASSWORD@HOST:465`, or `smtp://USER:PASSWORD@HOST:587` for STARTTLS." }),
		"mail-from": text({ description: "Sender: an address, or `Name <address>`." }),
		"mail-to": list({ description: "Recipients, one a line; mailing lists, mostly." }),
		"discussion-category": text({ description: "Category of GitHub Discussions. Not built yet: giving it is an error." }),
		"in-doubt": choice([
			"auto",
			"resend",
			"settle"
		], {
			description: "What to do about a delivery that an earlier run began without saying how it ended. `auto`: mail goes out again as the same message, a webhook waits for a person. `resend`: send again. `settle`: take it as delivered.",
			default: "auto"
		})
	},
	outputs: {
		delivered: "JSON array of `{channel, to, id, url, at}`: what this run delivered; null for what a service does not tell.",
		skipped: "JSON array of `{channel, to, id, url, at, reason}`: what had been delivered before."
	},
	async plan(inputs, { environment, workspace, log, signal }) {
		const wanted = requestedChannels(inputs);
		if (wanted.length === 0) return {
			changes: [],
			outputs: () => ({
				delivered: [],
				skipped: []
			}),
			report: () => [paragraph("No channel is configured, so nothing was announced.")]
		};
		const senders = [...wanted.includes("mail") ? mailSenders({
			smtpUrl: inputs["smtp-url"],
			from: inputs["mail-from"],
			to: inputs["mail-to"],
			now: () => new Date(),
			onSecret: (value) => log.mask(value)
		}) : [], ...wanted.includes("slack-webhook") ? [slackWebhook(inputs["slack-webhook"], { signal })] : []];
		const announcement = await readAnnouncement(inputs, environment, new Workspace(workspace));
		const plan = await planAnnouncement(announcement, {
			slack: wanted.includes("slack") ? await openSlackChannel({
				token: inputs["slack-token"],
				channel: inputs["slack-channel"],
				api: environment["SLACK_API_URL"],
				signal
			}) : null,
			senders,
			receipts: await openReceipts(inputs.token, {
				environment,
				log,
				signal
			})
		}, inputs["in-doubt"]);
		return {
			changes: plan.changes,
			...plan.refusal !== void 0 && { refusal: plan.refusal },
			outputs: () => ({
				delivered: plan.delivered(),
				skipped: plan.skipped
			}),
			report: () => reportAnnouncement(announcement, plan)
		};
	}
});
async function openReceipts(token, { environment, log, signal }) {
	const { GitHub, resolveCommit, runPlace } = await import("./github.js").then((n) => n.t);
	const github = new GitHub({
		token,
		environment,
		signal,
		log: (line) => log.info(line)
	});
	const { repository, trigger } = runPlace(environment, "");
	const commit = trigger?.sha ?? await resolveCommit(github, repository, "HEAD", "GITHUB_REPOSITORY");
	return refReceipts(githubRefs(github, repository, commit));
}
export { action_default as default };
