import { D as table, E as paragraph, N as ServiceError, P as UserError, S as link, b as details, g as Workspace, h as tokenInput, m as text, o as defineAction, p as secret, s as choice, u as list, v as code, w as markdown, x as heading, y as codeBlock } from "./core.js";
import { n as refReceipts, r as githubRefs } from "./receipts.js";
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
// packages/announce/channel.ts
function digestOf({ title, body }) {
	return createHash("sha256").update(`${title}\0${body}`).digest("hex").slice(0, 12);
}
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
async function planAnnouncement(announcement, { asked, senders, receipts }, inDoubt) {
	let changes = [];
	let skipped = [];
	let delivered = [];
	let pending = [];
	let doubtful = [];
	let { key, title } = announcement;
	let reason = `announce “${title}”`;
	for (let channel of asked) {
		let { name, identity } = channel;
		let [found, noted] = await Promise.all([channel.find(announcement), receipts.read(key, identity)]);
		let to = {
			channel: channel.channel,
			to: name
		};
		let wanted = digestOf(announcement);
		if (found !== null && found.digest !== null && found.digest !== wanted) {
			changes.push(correct(channel, announcement, found, wanted));
			skipped.push({
				...to,
				...withoutDigest(found),
				reason: "delivered before, and corrected now"
			});
		} else if (found !== null || noted === "delivered") skipped.push({
			...to,
			...found === null ? NOTHING : withoutDigest(found),
			reason: "delivered before"
		});
		else {
			pending.push({
				to: name,
				again: !1
			});
			changes.push(post(channel, announcement, reason, (receipt) => delivered.push({
				...to,
				...receipt
			})));
		}
		noted !== "delivered" && changes.push(note(subjectOf(channel), identity, key, receipts, noted));
	}
	for (let sender of senders) {
		let state = await receipts.read(key, sender.identity);
		let to = {
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
			let keep = (receipt) => delivered.push({
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
function post(channel, announcement, reason, keep) {
	return {
		action: "send",
		subject: subjectOf(channel),
		before: null,
		after: "delivered",
		reason,
		probe: async () => await channel.find(announcement) === null ? null : "delivered",
		act: async () => {
			let { id, url, at } = await channel.post(announcement);
			keep({
				id,
				url,
				at
			});
		}
	};
}
function correct(channel, announcement, found, wanted) {
	return {
		action: "update",
		subject: subjectOf(channel),
		before: found.digest,
		after: wanted,
		reason: `“${announcement.title}” says something else now`,
		probe: async () => (await channel.find(announcement))?.digest ?? null,
		act: () => channel.update(announcement, found)
	};
}
function subjectOf({ channel, name }) {
	return channel === "slack" ? `Slack message to ${name}` : name;
}
function withoutDigest({ id, url, at }) {
	return {
		id,
		url,
		at
	};
}
function deliver$1(sender, announcement, receipts, before, reason, keep) {
	let { key } = announcement;
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
				before === null && !(error instanceof DeliveryInDoubt) && await receipts.withdraw(key, sender.identity).catch(() => void 0);
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
	if (subjects.length === 0) return;
	return new UserError(`An earlier run began this and did not say how it ended: ${subjects.join(", ")}. It was delivered, or was not. Nothing was sent now.`, { advice: "Look into the channel. Is it there: run again with “in-doubt: settle”. Is it not: with “in-doubt: resend”." });
}
function reportAnnouncement(announcement, plan, slackText) {
	let delivered = plan.delivered();
	let open = plan.pending.filter(({ to }) => !delivered.some((one) => one.to === to));
	let shown = ({ to, id, url, at }, what) => [
		url === null ? to : link(to, url),
		what,
		id === null ? "" : code(id),
		at ?? ""
	];
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
		details("Message", [markdown(announcement.body)]),
		...slackText === null ? [] : [details("As Slack has it", [codeBlock(slackText)])]
	];
}
async function openDiscussions(github, { owner, repo }, category) {
	let { repository } = await github.graphql("discussionCategories", CATEGORIES, {
		owner,
		repo
	});
	let categories = repository.discussionCategories.nodes;
	let found = categories.find(({ name }) => name.toLowerCase() === category.toLowerCase());
	if (!repository.hasDiscussionsEnabled) throw new UserError(`Input “discussion-category”: ${owner}/${repo} has no discussions.`, { advice: "Turn them on in the settings of the repository, or leave the input out." });
	if (found === void 0) throw new UserError(`Input “discussion-category”: ${owner}/${repo} has no category “${category}”.`, { advice: `There are: ${categories.map(({ name }) => name).join(", ") || "none"}.` });
	let categoryId = found.id;
	return {
		channel: "discussion",
		name: `discussion in ${found.name}`,
		identity: fingerprint("discussion", `${owner}/${repo} ${found.name}`.toLowerCase()),
		async find({ key }) {
			let mine = (await github.graphql("discussions", DISCUSSIONS, {
				owner,
				repo,
				categoryId,
				first: 100
			})).repository.discussions.nodes.findLast(({ body }) => markIn(body)?.key === encodeURIComponent(key));
			return mine === void 0 ? null : posted(mine);
		},
		async post(announcement) {
			let input = {
				repositoryId: repository.id,
				categoryId,
				title: announcement.title,
				body: textOf(announcement)
			};
			let { createDiscussion } = await github.graphql("createDiscussion", CREATE, { input });
			return posted(createDiscussion.discussion);
		},
		async update(announcement, { id }) {
			let input = {
				discussionId: id,
				title: announcement.title,
				body: textOf(announcement)
			};
			await github.graphql("updateDiscussion", UPDATE, { input });
		}
	};
}
function textOf(announcement) {
	return `${announcement.body.trimEnd()}\n\n<!-- announcement ${encodeURIComponent(announcement.key)} ${digestOf(announcement)} -->\n`;
}
function markIn(body) {
	let [, key, digest] = /<!-- announcement (\S+) ([0-9a-f]+) -->\s*$/.exec(body) ?? [];
	return key === void 0 || digest === void 0 ? null : {
		key,
		digest
	};
}
function posted({ id, url, body, createdAt }) {
	return {
		id,
		url,
		at: new Date(createdAt).toISOString(),
		digest: markIn(body)?.digest ?? null
	};
}
const FIELDS = "id url title body createdAt";
const CATEGORIES = "query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { id hasDiscussionsEnabled discussionCategories(first: 100) { nodes { id name } } } }";
const DISCUSSIONS = `query ($owner: String!, $repo: String!, $categoryId: ID!, $first: Int!) { repository(owner: $owner, name: $repo) { discussions(first: $first, categoryId: $categoryId, orderBy: {field: CREATED_AT, direction: DESC}) { nodes { ${FIELDS} } } } }`;
const CREATE = `mutation ($input: CreateDiscussionInput!) { createDiscussion(input: $input) { discussion { ${FIELDS} } } }`;
const UPDATE = `mutation ($input: UpdateDiscussionInput!) { updateDiscussion(input: $input) { discussion { ${FIELDS} } } }`;
// packages/announce/html.ts
async function toHtml(title, body) {
	let { parseMarkdown } = await import("./parse-markdown.js");
	return [
		"<!doctype html>",
		`<html><head><meta charset="utf-8"><title>${escaped$1(title)}</title></head>`,
		"<body style=\"font-family: sans-serif; line-height: 1.5; max-width: 45em\">",
		element(parseMarkdown(body)),
		"</body></html>",
		""
	].join("\n");
}
function element(node) {
	switch (node.type) {
		case "root": return inside(node, "\n");
		case "heading": return `<h${node.depth}>${inside(node)}</h${node.depth}>`;
		case "paragraph": return `<p>${inside(node)}</p>`;
		case "list": return node.ordered === !0 ? `<ol start="${node.start ?? 1}">\n${inside(node, "\n")}\n</ol>` : `<ul>\n${inside(node, "\n")}\n</ul>`;
		case "listItem": return `<li>${inside(node, "\n")}</li>`;
		case "blockquote": return `<blockquote>\n${inside(node, "\n")}\n</blockquote>`;
		case "code": return `<pre>${escaped$1(node.value)}</pre>`;
		case "thematicBreak": return "<hr>";
		case "table": {
			let [head, ...rows] = node.children;
			let line = (row, tag) => `<tr>${(row?.children ?? []).map((cell) => `<${tag} align="left">${inside(cell)}</${tag}>`).join("")}</tr>`;
			return `<table cellpadding="4" border="1" style="border-collapse: collapse">\n${[line(head, "th"), ...rows.map((row) => line(row, "td"))].join("\n")}\n</table>`;
		}
		case "text": return escaped$1(node.value);
		case "inlineCode": return `<code>${escaped$1(node.value)}</code>`;
		case "strong": return `<strong>${inside(node)}</strong>`;
		case "emphasis": return `<em>${inside(node)}</em>`;
		case "delete": return `<del>${inside(node)}</del>`;
		case "break": return "<br>";
		case "link": return linked$1(inside(node), node.url);
		case "image": return linked$1(escaped$1(node.alt ?? ""), node.url);
		case "linkReference":
		case "tableRow":
		case "tableCell": return inside(node);
		case "html":
		case "definition":
		case "footnoteDefinition":
		case "footnoteReference":
		case "imageReference":
		case "yaml": return "";
	}
}
function inside(node, between = "") {
	return node.children.map(element).filter((part) => part !== "").join(between);
}
function linked$1(text, url) {
	if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return text;
	return `<a href="${escaped$1(url)}">${text === "" ? escaped$1(url) : text}</a>`;
}
function escaped$1(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;");
}
function renderMessage(message) {
	let { from, to, subject, messageId, inReplyTo, date } = message;
	let parts = [partOf("text/plain", message.text), partOf("text/html", message.html)];
	let boundary = `=_${messageId.replaceAll(/[^0-9a-f]/g, "").slice(0, 32)}`;
	for (; parts.some((each) => each.includes(boundary));) boundary += "_";
	let headers = [
		`From: ${mailbox(from)}`,
		`To: ${to.map(mailbox).join(",\r\n ")}`,
		`Subject: ${words(subject.replaceAll(/\s+/g, " ").trim())}`,
		`Message-ID: ${messageId}`,
		...inReplyTo === null ? [] : [`In-Reply-To: ${inReplyTo}`, `References: ${inReplyTo}`],
		`Date: ${date.toUTCString().replace("GMT", "+0000")}`,
		"Auto-Submitted: auto-generated",
		"MIME-Version: 1.0",
		`Content-Type: multipart/alternative; boundary="${boundary}"`
	];
	let body = parts.map((each) => `--${boundary}\r\n${each}\r\n`);
	return `${headers.join("\r\n")}\r\n\r\n${body.join("")}--${boundary}--\r\n`;
}
function partOf(type, content) {
	let lines = content.replaceAll(/\r\n?/g, "\n").replace(/\n*$/, "\n");
	let plain = /^[\t\n\x20-\x7e]*$/.test(lines) && lines.split("\n").every((line) => line.length <= 76);
	let body = plain ? lines.split("\n") : lines.split("\n").map(quotedPrintable);
	return [
		`Content-Type: ${type}; charset=utf-8`,
		`Content-Transfer-Encoding: ${plain ? "7bit" : "quoted-printable"}`,
		"",
		body.join("\r\n")
	].join("\r\n");
}
function mailbox(text) {
	let [, name = "", address = ""] = /^(.*?)\s*<([^<>]+)>$/.exec(text.trim()) ?? [];
	if (address === "") return text.trim();
	let bare = name.replace(/^"(.*)"$/, "$1").replaceAll(/\\(.)/g, "$1");
	if (bare === "") return address;
	let quoted = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~ ]+$/.test(bare) ? bare : `"${bare.replaceAll(/["\\]/g, "\\$&")}"`;
	return `${isPlain(bare) ? quoted : words(bare)} <${address}>`;
}
function words(value) {
	if (isPlain(value)) return value;
	let full = [];
	let open = "";
	for (let character of value) {
		if (Buffer.byteLength(open + character) > 39) {
			full.push(open);
			open = "";
		}
		open += character;
	}
	return [...full, open].map((each) => `=?UTF-8?B?${Buffer.from(each).toString("base64")}?=`).join("\r\n ");
}
function isPlain(value) {
	return /^[\x20-\x7e]*$/.test(value) && value.length <= 67 && !value.includes("=?");
}
function quotedPrintable(line) {
	let bytes = [...Buffer.from(line)];
	let encoded = bytes.map((byte, index) => (byte === 32 || byte === 9) && index < bytes.length - 1 || byte > 32 && byte < 127 && byte !== 61 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`);
	let [done, open] = ["", ""];
	for (let [index, each] of encoded.entries()) {
		let room = index === encoded.length - 1 ? 76 : 75;
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
	let server = parseServer(options.smtpUrl);
	server.auth !== void 0 && options.onSecret?.(server.auth.pass);
	let from = parseAddress(options.from, "mail-from");
	return [...new Set(options.to.map((address) => parseAddress(address, "mail-to")))].map((recipient) => ({
		channel: "mail",
		identity: fingerprint("mail", recipient.toLowerCase()),
		subject: `mail to ${recipient}`,
		recognised: !0,
		async send({ title, body, key, replyTo = null }) {
			let messageId = messageIdOf(key, from);
			let date = options.now();
			let message = renderMessage({
				from: options.from,
				to: options.to,
				subject: title,
				text: body,
				html: await toHtml(title, body),
				messageId,
				inReplyTo: replyTo === null ? null : messageIdOf(replyTo, from),
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
function messageIdOf(key, from) {
	return `<${createHash("sha256").update(key).digest("hex").slice(0, 32)}@${from.split("@")[1] ?? ""}>`;
}
async function deliver(server, envelope, message) {
	let { default: SMTPConnection } = await import("./smtp-connection.js");
	let connection = new SMTPConnection({
		...server,
		connectionTimeout: 3e4,
		greetingTimeout: 3e4,
		socketTimeout: 6e4
	});
	let isConnected = !1;
	try {
		await new Promise((resolve, reject) => {
			let send = () => connection.send(envelope, message, (error) => error ? reject(error) : resolve());
			connection.on("error", reject);
			connection.connect((error) => {
				isConnected = error == null;
				error ? reject(error) : server.auth === void 0 || !connection.allowsAuth ? send() : connection.login(server.auth, (refused) => refused ? reject(refused) : send());
			});
		});
	} catch (error) {
		throw mailError(error, `${server.host}:${server.port}`, isConnected);
	} finally {
		connection.close();
	}
}
function mailError(error, host, isConnected) {
	let told = error instanceof Error ? error : Error(String(error));
	let [code, status, syscall, timeout] = [
		"code",
		"responseCode",
		"syscall",
		"timeoutType"
	].map((name) => {
		let value = Reflect.get(told, name);
		return typeof value == "string" || typeof value == "number" ? String(value) : "";
	});
	if (code === "EAUTH") return new UserError(`The mail server ${host} does not accept user name and password (${status || "no code"}).`, { advice: "Check the credentials in the secret that “smtp-url” takes; special characters must be %-encoded." });
	if (status !== "") {
		let again = status?.startsWith("4");
		let what = `The mail server ${host} refuses the message: ${firstLine(told.message)}`;
		return again ? new ServiceError(what, { advice: "It is temporary: run again later. Nothing was delivered." }) : new UserError(what, { advice: "Check “mail-from”, “mail-to” and what the server allows." });
	}
	if (!isConnected || [
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
	let url = URL.canParse(text) ? new URL(text) : null;
	let secure = url?.protocol === "smtps:";
	if (url === null || !secure && url.protocol !== "smtp:" || url.hostname === "" || url.search !== "") throw new UserError("Input “smtp-url” is not of the form smtps://user:password@host:465 or smtp://user:password@host:587.", { advice: "Special characters in user name and password must be %-encoded. Keep it in a secret." });
	let host = url.hostname.replace(/^\[|\]$/g, "");
	let local = [
		"127.0.0.1",
		"localhost",
		"::1"
	].includes(host);
	let auth = url.username === "" ? {} : { auth: {
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
	let given = text.trim();
	let address = /^[^<>\r\n]*<([^<>\s]+)>$/.exec(given)?.[1] ?? given;
	if (/^[^\s@<>,;"]+@[A-Za-z0-9][A-Za-z0-9.-]*$/.test(address) && !/[\r\n]/.test(given)) return address;
	throw new UserError(`Input “${input}”: “${given}” is not a mail address.`, { advice: "Write name@example.com or Name <name@example.com>, one a line." });
}
// packages/announce/request.ts
function requestedChannels(inputs) {
	let channels = [];
	allOrNone(inputs, ["slack-token", "slack-channel"]) && channels.push("slack");
	allOrNone(inputs, [
		"smtp-url",
		"mail-from",
		"mail-to"
	]) && channels.push("mail");
	inputs["slack-webhook"] !== "" && channels.push("slack-webhook");
	inputs["discussion-category"] !== "" && channels.push("discussion");
	return channels;
}
function allOrNone(inputs, names) {
	let missing = names.filter((name) => inputs[name].length === 0);
	if (missing.length === names.length) return !1;
	let [first] = missing;
	if (first === void 0) return !0;
	let given = names.filter((name) => !missing.includes(name)).map((name) => `“${name}”`);
	throw new UserError(`Input “${first}” is missing; ${given.join(" and ")} ${given.length === 1 ? "needs" : "need"} it.`, { advice: "Give all of them or none. If it comes from a secret: this repository, or a fork of it, may not have it." });
}
async function readAnnouncement(inputs, environment, workspace, notesOf) {
	let key = inputs.key === "" ? keyOfTag(environment) : inputs.key;
	if (key === "") throw new UserError("Input “key” is missing, and this run is not for a tag from which it could be taken.", { advice: "Give what names this announcement, for example “key: ${{ github.repository }}@v1.2.0”." });
	let given = await readBody(inputs, workspace);
	let notes = given.trim() === "" ? await notesOf(key) : null;
	let title = inputs.title === "" ? notes?.title ?? "" : inputs.title;
	if (title === "" || /[\r\n]/.test(title)) throw new UserError(`Input “title” ${title === "" ? "is missing" : "has more than one line"}.`, { advice: "Give one line, for example “CodeFlare Stack v1.2.0”." });
	let body = notes === null ? given : `${notes.body.trim()}\n\n[${notes.title}](${notes.url})\n`;
	if (body.trim() === "") throw new UserError("There is nothing to announce: “body” and “body-file” are empty, and no release has this key.", { advice: "Give Markdown in “body” or a “body-file”, or a “key” OWNER/NAME@TAG of a published release: its notes are announced." });
	return {
		title,
		body,
		key,
		replyTo: inputs["reply-to"] === "" ? null : inputs["reply-to"]
	};
}
async function readBody(inputs, workspace) {
	let { body, "body-file": file } = inputs;
	if (file === "") return body;
	if (body !== "") throw new UserError("Both “body” and “body-file” are given.", { advice: "Leave one of them out." });
	let bytes = await workspace.read(file, "body-file");
	if (bytes !== null) return bytes.toString("utf8");
	throw new UserError(`Input “body-file”: there is no file “${file}” in the checkout.`, {
		file,
		advice: "Check the path, and that a step before this one writes it."
	});
}
function keyOfTag(environment) {
	let { GITHUB_REF_TYPE: type, GITHUB_REF_NAME: tag, GITHUB_REPOSITORY: repository } = environment;
	return type === "tag" && tag !== void 0 && repository !== void 0 ? `${repository}@${tag}` : "";
}
async function toMrkdwn(title, body, limit = 4e3) {
	let { parseMarkdown } = await import("./parse-markdown.js");
	let tree = parseMarkdown(body);
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
		case "list": return node.children.map((item, index) => `${node.ordered === !0 ? `${(node.start ?? 1) + index}.` : "•"} ${blocks(item.children).join("\n").replaceAll("\n", "\n    ")}`).join("\n");
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
	let target = url.replaceAll("&", "&amp;").replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll("|", "%7C");
	let label = text.replaceAll("|", "¦").replaceAll("\n", " ").trim();
	return label === "" || label === target ? `<${target}>` : `<${target}|${label}>`;
}
function withoutTags(html) {
	let [first = "", ...commented] = html.split("<!--");
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
	let rows = table.children.map((row) => row.children.map((cell) => plain(cell).trim()));
	let widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()).join("\n");
}
function cut(text, limit) {
	if (text.length <= limit) return text;
	let room = limit - 14 - 4;
	let window = text.slice(0, room);
	let boundary = [
		"\n\n",
		"\n",
		" "
	].map((mark) => window.lastIndexOf(mark)).find((at) => at > room / 2);
	let kept = window.slice(0, boundary ?? window.search(/(?:&[a-z]{0,4}|[\uD800-\uDBFF])?$/));
	let open = kept.lastIndexOf("<");
	open > kept.lastIndexOf(">") && (kept = kept.slice(0, open));
	kept = kept.trimEnd();
	let fence = kept.split("```").length % 2 == 0 ? "\n```" : "";
	return kept + fence + "\n_(shortened)_";
}
async function requestHttp(request, { signal, sleep = pauseFor }) {
	for (let attempt = 1;; attempt += 1) {
		let last = attempt === 3;
		try {
			let timeout = AbortSignal.timeout(3e4);
			let response = await fetch(request.url, {
				method: request.method,
				headers: request.headers,
				redirect: "manual",
				signal: signal === void 0 ? timeout : AbortSignal.any([signal, timeout]),
				...request.body !== void 0 && { body: request.body }
			});
			let text = await response.text();
			if (!last && response.status === 429) await sleep(retryAfter(response.headers.get("retry-after")));
			else if (!last && response.status >= 500 && request.method === "GET") await sleep(1e3 * attempt);
			else return {
				status: response.status,
				text,
				at: timeOf$1(response.headers.get("date"))
			};
		} catch (error) {
			signal?.throwIfAborted();
			let code = codeOf(error);
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
		if ("code" in at && typeof at.code == "string") return at.code;
		if (at.name === "TimeoutError") return "no answer within 30 s";
	}
	return "connection lost";
}
function retryAfter(header) {
	let seconds = Number(header ?? "");
	return Math.min(Number.isFinite(seconds) && seconds > 0 ? seconds * 1e3 : 1e3, 6e4);
}
function timeOf$1(header) {
	let time = new Date(header ?? "");
	return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
async function pauseFor(milliseconds) {
	await setTimeout(milliseconds);
}
// packages/announce/slack-api.ts
const EVENT = "codeflare_announcement";
async function openSlackChannel(options) {
	let { channel } = options;
	let isId = /^[CG][A-Z0-9]{8,}$/.test(channel);
	let id = isId ? channel : await findChannel(channel.replace(/^#/, ""), options);
	async function receipt(ts) {
		return {
			id: ts,
			url: await permalink(id, ts, options),
			at: timeOf(ts)
		};
	}
	async function findIn(thread, key) {
		let cursor = "";
		for (let page = 0; page < 5; page += 1) {
			let answer = await call("GET", thread === null ? "conversations.history" : "conversations.replies", options, {
				channel: id,
				limit: "200",
				include_all_metadata: "true",
				...thread !== null && { ts: thread },
				...cursor !== "" && { cursor }
			});
			let found = listOf(answer, "messages").find((message) => payloadOf(message)?.key === key);
			let [ts, digest] = [found?.ts, found === void 0 ? null : payloadOf(found)?.digest];
			if (typeof ts == "string") return {
				...await receipt(ts),
				digest: typeof digest == "string" ? digest : null
			};
			cursor = cursorOf(answer);
			if (cursor === "") return null;
		}
		return null;
	}
	async function threadOf(replyTo) {
		if (replyTo == null) return null;
		let parent = await findIn(null, replyTo);
		if (parent !== null) return parent.id;
		throw new UserError(`Input “reply-to”: there is no announcement “${replyTo}” among the newest messages of ${channel}.`, { advice: "Give the key of an announcement that was made in this channel, or leave “reply-to” out." });
	}
	let find = async ({ key, replyTo }) => findIn(await threadOf(replyTo), key);
	return {
		channel: "slack",
		name: isId ? channel : `#${channel.replace(/^#/, "")}`,
		identity: fingerprint("slack", id),
		find,
		async post(announcement) {
			let thread = await threadOf(announcement.replyTo);
			let message = {
				...await messageOf(announcement),
				...thread !== null && { thread_ts: thread }
			};
			try {
				let { ts } = await call("POST", "chat.postMessage", options, {
					channel: id,
					...message
				});
				return await receipt(String(ts));
			} catch (error) {
				if (!(error instanceof DeliveryInDoubt)) throw error;
				await (options.sleep ?? setTimeout)(1e3);
				let found = await find(announcement);
				if (found === null) throw error;
				return found;
			}
		},
		async update(announcement, posted) {
			await call("POST", "chat.update", options, {
				channel: id,
				ts: posted.id,
				...await messageOf(announcement)
			});
		}
	};
}
async function messageOf(announcement) {
	let { title, body, key } = announcement;
	return {
		text: await toMrkdwn(title, body),
		unfurl_links: !1,
		unfurl_media: !1,
		metadata: {
			event_type: EVENT,
			event_payload: {
				key,
				digest: digestOf(announcement)
			}
		}
	};
}
async function findChannel(name, options) {
	let cursor = "";
	do {
		let answer = await call("GET", "conversations.list", options, {
			types: "public_channel,private_channel",
			exclude_archived: "true",
			limit: "200",
			...cursor !== "" && { cursor }
		});
		let id = listOf(answer, "channels").find((channel) => channel.name === name)?.id;
		if (typeof id == "string") return id;
		cursor = cursorOf(answer);
	} while (cursor !== "");
	throw new UserError(`Input “slack-channel”: the app sees no channel “#${name}”.`, { advice: "Check the name; for a private channel, invite the app (/invite in the channel) or give the channel’s id." });
}
async function permalink(channel, ts, options) {
	try {
		let { permalink: url } = await call("GET", "chat.getPermalink", options, {
			channel,
			message_ts: ts
		});
		return typeof url == "string" ? url : null;
	} catch {
		return null;
	}
}
async function call(method, name, options, given) {
	let url = new URL(name, options.api ?? "https://slack.com/api/");
	if (method === "GET") for (let [key, value] of Object.entries(given)) url.searchParams.set(key, String(value));
	let { status, text } = await requestHttp({
		method,
		url,
		headers: {
			authorization: `Bearer ${options.token}`,
			...method === "POST" && { "content-type": "application/json; charset=utf-8" }
		},
		...method === "POST" && { body: JSON.stringify(given) },
		service: `Slack (${name})`
	}, options);
	let answer = parse(text);
	if (answer?.ok === !0) return answer;
	throw failure(name, status, answer, options.channel);
}
function failure(name, status, answer, channel) {
	let error = typeof answer?.error == "string" ? answer.error.slice(0, 60) : null;
	if ((error === null || /^(?:internal_error|fatal_error|service_unavailable|request_timeout)$/.test(error)) && status !== 429) {
		let what = `Slack (${name}) failed: ${error ?? `status ${status}, and not in Slack’s words`}.`;
		return name === "chat.postMessage" ? new DeliveryInDoubt(what, { advice: "Run again: the channel is asked first whether the message is there." }) : new ServiceError(what, { advice: "Run again later; see status.slack.com. Nothing was delivered by this step." });
	}
	if (status === 429 || error === "ratelimited") return new ServiceError(`Slack (${name}) says that there were too many requests.`, { advice: "Run again in a minute." });
	let needed = typeof answer?.needed == "string" ? answer.needed.slice(0, 100) : "another scope";
	let advice = {
		not_in_channel: `Invite the app: /invite in ${channel}.`,
		channel_not_found: "Check “slack-channel”; for a private channel, invite the app.",
		is_archived: "Unarchive the channel, or give another one.",
		missing_scope: `Add ${needed} to the app’s bot token scopes and install it again: the channel is read to post exactly once.`
	};
	let token = /^(?:not_authed|invalid_auth|account_inactive|token_(?:revoked|expired)|no_permission)$/.test(error ?? "");
	return new UserError(`Slack (${name}) refuses: ${error ?? "no reason given"}.`, { advice: token ? "Put a valid bot token (xoxb-…) of the app into the secret that “slack-token” takes." : advice[error ?? ""] ?? "See the method’s errors in Slack’s documentation, then run again." });
}
function parse(text) {
	try {
		let value = JSON.parse(text);
		return isAnswer(value) ? value : null;
	} catch {
		return null;
	}
}
function isAnswer(value) {
	return typeof value == "object" && !!value && !Array.isArray(value);
}
function listOf(answer, name) {
	let value = answer[name];
	return Array.isArray(value) ? value.filter(isAnswer) : [];
}
function cursorOf({ response_metadata: metadata }) {
	let cursor = isAnswer(metadata) ? metadata.next_cursor : "";
	return typeof cursor == "string" ? cursor : "";
}
function payloadOf({ metadata }) {
	if (!isAnswer(metadata) || metadata.event_type !== EVENT) return null;
	let payload = metadata.event_payload;
	return isAnswer(payload) ? payload : null;
}
function timeOf(ts) {
	let time = new Date(Number.parseInt(ts, 10) * 1e3);
	return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
// packages/announce/slack-webhook.ts
const SERVICE = "Slack’s webhook";
function slackWebhook(address, http = {}) {
	let url = URL.canParse(address) ? new URL(address) : null;
	let local = url !== null && [
		"127.0.0.1",
		"localhost",
		"[::1]"
	].includes(url.hostname);
	if (url === null || !(url.protocol === "https:" || url.protocol === "http:" && local)) throw new UserError("Input “slack-webhook” is not an https address.", { advice: "Store what Slack shows under “Incoming Webhooks” as a secret, and pass it as ${{ secrets.NAME }}." });
	return {
		channel: "slack-webhook",
		identity: fingerprint("slack-webhook", url.href),
		subject: "Slack message through the webhook",
		recognised: !1,
		async send({ title, body }) {
			let text = await toMrkdwn(title, body);
			let answer = await requestHttp({
				method: "POST",
				url,
				headers: { "content-type": "application/json; charset=utf-8" },
				body: JSON.stringify({
					text,
					unfurl_links: !1,
					unfurl_media: !1
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
	let [word] = /^[a-z_]{1,40}$/.exec(text.trim()) ?? ["no reason given"];
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
	description: "",
	branding: "",
	permissions: "",
	inputs: {
		token: tokenInput("`contents: write`, to note what was delivered"),
		title: text({
			description: "",
			example: ""
		}),
		body: text({ description: "" }),
		"body-file": text({ description: "" }),
		key: text({
			description: "",
			example: ""
		}),
		"slack-webhook": secret({ description: "" }),
		"slack-token": secret({ description: "" }),
		"slack-channel": text({
			description: "",
			example: ""
		}),
		"smtp-url": secret({ description: "" }),
		"mail-from": text({ description: "" }),
		"mail-to": list({ description: "" }),
		"discussion-category": text({
			description: "",
			example: ""
		}),
		"reply-to": text({ description: "" }),
		"in-doubt": choice([
			"auto",
			"resend",
			"settle"
		], {
			description: "",
			default: "auto"
		})
	},
	outputs: {
		delivered: "",
		skipped: ""
	},
	async plan(inputs, { environment, workspace, log, signal, now }) {
		let wanted = requestedChannels(inputs);
		if (wanted.length === 0) return {
			changes: [],
			outputs: () => ({
				delivered: [],
				skipped: []
			}),
			report: () => [paragraph("No channel is configured, so nothing was announced.")]
		};
		let senders = [...wanted.includes("mail") ? mailSenders({
			smtpUrl: inputs["smtp-url"],
			from: inputs["mail-from"],
			to: inputs["mail-to"],
			now,
			onSecret: (value) => log.mask(value)
		}) : [], ...wanted.includes("slack-webhook") ? [slackWebhook(inputs["slack-webhook"], { signal })] : []];
		let home = await openHome(inputs.token, {
			environment,
			log,
			signal
		});
		let announcement = await readAnnouncement(inputs, environment, new Workspace(workspace), (key) => home.notesOf(key));
		let channels = {
			asked: [...wanted.includes("slack") ? [await openSlackChannel({
				token: inputs["slack-token"],
				channel: inputs["slack-channel"],
				api: environment.SLACK_API_URL,
				signal
			})] : [], ...wanted.includes("discussion") ? [await home.discussions(inputs["discussion-category"])] : []],
			senders,
			receipts: await home.receipts()
		};
		let slackText = wanted.some((channel) => channel.startsWith("slack")) ? await toMrkdwn(announcement.title, announcement.body) : null;
		let plan = await planAnnouncement(announcement, channels, inputs["in-doubt"]);
		return {
			changes: plan.changes,
			...plan.refusal !== void 0 && { refusal: plan.refusal },
			outputs: () => ({
				delivered: plan.delivered(),
				skipped: plan.skipped
			}),
			report: () => reportAnnouncement(announcement, plan, slackText)
		};
	}
});
async function openHome(token, { environment, log, signal }) {
	let { GitHub, orAbsent, parseRepository, resolveCommit, runPlace } = await import("./github.js").then((n) => n.t);
	let github = new GitHub({
		token,
		environment,
		signal,
		log: (line) => log.info(line)
	});
	let { repository, trigger } = runPlace(environment, "");
	return {
		async receipts() {
			let commit = trigger?.sha ?? await resolveCommit(github, repository, "HEAD", "GITHUB_REPOSITORY");
			return refReceipts(githubRefs(github, repository, commit));
		},
		discussions: (category) => openDiscussions(github, repository, category),
		async notesOf(key) {
			let at = key.lastIndexOf("@");
			if (!/^[\w.-]+\/[\w.-]+@/.test(key)) return null;
			let place = {
				...parseRepository(key.slice(0, at), "Input “key”"),
				tag: key.slice(at + 1)
			};
			let found = await orAbsent(github.request("GET /repos/{owner}/{repo}/releases/tags/{tag}", place));
			if (found === null || found.data.draft) return null;
			let { name, tag_name: tag, body, html_url: url } = found.data;
			return {
				title: name ?? tag,
				body: body ?? "",
				url
			};
		}
	};
}
export { action_default as default };
